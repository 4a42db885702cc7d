"""Usual values for every parameter a question names, so that a benchmark can ask them all."""

import sys
from functools import partial
from typing import Any

import duckdb
import pyarrow as pa
from figures import ROOT

sys.path.insert(0, str(ROOT))

import queries
from queries import explore, peers, scenario, scenario_start, steps

LINK = "naik.35.3.semua_naik.16.m150.semua_baru.3.50_lepas.2_aturan.2027-prognosis"


def values(db: duckdb.DuckDBPyConnection, code: str) -> dict[str, Any]:
    """By parameter; the tables of a scenario of five steps among them."""
    report = queries.ask(db, "report", code=code, year=None)
    year = None if report.empty else int(report["year"].iloc[0])
    usual: dict[str, Any] = {
        "code": code,
        "peers": peers.usual(queries.ask(db, "peer_distances", code=code)),
        "year": year,
        "sector": None,
        "fact": "poverty_rate",
        "indicator": "VIDEO",
        "ruleset": "2026",
        "spd": 40.0,
        "innovations": 60,
        "count_score": 20.0,
        "score": 45.0,
        "totals": [3000.0 + draw for draw in range(1000)],
        "maturity_total": 3000.0,
        "basic_sectors": 5,
        "maturity": 50.0,
        "most_new": 40,
        "order": "maturity",
        "skip": 0,
        "most": 25,
        "each": 40,
        "down": "sectors",
        "across": "regencies",
        "figure": "poverty_rate",
        "top": 20,
        "innovation": queries.ask(db, "copyable", code=code)["innovation_id"].iloc[0],
        **explore.ALL,
    }
    return usual | played(db, code, year)


def given(question: str, usual: dict[str, Any]) -> dict[str, Any]:
    """What a question names, of the usual values; $innovations are a number to some, ids to one."""
    if question == "levels_of":
        return {"innovations": [f"{usual['code']}-c{number:04}" for number in (1, 2, 3)]}
    return {one: usual[one] for one in queries.named(queries.text(question))}


def played(db: duckdb.DuckDBPyConnection, code: str, year: int | None) -> dict[str, pa.Table]:
    ask = partial(queries.ask, db)
    start = scenario_start.start(ask, code, year, "2026")
    return scenario.play(start, steps.parse(LINK)[0]).tables()
