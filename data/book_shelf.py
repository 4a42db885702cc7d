"""Where the book of replication and its backups lie, apart from the built files."""

import os
import re
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from data.errors import DataError

DATA = Path(__file__).parent
FILE = "buku.duckdb"
BACKUPS = "cadangan"
ASIDE = "sebelum-pemulihan"
BEFORE_IMPORT = "sebelum-impor"
DAY = r"buku-(\d{4}-\d\d-\d\d)"
# What a backup was made for; any other name is a user's own.
KINDS = {
    "day": DAY,
    "by hand": rf"{DAY}-\d{{6}}(-\d+)?",
    "put aside": rf"{DAY}-\d{{6}}-({ASIDE}|{BEFORE_IMPORT})(-\d+)?",
}
UNFINISHED = re.compile(r"\.[0-9a-f]{32}\.tmp(\.wal)?")


def folder() -> Path:
    """Where the book lies: data/workspace, or the folder named by INOVASI_BANUA_BOOK."""
    return Path(os.environ.get("INOVASI_BANUA_BOOK") or DATA / "workspace")


def file() -> Path:
    """The book; a link is followed, as DuckDB does: the log lies where the file is."""
    book = folder() / FILE
    return book.resolve() if book.is_symlink() else book


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
    """What `restore` takes: nothing a restore put aside (or twice would undo the first), and
    nothing a wrong clock has dated later than today.
    """
    return next(
        (one for one in backups() if ASIDE not in one.stem and not of_the_future(one)), None
    )


def kind(backup: Path) -> str | None:
    """Which of KINDS a backup is; None of a name this program does not give."""
    return next((kind for kind, name in KINDS.items() if re.fullmatch(name, backup.stem)), None)


def of_the_future(backup: Path) -> bool:
    """Dated later than today: the clock was, or is, wrong."""
    found = re.match(DAY, backup.stem)
    return found is not None and found[1] > date.today().isoformat()


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
def temporary(target: Path) -> Iterator[Path]:
    """A name beside a file that is being made, to be renamed to it; nothing of it is left behind.

    Beside it, because another folder may lie on another disk.
    """
    name = target.with_name(f".{uuid.uuid4().hex}.tmp")
    try:
        yield name
    finally:
        name.unlink(missing_ok=True)
        log_of(name).unlink(missing_ok=True)


def unfinished() -> list[Path]:
    """What `temporary` left where its process was killed: by these names, as no other file has."""
    places = (folder(), folder() / BACKUPS)
    return [
        one for place in places for one in place.glob(".*.tmp*") if UNFINISHED.fullmatch(one.name)
    ]


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
        f"{place} tidak dapat ditulis. Perbaikan: beri izin tulis dan ruang disk, "
        "atau tunjuk folder lain lewat INOVASI_BANUA_BOOK."
    )
