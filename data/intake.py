"""How one CSV file of facts enters one table, or is refused with the row to mend named.

`schema.sql` holds the promises. This file reads text, types it by the table's columns and inserts
it; `refusals.py` turns what DuckDB refuses into a sentence with file, row, column and fix.
"""

import csv
import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from data import refusals
from data.errors import RowError

NOT_UTF8 = ("bukan teks UTF-8", "simpan sebagai CSV UTF-8")
TYPE_WORDS = {
    "INTEGER": ("bukan bilangan bulat", "tulis angka tanpa titik atau koma"),
    "DOUBLE": ("bukan angka", "tulis angka dengan titik desimal, misalnya 57.64"),
    "BOOLEAN": ("bukan ya atau tidak", "tulis ya atau tidak"),
    "DATE": ("bukan tanggal", "tulis tanggal sebagai 2026-11-24"),
}


@dataclass(frozen=True)
class Incoming:
    """Rows of one file on their way into one table; `row` counts as a spreadsheet does."""

    db: duckdb.DuckDBPyConnection
    table: str
    file: Path
    header: list[str]
    types: dict[str, str]

    def insert(self, low: int, high: int) -> None:
        """Put the rows from `low` to `high` into the table, all or none."""
        cells = ", ".join(f'{typed(name, self.types[name])} as "{name}"' for name in self.header)
        self.db.execute(
            f"insert into {self.table} by name select {cells} from incoming"
            f" where incoming_row between {low} and {high} order by incoming_row"
        )

    def cells(self, row: int) -> dict[str, Any]:
        """One row as text, by column."""
        names = ", ".join(f'"{name}"' for name in self.header)
        found = one(self.db, f"select {names} from incoming where incoming_row = {row}")
        return dict(zip(self.header, found, strict=True))

    def refusal(self, row: int | None, column: str | None, problem: str, fix: str) -> RowError:
        return RowError(self.file.name, row, column, problem, fix)


def load(db: duckdb.DuckDBPyConnection, table: str, file: Path) -> int:
    """Insert every row of `file` into `table`, by column name.

    Args:
        db: a connection to a database that has the schema.
        table: name of a table in schema.sql.
        file: UTF-8, comma, a header row; empty cells are unknown; ya/tidak for booleans.

    Returns:
        The number of rows inserted.

    Raises:
        RowError: the file cannot be read, lacks a column, or a row breaks a promise.
    """
    types = column_types(db, table)
    incoming = Incoming(db, table, file, read_header(file), types)
    check_header(incoming)
    stage(incoming)
    for column in incoming.header:
        check_type(incoming, column)
    rows = count(db)
    try:
        incoming.insert(2, rows + 1)
    except duckdb.ConstraintException:
        raise find_offender(incoming, 2, rows + 1) from None
    finally:
        db.execute("drop table if exists incoming")
    return rows


def column_types(db: duckdb.DuckDBPyConnection, table: str) -> dict[str, str]:
    found = db.execute(
        "select column_name, data_type from duckdb_columns() where table_name = $table"
        " order by column_index",
        {"table": table},
    ).fetchall()
    return dict(found)


def read_header(file: Path) -> list[str]:
    """The column names; raises for a file that is missing, empty, or not read as lines of cells."""
    if not file.exists():
        raise RowError(file.name, None, None, "berkas tidak ada", f"sediakan {file}")
    content = file.read_bytes()
    try:
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise RowError(file.name, line, None, *NOT_UTF8) from None
    except csv.Error as error:
        raise RowError(file.name, None, None, str(error), refusals.CHECK_QUOTES) from None
    if not rows or not rows[0]:
        raise RowError(file.name, None, None, "berkas kosong", "isi baris judul dan data")
    check_no_blank_lines(file, rows)
    return rows[0]


def check_no_blank_lines(file: Path, rows: list[list[str]]) -> None:
    """A blank line between rows would be skipped and every later row number be one too low."""
    filled = [number for number, row in enumerate(rows, start=1) if row]
    for number, row in enumerate(rows, start=1):
        if not row and number < filled[-1]:
            raise RowError(file.name, number, None, "baris kosong", "hapus baris ini")


def check_header(incoming: Incoming) -> None:
    header, expected = incoming.header, list(incoming.types)
    for column in header:
        if column not in expected:
            fix = f"hapus, atau pakai salah satu: {', '.join(expected)}"
            raise incoming.refusal(1, column or "(tanpa nama)", "kolom tidak dikenal", fix)
        if header.count(column) > 1:
            raise incoming.refusal(1, column, "kolom tertulis dua kali", "sisakan satu")
    for column in expected:
        if column not in header:
            raise incoming.refusal(1, column, "kolom tidak ada", "tambahkan kolom ini")


def stage(incoming: Incoming) -> None:
    """All cells as trimmed text, empty as null, with the row number a spreadsheet shows."""
    cells = ", ".join(f'nullif(trim("{name}"), \'\') as "{name}"' for name in incoming.header)
    try:
        incoming.db.execute(
            f"""
            create or replace temp table incoming as
            select row_number() over () + 1 as incoming_row, {cells}
            from read_csv($file, columns = $columns, header = true, auto_detect = false,
                delim = ',', quote = '"', escape = '"', strict_mode = true)
            """,
            {"file": str(incoming.file), "columns": dict.fromkeys(incoming.header, "VARCHAR")},
        )
    except duckdb.InvalidInputException as error:
        raise refusals.unreadable(incoming.file, str(error)) from None
    if not count(incoming.db):
        raise incoming.refusal(None, None, "tidak ada baris data", "isi sekurangnya satu baris")


def count(db: duckdb.DuckDBPyConnection) -> int:
    return one(db, "select count(*) from incoming")[0]


def one(db: duckdb.DuckDBPyConnection, query: str) -> tuple:
    return db.execute(query).fetchone() or ()


def typed(column: str, kind: str) -> str:
    """SQL that is null where the text of a cell is not of its kind."""
    if kind == "BOOLEAN":
        return f"case lower(\"{column}\") when 'ya' then true when 'tidak' then false end"
    if kind == "INTEGER":  # a cast alone would round 2024.6 to 2025 and say nothing
        return f"""case when regexp_full_match("{column}", '[+-]?[0-9]+')
            then try_cast("{column}" as integer) end"""
    return f'try_cast("{column}" as {kind})'


def check_type(incoming: Incoming, column: str) -> None:
    kind = incoming.types[column]
    broken = one(
        incoming.db,
        f'select incoming_row, "{column}" from incoming'
        f' where "{column}" is not null and {typed(column, kind)} is null'
        " order by incoming_row limit 1",
    )
    if broken:
        problem, fix = TYPE_WORDS[kind]
        raise incoming.refusal(broken[0], column, f"'{broken[1]}' {problem}", fix)


def find_offender(incoming: Incoming, low: int, high: int) -> RowError:
    """Halve the rows until one is left that the table refuses: DuckDB names only the rule."""
    middle = (low + high) // 2
    try:
        incoming.insert(low, middle)
    except duckdb.ConstraintException as error:
        if low == middle:
            problem = refusals.explain(incoming.db, incoming.table, incoming.cells(low), str(error))
            return incoming.refusal(low, *problem)
        return find_offender(incoming, low, middle)
    if middle == high:
        raise AssertionError("rows refused together were accepted one by one")
    return find_offender(incoming, middle + 1, high)
