"""A made-up round is repeatable, complete, and has the grain of real reports."""

import csv
from collections.abc import Iterator

import duckdb
import numpy as np
import pandas as pd
import pytest
import shapely

import queries
from data import (
    boundaries,
    build,
    shelf,
    simulate,
    simulate_levels,
    simulate_names,
    simulate_national,
    simulate_rounds,
)

PUBLISHED = build.DATA / "published"
FILLED = (
    "source", "report", "innovation", "innovation_theme", "innovation_report", "innovation_level",
    "government_level", "replication",
)  # fmt: skip
MAY_BE_EMPTY = {"award", "award_grade", "note", "also", "long_name"}


def facts_only(_db: duckdb.DuckDBPyConnection) -> None:
    """A build that stores what is made up and computes nothing."""


@pytest.fixture(scope="module")
def made_up(own_database_folder) -> Iterator[duckdb.DuckDBPyConnection]:
    """The made-up dataset as the app has it, from the first seed."""
    db = queries.connect(queries.ensure("simulasi", seed=shelf.FIRST_SEED))
    yield db
    db.close()


def rounds(folder, monkeypatch, seed: int) -> dict[str, list[tuple]]:
    """Every row that a seed gives, by table."""
    monkeypatch.setenv("INOVASI_BANUA_DB", str(folder))
    file = build.build("simulasi", facts_only, seed=seed)
    with duckdb.connect(file, read_only=True) as db:
        return {table: db.execute(f"from {table}").fetchall() for table in FILLED}


def test_the_same_seed_gives_the_same_rows_and_another_seed_others(tmp_path, monkeypatch):
    once = rounds(tmp_path / "once", monkeypatch, 7)
    again = rounds(tmp_path / "again", monkeypatch, 7)
    other = rounds(tmp_path / "other", monkeypatch, 8)
    assert once == again
    assert {table for table in FILLED if once[table] == other[table]} == {"report"}


def test_every_name_says_that_it_is_an_example_and_none_is_real(made_up):
    names = column(made_up, "select name from innovation")
    with (PUBLISHED / "innovations.csv").open(encoding="utf-8", newline="") as rows:
        real = {row["name"].lower() for row in csv.DictReader(rows)}
    assert all(name.endswith(" (contoh)") for name in names)
    assert not real & {name.removesuffix(" (contoh)").lower() for name in names}


def test_a_real_name_is_never_made_up_and_a_name_belongs_to_one_sector():
    every = [idea.name for ideas in simulate_names.catalogue(set()).values() for idea in ideas]
    real = every[1].removesuffix(" (contoh)").lower()
    left = [idea.name for ideas in simulate_names.catalogue({real}).values() for idea in ideas]
    assert len(set(every)) == len(every)
    assert set(every) - set(left) == {every[1]}


def test_a_government_that_has_used_up_a_sector_still_repeats_no_name():
    size = len(simulate_names.catalogue(set())["32"])
    of_one = np.repeat("32", 2 * size + 1)
    names = simulate_names.named(np.random.default_rng(0), of_one == "", of_one, set())["name"]
    assert names.is_unique
    assert names.str.endswith(" 2 (contoh)").sum() == size
    assert names.str.endswith(" 3 (contoh)").sum() == 1


def test_names_between_governments_are_seldom_nearly_the_same(made_up):
    from rapidfuzz import fuzz, process, utils

    rows = made_up.execute("select name, code from innovation").fetchall()
    names, codes = (list(one) for one in zip(*rows, strict=True))
    likeness = process.cdist(names, names, scorer=fuzz.ratio, processor=utils.default_process)
    elsewhere = np.array(codes)[:, None] != np.array(codes)[None, :]
    assert ((likeness >= 90) & elsewhere).any(axis=1).mean() < 0.15


def test_every_government_reports_all_20_spd_rows_every_year(made_up):
    found = made_up.execute("""
        select code, year, count(distinct indicator), min(basis) || max(basis)
        from government_level join report using (code, year) group by code, year
    """).fetchall()
    assert len(found) == 13 * 2
    assert {row[2:] for row in found} == {(20, "dilaporkandilaporkan")}


def test_every_reported_innovation_has_all_20_sid_rows(made_up):
    lacking = made_up.execute("""
        select innovation_id, year from innovation_report
        left join innovation_level using (innovation_id, year)
        group by innovation_id, year having count(distinct indicator) <> 20
    """).fetchall()
    assert lacking == []


