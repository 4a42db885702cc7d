"""One chart on a page: its key, its finding as alternative text, its clicks."""

from collections.abc import Callable, Sequence
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from pages.parts import access, charts, console_link, share_picture, words
from pages.parts.console_link import Asked
from pages.parts.sentences import plain


def plot(
    figure: go.Figure,
    key: str,
    told: str,
    sets: str | Callable[[Any], None] | None = None,
    reads: str = "customdata",
    config: dict[str, Any] = charts.CONFIG,
    legend: str = "",
    asked: Sequence[Asked] = (),
) -> None:
    """Draw a figure with its buttons for a picture; one of a made-up round says so above itself.

    Args:
        told: the sentence above the chart; without its Markdown it is the alt text.
        sets: the control that a click on a point sets, or what is called with it.
        reads: what of the point clicked is given on.
        config: of plotly.
        legend: what the signs mean, told above the chart and in its picture.
        asked: the questions behind it, each a link to its SQL.
    """
    given: dict[str, Any] = {"key": key, "config": config, "alt": plain(told)}
    if sets is not None:
        given |= {"on_select": lambda: take(key, sets, reads), "selection_mode": "points"}
    if legend:
        st.caption(legend)
    toolbar(key, given["alt"], plain(legend), asked)
    st.plotly_chart(figure, **given)


def toolbar(key: str, told: str, legend: str, asked: Sequence[Asked]) -> None:
    """Above a chart, so that it covers no label of it."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        if access.ask("about")["simulated"].iloc[0]:
            st.caption(f"**{words.SIMULATED}**")
        else:
            st.space("stretch")
        console_link.draw(asked)
        share_picture.buttons(key, told, legend)


def take(key: str, sets: str | Callable[[Any], None], reads: str) -> None:
    points = st.session_state[key].selection.points
    if not points:
        return
    if isinstance(sets, str):
        st.session_state[sets] = points[0][reads]
    else:
        sets(points[0][reads])
