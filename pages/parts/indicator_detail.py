"""The card of one row of the index: what it asks, where one stands, what lifts it, who is ahead."""

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.parts import access, gap_tables, indicator_sentences, spread, tables, words
from pages.parts import level_sentences as sentences
from pages.parts.colours import Palette
from pages.parts.console_link import Asked, asked
from pages.parts.plotting import plot

# The card stays beside a long chart while that is scrolled; on a phone it stands under it.
STYLE = """<style>@media (min-width: 1000px) {
[data-testid="stLayoutWrapper"]:has(> .st-key-indicator_card) {position: sticky; top: 4rem;
max-height: calc(100vh - 5rem); overflow-y: auto}}</style>"""


def place() -> DeltaGenerator:
    """The frame of the card."""
    st.markdown(STYLE, unsafe_allow_html=True)
    return st.container(border=True, key="indicator_card")


def card(
    view: access.View,
    code: str,
    gaps: pd.DataFrame,
    everyone: pd.DataFrame,
    peers: list[str],
    palette: Palette,
) -> None:
    """Everything about the indicator `code`.

    Args:
        gaps: rows of `verdicts.indicators` of one's own.
        everyone: rows of `indicator_rug.sql` of all.
    """
    indicator = access.ask("indicators").set_index("code", drop=False).loc[code].to_dict()
    own = gaps[gaps["indicator"] == code]
    others = everyone[(everyone["indicator"] == code) & everyone["code"].isin(peers)]
    st.header(words.text(f"{indicator['number']} {indicator['name']}"), anchor="rincian")
    st.markdown(sentences.definition(indicator))
    if own.empty:
        st.markdown(sentences.no_own(indicator, view.name))
    else:
        st.markdown(indicator_sentences.standing(own.iloc[0].to_dict(), view.name))
    if indicator["grouping"] == "SPD":
        government(indicator, own, others, view)
    else:
        innovation(indicator, view, peers, others, palette)
    tables.source(*gap_tables.origin(gaps, view), asked=behind(indicator, peers, view))


def behind(indicator: dict, peers: list[str], view: access.View) -> list[Asked]:
    """What the words and tables of the card were asked with."""
    given = {"code": view.code, "peers": peers, "year": view.year}
    known = [asked("indicator_rug", **given)]
    if indicator["grouping"] == "SPD":
        return known
    return [*known, asked("best_examples", indicator=indicator["code"], **given)]


def government(indicator: dict, own: pd.DataFrame, others: pd.DataFrame, view: access.View) -> None:
    """A row counted once for the whole government: the next step, and who stands where."""
    for row in own.to_dict("records"):
        st.markdown(sentences.next_step(row))
    tables.show(
        sentences.who_stands_where(indicator, own, others, view.name),
        f"Parameter {indicator['name']}: yang diminta dan siapa di sana",
    )
    for row in own.to_dict("records"):
        st.caption(sentences.raw_figure(row))


def innovation(
    indicator: dict,
    view: access.View,
    peers: list[str],
    others: pd.DataFrame,
    palette: Palette,
) -> None:
    """A row counted for each innovation: how they spread, what lifts most, who does it best."""
    given = {"code": view.code, "peers": peers, "indicator": indicator["code"], "year": view.year}
    levels = access.ask("level_spread", **given)
    if not levels[["own_total", "peer_total"]].any(axis=None):
        tables.show(sentences.levels(indicator), f"Parameter {indicator['name']}")
        return
    told = sentences.spread(levels, view.name)
    st.markdown(told)
    drawn = spread.spread(levels, indicator, view.name, palette)
    plot(drawn, "spread", told, asked=[asked("level_spread", **given)])
    gap_tables.folded(
        "Tabel: inovasi per parameter",
        "spread_table",
        lambda: tables.show(
            sentences.spread_table(levels, indicator, view.name), "Inovasi per parameter"
        ),
    )
    st.markdown("**Yang menaikkan paling banyak**")
    st.markdown(sentences.steps(levels, indicator))
    st.markdown("**Pembanding yang paling baik**")
    st.markdown(sentences.best_peers(others))
    st.markdown(sentences.examples(access.ask("best_examples", **given)))
