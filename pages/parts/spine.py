"""The spine chart: one line per row of the index, the peers' median in the middle."""

import math
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from pages.parts import indicator_sentences as sentences
from pages.parts import words
from pages.parts.charts import Trace, drawn
from pages.parts.colours import Palette, on_scale
from pages.parts.indicator_rows import SYMBOLS, in_groups, label, verdict_colour

ROW = 26  # pixels a line
# Where things stand, in parts of the longest half of the axis of levels.
LEFT, RIGHT = -1.1, 2.45
COLUMNS = {"points_to_median": 1.55, "headroom": 2.15}
HEADS = {"points_to_median": "ke<br>median", "headroom": "ke<br>3"}


def spine(gaps: pd.DataFrame, palette: Palette, chosen: str | None = None) -> go.Figure:
    """Own value as its distance to the peers' median, before their quartiles and range.

    A click on a line selects one point whose customdata is the indicator's code.

    Args:
        gaps: rows of `verdicts.indicators`.
        chosen: the indicator whose line is marked.
    """
    lines = [{"place": place, **line} for place, line in enumerate(in_groups(gaps))]
    rows = [line for line in lines if "indicator" in line]
    known = [row for row in rows if not words.missing(row["peer_median"])]
    half = reach(known)
    traces = [
        whole_lines(rows, half, palette, chosen),
        band(known, "peer_low", "peer_high", palette.line),
        band(known, "peer_q1", "peer_q3", on_scale((palette.line, palette.muted), 0.4)),
        median(len(lines), palette),
        intervals(known, palette),
        own(known, palette),
        *(numbers(rows, column, half, palette) for column in COLUMNS),
    ]
    steps = range(-half, half + 1)
    return drawn(
        traces,
        palette,
        60 + ROW * len(lines),
        xaxis={
            "range": [LEFT * half, RIGHT * half],
            "tickvals": list(steps),
            "ticktext": [words.signed(step, 0) for step in steps],
            "side": "top",
        },
        yaxis={
            "range": [len(lines) - 0.5, -0.5],
            "tickvals": [row["place"] for row in rows],
            "ticktext": [tick(row, chosen) for row in rows],
            "tickfont": {"size": 12, "color": palette.ink},
            "showgrid": False,
        },
        annotations=[*heads(half, palette), *headings(lines, palette), *silent(rows, palette)],
    )


def reach(rows: list[dict]) -> int:
    """How many whole levels from the median the furthest value or peer lies, 1 to 3."""
    furthest = [
        abs(row[column] - row["peer_median"])
        for row in rows
        for column in ("peer_low", "peer_high", "low", "high")
    ]
    return max(1, math.ceil(max(furthest, default=1)))


def tick(row: dict, chosen: str | None) -> str:
    return f"<b>► {label(row)}</b>" if row["indicator"] == chosen else label(row)


def mark(rows: list[dict], **given: Any) -> Trace:
    """One thing a row, at the place of the row; a pointer meets only `whole_lines`."""
    return {"y": [row["place"] for row in rows], "hoverinfo": "skip", "showlegend": False, **given}


def bars(rows: list[dict], width: float, **given: Any) -> Trace:
    """Lying bars, one over the other and not side by side."""
    place = {"orientation": "h", "offset": -width / 2, "width": width}
    return mark(rows, type="bar", **place, **given)


def whole_lines(rows: list[dict], half: int, palette: Palette, chosen: str | None) -> Trace:
    """From edge to edge of each line: what a pointer meets, wherever on the line it is."""
    depth = [0.16 if row["indicator"] == chosen else 0 for row in rows]
    return bars(
        rows,
        1,
        base=[LEFT * half] * len(rows),
        x=[(RIGHT - LEFT) * half] * len(rows),
        marker={"color": palette.chosen, "opacity": depth},
        customdata=[row["indicator"] for row in rows],
        hovertext=[sentences.hover(row) for row in rows],
        hovertemplate="%{hovertext}<extra></extra>",
        hoverinfo="text",
    )


def band(rows: list[dict], low: str, high: str, colour: str) -> Trace:
    """From one column to another, both seen from the median."""
    return bars(
        rows,
        0.6,
        base=[row[low] - row["peer_median"] for row in rows],
        x=[row[high] - row[low] for row in rows],
        marker={"color": colour, "line": {"width": 1, "color": colour}},
        unselected={"marker": {"opacity": 1}},
    )


def median(lines: int, palette: Palette) -> Trace:
    line = {"color": palette.ink, "width": 1.5}
    ends = [-0.5, lines - 0.5]
    return mark([], type="scatter", mode="lines", x=[0, 0], line=line) | {"y": ends}


def intervals(rows: list[dict], palette: Palette) -> Trace:
    """The 95% interval of each SID row as a thin line; SPD rows have none."""
    sampled = [row for row in rows if row["low"] < row["high"]]
    ends = [(row["low"] - row["peer_median"], row["high"] - row["peer_median"]) for row in sampled]
    return mark(
        [],
        type="scatter",
        mode="lines",
        x=[x for pair in ends for x in (*pair, None)],
        line={"color": palette.ink, "width": 1.5},
    ) | {"y": [y for row in sampled for y in (row["place"], row["place"], None)]}


def own(rows: list[dict], palette: Palette) -> Trace:
    """One's own value, its verdict as symbol and colour."""
    return mark(
        rows,
        type="scatter",
        mode="markers",
        x=[row["level"] - row["peer_median"] for row in rows],
        marker={
            "symbol": [SYMBOLS[row["verdict"]] for row in rows],
            "color": [verdict_colour(row["verdict"], palette) for row in rows],
            "size": 13,
            "line": {"width": 1.5, "color": palette.paper},
        },
        unselected={"marker": {"opacity": 1}},
    )


def numbers(rows: list[dict], column: str, half: int, palette: Palette) -> Trace:
    """A column of index points; nothing where there is nothing to gain."""
    return mark(
        rows,
        type="scatter",
        mode="text",
        x=[COLUMNS[column] * half] * len(rows),
        text=[words.number(row[column]) if gain(row[column]) else "" for row in rows],
        textfont={"size": 12, "color": palette.ink},
        unselected={"textfont": {"color": palette.ink}},
    )


def gain(points: float) -> bool:
    return not words.missing(points) and round(points, 2) > 0


def heads(half: int, palette: Palette) -> list[dict]:
    place = {"y": 1, "yref": "paper", "yanchor": "bottom", "showarrow": False}
    font = {"font": {"size": 11, "color": palette.muted}}
    return [{"x": COLUMNS[one] * half, "text": HEADS[one]} | place | font for one in HEADS]


def headings(lines: list[dict], palette: Palette) -> list[dict]:
    """Above each group its name; it starts left of the plot, where that line has no label."""
    place = {"x": 0, "xref": "paper", "xanchor": "left", "xshift": -110, "showarrow": False}
    ground = {"bgcolor": palette.paper, "borderpad": 1}
    return [
        {"y": line["place"], "text": f"<b>{line['heading']}</b>"} | place | ground
        for line in lines
        if "heading" in line
    ]


def silent(rows: list[dict], palette: Palette) -> list[dict]:
    """Where the peers have no value there is no middle to draw from; the line says so."""
    font = {"font": {"size": 12, "color": palette.muted}}
    return [
        {"x": 0, "y": row["place"], "text": "pembanding belum ada data", "showarrow": False} | font
        for row in rows
        if words.missing(row["peer_median"])
    ]
