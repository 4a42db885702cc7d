"""The shelf of built files: where they lie, which is newest, which go.

A built file is never changed; a change of the facts makes a new one under a new name.
"""

import os
import time
from contextlib import suppress
from pathlib import Path

from data.errors import DataError, UnknownDatasetError
from data.importing import versions

DATA = Path(__file__).parent
DATASETS = {"terbitan": "Terbitan (bersumber)", "simulasi": "Simulasi (rekaan)"}
"""What is always there; see `offered`."""
IMPORTED = "resmi"
LABELS = DATASETS | {
    IMPORTED: "Resmi (impor)",
    "nasional": "Simulasi nasional (rekaan, uji ukuran)",  # to measure with, never offered
}
SCALES = {"kalsel": "simulasi", "national": "nasional"}
FIRST_SEED = 2026
KEPT = 3  # the newest file and the two before it
ABANDONED = 3600  # seconds


def folder() -> Path:
    """Where built files live: data/db, or the folder named by INOVASI_BANUA_DB."""
    return Path(os.environ.get("INOVASI_BANUA_DB") or DATA / "db")


def offered() -> dict[str, str]:
    """What a user can look at, by name, the usual first: what was imported, once there is any."""
    imported = {IMPORTED: LABELS[IMPORTED]} if versions.in_force() else {}
    return imported | DATASETS


def edition(dataset: str) -> tuple[int, ...]:
    """Changes when a dataset must be built anew while the program runs: by what was imported."""
    version = versions.in_force() if dataset == IMPORTED else None
    return (version.number, *versions.stamp(version.file)) if version else ()


def newest(dataset: str) -> Path | None:
    """The latest built file of a dataset, or None.

    Of what is imported that of the version in force; while it is not built, of the one before it.
    Not simply the last one built: a slow builder may come with an older version after a newer.
    """
    files = built(dataset)
    if dataset == IMPORTED:
        version = versions.in_force()
        last = version.number if version else 0
        files = [file for file in files if version_in(file) <= last]
        return max(files, key=lambda file: (version_in(file), written(file)), default=None)
    return max(files, key=written, default=None)


def built(dataset: str) -> list[Path]:
    known(dataset)
    return list(folder().glob(f"{dataset}-*.duckdb"))


def written(file: Path) -> int:
    """When a file was built, in nanoseconds; 0 when another builder has just pruned it."""
    try:
        return file.stat().st_mtime_ns
    except FileNotFoundError:
        return 0


def seed_in(file: Path | None) -> int | None:
    """The seed a made-up file was built from: "simulasi-<fingerprint>-7.duckdb" holds 7."""
    parts = file.stem.split("-") if file else []
    return int(parts[2]) if len(parts) == 3 and parts[2].isdigit() else None


def version_in(file: Path) -> int:
    """The version a file was built from: "resmi-<fingerprint>-7.duckdb" holds 7."""
    last = file.stem.rpartition("-")[2]
    return int(last) if last.isdigit() else 0


def known(dataset: str) -> None:
    if dataset not in LABELS:
        names = ", ".join(LABELS)
        raise UnknownDatasetError(f"Dataset '{dataset}' tidak dikenal. Perbaikan: pilih {names}.")


def prune(dataset: str) -> None:
    """Keep the newest file and the two before it; a file still open elsewhere stays for now."""
    oldest_last = sorted(built(dataset), key=written, reverse=True)
    for file in oldest_last[KEPT:]:
        try:
            file.unlink(missing_ok=True)
        except PermissionError:
            continue


def sweep() -> None:
    """Remove what builds killed more than an hour ago left behind."""
    for leftover in folder().glob(".*.tmp*"):
        with suppress(OSError):
            if time.time() - leftover.stat().st_mtime > ABANDONED:
                leftover.unlink()


def writable_folder() -> Path:
    try:
        folder().mkdir(parents=True, exist_ok=True)
    except OSError:
        raise unwritable() from None
    if not os.access(folder(), os.W_OK):
        raise unwritable()
    return folder()


def unwritable() -> DataError:
    return DataError(
        f"Folder {folder()} tidak dapat ditulis. Perbaikan: beri izin tulis, "
        "atau tunjuk folder lain lewat INOVASI_BANUA_DB."
    )
