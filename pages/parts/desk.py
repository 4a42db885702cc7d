"""The way to the book of cooperations: what it holds, and writing to it with its rules kept."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd
import pyarrow as pa
import streamlit as st

import queries
from data import book
from pages.parts import access, words, writer
from pages.parts.writer import Writer
from queries import ledger

LOCAL_TIME = ZoneInfo("Asia/Makassar")
NEW = "baru"
EXAMPLE = "terbit-"
SETTINGS = "daerah-"


@dataclass(frozen=True)
class Opened:
    """A record as this session opened it: what was typed is held against it, not against later."""

    record_id: str
    revision: int
    fields: dict[str, str]


def today() -> datetime.date:
    """The day it is in South Kalimantan, wherever the server stands."""
    return datetime.datetime.now(LOCAL_TIME).date()


def ask(question: str, **given: Any) -> pd.DataFrame:
    """One question to the book (queries/ledger/); remembered until the book changes."""
    steps = tuple(cooperation_steps()[["step", "place", "name"]].itertuples(index=False, name=None))
    frozen = tuple(sorted(given.items()))
    return answer(book.stamp(), f"ledger/{question}", frozen, steps).copy(deep=False)


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
    """Every record of the dataset in view, the latest first (queries/ledger/board.sql)."""
    return ask(
        "board",
        dataset=view.dataset,
        today=today().isoformat(),
        lock_months=usual_months(),
    )


def fields(subject: str) -> dict[str, str]:
    """What a record, or the settings of a regency, hold."""
    rows = ask("values", subject=subject)
    return dict(zip(rows["field"], rows["value"], strict=True))


def opened(record_id: str, revision: int) -> Opened:
    """The record as this session opened it first, until it saves or asks for the latest."""
    held = st.session_state.get("opened_record")
    if isinstance(held, Opened) and held.record_id == record_id:
        return held
    return reopen(record_id, revision)


def reopen(record_id: str, revision: int) -> Opened:
    held = Opened(record_id, revision, fields(record_id) if revision else {})
    st.session_state["opened_record"] = held
    return held


def show(record_id: str | None) -> None:
    """Open a record, or go back to the board; the address carries which."""
    st.session_state.pop("opened_record", None)
    st.session_state.pop("ledger_told", None)
    if record_id is None:
        st.query_params.pop("record", None)
    else:
        st.query_params["record"] = record_id


def changed(before: Mapping[str, str], typed: Mapping[str, str | None]) -> dict[str, str | None]:
    """What was typed otherwise than it stood; an emptied field is None."""
    cleaned = {field: (value or "").strip() or None for field, value in typed.items()}
    return {field: value for field, value in cleaned.items() if value != before.get(field)}


def merged(before: Mapping[str, str], change: Mapping[str, str | None]) -> dict[str, str]:
    return {field: value for field, value in (dict(before) | dict(change)).items() if value}


def owner(subject: str, held: Mapping[str, str]) -> str | None:
    """Whose it is: the receiver's, or the giver's where the receiver is from elsewhere."""
    if subject.startswith(SETTINGS):
        return subject.removeprefix(SETTINGS)
    return held.get("receiver_code") or held.get("giver_code")


def objections(
    who: Writer | None, subject: str, before: Mapping[str, str], after: Mapping[str, str]
) -> list[str]:
    """Markdown: why a change may not be written, by the rules of the ledger or by who asks."""
    owners = {owner(subject, before or after), owner(subject, after)}
    if who is None or not all(who.may(code) for code in owners):
        return [writer.reason()]
    if subject.startswith(SETTINGS):
        return list(map(words.escape, ledger.lock_refusals(after, usual_months())))
    setting = settings().get(owner(subject, after) or "")
    months = usual_months() if setting is None else int(setting["lock_months"])
    regencies = access.ask_first("regencies").set_index("code")["name"].to_dict()
    record = ledger.Record(after, names(), regencies, today(), months, before)
    return [words.escape(told) for told in ledger.refusals(record)]


def usual_months() -> int:
    """How long a copied innovation must run where its regency sets nothing."""
    return int(access.settings()["lock_months"])


def settings() -> dict[str, dict]:
    """The lock of each regency that has set one."""
    rows = ask("regency_settings")
    known = rows[rows["lock_months"].notna()]
    return {row["code"]: row for row in known.to_dict("records")}


def save(held: Opened, typed: Mapping[str, str | None], what: str) -> bool:
    """Write what was typed into a record; what came of it is told on the next run.

    Returns:
        Whether it was written.
    """
    change = changed(held.fields, typed)
    if not change:
        tell("info", "Tidak ada yang berubah, jadi tidak ada yang disimpan.")
        return False
    return put(held, change, what)


def put(held: Opened, change: dict[str, str | None], what: str) -> bool:
    """Write a change on top of the revision that is held; True when it was written."""
    who = writer.current()
    wrong = objections(who, held.record_id, held.fields, merged(held.fields, change))
    if wrong or who is None:
        tell("error", "\n".join(f"- {one}" for one in wrong), "Belum disimpan")
        return False
    try:
        revision = book.write(held.record_id, held.revision, what, change, who.name)
    except book.StaleError as error:
        if held.record_id.startswith(SETTINGS):  # two fields, shown again as they now stand
            st.session_state.pop("opened_record", None)
            tell("error", words.escape(str(error)), "Belum disimpan")
        else:
            st.session_state["collision"] = (held, change, what)
        return False
    reopen(held.record_id, revision)
    st.session_state.pop("collision", None)
    tell("success", f"Tersimpan sebagai perubahan ke-{revision} oleh {words.escape(who.name)}.")
    return True


def tell(kind: str, text: str, title: str | None = None) -> None:
    """What is said on the next run, once."""
    st.session_state["ledger_told"] = (kind, text, title)


def told() -> None:
    """Say what came of the last action."""
    kind, text, title = st.session_state.pop("ledger_told", (None, None, None))
    if kind:
        getattr(st, kind)(text, title=title) if title else getattr(st, kind)(text)
