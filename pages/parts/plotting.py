"""One chart on a page: its key, its finding as alternative text, its clicks."""

from collections.abc import Callable
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from pages.parts import access, charts, words
from pages.parts.sentences import plain


def plot(
    figure: go.Figure,
    key: str,
    told: str,
    sets: str | Callable[[Any], None] | None = None,
    reads: str = "customdata",
    config: dict[str, Any] = charts.CONFIG,
) -> None:
    """Draw a figure; one of a made-up round says so above itself, wherever it is cut out.

    Args:
        told: the sentence above the chart; without its Markdown it is the alt text.
        sets: the control that a click on a point sets, or what is called with it.
        reads: what of the point clicked is given on.
        config: of plotly.
    """
    given: dict[str, Any] = {"key": key, "config": config, "alt": plain(told)}
    if sets is not None:
        given |= {"on_select": lambda: take(key, sets, reads), "selection_mode": "points"}
    if access.ask("about")["simulated"].iloc[0]:
        st.caption(f"**{words.SIMULATED}**")
    st.plotly_chart(figure, **given)


def take(key: str, sets: str | Callable[[Any], None], reads: str) -> None:
    points = st.session_state[key].selection.points
    if not points:
        return
    if isinstance(sets, str):
        st.session_state[sets] = points[0][reads]
    else:
        sets(points[0][reads])
