"""Everything about the candidates of one government: asked, and ranked."""

from collections.abc import Callable, Mapping
from functools import cache

import duckdb
import pandas as pd

from queries import asking, candidates, near_duplicates, peers, standing, verdicts
from queries.weighing import EVEN

Ask = Callable[..., pd.DataFrame]
Write = Callable[[duckdb.DuckDBPyConnection, str, pd.DataFrame], None]
STORED = ["code", "innovation_id", "place", "score", *candidates.PARTS, "need_points", "admitted"]
"""The columns of the table candidate."""
STORED_DUPLICATE = ["code", "innovation_id", *near_duplicates.COLUMNS]
"""The columns of the table near_duplicate."""


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
    pool = ask("candidate_pool", code=code)
    return candidates.rank(
        pool=pool,
        twins=twins(ask, code, pool, setting),
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


def twins(ask: Ask, code: str, pool: pd.DataFrame, setting: pd.Series) -> pd.DataFrame:
    """What a government runs already of what others offer: looked up, or found."""
    if ask("about")["duplicates_stored"].iloc[0]:
        return ask("near_duplicates", code=code)
    own, alike = ask("own_innovations", code=code), ask("alike", code=code)
    return near_duplicates.found(pool, own, alike, ask("own_copies", code=code), setting)


def store(db: duckdb.DuckDBPyConnection, write: Write) -> None:
    """Fill the tables candidate and near_duplicate for every government.

    By the usual weights and the latest year, before any near-duplicate is stored.

    Args:
        write: puts rows into a table: `write(db, "candidate", rows)`.
    """
    same_for_all = cache(lambda question, year: asking.ask(db, question, **dict(year)))

    def ask(question: str, **given: object) -> pd.DataFrame:
        if "code" in given:
            return asking.ask(db, question, **given)
        return same_for_all(question, tuple(given.items()))

    codes = asking.ask(db, "regencies")["code"]
    lists = pd.concat([placed(ranking(ask, code, None), code) for code in codes])
    write(db, "candidate", lists[STORED])
    write(db, "near_duplicate", lists.loc[lists["duplicate_of"].notna(), STORED_DUPLICATE])


def placed(rows: pd.DataFrame, code: str) -> pd.DataFrame:
    """One government's candidates with their place on the list that a person sees."""
    listed = rows["admitted"] & rows["duplicate_of"].isna()
    place = listed.cumsum().astype("Int64").where(listed)
    return rows.assign(code=code, place=place)[[*STORED, *near_duplicates.COLUMNS]]
