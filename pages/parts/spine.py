"""The spine chart: own level, the peers' median, and the bar between them."""

import pandas as pd
import plotly.graph_objects as go

from pages.parts import words
from pages.parts.charts import laid_out, wrapped
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
    names = [
        wrapped(f"{number} {name.split(' (')[0]}")
        for number, name in gaps[["number", "name"]].values
    ]
    figure = go.Figure()
    add_range(figure, names, gaps, palette)
    for label, row in zip(names, gaps.to_dict("records"), strict=True):
        if row["verdict"] in ("di bawah", "di atas", "belum dapat dibedakan"):
            figure.add_scatter(
                y=[label, label],
                x=[row["level"], row["peer_median"]],
                mode="lines",
                line={"color": verdict_colour(row["verdict"], palette), "width": 7},
                hoverinfo="skip",
                showlegend=False,
            )
    figure.add_scatter(
        y=names,
        x=gaps["peer_median"],
        mode="markers",
        name="median pembanding",
        marker={
            "symbol": "line-ns",
            "size": 20,
            "color": palette.ink,
            "line": {"width": 3.5, "color": palette.ink},
        },
        hovertemplate="%{y}<br>median pembanding %{x}<extra></extra>",
    )
    for verdict, symbol in SYMBOLS.items():
        add_own(figure, names, gaps, verdict, symbol, name, palette)
    add_points(figure, names, gaps, palette)
    figure.update_xaxes(
        range=[0.7, 4.7], tickvals=[1, 2, 3], title="parameter (1–3)", showgrid=True
    )
    figure.update_yaxes(autorange="reversed", showgrid=False, categoryarray=names)
    return laid_out(figure, palette, 120 + 46 * len(gaps))


def add_range(figure: go.Figure, names: list[str], gaps: pd.DataFrame, palette: Palette) -> None:
    figure.add_bar(
        y=names,
        base=gaps["peer_low"],
        x=gaps["peer_high"] - gaps["peer_low"],
        orientation="h",
        width=0.42,
        name="rentang pembanding",
        marker={"color": palette.line},
        customdata=gaps[["peer_low", "peer_high"]],
        hovertemplate="%{y}<br>pembanding %{customdata[0]}–%{customdata[1]}<extra></extra>",
    )


def add_own(
    figure: go.Figure,
    names: list[str],
    gaps: pd.DataFrame,
    verdict: str,
    symbol: str,
    name: str,
    palette: Palette,
) -> None:
    rows = gaps["verdict"] == verdict
    if not rows.any():
        return
    colour = verdict_colour(verdict, palette)
    figure.add_scatter(
        y=[label for label, yes in zip(names, rows, strict=True) if yes],
        x=gaps.loc[rows, "level"],
        mode="markers",
        name=f"{name}: {verdict}",
        marker={
            "symbol": symbol,
            "size": 16,
            "color": colour,
            "line": {"width": 1.5, "color": colour},
        },
        customdata=[
            f"{words.number(row.raw_value)} ({row.years})" for row in gaps[rows].itertuples()
        ],
        hovertemplate="%{y}<br>parameter %{x}, angka %{customdata}<extra></extra>",
    )


def add_points(figure: go.Figure, names: list[str], gaps: pd.DataFrame, palette: Palette) -> None:
    """At the right end of each line, the index points between own level and median."""
    figure.add_scatter(
        y=names,
        x=[3.2] * len(names),
        mode="text",
        text=[
            "" if words.missing(points) or points <= 0 else words.points(points)
            for points in gaps["points_to_median"]
        ],
        textposition="middle right",
        textfont={"size": 13, "color": palette.ink},
        hoverinfo="skip",
        showlegend=False,
    )
