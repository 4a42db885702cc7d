"""What is imported stands beside what is published, and wins; what is lacking gives no index."""

import pandas as pd
import pytest

import queries
from data import official, official_innovations
from data.errors import DataError
from data.importing.holdings import holdings
from queries.preparation import store_intervals, write
from queries.publishing import told as lacking
from tests import importing, toy

OWN = "6310"


def imported(**frames):
    """A toy province of three governments under the rules in force, with these frames in it."""
    db = toy.official("6303", OWN, "6311")
    return put(db, **frames)


def put(db, **frames):
    held = holdings(file=[importing.FILE], **frames)
    official.add_files(db, held)
    official.fill(db, held)
    return db


def innovation(name="Sapa Warga", year=2026, code=OWN, **fields):
    key = " ".join(name.casefold().split())
    return {"code": code, "year": year, "key": key, "name": name, "file_id": "U001"} | fields


def result(year=2025, code=OWN, **fields):
    return {"code": code, "year": year, "file_id": "U001"} | fields


def spd(code=OWN, year=2026, rows=20):
    """Level 1 on the first so many SPD rows of the rules."""
    codes = sorted(toy.reachable("SPD")[63])[:rows]
    return [
        {"code": code, "year": year, "indicator": one, "level": 1, "file_id": "U001"}
        for one in codes
    ]


def scored(db):
    """The database after what a build adds: reports that are whole, and their index."""
    write(db, "report", queries.ask(db, "complete_reports"))
    store_intervals(db)
    write(db, "rank_range", queries.ask(db, "rank_ranges"))
    write(db, "index_claim", queries.ask(db, "computed_claims"))
    return db


def told(db, sql):
    return db.execute(sql).fetchall()


def test_an_imported_file_is_a_source_that_nobody_has_graded():
    with imported() as db:
        source = told(
            db, "select kind, publisher, title, grade, note from source where kind = 'impor'"
        )
    note = "Diimpor oleh penguji pada 25/11/2026"
    assert source == [("impor", "Balitbangda", "putaran.xlsx", None, note)]


def test_an_imported_claim_comes_before_a_published_one_which_stays_and_contradicts():
    with toy.official(OWN) as db:
        toy.add(db, "index_claim", code=OWN, year=2025, score=50.0)
        put(db, result=[result(score=61.5, predicate="Inovatif")])
        claims = told(db, "select claim_id, preference from claim_preference order by preference")
        shown = told(db, "select score, in_conflict from index_score")
    assert claims == [(f"U{OWN}-2025", 1), ("C01", 2)]
    assert shown == [(61.5, True)]


def test_a_rank_of_the_province_and_one_of_the_country_are_two_claims():
    with imported(result=[result(rank_province=2, rank_national=88)]) as db:
        ranks = told(db, "select rank, rank_scope, rank_of from index_claim order by claim_id")
        shown = told(db, "select rank, rank_scope, in_conflict from index_score")
    assert ranks == [(2, "kalsel", 3), (88, "nasional", None)]
    assert shown == [(2, "kalsel", False)]


def test_raw_points_before_2021_are_no_score():
    with imported(result=[result(year=2019, score=88, predicate="Inovatif")]) as db:
        assert told(db, "select score, predicate from index_claim") == [(None, "Inovatif")]


def test_two_imported_governments_may_share_a_rank(published):
    rows = [result(rank_province=3), result(rank_province=3, code="6303")]
    with imported(result=rows) as db:
        reports = {report["name"]: report["rows"] for report in queries.check(db)}
    assert reports["provincial_ranks_are_unique"] == []


def test_the_latest_year_speaks_of_an_innovation_and_older_years_fill_what_it_leaves_open():
    rows = [
        innovation(year=2025, office="Dinas A", digital=True, applied_date="2024-05-01"),
        innovation(year=2026, office="Dinas B", trial_date="2024-01-01"),
    ]
    with imported(innovation=rows) as db:
        kept = told(
            db, "select innovation_id, office, digital, first_year, last_year from innovation"
        )
        years = told(db, "select year, stage from innovation_report order by year")
    assert kept == [("6310-sapa-warga", "Dinas B", True, 2024, 2026)]
    assert years == [(2025, "penerapan"), (2026, "uji coba")]


