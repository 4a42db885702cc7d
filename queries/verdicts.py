"""What a gap is called, and which gaps cost most."""

from typing import Any

import pandas as pd

from queries.standing import class_of

BEHIND, AHEAD, EQUAL, UNCLEAR, NOT_COMPARED = (
    "di bawah",
    "di atas",
    "setara",
    "belum dapat dibedakan",
    "tidak dibandingkan",
)

NEEDED = ["grouping", "points_to_median", "innovations", "low", "high", "peer_median"]


def indicators(gaps: pd.DataFrame, least_points: float, least_innovations: int) -> pd.DataFrame:
    """Adds `verdict` to rows of `indicator_gaps.sql` or `indicator_rug.sql`.

    SPD rows are counted once per government and carry no sampling error, so the step decides.
    A SID row is a mean over innovations: it is told apart only when its 95% bootstrap interval
    (queries/bootstrap.py) lies on one side of the peers' median. Either way a distance worth
    fewer than `least_points` index points is not told apart, and a mean over fewer than
    `least_innovations` innovations is not compared.
    """
    verdict = [
        step_verdict(row.points_to_median, least_points)
        if row.grouping == "SPD"
        else mean_verdict(row, least_points, least_innovations)
        for row in gaps.filter(NEEDED).itertuples(index=False)
    ]
    return gaps.assign(verdict=pd.Series(verdict, index=gaps.index, dtype="str"))


def step_verdict(points_to_median: float, least_points: float) -> str:
    if pd.isna(points_to_median):
        return NOT_COMPARED
    if points_to_median == 0:
        return EQUAL
    if abs(points_to_median) < least_points:
        return UNCLEAR
    return BEHIND if points_to_median > 0 else AHEAD


def mean_verdict(row: Any, least_points: float, least_innovations: int) -> str:
    if pd.isna(row.points_to_median) or row.innovations < least_innovations:
        return NOT_COMPARED
    if abs(row.points_to_median) < least_points:
        return UNCLEAR
    if row.high < row.peer_median:
        return BEHIND
    return AHEAD if row.low > row.peer_median else UNCLEAR


def sectors(gaps: pd.DataFrame) -> pd.DataFrame:
    """Adds `verdict` to the rows of `sector_gaps.sql`: what open sources record, no more."""
    median = gaps["peer_median"]
    verdict = pd.Series(EQUAL, index=gaps.index)
    verdict[gaps["innovations"] < median] = BEHIND
    verdict[gaps["innovations"] > median] = AHEAD
    verdict[median.isna()] = NOT_COMPARED
    return gaps.assign(verdict=verdict)


def costliest(indicators: pd.DataFrame, sectors: pd.DataFrame, count: int = 3) -> list[dict]:
    """The weaknesses to name first, each with `sort`.

    Rows behind the peers by the index points at stake ("indikator"), then basic services that
    peers have recorded and this government has not ("urusan"), then rows level with the peers
    that still have room ("ruang").
    """
    order = {"by": ["headroom", "points_to_median", "number"], "ascending": [False, False, True]}
    behind = indicators[indicators["verdict"] == BEHIND].sort_values(**order)
    missing = missing_basics(sectors)
    level = indicators[indicators["verdict"].isin([EQUAL, UNCLEAR]) & (indicators["headroom"] > 0)]
    named: list[dict] = []
    for sort, rows in (
        ("indikator", behind),
        ("urusan", missing[missing["peers_with"] > 0]),
        ("ruang", level.sort_values(**order)),
    ):
        first = rows.head(count - len(named))
        named += [row | {"sort": sort} for row in first.to_dict("records")] if len(first) else []
    return named


def missing_basics(gaps: pd.DataFrame) -> pd.DataFrame:
    """Basic services in which nothing of one's own is recorded, those the peers have first."""
    missing = gaps[gaps["basic"] & (gaps["innovations"] == 0)]
    return missing.sort_values(["peers_with", "sector_id"], ascending=[False, True])


def index_gap(scores: pd.DataFrame, code: str, peers: list[str]) -> dict:
    """Own score against the median of the peers whose score is known.

    Returns:
        own, median, gap (own less median) and known (how many peers have a score); None where
        nothing can be said.
    """
    scored = scores.set_index("code")["score"]
    own, known = scored[code], scored[peers].dropna()
    median = known.median() if len(known) else None
    unknown = pd.isna(own)
    return {
        "own": None if unknown else float(own),
        "median": None if median is None else float(median),
        "gap": None if unknown or median is None else float(own - median),
        "known": len(known),
        "peers_with_better_predicate": better_predicates(scores, code, peers),
    }


def better_predicates(scores: pd.DataFrame, code: str, peers: list[str]) -> int | None:
    """How many peers have a better official predicate; None where one's own is not known."""
    predicates = scores.set_index("code")["predicate"]
    if pd.isna(predicates[code]):
        return None
    own = class_of(predicates[code])
    return sum(class_of(predicates[peer]) > own for peer in peers if pd.notna(predicates[peer]))
