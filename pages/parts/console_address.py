"""What a link asks the console: read as a stranger's word, told in Indonesian where it is none."""

import json
import math
import re
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

import queries
from pages.parts import console_link
from queries import console

NAME = re.compile(r"[a-z_][a-z0-9_]{0,39}")
MOST = 1_000  # values in a list or column
LONGEST_TEXT = 4_000
LEDGER = "ledger/"


class Unreadable(Exception):
    """A link or parameters that say nothing we know; the message is Indonesian."""


@dataclass(frozen=True)
class Wanted:
    """What is to stand in the editor.

    Attributes:
        question: of the house, or "" for SQL of somebody's own.
    """

    sql: str
    given: dict[str, Any] = field(default_factory=dict)
    question: str = ""

    @property
    def of_ledger(self) -> bool:
        return self.question.startswith(LEDGER)

    @property
    def missing_tables(self) -> list[str]:
        """The given_ tables of a question that did not come with the link."""
        if not self.question:
            return []
        return sorted(console.tables_of(self.question) - self.given.keys())


def told() -> tuple[str, str, str]:
    """Question, parameters and SQL of the address, as they are."""
    known = st.query_params
    return (
        known.get(console_link.QUESTION, ""),
        known.get(console_link.GIVEN, ""),
        known.get(console_link.SQL, ""),
    )


def wanted(question: str, given: str, sql: str) -> Wanted | None:
    """What the address asks; None where it asks nothing.

    Raises:
        Unreadable: no such question, or parameters that are no JSON object of plain values.
    """
    if question:
        if question not in console.names():
            raise Unreadable(
                f"Pertanyaan '{question[:60]}' tidak dikenal. Buka lagi tautan SQL di bawah gambar."
            )
        return Wanted(queries.text(question), parameters(given), question)
    if not sql:
        return None
    if len(sql) > console_link.LONGEST:
        raise Unreadable(
            "SQL pada tautan lebih dari 4.000 huruf. Tempel perintahnya sendiri di kotak SQL."
        )
    return Wanted(sql, parameters(given))


def parameters(text: str) -> dict[str, Any]:
    """The object that a text of JSON holds: names with text, number, true, null, list or table."""
    if not text.strip():
        return {}
    if len(text) > console.PARAMETER_LETTERS:
        raise Unreadable("Parameter lebih dari 50.000 huruf. Persingkat daftarnya.")
    try:
        read = json.loads(text, parse_constant=no_number)
    except (ValueError, RecursionError):
        raise Unreadable(
            'Parameter bukan JSON yang sah. Tulis misalnya {"code": "6310", "year": null}.'
        ) from None
    if not isinstance(read, dict):
        raise Unreadable('Parameter harus berupa objek JSON, misalnya {"code": "6310"}.')
    for name, value in read.items():
        if not NAME.fullmatch(name):
            raise Unreadable(
                f"Nama parameter '{name[:40]}' tidak sah. Pakai huruf kecil, angka, dan garis "
                "bawah, sama dengan yang sesudah $ pada SQL."
            )
        if not known(value):
            raise Unreadable(
                f"Nilai parameter '{name}' tidak dapat dipakai. Isi dengan teks, angka, true, "
                "false, null, daftar nilai itu, atau kolom-kolom sebuah tabel."
            )
    return read


def no_number(word: str) -> None:
    raise ValueError(word)


def known(value: Any) -> bool:
    if isinstance(value, dict):
        columns = list(value.values())
        named = all(NAME.fullmatch(name) for name in value)
        return named and all(map(is_list, columns)) and len(set(map(len, columns))) == 1
    return is_list(value) or plain(value)


def is_list(value: Any) -> bool:
    return isinstance(value, list) and len(value) <= MOST and all(map(plain, value))


def plain(value: Any) -> bool:
    """A single value that DuckDB can hold."""
    if isinstance(value, str):
        return len(value) <= LONGEST_TEXT and not console.UNREADABLE.search(value)
    if isinstance(value, float):
        return math.isfinite(value)
    return value is None or (isinstance(value, int) and abs(value) < 2**63)


def remember(one: Wanted) -> None:
    """Let the address say what was run, as far as it fits; a link to it fills the editor again."""
    given = console_link.written(one.given)
    for key in (console_link.QUESTION, console_link.GIVEN, console_link.SQL):
        st.query_params.pop(key, None)
    if max(len(given), 0 if one.question else len(one.sql)) > console_link.LONGEST:
        return
    if one.question:
        st.query_params[console_link.QUESTION] = one.question
    else:
        st.query_params[console_link.SQL] = one.sql
    if one.given:
        st.query_params[console_link.GIVEN] = given


def known_question(sql: str) -> str:
    """The question of the house that a text is, letter by letter; "" for any other text."""
    bare = sql.strip()
    return next((name for name in console.names() if queries.text(name).strip() == bare), "")
