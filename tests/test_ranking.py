"""What the ranking asks and leaves behind: stakes, alike texts, who learns from whom."""

from functools import partial

import pandas as pd
import pytest

from queries import ask, candidates, near_duplicates, ranking, sensitivity
from queries.preparation import write
from queries.promises import check
from tests import toy

BASICS = ["01", "02", "03", "04", "05", "06"]
POINT = 0.38 / 2.5  # what one innovation adds to the count score, in index points
CODES = ["6301", "6302", "6305", "6309", "6310", "6371"]


@pytest.fixture
def db():
    with toy.official() as province:
        yield province


def told(db, question, columns, **given):
    """Chosen columns of the answer to a question, as tuples."""
    return toy.rows(ask(db, question, **given), *columns.split())


def reported(db, basics, count, code="9901", **given):
    """A report of so many innovations: one in each basic sector, the others in sector 12."""
    sectors = BASICS[:basics] + ["12"] * (count - basics)
    toy.report(db, code, {}, [toy.innovation(0, sector) for sector in sectors], **given)


def stakes(db, year=None):
    rows = told(db, "sector_stakes", "sector_id points lacking", code="9901", year=year)
    return {sector: (points, lacking) for sector, points, lacking in rows}


# — What one more innovation in a sector would add


def test_with_enough_basic_services_every_sector_adds_the_same(db):
    reported(db, basics=5, count=12)
    found = stakes(db)
    assert found == dict.fromkeys(found, (pytest.approx(POINT), None))
    assert len(found) == 38


def test_the_innovations_reported_in_a_sector_are_counted_beside(db):
    reported(db, basics=2, count=5)
    counts = dict(told(db, "sector_stakes", "sector_id innovations", code="9901", year=None))
    assert {sector: count for sector, count in counts.items() if count} == {
        "01": 1, "02": 1, "12": 3
    }  # fmt: skip


def test_beyond_the_cap_no_sector_adds_anything(db):
    reported(db, basics=6, count=200)
    assert set(stakes(db).values()) == {(0, None)}


def test_the_last_missing_basic_service_opens_the_whole_count_score(db):
    reported(db, basics=4, count=10)
    found = stakes(db)
    assert found["05"] == found["06"] == (pytest.approx(11 * POINT), 1)
    assert found["01"] == found["12"] == (0, None)


def test_of_two_missing_basic_services_each_has_half_of_what_both_would_open(db):
    reported(db, basics=3, count=10)
    assert stakes(db)["06"] == (pytest.approx(12 * POINT / 2), 2)


def test_the_year_asked_for_decides_and_without_a_report_nothing_is_known(db):
    assert stakes(db) == {}
    reported(db, basics=5, count=12, year=2025)
    reported(db, basics=4, count=10, year=2026)
    assert stakes(db, 2025)["12"] == (pytest.approx(POINT), None)
    assert stakes(db, 2026)["12"] == stakes(db)["12"] == (0, None)


def test_a_candidate_is_strong_on_the_rows_of_its_last_report_at_the_highest_level(db):
    for year, levels in ((2025, {"VIDEO": 3}), (2026, {"MONEV": 3, "SDM": 3, "VIDEO": 2})):
        toy.report(db, "9902", {}, [toy.Innovation(levels, "12", "penerapan")], year=year)
    toy.add(db, "innovation", code="9902", innovation_id="unreported")
    pool = told(db, "candidate_pool", "innovation_id strong", code="9901")
    assert pool == [("9902-2025-000", "VIDEO"), ("9902-2026-000", "MONEV SDM"),
                    ("unreported", None)]  # fmt: skip


# — Texts that are alike


def about(db, code, innovation_id, text, sector="02", **more):
    toy.add(db, "innovation", code=code, innovation_id=innovation_id, sector_id=sector,
            description=text, **more)  # fmt: skip


@pytest.fixture
def described(db):
    """Own: a floating clinic. Elsewhere: the same, the same of another sector, other things."""
    about(db, "9901", "own", "Posyandu apung yang menimbang balita di sungai.")
    about(db, "9902", "same", "Posyandu apung di sungai bagi balita yang menimbang.")
    about(db, "9902", "other", "Kartu antrean pasien lewat pesan singkat di puskesmas.")
    about(db, "9903", "farm", "Posyandu apung yang menimbang balita di sungai.", sector="27")
    about(db, "9903", "far", "Bibit padi rawa untuk petani muda yang tahan asam.", sector="27")
    return db


