"""One chart on a page: its key, its finding for those who cannot see it, and what a click sets."""

from typing import Any

import plotly.graph_objects as go
import streamlit as st

from pages.parts import charts
from pages.parts.sentences import plain


def plot(figure: go.Figure, key: str, told: str, sets: str | None = None) -> None:
    """Draw a figure.

    Args:
        told: the sentence above the chart; without its Markdown it is the alt text.
        sets: the control that a click gives the customdata of the point clicked.
    """
    given: dict[str, Any] = {"key": key, "config": charts.CONFIG, "alt": plain(told)}
    if sets is None:
        st.plotly_chart(figure, **given)
    else:
        st.plotly_chart(figure, on_select=lambda: take(key, sets), selection_mode="points", **given)


def take(key: str, control: str) -> None:
    points = st.session_state[key].selection.points
    if points:
        st.session_state[control] = points[0]["customdata"]
