"""What Streamlit's own look lacks for a planner's screen, a keyboard and tired eyes.

As Markdown, not st.html: that loads code of its own, and the page would jump up when it comes.
"""

from pathlib import Path

import streamlit as st

from pages.parts import share_link
from pages.parts.colours import Palette, palette

# Streamlit leaves 8rem above and 10rem below; a planner's screen has 768 pixels.
# The instructions under a field being typed in are English.
# A caption is too faint to be read by all (4:1, where WCAG asks 4.5:1), a button that empties a
# field and the parts of a time are smaller than a finger (24 pixels there). A link, a tab, a list
# and some buttons hardly show that the keyboard is there. Streamlit's own way past the navigation
# is English and stops before the controls; page_html has another.
STYLE = """.stMainBlockContainer {{padding-top: 3rem; padding-bottom: 2rem}}
[data-testid="InputInstructions"] {{display: none}}
.st-key-mark [data-testid="stAlertContainer"] {{padding: 0.3rem 0.8rem}}
[data-testid="stTable"] td {{overflow-wrap: anywhere}}
[data-testid="stCaptionContainer"] {{color: {muted}; opacity: 1}}
[role="spinbutton"] {{display: inline-block; min-width: 24px; min-height: 24px; text-align: center}}
:is(button[aria-label="Clear all"], button[aria-label="Kosongkan"]) {{
  min-width: 24px; min-height: 24px}}
:is(a, button, [data-testid="stTab"], [aria-autocomplete]):focus-visible {{
  outline: 2px solid {accent}; outline-offset: 1px}}
[data-testid="data-grid-canvas"]:is(:focus, :focus-within) {{
  outline: 2px solid {accent}; outline-offset: -2px}}
[data-testid="stSkipToContent"] {{display: none}}
div:has(> .st-key-improve) {{display: none}}
"""
# Streamlit writes in white on the accent, which in the dark is bright enough to be read itself.
DARK_STYLE = '[data-tag], button[kind^="primary"] {background-color: #1b7873 !important}'


improve = st.components.v2.component(
    "look", html="<i hidden></i>", js=Path(__file__).with_suffix(".js").read_text("utf-8")
)


def draw(dark: bool) -> None:
    """Style the page, and what style cannot do (look.js)."""
    st.markdown(style(dark), unsafe_allow_html=True)
    with st.container(key="improve"):
        improve(key="improve_page")


def style(dark: bool) -> str:
    """A style element for Markdown."""
    return f"<style>{rules(palette(dark))}{DARK_STYLE if dark else ''}</style>"


def rules(colours: Palette) -> str:
    return STYLE.format(muted=colours.muted, accent=colours.accent) + share_link.STYLE
