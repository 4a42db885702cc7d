"""A made-up province for tests: a few regencies, and rows one can check in the head.

    db = toy.database()                                      # source S1; regencies 9901, 9902, 9903
    toy.add(db, "index_claim", code="9901", year=2024, score=61)
    toy.rows(queries.ask(db, "scores", year=2024), "code", "score")

`add` fills what a test does not care about from DEFAULTS; what it names wins. `{number}` in a
default counts the rows of the table, `{code}` and the like are what the test gave.

    db = toy.official()                                      # the same with the rules in force
    toy.report(db, "9901", toy.spd(45), [toy.innovation(70, "01")] * 11)
"""

from functools import cache
from typing import Any, NamedTuple

import duckdb
import pandas as pd

from data import build, intake
from queries.preparation import write

DEFAULTS: dict[str, dict[str, Any]] = {
    "dataset": {"name": "terbitan", "label": "Mainan", "simulated": False,
                "data_date": "2026-11-24", "fingerprint": "mainan", "seed": None},
    "source": {"source_id": "S{number}", "kind": "terbitan", "publisher": "Penerbit",
               "title": "Judul", "licence": "bebas", "accessed": "2026-11-24", "grade": "A"},
    "regency": {"kemendagri_code": "{code}", "name": "Daerah {code}", "short_name": "{code}",
                "kind": "Kabupaten", "capital": "Kota", "capital_longitude": 115,
                "capital_latitude": -3},
    "fact": {"name": "Angka {fact}", "unit": "persen", "decimals": 2, "mapped": True,
             "definition": "Arti."},
    "regency_fact": {"status": "tetap"},
    "sector": {"name": "Urusan {sector_id}", "short_name": "{sector_id}", "cluster": "wajib",
               "basic": False},
    "ruleset": {"ruleset": "{year}", "kind": "resmi", "spd_max": 63, "maturity_max": 111,
                "total_max": 250, "divisor_min": 12, "rows_of": "{year}", "grade": "A"},
    "band": {"ruleset": "{year}", "grade": "A"},
    "indicator": {"ruleset": "2026", "grouping": "SPD", "number": "{number}", "name": "{code}",
                  "variable": "Institusi", "weight": 1, "mandatory": False, "level1": "satu",
                  "level2": "dua", "level3": "tiga", "outcome": False},
    "index_claim": {"claim_id": "C{number:02}", "year_as_printed": "-", "year_basis": "tercetak",
                    "status": "tercetak"},
    "award": {"award_id": "A{number:02}", "name": "Penghargaan", "status": "menang"},
    "innovation": {"innovation_id": "i{number:02}", "name": "Inovasi {number}",
                   "description": "Satu kalimat tentang inovasi ini.", "is_reading": False},
    "theme": {"label": "Tema {theme}", "rule": "Aturan."},
    "replication": {"replication_id": "R{number:02}", "receiver": "Penerima", "origin": "Asal",
                    "year_as_printed": "-", "what": "Menyalin", "status": "direplikasi"},
    "report": {"year": 2026, "ruleset": "2026"},
    "innovation_report": {"year": 2026, "stage": "penerapan"},
    "innovation_level": {"year": 2026},
    "government_level": {"year": 2026, "basis": "dihitung"},
    "feature": {"name": "Ciri {feature}", "rule": "Aturan."},
    "setting": {"label": "Pilihan {setting}", "reason": "Alasan."},
}  # fmt: skip
WITHOUT_SOURCE = {"dataset", "source", "government_level", "innovation_report", "innovation_level"}
# In the order of reference: what it takes to compute an index.
RULES = ("source", "sector", "ruleset", "band", "indicator", "setting")


class Innovation(NamedTuple):
    """One innovation of a report: its levels by indicator, its sector and its stage."""

    levels: dict[str, int]
    sector: str | None
    stage: str


