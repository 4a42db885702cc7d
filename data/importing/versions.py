"""Every state of what has been imported: one DuckDB file a version, never changed once there.

`versi-0007.duckdb` in the folder `resmi` beside the book holds the five frames of `Holdings`, and
who published them. In force is the highest number that can be read; which one that is, is decided
by a single rename (`data.importing.publishing`; `version_writing` makes the file).
"""

import os
import re
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path

import duckdb

from data import book_shelf
from data.errors import DataError
from data.importing.holdings import COLUMNS, NOTHING, Holdings, holdings

Config = dict[str, str | bool | int | float | list[str]]
FOLDER = "resmi"
NAME = re.compile(r"versi-(\d{4,9})\.duckdb")
CLOSED: Config = {"enable_external_access": "false", "python_enable_replacements": "false"}
TOLD = ("number", "created", "who", "note", "kind", "parent", "rows")


@dataclass(frozen=True)
class Version:
    """One file of the folder.

    Attributes:
        created: UTC, without a zone; None where the file cannot be read.
        kind: "impor", or "pemulihan" where an older version came back.
        parent: the number of the version it was made from; 0 for none.
        rows: how many it holds, files not counted; 0 means that nothing is imported.
        trouble: why it cannot be read, in Indonesian; "" where it can.
    """

    number: int
    file: Path
    created: datetime | None = None
    who: str = ""
    note: str = ""
    kind: str = ""
    parent: int = 0
    rows: int = 0
    trouble: str = ""

    @property
    def size(self) -> int:
        """Bytes on the disk; 0 of a file that is gone."""
        return self.file.stat().st_size if self.file.exists() else 0


def folder() -> Path:
    """Where versions lie: `resmi` in the folder of the book."""
    return book_shelf.folder() / FOLDER


def path(number: int) -> Path:
    return folder() / f"versi-{number:04}.duckdb"


def all_versions() -> list[Version]:
    """Every version, the newest first; one that cannot be read says why."""
    return [read(number) for number in numbers()]


def current() -> Version | None:
    """The version in force: the highest number that can be read; None before any import."""
    return next((one for one in map(read, numbers()) if not one.trouble), None)


def in_force() -> Version | None:
    """The current version if anything is held by it: what the dataset `resmi` is built from."""
    version = current()
    return version if version and version.rows else None


def overtaken() -> str:
    """What must be told where the newest version cannot be read and an older one is in force."""
    newest = next(map(read, numbers()), None)
    if newest is None or not newest.trouble:
        return ""
    version = current()
    instead = f"yang berlaku versi {version.number}" if version else "tidak ada versi lain"
    return (
        f"{newest.file.name} {newest.trouble}; {instead}. Perbaikan: kembalikan berkas itu dari "
        "cadangan Anda, atau impor lagi."
    )


def numbers() -> list[int]:
    """The numbers that files go by, the highest first; files of other names are not ours."""
    try:
        names = os.listdir(folder())
    except OSError:
        return []
    found = (NAME.fullmatch(name) for name in names)
    return sorted((int(match[1]) for match in found if match), reverse=True)


def next_number() -> int:
    """One more than any version has, those that cannot be read included."""
    return max(numbers(), default=0) + 1


def read(number: int) -> Version:
    """One version; looked through once, for it never changes."""
    file = path(number)
    try:
        return looked_through(number, file, stamp(file))
    except FileNotFoundError:
        trouble = "tidak ada"
    except (OSError, duckdb.Error, TypeError):  # the last of a table that is not ours
        readable = os.access(file, os.R_OK)
        trouble = "rusak, atau bukan berkas versi" if readable else "tidak boleh dibaca"
    return Version(number, file, trouble=trouble)


def stamp(file: Path) -> tuple[int, int]:
    found = file.stat()
    return found.st_size, found.st_mtime_ns


@lru_cache(maxsize=1000)
def looked_through(number: int, file: Path, _stamp: tuple[int, int]) -> Version:
    """Every block is read: DuckDB tells by their checksums which were torn."""
    with opened(file) as db:
        told = db.execute(f"select {', '.join(TOLD)} from version").fetchone()
        held = sum(count_of(db, name) for name in COLUMNS if name != "file")
        count_of(db, "file")
    version = Version(file=file, **dict(zip(TOLD, told or (), strict=True)))
    if (version.number, version.rows) != (number, held):
        trouble = f"isinya versi {version.number} dengan {version.rows} baris, bukan versi {number}"
        return Version(number, file, trouble=trouble)
    return version


def count_of(db: duckdb.DuckDBPyConnection, frame: str) -> int:
    found = db.execute(f"select count(*), bit_xor(hash(held)) from {frame} as held").fetchone()
    return int(found[0]) if found else 0


def opened(file: Path) -> duckdb.DuckDBPyConnection:
    return duckdb.connect(file, read_only=True, config=CLOSED)


def load(version: Version | int | None) -> Holdings:
    """What a version holds; nothing for None and for number 0.

    Raises:
        DataError: there is no such version, or it cannot be read.
    """
    if version is None or version == 0:
        return NOTHING
    one = read(version) if isinstance(version, int) else version
    if one.trouble:
        raise DataError(
            f"{one.file.name}: {one.trouble}. Perbaikan: pilih versi lain, atau kembalikan berkas "
            "itu dari cadangan Anda."
        )
    with opened(one.file) as db:
        return holdings(**{name: db.execute(f"from {name}").df() for name in COLUMNS})
