"""What can be typed into a record: one field, one widget, one text in the book."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from pages.parts import pick
from pages.parts.desk import Opened

Typed = dict[str, str | None]
NOBODY = "-"  # what options depend on where no giver is chosen


@dataclass(frozen=True)
class Field:
    """One thing to fill in.

    Attributes:
        name: the field in the book; label: what it is called on screen.
        kind: a key of KINDS.
        options: of a choice, what each value is called.
        first: what stands in it when the book holds nothing.
        unless: a field that tells the same already; while that is filled, this one stands empty.
        of: what the options depend on, part of the key: what was chosen of others does not stay.
    """

    name: str
    label: str
    kind: str = "text"
    options: dict[str, str] = field(default_factory=dict)
    first: str = ""
    unless: str = ""
    of: str = ""
    help: str | None = None


def key(held: Opened, one: Field) -> str:
    """A widget of its own for each revision: after saving it shows what was saved."""
    return start(held) + ":".join(filter(None, [one.of, one.name]))


def start(held: Opened) -> str:
    return f"{held.record_id}:{held.revision}:"


def draw(one: Field, held: Opened) -> None:
    told_elsewhere = one.unless and held.fields.get(one.unless)
    value = "" if told_elsewhere else held.fields.get(one.name, one.first)
    KINDS[one.kind](one, key(held, one), value)


def typed(held: Opened) -> Typed:
    """What stands in every widget drawn of a record since it was opened, as the book would hold it.

    Streamlit keeps what was typed in a form that is not in view any more (persist_state).
    """
    given = {
        str(name).removeprefix(start(held)): value
        for name, value in st.session_state.items()
        if str(name).startswith(start(held))
    }
    giver = given.get("giver_code") or NOBODY
    return {
        name.removeprefix(f"{giver}:"): text(value) or None
        for name, value in given.items()
        if ":" not in name or name.startswith(f"{giver}:")
    }


def forget(held: Opened) -> None:
    """What was typed is in the book, or was thrown away."""
    for name in [one for one in st.session_state if str(one).startswith(start(held))]:
        del st.session_state[name]


def text(value: Any) -> str:
    """What a widget holds as the book writes it."""
    if isinstance(value, datetime.date):
        return value.isoformat()
    return (
        " ".join(sorted(value)) if isinstance(value, list) else str("" if value is None else value)
    )


def draw_text(one: Field, key: str, value: str) -> None:
    st.text_input(one.label, value, key=key, max_chars=300, help=one.help, persist_state="session")


def draw_area(one: Field, key: str, value: str) -> None:
    st.text_area(one.label, value, key=key, max_chars=2000, help=one.help, persist_state="session")


def draw_date(one: Field, key: str, value: str) -> None:
    """Any day can be typed: what is out of range is refused in words, not by a silent widget."""
    st.date_input(
        one.label,
        datetime.date.fromisoformat(value) if value else None,
        key=key,
        format="DD/MM/YYYY",
        min_value=datetime.date.min,
        max_value=datetime.date.max,
        help=one.help,
        persist_state="session",
    )


def draw_choice(one: Field, key: str, value: str) -> None:
    pick.one(one.label, one.options, key, kept=False, first=value, help=one.help, persisted=True)


def draw_several(one: Field, key: str, value: str) -> None:
    st.pills(
        one.label,
        list(one.options),
        selection_mode="multi",
        default=[part for part in value.split() if part in one.options],
        format_func=one.options.__getitem__,
        key=key,
        wrap=True,
        help=one.help,
        persist_state="session",
    )


def draw_months(one: Field, key: str, value: str) -> None:
    st.number_input(
        one.label, value=int(value or 0), step=1, key=key, help=one.help, persist_state="session"
    )


KINDS: dict[str, Callable[[Field, str, str], None]] = {
    "text": draw_text,
    "area": draw_area,
    "date": draw_date,
    "choice": draw_choice,
    "several": draw_several,
    "months": draw_months,
}
