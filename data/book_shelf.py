"""Where the book of replication and its backups lie, apart from the built files."""

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from data.errors import DataError

DATA = Path(__file__).parent
FILE = "buku.duckdb"
BACKUPS = "cadangan"
ASIDE = "sebelum-pemulihan"


def folder() -> Path:
    """Where the book lies: data/workspace, or the folder named by INOVASI_BANUA_BOOK."""
    return Path(os.environ.get("INOVASI_BANUA_BOOK") or DATA / "workspace")


def file() -> Path:
    return folder() / FILE


def log_of(book: Path) -> Path:
    """What has been written and not yet folded into a DuckDB file."""
    return book.with_name(f"{book.name}.wal")


def whole_of(book: Path) -> Path:
    """A whole copy of the book, there only while the log is folded into its file."""
    return book.with_name(f"{book.stem}.utuh.duckdb")


def lock_of(book: Path) -> Path:
    """Held by the one process that makes the book or puts a whole copy in its place."""
    return book.with_name(f".{book.stem}.kunci")


def backups() -> list[Path]:
    """All backups, the newest first: their names begin with the day and the time."""
    found = (folder() / BACKUPS).glob("buku-*.duckdb")
    return sorted(found, key=lambda backup: backup.stem, reverse=True)


def newest_backup() -> Path | None:
    """Leaves out what a restore put aside: restoring twice does not undo the first."""
    return next((backup for backup in backups() if ASIDE not in backup.stem), None)


def stamp() -> tuple[tuple[int, int] | None, ...]:
    """Size and time (ns) of the book's file and of its write-ahead log; opens nothing."""
    return tuple(measured(one) for one in (file(), log_of(file())))


def measured(one: Path) -> tuple[int, int] | None:
    try:
        found = one.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return found.st_size, found.st_mtime_ns


@contextmanager
def temporary(place: Path) -> Iterator[Path]:
    """A name in a folder for a file that is being made; nothing of it is left behind."""
    name = place / f".{uuid.uuid4().hex}.tmp"
    try:
        yield name
    finally:
        name.unlink(missing_ok=True)
        log_of(name).unlink(missing_ok=True)


def writable(place: Path) -> Path:
    """The folder, made if it is missing.

    Raises:
        DataError: nothing can be written there.
    """
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise unwritable(place) from None
    if not os.access(place, os.W_OK):
        raise unwritable(place)
    return place


def unwritable(place: Path) -> DataError:
    return DataError(
        f"{place} tidak dapat ditulis. Perbaikan: beri izin tulis, "
        "atau tunjuk folder lain lewat INOVASI_BANUA_BOOK."
    )
