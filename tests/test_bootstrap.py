"""How sure a mean level and a rank are, and how a computed index becomes a claim."""

import duckdb
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from queries import ask, bootstrap, promises
from queries.preparation import store_intervals, write
from tests import toy

DRAWS, SEED = 500, 63
columns_of_levels: st.SearchStrategy[np.ndarray] = st.lists(
    st.tuples(*[st.integers(0, 3)] * 4), min_size=1, max_size=30
).map(np.array)  # fmt: skip


def reported(code: str, levels: list[list[int]], year: int = 2026) -> pd.DataFrame:
    """Rows as `reported_levels.sql` gives them; every level weighs 1."""
    indicators = [f"ROW{number}" for number in range(len(levels[0]))]
    rows = [
        {"code": code, "year": year, "maturity": float(sum(row)), "indicators": indicators,
         "levels": np.array(row, dtype="uint8")}
        for row in levels
    ]  # fmt: skip
    return pd.DataFrame(rows)


def totals(drawn: pd.DataFrame, code: str) -> list[float]:
    return drawn.set_index("code").loc[code, "totals"].tolist()


MIXED = [[0, 3, 1], [3, 3, 2], [1, 0, 2], [2, 3, 0]]


# — Intervals


@settings(max_examples=50, deadline=None, database=None)
@given(levels=columns_of_levels, draws=st.integers(1, 100))
def test_an_interval_contains_its_mean_and_stays_within_the_levels(levels, draws):
    mean, low, high, sums = bootstrap.government(levels, levels.sum(axis=1), draws, [SEED])
    assert (mean == levels.mean(axis=0)).all()
    assert ((levels.min(axis=0) <= low) & (low <= mean)).all()
    assert ((mean <= high) & (high <= levels.max(axis=0))).all()
    size, weakest, strongest = len(levels), levels.sum(axis=1).min(), levels.sum(axis=1).max()
    assert size * weakest <= sums.min() <= sums.max() <= size * strongest


@pytest.mark.parametrize("count", [1, 2, 37])
def test_equal_innovations_leave_no_doubt(count):
    told, drawn = bootstrap.intervals(reported("9901", [[2, 1, 0]] * count), DRAWS, SEED)
    assert told["level"].tolist() == told["low"].tolist() == told["high"].tolist() == [2, 1, 0]
    assert set(totals(drawn, "9901")) == {3.0 * count}


def test_with_many_innovations_the_interval_is_the_normal_one():
    levels = np.random.default_rng(1).integers(0, 4, (400, 3))
    mean, low, high, sums = bootstrap.government(levels, levels.sum(axis=1), 4000, [SEED])
    reach = 1.96 * levels.std(axis=0) / np.sqrt(400)
    assert mean - low == pytest.approx(reach, rel=0.15)
    assert high - mean == pytest.approx(reach, rel=0.15)
    assert sums.mean() == pytest.approx(levels.sum(), rel=0.01)
    assert sums.std() == pytest.approx(levels.sum(axis=1).std() * np.sqrt(400), rel=0.1)


def test_every_innovation_can_be_drawn_and_be_left_out():
    told, _ = bootstrap.intervals(reported("9901", np.eye(5, dtype=int).tolist()), DRAWS, SEED)
    assert told["high"].gt(0.2).all()
    assert told["low"].eq(0).all()


def test_there_are_as_many_draws_as_asked():
    _, drawn = bootstrap.intervals(reported("9901", MIXED), 321, SEED)
    assert len(totals(drawn, "9901")) == 321


def test_a_draw_serves_all_indicators_and_the_total():
    told, drawn = bootstrap.intervals(reported("9901", [[3, 0], [0, 3]] * 5), DRAWS, SEED)
    assert set(totals(drawn, "9901")) == {30.0}  # what one row gains in a draw the other loses
    one, other = told["low"], told["high"]
    assert one[0] + other[1] == pytest.approx(3)


def test_the_same_seed_gives_the_same_numbers_and_another_seed_others():
    rows = reported("9901", MIXED)
    once, again, other = (bootstrap.intervals(rows, DRAWS, seed) for seed in (SEED, SEED, 64))
    pd.testing.assert_frame_equal(once[0], again[0])
    assert totals(once[1], "9901") == totals(again[1], "9901") != totals(other[1], "9901")


