"""What each step of a scenario does to the index, on reports one can check in the head."""

from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import queries
from pages.parts import access, whatif
from queries import scenario
from queries.steps import Copy, Cover, Drop, Lift, New, Rules
from tests import playing, toy
from tests.playing import total
from tests.test_index import BASIC, ROWS, governments, innovations, spread

GOVERNMENT = dict.fromkeys(ROWS["SPD"], 0) | toy.spd(45)
SAME = ["spd", "innovations", "maturity_total", "mean_maturity", "basic_sectors",
        "missing_sectors", "count_score", "score"]  # fmt: skip
CODES = [*(f"63{number:02}" for number in range(1, 12)), "6371", "6372"]
few = settings(max_examples=15, deadline=None, database=None)
many = settings(max_examples=100, deadline=None, database=None)


@pytest.fixture(scope="module")
def rules():
    with toy.official("9901", "9902", "9903") as db:
        yield db


@pytest.fixture
def db(rules):
    with playing.emptied(rules):
        yield rules


def video(*levels: int, sector: str = "12") -> list[toy.Innovation]:
    """Innovations that hold nothing but row 35, which weighs 4."""
    return [toy.Innovation({"VIDEO": level}, sector, "penerapan") for level in levels]


def playing_on(db, innovations: list[toy.Innovation], link: str, government=GOVERNMENT):
    toy.report(db, "9901", government, innovations)
    return playing.played(db, playing.start(db, "9901"), link)


def added(after: pd.DataFrame, column: str = "score") -> list[float]:
    return after[column].diff().iloc[1:].tolist()


def column(done: scenario.Played, indicator: str = "VIDEO") -> list[int]:
    """Levels on one row at the end, most mature as reported first."""
    return done.levels[:, done.columns.index(indicator)].tolist()


# — Raising levels


@pytest.mark.parametrize(("step", "levels", "touched", "raised"), [
    ("naik.35.2.semua", [2, 2, 2, 2], 2, 3),
    ("naik.35.3.semua", [3, 3, 3, 3], 4, 7),
    ("naik.35.1.semua", [2, 2, 1, 1], 1, 1),
    ("naik.35.3.3", [3, 3, 3, 0], 3, 4),       # the nearest: 2, 2, 1
    ("naik.35.3.0", [2, 2, 1, 0], 0, 0),
    ("naik.35.3.9901-2026-000", [2, 2, 1, 3], 1, 3),
    ("naik.35.2.9901-2026-000~9901-2026-003", [2, 2, 1, 2], 1, 2),
    ("naik.35.m150.semua", [3, 2, 1, 0], 1, 1),  # 6 of 4 × 1.5: one level more
    ("naik.35.m151.semua", [3, 3, 1, 0], 2, 2),  # 7 of 6.04
    ("naik.35.b250.semua", [3, 3, 3, 1], 4, 5),  # once each, then again those nearest to the top
    ("naik.35.b300.semua", [3, 3, 3, 3], 4, 7),
    ("naik.35.m125.semua", [2, 2, 1, 0], 0, 0),  # reached already
    ("naik.35.m300.1", [3, 2, 1, 0], 1, 1),    # one alone cannot reach it
])  # fmt: skip
def test_a_row_is_raised_as_far_as_the_step_says(db, step, levels, touched, raised):
    done, after = playing_on(db, video(0, 1, 2, 2), step)
    assert column(done) == levels
    assert (done.touched, done.raised) == ([touched], [raised])
    assert added(after, "maturity_total") == [4 * raised]
    assert added(after) == pytest.approx([100 * 4 * raised / 12 / 250])


@many
@given(levels=st.lists(st.integers(0, 3), min_size=1, max_size=20),
       goal=st.integers(0, 300).map(lambda one: one / 100))  # fmt: skip
def test_a_benchmark_is_reached_with_no_more_levels_than_needed(levels, goal):
    before = np.array(sorted(levels, reverse=True))
    everyone = np.ones(len(before), bool)
    after = scenario.lifted(before, everyone, everyone, Lift("35", "median", goal))
    raised = int((after - before).sum())
    assert (after >= before).all()
    assert after.max() <= 3
    assert after.mean() >= min(goal, 3) - 1e-9
    if raised:
        assert (before.sum() + raised - 1) / len(before) < goal - 1e-9


