"""What a government needs: the index points at stake where a candidate is strong.

With a report: the points of every SID row behind the peers in which the candidate stands at the
highest level, of the SPD row behind the peers that its sector or themes can help, and of one more
innovation in its sector. Without one nobody can count the points of SID rows or of a sector: the
larger of two shares stands in, of recorded innovations against the peers and of the SPD row.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd

from queries.verdicts import BEHIND

UNKNOWN = float("nan")
LINKED = ["need_indicator", "need_name", "need_indicator_points", "need_reason",
          "need_from_indicator"]  # fmt: skip
UNLINKED = (None, None, UNKNOWN, None, UNKNOWN)
HELD = ["need_rows", "need_row_points", "need_row_total"]
UNHELD = (None, None, UNKNOWN)
NEED = ["kind", "value", "indicator", "reason"]
SPD = ["indicator", "number", "name", "headroom", "points_per_level", "level_max", "level_floor"]


def need(
    pool: pd.DataFrame,
    sectors: pd.DataFrame,
    indicators: pd.DataFrame,
    needs: pd.DataFrame,
    setting: pd.Series,
) -> dict[str, Any]:
    """The part need (0–1) and every figure it rests on, in the order of the pool.

    Args: see `candidates.rank`.

    Returns:
        need_rows and need_row_points: numbers and index points of the SID rows, separated by
        spaces, most points first, NA where the candidate's levels are unknown; need_row_total:
        their sum; need_indicator, need_name, need_reason, need_indicator_points: the linked SPD
        row; need_sector_points: of one more innovation in the sector; need_lacking: how many basic
        services are missing before the count score opens, where this sector is one of them;
        need_points: all grounds together; need_most: the points of a need of 1, the most any
        candidate could bring but no fewer than the setting need_full_points;
        own_in_sector; need_from_sector and need_from_indicator: the shares that stand in.
    """
    stakes = stakes_of(indicators, needs)
    own = sectors.set_index("sector_id")["innovations"]
    told = linked(pool, stakes) | {"own_in_sector": pool["sector_id"].map(own)}
    if "points" not in sectors:
        return told | by_shares(pool, told, sectors, setting)
    own_rows = behind(indicators)
    most = own_rows["headroom"].sum() + max((one[2] for one in stakes.values()), default=0)
    told |= held_rows(pool["strong"], own_rows)
    return told | by_points(pool, told, sectors, most, setting)


def behind(indicators: pd.DataFrame) -> pd.DataFrame:
    """The SID rows behind the peers that a good example can help, most points at stake first.

    Not "Replikasi": what others made of an innovation cannot be copied, and counts as its proof.
    """
    own_doing = (indicators["grouping"] == "SID") & ~indicators["outcome"].astype(bool)
    return indicators[own_doing & (indicators["verdict"] == BEHIND)].sort_values(
        ["headroom", "number"], ascending=[False, True]
    )


def by_shares(
    pool: pd.DataFrame, told: dict[str, Any], sectors: pd.DataFrame, setting: pd.Series
) -> dict[str, Any]:
    """Need without a report: the larger of the sector's share and the SPD row's."""
    shares = {row["sector_id"]: sector_need(row, setting) for row in sectors.to_dict("records")}
    from_sector = pool["sector_id"].map(shares).astype("float64")
    unknown = ["need_row_total", "need_sector_points", "need_lacking", "need_most"]
    return (
        dict.fromkeys(HELD)
        | dict.fromkeys(unknown, UNKNOWN)
        | {
            "need_from_sector": from_sector,
            "need_points": told["need_indicator_points"],
            "need": np.fmax(from_sector, told["need_from_indicator"]),
        }
    )


def sector_need(sector: dict, setting: pd.Series) -> float:
    if sector["innovations"] == 0:
        return setting["need_basic_none" if sector["basic"] else "need_other_none"]
    behind = sector["innovations"] < sector["peer_median"]
    return setting["need_below_peers" if behind else "need_covered"]


def by_points(
    pool: pd.DataFrame,
    told: dict[str, Any],
    sectors: pd.DataFrame,
    other_most: float,
    setting: pd.Series,
) -> dict[str, Any]:
    """Need with a report: the share of the most points any candidate could bring, above a floor.

    Where hardly anything is at stake, nothing is an urgent need: the most is never fewer than
    need_full_points.

    Args:
        pool: rows of `candidate_pool.sql`.
        told: need_row_total and need_indicator_points.
        sectors: rows of `sector_stakes.sql`.
        other_most: the most that SID rows and a linked SPD row together can bring, index points.
        setting: value by setting.
    """
    sector = sectors.set_index("sector_id")
    sector_points = pool["sector_id"].map(sector["points"])
    grounds = [told["need_row_total"], told["need_indicator_points"], sector_points]
    each = np.column_stack(grounds)
    points = np.where(np.isnan(each).all(axis=1), UNKNOWN, np.nansum(each, axis=1))
    most = max(other_most + sector["points"].max(), setting["need_full_points"])
    floor = setting["need_covered"]
    return {
        "need_sector_points": sector_points,
        "need_lacking": pool["sector_id"].map(sector["lacking"]),
        "need_from_sector": UNKNOWN,
        "need_most": most,
        "need_points": points,
        # The most, taken apart and added up again, can come to a hair more than 1.
        "need": np.minimum(floor + (1 - floor) * points / most, 1),
    }


def held_rows(strong: pd.Series, behind: pd.DataFrame) -> dict[str, list]:
    """The rows at stake on which each candidate is strong: numbers, points and their sum."""
    rows = {
        f" {indicator} ": (number, f"{points:.4f}", points)
        for indicator, number, points in tuples(behind, ["indicator", "number", "headroom"])
    }
    padded = [f" {one} " if isinstance(one, str) else "" for one in strong.tolist()]
    codes = [tuple([code for code in rows if code in one]) for one in padded]
    told = {one: held([rows[code] for code in one]) for one in set(codes)}
    return columns(
        HELD,
        [told[one] if known else UNHELD for one, known in zip(codes, padded, strict=True)],
    )


def held(rows: list[tuple[str, str, float]]) -> tuple[str, str, float]:
    numbers, told, points = zip(*rows, strict=True) if rows else ((), (), ())
    return " ".join(numbers), " ".join(told), sum(points)


def stakes_of(indicators: pd.DataFrame, needs: pd.DataFrame) -> dict[tuple[str, str], tuple]:
    """For each sector and theme, the indicator behind the peers with most points at stake.

    Its need is the share of the row's points still to win: 1 at the lowest parameter.
    """
    behind = {row[0]: row for row in tuples(indicators[indicators["verdict"] == BEHIND], SPD)}
    known: dict[tuple[str, str], list[tuple]] = {}
    for kind, value, indicator, reason in tuples(needs, NEED):
        if indicator in behind:
            known.setdefault((kind, value), []).append(stake(behind[indicator], reason))
    return {
        key: min(stakes, key=lambda one: (-one[2], behind[one[0]][1]))
        for key, stakes in known.items()
    }


def stake(row: tuple[Any, ...], reason: str) -> tuple[Any, ...]:
    indicator, _, name, headroom, points_per_level, level_max, level_floor = row
    share = headroom / (points_per_level * (level_max - level_floor))
    return indicator, name, headroom, reason, share


def linked(pool: pd.DataFrame, stakes: dict[tuple[str, str], tuple]) -> dict[str, Any]:
    """For every candidate the indicator that its sector or themes can help, most points first."""
    asked = list(zip(pool["sector_id"].tolist(), pool["themes"].tolist(), strict=True))
    known = {one: most_at_stake(*one, stakes) for one in set(asked)}
    return columns(LINKED, [known[one] for one in asked])


def most_at_stake(
    sector_id: str, themes: str, stakes: dict[tuple[str, str], tuple]
) -> tuple[Any, ...]:
    named = themes.split() if isinstance(themes, str) else []
    keys = [("urusan", sector_id), *(("tema", theme) for theme in named)]
    known = [stakes[key] for key in keys if key in stakes]
    return max(known, key=lambda stake: stake[2], default=UNLINKED)


def tuples(rows: pd.DataFrame, names: list[str]) -> Iterator[tuple[Any, ...]]:
    """A few columns row by row; ten times as fast as `itertuples` on few rows."""
    return zip(*(rows[name].tolist() for name in names), strict=True)


def columns(names: list[str], rows: list[tuple[Any, ...]]) -> dict[str, list]:
    """Rows of values turned into columns."""
    values = map(list, zip(*rows, strict=True)) if rows else ([] for _ in names)
    return dict(zip(names, values, strict=True))
