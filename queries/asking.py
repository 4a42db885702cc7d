"""How one question is put to a built file, on a cursor of its own."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow

FOLDER = Path(__file__).parent


def connect(file: Path) -> duckdb.DuckDBPyConnection:
    """Open a built file read-only, with no way out of it: no other file, no setting."""
    return duckdb.connect(
        file,
        read_only=True,
        config={
            "enable_external_access": "false",
            "python_enable_replacements": "false",
            "lock_configuration": "true",
        },
    )


def ask(db: duckdb.DuckDBPyConnection, question: str, **given: Any) -> pd.DataFrame:
    """The answer to `<question>.sql`.

    A value given as `code` stands in the SQL as `$code`; a frame given as `change` is the table
    `given_change`, seen by this question alone.

    Raises:
        TypeError: what is given is not what the question names.
    """
    sql = text(question)
    if set(given) != named(sql):
        raise TypeError(f"{question} takes {sorted(named(sql))}, not {sorted(given)}")
    frames = {name: one for name, one in given.items() if isinstance(one, pd.DataFrame)}
    values = {name: one for name, one in given.items() if name not in frames}
    with db.cursor() as cursor:
        for name, frame in frames.items():
            # as it stands a frame takes 2 ms to register, as an Arrow table 0.7 (24 November 2026)
            cursor.register(f"given_{name}", pyarrow.Table.from_pandas(frame, preserve_index=False))
        return cursor.execute(sql, values or None).df()


@cache
def text(question: str) -> str:
    """The SQL of a question as it stands in its file."""
    return (FOLDER / f"{question}.sql").read_text(encoding="utf-8")


@cache
def named(sql: str) -> frozenset[str]:
    """What a question must be given: its $values and its given_ tables."""
    without_comments = re.sub(r"--.*", "", sql)
    return frozenset(re.findall(r"(?:\$|\bgiven_)([a-z_]+)", without_comments))
