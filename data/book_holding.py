"""The one hold a process has on the book's file, and what a killed one left beside it."""

import os
from pathlib import Path

import duckdb
from filelock import FileLock

from data.book_shelf import file, lock_of, log_of, newest_backup, whole_of
from data.errors import DataError

Config = dict[str, str | bool | int | float | list[str]]
# Of so little work a second thread has no share; without one a write takes 4 ms less.
OPEN: Config = {"python_enable_replacements": "false", "threads": 1}
BROKEN = (
    duckdb.IOException,
    duckdb.FatalException,
    duckdb.InternalException,
    duckdb.SerializationException,
)


class UnreadableBookError(DataError):
    """The book's file is damaged, or is no book."""


def attempt(book: Path) -> duckdb.DuckDBPyConnection | None:
    """The book's file held by this process; None when it is to be tried again.

    What is written stays in the log when the file is closed: a process killed while DuckDB folds
    its log into the file can leave a torn block behind (1.5.5, seen once in some hundred kills).
    `book_backup.fold` does it with a whole copy beside the file; a copy found here tells of a
    process killed meanwhile, and takes the place of the file.
    """
    before = named(book)
    try:
        db = duckdb.connect(book, config=OPEN)
    except BROKEN as error:
        if held_elsewhere(error):
            return None
        if whole_of(book).exists():
            take_whole(book)
            return None
        raise unreadable("rusak atau bukan berkas DuckDB") from error
    db.execute("pragma disable_checkpoint_on_shutdown")
    db.execute("set checkpoint_threshold = '1 TB'")
    interrupted = whole_of(book).exists()
    if interrupted or named(book) != before:  # or another has put a whole copy here meanwhile
        db.close()
        if interrupted:
            take_whole(book)
        return None
    return db


def named(book: Path) -> int:
    """Which file goes by the name of the book."""
    return book.stat().st_ino


def take_whole(book: Path) -> None:
    """Put the whole copy in the place of the file and its log; one process does it."""
    with FileLock(lock_of(book)):
        if whole_of(book).exists():
            log_of(book).unlink(missing_ok=True)
            os.replace(whole_of(book), book)


def held_elsewhere(error: Exception) -> bool:
    return any(words in str(error) for words in ("lock on file", "used by another process"))


def unreadable(problem: str) -> UnreadableBookError:
    newest = newest_backup()
    fix = (
        f"jalankan python -m data restore (cadangan terbaru: {newest.name})"
        if newest
        else "pindahkan berkas itu; belum ada cadangan, jadi buku baru akan kosong"
    )
    return UnreadableBookError(
        f"Buku {file()} {problem}; berkas dibiarkan apa adanya. Perbaikan: {fix}."
    )
