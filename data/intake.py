"""How one CSV file of facts enters one table, or is refused with the row to mend named.

`schema.sql` holds the promises. This file reads text, types it by the table's columns, inserts it,
and turns what DuckDB refuses into a sentence with file, row, column and fix.
"""

import csv
import re
from pathlib import Path

import duckdb

from data.errors import RowError

TYPE_WORDS = {
    "INTEGER": ("bukan bilangan bulat", "tulis angka tanpa titik atau koma"),
    "DOUBLE": ("bukan angka", "tulis angka dengan titik desimal, misalnya 57.64"),
    "BOOLEAN": ("bukan ya atau tidak", "tulis ya atau tidak"),
    "DATE": ("bukan tanggal", "tulis tanggal sebagai 2026-11-24"),
}


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
    header = read_header(file)
    check_header(file, header, list(types))
    stage(db, file, header)
    for column in header:
        check_type(db, file, column, types[column])
    rows = count(db)
    try:
        insert(db, table, header, types, 2, rows + 1)
    except duckdb.ConstraintException:
        raise find_offender(db, table, file, header, types, 2, rows + 1) from None
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
    if not file.exists():
        raise RowError(file.name, None, None, "berkas tidak ada", f"sediakan {file}")
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            header = next(csv.reader(lines), [])
    except UnicodeDecodeError:
        raise RowError(
            file.name, None, None, "bukan teks UTF-8", "simpan sebagai CSV UTF-8"
        ) from None
    if not header:
        raise RowError(file.name, None, None, "berkas kosong", "isi baris judul dan data")
    return header


def check_header(file: Path, header: list[str], expected: list[str]) -> None:
    for column in header:
        if column not in expected:
            problem, fix = (
                "kolom tidak dikenal",
                f"hapus, atau pakai salah satu: {', '.join(expected)}",
            )
            raise RowError(file.name, 1, column or "(tanpa nama)", problem, fix)
        if header.count(column) > 1:
            raise RowError(file.name, 1, column, "kolom tertulis dua kali", "sisakan satu")
    for column in expected:
        if column not in header:
            raise RowError(file.name, 1, column, "kolom tidak ada", "tambahkan kolom ini")


def stage(db: duckdb.DuckDBPyConnection, file: Path, header: list[str]) -> None:
    """All cells as trimmed text, empty as null, with the row number a spreadsheet shows."""
    cells = ", ".join(f'nullif(trim("{column}"), \'\') as "{column}"' for column in header)
    try:
        db.execute(
            f"""
            create or replace temp table incoming as
            select row_number() over () + 1 as incoming_row, {cells}
            from read_csv($file, columns = $columns, header = true, auto_detect = false,
                delim = ',', quote = '"', escape = '"', strict_mode = true)
            """,
            {"file": str(file), "columns": dict.fromkeys(header, "VARCHAR")},
        )
    except duckdb.InvalidInputException as error:
        raise unreadable(file, str(error)) from None
    if not count(db):
        raise RowError(file.name, None, None, "tidak ada baris data", "isi sekurangnya satu baris")


def unreadable(file: Path, message: str) -> RowError:
    line = re.search(r"Line: (\d+)", message)
    cells = re.search(r"Expected Number of Columns: (\d+) Found: (\d+)", message)
    problem = f"ada {cells[2]} sel, seharusnya {cells[1]}" if cells else "tidak dapat dibaca"
    fix = "periksa koma dan tanda kutip; teks yang memuat koma diapit tanda kutip"
    if "not utf-8" in message:
        problem, fix = "bukan teks UTF-8", "simpan sebagai CSV UTF-8"
    return RowError(file.name, int(line[1]) if line else None, None, problem, fix)


def count(db: duckdb.DuckDBPyConnection) -> int:
    return one(db, "select count(*) from incoming")[0]


def one(db: duckdb.DuckDBPyConnection, query: str) -> tuple:
    return db.execute(query).fetchone() or ()