@pytest.mark.parametrize(
    ("dates", "stage"),
    [
        ({"trial_date": "2025-03-01", "applied_date": "2026-03-01"}, "penerapan"),
        ({"trial_date": "2025-03-01", "applied_date": "2027-03-01"}, "uji coba"),
        ({"applied_date": "2027-03-01"}, "inisiatif"),
        ({}, "inisiatif"),
    ],
)
def test_a_stage_that_is_not_told_is_what_its_dates_prove(dates, stage):
    with imported(innovation=[innovation(**dates)]) as db:
        assert told(db, "select stage from innovation_report") == [(stage,)]


def test_dates_that_contradict_are_left_unknown():
    rows = [innovation(trial_date="2025-03-01", applied_date="2024-03-01")]
    with imported(innovation=rows) as db:
        dates = told(db, "select trial_date, applied_date, first_year from innovation")
    assert dates == [(None, None, None)]


def test_an_innovation_that_is_published_too_is_one_and_keeps_its_award():
    with toy.official(OWN, "6303") as db:
        toy.add(
            db, "innovation", innovation_id="6310-sw", code=OWN, name="SAPA-WARGA", office="Lama",
            award="IGA", award_grade="nasional", sector_id="02", first_year=2019, also="S9",
        )  # fmt: skip
        toy.add(db, "replication", innovation_id="6310-sw")
        put(db, innovation=[innovation(office="Baru")])
        one = told(
            db, "select innovation_id, name, office, award, sector_id, first_year, last_year, also,"
            " source_id from innovation",
        )  # fmt: skip
        copies = told(db, "select innovation_id from replication")
    assert one == [
        ("6310-sw", "Sapa Warga", "Baru", "IGA", "02", 2019, 2026, "S1 S9", "U001")
    ]  # fmt: skip
    assert copies == [("6310-sw",)]


def test_the_same_name_elsewhere_is_another_innovation():
    with toy.official(OWN, "6303") as db:
        toy.add(db, "innovation", innovation_id="x", code="6303", name="Sapa Warga")
        put(db, innovation=[innovation()])
        assert len(told(db, "from innovation")) == 2


@pytest.mark.parametrize(
    ("fields", "described"),
    [
        ({}, official_innovations.NO_DESCRIPTION),
        ({"description": "pendek"}, official_innovations.NO_DESCRIPTION),
        ({"purpose": "Mempercepat layanan warga."}, "Mempercepat layanan warga."),
        (
            {"description": "Kalimat pertama yang utuh. " + "kata " * 60},
            "Kalimat pertama yang utuh.",
        ),
        ({"description": "kata " * 60}, ("kata " * 39).strip() + "…"),
        ({"description": "a" * 300}, "a" * 199 + "…"),
    ],
)
def test_a_description_is_cut_where_a_sentence_or_a_word_ends(fields, described):
    with imported(innovation=[innovation(**fields)]) as db:
        assert told(db, "select description from innovation") == [(described,)]


def test_innovations_without_a_description_are_not_alike():
    rows = [innovation("A", code="6303", sector_id="02"), innovation("B", sector_id="02")]
    with imported(innovation=rows) as db:
        assert told(db, "from innovation_word") == []


@pytest.mark.parametrize("name", ["Ä", "日本", "=cmd|x", "a" * 300, "A - B", "../../x"])
def test_an_id_depends_on_the_name_alone_and_is_fit_for_an_address(name):
    one = official_innovations.new_id(OWN, name.casefold(), set())
    assert one == official_innovations.new_id(OWN, name.casefold(), {"6310-lain"})
    with imported(innovation=[innovation(name)]) as db:
        assert told(db, "select innovation_id from innovation") == [(one,)]


def test_two_names_that_differ_in_nothing_an_id_can_hold_have_two_ids():
    ids = {
        official_innovations.new_id(OWN, key, {"6310-a-b"}) for key in ("a b", "ä b", "ab", "日")
    }
    assert len(ids) == 4
    assert "6310-a-b" not in ids