def database(*codes: str) -> duckdb.DuckDBPyConnection:
    """The real schema in memory, with source S1 and a few regencies (9901–9903 if none named)."""
    db = duckdb.connect()
    db.execute((build.DATA / "schema.sql").read_text(encoding="utf-8"))
    add(db, "dataset")
    add(db, "source")
    for code in codes or ("9901", "9902", "9903"):
        add(db, "regency", code=code)
    return db


def official(*codes: str) -> duckdb.DuckDBPyConnection:
    """A toy province under the rules in force: data/rules, with their sources."""
    db = database(*codes)
    for table in RULES:
        intake.load(db, table, build.DATA / build.FILES[table])
    return db


def add(db: duckdb.DuckDBPyConnection, table: str, **values: Any) -> None:
    """One row, by column name; what is not given comes from DEFAULTS and source S1."""
    number = len(db.execute(f"select 1 from {table}").fetchall()) + 1
    row = filled(table, number, values)
    marks = ", ".join(f"${column}" for column in row)
    db.execute(f"insert into {table} ({', '.join(row)}) values ({marks})", row)


def add_all(db: duckdb.DuckDBPyConnection, table: str, given: list[dict[str, Any]]) -> None:
    """Many rows at once, in which `{number}` counts from 1."""
    if given:
        full = [filled(table, number, values) for number, values in enumerate(given, start=1)]
        write(db, table, pd.DataFrame(full))


def filled(table: str, number: int, values: dict[str, Any]) -> dict[str, Any]:
    usual = DEFAULTS[table] | ({} if table in WITHOUT_SOURCE else {"source_id": "S1"})
    return {
        column: value.format(number=number, **values) if isinstance(value, str) else value
        for column, value in usual.items()
        if column not in values
    } | values


def report(
    db: duckdb.DuckDBPyConnection,
    code: str,
    government: dict[str, int],
    innovations: list[Innovation],
    **given: Any,
) -> None:
    """All a government reports in one round; year and ruleset are 2026 unless given."""
    add(db, "report", code=code, **given)
    year = {"year": given.get("year", 2026)}
    named = {f"{code}-{year['year']}-{number:03}": one for number, one in enumerate(innovations)}
    tables: dict[str, list[dict[str, Any]]] = {
        "government_level": [
            {"code": code, "indicator": indicator, "level": level, "basis": "dilaporkan"} | year
            for indicator, level in government.items()
        ],
        "innovation": [
            {"innovation_id": key, "code": code, "name": key, "sector_id": one.sector}
            for key, one in named.items()
        ],
        "innovation_report": [
            {"innovation_id": key, "stage": one.stage} | year for key, one in named.items()
        ],
        "innovation_level": [
            {"innovation_id": key, "indicator": indicator, "level": level} | year
            for key, one in named.items()
            for indicator, level in one.levels.items()
        ],
    }
    for table, wanted in tables.items():
        add_all(db, table, wanted)


def spd(total: float) -> dict[str, int]:
    """Levels of government indicators whose row scores add up to the total, 0–63."""
    return reachable("SPD")[total]


def innovation(maturity: int, sector: str | None = "12", stage: str = "penerapan") -> Innovation:
    """An innovation whose row scores add up to its maturity, 0–111."""
    return Innovation(reachable("SID")[maturity], sector, stage)


@cache
def reachable(grouping: str) -> dict[float, dict[str, int]]:
    """Every total the rows of the 2026 rules can reach, and levels that reach it (0 left out)."""
    rules = pd.read_csv(build.DATA / build.FILES["indicator"], dtype={"ruleset": "str"})
    known: dict[float, dict[str, int]] = {0: {}}
    for row in rules[(rules["ruleset"] == "2026") & (rules["grouping"] == grouping)].itertuples():
        more = {
            total + row.weight * level: levels | {row.code: level}
            for total, levels in known.items()
            for level in (1, 2, 3)
        }
        known = more | known
    return known


def rows(answer: pd.DataFrame, *columns: str) -> list[tuple]:
    """Chosen columns of an answer as plain tuples, the unknown as None."""
    chosen = answer[list(columns)].astype(object)
    return list(chosen.where(chosen.notna(), None).itertuples(index=False, name=None))
