"""What every chart is made of: frame in, figure out. Colour never speaks alone.

Traces and layout are plain dicts: adding and updating piece by piece costs eight times as much
(tests/benchmarks/server_time.py).
"""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from pages.parts.colours import Palette

CONFIG = {"displayModeBar": False, "scrollZoom": False}
ROW = 36  # pixels for one line of a chart with names on its left
Trace = dict[str, Any]


def drawn(
    traces: list[Trace],
    palette: Palette,
    height: int,
    xaxis: dict[str, Any],
    yaxis: dict[str, Any],
    annotations: list[dict[str, Any]] | None = None,
) -> go.Figure:
    """A figure in the look of the house; axes and annotations add to it."""
    axis = {
        "automargin": True,
        "tickfont": {"size": 13},
        "gridcolor": palette.line,
        "zeroline": False,
    }
    layout = {
        "height": height,
        "margin": {"l": 8, "r": 8, "t": 36, "b": 8},
        "separators": ",.",
        "dragmode": False,
        "font": {"size": 13, "color": palette.ink},
        "hoverlabel": hover_label(palette),
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "legend": {"orientation": "h", "y": 1, "yanchor": "bottom", "x": 0, "font": {"size": 13}},
        "xaxis": {**axis, **xaxis},
        "yaxis": {**axis, **yaxis},
        "annotations": annotations or [],
    }
    return figure(traces, layout)


def figure(traces: list[Trace], layout: dict[str, Any]) -> go.Figure:
    """A figure whose names plotly does not check again: that took 22 of the 157 ms of Kesenjangan.

    tests/test_pages.py has plotly check every chart of every page.
    """
    return go.Figure(data=traces, layout=layout, _validate=False)


def hover_label(palette: Palette) -> dict[str, Any]:
    return {
        "align": "left",
        "font": {"size": 13, "color": palette.ink},
        "bgcolor": palette.paper,
        "bordercolor": palette.muted,
    }


def sign(symbol: str, size: int, colour: str, width: float) -> dict[str, Any]:
    """A marker with an outline of its own colour."""
    line = {"width": width, "color": colour}
    return {"symbol": symbol, "size": size, "color": colour, "line": line}


def wrapped(name: str, width: int = 24) -> str:
    """Breaks a long name into lines for an axis."""
    lines = [""]
    for word in name.split():
        longer = f"{lines[-1]} {word}".strip()
        lines = [*lines[:-1], longer] if len(longer) <= width else [*lines, word]
    return "<br>".join(line for line in lines if line)


def ticks(names: list[str], values: pd.Series, label: str, marker: dict[str, Any]) -> Trace:
    """A short upright line at each value."""
    return {
        "type": "scatter",
        "mode": "markers",
        "y": names,
        "x": values,
        "name": label,
        "marker": marker,
        "hovertemplate": f"%{{y}}<br>{label} %{{x}}<extra></extra>",
    }