def test_a_lift_goes_on_from_what_the_one_before_left(db):
    done, after = playing_on(db, video(0, 1, 2), "naik.35.2.semua_naik.35.3.2_naik.35.3.semua")
    assert (done.touched, done.raised) == ([2, 2, 1], [3, 2, 1])
    assert added(after, "maturity_total") == [12, 8, 4]
    assert column(done) == [3, 3, 3]


def test_the_same_lift_twice_brings_nothing_more(db):
    done, after = playing_on(db, video(0, 1), "naik.35.3.semua_naik.35.3.semua")
    assert (done.touched[1], done.raised[1], added(after)[1]) == (0, 0, 0)


@pytest.mark.parametrize(("step", "raised"), [
    ("naik.9.3.semua", 2), ("naik.9.m150.semua", 1), ("naik.9.m100.semua", 0),
    ("naik.9.1.semua", 0),
])  # fmt: skip
def test_a_government_row_is_raised_to_the_next_whole_level(db, step, raised):
    done, after = playing_on(db, video(0), step, GOVERNMENT | {"LAKIP": 1})
    assert (done.government["LAKIP"], done.raised) == (1 + raised, [raised])
    assert added(after, "spd") == [1.0 * raised]
    assert added(after) == pytest.approx([raised * 100 / 250])
    assert added(after, "spd_points") == pytest.approx(added(after))


# — Leaving out, adding


def test_the_weakest_are_left_out_first_and_their_sectors_with_them(db):
    own = [toy.innovation(70, "01"), toy.innovation(20, "02"), toy.innovation(50, "01")]
    done, after = playing_on(db, own, "lepas.1_lepas.1_lepas.5")
    assert after["innovations"].tolist() == [3, 2, 1, 0]
    assert after["maturity_total"].tolist() == [140, 120, 70, 0]
    assert after["basic_sectors"].tolist() == [2, 1, 1, 0]
    assert after["mean_maturity"].iloc[-1] == 0
    assert done.touched == [1, 1, 1]
    assert done.levels.shape[0] == 0


def test_named_innovations_are_left_out_once(db):
    own = [toy.innovation(70), toy.innovation(20), toy.innovation(50)]
    link = "lepas.9901-2026-000~9901-2026-002_lepas.9901-2026-000"
    done, after = playing_on(db, own, link)
    assert after["maturity_total"].tolist() == [140, 20, 20]
    assert done.touched == [2, 0]


def test_what_is_left_out_cannot_be_raised_any_more(db):
    done, after = playing_on(
        db, video(0, 1, 2), "lepas.9901-2026-002_naik.35.3.semua_naik.35.3.9901-2026-002"
    )
    assert (done.touched, done.raised) == ([1, 2, 0], [0, 5, 0])
    assert after["maturity_total"].tolist() == [12, 4, 24, 24]


def test_what_was_raised_and_then_left_out_takes_its_gain_along(db):
    _, after = playing_on(db, video(0, 1, 2), "naik.35.3.semua_lepas.9901-2026-000")
    assert after["maturity_total"].tolist() == [12, 36, 24]


def test_the_mean_that_is_to_be_reached_is_that_of_those_still_reported(db):
    done, _ = playing_on(db, video(0, 0, 2, 2), "lepas.2_naik.35.m250.semua")
    assert (column(done), done.raised) == ([3, 2], [0, 1])


def test_a_basic_service_brings_the_count_score_back_and_the_parts_say_so(db):
    _, after = playing_on(db, spread(12, 70, 4), "isi.05.70")
    assert after["count_score"].tolist() == pytest.approx([0, 13 * 0.38])
    assert added(after, "count_points") == pytest.approx([13 * 0.38 * 100 / 250])
    assert added(after, "maturity_points") == pytest.approx([0])
    assert after["basic_sectors"].tolist() == [4, 5]
    assert after["missing_sectors"].tolist() == ["05 06", "06"]


def test_losing_a_basic_service_takes_the_count_score_away(db):
    _, after = playing_on(db, spread(12, 70, 5), "lepas.9901-2026-004")
    assert after["count_score"].tolist() == pytest.approx([12 * 0.38, 0])
    assert added(after, "count_points")[0] < 0


def test_a_copy_brings_its_sector_along_and_a_new_one_none(db):
    toy.report(db, "9902", {}, [toy.innovation(90, "05"), toy.innovation(90, None)])
    link = "tiru.9902-2026-001.60_baru.2.60_tiru.9902-2026-000.60"
    done, after = playing_on(db, spread(4, 60, 4), link)
    assert after["innovations"].tolist() == [4, 5, 7, 8]
    assert after["basic_sectors"].tolist() == [4, 4, 4, 5]
    assert after["maturity_total"].tolist() == [240, 300, 420, 480]
    assert done.touched == [1, 2, 1]


