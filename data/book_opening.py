"""How the book of replication is opened: one connection for one operation.

DuckDB lets one process at a time hold a file;
since nobody holds this one longer than an operation, the app, a second server and the command line
share it, each waiting its turn.
"""

import hashlib
import os
import random
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from data.book_damage import (
    BROKEN,
    READ_ONLY,
    check_not_lost,
    damaged,
    inaccessible,
    misnumbered,
    unreadable,
)
from data.book_holding import OPEN, Config, alone, attempt, take_whole
from data.book_shelf import file, folder, temporary, unwritable, whole_of, writable
from data.errors import DataError

DATA = Path(__file__).parent
VERSION = 1
PATIENCE = 5.0  # seconds until a book that another holds is given up
TABLES = (DATA / "book.sql").read_text(encoding="utf-8")
VIEWS = (DATA / "book_views.sql").read_text(encoding="utf-8")
FINGERPRINT = hashlib.sha256(VIEWS.encode()).hexdigest()[:12]
SMALL_BLOCKS: Config = {
    "default_block_size": 16384
}  # a write takes half the time of the usual ones
CLOSED: Config = {"enable_external_access": "false", "lock_configuration": "true"}
ALONE_NOT: Config = {}
turn = threading.Lock()
checked: dict[Path, tuple[int, ...]] = {}  # which file this process has looked through, by name


class BusyBookError(DataError):
    """Another process or thread holds the book longer than anybody should."""

    def __init__(self) -> None:
        super().__init__(
            "Buku replikasi sedang dipakai proses lain. Perbaikan: tunggu sebentar lalu ulangi; "
            "bila tetap, tutup program lain yang membuka buku.duckdb."
        )


@contextmanager
def opened(alone: bool = True) -> Iterator[duckdb.DuckDBPyConnection]:
    """The book, for one operation; made when there is none.

    Never open it within another `opened()`: the second would wait for the first.

    Args:
        alone: no other file can be reached from it; only backups reach for a second one.

    Raises:
        BusyBookError: another held it for more than PATIENCE.
        UnreadableBookError: the file is damaged, lost or no book; it is left as it is.
        DataError: it is from a newer version, or the disk does not take or give it.
    """
    if not turn.acquire(timeout=PATIENCE):
        raise BusyBookError
    try:
        with connected(file(), CLOSED if alone else ALONE_NOT) as db:
            yield db
    except BROKEN as error:
        raise (unreadable("rusak") if damaged(error) else inaccessible()) from error
    except duckdb.InvalidInputException as error:
        if READ_ONLY in str(error):
            raise unwritable(file()) from error
        raise
    finally:
        turn.release()


def connected(book: Path, config: Config) -> duckdb.DuckDBPyConnection:
    if whole_of(book).exists() and not book.exists():
        take_whole(book)
    if not book.exists():
        lay(book)
    check_reachable(book)
    end = time.monotonic() + PATIENCE
    while (db := attempt(book)) is None:
        if time.monotonic() > end:
            raise BusyBookError
        time.sleep(random.uniform(0.001, 0.02))  # not in step with another that waits
    try:
        for name, value in config.items():
            db.execute(f"set {name} = {value}")
        understand(db, book)
    except BaseException:
        db.close()
        raise
    return db


def check_reachable(book: Path) -> None:
    """Raises DataError where DuckDB would end the whole process: without a file handle left."""
    try:
        os.close(os.open(os.devnull, os.O_RDONLY))
    except OSError:
        raise inaccessible() from None
    if not os.access(book, os.R_OK):
        raise inaccessible()


def lay(book: Path) -> None:
    """A new book, whole before anybody can see it; if another process is first, theirs stays."""
    check_not_lost(book)  # before a lock, too: where a link leads, nothing is to be made
    writable(folder())
    with alone(book), temporary(book) as fresh:
        if book.exists():
            return
        check_not_lost(book)
        with duckdb.connect(fresh, config=SMALL_BLOCKS | OPEN) as db:
            db.execute(TABLES)
            db.execute(VIEWS)
            db.execute("insert into book values (?, ?)", [VERSION, FINGERPRINT])
        os.replace(fresh, book)


def understand(db: duckdb.DuckDBPyConnection, book: Path) -> None:
    """Raises for what is no book, is mixed up or newer; renews the views of an older one."""
    try:
        found = db.execute("select version, views from book").fetchone()
    except (duckdb.CatalogException, duckdb.BinderException):
        found = None
    if not found:
        raise unreadable("bukan buku replikasi")
    if found[0] > VERSION:
        raise DataError(
            f"Buku {file()} ditulis oleh versi aplikasi yang lebih baru. "
            "Perbaikan: perbarui aplikasi; buku dibiarkan apa adanya."
        )
    look_through(db, book)
    if found[1] != FINGERPRINT:
        db.begin()
        db.execute(VIEWS)
        db.execute("update book set views = ?", [FINGERPRINT])
        db.commit()


def look_through(db: duckdb.DuckDBPyConnection, book: Path) -> None:
    """Raises for revisions that are no count; once for each file, and for each change of it.

    What is written goes to the log: the file changes when that is folded, or by another's hand.
    """
    stat = book.stat()
    found = (stat.st_ino, stat.st_size, stat.st_mtime_ns)
    if checked.get(book) == found:
        return
    if subject := misnumbered(db):
        raise unreadable(f"tercampur dengan berkas lain: revisi pada {subject} ganda atau hilang")
    checked[book] = found
