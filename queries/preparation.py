"""What is computed once, when a file is built: structure, levels, the index, its intervals."""

import duckdb
import pandas as pd

from data.build import Progress, silent
from data.errors import BrokenPromiseError
from queries import bootstrap, explore_words, peers, ranking
from queries.asking import ask
from queries.promises import check, told

# Each view reads only those before it; the claims of computed indices come between the two groups.
LEVEL_VIEWS = ("maturity", "index_result", "innovation_proof", "offered", "sector_stake")
CLAIM_VIEWS = ("claim_preference", "index_score")
FIX = "Perbaikan: betulkan baris itu di data/published atau data/rules, lalu bangun lagi."
IMPORT_FIX = (
    "Perbaikan: periksa baris itu dalam berkas yang diimpor, betulkan, lalu impor lagi. Yang sudah "
    "terbit tidak berubah."
)
# Every government is compared with the innovations of all others. The largest provinces have 38
# regencies and cities; beyond two of them, lists are made when somebody looks.
MOST_GOVERNMENTS = 80


def prepare(db: duckdb.DuckDBPyConnection, progress: Progress = silent) -> None:
    """Compute and store what no user's choice can change, and hold every promise."""
    progress("Menghitung daerah pembanding")
    freeze(db, "common_year")
    freeze(db, "innovation_word")
    freeze(db, "innovation_search", "word, innovation_id")
    write(db, "word_stem", explore_words.stemmed(ask(db, "explore_words")))
    features = peers.standardise(ask(db, "features"))
    write(db, "regency_feature", features)
    write(db, "regency_distance", peers.distances(features))
    write(db, "government_level", ask(db, "spd_levels"))
    write(db, "report", ask(db, "complete_reports"))
    progress("Menghitung kematangan dan indeks")
    for view in LEVEL_VIEWS:
        freeze(db, view)
    freeze(db, "explored", "innovation_id, year")
    progress("Menghitung selang keyakinan dan rentang peringkat")
    store_intervals(db)
    freeze(db, "valued_level")
    write(db, "rank_range", ask(db, "rank_ranges"))
    write(db, "index_claim", ask(db, "computed_claims"))
    for view in CLAIM_VIEWS:
        freeze(db, view)
    progress("Memeriksa janji data")
    hold(db)
    progress("Mengurutkan kandidat tiap daerah")
    store_candidates(db)
    hold(db)


def hold(db: duckdb.DuckDBPyConnection) -> None:
    """Raises BrokenPromiseError when a promise is broken: before candidates are ranked from it."""
    broken = [report for report in check(db) if report["rows"]]
    if broken:
        fix = IMPORT_FIX if ask(db, "about")["imports"].iloc[0] else FIX
        raise BrokenPromiseError("\n".join([*map(told, broken), fix]))


def store_intervals(db: duckdb.DuckDBPyConnection) -> None:
    """Levels of SPD as they are, mean levels of SID with their bootstrap intervals."""
    write(db, "indicator_level", ask(db, "government_levels"))
    setting = ask(db, "settings").set_index("setting")["value"]
    for year in ask(db, "report_years")["year"]:
        reported = ask(db, "reported_levels", year=int(year))
        if not reported.empty:
            levels, draws = bootstrap.intervals(
                reported, int(setting["bootstrap_draws"]), int(setting["bootstrap_seed"])
            )
            write(db, "indicator_level", levels)
            write(db, "maturity_draw", draws)


def store_candidates(db: duckdb.DuckDBPyConnection) -> None:
    """Who could copy what; not for a whole country, where both would take minutes."""
    if len(ask(db, "regencies")) <= MOST_GOVERNMENTS:
        freeze(db, "alike")
        ranking.store(db, write)


def freeze(db: duckdb.DuckDBPyConnection, view: str, order: str = "all") -> None:
    """Put a view's rows in its place: nothing changes after the build, and reading is faster.

    In order, or two builds of the same facts would store the same rows in another order.

    Args:
        order: columns that no two rows share, where ordering by all takes long: 13 s, not 6, for
            `explored` of 552 governments.
    """
    db.execute(f"create table frozen as from {view} order by {order}")
    db.execute(f"drop view {view}")
    db.execute(f"alter table frozen rename to {view}")


def write(db: duckdb.DuckDBPyConnection, table: str, rows: pd.DataFrame) -> None:
    db.register("rows_to_write", rows)
    db.execute(f"insert into {table} by name select * from rows_to_write")
    db.unregister("rows_to_write")