def gains(db, code: str = "9901") -> dict[str, tuple[float, float]]:
    """What copying each innovation of the others brings: as at its origin, as usual here."""
    rows = queries.ask(db, "copy_gains", code=code, year=None)
    return {row.innovation_id: (row.as_origin, row.as_usual) for row in rows.itertuples()}


@pytest.mark.parametrize("own", [spread(4, 60, 4), spread(12, 70, 6), spread(14, 61, 5), []])
def test_a_copy_brings_what_a_scenario_of_one_step_says(db, own):
    toy.report(db, "9902", {}, [toy.innovation(90, "05"), toy.innovation(40, None)])
    toy.report(db, "9901", GOVERNMENT, own)
    start = playing.start(db, "9901")
    usual = queries.ask(db, "copy_gains", code="9901", year=None)["usual_maturity"].iloc[0]
    for innovation_id, told in gains(db).items():
        maturity = {"9902-2026-000": 90.0, "9902-2026-001": 40.0}[innovation_id]
        played = [
            playing.played(db, start, [Copy(innovation_id, one)])[1] for one in (maturity, usual)
        ]
        assert told == pytest.approx(tuple(added(after)[0] for after in played))


def test_without_a_report_nobody_knows_what_a_copy_brings(db):
    toy.report(db, "9902", {}, [toy.innovation(90, "05")])
    assert gains(db) == {}


@pytest.mark.parametrize(("count", "maturity", "falls"), [(12, 60, True), (12, 66, False),
                                                          (11, 60, False)])  # fmt: skip
def test_a_weak_new_innovation_costs_points_from_the_thirteenth_on(db, count, maturity, falls):
    _, after = playing_on(db, spread(count, 70, 6), f"baru.1.{maturity}")
    mean = (maturity - 70) / (count + 1) if count >= 12 else maturity / 12
    assert total(after.iloc[1]) - total(after.iloc[0]) == pytest.approx(mean + 0.38)
    assert (added(after)[0] < 0) == falls


def test_more_innovations_than_the_rules_count_bring_no_count_score(db):
    _, after = playing_on(db, spread(10, 50, 6), "baru.195.50_baru.10.50")
    assert after["count_score"].tolist() == pytest.approx([3.8, 76, 76])
    assert added(after)[1] == pytest.approx(0)


# — Other rules


def test_the_rules_of_2027_divide_by_14_and_ask_for_six_basic_services(db):
    _, after = playing_on(db, spread(12, 70, 5), "aturan.2027-prognosis_isi.06.70")
    assert after["mean_maturity"].tolist() == pytest.approx([70, 60, 65])
    assert after["count_score"].tolist() == pytest.approx([12 * 0.38, 0, 13 * 0.38])
    assert after["basic_sectors_min"].tolist() == [5, 6, 6]
    assert after["rule_year"].tolist() == [2026, 2027, 2027]
    assert after["bands_known"].tolist() == [True, False, False]
    assert after["predicate"].notna().all()


def test_the_next_band_and_the_way_to_it_are_told(db):
    _, after = playing_on(db, spread(11, 70, 5), "naik.35.1.0", GOVERNMENT)
    now = after.iloc[0]  # 45 + 64.17 + 4.18 of 250
    assert round(now["score"], 2) == 45.34
    assert (now["predicate"], now["next_predicate"]) == ("Inovatif", "Sangat Inovatif")
    assert now["distance"] == pytest.approx(65.01 - 45.34)


def test_above_the_highest_band_there_is_no_next(db):
    _, after = playing_on(db, spread(200, 80, 6), "")
    assert after["predicate"].tolist() == ["Sangat Inovatif"]
    assert after[["next_predicate", "next_lower", "distance"]].isna().all(axis=None)


def test_an_empty_report_can_be_played_too(db):
    done, after = playing_on(db, [], "lepas.3_baru.2.30_naik.9.3.semua", {"LAKIP": 0})
    assert after["score"].tolist() == pytest.approx([0, 0, 2, 3.2])
    assert done.levels.size == 0


# — Which report


