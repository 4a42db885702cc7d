"""What the words on the screen mean: as help where they stand, and all of them in one list."""

from functools import lru_cache
from typing import Any

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.parts import access, files_in_view, method, pick, tables, words

Term = dict[str, Any]
VERDICTS = ("verdict", "behind", "unclear", "interval")


def help(*terms: str) -> str:
    """The meanings as Markdown, for the `help` of a heading or control.

    Args:
        terms: by the `term` of data/rules/glossary.csv, in the order they are read.

    Raises:
        KeyError: no such term.
    """
    known = listed(str(files_in_view.of("terbitan")))
    return "\n\n".join(told(known[term]) for term in terms)


def title(place: DeltaGenerator, label: str, *terms: str) -> None:
    """The headline of a page, with the meanings of its words."""
    place.title(label, anchor=False, help=help(*terms))


def header(label: str, *terms: str) -> None:
    """The heading of a card, with the meanings of its words."""
    st.header(label, anchor=False, help=help(*terms))


def draw() -> None:
    """Every term by topic, or the one the address asks for."""
    known = listed(str(files_in_view.of("terbitan")))
    names = {term: row["name"] for term, row in known.items()}
    chosen = pick.one("Istilah", {words.ANY: "Semua istilah", **names}, "term")
    rows = pd.DataFrame([known[chosen]] if chosen else list(known.values()))
    for topic, found in rows.groupby("topic", sort=False):
        st.header(str(topic), anchor=False)
        table = {
            "Istilah": [named(row) for row in found.to_dict("records")],
            "Arti": [explained(row) for row in found.to_dict("records")],
            "Sumber": [words.text(code) for code in found["source_id"]],
        }
        tables.show(pd.DataFrame(table), f"Istilah: {topic}")
    st.caption(origins(rows))
    st.caption("Arti yang sama muncul pada tanda (?) di samping judul dan pilihan tiap halaman.")


@lru_cache(maxsize=6)
def listed(_file: str) -> dict[str, Term]:
    """Every term with the numbers of the rules filled in, the same in all datasets."""
    numbers = method.numbers(access.ask_first)
    rows = access.ask_first("glossary")
    for column in ("meaning", "rule"):
        rows[column] = [
            "" if words.missing(text) else method.Prose(text).substitute(numbers)
            for text in rows[column]
        ]
    return {row["term"]: row for row in rows.to_dict("records")}


def told(row: Term) -> str:
    """One term for a box of help: its name, what it means, how it is counted."""
    return f"**{words.text(large(row['name']))}**: {explained(row)}"


def named(row: Term) -> str:
    also = "" if words.missing(row["also"]) else f"  \n:small[{words.text(row['also'])}]"
    return f"**{words.text(row['name'])}**{also}"


def explained(row: Term) -> str:
    """The meaning; under it, in small letters, how it is counted."""
    rule = f"  \n:small[{words.escape(row['rule'])}]" if row["rule"] else ""
    return words.text(row["meaning"]) + rule


def origins(rows: pd.DataFrame) -> str:
    """Who says so, by the codes of the list; our own words are said to be ours."""
    cited = rows.drop_duplicates("source_id")[["source_id", "title"]].to_dict("records")
    told = [f"{words.text(row['source_id'])} {words.text(row['title'])}" for row in cited]
    return f"Sumber: {'; '.join(told)} (F: kalimat penyusun)."


def large(name: str) -> str:
    return name[0].upper() + name[1:]
