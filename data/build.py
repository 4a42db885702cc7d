"""How the facts become one DuckDB file: built under a temporary name, checked, then renamed."""

import hashlib
import os
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import duckdb

from data import boundaries, intake
from data.errors import DataError, UnknownDatasetError

DATA = Path(__file__).parent
# Thirty small tables: blocks of 16 kB make a file of 3 MB where the default makes one of 26.
SMALL_BLOCKS: dict[str, str | bool | int | float | list[str]] = {"default_block_size": 16384}
ABANDONED = 3600  # seconds
KEPT = 3  # the newest file and the two before it

# In the order of reference: a table comes after those it refers to.
FILES = {
    "source": "published/sources.csv",
    "regency": "published/regencies.csv",
    "fact": "rules/facts.csv",
    "sector": "rules/sectors.csv",
    "ruleset": "rules/rulesets.csv",
    "band": "rules/bands.csv",
    "indicator": "rules/indicators.csv",
    "theme": "rules/themes.csv",
    "feature": "rules/features.csv",
    "need": "rules/needs.csv",
    "setting": "rules/settings.csv",
    "regency_fact": "published/regency_facts.csv",
    "index_claim": "published/index_claims.csv",
    "award": "published/awards.csv",
    "innovation": "published/innovations.csv",
    "replication": "published/replications.csv",
}
DATASETS = {"terbitan": "Terbitan (bersumber)"}

Progress = Callable[[str], None]
Finish = Callable[[duckdb.DuckDBPyConnection], None]


def silent(_message: str) -> None:
    """Progress for those who do not watch."""


def folder() -> Path:
    """Where built files live: data/db, or the folder named by INOVASI_BANUA_DB."""
    return Path(os.environ.get("INOVASI_BANUA_DB") or DATA / "db")


def inputs(root: Path = DATA) -> Iterator[Path]:
    """Every file that decides what a built database holds, the code that shapes it included."""
    yield from (root / name for name in FILES.values())
    yield boundaries.in_use()
    yield from sorted(DATA.glob("*.py"))
    yield DATA / "schema.sql"
    yield from sorted((DATA.parent / "queries").rglob("*.py"))
    yield from sorted((DATA.parent / "queries").rglob("*.sql"))


def fingerprint(root: Path = DATA) -> str:
    """Twelve hexadecimal digits that change when any input changes."""
    digest = hashlib.sha256(duckdb.__version__.encode())
    for file in inputs(root):
        digest.update(file.name.encode())
        digest.update(file.read_bytes() if file.exists() else b"-")
    return digest.hexdigest()[:12]


def newest(dataset: str) -> Path | None:
    """The latest built file of a dataset, or None."""
    return max(built(dataset), key=written, default=None)


def written(file: Path) -> int:
    """When a file was built, in nanoseconds; 0 when another builder has just pruned it."""
    try:
        return file.stat().st_mtime_ns
    except FileNotFoundError:
        return 0


def built(dataset: str) -> list[Path]:
    known(dataset)
    return list(folder().glob(f"{dataset}-*.duckdb"))


def known(dataset: str) -> None:
    if dataset not in DATASETS:
        names = ", ".join(DATASETS)
        raise UnknownDatasetError(f"Dataset '{dataset}' tidak dikenal. Perbaikan: pilih {names}.")


def build(dataset: str, finish: Finish, progress: Progress = silent, root: Path = DATA) -> Path:
    """Build what is missing and return the file.

    Args:
        dataset: a name in DATASETS.
        finish: computes and checks what the facts imply, before anybody can see the file.
        progress: told, in Indonesian, what is being done.
        root: the folder with published/ and rules/.

    Raises:
        DataError: the facts cannot be read or break a promise; nothing is left behind.
    """
    known(dataset)
    mark = fingerprint(root)
    target = folder() / f"{dataset}-{mark}.duckdb"
    if target.exists():
        with suppress(OSError):  # a folder that may only be read is fine when nothing is missing
            target.touch()
        return target
    sweep()
    temporary = writable_folder() / f".{dataset}-{uuid.uuid4().hex}.tmp"
    try:
        with duckdb.connect(temporary, config=SMALL_BLOCKS) as db:
            fill(db, dataset, mark, progress, root)
            progress("Menghitung pembanding dan memeriksa janji data")
            finish(db)
        os.replace(temporary, target)
    finally:
        temporary.unlink(missing_ok=True)
        temporary.with_name(temporary.name + ".wal").unlink(missing_ok=True)
    prune(dataset)
    return target


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


def fill(
    db: duckdb.DuckDBPyConnection, dataset: str, mark: str, progress: Progress, root: Path
) -> None:
    db.execute((DATA / "schema.sql").read_text(encoding="utf-8"))
    for table, name in FILES.items():
        progress(f"Membaca {name}")
        intake.load(db, table, root / name)
    db.execute(
        "insert into dataset select $name, $label, false, max(accessed), $mark from source",
        {"name": dataset, "label": DATASETS[dataset], "mark": mark},
    )
    progress("Menandai tema dan membaca peta")
    tag_themes(db)
    draw_map(db)


def tag_themes(db: duckdb.DuckDBPyConnection) -> None:
    """An innovation has a theme when its sector, its being digital, or its words say so."""
    db.execute("""
        insert into innovation_theme
        select innovation_id, theme
        from innovation
        join theme on
            list_contains(string_split(coalesce(theme.sectors, ''), ' '), innovation.sector_id)
            or (theme.digital and innovation.digital)
            or regexp_matches(
                concat_ws(' ', innovation.name, long_name, description), theme.pattern, 'i')
        order by innovation_id, theme
    """)


def draw_map(db: duckdb.DuckDBPyConnection) -> None:
    file = boundaries.in_use()
    for shape in boundaries.load(file):
        db.execute(
            "insert into boundary values ($code, $geometry, $longitude, $latitude, $area)",
            {
                "code": shape.code,
                "geometry": shape.geometry,
                "longitude": shape.label_longitude,
                "latitude": shape.label_latitude,
                "area": shape.area_km2,
            },
        )
    db.executemany("insert into neighbour values (?, ?, ?)", boundaries.neighbours(file))
    db.execute("insert into map values ($label, $attribution, $official)", boundaries.about(file))


def prune(dataset: str) -> None:
    """Keep the newest file and the two before it; a file still open elsewhere stays for now."""
    oldest_last = sorted(built(dataset), key=written, reverse=True)
    for file in oldest_last[KEPT:]:
        try:
            file.unlink(missing_ok=True)
        except PermissionError:
            continue