@pytest.mark.parametrize(
    ("year", "found"), [(2025, 2025), (2026, 2026), (2024, 2026), (None, 2026)]
)
def test_the_report_in_view_is_that_of_the_year_or_else_the_latest(db, year, found):
    toy.report(db, "9901", {}, video(1), year=2025)
    toy.report(db, "9901", {}, video(1, 2), year=2026)
    rows = queries.ask(db, "report", code="9901", year=year)
    assert toy.rows(rows, "year", "ruleset", "innovations") == [(found, "2026", found - 2024)]


def test_a_report_by_rules_whose_rows_are_unknown_cannot_be_played(db):
    toy.report(db, "9901", {}, video(1), year=2023, ruleset="2023")
    assert queries.ask(db, "report", code="9901", year=2023).empty


# — What makes no sense here


@pytest.mark.parametrize("step", [
    Lift("99", "parameter", 3), Lift("9", "parameter", 3, ("nobody",)),
    Lift("16", "parameter", 3, ("9901-2026-000", "9902-2026-000")),
    Copy("nobody", 10), Copy("9901-2026-000", 10), Copy("9902-2026-000", 111.5), New(1, 112),
    Cover("12", 10), Cover("01", 999), Drop(("9902-2026-000",)), Drop(("semua",)),
    Rules("2023"), Rules("2031"),
])  # fmt: skip
def test_a_step_that_names_what_is_not_there_is_not_allowed(db, step):
    toy.report(db, "9902", {}, [toy.innovation(90)])
    toy.report(db, "9901", {"LAKIP": 1}, [toy.innovation(90)])
    start = playing.start(db, "9901").state
    assert not start.allows(step)
    assert start.allows(Lift("9", "parameter", 3))
    assert start.allows(Copy("9902-2026-000", 111))


def test_a_government_row_the_report_says_nothing_of_is_raised_from_0(db):
    done, after = playing_on(db, [], "naik.8.3.semua", {"LAKIP": 1})
    weight = db.execute("select weight from indicator where number = '8'").fetchone()[0]
    assert [change[3:] for change in done.change] == [(0, 3)]
    assert added(after, "spd") == [pytest.approx(3 * weight)]


def test_without_innovations_no_row_of_innovations_can_be_raised(db):
    toy.report(db, "9901", {"LAKIP": 1}, [])
    assert not playing.start(db, "9901").state.allows(Lift("16", "parameter", 3))


# — The end of a scenario is what a report of that state would score


def steps_for(own: int) -> st.SearchStrategy:
    """Any step that makes sense for a report of so many innovations."""
    ids = st.lists(
        st.integers(0, max(0, own - 1)).map(lambda number: f"9901-2026-{number:03}"),
        min_size=1, max_size=3, unique=True,
    ).map(tuple)  # fmt: skip
    who = st.just("semua") | st.integers(0, 5) | ids
    numbers = st.sampled_from(["1", "5a", "9", "15", "16", "31", "33", "35"])
    maturity = st.integers(0, 111).map(float)
    return st.one_of(
        st.builds(Lift, numbers, st.just("parameter"), st.sampled_from([1.0, 2.0, 3.0]), who),
        st.builds(Lift, numbers, st.just("median"), st.sampled_from([0.5, 1.25, 2.2, 3.0]), who),
        st.builds(Copy, st.sampled_from(["9903-2026-000", "9903-2026-001"]), maturity),
        st.builds(New, st.integers(1, 4), maturity),
        st.builds(Cover, st.sampled_from(BASIC), maturity),
        st.builds(Drop, st.integers(0, 3) | ids),
        st.builds(Rules, st.sampled_from(["2026", "2027-prognosis"])),
    )


def standing(done: scenario.Played, own: pd.DataFrame) -> list[toy.Innovation]:
    """The innovations at the end as a report would hold them."""
    left_out = {key for _, key in done.dropped}
    kept = own[~own["innovation_id"].isin(left_out)]["sector_id"].tolist()
    rows = [dict(zip(done.columns, map(int, row), strict=True)) for row in done.levels]
    return [
        toy.Innovation(levels, known(sector), "penerapan")
        for sector, levels in zip(kept, rows, strict=True)
    ] + [toy.innovation(int(maturity), known(sector)) for _, _, sector, maturity in done.added]


def known(sector: str | float | None) -> str | None:
    return None if pd.isna(sector) else str(sector)


