"""The smallest set of changes to a band: against every combination there is, and played through."""

from typing import NamedTuple

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import queries
from queries import scenario, suggestion
from queries import steps as writing
from queries.suggestion import Plan, Row
from tests import playing, toy
from tests.test_index import ROWS, governments, innovations
from tests.test_scenario import CODES, bench

__all__ = ["bench"]

RULES = {"2026": (12, 5), "2027-prognosis": (14, 6)}  # divisor, least basic services
few = settings(max_examples=15, deadline=None, database=None)
many = settings(max_examples=60, deadline=None, database=None)


class Case(NamedTuple):
    """A government whose rows may be raised, and what it takes to reach a target."""

    rows: list[Row]
    ruleset: str
    others: int  # innovations none of whose rows may be raised
    basic: int
    maturity: int
    most_new: int
    new_cost: int
    more: float  # index points above what it has

    @property
    def innovations(self) -> int:
        return self.others + max([len(row.levels) for row in self.of("SID")], default=0)

    def of(self, grouping: str) -> list[Row]:
        return [row for row in self.rows if row.grouping == grouping]


@st.composite
def cases(draw) -> Case:
    """Up to three government rows, up to two rows of up to three innovations."""
    weight, level = st.sampled_from([0.75, 1.0, 1.5, 2.0]), st.integers(0, 3)
    own = draw(st.integers(0, 3))
    government = draw(st.lists(st.tuples(weight, level), max_size=3))
    reported = draw(st.lists(st.tuples(weight, st.tuples(*[level] * own)), max_size=2))
    rows = [Row(f"{place}", "SPD", one, (held,)) for place, (one, held) in enumerate(government)]
    rows += [Row(f"{place}a", "SID", one, held) for place, (one, held) in enumerate(reported)]
    return Case(
        rows, draw(st.sampled_from(list(RULES))), draw(st.sampled_from([0, 3, 12, 198])),
        draw(st.integers(4, 6)), draw(st.integers(0, 111)), draw(st.integers(0, 2)),
        draw(st.integers(1, 4)), draw(st.integers(1, 900)) / 100,
    )  # fmt: skip


def index(case: Case, new: int, covered: int, spd: float, maturity: float) -> float:
    """The formula of the rules, by hand: 50 SPD points and innovations of 60 to begin with; `spd`
    and `maturity` are points on top of these, of the government and of all innovations."""
    count, (divisor, least) = case.innovations + new, RULES[case.ruleset]
    mean = (60 * case.innovations + new * case.maturity + maturity) / max(divisor, count)
    counted = 0.38 * min(200, count) if case.basic + covered >= least else 0
    return (50 + spd + mean + counted) / 250 * 100


def every_way(case: Case) -> pd.DataFrame:
    """All combinations of levels from those held up to 3: how many, and their points by group."""
    cells = [(row, level) for row in case.rows for level in row.levels]
    weights = np.array([row.weight for row, _ in cells])
    spd = np.array([row.grouping == "SPD" for row, _ in cells], bool)
    grids = np.meshgrid(*[np.arange(4 - level) for _, level in cells])
    raised = np.stack(grids, axis=-1).reshape(-1, len(cells)) if cells else np.zeros((1, 0))
    return pd.DataFrame(
        {"levels": raised.sum(axis=1), "spd": raised @ (weights * spd),
         "maturity": raised @ (weights * ~spd)}
    ).drop_duplicates()  # fmt: skip


def fewest_changes(case: Case, target: float) -> int | None:
    """The least number of changes of all combinations that reach the target."""
    ways, found = every_way(case), []
    for covered in range(6 - case.basic + 1):
        for added in range(case.most_new + 1):
            new = covered + added
            scores = index(case, new, covered, ways["spd"], ways["maturity"])
            reached = ways[scores >= target - 1e-9]
            found += (reached["levels"] + new * case.new_cost).tolist()
    return min(found, default=None)


def options(db, case: Case, most_new: int | None = None) -> pd.DataFrame:
    return queries.ask(
        db,
        "suggestion",
        ruleset=case.ruleset,
        spd=50,
        innovations=case.innovations,
        maturity_total=60 * case.innovations,
        basic_sectors=case.basic,
        maturity=case.maturity,
        most_new=case.most_new if most_new is None else most_new,
    )


@pytest.fixture(scope="module")
def rules():
    with toy.official("9901") as db:
        yield db


# — No plan is smaller


@many
@given(case=cases())
def test_no_combination_of_changes_is_smaller_than_the_plan(rules, case):
    target = index(case, 0, 0, 0, 0) + case.more
    plan = suggestion.cheapest(options(rules, case), case.rows, target, case.new_cost)
    assert (plan.changes if plan else None) == fewest_changes(case, target)