def typed(column: str, kind: str) -> str:
    if kind == "BOOLEAN":
        return f"case lower(\"{column}\") when 'ya' then true when 'tidak' then false end"
    if kind == "INTEGER":  # a cast alone would round 2024.6 to 2025 and say nothing
        return f"""case when regexp_full_match("{column}", '[+-]?[0-9]+')
            then try_cast("{column}" as integer) end"""
    return f'try_cast("{column}" as {kind})'


def check_type(db: duckdb.DuckDBPyConnection, file: Path, column: str, kind: str) -> None:
    broken = one(
        db,
        f'select incoming_row, "{column}" from incoming'
        f' where "{column}" is not null and {typed(column, kind)} is null'
        " order by incoming_row limit 1",
    )
    if broken:
        problem, fix = TYPE_WORDS[kind]
        raise RowError(file.name, broken[0], column, f"'{broken[1]}' {problem}", fix)


def insert(
    db: duckdb.DuckDBPyConnection, table: str, header: list[str], types: dict, low: int, high: int
) -> None:
    cells = ", ".join(f'{typed(column, types[column])} as "{column}"' for column in header)
    db.execute(
        f"insert into {table} by name select {cells} from incoming"
        f" where incoming_row between {low} and {high} order by incoming_row"
    )


def find_offender(
    db: duckdb.DuckDBPyConnection,
    table: str,
    file: Path,
    header: list[str],
    types: dict,
    low: int,
    high: int,
) -> RowError:
    """Halve the rows until one is left that the table refuses: DuckDB names only the rule."""
    try:
        insert(db, table, header, types, low, high)
    except duckdb.ConstraintException as error:
        if low == high:
            return explain(db, table, file, header, low, str(error))
        middle = (low + high) // 2
        try:
            insert(db, table, header, types, low, middle)
        except duckdb.ConstraintException:
            return find_offender(db, table, file, header, types, low, middle)
        return find_offender(db, table, file, header, types, middle + 1, high)
    raise AssertionError("rows that were refused together were accepted one by one")


def explain(
    db: duckdb.DuckDBPyConnection, table: str, file: Path, header: list[str], row: int, message: str
) -> RowError:
    cell = dict(zip(header, one(db, incoming_row(header, row)), strict=True))
    if missing := re.search(r"NOT NULL constraint failed: \w+\.(\w+)", message):
        return RowError(file.name, row, missing[1], "kosong", "kolom ini wajib diisi")
    if unknown := re.search(r'key "(\w+): (.*?)" does not exist', message):
        column = next((name for name in header if cell[name] == unknown[2]), unknown[1])
        problem = f"'{unknown[2]}' tidak dikenal"
        return RowError(file.name, row, column, problem, f"pakai {unknown[1]} yang terdaftar")
    if twice := re.search(r'[Dd]uplicate key "(.*)"', message):
        return RowError(file.name, row, None, f"'{twice[1]}' tertulis dua kali", "hapus salah satu")
    rule = re.search(r"expression CHECK\((.*)\)$", message, re.DOTALL)
    words = dict.fromkeys(re.findall(r"\w+", rule[1] if rule else ""))
    columns = [word for word in words if word in header]
    values = ", ".join(f"{name} = {cell[name]}" for name in columns)
    fix = next(
        (text for name in columns if (text := advice(db, table, name))),
        f"penuhi {rule[1] if rule else message}",
    )
    return RowError(file.name, row, ", ".join(columns), f"nilai {values} tidak diterima", fix)


def incoming_row(header: list[str], row: int) -> str:
    cells = ", ".join(f'"{column}"' for column in header)
    return f"select {cells} from incoming where incoming_row = {row}"


def advice(db: duckdb.DuckDBPyConnection, table: str, column: str) -> str | None:
    found = db.execute(
        "select comment from duckdb_columns() where table_name = $table and column_name = $column",
        {"table": table, "column": column},
    ).fetchone()
    return found[0] if found else None
