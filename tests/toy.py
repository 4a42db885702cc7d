"""A made-up province for tests: a few regencies, and rows one can check in the head.

    db = toy.database()                                      # source S1; regencies 9901, 9902, 9903
    toy.add(db, "index_claim", code="9901", year=2024, score=61)
    toy.rows(queries.ask(db, "scores", year=2024), "code", "score")

`add` fills what a test does not care about from DEFAULTS; what it names wins. `{number}` in a
default counts the rows of the table, `{code}` and the like are what the test gave.
"""

from typing import Any

import duckdb
import pandas as pd

from data import build

DEFAULTS: dict[str, dict[str, Any]] = {
    "dataset": {"name": "terbitan", "label": "Mainan", "simulated": False,
                "data_date": "2026-11-24", "fingerprint": "mainan"},
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
                "total_max": 250, "divisor_min": 12, "grade": "A"},
    "band": {"ruleset": "{year}", "grade": "A"},
    "indicator": {"ruleset": "2026", "grouping": "SPD", "number": "{number}", "name": "{code}",
                  "variable": "Institusi", "weight": 1, "mandatory": False, "level1": "satu",
                  "level2": "dua", "level3": "tiga"},
    "index_claim": {"claim_id": "C{number:02}", "year_as_printed": "-", "year_basis": "tercetak",
                    "status": "tercetak"},
    "award": {"award_id": "A{number:02}", "name": "Penghargaan", "status": "menang"},
    "innovation": {"innovation_id": "i{number:02}", "name": "Inovasi {number}",
                   "description": "Satu kalimat tentang inovasi ini.", "is_reading": False},
    "theme": {"label": "Tema {theme}", "rule": "Aturan."},
    "replication": {"replication_id": "R{number:02}", "receiver": "Penerima", "origin": "Asal",
                    "year_as_printed": "-", "what": "Menyalin", "status": "direplikasi"},
    "government_level": {"year": 2026, "basis": "dihitung"},
    "feature": {"name": "Ciri {feature}", "rule": "Aturan."},
    "setting": {"label": "Pilihan {setting}", "reason": "Alasan."},
}  # fmt: skip
WITHOUT_SOURCE = {"dataset", "source", "government_level"}


def database(*codes: str) -> duckdb.DuckDBPyConnection:
    """The real schema in memory, with source S1 and a few regencies (9901–9903 if none named)."""
    db = duckdb.connect()
    db.execute((build.DATA / "schema.sql").read_text(encoding="utf-8"))
    add(db, "dataset")
    add(db, "source")
    for code in codes or ("9901", "9902", "9903"):
        add(db, "regency", code=code)
    return db


def add(db: duckdb.DuckDBPyConnection, table: str, **values: Any) -> None:
    """One row, by column name; what is not given comes from DEFAULTS and source S1."""
    number = len(db.execute(f"select 1 from {table}").fetchall()) + 1
    usual = DEFAULTS[table] | ({} if table in WITHOUT_SOURCE else {"source_id": "S1"})
    filled = {
        column: value.format(number=number, **values) if isinstance(value, str) else value
        for column, value in usual.items()
        if column not in values
    }
    row = filled | values
    marks = ", ".join(f"${column}" for column in row)
    db.execute(f"insert into {table} ({', '.join(row)}) values ({marks})", row)


def rows(answer: pd.DataFrame, *columns: str) -> list[tuple]:
    """Chosen columns of an answer as plain tuples, the unknown as None."""
    chosen = answer[list(columns)].astype(object)
    return list(chosen.where(chosen.notna(), None).itertuples(index=False, name=None))
