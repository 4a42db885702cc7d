"""The dataset `resmi`: all that is published, and what was imported, which wins.

Published claims of the same year stay beside imported ones; which speaks is decided by
`claim_preference` in schema.sql. An innovation that is published and imported is one: see
`official_innovations`. Whether a report is complete enough for an index is decided when the levels
that published figures decide are known too (view report_lack in schema.sql).
"""

from pathlib import Path

import duckdb
import pandas as pd

from data import official_innovations
from data.errors import BrokenPromiseError, DataError
from data.importing.holdings import Holdings

STATEMENTS = (Path(__file__).parent / "official.sql").read_text(encoding="utf-8")
LICENCE = "milik pemerintah daerah, diimpor pengguna"


def add_files(db: duckdb.DuckDBPyConnection, held: Holdings) -> None:
    """Every imported file as a source; its grade is unknown, for nobody has judged it."""
    given = {"given_file": held.file}
    with_frames(
        db,
        given,
        "insert into source by name select file_id as source_id, 'impor' as kind,"
        " coalesce(publisher, who, 'Tidak disebut') as publisher, name as title,"
        f" '{LICENCE}' as licence, imported::date as accessed, sha256,"
        " concat_ws('. ', 'Diimpor oleh ' || coalesce(who, 'tidak disebut') || ' pada '"
        " || strftime(imported, '%d/%m/%Y'), note) as note from given_file order by file_id",
    )


def fill(db: duckdb.DuckDBPyConnection, held: Holdings) -> None:
    """Put holdings into a database that holds the rules and all that is published.

    Raises:
        DataError: a government, an urusan or an indicator is not one of this project's, or a row
            breaks a promise of schema.sql.
    """
    check_codes(db, held)
    try:
        merged = official_innovations.merged(held.innovation, published(db))
        replace_innovations(db, merged)
        given = {f"given_{name}": rows for name, rows in held.frames().items()}
        with_frames(db, given | {"given_id": merged[["code", "key", "innovation_id"]]}, STATEMENTS)
    except duckdb.ConstraintException as error:
        raise BrokenPromiseError(
            f"Isi impor melanggar janji data: {error}. Perbaikan: periksa berkas yang diimpor."
        ) from error


def check_codes(db: duckdb.DuckDBPyConnection, held: Holdings) -> None:
    """Codes are checked when a file is read; rules and governments can change after that."""
    for name, column, table in (
        ("result", "code", "regency"),
        ("innovation", "code", "regency"),
        ("government_level", "code", "regency"),
        ("innovation", "sector_id", "sector"),
    ):
        known = db.execute(f"select {column} from {table}").df()[column]
        codes = getattr(held, name)[column].dropna()
        strange = sorted(set(codes) - set(known))
        if strange:
            raise DataError(
                f"Impor: {column} {', '.join(strange[:5])} tidak dikenal. Perbaikan: hapus atau "
                "betulkan baris itu, lalu impor lagi."
            )


def published(db: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    return db.execute("from innovation").df()


def replace_innovations(db: duckdb.DuckDBPyConnection, merged: pd.DataFrame) -> None:
    """Insert all of them; one that is published too takes the place of what was published.

    Copies refer to innovations and are put aside meanwhile: DuckDB 1.5.5 changes no row that
    another refers to if a column of it is in an index, as the name is.
    """
    names = ", ".join(name for name, *_ in db.execute("describe innovation").fetchall())
    with_frames(
        db,
        {"given_innovation": merged},
        "create temp table copies as from replication; delete from replication;"
        " delete from innovation where innovation_id in (select innovation_id from"
        f" given_innovation); insert into innovation ({names}) select {names} from"
        " given_innovation order by innovation_id; insert into replication from copies;"
        " drop table copies",
    )


def with_frames(
    db: duckdb.DuckDBPyConnection, given: dict[str, pd.DataFrame], statements: str
) -> None:
    """Run statements that see these frames as tables."""
    for name, rows in given.items():
        db.register(name, rows)
    db.execute(statements)
    for name in given:
        db.unregister(name)
