"""Dated backups of the book, and its long log folded into it."""

import logging
import os
import time
from collections.abc import Container
from contextlib import suppress
from datetime import date, datetime
from itertools import count
from pathlib import Path

import duckdb

from data import book_shelf
from data.book_opening import opened
from data.errors import DataError

KEPT = 14
LONGEST_LOG = 200_000  # bytes; reading a longer one back takes more than a few ms
ABANDONED = 3600  # seconds
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