@few
@given(data=st.data(), government=governments, own=st.lists(innovations, max_size=14))
def test_the_end_is_what_a_report_of_that_state_scores(rules, data, government, own):
    with playing.emptied(rules):
        toy.report(rules, "9903", {}, [toy.innovation(90, "03"), toy.innovation(90, None)])
        toy.report(rules, "9901", government, own)
        start = playing.start(rules, "9901")
        chosen = data.draw(st.lists(steps_for(len(own)), max_size=8))
        allowed = [step for step in chosen if start.state.allows(step)]
        done, after = playing.played(rules, start, allowed)
        end, ruleset = after.iloc[-1], done.stage[-1][1]
        toy.report(rules, "9902", done.government, standing(done, start.state.own))
        (result,) = rules.execute(
            "from index_result where code = '9902' and ruleset = $ruleset", {"ruleset": ruleset}
        ).df().to_dict("records")  # fmt: skip
        assert end[SAME].to_dict() == pytest.approx({name: result[name] for name in SAME})
        assert end["bands_known"] == (ruleset == "2026")
        if end["bands_known"]:
            assert end["predicate"] == result["predicate"]
        points = end["spd_points"] + end["maturity_points"] + end["count_points"]
        assert points == pytest.approx(end["score"])
        assert sorted(end["maturities"] if end["innovations"] else []) == pytest.approx(
            sorted(maturities_of(rules, "9902"))
        )


def maturities_of(db, code: str) -> list[float]:
    rows = db.execute(
        "select maturity from maturity where code = $code and ruleset = '2026'", {"code": code}
    )
    return [row[0] for row in rows.fetchall()]


# — On the made-up round


@pytest.fixture
def bench(simulated, monkeypatch):
    """bench("6309", 2026): a government as the page of scenarios takes it up, without a page."""

    def put(question, **given):
        return queries.ask(simulated, question, **given)

    monkeypatch.setattr(access, "ask", put)
    monkeypatch.setattr(access, "compute", put)

    def taken_up(code: str, year: int) -> whatif.Bench:
        view = access.View(
            "simulasi", year, code, code, code, "Kabupaten", None, None, False, True, 2026
        )
        return whatif.bench(view)

    return taken_up


@pytest.mark.parametrize("year", [2025, 2026])
@pytest.mark.parametrize("code", CODES)
def test_before_the_first_step_stands_what_was_reported(simulated, bench, code, year):
    outcome = bench(code, year).play("")
    (result,) = simulated.execute(
        "from index_result where code = $code and year = $year and ruleset = '2026'",
        {"code": code, "year": year},
    ).df().to_dict("records")  # fmt: skip
    now = outcome.now
    assert now[SAME].to_dict() == pytest.approx({name: result[name] for name in SAME})
    assert now["predicate"] == result["predicate"]
    assert now["bands_known"]


@pytest.mark.parametrize("year", [2025, 2026])
def test_the_rank_of_what_was_reported_is_the_stored_one(bench, year):
    for code in CODES:
        one = bench(code, year)
        outcome = one.play("")
        again = one.rank(outcome.after.iloc[[0]].to_dict("records")[0])
        pd.testing.assert_frame_equal(again, outcome.ranks.head(1), check_dtype=False)


def test_effects_add_up_to_the_way_from_now_to_then(bench):
    link = "naik.35.m250.semua_baru.5.20_lepas.3_aturan.2027-prognosis_naik.9.3.semua"
    outcome = bench("6310", 2026).play(link)
    effects = outcome.effects
    assert len(effects) == len(outcome.steps) == 5
    way = outcome.then["score"] - outcome.now["score"]
    assert effects["added_score"].sum() == pytest.approx(way)
    parts = effects[["added_spd_points", "added_maturity_points", "added_count_points"]]
    assert parts.sum(axis=1).tolist() == pytest.approx(effects["added_score"].tolist())
    for earlier, later in pairwise(effects.to_dict("records")):
        assert later["was_mean_maturity"] == pytest.approx(earlier["mean_maturity"])


def test_a_better_index_never_has_a_worse_rank(bench):
    outcome = bench("6310", 2026).play("naik.35.3.semua_naik.16.3.semua_naik.33.3.semua")
    assert outcome.then["score"] > outcome.now["score"]
    assert outcome.then["rank"] < outcome.now["rank"]
    assert outcome.then["rank_low"] <= outcome.then["rank"] <= outcome.then["rank_high"]


def test_a_step_that_makes_no_sense_here_is_skipped_and_named(bench):
    outcome = bench("6302", 2025).play("naik.16.2.semua_tiru.nobody.10_naik.9.3.semua_<b>")
    assert outcome.refused == ["<b>", "naik.16.2.semua", "tiru.nobody.10"]
    assert [step.number for step in outcome.steps] == ["9"]