def test_counts_are_the_published_ones_where_known_and_near_them_a_year_later(made_up):
    counts = pd.DataFrame(
        made_up.execute("""
            select code, year, count(*) from innovation_report join innovation using (innovation_id)
            group by code, year
        """).fetchall(),
        columns=["code", "year", "innovations"],
    ).pivot(index="code", columns="year", values="innovations")
    known = {"6301": 28, "6304": 20, "6305": 65, "6306": 62, "6309": 291, "6311": 200, "6371": 33,
             "6372": 32}  # fmt: skip
    assert counts[2025].loc[list(known)].to_dict() == known
    change = counts[2026] / counts[2025]
    assert change.dropna().between(0.6, 1.6).all()
    assert counts[2026].drop(list(known)).between(8, 100).all()


def test_a_final_count_goes_before_a_later_one_that_is_not(tmp_path):
    file = tmp_path / "claims.csv"
    file.write_text(
        "code,year,innovations,count_final\n"
        "1,2020,20,ya\n1,2023,99,tidak\n2,2021,5,tidak\n2,2022,6,tidak\n3,2022,,ya\n4,,7,ya\n"
    )
    assert simulate_rounds.published_counts(file) == {"1": {2020: 20}, "2": {2021: 5, 2022: 6}}


def test_a_first_round_takes_the_latest_count_known_by_then():
    published = {"a": {2019: 11, 2024: 44, 2027: 77}, "b": {2026: 66}}
    counts = simulate_rounds.counts(
        np.random.default_rng(0), np.zeros(2), ["a", "b"], [2025, 2026, 2027], published, False
    )
    assert counts[0, 0] == 44
    assert counts[0, 2] == 77
    assert counts[1, :2].tolist() == [66, 66]


def test_about_half_of_a_report_is_carried_over_and_never_after_a_gap(made_up):
    carried, reported = made_up.execute("""
        select count(*) filter (before.year is not null), count(*)
        from innovation_report as now
        left join innovation_report as before
            on before.innovation_id = now.innovation_id and before.year = now.year - 1
        where now.year = 2026
    """).fetchone()
    assert 0.35 < carried / reported < 0.5


def test_an_innovation_that_goes_on_loses_no_level_and_no_stage(made_up):
    falls = made_up.execute("""
        select count(*) from innovation_level as now
        join innovation_level as before
            on before.innovation_id = now.innovation_id and before.indicator = now.indicator
            and before.year = now.year - 1
        where now.level < before.level
    """).fetchone()
    backwards = made_up.execute("""
        select count(*) from innovation_report as now
        join innovation_report as before
            on before.innovation_id = now.innovation_id and before.year = now.year - 1
        where list_position(['inisiatif', 'uji coba', 'penerapan'], now.stage)
            < list_position(['inisiatif', 'uji coba', 'penerapan'], before.stage)
    """).fetchone()
    assert (falls, backwards) == ((0,), (0,))


def test_most_innovations_are_in_use_some_on_trial_few_an_idea(made_up):
    share = dict(
        made_up.execute(
            "select stage, count(*) / (select count(*) from innovation_report)"
            " from innovation_report group by stage"
        ).fetchall()
    )
    assert share["penerapan"] > 0.75
    assert share["penerapan"] > share["uji coba"] > share["inisiatif"] > 0


def test_dates_are_in_order_and_agree_with_years_and_stages(made_up):
    wrong = made_up.execute("""
        select innovation_id from innovation join innovation_report using (innovation_id)
        where trial_date > applied_date or year(trial_date) <> first_year
            or applied_date > (select data_date from dataset) or first_year > innovation_report.year
            or (stage = 'penerapan') <> (applied_date <= make_date(innovation_report.year, 8, 31))
            or (stage = 'inisiatif') <> (trial_date > make_date(innovation_report.year, 8, 31))
            or last_year <> (select max(year) from innovation_report as told
                where told.innovation_id = innovation.innovation_id)
    """).fetchall()
    assert wrong == []


def test_no_field_of_a_record_is_empty(made_up):
    rows = made_up.execute("from innovation").df().drop(columns=list(MAY_BE_EMPTY))
    assert not rows.isna().to_numpy().any()
    assert not (rows.astype(str) == "").to_numpy().any()


