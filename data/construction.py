"""How one file is filled: facts from CSV, the map, a made-up round or what was imported, themes."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import duckdb

from data import boundaries, intake, official, shelf, simulate
from data.importing.holdings import Holdings

DATA = Path(__file__).parent
Config = dict[str, str | bool | int | float | list[str]]
# Thirty small tables: blocks of 16 kB make a file of 3 MB where the default makes one of 26. Of a
# whole country it is the other way round: the usual blocks are faster by a quarter, and smaller.
SMALL_BLOCKS: Config = {"default_block_size": 16384}
USUAL_BLOCKS: Config = {}
MANY = 10_000  # innovations: more than a province reports in several years
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
    "term": "rules/glossary.csv",
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


@dataclass(frozen=True)
class Plan:
    """What a file is to be built from; seed of a made-up dataset, held of the imported one."""

    dataset: str
    mark: str
    root: Path = DATA
    seed: int | None = None
    held: Holdings | None = None

    @property
    def large(self) -> bool:
        """Whether it is of the size of a whole country."""
        held = 0 if self.held is None else len(self.held.innovation)
        return self.dataset == "nasional" or held > MANY


def construct(temporary: Path, plan: Plan, finish: Finish, progress: Progress) -> None:
    with duckdb.connect(temporary, config=USUAL_BLOCKS if plan.large else SMALL_BLOCKS) as db:
        db.execute("set enable_progress_bar = false")  # it would write over our own progress
        fill(db, plan, progress)
        finish(db)
        db.execute("checkpoint")  # closing does it too, but says nothing where the disk is full


def fill(db: duckdb.DuckDBPyConnection, plan: Plan, progress: Progress) -> None:
    db.execute((DATA / "schema.sql").read_text(encoding="utf-8"))
    for table, name in FILES.items():
        if plan.seed is None or table not in CLAIMED:
            progress(f"Membaca {name}")
            intake.load(db, table, plan.root / name)
    if plan.held:
        official.add_files(db, plan.held)  # the dataset is as old as the last of them
    add_dataset(db, plan)
    progress("Membaca peta")
    draw_map(db)
    if plan.seed is not None:
        progress("Membuat putaran pelaporan contoh")
        simulate.fill(db, plan.seed, plan.dataset == "nasional", plan.root)
    if plan.held:
        progress("Memasukkan data yang diimpor")
        official.fill(db, plan.held)
    progress("Menandai tema")
    tag_themes(db)


def add_dataset(db: duckdb.DuckDBPyConnection, plan: Plan) -> None:
    db.execute(
        "insert into dataset select $name, $label, $seed is not null,"
        " coalesce(max(accessed) filter (kind = 'impor'), max(accessed)), $mark, $seed from source",
        {
            "name": plan.dataset,
            "label": shelf.LABELS[plan.dataset],
            "mark": plan.mark,
            "seed": plan.seed,
        },
    )


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
