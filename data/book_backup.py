"""Dated backups of the book, and how one is brought back."""

import logging
import os
import shutil
import time
from collections.abc import Container
from contextlib import suppress
from datetime import date, datetime
from itertools import count
from pathlib import Path

import duckdb

from data import book_shelf
from data.book_holding import BROKEN, UnreadableBookError
from data.book_opening import CLOSED, VERSION, opened
from data.errors import DataError

KEPT = 14
LONGEST_LOG = 200_000  # bytes; reading a longer one back takes more than a few ms
ABANDONED = 3600  # seconds
READ = (
    "event",
    "event_value",
    "record",
    "record_date",
    "record_document",
    "record_actors",
    "regency_setting",
)  # all of it
log = logging.getLogger(__name__)


def of_the_day() -> None:
    """A backup before the first write of a day; if it fails, that is told and the write goes on."""
    target = folder() / f"buku-{date.today()}.duckdb"
    if target.exists() or not book_shelf.file().exists():
        return
    try:
        with opened(alone=False) as db:
            copy(db, target)
        prune()
    except (DataError, duckdb.Error, OSError) as error:
        log.warning("Cadangan buku %s gagal dibuat: %s", target.name, error)


def fold() -> None:
    """Fold a long log into the book's file, a whole copy beside it until that is done."""
    book = book_shelf.file()
    log_size = book_shelf.measured(book_shelf.log_of(book))
    if log_size is None or log_size[0] < LONGEST_LOG:
        return
    with opened(alone=False) as db:
        whole = book_shelf.whole_of(book)
        if copy(db, whole):
            db.execute("checkpoint")
            whole.unlink()


def save(reason: str = "") -> Path | None:
    """A backup of now, None of a book without events; `reason` becomes part of its name.

    Raises:
        DataError: as in `opened()`, or the folder cannot be written.
    """
    with opened(alone=False) as db:
        target = copy(db, fresh(reason))
    prune()
    return target


def fresh(reason: str = "") -> Path:
    """A name no backup has: buku-2026-11-24-153000-<reason>.duckdb."""
    stem = "-".join(filter(None, [f"buku-{datetime.now():%Y-%m-%d-%H%M%S}", reason]))
    names = (f"{stem}{f'-{number}' if number else ''}.duckdb" for number in count())
    return next(folder() / name for name in names if not (folder() / name).exists())


def folder() -> Path:
    return book_shelf.folder() / book_shelf.BACKUPS


def copy(db: duckdb.DuckDBPyConnection, target: Path) -> Path | None:
    """The open book as a file of its own, complete or not at all; nothing of an empty one.

    DuckDB copies, not the system: closing a second handle on the book's file would give up the
    lock this process has on it, and every block that is read is checked.
    """
    if not db.execute("select 1 from event limit 1").fetchone():
        return None
    with book_shelf.temporary(book_shelf.writable(folder())) as name:
        db.execute(f"attach {quoted(name)} as spare (block_size 16384)")
        db.execute("copy from database buku to spare")
        db.execute("checkpoint spare")  # closing leaves the log as it is (book_opening.attempt)
        db.execute("detach spare")
        flush(name)
        os.replace(name, target)
    return target


def quoted(name: Path) -> str:
    return "'" + str(name).replace("'", "''") + "'"


def flush(name: Path) -> None:
    with name.open("rb+") as written:
        os.fsync(written.fileno())


def prune(spare: Container[Path | None] = ()) -> None:
    """Keep the newest 14 and what is to be spared; sweep what killed processes left behind."""
    for backup in book_shelf.backups()[KEPT:]:
        if backup not in spare:
            backup.unlink(missing_ok=True)
    for place in (folder(), book_shelf.folder()):
        for leftover in place.glob(".*.tmp*"):
            with suppress(OSError):
                if time.time() - leftover.stat().st_mtime > ABANDONED:
                    leftover.unlink()


def restore(name: str | None = None) -> tuple[Path, Path | None]:
    """Put a backup in the place of the book, which is kept aside; the app may go on running.

    Args:
        name: file name of a backup; without one, the newest that was not itself put aside by a
            restore, so that restoring twice does not undo the first.

    Returns:
        The backup, and where the book of before is now (None if it was empty).

    Raises:
        DataError: there is no such backup, or it cannot be read; the book is as it was.
    """
    source = chosen(name)
    check(source)
    try:
        aside = refill(source)
    except UnreadableBookError:
        aside = swap(source)
    prune(spare={source, aside})
    return source, aside


def chosen(name: str | None) -> Path:
    if not name:
        newest = book_shelf.newest_backup()
        if newest is None:
            raise DataError(f"Belum ada cadangan di {folder()}. Perbaikan: python -m data backup.")
        return newest
    for backup in book_shelf.backups():
        if backup.name == name:
            return backup
    raise DataError(
        f"Cadangan '{name}' tidak ada. Perbaikan: pilih dari python -m data restore --list."
    )


def check(backup: Path) -> None:
    """Read all that a backup holds, tables and views.

    Raises:
        DataError: it is damaged, is no book, or is from a newer version.
    """
    try:
        with duckdb.connect(backup, read_only=True, config=CLOSED) as db:
            found = db.execute("select version from book").fetchone()
            for table in READ:
                db.execute(f"select * from {table}").fetchall()
    except (*BROKEN, duckdb.CatalogException) as error:
        raise unusable(backup, "rusak atau bukan buku replikasi") from error
    if not found or found[0] > VERSION:
        raise unusable(backup, "ditulis oleh versi aplikasi yang lebih baru")


def unusable(backup: Path, problem: str) -> DataError:
    return DataError(
        f"Cadangan {backup.name} {problem}; buku tidak diubah. Perbaikan: pilih cadangan lain "
        "dari python -m data restore --list."
    )


def refill(source: Path) -> Path | None:
    """Exchange all events in one transaction: whoever waits for the book finds it before or after.

    Another file under its name would not do: a process that waits may hold the old one already.
    """
    with opened(alone=False) as db:
        aside = copy(db, fresh(book_shelf.ASIDE))
        db.execute(f"attach {quoted(source)} as spare (read_only)")
        db.begin()
        for table in ("event_value", "event"):
            db.execute(f"delete from {table}")
            db.execute(f"insert into {table} by name select * from spare.{table}")
        db.commit()
        db.execute("detach spare")
    return aside


def swap(source: Path) -> Path:
    """Another file in the place of one that nobody can open; the damaged one is kept as it is."""
    book = book_shelf.file()
    aside = fresh(book_shelf.ASIDE).with_suffix(".rusak")
    with book_shelf.temporary(book_shelf.writable(folder())) as name:
        shutil.copyfile(source, name)
        flush(name)
        shutil.copyfile(book, aside)
        if book_shelf.log_of(book).exists():
            os.replace(book_shelf.log_of(book), book_shelf.log_of(aside))
        os.replace(name, book)
    return aside
