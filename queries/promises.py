"""Promises a constraint cannot say: checks/*.sql, and how a broken one is told."""

from typing import Any

import duckdb

from queries.asking import FOLDER


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
