"""The index of one government through the years."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from pages.parts import claim_words, words
from pages.parts.charts import Trace, drawn, sign, wrapped
from pages.parts.colours import Palette

STATUS_SYMBOLS = {
    "tercetak": "circle",
    "sementara": "circle-open",
    "dihitung": "diamond",
    "turunan": "diamond-open",
}
EDGED = ("Sangat Inovatif", "Inovatif")


def history(rows: pd.DataFrame, bands: pd.DataFrame, palette: Palette) -> go.Figure:
    """Scores through the years; gaps stay gaps; a predicate alone is a bar over its range.

    Args:
        rows: rows of `score_history.sql`.
        bands: rows of `bands.sql`.
    """
    years = rows["year"].tolist()
    unscored = rows[rows["score"].isna()]
    ranged = unscored[unscored["band_lower"].notna()]
    bare = unscored[unscored["band_lower"].isna()]
    traces = [
        band_edges(bands[bands["year"].isin(years) & bands["predicate"].isin(EDGED)], palette),
        *([predicates(ranged, palette)] if len(ranged) else []),
        line(rows, palette),
        *(
            scores(rows[rows["score_status"] == status], status, palette)
            for status in STATUS_SYMBOLS
            if (rows["score_status"] == status).any()
        ),
    ]
    return drawn(
        traces,
        palette,
        340,
        xaxis={
            "tickvals": years,
            "tickformat": "d",
            "range": [years[0] - 0.5, years[-1] + 0.5],
            "showgrid": False,
        },
        yaxis={
            "range": [0, 108],
            "tickvals": [0, 20, 40, 60, 80, 100],
            "title": {"text": "skor indeks"},
        },
        annotations=[note(row, palette) for row in bare.to_dict("records")],
    )


def line(rows: pd.DataFrame, palette: Palette) -> Trace:
    """Joins neighbouring years only."""
    return {
        "type": "scatter",
        "mode": "lines",
        "x": rows["year"].tolist(),
        "y": rows["score"],
        "line": {"color": palette.accent, "width": 2},
        "connectgaps": False,
        "hoverinfo": "skip",
        "showlegend": False,
    }


def scores(rows: pd.DataFrame, status: str, palette: Palette) -> Trace:
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": rows["year"].tolist(),
        "y": rows["score"],
        "name": claim_words.STATUS[status],
        "marker": sign(STATUS_SYMBOLS[status], 13, palette.accent, 2.5),
        "text": [words.number(score) for score in rows["score"]],
        "textposition": "top center",
        "textfont": {"size": 13},
        "customdata": rows["predicate"].fillna("predikat belum diketahui").tolist(),
        "hovertemplate": "%{x}: %{text}<br>%{customdata}<extra></extra>",
    }


def predicates(rows: pd.DataFrame, palette: Palette) -> Trace:
    """Years of which only the predicate is known, and its range."""
    return {
        "type": "bar",
        "x": rows["year"].tolist(),
        "base": rows["band_lower"],
        "y": rows["band_upper"] - rows["band_lower"],
        "width": 0.34,
        "name": "hanya predikat: rentang skornya",
        "marker": {"color": palette.accent, "opacity": 0.28, "line": {"width": 0}},
        "text": rows["predicate"].tolist(),
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": -90,
        "textfont": {"size": 13, "color": palette.ink},
        "hovertemplate": "%{x}: %{text}, skor belum diketahui<extra></extra>",
    }


def note(row: dict, palette: Palette) -> dict[str, Any]:
    return {
        "x": row["year"],
        "y": 1,
        "yanchor": "bottom",
        "text": wrapped(without_score(row["predicate"], row["claims"]), 8),
        "showarrow": False,
        "font": {"size": 12, "color": palette.muted},
    }


def without_score(predicate: str | None, claims: int) -> str:
    """What stands in a year without a score or a range for its predicate."""
    if not words.missing(predicate):
        return f"{predicate}, rentang belum terbit"
    return "skor belum diketahui" if claims else words.UNKNOWN


def band_edges(bands: pd.DataFrame, palette: Palette) -> Trace:
    """A short line over each year where a predicate begins: the edges move with the rules."""
    return {
        "type": "scatter",
        "mode": "markers",
        "x": bands["year"].tolist(),
        "y": bands["lower"],
        "name": "batas bawah Inovatif dan Sangat Inovatif",
        "marker": sign("line-ew", 34, palette.muted, 1.5),
        "customdata": bands["predicate"].tolist(),
        "hovertemplate": "%{x}: %{customdata} mulai %{y:.2f}<extra></extra>",
    }
