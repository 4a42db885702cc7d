"""What the ledger holds for a briefing, read without a session: the command line has none."""

import datetime
from collections.abc import Iterable

import pandas as pd
import pyarrow as pa

import queries
from data import book, book_shelf
from data.book_damage import check_not_lost
from queries.ranking import Ask

SETTINGS = "daerah-"


def shelf_of(simulated: bool) -> str:
    """Which records are meant: published and imported data are both real."""
    return "simulasi" if simulated else "terbitan"


def kept() -> bool:
    """Whether there is a ledger. None is laid where none is needed.

    Raises:
        DataError: there was one, and it is lost.
    """
    if book_shelf.file().exists():
        return True
    check_not_lost(book_shelf.file())
    return False


def board(ask: Ask, simulated: bool, day: datetime.date) -> pd.DataFrame:
    """Every record beside a dataset (`ledger/board.sql`); empty where there is no ledger.

    Args:
        ask: puts a question to the dataset.

    Raises:
        DataError: the ledger cannot be read.
    """
    if not kept():
        return pd.DataFrame()
    steps = ask("cooperation_steps")[["step", "place", "name"]]
    months = ask("settings").set_index("setting")["value"]["lock_months"]
    with book.opened() as db:
        return queries.ask(
            db,
            "ledger/board",
            dataset=shelf_of(simulated),
            today=day.isoformat(),
            lock_months=int(months),
            step=pa.Table.from_pandas(steps, preserve_index=False),
        )


def notes(codes: Iterable[str], simulated: bool) -> dict[str, str]:
    """What the editors wrote for the briefings, by code; without those that have nothing."""
    if not kept():
        return {}
    field = f"brief_note.{shelf_of(simulated)}"
    found: dict[str, str] = {}
    with book.opened() as db:
        for code in codes:
            rows = queries.ask(db, "ledger/values", subject=f"{SETTINGS}{code}")
            text = dict(zip(rows["field"], rows["value"], strict=True)).get(field)
            if text:
                found[code] = text
    return found
