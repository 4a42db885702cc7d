"""The one hold a process has on the book's file, and what a killed one left beside it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
from filelock import FileLock

from data.book_damage import damaged, inaccessible, unreadable
from data.book_shelf import lock_of, log_of, unwritable, whole_of

Config = dict[str, str | bool | int | float | list[str]]
# Of so little work a second thread has no share; without one a write takes 4 ms less.
OPEN: Config = {"python_enable_replacements": "false", "threads": 1}


def attempt(book: Path) -> duckdb.DuckDBPyConnection | None:
    """The book's file held by this process; None when it is to be tried again.

    What is written stays in the log when the file is closed: a process killed while DuckDB folds
    its log into the file can leave a torn block behind (1.5.5, seen once in some hundred kills).
    `book_backup.fold` does it with a whole copy beside the file; a copy found here tells of a
    process killed meanwhile, and takes the place of the file.
    """
    before = named(book)
    try:
        db = duckdb.connect(book, read_only=not os.access(book, os.W_OK), config=OPEN)
    except duckdb.Error as error:
        if held_elsewhere(error):
            return None
        if not damaged(error):
            raise inaccessible() from error
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
    with alone(book):
        if whole_of(book).exists():
            log_of(book).unlink(missing_ok=True)
            os.replace(whole_of(book), book)


@contextmanager
def alone(book: Path) -> Iterator[None]:
    """No other process makes the book or exchanges its file meanwhile.

    Raises:
        DataError: the lock is another user's, or the folder does not take what is done in it.
    """
    try:
        with FileLock(lock_of(book)):
            yield
    except OSError as error:
        raise unwritable(Path(error.filename or book)) from error


def held_elsewhere(error: Exception) -> bool:
    return any(words in str(error) for words in ("lock on file", "used by another process"))
