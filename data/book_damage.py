"""What tells a damaged book from one that only cannot be reached, and what a user reads of it."""

import errno
import os
from pathlib import Path

import duckdb

from data.book_shelf import FILE, backups, file, folder, log_of, newest_backup
from data.errors import DataError

DAMAGE = (
    "orrupt",
    "is not a valid DuckDB database file",
    "Could not read enough bytes",
    "Failure while replaying WAL",
)
BROKEN = (
    duckdb.IOException,
    duckdb.FatalException,
    duckdb.InternalException,
    duckdb.SerializationException,
)
# The system's own refusals: the file may be as sound as ever.
REFUSED = tuple(
    os.strerror(getattr(errno, name))
    for name in (
        "EMFILE",
        "ENFILE",
        "ENOMEM",
        "ENOSPC",
        "EFBIG",
        "EDQUOT",
        "EACCES",
        "EROFS",
        "EIO",
    )
    if hasattr(errno, name)
)
READ_ONLY = "read-only mode"  # DuckDB's word to who may only read a file


class UnreadableBookError(DataError):
    """The book's file is damaged, lost, or no book."""


def damaged(error: Exception) -> bool:
    return any(words in str(error) for words in DAMAGE) and not refused(error)


def refused(error: Exception) -> bool:
    return any(words in str(error) for words in (*REFUSED, READ_ONLY))


def unreadable(problem: str) -> UnreadableBookError:
    return UnreadableBookError(
        f"Buku {file()} {problem}; berkas dibiarkan apa adanya. Perbaikan: {way_back()}."
    )


def inaccessible() -> DataError:
    return DataError(
        f"Buku {file()} tidak dapat dibaca atau ditulis. Perbaikan: periksa izin, sisa ruang "
        "disk dan banyaknya berkas yang terbuka, lalu ulangi."
    )


def way_back() -> str:
    newest = newest_backup()
    if newest:
        return f"jalankan python -m data restore (cadangan terbaru: {newest.name})"
    if backups():
        return "pilih cadangan dari python -m data restore --list"
    return "pindahkan berkas itu; belum ada cadangan, jadi buku baru akan kosong"


def check_not_lost(book: Path) -> None:
    """That there is no book means that none was ever begun.

    Raises:
        UnreadableBookError: something tells of one that was here, or is elsewhere.
    """
    log, link = log_of(book), folder() / FILE
    if link.is_symlink():
        problem = f"tidak ada, padahal {link} menunjuk ke sana"
        fix = f"pasang kembali disknya; bila hilang, hapus tautan itu, lalu {way_back()}"
    elif log.exists():
        problem = f"tidak ada, padahal lognya {log.name} masih ada"
        fix = f"kembalikan {book.name} ke samping {log.name}, atau {way_back()}"
    elif backups():
        problem = "tidak ada, padahal ada cadangannya"
        fix = f"{way_back()}; untuk memulai buku kosong, pindahkan dulu semua cadangan"
    else:
        return
    raise UnreadableBookError(f"Buku {book} {problem}; tidak dibuat buku kosong. Perbaikan: {fix}.")


def misnumbered(db: duckdb.DuckDBPyConnection) -> str | None:
    """A subject that has not every revision from 1 to its last, once.

    A file copied by hand over the book's while a log lies beside it is read together with that
    log by DuckDB, which does not keep the key then.
    """
    found = db.execute(
        "select subject from event group by subject"
        " having count(*) <> max(revision) or count(distinct revision) <> max(revision)"
        " order by subject limit 1"
    ).fetchone()
    return found[0] if found else None
