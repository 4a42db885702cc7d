"""The briefing on one screen, readable from the back of a room."""

import streamlit as st

from pages.parts import brief_note, words
from pages.parts.brief_content import Content
from pages.parts.brief_facts import Brief
from pages.parts.brief_lines import Line
from pages.parts.brief_map import small_map
from pages.parts.colours import palette

# Letters grow with the window: 16 px on a planner's screen, 22 px on a projector.
STYLE = """.st-key-brief {{--told: clamp(15px, 1.16vw, 24px)}}
.st-key-brief :is(p, li) {{font-size: var(--told); line-height: 1.3}}
.st-key-brief small, .st-key-brief .stCaption p {{font-size: max(12px, calc(0.72 * var(--told)))}}
.st-key-brief h1 {{font-size: calc(1.55 * var(--told)); padding: 0}}
.st-key-brief h2 {{font-size: calc(1.1 * var(--told)); padding: 0}}
.st-key-brief [data-testid="stMetricValue"] {{font-size: calc(2.5 * var(--told)); line-height: 1}}
.st-key-brief_remember {{border-left: 5px solid {accent}; padding: 0.2rem 0 0.2rem 0.8rem}}
.st-key-brief_remember p {{font-size: calc(1.18 * var(--told)); font-weight: 600}}
"""


def draw(brief: Brief, said: Content, dark: bool) -> None:
    """The whole screen."""
    style = STYLE.format(accent=palette(dark).chosen)
    with st.container(key="brief", gap="small"):
        st.markdown(f"<style>{style}</style>", unsafe_allow_html=True)
        st.title(words.escape(said.headline), anchor=False)
        with st.container(key="brief_remember"):
            st.markdown(words.escape(said.remember))
        left, middle, right = st.columns([0.85, 1, 1], gap="small")
        with left.container(border=True, height="stretch", gap="small"):
            standing(said)
            map_place = st.container()
        with middle.container(border=True, height="stretch", gap="small"):
            card("Tiga kesenjangan terbesar", said.gaps, said.gaps_note)
            noted(said.note)
        with right.container(border=True, height="stretch", gap="small"):
            card("Tiga kandidat untuk ditiru", said.candidates, said.candidates_note)
            card("Kerja sama berjalan", said.cooperations, said.cooperations_note)
        st.caption(words.escape(basis(said)))
        with map_place:
            small_map(brief, dark)


def standing(said: Content) -> None:
    label = f"Skor indeks ({said.index_note})" if said.index_note else "Skor indeks"
    st.metric(label, said.index)
    st.markdown(f"**{words.escape(said.predicate)}**  \n{words.escape(said.distance)}")
    if said.position:
        st.markdown(words.escape(capital(said.position)))


def capital(told: str) -> str:
    return told[:1].upper() + told[1:]


def card(title: str, lines: tuple[Line, ...], note: str) -> None:
    st.header(title, anchor=False)
    for line in lines:
        with st.container(horizontal=True, gap="small", vertical_alignment="top"):
            st.markdown(told(line), width="stretch")
            if line.worth:
                st.markdown(f"**{words.escape(line.worth)}**", width="content")
    st.caption(words.escape(note))


def told(line: Line) -> str:
    sign = f"{line.sign} " if line.sign else ""
    return f"{sign}**{words.escape(line.name)}**  \n:small[{words.escape(line.told)}]"


def noted(note: str) -> None:
    if note:
        st.header("Catatan", anchor=False)
        st.markdown(brief_note.lines(note))


def basis(said: Content) -> str:
    """What it rests on: the dataset and its date, the peers, the sector."""
    shown = dict(said.scope)
    told = [f"Data: {shown['Data']}"]
    told += [
        f"{label}: {shown[label]}" for label in ("Tahun", "Pembanding", "Urusan") if label in shown
    ]
    return " · ".join(told) + f" · {said.map_credit.split('. ')[0]}"
