"""How the rows of an export (book_files.py) are read: every one tried under the book's promises.

They are tried in an empty book in memory; what it refuses is named by file, row and column as with
any other file of facts.
"""

import csv
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from data import intake, refusals
from data.book_files import COLUMNS, EVENTS, VALUES, unguarded
from data.book_opening import TABLES
from data.errors import RowError

Row = dict[str, str | None]
SHOWN = 60  # signs of a refused text in a message
TABLE = {EVENTS: "event", VALUES: "event_value"}
IN_ZONE = "tulis waktu dengan zonanya, misalnya 2026-11-24T08:30:00Z"


class Incoming(intake.Incoming):
    """Rows on trial; a long text is shortened where it is named."""

    def cells(self, row: int) -> dict[str, Any]:
        return {name: text and text[:SHOWN] for name, text in super().cells(row).items()}


def tried(file: Path) -> list[Row]:
    """The rows of a file: times in UTC without zone, cleared values None, every promise kept."""
    with duckdb.connect() as db:
        db.execute(TABLES)
        types = intake.column_types(db, TABLE[file.name])
        incoming = Incoming(db, TABLE[file.name], file, list(types), types)
        rows = [prepared(file, number, row) for number, row in enumerate(lines(file), start=2)]
        columns = {name: pa.array([row[name] for row in rows], pa.string()) for name in types}
        numbers = pa.array(range(2, len(rows) + 2), pa.int64())
        db.register("staged", pa.table({"incoming_row": numbers, **columns}))
        db.execute("create temp table incoming as from staged")
        intake.check_type(incoming, "revision")
        try:
            incoming.insert(2, len(rows) + 1)
        except duckdb.ConstraintException:
            raise intake.find_offender(incoming, 2, len(rows) + 1) from None
    return rows


def lines(file: Path) -> list[Row]:
    """The cells of every row by column, after the header; columns in any order."""
    check_readable(file)
    header, wanted = intake.read_header(file), COLUMNS[file.name]
    unlike = set(header).symmetric_difference(wanted)
    if unlike or len(header) != len(wanted):
        raise RowError(file.name, 1, None, "judul kolom lain", f"tulis {','.join(wanted)}")
    with file.open(encoding="utf-8-sig", newline="") as text:
        reader = csv.reader(text, strict=True)
        try:
            rows = [row for row in reader if row]
        except csv.Error:
            number = reader.line_num
            fix = refusals.CHECK_QUOTES
            raise RowError(file.name, None, None, f"kutip rusak di garis {number}", fix) from None
    for number, row in enumerate(rows, start=1):
        if len(row) != len(header):
            problem = f"ada {len(row)} sel, seharusnya {len(header)}"
            raise RowError(file.name, number, None, problem, refusals.CHECK_QUOTES)
    return [dict(zip(header, map(unguarded, row), strict=True)) for row in rows[1:]]


def check_readable(file: Path) -> None:
    """A missing file is named by `intake.read_header`."""
    if file.exists() and not (file.is_file() and os.access(file, os.R_OK)):
        fix = f"sediakan {file} sebagai berkas yang boleh dibaca"
        raise RowError(file.name, None, None, "bukan berkas atau tidak dapat dibaca", fix)


def prepared(file: Path, number: int, row: Row) -> Row:
    if file.name == EVENTS:
        return row | {"written_at": in_utc(file, number, row["written_at"] or "")}
    if row["cleared"] not in ("", "ya"):
        said = f"'{row['cleared']}' tidak dikenal"
        raise RowError(file.name, number, "cleared", said, "tulis ya, atau kosongkan")
    if row["cleared"] and row["value"]:
        problem = "isian yang dikosongkan punya isi"
        raise RowError(file.name, number, "value", problem, "hapus isinya, atau kosongkan cleared")
    return row | ({"value": None} if row["cleared"] else {})


def in_utc(file: Path, number: int, text: str) -> str:
    try:
        when = datetime.fromisoformat(text)
        if when.tzinfo is None:
            raise ValueError("without a zone it may be any of 24 hours")
        return when.astimezone(UTC).replace(tzinfo=None).isoformat()
    except (ValueError, OverflowError):
        problem = f"'{text[:SHOWN]}' bukan waktu yang pasti"
        raise RowError(file.name, number, "written_at", problem, IN_ZONE) from None