def test_the_numbers_of_a_government_do_not_depend_on_another():
    own, others = reported("9902", MIXED), [reported("9901", MIXED[:2]), reported("9903", MIXED)]
    alone_told, alone_drawn = bootstrap.intervals(own, DRAWS, SEED)
    told, drawn = bootstrap.intervals(pd.concat([*others, own]), DRAWS, SEED)
    of_own = told[told["code"] == "9902"].reset_index(drop=True)
    pd.testing.assert_frame_equal(of_own, alone_told)
    assert totals(drawn, "9902") == totals(alone_drawn, "9902")


def test_every_government_and_year_has_draws_of_its_own():
    rows = [reported("9901", MIXED), reported("9902", MIXED), reported("9901", MIXED, year=2025)]
    _, drawn = bootstrap.intervals(pd.concat(rows), DRAWS, SEED)
    assert len({tuple(one) for one in drawn["totals"]}) == 3


# — From reports


@pytest.fixture
def db():
    with toy.official(*[f"63{number:02}" for number in range(1, 10)], "7101") as province:
        yield province


def varied(*maturities: int) -> list[toy.Innovation]:
    """Innovations of these maturities in turn, twenty in all, in every basic sector."""
    return [
        toy.innovation(maturities[number % len(maturities)], f"{number % 6 + 1:02}")
        for number in range(20)
    ]


def compute(db: duckdb.DuckDBPyConnection) -> None:
    """What `queries.prepare` makes of reports."""
    db.execute("update setting set value = 200 where setting = 'bootstrap_draws'")
    store_intervals(db)
    write(db, "rank_range", ask(db, "rank_ranges"))
    write(db, "index_claim", ask(db, "computed_claims"))


def ranks(db: duckdb.DuckDBPyConnection) -> dict[str, tuple]:
    compute(db)
    rows = db.execute("select code, rank, rank_low, rank_high, rank_of from rank_range").fetchall()
    return {code: tuple(numbers) for code, *numbers in rows}


def test_reported_levels_hold_every_row_of_every_counted_innovation(db):
    one, early = toy.innovation(111), toy.innovation(60, stage="inisiatif")
    toy.report(db, "6301", {}, [one, one._replace(levels={"VIDEO": 2, "HAKI": 3}), early])
    toy.report(db, "6302", {}, [one])
    db.execute("delete from report where code = '6302'")
    db.execute("update setting set value = 2 where setting = 'least_stage'")
    rows = ask(db, "reported_levels", year=2026)
    assert toy.rows(rows, "code", "innovation_id", "maturity") == [
        ("6301", "6301-2026-000", 111), ("6301", "6301-2026-001", 8),
    ]  # fmt: skip
    full, poor = (dict(zip(*row, strict=True)) for row in toy.rows(rows, "indicators", "levels"))
    assert full == dict.fromkeys(one.levels, 3)
    assert poor == dict.fromkeys(one.levels, 0) | {"VIDEO": 2}


def test_intervals_are_stored_with_the_index_that_the_draws_surround(db):
    toy.report(db, "6301", toy.spd(40), varied(30, 60, 90))
    compute(db)
    rows = db.execute(
        "select grouping, count(*), min(innovations) from indicator_level group by all"
    )
    assert {name: counts for name, *counts in rows.fetchall()} == {
        "SPD": [len(toy.spd(40)), None], "SID": [20, 20],
    }  # fmt: skip
    score, low, high = db.execute(
        "select score, score_low, score_high from index_result"
        " join rank_range using (code, year) where ruleset = '2026'"
    ).fetchone()
    assert low < score < high
    assert db.execute("select distinct len(totals) from maturity_draw").fetchall() == [(200,)]


# — Ranks


def test_a_clearly_better_government_is_first_in_every_draw(db):
    toy.report(db, "6301", toy.spd(40), varied(40, 50, 60))
    toy.report(db, "6302", toy.spd(60), varied(90, 100, 110))
    assert ranks(db) == {"6302": (1, 1, 1, 2), "6301": (2, 2, 2, 2)}


def test_the_ranks_of_governments_that_are_nearly_equal_overlap(db):
    toy.report(db, "6301", toy.spd(45), varied(20, 60, 100))
    toy.report(db, "6302", toy.spd(45), varied(20, 61, 100))
    assert ranks(db) == {"6302": (1, 1, 2, 2), "6301": (2, 1, 2, 2)}