def test_an_office_that_documents_well_does_so_everywhere(made_up):
    rows = made_up.execute("""
        select code, office, maturity from maturity join innovation using (innovation_id, code)
        where ruleset = '2026' and year = 2026 and code in ('6309', '6311')
    """).df()
    rows["maturity"] -= rows.groupby("code")["maturity"].transform("mean")
    rng = np.random.default_rng(1)

    def between(maturity: np.ndarray) -> float:
        means = pd.Series(maturity).groupby([rows["code"], rows["office"]]).transform("mean")
        return float(means.var())

    shuffled = [between(rng.permutation(rows["maturity"])) for _ in range(200)]
    assert between(rows["maturity"].to_numpy()) > 1.5 * max(shuffled)


def test_hard_rows_are_rarely_reached_and_easy_ones_nearly_always(made_up):
    mean = dict(
        made_up.execute(
            "select indicator, avg(level) from innovation_level group by indicator"
        ).fetchall()
    )
    hardest = sorted(mean, key=mean.get)
    assert hardest[0] == "REPLIKASI"
    assert {"REGULASI", "VIDEO"} <= set(hardest[:5])
    assert hardest.index("SOSIALISASI") >= 15


def test_a_government_of_the_usual_kind_reaches_levels_as_often_as_written():
    codes, usual = ["REGULASI", "NEW_ROW"], np.random.default_rng(0).normal(0, 2, (40_000, 1))
    cuts = simulate_levels.thresholds(codes, simulate_levels.SID_SHARES, 2)
    levels = simulate_levels.reached(np.repeat(usual, 2, axis=1), cuts)
    shares = [100 * (levels >= level).mean(axis=0) for level in (1, 2, 3)]
    assert np.transpose(shares) == pytest.approx(np.array([(97, 45, 4), (80, 50, 25)]), abs=1)


def test_some_governments_lack_a_basic_service_and_some_have_all(made_up):
    reported = column(
        made_up, "select basic_sectors from index_result where ruleset = '2026' and spd > 0"
    )
    assert {6, 5} <= set(reported)
    assert min(reported) <= 4


def test_the_numbers_lie_where_real_ones_do(made_up):
    spd, low, high = made_up.execute("""
        select count(*) filter (spd not between 15 and 58), min(maturity_total / innovations),
            max(maturity_total / innovations)
        from index_result where ruleset = '2026' and innovations > 0
    """).fetchone()
    assert spd == 0
    assert 30 < low < 60
    assert 70 < high < 92


def test_one_empty_report_in_the_first_year_cannot_be_assessed(made_up):
    empty = made_up.execute("""
        select code, year, predicate from index_result where ruleset = '2026' and score = 0
    """).fetchall()
    [(code, year, predicate)] = empty
    assert (year, predicate) == (2025, "Tidak Dapat Dinilai")
    assert code not in {"6303", "6310"}
    levels = column(
        made_up, f"select level from government_level where code = '{code}' and year = 2025"
    )
    assert levels == [0] * 20


def test_tanah_bumbu_has_something_to_learn_from_banjar(made_up):
    score = dict(
        made_up.execute(
            "select code, score from index_result where ruleset = '2026' and year = 2026"
        ).fetchall()
    )
    assert score["6310"] < np.median(list(score.values())) < score["6303"]


def test_over_a_handful_of_seeds_every_predicate_occurs(tmp_path, monkeypatch):
    monkeypatch.setenv("INOVASI_BANUA_DB", str(tmp_path))
    seen: set[str] = set()
    for seed in (1, 2, 3):
        with queries.connect(build.build("simulasi", facts_only, seed=seed)) as db:
            found = column(db, "select predicate from index_result where ruleset = '2026'")
        assert found.count("Tidak Dapat Dinilai") == 1
        seen |= set(found)
    assert seen == {"Sangat Inovatif", "Inovatif", "Kurang Inovatif", "Tidak Dapat Dinilai"}


def test_a_copied_innovation_has_no_more_receivers_than_its_level_says(made_up):
    copied = made_up.execute("""
        select max(level) - count(*) as unnamed, count(distinct receiver_code) - count(*) as twice,
            bool_or(receiver_code = origin_code) as own
        from replication
        join innovation using (innovation_id)
        join innovation_level
            on innovation_level.innovation_id = replication.innovation_id
            and innovation_level.year = last_year and indicator = 'REPLIKASI'
        group by replication.innovation_id
    """).df()
    assert copied["unnamed"].ge(0).all()
    assert copied["twice"].eq(0).all()
    assert not copied["own"].any()
    assert 20 <= column(made_up, "select count(*) from replication")[0] <= 120