def test_two_of_one_sector_that_share_their_rare_words_are_alike(described):
    found = told(described, "alike", "innovation_id own_id alike", code="9901")
    assert [row[:2] for row in found] == [("same", "own")]
    assert 70 < found[0][2] < 100


def test_a_text_that_one_government_gives_to_several_describes_none(described):
    empty = "Fungsi belum dijelaskan di sumber yang terbuka."
    for code, one in (("9901", "a"), ("9902", "b"), ("9902", "c")):
        about(described, code, one, empty)
    assert told(described, "alike", "innovation_id", code="9901") == [("same",)]


def test_the_long_name_is_part_of_what_an_innovation_is_about(described):
    about(described, "9903", "brand", "Layanan warga dengan kapal.",
          long_name="Posyandu Apung yang Menimbang Balita di Sungai")  # fmt: skip
    found = told(described, "alike", "innovation_id own_id", code="9903")
    assert sorted(found) == [("own", "brand"), ("same", "brand")]


# — Who can learn from whom


@pytest.fixture
def listed(db):
    """9901 finds seven at 9902, one of them nearly its own, and at 9903 one not admitted."""
    for code, count in (("9902", 7), ("9903", 1)):
        for number in range(count):
            about(db, code, f"{code}-{number}", "Satu kalimat tentang inovasi.", name=f"N{number}")
    scores = [0.9, 0.8, 0.7, 0.6, 0.5, 0.1, 0.95, 0.99]
    rows = pd.DataFrame({"code": "9901", "innovation_id": [f"9902-{one}" for one in range(7)]
                         + ["9903-0"], "score": scores, "place": [1, 2, 3, 4, 5, 6, None, None],
                         "admitted": [True] * 7 + [False], "need": 0.5,
                         "need_points": 2.0})  # fmt: skip
    others = pd.DataFrame({"code": ["9902", "9903"], "innovation_id": ["9903-0", "9902-0"],
                           "place": [None, 4], "score": [0.2, 0.3],
                           "admitted": [False, True]})  # fmt: skip
    write(db, "candidate", rows)
    write(db, "candidate", others)
    write(db, "near_duplicate", twin("9902-6"))
    return db


def twin(innovation_id):
    return pd.DataFrame({"code": ["9901"], "innovation_id": [innovation_id], "duplicate_name": 90,
                         "duplicate_of": "Milik sendiri", "duplicate_sector": True,
                         "duplicate_why": "nama 90/100"})  # fmt: skip


def test_the_matrix_counts_the_list_and_values_its_five_best(listed):
    rows = {row[:2]: row[2:] for row in
            told(listed, "learning", "code origin_code candidates value best")}  # fmt: skip
    assert len(rows) == 9
    assert rows["9901", "9902"] == (6, pytest.approx(0.7), "N0")
    assert rows["9901", "9903"] == rows["9901", "9901"] == (0, None, None)
    assert rows["9903", "9902"] == (1, pytest.approx(0.3), "N0")


def test_offers_are_the_lists_of_others_the_highest_place_first(listed):
    found = told(listed, "offers", "innovation_id learner_code place need_points", code="9902")
    assert found[:2] == [("9902-0", "9901", 1, 2.0), ("9902-1", "9901", 2, 2.0)]
    assert ("9902-0", "9903", 4, None) in found
    assert len(found) == 7
    assert told(listed, "offers", "place", code="9903") == []


def test_a_list_out_of_order_with_an_own_innovation_or_its_twin_breaks_the_promise(listed):
    def broken():
        report = {one["name"]: one for one in check(listed)}["candidates_are_of_others"]
        return [(row["code"], row["innovation_id"]) for row in report["rows"]]

    assert broken() == []
    listed.execute("update candidate set score = 1 where place = 6")
    write(listed, "candidate", pd.DataFrame({"code": ["9903"], "innovation_id": ["9903-0"],
                                             "admitted": [False]}))  # fmt: skip
    assert broken() == [("9901", "9902-4"), ("9903", "9903-0")]
    write(listed, "near_duplicate", twin("9902-1"))
    assert broken() == [("9901", "9902-1"), ("9901", "9902-4"), ("9903", "9903-0")]