@pytest.mark.parametrize(("own", "place"), [(60, 1), (59, 9)])
def test_a_rank_lies_within_its_range_even_when_few_draws_agree(db, own, place):
    # as chance has it some of the eight others are better and some worse in nearly every draw
    for number in range(2, 10):
        toy.report(db, f"63{number:02}", toy.spd(45), varied(19, 100))
    toy.report(db, "6301", toy.spd(45), varied(own))
    rank, low, high, _ = ranks(db)["6301"]
    assert rank == place
    assert low <= place <= high
    assert high - low >= 2


@pytest.mark.parametrize("others", [varied(40, 60), []])
def test_governments_without_innovations_are_ranked_too(db, others):
    toy.report(db, "6301", toy.spd(40), [])
    toy.report(db, "6302", toy.spd(45), [])
    toy.report(db, "6303", toy.spd(50), others)
    found = ranks(db)
    assert found == {"6303": (1, 1, 1, 3), "6302": (2, 2, 2, 3), "6301": (3, 3, 3, 3)}
    assert db.execute("select count(*) from index_score").fetchone() == (3,)


def test_ranks_are_told_within_a_province_and_a_year(db):
    reports = [("6301", 2026, 45), ("6302", 2026, 40), ("7101", 2026, 63), ("6301", 2025, 45)]
    for code, year, spd in reports:
        toy.report(db, code, toy.spd(spd), varied(50), year=year)
    compute(db)
    rows = db.execute(
        "select * exclude (score_low, score_high) from rank_range order by code, year"
    )
    assert rows.fetchall() == [
        ("6301", 2025, 1, 1, 1, 1), ("6301", 2026, 1, 2, 1, 1),
        ("6302", 2026, 2, 2, 2, 2), ("7101", 2026, 1, 1, 1, 1),
    ]  # fmt: skip


def test_governments_that_tie_share_a_rank_and_break_no_promise(db):
    toy.report(db, "6301", {}, [])
    toy.report(db, "6302", {}, [])
    assert ranks(db) == {"6301": (1, 1, 1, 2), "6302": (1, 1, 1, 2)}
    kept = {one["name"]: one["rows"] for one in promises.check(db)}
    assert kept["provincial_ranks_are_unique"] == []


# — Claims


def score(db: duckdb.DuckDBPyConnection, columns: str) -> tuple:
    (row,) = db.execute(f"select {columns} from index_score where code = '6301'").fetchall()
    return row


def test_a_computed_index_is_a_claim_that_says_so(db):
    toy.report(db, "6301", toy.spd(45), [toy.innovation(70)] * 12 + [toy.innovation(71)])
    for number in range(2, 10):
        toy.report(db, f"63{number:02}", {}, [])
    compute(db)
    figures = "score, score_status, predicate, rank, rank_scope, rank_of, innovations, claims"
    assert score(db, figures) == (46.03, "dihitung", "Inovatif", 1, "kalsel", 9, 13, 1)


def test_a_rank_among_some_of_a_province_is_no_rank_of_the_province(db):
    toy.report(db, "6301", toy.spd(45), [toy.innovation(70)] * 12)
    toy.report(db, "6302", {}, [])
    compute(db)
    assert score(db, "score_status, rank, rank_scope, rank_of") == ("dihitung", None, None, None)


def test_outside_the_province_a_computed_rank_has_no_scope(db):
    toy.report(db, "7101", toy.spd(45), [])
    compute(db)
    assert db.execute("select rank, rank_scope from index_claim").fetchall() == [(1, None)]


@pytest.mark.parametrize(("status", "shown", "said"), [
    ("tercetak", 51, "tercetak"), ("sementara", 51, "sementara"), ("turunan", 26.0, "dihitung"),
])  # fmt: skip
def test_a_printed_claim_outranks_the_computed_one_and_that_a_derived_one(db, status, shown, said):
    toy.report(db, "6301", toy.spd(40), [toy.innovation(60)] * 5)
    toy.add(db, "index_claim", code="6301", year=2026, score=51, status=status)
    compute(db)
    row = score(db, "score, score_status, predicate, innovations, claims, in_conflict")
    assert row == (shown, said, "Kurang Inovatif", 5, 2, True)


def test_a_report_by_rules_without_rows_gives_no_claim(db):
    toy.report(db, "6301", toy.spd(40), varied(50), year=2023, ruleset="2023")
    compute(db)
    assert db.execute("select count(*) from index_claim").fetchone() == (0,)


def test_a_report_of_a_year_without_this_scale_is_refused(db):
    with pytest.raises(duckdb.ConstraintException):
        toy.report(db, "6301", toy.spd(40), [], year=2020)
