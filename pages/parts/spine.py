"""The spine chart: own level, the peers' median, and the bar between them."""

import pandas as pd
import plotly.graph_objects as go

from pages.parts import words
from pages.parts.charts import Trace, drawn, sign, ticks, wrapped
from pages.parts.colours import Palette

SYMBOLS = {
    "di bawah": "triangle-down",
    "di atas": "triangle-up",
    "setara": "circle",
    "belum dapat dibedakan": "diamond",
    "tidak dibandingkan": "circle-open",
}


def verdict_colour(verdict: str, palette: Palette) -> str:
    return {"di bawah": palette.behind, "di atas": palette.ahead}.get(verdict, palette.even)


def spine(gaps: pd.DataFrame, name: str, palette: Palette) -> go.Figure:
    """Own level against the peers' median: the bar between them is the gap.

    Args:
        gaps: rows of `verdicts.government`, in the order to draw.
    """
    labels = [
        wrapped(f"{number} {indicator.split(' (')[0]}")
        for number, indicator in gaps[["number", "name"]].values
    ]
    rows = gaps.assign(label=labels)
    median = sign("line-ns", 20, palette.ink, 3.5)
    apart = rows[rows["points_to_median"].fillna(0) != 0]
    traces = [
        peer_range(rows, palette),
        *(gap_bar(row, palette) for row in apart.to_dict("records")),
        ticks(labels, rows["peer_median"], "median pembanding", median),
        *(
            own_level(rows[rows["verdict"] == verdict], verdict, name, palette)
            for verdict in SYMBOLS
            if (rows["verdict"] == verdict).any()
        ),
        points(rows, palette),
    ]
    return drawn(
        traces,
        palette,
        120 + 46 * len(rows),
        xaxis={
            "range": [0.7, 4.7],
            "tickvals": [1, 2, 3],
            "title": {"text": "parameter (1–3)"},
            "showgrid": True,
        },
        yaxis={"autorange": "reversed", "showgrid": False, "categoryarray": labels},
    )


def peer_range(rows: pd.DataFrame, palette: Palette) -> Trace:
    return {
        "type": "bar",
        "y": rows["label"].tolist(),
        "base": rows["peer_low"],
        "x": rows["peer_high"] - rows["peer_low"],
        "orientation": "h",
        "width": 0.42,
        "name": "rentang pembanding",
        "marker": {"color": palette.line},
        "customdata": rows[["peer_low", "peer_high"]],
        "hovertemplate": "%{y}<br>pembanding %{customdata[0]}–%{customdata[1]}<extra></extra>",
    }


def gap_bar(row: dict, palette: Palette) -> Trace:
    """From own level to the median."""
    return {
        "type": "scatter",
        "mode": "lines",
        "y": [row["label"], row["label"]],
        "x": [row["level"], row["peer_median"]],
        "line": {"color": verdict_colour(row["verdict"], palette), "width": 7},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def own_level(rows: pd.DataFrame, verdict: str, name: str, palette: Palette) -> Trace:
    raw = rows[["raw_value", "years"]].values
    return {
        "type": "scatter",
        "mode": "markers",
        "y": rows["label"].tolist(),
        "x": rows["level"],
        "name": f"{name}: {verdict}",
        "marker": sign(SYMBOLS[verdict], 16, verdict_colour(verdict, palette), 1.5),
        "customdata": [f"{words.number(value)} ({years})" for value, years in raw],
        "hovertemplate": "%{y}<br>parameter %{x}, angka %{customdata}<extra></extra>",
    }


def points(rows: pd.DataFrame, palette: Palette) -> Trace:
    """At the right end of each line, the index points between own level and median."""
    return {
        "type": "scatter",
        "mode": "text",
        "y": rows["label"].tolist(),
        "x": [3.2] * len(rows),
        "text": [words.points(gap) if gap > 0 else "" for gap in rows["points_to_median"]],
        "textposition": "middle right",
        "textfont": {"size": 13, "color": palette.ink},
        "hoverinfo": "skip",
        "showlegend": False,
    }
