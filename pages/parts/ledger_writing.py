"""Writing to the book with its rules kept: what is open, what may be written, what came of it."""

import datetime
from collections.abc import Mapping
from datetime import UTC

import streamlit as st

from data import book
from data.errors import DataError
from pages.parts import access, desk, ledger_details, words, writer
from pages.parts.desk import Opened
from pages.parts.ledger_fields import Typed
from pages.parts.writer import Writer
from queries import ledger

TOLD = 6  # fields named after saving


def opened(record_id: str, revision: int, read_at: datetime.datetime | None = None) -> Opened:
    """The record as this session opened it first, until it saves or asks for the latest."""
    held = st.session_state.get("opened_record")
    if isinstance(held, Opened) and held.record_id == record_id:
        return held
    return reopen(record_id, revision, read_at)


def reopen(record_id: str, revision: int, read_at: datetime.datetime | None = None) -> Opened:
    fields = desk.fields(record_id) if revision else {}
    return hold(Opened(record_id, revision, fields, read_at))


def hold(held: Opened) -> Opened:
    st.session_state["opened_record"] = held
    return held


def changed(before: Mapping[str, str], typed: Mapping[str, str | None]) -> Typed:
    """What was typed otherwise than it stood; an emptied field is None."""
    cleaned = {field: (value or "").strip() or None for field, value in typed.items()}
    return {field: value for field, value in cleaned.items() if value != before.get(field)}


def merged(before: Mapping[str, str], change: Mapping[str, str | None]) -> dict[str, str]:
    return {field: value for field, value in (dict(before) | dict(change)).items() if value}


def owner(subject: str, held: Mapping[str, str]) -> str | None:
    """Whose it is: the receiver's, or the giver's where the receiver is from elsewhere."""
    if subject.startswith(desk.SETTINGS):
        return subject.removeprefix(desk.SETTINGS)
    return held.get("receiver_code") or held.get("giver_code")


def objections(
    who: Writer | None, subject: str, before: Mapping[str, str], after: Mapping[str, str]
) -> list[str]:
    """Markdown: why a change may not be written, by the rules of the ledger or by who asks."""
    owners = {owner(subject, before or after), owner(subject, after)}
    if who is None or not all(who.may(code) for code in owners):
        return [writer.reason()]
    if subject.startswith(desk.SETTINGS):
        return list(map(words.escape, ledger.lock_refusals(after, desk.usual_months())))
    setting = desk.settings().get(owner(subject, after) or "")
    months = desk.usual_months() if setting is None else int(setting["lock_months"])
    regencies = access.ask_first("regencies").set_index("code")["name"].to_dict()
    record = ledger.Record(after, desk.names(), regencies, desk.today(), months, before)
    return [words.escape(told) for told in ledger.refusals(record)]


def save(held: Opened, typed: Mapping[str, str | None], what: str) -> bool:
    """Write what was typed into a record; what came of it is told on the next run.

    Returns:
        Whether it was written.
    """
    change = changed(held.fields, typed)
    if not change:
        tell(
            "info",
            "Tidak ada yang berubah, jadi tidak ada yang disimpan. Tanggal yang belum lengkap "
            "belum terbaca.",
        )
        return False
    return put(held, change, what)


def put(held: Opened, change: Typed, what: str) -> bool:
    """Write a change on top of the revision that is held; True when it was written.

    What could not be written stays in its fields; a page that fails to read the book keeps it too.
    """
    who, after = writer.current(), merged(held.fields, change)
    wrong = objections(who, held.record_id, held.fields, after)
    if wrong or who is None:
        tell("error", "\n".join(f"- {one}" for one in wrong), "Belum disimpan")
        return False
    now = datetime.datetime.now(UTC)
    try:
        revision = book.write(
            held.record_id, held.revision, what, change, who.name, now, held.read_at
        )
    except DataError as error:
        refused(held, change, what, error)
        return False
    hold(Opened(held.record_id, revision, after, now.replace(tzinfo=None)))
    st.session_state.pop("collision", None)
    by = words.escape(who.name)
    tell("success", f"Tersimpan sebagai perubahan ke-{revision} oleh {by}: {listed(change)}.")
    return True


def refused(held: Opened, change: Typed, what: str, error: DataError) -> None:
    """Somebody else wrote first: both are shown side by side. All else is told as it is."""
    if not isinstance(error, book.StaleError):
        tell("error", words.escape(str(error)), "Belum disimpan")
    elif held.record_id.startswith(desk.SETTINGS):
        st.session_state.pop("opened_record", None)
        tell(
            "error",
            "Orang lain mengubah pengaturan ini setelah Anda membukanya; yang tampil sekarang "
            f"isian mereka. Isian Anda tidak disimpan: {listed(change)}.",
            "Belum disimpan",
        )
    else:
        st.session_state["collision"] = (held, change, what)


def listed(change: Typed) -> str:
    """Markdown: the first few fields of a change with what now stands in them."""
    told = ledger_details.told(change)
    more = f"; dan {words.whole(len(told) - TOLD)} lainnya" if len(told) > TOLD else ""
    return "; ".join(told[:TOLD]) + more


def tell(kind: str, text: str, title: str | None = None) -> None:
    """What is said on the next run, once."""
    st.session_state["ledger_told"] = (kind, text, title)


def told() -> None:
    """Say what came of the last action."""
    kind, text, title = st.session_state.pop("ledger_told", (None, None, None))
    if kind:
        getattr(st, kind)(text, title=title) if title else getattr(st, kind)(text)
