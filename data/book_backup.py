"""Dated backups of the book, and its long log folded into it."""

import logging
import os
import time
from collections import defaultdict
from collections.abc import Container, Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime
from itertools import count
from pathlib import Path

import duckdb

from data import book_shelf
from data.book_opening import opened
from data.errors import DataError

KEPT = 14  # of each kind
LONGEST_LOG = 200_000  # bytes; reading a longer one back takes more than a few ms
ABANDONED = 3600  # seconds
log = logging.getLogger(__name__)


def of_the_day() -> None:
    """A backup before the first write of a day, and the log of the day before folded.

    If that fails, it is told and the write goes on.
    """
    target = folder() / f"buku-{date.today()}.duckdb"
    if target.exists() or not book_shelf.file().exists():
        return
    with told(f"Cadangan buku {target.name} gagal dibuat"):
        with opened(alone=False) as db:
            if copy(db, target):
                fold_in(db)
        prune(spare={target})


def fold() -> None:
    """Fold a long log into the book's file; if that fails, it is told and the write goes on."""
    log_size = book_shelf.measured(book_shelf.log_of(book_shelf.file()))
    if log_size is None or log_size[0] < LONGEST_LOG:
        return
    with told("Log buku gagal dilipat"), opened(alone=False) as db:
        fold_in(db)


def fold_in(db: duckdb.DuckDBPyConnection) -> None:
    """Fold the log with a whole copy beside the book until that is done (book_holding.attempt)."""
    whole = book_shelf.whole_of(book_shelf.file())
    if copy(db, whole):
        db.execute("checkpoint")
        whole.unlink()


@contextmanager
def told(what: str) -> Iterator[None]:
    """What only serves later is not worth losing a write for: its failure goes to the log."""
    try:
        yield
    except (DataError, duckdb.Error, OSError) as error:
        log.warning("%s: %s", what, error)


def save() -> Path | None:
    """A backup of now, None of a book without events.

    Raises:
        DataError: as in `opened()`, or the folder cannot be written.
    """
    with opened(alone=False) as db:
        target = copy(db, fresh())
    prune(spare={target})
    return target


def fresh(reason: str = "", suffix: str = ".duckdb") -> Path:
    """A name no backup has: buku-2026-11-24-153000-<reason>.duckdb."""
    stem = "-".join(filter(None, [f"buku-{datetime.now():%Y-%m-%d-%H%M%S}", reason]))
    names = (folder() / f"{stem}{f'-{number}' if number else ''}{suffix}" for number in count())
    return next(name for name in names if not (name.exists() or book_shelf.log_of(name).exists()))


def folder() -> Path:
    return book_shelf.folder() / book_shelf.BACKUPS


def copy(db: duckdb.DuckDBPyConnection, target: Path) -> Path | None:
    """The open book as a file of its own, complete or not at all; nothing of an empty one.

    DuckDB copies, not the system: closing a second handle on the book's file would give up the
    lock this process has on it, and every block that is read is checked.

    Raises:
        DataError: the folder of the target cannot be written.
    """
    if not db.execute("select 1 from event limit 1").fetchone():
        return None
    book_shelf.writable(target.parent)
    with book_shelf.temporary(target) as name:
        db.execute(f"attach {quoted(name)} as spare (block_size 16384)")
        db.execute("copy from database buku to spare")
        db.execute("checkpoint spare")  # closing leaves the log as it is (book_holding.attempt)
        db.execute("detach spare")
        put(name, target)
    return target


def put(name: Path, target: Path) -> None:
    """A finished file under its own name, on the disk."""
    try:
        with name.open("rb+") as written:
            os.fsync(written.fileno())
        os.replace(name, target)
    except OSError as error:
        raise book_shelf.unwritable(target) from error


def quoted(name: Path) -> str:
    return "'" + str(name).replace("'", "''") + "'"


def prune(spare: Container[Path | None] = ()) -> None:
    """Keep the newest 14 of each kind and what is to be spared; sweep what killed processes left.

    What a wrong clock dated later than today is counted apart: it would pass for the newest.
    """
    kinds: dict[tuple[str, bool], list[Path]] = defaultdict(list)
    for backup in book_shelf.backups():
        if kind := book_shelf.kind(backup):
            kinds[kind, book_shelf.of_the_future(backup)].append(backup)
    for found in kinds.values():
        for backup in found[KEPT:]:
            if backup not in spare:
                backup.unlink(missing_ok=True)
    for leftover in book_shelf.unfinished():
        with suppress(OSError):
            if time.time() - leftover.stat().st_mtime > ABANDONED:
                leftover.unlink()
