"""Where numbers are made: `connect` opens a dataset, `ask` puts one question to it.

A question is a file `<name>.sql` beside this one: line 1 asks it, line 2 gives grain and order,
`$name` marks what must be given. Nothing here knows of streamlit or plotly.
"""

import re
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from data import build as building
from data.errors import BrokenPromiseError
from queries import peers

FOLDER = Path(__file__).parent
FROZEN = ("common_year", "claim_preference", "index_score")  # each reads only those before it


def ensure(dataset: str, progress: building.Progress = building.silent) -> Path:
    """The file of a dataset, built first if its inputs changed or it is missing.

    Raises:
        data.errors.DataError: the facts are broken; the message says where.
    """
    return building.build(dataset, prepare, progress)


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
    """The answer to `<question>.sql`, on a cursor of its own.

    Raises:
        TypeError: what is given is not what the question names.
    """
    sql = text(question)
    if set(given) != named(sql):
        raise TypeError(f"{question} takes {sorted(named(sql))}, not {sorted(given)}")
    with db.cursor() as cursor:
        return cursor.execute(sql, given or None).df()


@cache
def text(question: str) -> str:
    """The SQL of a question as it stands in its file."""
    return (FOLDER / f"{question}.sql").read_text(encoding="utf-8")


def named(sql: str) -> set[str]:
    without_comments = re.sub(r"--.*", "", sql)
    return set(re.findall(r"\$([a-z_]+)", without_comments))


def prepare(db: duckdb.DuckDBPyConnection) -> None:
    """Compute and store what no user's choice can change, then hold every promise."""
    for view in FROZEN:
        freeze(db, view)
    features = peers.standardise(ask(db, "features"))
    write(db, "regency_feature", features)
    write(db, "regency_distance", peers.distances(features))
    write(db, "government_level", ask(db, "spd_levels"))
    broken = [report for report in check(db) if report["rows"]]
    if broken:
        fix = "Perbaikan: betulkan baris itu di data/published atau data/rules, lalu bangun lagi."
        raise BrokenPromiseError("\n".join([*map(told, broken), fix]))


def freeze(db: duckdb.DuckDBPyConnection, view: str) -> None:
    """Put a view's rows in its place: nothing changes after the build, and reading is faster."""
    db.execute(f"create table frozen as from {view}")
    db.execute(f"drop view {view}")
    db.execute(f"alter table frozen rename to {view}")


def write(db: duckdb.DuckDBPyConnection, table: str, rows: pd.DataFrame) -> None:
    db.register("rows_to_write", rows)
    db.execute(f"insert into {table} by name select * from rows_to_write")
    db.unregister("rows_to_write")


def check(db: duckdb.DuckDBPyConnection) -> list[dict[str, Any]]:
    """Every promise of checks/*.sql with the rows that break it.

    Returns:
        One dict a promise: name, promise (its first line), file (its second, to be mended) and
        rows (a list of dicts).
    """
    reports = []
    for file in sorted((FOLDER / "checks").glob("*.sql")):
        sql = file.read_text(encoding="utf-8")
        rows = db.execute(sql).df().to_dict("records")
        promise, where = (line.removeprefix("-- ") for line in sql.splitlines()[:2])
        mended = where.removeprefix("Berkas: ")
        reports.append({"name": file.stem, "promise": promise, "file": mended, "rows": rows})
    return reports


def told(report: dict[str, Any], most: int = 5) -> str:
    """One broken promise as a paragraph: what was promised, which rows, how many more."""
    lines = [f"{report['file']}: janji dilanggar: {report['promise']} ({report['name']})"]
    lines += [
        "  - " + ", ".join(f"{column} = {value}" for column, value in row.items())
        for row in report["rows"][:most]
    ]
    if len(report["rows"]) > most:
        lines.append(f"  … dan {len(report['rows']) - most} baris lain")
    return "\n".join(lines)
