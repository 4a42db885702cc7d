"""The charts: frame in, figure out. Colour never speaks alone: a symbol and a word go with it."""

import pandas as pd
import plotly.graph_objects as go

from pages.parts import words
from pages.parts.colours import Palette

CONFIG = {"displayModeBar": False, "scrollZoom": False}


ROW = 36  # pixels for one line of a chart with names on its left


def laid_out(figure: go.Figure, palette: Palette, height: int, **more: object) -> go.Figure:
    figure.update_layout(
        height=height,
        margin={"l": 8, "r": 8, "t": 36, "b": 8},
        separators=",.",
        dragmode=False,
        font={"size": 13, "color": palette.ink},
        hoverlabel={"align": "left", "font_size": 13},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        legend={"orientation": "h", "y": 1, "yanchor": "bottom", "x": 0, "font_size": 13},
        **more,
    )
    figure.update_xaxes(automargin=True, tickfont_size=13, gridcolor=palette.line, zeroline=False)
    figure.update_yaxes(automargin=True, tickfont_size=13, gridcolor=palette.line, zeroline=False)
    return figure


def wrapped(name: str, width: int = 24) -> str:
    """Breaks a long name into lines for an axis."""
    lines = [""]
    for word in name.split():
        longer = f"{lines[-1]} {word}".strip()
        lines = [*lines[:-1], longer] if len(longer) <= width else [*lines, word]
    return "<br>".join(line for line in lines if line)


def index_peers(rows: pd.DataFrame, code: str, gap: dict, palette: Palette) -> go.Figure:
    """Own score, the peers' and their median, one line each; those without a score say so.

    Args:
        rows: rows of `scores.sql`, own and peers, in the order to draw.
        gap: the answer of `verdicts.index_gap`.
    """
    median = "median pembanding"
    names = [*(wrapped(name, 20) for name in rows["name"]), median]
    told = ["" if words.missing(row["score"]) else short_score(row) for _, row in rows.iterrows()]
    own = [palette.chosen if one == code else palette.accent for one in rows["code"]]
    figure = go.Figure(
        go.Bar(
            y=names,
            x=[*rows["score"], gap["median"]],
            orientation="h",
            width=0.55,
            marker={"color": [*own, palette.even]},
            text=[*told, words.number(gap["median"]) if gap["known"] else ""],
            textposition="outside",
            textfont={"size": 13},
            cliponaxis=False,
            hovertemplate="%{y}: %{text}<extra></extra>",
            showlegend=False,
        )
    )
    for name, (_, row) in zip(names, rows.iterrows(), strict=False):
        if words.missing(row["score"]):
            add_unscored(figure, name, unscored(row), palette)
    if not gap["known"]:
        add_unscored(figure, median, "belum dapat dihitung", palette)
    figure.update_xaxes(range=[0, 140], tickvals=[0, 25, 50, 75, 100])
    figure.update_yaxes(autorange="reversed", showgrid=False)
    return laid_out(figure, palette, 60 + ROW * len(names))


def add_unscored(figure: go.Figure, name: str, told: str, palette: Palette) -> None:
    font = {"size": 13, "color": palette.muted}
    figure.add_annotation(y=name, x=1, text=told, showarrow=False, xanchor="left", font=font)


def short_score(row: pd.Series) -> str:
    """Score and year; a provisional or derived one marked with an asterisk."""
    mark = "" if row["score_status"] == "tercetak" else "*"
    return f"{words.number(row['score'])}{mark} ({words.year(row['score_year'])})"


def unscored(row: pd.Series) -> str:
    known = words.predicate(row)
    return "skor belum terbit" + ("" if known == words.DASH else f" · {known}")


def sectors(gaps: pd.DataFrame, name: str, palette: Palette) -> go.Figure:
    """Innovations on record per sector: own as a bar, the peers' median as a tick.

    Args:
        gaps: rows of `verdicts.sectors`, in the order to draw.
    """
    names = [f"★ {name}" if basic else name for name, basic in gaps[["short_name", "basic"]].values]
    figure = go.Figure()
    figure.add_bar(
        y=names,
        x=gaps["innovations"],
        orientation="h",
        width=0.5,
        name=name,
        marker={"color": palette.accent},
        text=[words.whole(count) if count else "0" for count in gaps["innovations"]],
        textposition="outside",
        cliponaxis=False,
        hovertemplate="%{y}<br>tercatat %{x}<extra></extra>",
    )
    for column, label, symbol in (
        ("peer_median", "median pembanding", "line-ns"),
        ("peer_high", "pembanding terbanyak", "line-ns-open"),
    ):
        width, colour = (3.5, palette.ink) if column == "peer_median" else (2, palette.muted)
        figure.add_scatter(
            y=names,
            x=gaps[column],
            mode="markers",
            name=label,
            marker={
                "symbol": symbol,
                "size": 16,
                "color": colour,
                "line": {"width": width, "color": colour},
            },
            hovertemplate=f"%{{y}}<br>{label} %{{x}}<extra></extra>",
        )
    most = max(int(gaps[["innovations", "peer_high"]].max().max()), 1)
    figure.update_xaxes(title="inovasi tercatat", range=[0, most * 1.08], dtick=-(-most // 5))
    figure.update_yaxes(autorange="reversed", showgrid=False)
    return laid_out(figure, palette, 120 + ROW * len(gaps))
