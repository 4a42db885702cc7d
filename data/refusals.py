"""What DuckDB refuses, said so that a user can mend it."""

import re
from pathlib import Path
from typing import Any

import duckdb

from data.errors import RowError

CHECK_QUOTES = "periksa koma dan tanda kutip; teks yang memuat koma diapit tanda kutip"


def unreadable(file: Path, message: str) -> RowError:
    """A file whose rows do not have as many cells as its header."""
    line = re.search(r"Line: (\d+)", message)
    cells = re.search(r"Expected Number of Columns: (\d+) Found: (\d+)", message)
    problem = f"ada {cells[2]} sel, seharusnya {cells[1]}" if cells else "tidak dapat dibaca"
    return RowError(file.name, int(line[1]) if line else None, None, problem, CHECK_QUOTES)


def explain(
    db: duckdb.DuckDBPyConnection, table: str, cells: dict[str, Any], message: str
) -> tuple[str | None, str, str]:
    """Column, problem and fix for one row that a table refuses."""
    if missing := re.search(r"NOT NULL constraint failed: \w+\.(\w+)", message):
        return missing[1], "kosong", "kolom ini wajib diisi"
    if unknown := re.search(r'key "(\w+): (.*?)" does not exist', message):
        column = next((name for name in cells if cells[name] == unknown[2]), unknown[1])
        return column, f"'{unknown[2]}' tidak dikenal", f"pakai {unknown[1]} yang terdaftar"
    if twice := re.search(r'[Dd]uplicate key "(.*)"', message):
        return None, f"'{twice[1]}' tertulis dua kali", "hapus salah satu"
    return broken_rule(db, table, cells, message)


def broken_rule(
    db: duckdb.DuckDBPyConnection, table: str, cells: dict[str, Any], message: str
) -> tuple[str | None, str, str]:
    rule = re.search(r"expression CHECK\((.*)\)$", message, re.DOTALL)
    words = dict.fromkeys(re.findall(r"\w+", rule[1] if rule else ""))
    columns = [word for word in words if word in cells]
    values = ", ".join(f"{name} = {cells[name]}" for name in columns)
    advised = [text for name in columns if (text := advice(db, table, name))]
    fix = advised[0] if advised else f"penuhi {rule[1] if rule else message}"
    return ", ".join(columns) or None, f"nilai {values} tidak diterima", fix


def advice(db: duckdb.DuckDBPyConnection, table: str, column: str) -> str | None:
    """The comment of a column in schema.sql: what to write there."""
    found = db.execute(
        "select comment from duckdb_columns() where table_name = $table and column_name = $column",
        {"table": table, "column": column},
    ).fetchone()
    return found[0] if found else None
