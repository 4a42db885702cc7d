"""Scenarios as tests play them: without a page, on any database with reports.

start = playing.start(db, "9901")
done, after = playing.played(db, start, "naik.16.3.semua_baru.5.40")
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import NamedTuple

import duckdb
import pandas as pd

import queries
from queries import scenario, scenario_start, steps
from queries.steps import Step

REPORTED = ("government_level", "innovation_level", "innovation_report", "report", "innovation")


@contextmanager
def emptied(db: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """What is reported within is gone afterwards; a question's own cursor sees no transaction."""
    try:
        yield
    finally:
        for table in REPORTED:
            db.execute(f"delete from {table}")


class Start(NamedTuple):
    """Where a scenario starts, and whose report it is."""

    code: str
    year: int
    state: scenario_start.Start


def start(db: duckdb.DuckDBPyConnection, code: str, year: int = 2026) -> Start:
    """One government's report, as the page of scenarios takes it up."""
    state = scenario_start.start(partial(queries.ask, db), code, year, "2026")
    return Start(code, year, state)


def played(
    db: duckdb.DuckDBPyConnection, start: Start, link: str | list[Step]
) -> tuple[scenario.Played, pd.DataFrame]:
    """What the steps changed, and the rows of `scenario.sql`; every step must make sense."""
    chosen, refused = steps.parse(link) if isinstance(link, str) else (link, [])
    assert not refused
    assert all(map(start.state.allows, chosen))
    done = scenario.play(start.state, chosen)
    after = queries.ask(db, "scenario", code=start.code, year=start.year, **done.tables())
    assert after["step"].tolist() == list(range(len(chosen) + 1))
    return done, after


def total(row: pd.Series) -> float:
    """The three parts of the index before they are scaled: at most 250."""
    return row["spd"] + row["mean_maturity"] + row["count_score"]
