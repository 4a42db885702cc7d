"""The index from levels, by the real rules: known vectors, edges, and what must always hold."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import toy

BASIC = ["01", "02", "03", "04", "05", "06"]
CODES = [f"99{number:02}" for number in range(1, 10)]
# total and index to two decimals, as published with the rules of 2026
VECTORS = [
    # SPD, innovations, maturity of each, basic sectors, total, index, predicate
    (63, 12, 111, 6, 178.56, 71.42, "Sangat Inovatif"),
    (40, 5, 60, 5, 66.9, 26.76, "Kurang Inovatif"),
    (45, 11, 70, 5, 113.35, 45.34, "Inovatif"),
    (45, 14, 70, 5, 120.32, 48.13, "Inovatif"),
    (50, 200, 80, 6, 206.0, 82.4, "Sangat Inovatif"),
    (50, 200, 80, 4, 130.0, 52.0, "Inovatif"),
    (63, 250, 111, 6, 250.0, 100.0, "Sangat Inovatif"),
]

ROWS = {"SPD": list(toy.spd(63)), "SID": list(toy.innovation(111).levels)}


def levels(grouping: str) -> st.SearchStrategy[dict[str, int]]:
    """Any level, 0–3, on every row."""
    row = st.integers(0, 3)
    rows = st.lists(row, min_size=len(ROWS[grouping]), max_size=len(ROWS[grouping]))
    return rows.map(lambda drawn: dict(zip(ROWS[grouping], drawn, strict=True)))


maturities = st.integers(0, 111)
governments = levels("SPD")
innovations = st.builds(
    toy.Innovation, levels("SID"), st.sampled_from([*BASIC, "12", None]), st.just("penerapan")
)
reports = st.tuples(governments, st.lists(innovations, max_size=14))
some = settings(max_examples=20, deadline=None, database=None)
few = settings(max_examples=6, deadline=None, database=None)


@pytest.fixture(scope="module")
def rules():
    with toy.official(*CODES) as db:
        yield db


@contextmanager
def undone(db) -> Iterator[None]:
    """What is written within is gone afterwards; an example costs milliseconds."""
    db.execute("begin")
    try:
        yield
    finally:
        db.execute("rollback")


def results(db, ruleset="2026") -> list[pd.Series]:
    """The rows of index_result of one ruleset, by code and year."""
    rows = db.execute(
        "from index_result where ruleset = $ruleset order by code, year", {"ruleset": ruleset}
    ).df()
    return [row for _, row in rows.iterrows()]


def index(db, *given: tuple, ruleset="2026") -> list[pd.Series]:
    """The results of governments that report levels and innovations, one result a report."""
    with undone(db):
        for code, (government, innovations) in zip(CODES, given, strict=False):
            toy.report(db, code, government, innovations)
        return results(db, ruleset)


def total(row: pd.Series) -> float:
    return row["spd"] + row["mean_maturity"] + row["count_score"]


def spread(count: int, maturity: int, basic: int) -> list[toy.Innovation]:
    """Innovations of one maturity: the first in basic sectors, one each, the others elsewhere."""
    return [
        toy.innovation(maturity, BASIC[number] if number < basic else "12")
        for number in range(count)
    ]


# — What is known


@pytest.mark.parametrize("vector", VECTORS, ids=lambda row: f"{row[1]} of {row[2]}, {row[3]} basic")
def test_the_published_vectors_are_met(rules, vector):
    spd, count, maturity, basic, points, score, predicate = vector
    (row,) = index(rules, (toy.spd(spd), spread(count, maturity, basic)))
    assert (row["spd"], row["innovations"], row["basic_sectors"]) == (spd, count, basic)
    assert row["maturity_total"] == count * maturity
    assert (round(total(row), 2), round(row["score"], 2)) == (points, score)
    assert row["predicate"] == predicate


def test_an_empty_report_scores_0_and_cannot_be_assessed(rules):
    (row,) = index(rules, ({}, []))
    assert (row["score"], row["innovations"], row["basic_sectors"]) == (0, 0, 0)
    assert row["predicate"] == "Tidak Dapat Dinilai"
    assert row["missing_sectors"] == "01 02 03 04 05 06"


def test_levels_without_a_report_give_no_index(rules):
    with undone(rules):
        toy.report(rules, "9901", toy.spd(40), spread(5, 60, 5))
        rules.execute("delete from report")
        assert results(rules) == []


def test_every_round_of_a_government_counts_by_itself(rules):
    with undone(rules):
        toy.report(rules, "9901", toy.spd(40), spread(5, 60, 5), year=2025)
        toy.report(rules, "9901", toy.spd(45), spread(11, 70, 5), year=2026)
        found = [(row["year"], round(row["score"], 2)) for row in results(rules)]
        assert found == [(2025, 26.76), (2026, 45.34)]


def test_a_row_counts_only_in_its_own_grouping(rules):
    (row,) = index(rules, (toy.spd(40) | {"VIDEO": 3, "NOWHERE": 3}, spread(5, 60, 5)))
    stray = toy.innovation(60)._replace(levels={"HAKI": 3, "NOWHERE": 3})
    (other,) = index(rules, (toy.spd(40), [*spread(5, 60, 5), stray]))
    assert row["spd"] == other["spd"] == 40
    assert other["maturity_total"] == row["maturity_total"] == 300


def test_missing_basic_services_are_named(rules):
    sectors = ["01", "02", "03", "05", "05", "12", None]
    (row,) = index(rules, ({}, [toy.innovation(60, sector) for sector in sectors]))
    assert (row["basic_sectors"], row["missing_sectors"]) == (4, "04 06")
    assert row["count_score"] == 0


# — What must always hold


@some
@given(report=reports)
def test_a_score_lies_between_0_and_100_and_has_a_predicate(rules, report):
    (row,) = index(rules, report)
    assert 0 <= row["score"] <= 100
    assert row["score"] == pytest.approx(100 * total(row) / 250)
    assert isinstance(row["predicate"], str)


@some
@given(government=governments, first=innovations, others=st.lists(innovations, max_size=13),
       row=st.sampled_from(ROWS["SPD"] + ROWS["SID"]))  # fmt: skip
def test_raising_a_level_never_lowers_the_score(rules, government, first, others, row):
    if row in ROWS["SPD"]:
        raised = (one_higher(government, row), [first, *others])
    else:
        higher = first._replace(levels=one_higher(first.levels, row))
        raised = (government, [higher, *others])
    before, after = index(rules, (government, [first, *others]), raised)
    worth = level_worth(rules, row, before["innovations"])
    assert worth > 0
    gained = worth if (government | first.levels)[row] < 3 else 0
    assert after["score"] - before["score"] == pytest.approx(gained, abs=1e-9)


def one_higher(levels: dict[str, int], row: str) -> dict[str, int]:
    return levels | {row: min(3, levels[row] + 1)}


def level_worth(db, row: str, innovations: int) -> float:
    """What one level more on one row brings: the macro level_points, at the rules of 2026."""
    return db.execute(
        "select level_points(grouping, weight, 1, $innovations, 12, 250) from indicator"
        " where code = $row and ruleset = '2026'",
        {"innovations": innovations, "row": row},
    ).fetchone()[0]


@some
@given(report=reports, data=st.data())
def test_the_order_of_rows_is_irrelevant(rules, report, data):
    government, reported = report
    mixed = (dict(reversed(government.items())), data.draw(st.permutations(reported)))
    one, other = index(rules, report, mixed)
    pd.testing.assert_series_equal(one.drop("code"), other.drop("code"), check_names=False)


@few
@pytest.mark.parametrize("count", [0, 4, 5, 11, 12, 13, 40, 199, 200])
@given(pattern=st.lists(maturities, min_size=1, max_size=5), added=maturities,
       basic=st.sampled_from([4, 5, 6]))  # fmt: skip
def test_one_more_innovation_moves_the_total_as_the_closed_form_says(
    rules, count, pattern, added, basic
):
    levels = cycle([toy.innovation(maturity).levels for maturity in pattern])
    own = [one._replace(levels=next(levels)) for one in spread(count, 0, basic)]
    before, after = index(rules, ({}, own), ({}, [*own, toy.innovation(added)]))
    mean = before["maturity_total"] / max(1, count)
    through_mean = (added - mean) / (count + 1) if count >= 12 else added / 12
    through_count = 0.38 if min(count, basic) >= 5 and count < 200 else 0
    assert total(after) - total(before) == pytest.approx(through_mean + through_count, abs=1e-9)


# — Consequences


def test_a_weak_thirteenth_innovation_lowers_the_index_when_basic_sectors_are_missing(rules):
    twelve = spread(12, 70, 4)
    before, weak, strong = index(
        rules,
        (toy.spd(45), twelve),
        (toy.spd(45), [*twelve, toy.innovation(40)]),
        (toy.spd(45), [*twelve, toy.innovation(100)]),
    )
    assert weak["score"] < before["score"] < strong["score"]


def test_the_innovation_in_the_fifth_basic_sector_brings_the_whole_count_score(rules):
    own = spread(12, 70, 4)
    before, after = index(rules, ({}, own), ({}, [*own, toy.innovation(70, "05")]))
    assert before["count_score"] == 0
    assert total(after) - total(before) == pytest.approx(13 * 0.38)


@pytest.mark.parametrize(("basic", "count_score"), [(5, 0), (6, 12 * 0.38)])
def test_a_prognosis_takes_the_rows_of_2026_and_its_own_divisor(rules, basic, count_score):
    report = (toy.spd(63), spread(12, 111, basic))
    (row,) = index(rules, report, ruleset="2027-prognosis")
    assert (row["spd"], row["maturity_total"]) == (63, 12 * 111)
    assert row["mean_maturity"] == pytest.approx(12 * 111 / 14)
    assert row["count_score"] == pytest.approx(count_score)
    assert pd.isna(row["predicate"])


def test_a_ruleset_whose_rows_are_unknown_gives_no_index(rules):
    assert index(rules, (toy.spd(63), spread(12, 111, 6)), ruleset="2023") == []


# — What the rules leave open: settings


@pytest.mark.parametrize(("least", "counted"), [(1, (6, 360, "06")), (2, (5, 300, "05 06"))])
def test_a_stage_below_the_least_leaves_count_maturity_and_sectors(rules, least, counted):
    reported = [*spread(4, 60, 4), toy.innovation(60, "05", "inisiatif"),
                toy.innovation(60, "04", "uji coba")]  # fmt: skip
    with undone(rules):
        toy.report(rules, "9901", {}, reported)
        change(rules, "least_stage", least)
        (row,) = results(rules)
    assert (row["innovations"], row["maturity_total"], row["missing_sectors"]) == counted


@pytest.mark.parametrize(("maturity", "score", "decimals", "predicate"), [
    (802, 40.004, 2, "Kurang Inovatif"), (803, 40.006, 2, "Inovatif"),
    (803, 40.006, 1, "Kurang Inovatif"), (803, 40.006, 3, None),
])  # fmt: skip
def test_the_predicate_follows_the_score_as_rounded(rules, maturity, score, decimals, predicate):
    own = [*spread(8, 100, 6), toy.innovation(maturity - 800), *spread(191, 0, 0)]
    with undone(rules):
        toy.report(rules, "9901", toy.spd(20), own)
        change(rules, "score_decimals", decimals)
        (row,) = results(rules)
    assert row["score"] == pytest.approx(score)
    assert (row["predicate"] if isinstance(row["predicate"], str) else None) == predicate


def change(db, setting: str, value: float) -> None:
    db.execute(
        "update setting set value = $value where setting = $setting",
        {"setting": setting, "value": value},
    )