# — The own row "Replikasi", and the levels of a few


def test_a_level_of_replication_is_worth_its_weight_over_all_innovations(db):
    copied = [toy.Innovation({"REPLIKASI": level}, "12", "penerapan") for level in (2, 0)]
    toy.report(db, "9901", {}, [*copied, *[toy.innovation(0)] * 28])
    toy.add(db, "innovation", code="9901", innovation_id="unreported", name="Z")
    for receiver in ("9902", "9902", "9903", None, "9901"):
        toy.add(db, "replication", innovation_id="9901-2026-001", receiver_code=receiver)
    toy.add(db, "replication", innovation_id="9901-2026-000", status="kunjungan")
    rows = told(db, "replication_row", "level regencies points_per_level", code="9901")
    worth = pytest.approx(100 * 3 / 30 / 250)
    assert rows[:3] == [(2, 0, worth), (0, 3, worth), (0, 0, worth)]
    assert rows[-1] == (None, 0, None)
    assert len(rows) == 31


def test_what_is_no_longer_reported_has_a_level_and_adds_nothing(db):
    for year in (2025, 2026):
        toy.report(db, "9901", {}, [toy.Innovation({"REPLIKASI": 1}, "12", "penerapan")], year=year)
    rows = told(db, "replication_row", "innovation_id level points_per_level", code="9901")
    assert rows[0] == ("9901-2025-000", 1, None)
    assert rows[1] == ("9901-2026-000", 1, pytest.approx(100 * 3 / 12 / 250))


def test_levels_are_told_row_by_row_and_silence_is_level_0(db):
    toy.report(db, "9901", {}, [toy.Innovation({"VIDEO": 2}, "12", "penerapan"), toy.innovation(0)])
    asked = ["9901-2026-000", "nobody"]
    rows = told(db, "levels_of", "innovation_id number indicator level weight", innovations=asked)
    assert len(rows) == 20
    assert rows[0] == ("9901-2026-000", "16", "REGULASI", 0, 3)
    assert rows[-1] == ("9901-2026-000", "35", "VIDEO", 2, 4)


# — Steadiness


def known(**parts):
    """Candidates known by a few parts, the others unknown; ids a, b, c …"""
    count = len(next(iter(parts.values())))
    names = list("abcdefgh"[:count])
    unknown = dict.fromkeys(candidates.PARTS, [float("nan")] * count)
    return pd.DataFrame({"innovation_id": names, "name": names} | unknown | parts)


def test_who_is_best_in_everything_stays_whatever_the_weights():
    parts = [0.9, 0.8, 0.7, 0.6, 0.5, 0.1]
    found = sensitivity.stability(known(need=parts, proof=parts, fit=parts))
    assert found[:3] == (3**3 - 3, 1.0, 5.0)
    assert found.stays.to_dict() == dict(zip("abcdef", [1.0] * 5 + [0.0], strict=True))


def test_who_is_best_by_one_part_alone_is_first_in_half_of_the_draws():
    found = sensitivity.stability(known(need=[1.0, 0.5], proof=[0.5, 1.0]), count=1)
    assert found[:3] == (6, 0.5, 0.5)  # the tie as chosen goes to b, whose proof is better
    assert found.stays.to_dict() == {"a": 0.5, "b": 0.5}


def test_a_part_left_out_does_not_come_back():
    none = dict.fromkeys(candidates.PARTS, 1.0) | {"need": 0.0}
    found = sensitivity.stability(known(need=[1.0, 0.5], proof=[0.5, 1.0]), none, count=1)
    assert found[:3] == (0, 1.0, 1.0)
    assert found.stays.to_dict() == {"a": 0.0, "b": 1.0}


def test_five_weights_move_in_240_ways():
    parts = {part: [0.5, 0.6] for part in candidates.PARTS}
    assert sensitivity.stability(known(**parts)).draws == 240


def test_few_or_no_rows_stay_by_themselves():
    assert sensitivity.stability(known(need=[0.5], proof=[0.2]))[1:3] == (1.0, 1.0)
    empty = known(need=[0.5]).iloc[:0]
    assert sensitivity.stability(empty)[:3] == (0, 1.0, 0.0)


