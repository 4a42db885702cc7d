"""The small map of a briefing: every government by its score, the own one outlined."""

import pandas as pd
import streamlit as st

from pages.parts import claim_words, share_picture, words
from pages.parts.brief_facts import Brief
from pages.parts.colours import palette
from pages.parts.map import CONFIG, choropleth

ROOM = 0.05  # of the province's area


def small_map(brief: Brief, dark: bool, letters: int) -> None:
    """As high as its place; names only where the briefing speaks of them."""
    named = {brief.chosen.code, *brief.peers} if brief.peers else roomy(brief)
    drawn = choropleth(
        brief.shapes,
        values(brief),
        brief.chosen.code,
        palette(dark),
        low=0,
        high=100,
        height=None,
        named=named,
        letters=letters,
    )
    with st.container(key="brief_map_place", gap=None):
        st.plotly_chart(drawn, key="brief_map", config=CONFIG, alt=finding(brief), height="stretch")


def roomy(brief: Brief) -> set[str]:
    """Those with room for a name on a map this small."""
    area = brief.shapes.set_index("code")["area_km2"]
    return set(area.index[area >= ROOM * area.sum()])


def picture(brief: Brief) -> None:
    """The buttons for a picture of it, to stand elsewhere: above it the screen has no room."""
    share_picture.buttons("brief_map", finding(brief), "")


def values(brief: Brief) -> pd.DataFrame:
    rows = brief.scores.reset_index()
    told = [claim_words.score_with_year(row) for row in rows.to_dict("records")]
    hover = [f"<b>{name}</b><br>{score}" for name, score in zip(rows["name"], told, strict=True)]
    label = [words.number(score, 0) for score in rows["score"]]
    return pd.DataFrame(
        {"code": rows["code"], "value": rows["score"], "label": label, "hover": hover}
    )


def finding(brief: Brief) -> str:
    """What the map shows, as its alternative text."""
    known = int(brief.scores["score"].notna().sum())
    return (
        f"Peta skor indeks {words.when(brief.chosen.year)}: diketahui untuk {known} dari "
        f"{len(brief.scores)} daerah; {brief.full_name} digarisi."
    )