@many
@given(case=cases())
def test_a_plan_reaches_the_target_with_what_it_says(rules, case):
    target = index(case, 0, 0, 0, 0) + case.more
    plan = suggestion.cheapest(options(rules, case), case.rows, target, case.new_cost)
    if plan is None:
        return
    new = plan.covered + plan.added
    assert plan.changes == sum(plan.raises.values()) + new * case.new_cost
    assert plan.covered <= 6 - case.basic
    assert plan.added <= case.most_new
    points = {row.number: row.weight * plan.raises.get(row.number, 0) for row in case.rows}
    assert all(plan.raises.get(row.number, 0) <= row.room for row in case.rows)
    spd, maturity = (sum(points[row.number] for row in case.of(one)) for one in ("SPD", "SID"))
    assert index(case, new, plan.covered, spd, maturity) >= target - 1e-8


@many
@given(case=cases())
def test_more_new_innovations_than_most_new_make_no_smaller_plan(rules, case):
    target = index(case, 0, 0, 0, 0) + case.more
    first = suggestion.cheapest(options(rules, case, 0), case.rows, target, case.new_cost)
    most = suggestion.most_new(first, case.new_cost, cap=30)
    near, far = (
        suggestion.cheapest(options(rules, case, cap), case.rows, target, case.new_cost)
        for cap in (most, 45 if first else 30)
    )
    assert (near.changes if near else None) == (far.changes if far else None)


def test_new_innovations_that_are_worth_little_more_than_a_level_are_still_found(rules):
    rows = [Row(f"{number}", "SPD", 1, (0,)) for number in range(20)]
    case = Case(rows, "2026", 0, 6, 12, 0, 1, 1)  # a level brings 0.4, a new one 0.55
    target = index(case, 0, 0, 0, 0) + 4
    first = suggestion.cheapest(options(rules, case), rows, target, 1)
    most = suggestion.most_new(first, 1, cap=200)
    assert (first.changes, most) == (10, 10)
    plan = suggestion.cheapest(options(rules, case, most), rows, target, 1)
    assert (plan.changes, plan.added) == (8, 6)  # of equals, fewest new ones: 3.3 + 2 × 0.4


def test_the_options_are_scored_by_the_formula(rules):
    case = Case([], "2026", 12, 4, 30, 2, 1, 1)
    found = options(rules, case)
    assert toy.rows(found, "covered", "added") == [(c, a) for c in range(3) for a in range(3)]
    wanted = [index(case, row.covered + row.added, row.covered, 0, 0) for row in found.itertuples()]
    assert found["score"].tolist() == pytest.approx(wanted)
    assert found["spd_point"].tolist() == pytest.approx([0.4] * 9)
    assert found["sid_point"].iloc[[0, 8]].tolist() == pytest.approx([0.4 / 12, 0.4 / 16])


def test_the_heaviest_rows_are_raised_first_and_of_equals_the_one_peers_lead_in(rules):
    rows = [Row("1", "SPD", 1, (0,)), Row("12", "SPD", 2, (2,)), Row("9", "SPD", 1, (0,), want=1)]
    case = Case(rows, "2026", 12, 6, 0, 0, 1, 1)
    plan = suggestion.cheapest(options(rules, case), rows, index(case, 0, 0, 4, 0), 1)
    assert plan == Plan(0, 0, {"12": 1, "9": 2}, 3)


def test_one_basic_service_is_cheaper_than_many_levels(rules):
    rows = [Row("35", "SID", 4, (0,) * 12)]
    case = Case(rows, "2026", 0, 4, 60, 0, 20, 1)
    plan = suggestion.cheapest(options(rules, case), rows, index(case, 0, 0, 0, 0) + 1.9, 20)
    assert plan == Plan(0, 0, {"35": 15}, 15)  # 15 × 4 / 12 = 5 of 4.75
    plan = suggestion.cheapest(options(rules, case), rows, index(case, 0, 0, 0, 0) + 1.9, 14)
    assert plan == Plan(1, 0, {}, 14)  # 13 × 0.38 = 4.94


@pytest.mark.parametrize("decimals", [1, 2, 3])
def test_a_score_that_is_needed_is_rounded_up_to_the_band(rules, decimals):
    lower = 65.01 if decimals > 1 else 65.1
    score = suggestion.needed(lower, decimals)
    rounded = "select round($score, $decimals)"
    assert rules.execute(rounded, {"score": score, "decimals": decimals}).fetchone() == (lower,)
    below = {"score": score - 2e-6, "decimals": decimals}
    assert rules.execute(rounded, below).fetchone()[0] < lower


# — Which rows may be raised, and how


