"""The tab "Kandidat": the list as filtered, near-duplicates apart, other ways of choosing."""

from dataclasses import dataclass

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.parts import (
    access,
    card_actions,
    cards,
    compared,
    console_link,
    desk,
    gap_tables,
    glossary,
    shortlist,
    tables,
    weights,
    words,
)
from pages.parts import candidate_sentences as sentences
from queries import baselines
from queries.peers import USUAL_PEERS

OPEN = 5  # near-duplicates that stand open


@dataclass(frozen=True)
class Controls:
    """What the user chose on this tab, and the places that wait for what is drawn from it.

    Attributes:
        rows, twins: of `shortlist.filtered`; page: the number of the page in view.
    """

    rows: pd.DataFrame
    twins: pd.DataFrame
    page: int
    cards: DeltaGenerator
    below: DeltaGenerator
    right: DeltaGenerator
    chosen: DeltaGenerator


def controls(view: access.View, ranked: pd.DataFrame) -> Controls:
    """The controls of the tab, drawn also while another one is open.

    Else they would leave the address, and a click elsewhere could not set them: what was never
    drawn takes its first value from the address.
    """
    rows, twins = shortlist.filtered(ranked, shortlist.filters(view), view.sector)
    left, right = st.columns([1.7, 1], gap="small")
    with right.container(border=True):
        st.header("Bandingkan", anchor=False)
        chosen = st.container()
        compared.field()
    cards = left.container()
    with left:
        number = shortlist.pages(rows)
    return Controls(rows, twins, number, cards, left.container(), right.container(), chosen)


def draw(
    view: access.View,
    ranked: pd.DataFrame,
    chosen: dict[str, float],
    headline: DeltaGenerator,
    given: Controls,
) -> None:
    """Everything else of the tab.

    Args:
        ranked: rows of `ranking.ranking`.
        chosen: the weight of each part.
    """
    rows = given.rows
    glossary.title(
        headline,
        sentences.shortlist(rows, ranked, view.name, view.sector_name),
        "candidate",
        "candidate_score",
        "completeness",
        "stable",
    )
    headline.markdown(sentences.shortlist_rule(view.name, USUAL_PEERS))
    with given.chosen:
        held = compared.standing(ranked)
    with given.cards:
        if rows.empty:
            nothing(ranked, view)
        else:
            listed(given, view, chosen, held)
    with given.below:
        duplicates(given.twins, view.name)
    with given.right:
        beside(ranked, rows, view, chosen)


def nothing(ranked: pd.DataFrame, view: access.View) -> None:
    """Why the list is empty, and the next step."""
    st.info(
        sentences.nothing_to_copy(ranked, view.name, view.sector_name), icon=":material/search_off:"
    )
    if not len(sentences.proposed(ranked)):
        with st.container(horizontal=True, gap="small"):
            step("Tampilkan semua daerah lain", scope="semua")
            step("Buka Tawaran kita", look="Tawaran kita")


def step(label: str, **sets: str) -> None:
    st.button(label, on_click=st.session_state.update, args=(sets,))


def listed(given: Controls, view: access.View, chosen: dict[str, float], held: list[str]) -> None:
    """One page of cards, and how steady their order is."""
    rows = given.rows
    steady = shortlist.stability(rows, view, chosen)
    st.markdown(f":small[{sentences.stability(steady, len(rows))}]")
    around = card_actions.Around(
        view=view,
        weights=chosen,
        compared=tuple(held),
        steady=frozenset(steady.stays.index[steady.stays >= 1]),
        begun=desk.begun(view),
        reported=card_actions.has_report(view),
    )
    shown, first = shortlist.page(rows, given.page)
    for place, row in enumerate(shown.to_dict("records"), start=first):
        cards.candidate(place, row, around)


def duplicates(twins: pd.DataFrame, name: str) -> None:
    """Those set apart, each with the reason; the first few stand open."""
    if twins.empty:
        return
    more = len(twins) - OPEN
    with st.container(border=True):
        st.header(f"Sudah dijalankan, atau mirip ({words.whole(len(twins))})", anchor=False)
        st.markdown(
            f"Tidak ikut diurutkan, karena {words.text(name)} sudah menirunya atau menjalankan "
            "yang serupa."
        )
        lines(twins.head(OPEN))
        if more > 0:
            label = f"Yang mirip lainnya ({words.whole(more)})"
            gap_tables.folded(label, "more_twins", lines, twins.tail(more))


def lines(twins: pd.DataFrame) -> None:
    st.markdown("\n".join(sentences.duplicate(row) for row in twins.to_dict("records")))


def beside(
    ranked: pd.DataFrame, rows: pd.DataFrame, view: access.View, chosen: dict[str, float]
) -> None:
    """The right column: files, baselines, what is on record."""
    with st.container(border=True):
        st.header("Unduh daftar ini", anchor=False)
        cards.take_away(rows, view, weights.written(chosen))
        console_link.draw(shortlist.behind(view))
    with st.container(border=True):
        glossary.header("Dua cara lain memilih", "maturity")
        pool = shortlist.in_sector(ranked, view.sector)
        cards.baseline("Paling banyak ditiru", baselines.most_copied(pool))
        mature = baselines.most_mature(pool)
        if mature.empty:
            cards.baseline("Bukti terkuat", baselines.best_proven(pool), sentences.NO_MATURITY)
        else:
            cards.baseline("Paling matang", mature)
    with st.container(border=True):
        glossary.header("Kunjungan dan replikasi tercatat", "replication", "recorded")
        tables.replications(access.ask("replications", code=view.code), view.name)