def test_all_that_is_made_up_names_one_source_that_says_so(made_up):
    told = made_up.execute(
        "select kind, publisher, title, accessed = data_date from source, dataset"
        " where source_id = 'F-simulasi'"
    ).fetchone()
    assert told[:2] == ("berkas", "Inovasi Banua (simulasi)")
    assert f"benih {shelf.FIRST_SEED}" in told[2]
    assert "rekaan" in told[2]
    assert told[3]
    for table in ("report", "innovation", "government_level", "replication"):
        assert column(made_up, f"select distinct source_id from {table}") == ["F-simulasi"]


def test_every_promise_holds_in_a_made_up_dataset(made_up):
    assert [report for report in queries.check(made_up) if report["rows"]] == []


# — A country to measure with


def test_a_made_up_country_has_552_governments_that_cannot_be_taken_for_real_ones():
    governments = simulate_national.invented()
    kinds = governments["kind"].value_counts().to_dict()
    assert kinds == {"Provinsi": 38, "Kabupaten": 410, "Kota": 91}
    assert len(governments) + 13 == 552
    for unique in ("code", "kemendagri_code", "name", "short_name"):
        assert governments[unique].is_unique
    assert governments["name"].str.contains("Rekaan").all()
    assert governments["code"].str.fullmatch("[0-9]{4}").all()
    real = [*range(11, 22), *range(31, 37), *range(51, 54), *range(61, 66), *range(71, 77),
            81, 82, *range(91, 98)]  # fmt: skip
    assert not set(governments["code"].str[:2].astype(int)) & set(real)


def test_its_squares_touch_only_their_neighbours_and_no_real_border():
    governments = simulate_national.squares(simulate_national.invented())
    drawn = simulate_national.shapes(governments)
    squares = shapely.from_geojson(drawn["geometry"].tolist())
    assert not shapely.is_ccw(shapely.get_exterior_ring(squares)).any()
    real = shapely.union_all(
        [shapely.from_geojson(one.geometry) for one in boundaries.load(boundaries.SCHEMATIC)]
    )
    assert not shapely.intersects(squares, real).any()
    pairs = simulate_national.neighbours(governments)
    ways = set(zip(pairs["code"], pairs["neighbour"], strict=True))
    assert ways == {(other, one) for one, other in ways}
    assert pairs["border_km"].between(75, 112).all()
    places = {code: place for place, code in enumerate(drawn["code"])}
    left, right = (squares[pairs[end].map(places)] for end in ("code", "neighbour"))
    assert shapely.length(shapely.intersection(left, right)).min() > 0.7


def test_its_figures_are_whole_and_in_range(published):
    rng = np.random.default_rng(0)
    figures = simulate_national.invented_figures(published, rng, ["0101", "0102", "0103"])
    assert figures.groupby(["fact", "year"])["code"].nunique().eq(3).all()
    features = column(published, "select distinct fact from common_year")
    assert set(features) <= set(figures["fact"])
    shares = figures["fact"].str.contains("share_of_grdp|rate")
    assert figures.loc[shares, "value"].between(0, 100).all()
    revenue = figures.pivot(index=["code", "year"], columns="fact", values="value")
    both = revenue[["realised_own_revenue", "realised_revenue"]].dropna()
    assert len(both) >= 3
    assert (both["realised_own_revenue"] < both["realised_revenue"]).all()


def test_a_small_country_is_built_and_keeps_every_promise(tmp_path, monkeypatch):
    monkeypatch.setenv("INOVASI_BANUA_DB", str(tmp_path))
    monkeypatch.setattr(simulate_national, "PROVINCES", 2)
    monkeypatch.setattr(simulate_national, "REGENCIES", 10)
    monkeypatch.setattr(simulate_national, "CITIES", 3)
    monkeypatch.setattr(simulate, "NATIONAL_YEARS", [2024, 2025, 2026])
    with queries.connect(queries.ensure("nasional", seed=1)) as db:
        reports = column(db, "select count(*) from report")
        scored = column(db, "select count(*) from index_result where ruleset = '2026'")
        alike = column(db, "select count(*) from regency_distance")
    assert (reports, scored, alike) == ([3 * 25], [3 * 25], [25 * 24])


def column(db: duckdb.DuckDBPyConnection, sql: str) -> list:
    return [row[0] for row in db.execute(sql).fetchall()]
