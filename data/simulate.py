"""A made-up reporting round, complete and repeatable, for training and for measuring.

Everything is drawn from one seed: the same seed gives the same rows. Two things are not invented:
how many innovations a government reports, where a count has been published, and, only mildly, where
a government stands (simulate_levels.STANDING, after published predicates and awards). In the first
year one government files an empty report, so that every predicate can occur.
"""

from pathlib import Path

import duckdb
import numpy as np
import pandas as pd

from data import simulate_levels, simulate_names, simulate_records, simulate_rounds
from data.simulate_national import add_governments, write
from data.simulate_records import SOURCE

YEARS, NATIONAL_YEARS = [2025, 2026], [2022, 2023, 2024, 2025, 2026]
# The story of the app is told of these two, Banjar and Tanah Bumbu: they always report.
ALWAYS_REPORT = {"6303", "6310"}
TITLE = "Putaran pelaporan contoh dari benih {seed}: seluruhnya rekaan, bukan nilai resmi"


def fill(db: duckdb.DuckDBPyConnection, seed: int, national: bool, root: Path) -> None:
    """Put made-up rounds into a database that holds the rules, the regencies and their map.

    Args:
        db: the tables dataset, source, ruleset, indicator, regency, regency_fact and boundary are
            filled.
        seed: what everything is drawn from.
        national: 552 governments and five years instead of 13 and two.
        root: the folder whose published/ has the counts and the names that are real.
    """
    # One stream for each part: a change to the words leaves the levels as they were.
    standing, counting, telling, reaching, founding = np.random.default_rng(seed).spawn(5)
    add_source(db, seed)
    if national:
        add_governments(db, founding, SOURCE)
    years = NATIONAL_YEARS if national else YEARS
    codes = [code for (code,) in db.execute("select code from regency order by code").fetchall()]
    add_reports(db, years)
    effect = simulate_levels.government_effects(standing, codes)
    counts, empty = counted(counting, effect, codes, years, root / "published", national)
    innovations, reports = simulate_rounds.reports(counting, counts)
    real = simulate_names.real_names(root / "published" / "innovations.csv")
    records = simulate_records.records(telling, innovations, reports, codes, years, real)
    told = simulate_records.staged(records, reports, years)
    write(db, "innovation", records)
    write(db, "innovation_report", told)
    add_government_levels(db, reaching, effect, empty, codes, years)
    owned = innovations.assign(office=records["office"])
    add_innovation_levels(db, reaching, effect, owned, reports, told)
    if not national:
        add_replications(db, telling)


def add_source(db: duckdb.DuckDBPyConnection, seed: int) -> None:
    """The one source of all that is made up, as old as the data."""
    db.execute(
        "insert into source by name select $source as source_id, 'berkas' as kind,"
        " 'Inovasi Banua (simulasi)' as publisher, $title as title, 'data/simulate.py' as url,"
        " 'MIT' as licence, data_date as accessed from dataset",
        {"source": SOURCE, "title": TITLE.format(seed=seed)},
    )


def add_reports(db: duckdb.DuckDBPyConnection, years: list[int]) -> None:
    """Every government reports every year, by the newest official rules whose rows are known."""
    db.execute(
        "insert into report by name select code, year, newest as ruleset, $source as source_id"
        " from regency cross join (select unnest($years::integer[]) as year)"
        " cross join (select arg_max(ruleset, year) as newest from ruleset"
        " where kind = 'resmi' and rows_of is not null) order by code, year",
        {"years": years, "source": SOURCE},
    )


def counted(
    rng: np.random.Generator,
    effect: np.ndarray,
    codes: list[str],
    years: list[int],
    published: Path,
    national: bool,
) -> tuple[np.ndarray, int]:
    """Innovations by government and year, and the place of the one whose first report is empty."""
    known = simulate_rounds.published_counts(published / "index_claims.csv")
    counts = simulate_rounds.counts(rng, effect, codes, years, known, national)
    others = [place for place, code in enumerate(codes) if code not in {*known, *ALWAYS_REPORT}]
    empty = int(rng.choice(others))
    counts[empty, 0] = 0
    return counts, empty


def add_government_levels(
    db: duckdb.DuckDBPyConnection,
    rng: np.random.Generator,
    effect: np.ndarray,
    empty: int,
    codes: list[str],
    years: list[int],
) -> None:
    spd = rules(db, "SPD")
    levels = simulate_levels.government_levels(rng, effect, len(years), spd)
    levels[empty, 0] = 0
    keys = pd.MultiIndex.from_product([codes, years], names=["code", "year"]).to_frame(index=False)
    wide = pd.DataFrame(levels.reshape(len(keys), -1), columns=list(spd["code"]))
    unpivot(db, "government_level", keys.join(wide), basis="dilaporkan", source_id=SOURCE)


def add_innovation_levels(
    db: duckdb.DuckDBPyConnection,
    rng: np.random.Generator,
    effect: np.ndarray,
    innovations: pd.DataFrame,
    reports: pd.DataFrame,
    told: pd.DataFrame,
) -> None:
    sid = rules(db, "SID")
    levels = simulate_levels.innovation_levels(rng, effect, innovations, reports, sid)
    wide = pd.DataFrame(levels, columns=list(sid["code"]))
    unpivot(db, "innovation_level", told[["innovation_id", "year"]].join(wide))


def add_replications(db: duckdb.DuckDBPyConnection, rng: np.random.Generator) -> None:
    copied = db.execute(
        "select innovation_id, code, name, first_year, year, level from innovation"
        " join innovation_level using (innovation_id)"
        " where indicator = 'REPLIKASI' and level > 0 and year = last_year order by innovation_id"
    ).df()
    names = dict(db.execute("select code, name from regency order by code").fetchall())
    write(db, "replication", simulate_records.replications(rng, copied, names))


def rules(db: duckdb.DuckDBPyConnection, grouping: str) -> pd.DataFrame:
    """The rows a report is scored by: code, variable, outcome."""
    return db.execute(
        "select indicator.code, variable, outcome from indicator"
        " join ruleset on ruleset.rows_of = indicator.ruleset"
        " where grouping = $grouping and ruleset.ruleset = (select min(ruleset) from report)"
        " order by indicator.code",
        {"grouping": grouping},
    ).df()


def unpivot(db: duckdb.DuckDBPyConnection, table: str, wide: pd.DataFrame, **same: str) -> None:
    """Insert one row per row and indicator of a frame; all columns but its first two are levels."""
    keys = ", ".join(wide.columns[:2])
    more = "".join(f", '{value}' as {column}" for column, value in same.items())
    db.register("rows_to_write", wide)
    db.execute(
        f"insert into {table} by name select {keys}, indicator, level{more} from (unpivot"
        f" rows_to_write on columns(* exclude ({keys})) into name indicator value level)"
    )
    db.unregister("rows_to_write")
