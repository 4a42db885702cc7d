"""What of the book is in view: whose cooperations, at which step, in which sector."""

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from pages.parts import access, desk, glossary, ledger_examples, pick, words
from pages.parts import ledger_board_sentences as sentences

WHOSE = {"own": "Daerah ini", "all": "Semua daerah"}
EVERYTHING = {"whose": "all", "at_step": 0, "sector": words.ANY}


@dataclass(frozen=True)
class Chosen:
    """What the filters let pass.

    Attributes:
        rows: the records; published: the examples, none where they are not wanted.
        place: the step in view, 0 for all.
        held: how many records the book holds, whatever the filters.
        narrowed: what is left in view, in words: " pada tahap Deliver"; nothing for all.
        loosened: the choice of each filter that would let everything pass.
        key: another list has another one.
    """

    rows: pd.DataFrame
    published: pd.DataFrame
    place: int
    held: int
    narrowed: str
    loosened: list[str]
    key: str


def draw(every: pd.DataFrame, view: access.View) -> Chosen:
    """Draw the filters; what passes them and the sector that the whole page is about."""
    steps = names()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        whose = pick.one("Cakupan", WHOSE, "whose")
        place = pick.one(
            "Tahap", {0: "Semua tahap", **steps}, "at_step", help=glossary.help("step", "lab")
        )
        examples = st.toggle("Tampilkan contoh", value=True, key="examples", bind="query-params")
    code = view.code if whose == "own" else None
    published = ledger_examples.rows(view) if examples else ledger_examples.rows(view).head(0)
    filters = {
        "Cakupan Semua daerah": code and f" yang melibatkan {view.name}",
        "Semua tahap": place and f" pada tahap {steps[place]}",
        "Semua urusan": view.sector and f" di urusan {view.sector_name}",
    }
    return Chosen(
        rows=passing(every, code, place, view.sector),
        published=passing(published, code, place, view.sector),
        place=place,
        held=len(every),
        narrowed="".join(told for told in filters.values() if told),
        loosened=[choice for choice, told in filters.items() if told],
        key=f"{view.dataset}-{view.code}-{whose}-{place}-{view.sector}",
    )


def names() -> dict[int, str]:
    """Name by place of the steps."""
    steps = desk.cooperation_steps()
    return dict(zip(steps["place"].tolist(), steps["name"], strict=True))


def passing(rows: pd.DataFrame, code: str | None, place: int, sector: str | None) -> pd.DataFrame:
    """The rows of one regency, step and sector; what has not begun stands at the first step."""
    if code:
        rows = rows[rows["receiver_code"].eq(code) | rows["giver_code"].eq(code)]
    if place:
        rows = rows[rows["place"].clip(lower=1) == place]
    return rows[rows["sector_id"] == sector] if sector else rows


def nothing(chosen: Chosen) -> bool:
    """Whether no record is in view; then why is told, and the way to those there are."""
    if not chosen.held:
        st.markdown(sentences.EMPTY)
    elif chosen.rows.empty:
        st.markdown(sentences.nothing(chosen.narrowed, chosen.loosened, chosen.held))
        st.button(
            "Tampilkan semua",
            icon=":material/filter_alt_off:",
            on_click=st.session_state.update,
            args=(EVERYTHING,),
        )
    return chosen.rows.empty
