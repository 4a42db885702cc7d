"""What is wider than a phone scrolls sideways in its card: its names stay in view, and it says so.

CSS in Markdown, as in `frame`: Streamlit 1.67 has no option for either.
"""

import html

import pandas as pd
import streamlit as st

from pages.parts import tables
from pages.parts.colours import palette

NARROW = 700  # pixels of the window, below which names and hint are needed
LEAST = 640  # pixels that a chart of thirteen columns needs
HINTED = "↔ Geser ke samping untuk melihat kolom lainnya."
HINT = """:has(> .st-key-hint_{key}) {{display: none}}
@media (max-width: {narrow}px) {{:has(> .st-key-hint_{key}) {{display: flex}}}}
"""
TABLE = """.st-key-wide_{key} :is(th, td):first-child {{
  position: sticky; left: 0; z-index: 1; background: {paper}; box-shadow: 1px 0 {line}}}
"""
CHART = """.st-key-scroll_{key} {{overflow-x: auto}}
.st-key-scroll_{key} > * {{position: sticky; left: 0}}
.st-key-scroll_{key} > :has([data-testid="stPlotlyChart"]) {{
  position: static; min-width: {least}px}}
.st-key-scroll_{key} > :has(> .st-key-names_{key}) {{display: none}}
@media (max-width: {narrow}px) {{.st-key-scroll_{key} > :has(> .st-key-names_{key}) {{
  display: block; z-index: 1; box-sizing: border-box; pointer-events: none; background: {paper};
  width: {wide}px; height: {height}px; padding-top: {top}px;
  margin-top: calc(-1rem - {height}px)}}}}
.st-key-names_{key} span {{
  display: block; height: {row}px; line-height: {row}px; padding-right: 8px; text-align: right;
  font-size: 12px}}
"""


def table(rows: pd.DataFrame, alt: str, key: str, dark: bool) -> None:
    """A static table whose first column stays; as `tables.show`."""
    colours = palette(dark)
    hint(key, TABLE.format(key=key, paper=colours.paper, line=colours.line))
    with st.container(key=f"wide_{key}"):
        tables.show(rows, alt)


def hint(key: str, style: str) -> None:
    """Told where the screen is narrow, hidden elsewhere; brings the style of what it is about."""
    both = style + HINT.format(key=key, narrow=NARROW)
    with st.container(key=f"hint_{key}"):
        st.caption(f"<style>{both}</style>\n\n{HINTED}", unsafe_allow_html=True)


def chart_hint(lines: int, key: str, row: int, margin: dict[str, int], dark: bool) -> None:
    """For a chart that is drawn in a container "scroll_<key>", and `names` after it there.

    Args:
        lines: of the chart, each `row` pixels high; margin: of the chart, as Plotly has it.
    """
    style = CHART.format(
        key=key,
        narrow=NARROW,
        least=LEAST,
        paper=palette(dark).paper,
        row=row,
        top=margin["t"],
        wide=margin["l"],
        height=margin["t"] + row * lines + margin["b"],
    )
    hint(key, style)


def names(told: list[str], key: str) -> None:
    """The names of a chart's lines, from the first down, over its own ones, which scroll away."""
    lines = "".join(f"<span>{html.escape(name)}</span>" for name in told)
    with st.container(key=f"names_{key}"):
        st.markdown(f'<div aria-hidden="true">{lines}</div>', unsafe_allow_html=True)