def test_an_index_is_computed_of_a_whole_report_from_printed_totals_alone():
    rows = [innovation(f"Inovasi {n}", reported_maturity=60 + n) for n in range(12)]
    with scored(imported(innovation=rows, government_level=spd())) as db:
        spd_score, mean, score = told(
            db, "select spd, mean_maturity, score from index_result where ruleset = '2026'"
        )[0]
        levels = told(db, "select count(*) from indicator_level where grouping = 'SID'")
        [(claim, basis)] = told(db, "select score, status from index_claim")
        proofs = told(db, "select distinct demand, strong from innovation_proof")
    assert (spd_score, mean) == (21, 65.5)
    assert score == pytest.approx(100 * (21 + 65.5) / 250)
    assert levels == [(0,)]  # no row is level 0 because it is not told
    assert (claim, basis) == (round(score, 2), "dihitung")
    assert proofs == [(None, None)]


def test_levels_count_before_a_printed_total_and_means_are_of_those_with_levels():
    rows = [innovation("A", reported_maturity=100.0), innovation("B", reported_maturity=50.0)]
    level = {"code": OWN, "year": 2026, "key": "a", "indicator": "REGULASI", "level": 2}
    with imported(innovation=rows, innovation_level=[level], government_level=spd()) as db:
        scored(db)
        weight = told(
            db, "select weight from indicator where code = 'REGULASI' and ruleset = '2026'"
        )
        maturity = told(db, "select maturity from maturity where ruleset = '2026' order by all")
        mean = told(
            db, "select innovations, level from indicator_level where indicator = 'REGULASI'"
        )
        [(totals,)] = told(db, "select totals from maturity_draw")
    first = weight[0][0] * 2
    assert maturity == sorted([(first,), (50.0,)])
    assert mean == [(1, 2.0)]
    assert set(totals) == {2 * first, first + 50, 100.0}


@pytest.mark.parametrize(
    ("rows", "innovations", "lacks"),
    [
        (12, [innovation(reported_maturity=60)], "baru 12 dari 20 baris SPD"),
        (20, [innovation()], "1 dari 1 inovasi tanpa kematangan"),
        (20, [], "belum ada inovasi"),
        (19, [innovation(), innovation("B", reported_maturity=1)],
         "baru 19 dari 20 baris SPD; 1 dari 2 inovasi tanpa kematangan"),
    ],
)  # fmt: skip
def test_a_report_that_is_not_whole_gives_no_index_and_says_why(rows, innovations, lacks):
    with scored(imported(innovation=innovations, government_level=spd(rows=rows))) as db:
        assert told(db, "from report") == []
        assert lacking(queries.ask(db, "report_lacks"))["lacking"].tolist() == [lacks]


def test_published_figures_make_a_report_whole():
    with imported(
        innovation=[innovation(reported_maturity=60)], government_level=spd(rows=19)
    ) as db:
        last = sorted(toy.reachable("SPD")[63])[19]
        toy.add(db, "government_level", code=OWN, indicator=last, level=3)
        assert toy.rows(queries.ask(db, "complete_reports"), "code", "year") == [(OWN, 2026)]


def test_a_report_of_a_year_without_known_rules_is_scored_by_the_newest_and_says_so():
    rows = [innovation(year=2025, reported_maturity=60)]
    with scored(imported(innovation=rows, government_level=spd(year=2025))) as db:
        assert told(db, "select ruleset from report") == [("2026",)]
        notes = told(db, "select note from index_claim")
    assert notes == [("Dihitung dengan aturan 2026 atas laporan 2025",)]


def test_a_printed_score_is_shown_before_the_one_computed_from_the_same_import():
    rows = [innovation(reported_maturity=60)]
    with imported(innovation=rows, government_level=spd(), result=[result(2026, score=44.0)]) as db:
        scored(db)
        contradicted = queries.ask(db, "score_contradictions")
        assert told(db, "select score, score_status from index_score") == [(44.0, "tercetak")]
    assert toy.rows(contradicted, "code", "year", "printed") == [(OWN, 2026, 44.0)]
    assert contradicted["difference"].iloc[0] == pytest.approx(
        contradicted["computed"].iloc[0] - 44
    )


