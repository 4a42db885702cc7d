"""How holdings become the version in force: built first, then one rename decides.

Killed at any moment, either the old version is in force or the new one. Killed between the rename
of the version and that of its built file, the next opening builds what is missing.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import duckdb
from filelock import FileLock, Timeout

from data import book_shelf, build, shelf
from data.errors import BrokenPromiseError, DataError
from data.importing import version_writing, versions
from data.importing.holdings import Holdings
from data.importing.versions import Version

PATIENCE = 300  # seconds until another publisher is given up: a whole country takes two minutes
LOCK = ".kunci"


class StaleError(DataError):
    """Somebody has published since what is now to be published was looked at."""


class BusyError(DataError):
    """Another process publishes, longer than it should."""


@dataclass(frozen=True)
class Draft:
    """A dataset built from holdings and not published.

    Attributes:
        parent: the number of the version in force when it was made, 0 for none.
        file: the built file under its hidden name; None where nothing is held.
        mark: of everything but the holdings that decided what is in the file.
    """

    held: Holdings
    parent: int
    file: Path | None
    mark: str

    @property
    def usable(self) -> bool:
        """Whether the file is still there and would be built the same today."""
        if self.file is None:
            return False
        with suppress(OSError):
            os.utime(self.file)  # nobody sweeps it away now
            return self.mark == build.fingerprint()
        return False


def draft(
    held: Holdings,
    finish: build.Finish,
    progress: build.Progress = build.silent,
    parent: int | None = None,
) -> Draft:
    """Build what would be published, without touching what is.

    Args:
        parent: the version the holdings were made from, 0 for none; else the one in force now.

    Raises:
        StaleError: the version in force is not `parent`.
        DataError: the holdings break a promise, or the disk does not take it; nothing is left.
    """
    if parent is None:
        parent = number_in_force()
    check_parent(parent)
    mark = build.fingerprint()
    try:
        file = None if held.empty else build.draft(held, finish, progress)
    except (OSError, duckdb.IOException) as error:
        raise shelf.unwritable() from error
    except duckdb.ConstraintException as error:
        raise broken(error) from error
    return Draft(held, parent, file, mark)


def broken(error: duckdb.ConstraintException) -> BrokenPromiseError:
    """A promise of schema.sql that what was computed from the import does not keep."""
    return BrokenPromiseError(
        f"Isi impor melanggar janji data ({str(error).splitlines()[0]}). Perbaikan: periksa angka "
        "yang tidak lazim dalam berkas, lalu impor lagi. Yang sudah terbit tidak berubah."
    )


def publish(
    drafted: Draft,
    who: str,
    note: str,
    kind: str,
    finish: build.Finish,
    progress: build.Progress = build.silent,
) -> Version:
    """Make a draft the version in force.

    Args:
        who: publishes, as versions are listed with.
        kind: "impor" or "pemulihan".
        finish: computes what the facts imply, should the draft have to be built anew.

    Raises:
        StaleError: the version in force is not the one the draft was made against.
        DataError: the disk does not take it, or another publishes; nothing has changed.
    """
    with alone():
        check_parent(drafted.parent)
        version = version_writing.new(drafted.held, who, note, kind, drafted.parent)
        progress("Menyiapkan versi baru")
        ready = drafted if drafted.usable or not version.rows else draft(drafted.held, finish)
        try:
            with book_shelf.temporary(version.file) as unfinished:
                version_writing.write(version, ready.held, unfinished)
                mark = build.fingerprint(build.DATA, unfinished)
                if ready.file:
                    build.sign(ready.file, mark)
                    version_writing.settle(ready.file)
                os.replace(unfinished, version.file)  # from here on it is in force
        except (OSError, duckdb.Error) as error:
            raise book_shelf.unwritable(versions.folder()) from error
        version_writing.settle_names(versions.folder())
        if ready.file:
            with suppress(OSError):  # what cannot be put there now is built when it is looked at
                build.shelve(ready.file, version.number, mark)
    return versions.read(version.number)


@contextmanager
def alone() -> Iterator[None]:
    """No other process publishes meanwhile; what a killed one left is swept away.

    Raises:
        DataError: another does not come to an end, or the folder cannot be written.
    """
    folder = book_shelf.writable(versions.folder())
    lock = FileLock(folder / LOCK, timeout=PATIENCE)
    try:
        lock.acquire()
    except Timeout:
        raise BusyError(
            "Impor lain sedang diterbitkan. Perbaikan: tunggu sampai selesai, lalu ulangi."
        ) from None
    except OSError as error:
        raise book_shelf.unwritable(folder) from error
    try:
        for leftover in folder.glob(".*.tmp*"):
            if book_shelf.UNFINISHED.fullmatch(leftover.name):
                leftover.unlink(missing_ok=True)
        yield
    finally:
        lock.release()


def number_in_force() -> int:
    version = versions.current()
    return version.number if version else 0


def check_parent(parent: int) -> None:
    version = versions.current()
    if version is None and parent:
        raise StaleError(
            f"Versi {parent} sudah tidak ada. Perbaikan: periksa ulang pratinjau, lalu terbitkan."
        )
    if version and version.number != parent:
        raise StaleError(
            f"Versi {version.number} sudah diterbitkan oleh {version.who} pada "
            f"{version.created:%d/%m/%Y %H.%M} UTC; periksa ulang pratinjau. Perbaikan: buat "
            "pratinjau lagi dari berkas yang sama, lalu terbitkan."
        )
