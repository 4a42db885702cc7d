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
from contextlib import contextmanager, suppress
from pathlib import Path

import duckdb
from filelock import FileLock

from data.book_holding import (
    BROKEN,
    OPEN,
    Config,
    attempt,
    unreadable,
)
from data.book_shelf import file, folder, lock_of, log_of, temporary, unwritable, writable
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
        UnreadableBookError: the file is damaged or is no book; it is left as it is.
        DataError: it is from a newer version, or the disk does not take it.
    """
    if not turn.acquire(timeout=PATIENCE):
        raise BusyBookError
    try:
        with connected(file(), CLOSED if alone else ALONE_NOT) as db:
            yield db
    except duckdb.IOException as error:
        if "orrupt" in str(error):
            raise unreadable("rusak") from error
        raise DataError(
            f"Buku {file()} tidak dapat dibaca atau ditulis. Perbaikan: periksa izin dan sisa "
            "ruang disk, lalu ulangi."
        ) from error
    finally:
        turn.release()


def connected(book: Path, config: Config) -> duckdb.DuckDBPyConnection:
    if not book.exists():
        lay(book)
    if not os.access(book, os.R_OK | os.W_OK):
        raise unwritable(book)
    end = time.monotonic() + PATIENCE
    while (db := attempt(book)) is None:
        if time.monotonic() > end:
            raise BusyBookError
        time.sleep(random.uniform(0.001, 0.02))  # not in step with another that waits
    try:
        for name, value in config.items():
            db.execute(f"set {name} = {value}")
        understand(db)
    except BaseException:
        db.close()
        raise
    return db


def lay(book: Path) -> None:
    """A new book, whole before anybody can see it; if another process is first, theirs stays.

    The log of a file that is gone belongs to no other: it is put aside, not read into a new book.
    """
    with temporary(writable(folder())) as fresh, FileLock(lock_of(book)):
        if book.exists():
            return
        with duckdb.connect(fresh, config=SMALL_BLOCKS | OPEN) as db:
            db.execute(TABLES)
            db.execute(VIEWS)
            db.execute("insert into book values (?, ?)", [VERSION, FINGERPRINT])
        with suppress(FileNotFoundError):
            os.replace(log_of(book), f"{log_of(book)}.rusak")
        os.replace(fresh, book)


def understand(db: duckdb.DuckDBPyConnection) -> None:
    """Raises for what is no book or is from a newer version; renews the views of an older one."""
    try:
        found = db.execute("select version, views from book").fetchone()
    except (duckdb.CatalogException, duckdb.BinderException):
        found = None
    except BROKEN as error:
        raise unreadable("rusak") from error
    if not found:
        raise unreadable("bukan buku replikasi")
    if found[0] > VERSION:
        raise DataError(
            f"Buku {file()} ditulis oleh versi aplikasi yang lebih baru. "
            "Perbaikan: perbarui aplikasi; buku dibiarkan apa adanya."
        )
    if found[1] != FINGERPRINT:
        db.begin()
        db.execute(VIEWS)
        db.execute("update book set views = ?", [FINGERPRINT])
        db.commit()
