"""Presenting: nothing but the briefing on the screen, from regency to regency by arrow keys."""

import streamlit as st

from pages.parts import access
from pages.parts.briefing import PRESENTING, REGENCY, WHOLE

# Controls stay alive, so that the address keeps carrying them; they are only not seen.
HIDDEN = ("controls", "footer", "tools", "share_link")
STYLE = f"""[data-testid="stHeader"], {", ".join(f"div:has(> .st-key-{key})" for key in HIDDEN)} {{
  display: none}}
.stMainBlockContainer {{padding: 0.6rem 1.4rem 0.4rem !important}}
div:has(> .st-key-stage) {{
  position: fixed; right: 0.6rem; bottom: 0.2rem; z-index: 10; width: auto}}
"""


def on() -> bool:
    return bool(st.query_params.get(PRESENTING))


def begin() -> None:
    st.query_params[PRESENTING] = "1"


def end() -> None:
    st.query_params.pop(PRESENTING, None)


def step(by: int) -> None:
    """To the next or previous one of the regencies and, after the last, the province."""
    codes = access.ask_first("regencies")["code"].tolist()
    stops = [*codes, None]
    whole = st.session_state.get("scope_of_brief") == WHOLE
    here = stops.index(None if whole else st.session_state["regency"])
    new = stops[(here + by) % len(stops)]
    st.session_state["scope_of_brief"] = WHOLE if new is None else REGENCY
    if new is not None:
        st.session_state["regency"] = new


def button() -> None:
    """The way in."""
    st.button("Presentasi", icon=":material/present_to_all:", key="present_on", on_click=begin)


def bar() -> None:
    """The way on, back and out: buttons for the mouse, arrow keys and Esc for the hand."""
    st.markdown(f"<style>{STYLE}</style>", unsafe_allow_html=True)
    with st.container(horizontal=True, horizontal_alignment="right", gap="small", key="stage"):
        st.button(
            "Sebelumnya", icon=":material/chevron_left:", key="stage_back", type="tertiary",
            shortcut="Left", on_click=step, args=(-1,),
        )  # fmt: skip
        st.button(
            "Berikutnya", icon=":material/chevron_right:", key="stage_next", type="tertiary",
            shortcut="Right", on_click=step, args=(1,),
        )  # fmt: skip
        st.button(
            "Keluar", icon=":material/close_fullscreen:", key="stage_end", type="tertiary",
            shortcut="Esc", on_click=end,
        )  # fmt: skip
