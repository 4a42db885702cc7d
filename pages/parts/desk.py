"""The way to the book of cooperations: what it holds, and which record is open."""

import datetime
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd
import pyarrow as pa
import streamlit as st

import queries
from data import book
from data.errors import DataError
from pages.parts import access
from pages.parts.console_link import Asked

LOCAL_TIME = ZoneInfo("Asia/Makassar")
NEW = "baru"
COPY = "copy"  # in the address of a new record: the innovation it begins with
EXAMPLE = "terbit-"
SETTINGS = "daerah-"


@dataclass(frozen=True)
class Opened:
    """A record as this session opened it: what was typed is held against it, not against later.

    Attributes:
        revision: of the last change; 0 of what is not in the book yet.
        read_at: when that change was written, UTC without a zone; None where it is not known.
    """

    record_id: str
    revision: int
    fields: dict[str, str]
    read_at: datetime.datetime | None = None


def today() -> datetime.date:
    """The day it is in South Kalimantan, wherever the server stands."""
    return datetime.datetime.now(LOCAL_TIME).date()


def ask(question: str, **given: Any) -> pd.DataFrame:
    """One question to the book (queries/ledger/); remembered until the book changes."""
    steps = tuple(cooperation_steps()[["step", "place", "name"]].itertuples(index=False, name=None))
    frozen = tuple(sorted(given.items()))
    return answer(book.stamp(), f"ledger/{question}", frozen, steps).copy()


def behind(question: str, **given: Any) -> Asked:
    """A question to the book, for the link to its SQL."""
    if "step" in queries.named(queries.text(f"ledger/{question}")):
        columns = cooperation_steps()[["step", "place", "name"]].to_dict("list")
        given |= {"step": pa.table(columns)}
    return Asked(f"ledger/{question}", given)


@lru_cache(maxsize=200)
def answer(
    _stamp: Any, question: str, given: tuple[tuple[str, Any], ...], steps: tuple[tuple, ...]
) -> pd.DataFrame:
    asked = dict(given)
    if "step" in queries.named(queries.text(question)):
        columns = zip(*steps, strict=True)
        asked["step"] = pa.table(dict(zip(("step", "place", "name"), columns, strict=True)))
    with book.opened() as db:
        return queries.ask(db, question, **asked)


def cooperation_steps() -> pd.DataFrame:
    return access.ask("cooperation_steps")


def names() -> dict[str, str]:
    """Name by step, in order."""
    rows = cooperation_steps()
    return dict(zip(rows["step"], rows["name"], strict=True))


def board(view: access.View) -> pd.DataFrame:
    """Every record beside the dataset in view, the latest first (queries/ledger/board.sql)."""
    return ask("board", **of_today(view))


def of_today(view: access.View) -> dict[str, Any]:
    return {
        "dataset": view.book,
        "today": today().isoformat(),
        "lock_months": usual_months(),
    }


def begun(view: access.View) -> dict[str, str]:
    """What the regency in view is copying and has not closed: record by innovation.

    Nothing where the book cannot be read: candidates are worth a look all the same.
    """
    try:
        rows = board(view)
    except DataError:
        return {}
    own = rows[rows["receiver_code"].eq(view.code) & (rows["place"] < len(names()))]
    known = own[own["innovation_id"].notna()]
    return dict(zip(known["innovation_id"], known["record_id"], strict=True))


def fields(subject: str) -> dict[str, str]:
    """What a record, or the settings of a regency, hold."""
    rows = ask("values", subject=subject)
    return dict(zip(rows["field"], rows["value"], strict=True))


def show(record_id: str | None) -> None:
    """Open a record, or go back to the board; the address carries which."""
    for kept in ("opened_record", "ledger_told"):
        st.session_state.pop(kept, None)
    st.query_params.pop(COPY, None)
    if record_id is None:
        st.query_params.pop("record", None)
    else:
        st.query_params["record"] = record_id


def usual_months() -> int:
    """How long a copied innovation must run where its regency sets nothing."""
    return int(access.settings()["lock_months"])


def settings() -> dict[str, dict]:
    """The lock of each regency that has set one."""
    rows = ask("regency_settings")
    known = rows[rows["lock_months"].notna()]
    return {row["code"]: row for row in known.to_dict("records")}
