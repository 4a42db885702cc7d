"""From a figure to the SQL behind it: a link that opens the console with the question filled in."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any
from urllib.parse import quote, urlencode

import pyarrow as pa
import streamlit as st

from data import shelf
from pages.parts import access

PLACE = {"show": "SQL"}  # the tab of Jelajah, as its address has it
QUESTION, GIVEN, SQL = "question", "given", "sql"
LONGEST = 4_000  # letters of SQL or parameters in an address


@dataclass(frozen=True)
class Asked:
    """A question as a figure asked it.

    Attributes:
        question: name of a file in queries/; given: the values of its $names and its tables.
    """

    question: str
    given: dict[str, Any] = field(default_factory=dict)


def asked(question: str, **given: Any) -> Asked:
    return Asked(question, given)


def line(questions: Sequence[Asked]) -> str:
    """Markdown for the end of a source line: one small link a question; "" where none was asked."""
    links = [f"[{one.question}](<{address(one)}>)" for one in questions]
    return f"SQL: {', '.join(links)}" if links else ""


def address(one: Asked) -> str:
    """Where the console shows and runs a question, for the view in use; opens beside this page."""
    told = {**in_view(), **PLACE, QUESTION: one.question}
    given = written(one.given)
    if len(given) > LONGEST:  # the tables of a long scenario; the console says what is missing
        given = written({name: of for name, of in one.given.items() if not is_table(of)})
    return f"explore?{urlencode(told | {GIVEN: given}, quote_via=quote)}"


def in_view() -> dict[str, str]:
    """The controls of the frame as an address has them: by label."""
    view = access.view()
    return {
        "regency": view.name,
        **({"year": str(view.year)} if view.year else {}),
        **({"sector": str(view.sector_name)} if view.sector_name else {}),
        "dataset": shelf.LABELS[view.dataset],
    }


def is_table(value: Any) -> bool:
    return isinstance(value, pa.Table)


def written(given: dict[str, Any]) -> str:
    """Compact JSON; a table as its columns."""
    plain = {name: one.to_pydict() if is_table(one) else one for name, one in given.items()}
    return json.dumps(plain, separators=(",", ":"), ensure_ascii=False, default=bare)


def bare(value: Any) -> Any:
    """A number of numpy as one of Python; whatever else as text."""
    return value.item() if hasattr(value, "item") else str(value)


def labels() -> Iterator[str]:
    yield "SQL"
    yield from (f"SQL {number}" for number in count(2))


def draw(questions: Sequence[Asked]) -> None:
    """Beside the buttons of a figure: "SQL", and a number for each further question."""
    links = [
        f"[{label}](<{address(one)}>)" for label, one in zip(labels(), questions, strict=False)
    ]
    if links:
        st.markdown(f":small[{' · '.join(links)}]", width="content")
