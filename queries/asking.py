"""How one question is put to a built file, on a cursor of its own."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa

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

    A value given as `code` stands in the SQL as `$code`; an Arrow table given as `change` is the
    table `given_change`, seen by this question alone. (Frames would do, and take three times as
    long to make and register: 24 November 2026.)

    Raises:
        TypeError: what is given is not what the question names.
    """
    sql = text(question)
    if set(given) != named(sql):
        raise TypeError(f"{question} takes {sorted(named(sql))}, not {sorted(given)}")
    tables = {name: one for name, one in given.items() if isinstance(one, pa.Table)}
    values = {name: one for name, one in given.items() if name not in tables}
    with db.cursor() as cursor:
        for name, table in tables.items():
            cursor.register(f"given_{name}", table)
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
