"""A short tour along the chain, on top of the pages themselves; it never begins unasked.

Offered by one line to whoever opens the start page for the first time and not by a link to a view;
always to be had at the foot of a page.
"""

from collections.abc import Callable
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from pages.parts import access, presenting
from pages.parts.tour_steps import STEPS

PLACE = "tour"  # in the session: the place of the step in view
GOING = "tour_going"  # in the session: its page is to be opened
SEEN = "tour_seen"  # in the session, whether taken or turned down; else in the browser
FOCUS = "tour_focus"  # in the session: the button on which the keyboard goes on
COOKIE = "tur_dilihat"
FOLLOWED = "came_by_link"
Way = Callable[[str, str], None]
in_browser = st.components.v2.component(
    "tour", html="<i hidden></i>", js=Path(__file__).with_suffix(".js").read_text("utf-8")
)


def draw(page: StreamlitPage, link_to: Way, go_to: Callable[[str], None]) -> None:
    """The step in view, or the offer; opens the page that a step was asked for.

    Args:
        page: the one that will be drawn below.
        link_to: draws a link to a page file; go_to: opens one.
    """
    if presenting.on():
        return
    by_link = st.session_state.setdefault(FOLLOWED, bool(st.query_params.to_dict()))
    if PLACE in st.session_state:
        place = st.session_state[PLACE]
        if st.session_state.pop(GOING, False) and not shown(page, place):
            go_to(STEPS[place].page)
        step(place, page, link_to)
    elif shown(page, 0) and not by_link and not seen():
        offer()


def shown(page: StreamlitPage, place: int) -> bool:
    """Whether this page is the one of a step."""
    name = STEPS[place].page.removesuffix(".py")
    return page.url_path == ("" if name == "overview" else name)


def seen() -> bool:
    return SEEN in st.session_state or remembered()


def remembered() -> bool:
    """Whether the browser said so when it came."""
    return COOKIE in st.context.cookies.to_dict()


def offer() -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="tour_offer"):
        st.caption("Baru di sini?", width="content")
        st.button("Tur singkat, 1 menit", type="tertiary", icon=":material/tour:", on_click=open_at)
        st.button("Tidak perlu", type="tertiary", on_click=close)


def step(place: int, page: StreamlitPage, link_to: Way) -> None:
    """Title, finding, the ways on: the same buttons at every step, so that focus stays."""
    one = STEPS[place]
    with st.container(border=True, key="tour_step"):
        st.markdown(
            f":small[Tur {place + 1} dari {len(STEPS)} · {one.title}] · **{one.asks}** "
            f"{one.finding(access.view())}"
        )
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.button(
                "Kembali", key="tour_back", on_click=open_at, args=(place - 1,), disabled=not place
            )
            last = place + 1 == len(STEPS)
            label = "Selesai" if last else f"Lanjut: {STEPS[place + 1].title}"
            way = {"on_click": close} if last else {"on_click": open_at, "args": (place + 1,)}
            st.button(label, key="tour_on", type="primary", **way)
            st.button("Tutup tur", key="tour_close", on_click=close, shortcut="Escape")
            if not shown(page, place):
                link_to(one.page, f"Buka {one.title}")


def open_at(place: int = 0) -> None:
    if PLACE not in st.session_state:
        st.session_state[FOCUS] = "tour_on"
    st.session_state.update({PLACE: place, GOING: True, SEEN: True})


def close() -> None:
    st.session_state.pop(PLACE, None)
    st.session_state.update({SEEN: True, FOCUS: "tour_begin"})


def foot() -> None:
    """The way to the tour from every page; and what the browser has to do, once it has begun."""
    if PLACE not in st.session_state:
        st.button("Tur singkat", key="tour_begin", type="tertiary", on_click=open_at)
    if SEEN in st.session_state:
        focus = st.session_state.pop(FOCUS, "")
        in_browser(data={"cookie": COOKIE, "focus": focus}, key="tour_memory", height=0)
