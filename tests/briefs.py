"""Briefings as tests of documents ask for them.

brief = briefs.of(db, "6310", note="Rapat Selasa.", cooperations=3)
"""

import datetime
from functools import partial

import duckdb
import pandas as pd

import queries
from pages.parts import brief_asking
from pages.parts.brief_facts import Brief, Chosen

LINK = "https://inovasi.contoh.go.id/briefing?regency=Tanah+Bumbu&dataset=Terbitan"
DAY = datetime.date(2026, 11, 25)


def of(db: duckdb.DuckDBPyConnection, code: str, note: str = "", cooperations: int = 0) -> Brief:
    """With the usual peers, of the last known year, all sectors."""
    ask = partial(queries.ask, db)
    chosen = Chosen(code, None, None, None, "struktur paling mirip", LINK, DAY)
    ranked = brief_asking.ranked(ask, code, None)
    return brief_asking.brief(ask, chosen, ranked, board(code, cooperations), note)


def board(code: str, count: int, name: str = "SERASI") -> pd.DataFrame:
    """So many records under way that `code` receives, as `ledger/board.sql` gives them."""
    row = {
        "innovation": name, "giver": "Banjar", "giver_code": "6303", "receiver": "Penerima",
        "receiver_code": code, "place": 3, "reached_on": DAY, "next_planned": DAY, "late_days": 4,
        "lock_until": pd.NaT,
    }  # fmt: skip
    return pd.DataFrame([row | {"record_id": f"buku-{number:012x}"} for number in range(count)])