def test_bands_of_a_year_that_has_its_own_hold_beside_a_report_scored_by_newer_rules():
    rows = [innovation(year=2024, reported_maturity=60)]
    printed = result(2024, code="6303", score=38.0, predicate="Inovatif")
    with scored(imported(
        innovation=rows, government_level=spd(year=2024), result=[printed]
    )) as db:  # fmt: skip
        assert told(db, "select outside_band from index_score where code = '6303'") == [(False,)]
        assert told(db, "select outside_band from index_score where code = '6310'") == [(False,)]


@pytest.mark.parametrize(
    ("frames", "named"),
    [
        ({"result": [result(code="9999", score=1)]}, "9999"),
        ({"innovation": [innovation(sector_id="99")]}, "99"),
    ],
)
def test_codes_that_are_no_more_are_named(frames, named):
    with pytest.raises(DataError, match=rf"{named}.*Perbaikan: "):
        imported(**frames).close()


def test_a_row_that_breaks_a_promise_of_a_table_is_the_imports_fault():
    with pytest.raises(DataError, match=r"Isi impor melanggar janji data.*berkas yang diimpor"):
        imported(result=[result(score=101)]).close()


def test_nothing_imported_changes_nothing():
    with imported() as db:
        assert told(db, "from innovation") == []
        assert official_innovations.merged(
            holdings().innovation, pd.DataFrame(db.execute("from innovation").df())
        ).empty


def test_a_government_without_a_whole_report_keeps_its_published_innovations_on_record():
    with toy.official("6303", OWN) as db:
        toy.add(db, "innovation", innovation_id="x", code="6303")
        toy.add(db, "innovation", innovation_id="y", code=OWN)
        put(db, innovation=[innovation(reported_maturity=60)], government_level=spd())
        scored(db)
        kept = told(db, "select innovation_id from on_record(null) order by innovation_id")
    assert kept == [("6310-sapa-warga",), ("x",)]


def test_an_innovation_imported_for_two_years_is_on_record_once():
    with imported(innovation=[innovation(year=2025), innovation(year=2026)]) as db:
        assert len(told(db, "from on_record(null)")) == 1


def test_the_gaps_last_known_are_those_of_the_last_whole_report():
    with imported(
        innovation=[innovation(year=2025, reported_maturity=60)], government_level=spd(year=2025)
    ) as db:
        toy.add(db, "government_level", code=OWN, year=2026, indicator="PAD", level=3)
        scored(db)
        gaps = queries.ask(db, "indicator_gaps", code=OWN, peers=["6303"], year=None)
        newer = queries.ask(db, "indicator_gaps", code=OWN, peers=["6303"], year=2026)
    assert (set(gaps["level_year"]), len(gaps)) == ({2025}, 20)
    assert newer["indicator"].tolist() == ["PAD"]


def test_an_innovation_whose_total_alone_is_known_spreads_over_no_level_and_cannot_be_raised():
    rows = [innovation("A", reported_maturity=100.0), innovation("B", reported_maturity=50.0)]
    level = {"code": OWN, "year": 2026, "key": "a", "indicator": "REGULASI", "level": 2}
    given = {"code": OWN, "year": 2026}
    with imported(innovation=rows, innovation_level=[level], government_level=spd()) as db:
        scored(db)
        spread = queries.ask(db, "level_spread", **given, peers=[], indicator="REGULASI")
        own = queries.ask(db, "own_levels", **given).set_index("innovation_id")
        copied = queries.ask(db, "replication_row", code=OWN)
        named = queries.ask(db, "levels_of", innovations=["6310-a", "6310-b"])
        points, weight = told(
            db, "select points_per_level, weight from valued_level where indicator = 'REGULASI'"
        )[0]
    assert spread["innovations"].tolist() == [0, 0, 1, 0]
    assert spread["own_share"].tolist() == [0, 0, 1, 0]
    assert points == pytest.approx(weight / 12 / 250 * 100)  # one of the two, where two are 12
    assert set(own.loc["6310-b", "levels"]) == {3}
    assert sum(own.loc["6310-a", "levels"]) == 2
    assert toy.rows(copied, "level") == [(0,), (None,)]
    assert set(named["innovation_id"]) == {"6310-a"}
