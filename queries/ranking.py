"""Everything about the candidates of one government: asked, and ranked."""

from collections.abc import Callable, Mapping
from functools import cache

import duckdb
import pandas as pd

from queries import asking, candidates, peers, standing, verdicts
from queries.weighing import EVEN

Ask = Callable[..., pd.DataFrame]
STORED = ["code", "innovation_id", "place", "score", *candidates.PARTS, "need_points", "admitted",
          "duplicate_of"]  # fmt: skip
"""The columns of the table candidate."""


def ranking(
    ask: Ask, code: str, year: int | None, weights: Mapping[str, float] = EVEN
) -> pd.DataFrame:
    """Every innovation of the others with its parts; needs against the four nearest peers.

    Args:
        ask: puts a question to a built file: `ask("needs")`.
        code: of the government that looks for something to copy.
        year: of the reports in view; None for the latest.
        weights: of the parts, see `candidates.rank`.

    Returns:
        What `candidates.rank` returns: the best first, near-duplicates last.

    Raises:
        ValueError: weights that are none.
    """
    near = ask("peer_distances", code=code)
    nearest = peers.usual(near)
    setting = ask("settings").set_index("setting")["value"]
    scores = ask("scores", year=None)
    indicators = verdicts.indicators(
        ask("indicator_gaps", code=code, peers=nearest, year=year),
        setting["least_points"],
        setting["least_innovations"],
    )
    sectors = ask("sector_stakes", code=code, year=year)
    if sectors.empty:
        sectors = ask("sector_gaps", code=code, peers=nearest, year=year)
    return candidates.rank(
        pool=ask("candidate_pool", code=code),
        own=ask("own_innovations", code=code),
        alike=ask("alike", code=code),
        strength=standing.strengths(scores, code),
        near=near,
        kind=scores.set_index("code").loc[code, "kind"],
        sectors=sectors,
        indicators=indicators,
        needs=ask("needs"),
        setting=setting,
        year=ask("about")["data_date"].iloc[0].year,
        weights=weights,
    )


def stored(db: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Rows of the table candidate, for every government: the usual weights, the latest year."""
    same_for_all = cache(lambda question, year: asking.ask(db, question, **dict(year)))

    def ask(question: str, **given: object) -> pd.DataFrame:
        if "code" in given:
            return asking.ask(db, question, **given)
        return same_for_all(question, tuple(given.items()))

    codes = asking.ask(db, "regencies")["code"]
    return pd.concat([placed(ranking(ask, code, None), code) for code in codes])


def placed(rows: pd.DataFrame, code: str) -> pd.DataFrame:
    """One government's candidates with their place on the list that a person sees."""
    listed = rows["admitted"] & rows["duplicate_of"].isna()
    place = listed.cumsum().astype("Int64").where(listed)
    return rows.assign(code=code, place=place)[STORED]
