"""How the facts become one DuckDB file: built under a temporary name, checked, then renamed."""

import hashlib
import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import duckdb

from data import boundaries, shelf
from data.construction import CLAIMED, DATA, FILES, Finish, Plan, Progress, construct, silent
from data.errors import DataError
from data.importing import versions
from data.importing.holdings import Holdings

__all__ = [
    "CLAIMED",
    "DATA",
    "FILES",
    "Finish",
    "Progress",
    "build",
    "draft",
    "fingerprint",
    "shelve",
    "silent",
]


def inputs(root: Path = DATA) -> Iterator[Path]:
    """Every file that decides what a built database holds, the code that shapes it included."""
    yield from (root / name for name in FILES.values())
    yield boundaries.in_use()
    yield from sorted(DATA.glob("*.py"))
    yield from sorted((DATA / "importing").glob("*.py"))
    yield DATA / "schema.sql"
    yield DATA / "official.sql"
    yield from sorted((DATA.parent / "queries").rglob("*.py"))
    yield from sorted((DATA.parent / "queries").rglob("*.sql"))


def fingerprint(root: Path = DATA, *imported: Path) -> str:
    """Twelve hexadecimal digits that change when any input changes, a version's file included."""
    digest = hashlib.sha256(duckdb.__version__.encode())
    for file in inputs(root):
        digest.update(file.name.encode())
        digest.update(file.read_bytes() if file.exists() else b"-")
    for file in imported:
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


def build(
    dataset: str,
    finish: Finish,
    progress: Progress = silent,
    root: Path = DATA,
    seed: int | None = None,
) -> Path:
    """Build what is missing and return the file.

    Args:
        dataset: a name in shelf.LABELS.
        finish: computes and checks what the facts imply, before anybody can see the file.
        progress: told, in Indonesian, what is being done.
        root: the folder with published/ and rules/.
        seed: of a made-up dataset; without one, that of its newest file.

    Raises:
        DataError: the facts cannot be read or break a promise; nothing is left behind. Or nothing
            is imported, and the imported dataset was asked for.
    """
    shelf.known(dataset)
    if dataset in shelf.SCALES.values() and seed is None:
        last = shelf.seed_in(shelf.newest(dataset))
        seed = shelf.FIRST_SEED if last is None else last
    version = published() if dataset == shelf.IMPORTED else None
    mark = fingerprint(root, version.file) if version else fingerprint(root)
    target = place(dataset, mark, version.number if version else seed)
    if target.exists():
        with suppress(OSError):  # a folder that may only be read is fine when nothing is missing
            target.touch()
        return target
    held = versions.load(version) if version else None
    with kept_until_whole(dataset) as temporary:
        construct(temporary, Plan(dataset, mark, root, seed, held), finish, progress)
        os.replace(temporary, target)
    shelf.prune(dataset)
    return target


def published() -> versions.Version:
    """The version the imported dataset is built from.

    Raises:
        DataError: nothing is imported.
    """
    version = versions.in_force()
    if version is None:
        raise DataError(
            "Belum ada data yang diimpor. Perbaikan: impor berkas di halaman Data & metode, atau "
            "pilih data lain."
        )
    return version


def place(dataset: str, mark: str, number: int | None) -> Path:
    """Where a built file goes; number is its seed or its version."""
    parts = [dataset, mark] if number is None else [dataset, mark, str(number)]
    return shelf.folder() / f"{'-'.join(parts)}.duckdb"


@contextmanager
def kept_until_whole(dataset: str) -> Iterator[Path]:
    """A hidden name on the shelf; where the work on it fails, or it is renamed, nothing stays."""
    shelf.sweep()
    temporary = shelf.writable_folder() / f".{dataset}-{uuid.uuid4().hex}.tmp"
    try:
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)
        temporary.with_name(temporary.name + ".wal").unlink(missing_ok=True)


def draft(held: Holdings, finish: Finish, progress: Progress = silent, root: Path = DATA) -> Path:
    """The imported dataset as these holdings would make it, under a hidden name.

    Nobody sees it until `shelve`; forgotten, it is swept away with what killed builds left.

    Raises:
        DataError: the holdings break a promise; nothing is left behind.
    """
    with kept_until_whole(shelf.IMPORTED) as temporary:
        construct(temporary, Plan(shelf.IMPORTED, "pratinjau", root, held=held), finish, progress)
        kept = temporary.with_name(f".{shelf.IMPORTED}-{uuid.uuid4().hex}.tmp")
        os.replace(temporary, kept)
        return kept


def shelve(drafted: Path, number: int, mark: str) -> Path:
    """A draft goes where its version is looked for: what `build` would make of it anew.

    Raises:
        OSError: the draft is gone, or the shelf cannot be written.
    """
    target = place(shelf.IMPORTED, mark, number)
    os.replace(drafted, target)
    shelf.prune(shelf.IMPORTED)
    return target


def sign(drafted: Path, mark: str) -> None:
    """Write into a draft which version it is built from.

    Raises:
        OSError, duckdb.Error: the draft is gone, or cannot be written.
    """
    os.utime(drafted)  # a draft that is gone is not begun anew
    with duckdb.connect(drafted) as db:
        db.execute("update dataset set fingerprint = $mark", {"mark": mark})
        db.execute("checkpoint")
