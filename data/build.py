"""How the facts become one DuckDB file: built under a temporary name, checked, then renamed."""

import hashlib
import os
import uuid
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import duckdb

from data import boundaries, intake, shelf, simulate

DATA = Path(__file__).parent
Config = dict[str, str | bool | int | float | list[str]]
# Thirty small tables: blocks of 16 kB make a file of 3 MB where the default makes one of 26. Of a
# whole country it is the other way round: the usual blocks are faster by a quarter, and smaller.
SMALL_BLOCKS: Config = {"default_block_size": 16384}
USUAL_BLOCKS: Config = {}
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
    "step": "rules/steps.csv",
    "document": "rules/documents.csv",
    "regency_fact": "published/regency_facts.csv",
    "index_claim": "published/index_claims.csv",
    "award": "published/awards.csv",
    "innovation": "published/innovations.csv",
    "replication": "published/replications.csv",
}
# What others have published of the index; a made-up dataset has none of it.
CLAIMED = ("index_claim", "award", "innovation", "replication")
Progress = Callable[[str], None]
Finish = Callable[[duckdb.DuckDBPyConnection], None]


def silent(_message: str) -> None:
    """Progress for those who do not watch."""


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
        DataError: the facts cannot be read or break a promise; nothing is left behind.
    """
    shelf.known(dataset)
    if dataset in shelf.SCALES.values() and seed is None:
        last = shelf.seed_in(shelf.newest(dataset))
        seed = shelf.FIRST_SEED if last is None else last
    mark = fingerprint(root)
    name = f"{dataset}-{mark}" if seed is None else f"{dataset}-{mark}-{seed}"
    target = shelf.folder() / f"{name}.duckdb"
    if target.exists():
        with suppress(OSError):  # a folder that may only be read is fine when nothing is missing
            target.touch()
        return target
    shelf.sweep()
    temporary = shelf.writable_folder() / f".{dataset}-{uuid.uuid4().hex}.tmp"
    try:
        blocks = SMALL_BLOCKS if dataset in shelf.DATASETS else USUAL_BLOCKS
        with duckdb.connect(temporary, config=blocks) as db:
            db.execute("set enable_progress_bar = false")  # it would write over our own progress
            fill(db, dataset, mark, progress, root, seed)
            finish(db)
        os.replace(temporary, target)
    finally:
        temporary.unlink(missing_ok=True)
        temporary.with_name(temporary.name + ".wal").unlink(missing_ok=True)
    shelf.prune(dataset)
    return target


def fill(
    db: duckdb.DuckDBPyConnection,
    dataset: str,
    mark: str,
    progress: Progress,
    root: Path,
    seed: int | None,
) -> None:
    db.execute((DATA / "schema.sql").read_text(encoding="utf-8"))
    for table, name in FILES.items():
        if seed is None or table not in CLAIMED:
            progress(f"Membaca {name}")
            intake.load(db, table, root / name)
    db.execute(
        "insert into dataset"
        " select $name, $label, $seed is not null, max(accessed), $mark, $seed from source",
        {"name": dataset, "label": shelf.LABELS[dataset], "mark": mark, "seed": seed},
    )
    progress("Membaca peta")
    draw_map(db)
    if seed is not None:
        progress("Membuat putaran pelaporan contoh")
        simulate.fill(db, seed, dataset == "nasional", root)
    progress("Menandai tema")
    tag_themes(db)


def tag_themes(db: duckdb.DuckDBPyConnection) -> None:
    """An innovation has a theme when its sector, its being digital, or its words say so."""
    themes = db.execute("select theme, sectors, digital, pattern from theme").fetchall()
    db.execute("create temp table tagged (innovation_id text, theme text)")
    # Theme by theme: a pattern that is the same for all rows is compiled once, not once a row.
    for theme in themes:
        db.execute(
            """
            insert into tagged
            select innovation_id, $theme
            from innovation
            where list_contains(string_split(coalesce($sectors, ''), ' '), sector_id)
                or ($digital and digital)
                or regexp_matches(concat_ws(' ', name, long_name, description), $pattern, 'i')
            """,
            dict(zip(("theme", "sectors", "digital", "pattern"), theme, strict=True)),
        )
    db.execute("insert into innovation_theme from tagged order by innovation_id, theme")
    db.execute("drop table tagged")


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
