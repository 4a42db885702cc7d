"""The smallest set of changes that reaches the next band, found exactly.

A change is one row raised by one level: of the government (SPD), or of one innovation (SID). A new
innovation of an assumed maturity counts as the changes that are in it. For a fixed number of new
innovations every further change adds its own points whatever the others do, so taking the ones
worth most first is the fewest; every number of new innovations that could still be cheaper is
tried. The result is therefore optimal for these changes: nothing smaller reaches the band.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from queries.scenario import HIGHEST, Played
from queries.steps import Cover, Lift, New, Step

LEEWAY = 1e-9  # index points; floating point only


@dataclass(frozen=True)
class Row:
    """One row that may be raised: `levels` has one number for SPD, one per innovation for SID.

    `want` orders rows of equal weight: points to the peers' median, most first.
    """

    number: str
    grouping: str
    weight: float
    levels: tuple[int, ...]
    want: float = 0.0

    @property
    def room(self) -> int:
        return sum(HIGHEST - level for level in self.levels)


@dataclass(frozen=True)
class Plan:
    """How many new innovations, how many levels of which row, and what all that counts as."""

    covered: int
    added: int
    raises: dict[str, int]
    changes: int


def cheapest(options: pd.DataFrame, rows: list[Row], target: float, new_cost: int) -> Plan | None:
    """The plan with fewest changes whose score is at least `target`; None where none reaches it.

    Args:
        options: rows of `suggestion.sql`; leave out those that are not allowed.
        rows: what may be raised.
        target: index points.
        new_cost: changes that one new innovation counts as, at least 1.
    """
    best: Plan | None = None
    for option in options.to_dict("records"):
        new = int(option["covered"] + option["added"])
        if best is None or new * new_cost < best.changes:
            raises = fewest(option, rows, target - option["score"])
            changes = None if raises is None else sum(raises.values()) + new * new_cost
            if changes is not None and (best is None or changes < best.changes):
                best = Plan(int(option["covered"]), int(option["added"]), raises or {}, changes)
    return best


def fewest(option: dict, rows: list[Row], need: float) -> dict[str, int] | None:
    """Levels to raise by row, those worth most first, until `need` points are met."""
    points = {"SPD": option["spd_point"], "SID": option["sid_point"]}
    worth = {row.number: row.weight * points[row.grouping] for row in rows}
    raises: dict[str, int] = {}
    for row in sorted(rows, key=lambda row: (-worth[row.number], -row.want, row.number)):
        if need <= LEEWAY:
            break
        count = min(row.room, int(np.ceil((need - LEEWAY) / worth[row.number])))
        if count:
            raises[row.number] = count
            need -= count * worth[row.number]
    return raises if need <= LEEWAY else None


def needed(lower: float, decimals: float) -> float:
    """The least score that is still rounded up to where a band begins."""
    return lower - 0.5 / 10**decimals + 1e-6


def raisable(played: Played, indicators: pd.DataFrame, outcomes: bool) -> list[Row]:
    """The rows that may be raised after the steps so far.

    Args:
        indicators: rows of `indicator_gaps.sql`.
        outcomes: whether rows that no document of one's own raises (unemployment, own revenue,
            replication by others …) may be raised too.
    """
    rows = []
    for row in indicators[~indicators["outcome"] | outcomes].itertuples():
        if row.grouping == "SPD":
            levels: tuple[int, ...] = (played.government[row.indicator],)
        elif row.indicator in played.columns:
            levels = tuple(played.levels[:, played.columns.index(row.indicator)].tolist())
        else:
            continue
        want = 0.0 if pd.isna(row.points_to_median) else float(row.points_to_median)
        rows.append(Row(row.number, row.grouping, float(row.weight), levels, want))
    return rows


def most_new(plan: Plan | None, new_cost: int, cap: int) -> int:
    """How many new innovations could still make a plan smaller than this one."""
    return cap if plan is None else min(cap, plan.changes // new_cost)


def steps(plan: Plan, rows: list[Row], missing: list[str], maturity: float) -> list[Step]:
    """The plan as steps of a scenario: basic services first, then rows, nearest innovations first.

    Args:
        missing: ids of the basic services without an innovation.
        maturity: assumed for every new innovation.
    """
    found: list[Step] = [Cover(sector_id, maturity) for sector_id in missing[: plan.covered]]
    if plan.added:
        found.append(New(plan.added, maturity))
    named = {row.number: row for row in rows}
    for number, count in plan.raises.items():  # those worth most first
        found += lifts(named[number], count)
    return found


def lifts(row: Row, count: int) -> list[Step]:
    """`count` levels on one row: whole innovations to the highest level, the rest on the next."""
    if row.grouping == "SPD":
        return [Lift(row.number, "parameter", row.levels[0] + count)]
    below = sorted((level for level in row.levels if level < HIGHEST), reverse=True)
    full = 0
    while full < len(below) and HIGHEST - below[full] <= count:
        count -= HIGHEST - below[full]
        full += 1
    who = "semua" if full == len(below) else full
    found: list[Step] = [Lift(row.number, "parameter", HIGHEST, who)] if full else []
    if count:
        found.append(Lift(row.number, "parameter", below[full] + count, 1))
    return found
