"""The index of one government through the years."""

import pandas as pd
import plotly.graph_objects as go

from pages.parts import words
from pages.parts.charts import laid_out, wrapped
from pages.parts.colours import Palette

STATUS_SYMBOLS = {"tercetak": "circle", "sementara": "circle-open", "turunan": "diamond-open"}


def history(rows: pd.DataFrame, bands: pd.DataFrame, palette: Palette) -> go.Figure:
    """Scores through the years; gaps stay gaps; a predicate alone is a bar over its range.

    Args:
        rows: rows of `score_history.sql`.
        bands: rows of `bands.sql`.
    """
    years = rows["year"].tolist()
    figure = go.Figure()
    add_band_edges(figure, bands[bands["year"].isin(rows["year"])], palette)
    add_predicates(figure, rows[rows["score"].isna()], palette)
    figure.add_scatter(
        x=years,
        y=rows["score"],
        mode="lines",
        line={"color": palette.accent, "width": 2},
        connectgaps=False,
        hoverinfo="skip",
        showlegend=False,
    )
    for status, symbol in STATUS_SYMBOLS.items():
        add_scores(figure, rows[rows["score_status"] == status], status, symbol, palette)
    figure.update_xaxes(
        tickvals=years, tickformat="d", range=[years[0] - 0.5, years[-1] + 0.5], showgrid=False
    )
    figure.update_yaxes(range=[0, 108], tickvals=[0, 20, 40, 60, 80, 100], title="skor indeks")
    return laid_out(figure, palette, 340)


def add_scores(
    figure: go.Figure, rows: pd.DataFrame, status: str, symbol: str, palette: Palette
) -> None:
    if rows.empty:
        return
    figure.add_scatter(
        x=rows["year"].tolist(),
        y=rows["score"],
        mode="markers+text",
        name=words.STATUS[status],
        marker={"symbol": symbol, "size": 13, "color": palette.accent, "line": {"width": 2.5}},
        text=[words.number(score) for score in rows["score"]],
        textposition="top center",
        textfont={"size": 13},
        customdata=rows["predicate"].fillna("predikat belum diketahui"),
        hovertemplate="%{x}: %{text}<br>%{customdata}<extra></extra>",
    )


def add_predicates(figure: go.Figure, rows: pd.DataFrame, palette: Palette) -> None:
    """Years of which only the predicate is known."""
    ranged = rows[rows["band_lower"].notna()]
    if len(ranged):
        figure.add_bar(
            x=ranged["year"].tolist(),
            base=ranged["band_lower"],
            y=ranged["band_upper"] - ranged["band_lower"],
            width=0.34,
            name="hanya predikat: rentang skornya",
            marker={"color": palette.accent, "opacity": 0.28, "line": {"width": 0}},
            text=ranged["predicate"],
            textposition="inside",
            insidetextanchor="middle",
            textangle=-90,
            textfont={"size": 13, "color": palette.ink},
            hovertemplate="%{x}: %{text}, skor belum terbit<extra></extra>",
        )
    for row in rows[rows["band_lower"].isna()].itertuples():
        figure.add_annotation(
            x=row.year,
            y=1,
            yanchor="bottom",
            text=wrapped(without_score(row.predicate, row.claims), 8),
            showarrow=False,
            font={"size": 12, "color": palette.muted},
        )


def without_score(predicate: str | None, claims: int) -> str:
    """What stands in a year without a score or a range for its predicate."""
    if not words.missing(predicate):
        return f"{predicate}, rentang belum terbit"
    return "skor belum terbit" if claims else words.UNKNOWN


def add_band_edges(figure: go.Figure, bands: pd.DataFrame, palette: Palette) -> None:
    """A short line over each year where a predicate begins: the edges move with the rules."""
    edges = bands[(bands["lower"] > 1) & bands["predicate"].isin(["Sangat Inovatif", "Inovatif"])]
    figure.add_scatter(
        x=edges["year"].tolist(),
        y=edges["lower"],
        mode="markers",
        name="batas bawah Inovatif dan Sangat Inovatif",
        marker={
            "symbol": "line-ew",
            "size": 34,
            "line": {"width": 1.5, "color": palette.muted},
            "color": palette.muted,
        },
        customdata=edges["predicate"],
        hovertemplate="%{x}: %{customdata} mulai %{y:.2f}<extra></extra>",
    )
