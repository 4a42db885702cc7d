"""How a version becomes a file: whole, and safe on the disk before it gets its name."""

import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from data.importing import versions
from data.importing.holdings import COLUMNS, FLAG, NUMBER, TEXT, WHOLE, Holdings
from data.importing.versions import TOLD, Config, Version

SQL_TYPES = {TEXT: "varchar", NUMBER: "double", WHOLE: "bigint", FLAG: "boolean"}  # else a day
# Blocks of 16 kB, as of a built file (data/construction.py): the usual ones make an empty version
# 3 MB.
SMALL_BLOCKS: Config = {"default_block_size": 16384}
TABLE = """create table version (
    number bigint not null, created timestamp not null, who varchar not null,
    note varchar not null, kind varchar not null check (kind in ('impor', 'pemulihan')),
    parent bigint not null, rows bigint not null
)"""


def new(held: Holdings, who: str, note: str, kind: str, parent: int) -> Version:
    """The next version, not yet written."""
    number = versions.next_number()
    rows = sum(len(rows) for name, rows in held.frames().items() if name != "file")
    now = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    return Version(number, versions.path(number), now, who, note, kind, parent, rows)


def write(version: Version, held: Holdings, file: Path) -> None:
    """All of a version as a new file, safe on the disk.

    Raises:
        duckdb.Error, OSError: it could not be written whole.
    """
    with duckdb.connect(file, config=SMALL_BLOCKS) as db:
        db.execute(TABLE)
        told = {name: getattr(version, name) for name in TOLD}
        db.execute(f"insert into version values ({', '.join(f'${name}' for name in TOLD)})", told)
        for name, rows in held.frames().items():
            kinds = COLUMNS[name].items()
            columns = ", ".join(f"{one} {SQL_TYPES.get(kind, 'timestamp')}" for one, kind in kinds)
            db.execute(f"create table {name} ({columns})")
            db.register("rows_to_write", rows)
            db.execute(f"insert into {name} by name from rows_to_write")
            db.unregister("rows_to_write")
        db.execute("checkpoint")  # closing does it too, but says nothing where the disk is full
    settle(file)


def settle(file: Path) -> None:
    """What was written to a file is on the disk for good.

    Raises:
        OSError: it is not, and may be lost.
    """
    with open(file, "r+b") as written:
        os.fsync(written)


def settle_names(folder: Path) -> None:
    """What was renamed in a folder stays so; not every system can be told to see to it."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