def indicators(db) -> pd.DataFrame:
    """What `indicator_gaps.sql` says of every row, without peers."""
    return db.execute(
        "select number, code as indicator, grouping, weight, outcome, null::double"
        " as points_to_median from indicator where ruleset = '2026' order by number"
    ).df()


def test_rows_no_document_raises_are_left_alone_unless_allowed(rules):
    with playing.emptied(rules):
        toy.report(rules, "9901", toy.spd(63), [toy.innovation(111)])
        done, _ = playing.played(rules, playing.start(rules, "9901"), "")
    told = indicators(rules)
    rows = suggestion.raisable(done, told, outcomes=False)
    everything = suggestion.raisable(done, told, outcomes=True)
    assert {row.number for row in rows} == set(told.loc[~told["outcome"], "number"])
    assert len(everything) == 40
    assert {row.number for row in everything} - {row.number for row in rows} >= {"7", "10b", "5a"}
    assert not sum(row.room for row in everything)


@many
@given(levels=st.lists(st.integers(0, 3), min_size=1, max_size=12), data=st.data())
def test_lifts_raise_exactly_as_many_levels_as_the_plan_says(levels, data):
    row = Row("35", "SID", 4, tuple(levels))
    count = data.draw(st.integers(0, row.room))
    column = np.array(levels)
    everyone = np.ones(len(column), bool)
    found = suggestion.lifts(row, count)
    for lift in found:
        column = scenario.lifted(column, everyone, everyone, lift)
    assert column.sum() - sum(levels) == count
    assert len(found) <= 2


# — Played through


def suggested(db, start, told, done, after, maturity, cost, outcomes, new):
    """A plan from where a scenario stands, found as the page finds it, and its steps."""
    then = after.iloc[-1]
    rows = suggestion.raisable(done, told, outcomes)
    target = suggestion.needed(then["next_lower"], 2)
    given = ("spd", "innovations", "maturity_total", "basic_sectors", "ruleset")
    state = {name: getattr(then[name], "item", lambda name=name: then[name])() for name in given}

    def plan_with(most: int) -> Plan | None:
        found = queries.ask(db, "suggestion", maturity=maturity, most_new=most, **state)
        allowed = found if new else found[(found["covered"] == 0) & (found["added"] == 0)]
        return suggestion.cheapest(allowed, rows, target, cost)

    plan = plan_with(0)
    if new:
        plan = plan_with(suggestion.most_new(plan, cost, 200))
    missing = then["missing_sectors"].split()
    return plan, suggestion.steps(plan, rows, missing, maturity) if plan else []


def reaches(db, start, before, plan, found, cost):
    """Whether the steps of a plan lift the index into the next band, with no level too many."""
    done, after = playing.played(db, start, found)
    then = before.iloc[-1]
    assert after.iloc[-1]["predicate"] == then["next_predicate"]
    assert after.iloc[-1]["score"] >= suggestion.needed(then["next_lower"], 2) - 1e-8
    assert sum(done.raised) == plan.changes - (plan.covered + plan.added) * cost
    assert len(found) <= writing.MOST_STEPS
    assert writing.parse(writing.written(found)) == (found, [])


@few
@given(government=governments, own=st.lists(innovations, max_size=14),
       maturity=st.integers(0, 111), cost=st.integers(1, 40), outcomes=st.booleans(),
       new=st.booleans())  # fmt: skip
def test_the_steps_of_a_plan_reach_the_band_with_just_its_changes(
    rules, government, own, maturity, cost, outcomes, new
):
    with playing.emptied(rules):
        toy.report(rules, "9901", dict.fromkeys(ROWS["SPD"], 0) | government, own)
        start = playing.start(rules, "9901")
        done, after = playing.played(rules, start, "")
        if after["next_predicate"].isna().all():
            return
        plan, found = suggested(
            rules, start, indicators(rules), done, after, maturity, cost, outcomes, new
        )
        if plan is not None:
            reaches(rules, start, after, plan, found, cost)


@pytest.mark.parametrize("year", [2025, 2026])
@pytest.mark.parametrize("code", CODES)
def test_every_government_of_the_simulation_can_reach_its_next_band(simulated, bench, code, year):
    one = bench(code, year)
    start = playing.Start(code, year, one.start)
    done, after = playing.played(simulated, start, "")
    if after["next_predicate"].isna().all():
        return
    cost, maturity = one.usual_changes, float(round(one.usual_maturity))
    smallest = None
    for outcomes, new in [(True, True), (False, True), (True, False), (False, False)]:
        plan, found = suggested(
            simulated, start, one.indicators, done, after, maturity, cost, outcomes, new
        )
        if plan is not None:
            reaches(simulated, start, after, plan, found, cost)
            smallest = smallest or plan
            assert plan.changes >= smallest.changes
    assert smallest