def test_a_part_of_zero_and_one_unknown_are_no_trouble():
    found = sensitivity.stability(
        known(need=[0.0, 0.4, float("nan")], fit=[1.0, 0.1, 0.3]), count=2
    )
    assert found.stays.to_dict() == {"a": 0.0, "b": 1.0, "c": 1.0}


def test_weights_that_are_none_are_refused():
    with pytest.raises(ValueError, match="weights"):
        sensitivity.stability(known(need=[0.5]), dict.fromkeys(candidates.PARTS, 0.0))


# — The whole, on the made-up round and on the published facts


@pytest.fixture(params=["published", "simulated"])
def asked(request):
    return partial(ask, request.getfixturevalue(request.param))


@pytest.mark.parametrize("code", CODES)
def test_what_the_file_holds_is_what_the_ranking_says(request, simulated, code):
    rows = ranking.placed(ranking.ranking(partial(ask, simulated), code, None), code)
    kept = simulated.cursor().execute(
        "select * from candidate where code = $code order by innovation_id", {"code": code}
    ).df()  # fmt: skip
    rows = rows.sort_values("innovation_id", ignore_index=True)
    pd.testing.assert_frame_equal(kept, rows[kept.columns.tolist()], check_dtype=False)


@pytest.mark.parametrize("code", CODES)
def test_the_twins_stored_are_those_that_would_be_found_now(asked, code):
    setting = asked("settings").set_index("setting")["value"]
    own, alike = asked("own_innovations", code=code), asked("alike", code=code)
    copies = asked("own_copies", code=code)
    found = near_duplicates.found(asked("candidate_pool", code=code), own, alike, copies, setting)
    assert asked("about")["duplicates_stored"].all()
    pd.testing.assert_frame_equal(
        asked("near_duplicates", code=code),
        found.sort_values("innovation_id", ignore_index=True),
        check_dtype=False,
    )


@pytest.mark.parametrize("code", CODES)
def test_even_weights_give_the_plain_geometric_mean(asked, code):
    rows = ranking.ranking(asked, code, None)
    parts = rows[list(candidates.PARTS)].astype("float64")
    plain = parts.prod(axis=1) ** (1 / parts.notna().sum(axis=1))
    pd.testing.assert_series_equal(rows["score"], plain, check_names=False)
    listed = rows[rows["duplicate_of"].isna()]
    assert listed["score"].is_monotonic_decreasing
    assert rows["duplicate_of"].isna().is_monotonic_decreasing


@pytest.mark.parametrize("code", CODES)
def test_every_point_of_need_is_traced_to_a_row_a_sector_or_a_linked_figure(simulated, code):
    rows = ranking.ranking(partial(ask, simulated), code, None)
    grounds = rows[["need_row_total", "need_indicator_points", "need_sector_points"]]
    assert rows["need_points"].tolist() == pytest.approx(grounds.sum(axis=1).tolist())
    assert (rows["need_points"] <= rows["need_most"] + 1e-9).all()
    assert rows["need"].between(0.2, 1).all()
    told = [sum(map(float, points.split())) for points in rows["need_row_points"]]
    assert told == pytest.approx(rows["need_row_total"].tolist(), abs=1e-3)


@pytest.mark.parametrize("code", CODES)
def test_nobody_is_offered_what_it_copied(simulated, code):
    copied = set(ask(simulated, "own_copies", code=code)["innovation_id"])
    placed = simulated.cursor().execute(
        "select innovation_id from candidate where code = $code and place is not null",
        {"code": code},
    ).df()  # fmt: skip
    assert copied.isdisjoint(placed["innovation_id"])


def test_published_near_duplicates_are_true_ones(published):
    rows = ranking.ranking(partial(ask, published), "6310", None)
    twins = rows[rows["duplicate_of"].notna()]
    assert dict(zip(twins["name"], twins["duplicate_of"], strict=True)) == {"SIID": "SERASI"}
    assert twins["duplicate_why"].tolist() == ["nama 40/100, urusan sama, uraian 74/100"]


def test_every_government_has_its_list_and_the_best_is_nobodys_learner(simulated):
    matrix = ask(simulated, "learning").set_index(["code", "origin_code"])["candidates"]
    assert len(matrix) == 13 * 13
    assert matrix.loc["6309"].sum() == 0
    assert (matrix.xs("6309", level="origin_code").drop("6309") > 0).all()
