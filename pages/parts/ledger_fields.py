"""What can be typed into a record: one field, one widget, one text in the book."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from pages.parts import pick
from pages.parts.desk import Opened
from queries.ledger import FIRST_DAY, LAST_DAY

Typed = dict[str, str | None]


@dataclass(frozen=True)
class Field:
    """One thing to fill in.

    Attributes:
        name: the field in the book; label: what it is called on screen.
        kind: a key of KINDS.
        options: of a choice, what each value is called.
        first: what stands in it when the book holds nothing.
        of: what the options depend on: a browser keeps what was chosen of others in a form.
    """

    name: str
    label: str
    kind: str = "text"
    options: dict[str, str] = field(default_factory=dict)
    first: str = ""
    of: str = ""
    help: str | None = None


@dataclass(frozen=True)
class Kind:
    """How a sort of field is drawn, and how what was typed becomes text."""

    draw: Callable[[Field, str, str], Any]
    text: Callable[[Any], str]


def key(held: Opened, one: Field) -> str:
    """A widget of its own for each revision: after saving it shows what was saved."""
    return ":".join(filter(None, [held.record_id, str(held.revision), one.of, one.name]))


def draw(one: Field, held: Opened) -> None:
    KINDS[one.kind].draw(one, key(held, one), held.fields.get(one.name, one.first))


def typed(one: Field, held: Opened) -> str | None:
    """What stands in the widget, as the book would hold it; None when empty or not drawn."""
    value = st.session_state.get(key(held, one))
    return KINDS[one.kind].text(value) or None if value is not None else None


def draw_text(one: Field, key: str, value: str) -> None:
    st.text_input(one.label, value, key=key, max_chars=300, help=one.help)


def draw_area(one: Field, key: str, value: str) -> None:
    st.text_area(one.label, value, key=key, max_chars=2000, help=one.help)


def draw_date(one: Field, key: str, value: str) -> None:
    day = datetime.date.fromisoformat(value) if value else None
    st.date_input(
        one.label,
        day,
        key=key,
        format="DD/MM/YYYY",
        min_value=FIRST_DAY,
        max_value=LAST_DAY,
        help=one.help,
    )


def draw_choice(one: Field, key: str, value: str) -> None:
    pick.one(one.label, one.options, key, kept=False, first=value, help=one.help)


def draw_several(one: Field, key: str, value: str) -> None:
    st.multiselect(
        one.label,
        list(one.options),
        [part for part in value.split() if part in one.options],
        format_func=one.options.__getitem__,
        key=key,
        placeholder="Pilih",
        help=one.help,
    )


def draw_months(one: Field, key: str, value: str) -> None:
    st.number_input(one.label, 0, 120, int(value or 0), step=1, key=key, help=one.help)


KINDS = {
    "text": Kind(draw_text, str),
    "area": Kind(draw_area, str),
    "date": Kind(draw_date, datetime.date.isoformat),
    "choice": Kind(draw_choice, str),
    "several": Kind(draw_several, lambda chosen: " ".join(sorted(chosen))),
    "months": Kind(draw_months, str),
}
