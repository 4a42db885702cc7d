"""The briefing on one screen, readable from the back of a room."""

import textwrap

import streamlit as st

from pages.parts import glossary, words
from pages.parts.brief_content import Content
from pages.parts.brief_facts import Brief
from pages.parts.brief_lines import Line
from pages.parts.brief_map import LEAST_HEIGHT, small_map
from pages.parts.colours import palette

ROOM, NAME = 190, 34  # letters of a note and of a name; the documents have more
# Letters grow with the window, for a planner's screen and for the back of a room. The more there
# is to tell, the smaller (look.js sets --fit): everything stays on one screen.
LETTERS = {False: "clamp(15px, 1.12vw, 22px)", True: "clamp(16px, 1.52vw, 32px)"}
"""By whether it is presented."""
STYLE = """.st-key-brief {{--told: calc(var(--fit, 1) * {told})}}
.st-key-brief :is(p, li) {{font-size: var(--told); line-height: 1.28}}
.st-key-brief p span[style] {{font-size: max(13px, 0.84em) !important}}
.st-key-brief [data-testid="stCaptionContainer"] p {{
  font-size: max(13px, calc(0.76 * var(--told))); color: {muted}}}
.st-key-brief h1 {{font-size: calc(1.6 * var(--told)); padding: 0 0 0.15em}}
.st-key-brief h2 {{font-size: calc(1.08 * var(--told)); padding: 0}}
.st-key-brief_map_place, .st-key-brief_map_place > div {{
  height: max({least}px, 14 * var(--told)) !important; flex: none; overflow: hidden}}
.st-key-brief_remember {{border-left: 5px solid {accent}; padding: 0 0 0 0.8rem}}
.st-key-brief_remember p {{font-size: calc(1.12 * var(--told)); font-weight: 600}}
"""


def draw(brief: Brief, said: Content, dark: bool, presented: bool) -> None:
    """The whole screen, larger where it is presented."""
    colours = palette(dark)
    style = STYLE.format(
        accent=colours.chosen, muted=colours.muted, told=LETTERS[presented], least=LEAST_HEIGHT
    )
    with st.container(key="brief", gap="small" if presented else "xsmall"):
        st.markdown(f"<style>{style}</style>", unsafe_allow_html=True)
        st.title(words.escape(said.headline), anchor=False)
        with st.container(key="brief_remember"):
            st.markdown(words.escape(said.remember))
        st.markdown(standing(said))
        left, middle, right = st.columns([0.8, 1, 1], gap="small")
        map_place = left.container(border=True, height="stretch")
        with middle.container(border=True, height="stretch", gap="small"):
            card("Kesenjangan terbesar", said.gaps, said.gaps_note, "gap", "stakes")
        with right.container(border=True, height="stretch", gap="small"):
            card(
                "Kandidat untuk ditiru",
                said.candidates,
                said.candidates_note,
                "candidate",
                "copied",
            )
        with st.container(border=True):
            under_way(said)
        st.caption(words.escape(basis(said)))
        with map_place:
            small_map(brief, dark, 15 if presented else 12)


def standing(said: Content) -> str:
    """How far to the next band, and the place among the peers and in the province."""
    told = [one[:1].upper() + one[1:] for one in (said.distance, said.position) if one]
    return " · ".join(map(words.escape, told))


def under_way(said: Content) -> None:
    """The cooperations, a line each, and beside them the note."""
    told = [f"**Kerja sama berjalan**: {words.escape(said.cooperations_note)}"]
    told += map(in_one_line, said.cooperations)
    if not said.note:
        st.markdown("  \n".join(told))
        return
    left, right = st.columns([1.4, 1], gap="small")
    left.markdown("  \n".join(told))
    shown = textwrap.shorten(said.note, ROOM, placeholder=" … (selengkapnya di Catatan)")
    right.markdown(f"**Catatan**: {words.escape(shown)}")


def in_one_line(line: Line) -> str:
    name = textwrap.shorten(line.name, NAME, placeholder=" …")
    told = " · ".join(filter(None, [line.told, line.worth]))
    return f"**{words.escape(name)}** :small[{words.escape(told)}]"


def card(title: str, lines: tuple[Line, ...], note: str, *terms: str) -> None:
    glossary.header(title, *terms)
    for line in lines:
        st.markdown(told(line))
    st.caption(words.escape(note))


def told(line: Line) -> str:
    """ "▼ **35 Video inovasi** · +2,53 poin", and what is known of it in small under it."""
    sign = f"{line.sign} " if line.sign else ""
    figure = words.escape(line.worth).replace(" ", words.UNBROKEN)  # in one line with its unit
    worth = f"{words.UNBROKEN}· {figure}" if figure else ""
    small = words.escape(line.told)
    return f"{sign}**{words.escape(line.name)}**{worth}  \n:small[{small}]"


def basis(said: Content) -> str:
    """What it rests on: the dataset and its date, the peers, the sector."""
    shown = dict(said.scope)
    told = [f"Data: {shown['Data']}"]
    told += [
        f"{label}: {shown[label]}" for label in ("Tahun", "Pembanding", "Urusan") if label in shown
    ]
    return " · ".join(told) + f" · {said.map_credit.split('. ')[0]}"
