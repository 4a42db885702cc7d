"""How a folder of CSV (book_files.py) enters the book: whole, or not at all."""

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import duckdb
import pyarrow as pa

from data import book_shelf
from data.book_backup import copy, fresh, prune
from data.book_files import COLUMNS, EVENTS, VALUES
from data.book_opening import opened
from data.book_rows import Row, tried
from data.errors import RowError

Key = tuple[str, int]  # subject and revision
WHOLE = "ekspor ulang bukunya; jangan hapus baris"


class Told(NamedTuple):
    """An event: when (UTC, without zone), who, what."""

    written_at: datetime
    who: str
    what: str


class Book(NamedTuple):
    """Events and what each sets, by subject and revision."""

    events: dict[Key, Told]
    values: dict[Key, dict[str, str | None]]


def bring_in(folder: Path) -> tuple[int, int]:
    """Add what an export holds and the book does not, in one transaction, after a backup.

    All of it under one hold on the book: nobody writes between what is checked and what is added.

    Returns:
        Events added, and events skipped because the book holds the very same.

    Raises:
        RowError: a file cannot be read, a row breaks a promise, a revision is missing, or the book
            holds another event under its number; nothing is written.
        DataError: as in `opened()`.
    """
    events, values = (tried(folder / name) for name in COLUMNS)
    brought = Book(told(events), set_by(values))
    check_whole(brought, events, values)
    with opened(alone=False) as db:
        held = read(db)
        check_same(brought, held)
        new = [key for key in brought.events if key not in held.events]
        if new:
            saved = copy(db, fresh(book_shelf.BEFORE_IMPORT))
            insert(db, brought, new)
    if new:
        prune(spare={saved})
    return len(new), len(brought.events) - len(new)


def key_of(row: Row) -> Key:
    return str(row["subject"]), int(row["revision"] or 0)


def told(rows: list[Row]) -> dict[Key, Told]:
    return {
        key_of(row): Told(
            datetime.fromisoformat(str(row["written_at"])), str(row["who"]), str(row["what"])
        )
        for row in rows
    }


def set_by(rows: list[Row]) -> dict[Key, dict[str, str | None]]:
    values: dict[Key, dict[str, str | None]] = {}
    for number, row in enumerate(rows, start=2):
        fields = values.setdefault(key_of(row), {})
        if row["field"] in fields:
            problem = f"'{row['field']}' tertulis dua kali pada satu peristiwa"
            raise RowError(VALUES, number, "field", problem, "hapus salah satu")
        fields[str(row["field"])] = row["value"]
    return values


def check_whole(book: Book, events: list[Row], values: list[Row]) -> None:
    """Revisions run from 1 without a gap; every event has its values, and no value is alone."""
    for number, (subject, revision) in enumerate(book.events, start=2):
        if revision > 1 and (subject, revision - 1) not in book.events:
            problem = f"revisi {revision - 1} dari {subject} tidak ada"
            raise RowError(EVENTS, number, "revision", problem, WHOLE)
    for number, row in enumerate(values, start=2):
        if key_of(row) not in book.events:
            problem = f"{row['subject']} revisi {row['revision']} tidak ada di {EVENTS}"
            raise RowError(VALUES, number, "revision", problem, WHOLE)
    for number, row in enumerate(events, start=2):
        held = len(book.values.get(key_of(row), {}))
        if row["fields"] != str(held):
            problem = f"'{row['fields']}' isian, tetapi {VALUES} memuat {held}"
            raise RowError(EVENTS, number, "fields", problem, WHOLE)


def read(db: duckdb.DuckDBPyConnection) -> Book:
    events = db.execute("select subject, revision, written_at, who, what from event").fetchall()
    values: dict[Key, dict[str, str | None]] = {}
    for subject, revision, field, value in db.execute(
        "select subject, revision, field, value from event_value"
    ).fetchall():
        values.setdefault((subject, revision), {})[field] = value
    return Book({(subject, revision): Told(*rest) for subject, revision, *rest in events}, values)


def check_same(brought: Book, held: Book) -> None:
    """What both have is the same in both."""
    for number, key in enumerate(brought.events, start=2):
        if key not in held.events:
            continue
        pairs = zip(Told._fields, brought.events[key], held.events[key], strict=True)
        unlike = [name for name, new, old in pairs if new != old]
        if brought.values.get(key) != held.values.get(key):
            unlike.append(f"isian di {VALUES}")
        if unlike:
            problem = f"{key[0]} revisi {key[1]} sudah ada di buku dengan isi lain"
            fix = "kedua buku berbeda sejak revisi ini: pakai salah satu, jangan gabungkan"
            raise RowError(EVENTS, number, ", ".join(unlike), problem, fix)


def insert(db: duckdb.DuckDBPyConnection, book: Book, new: list[Key]) -> None:
    """The new events with their values, all or none."""
    events = [{"subject": key[0], "revision": key[1], **book.events[key]._asdict()} for key in new]
    values = [
        {"subject": key[0], "revision": key[1], "field": field, "value": value}
        for key in new
        for field, value in book.values.get(key, {}).items()
    ]
    db.begin()
    for table, rows in (("event", events), ("event_value", values)):
        if rows:
            db.register("brought", pa.Table.from_pylist(rows))
            db.execute(f"insert into {table} by name from brought")
    db.commit()
