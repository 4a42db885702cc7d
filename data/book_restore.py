"""How a backup is brought back in the place of the book."""

import shutil
from pathlib import Path

import duckdb

from data import book_shelf
from data.book_backup import copy, folder, fresh, prune, put, quoted
from data.book_damage import UnreadableBookError, damaged, misnumbered, refused, unreadable
from data.book_holding import alone
from data.book_opening import CLOSED, VERSION, opened
from data.errors import DataError

READ = (
    "event",
    "event_value",
    "record",
    "record_date",
    "record_document",
    "record_actors",
    "regency_setting",
)  # all of it


def restore(name: str | None = None) -> tuple[Path, Path | None]:
    """Put a backup in the place of the book, which is kept aside; the app may go on running.

    Args:
        name: file name of a backup; without one, the newest of book_shelf.newest_backup.

    Returns:
        The backup, and where the book of before is now (None if it was empty or lost).

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
            raise none_to_choose()
        return newest
    for backup in book_shelf.backups():
        if backup.name == name:
            return backup
    raise DataError(
        f"Cadangan '{name}' tidak ada. Perbaikan: pilih dari python -m data restore --list."
    )


def none_to_choose() -> DataError:
    if book_shelf.backups():
        return DataError(
            f"Cadangan di {folder()} hanya yang disisihkan oleh pemulihan atau bertanggal sesudah "
            "hari ini. Perbaikan: periksa jam komputer, lalu sebut satu dari "
            "python -m data restore --list."
        )
    return DataError(f"Belum ada cadangan di {folder()}. Perbaikan: python -m data backup.")


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
            mixed = misnumbered(db)
    except duckdb.CatalogException as error:
        raise unusable(backup, "bukan buku replikasi") from error
    except duckdb.Error as error:
        problem = "rusak" if damaged(error) else "tidak dapat dibaca"
        raise unusable(backup, problem) from error
    if mixed:
        raise unusable(backup, f"rusak: revisi pada {mixed} ganda atau hilang")
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
        try:
            return exchange(db, source)
        except duckdb.Error as error:
            if refused(error):
                raise
            raise unreadable("rusak") from error


def exchange(db: duckdb.DuckDBPyConnection, source: Path) -> Path | None:
    aside = copy(db, fresh(book_shelf.ASIDE))
    db.execute(f"attach {quoted(source)} as spare (read_only)")
    db.begin()
    for table in ("event_value", "event"):
        db.execute(f"delete from {table}")
        db.execute(f"insert into {table} by name select * from spare.{table}")
    db.commit()
    db.execute("detach spare")
    return aside


def swap(source: Path) -> Path | None:
    """A file in the place of one that is lost or that nobody can read; what is there is kept."""
    book, aside = book_shelf.file(), fresh(book_shelf.ASIDE, ".rusak")
    kept = {book: aside, book_shelf.log_of(book): book_shelf.log_of(aside)}
    with alone(book), book_shelf.temporary(book) as name:
        shutil.copyfile(source, name)
        for old, new in kept.items():
            if old.exists():
                shutil.copyfile(old, new)
        book_shelf.log_of(book).unlink(missing_ok=True)
        put(name, book)
    return next((new for new in kept.values() if new.exists()), None)
