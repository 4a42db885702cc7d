"""The spine chart: one line per row of the index, the peers' median in the middle."""

import pandas as pd
import plotly.graph_objects as go

from pages.parts import indicator_sentences as sentences
from pages.parts import words
from pages.parts.charts import Trace, drawn
from pages.parts.colours import Palette, on_scale
from pages.parts.indicator_rows import in_groups, label

ROW = 26  # pixels a line
ENDS = 3.3  # where the axis of levels ends, left and right
COLUMNS = {"points_to_median": 3.85, "headroom": 5.05}  # where the numbers stand
RIGHT = 5.7
SYMBOLS = {
    "di bawah": "triangle-down",
    "di atas": "triangle-up",
    "setara": "circle",
    "belum dapat dibedakan": "diamond",
    "tidak dibandingkan": "circle-open",
}


def verdict_colour(verdict: str, palette: Palette) -> str:
    return {"di bawah": palette.behind, "di atas": palette.ahead}.get(verdict, palette.even)


def spine(gaps: pd.DataFrame, palette: Palette, chosen: str | None = None) -> go.Figure:
    """Own value as its distance to the peers' median, before their quartiles and range.

    A click on a line selects one point whose customdata is the indicator's code.

    Args:
        gaps: rows of `verdicts.indicators`.
        chosen: the indicator whose line is marked.
    """
    lines = list(enumerate(in_groups(gaps)))
    rows = [(place, row) for place, row in lines if "heading" not in row]
    known = [(place, row) for place, row in rows if not words.missing(row["peer_median"])]
    traces = [
        whole_lines(rows, palette, chosen),
        band(known, "peer_low", "peer_high", 0.6, palette.line),
        band(known, "peer_q1", "peer_q3", 0.6, on_scale((palette.line, palette.muted), 0.4)),
        median(len(lines), palette),
        intervals(known, palette),
        own(known, palette),
        *(numbers(rows, column, palette) for column in COLUMNS),
    ]
    return drawn(
        traces,
        palette,
        60 + ROW * len(lines),
        xaxis={
            "range": [-ENDS, RIGHT],
            "tickvals": list(range(-3, 4)),
            "ticktext": [words.signed(step, 0) for step in range(-3, 4)],
            "side": "top",
        },
        yaxis={
            "range": [len(lines) - 0.5, -0.5],
            "tickvals": [place for place, _ in lines],
            "ticktext": [tick(row, chosen) for _, row in lines],
            "tickfont": {"size": 12},
            "showgrid": False,
        },
        annotations=[*column_heads(palette), *uncompared(rows, palette)],
    )


def tick(row: dict, chosen: str | None) -> str:
    if "heading" in row:
        return f"<b>{row['heading']}</b>"
    return f"<b>► {label(row)}</b>" if row["indicator"] == chosen else label(row)


def whole_lines(rows: list[tuple[int, dict]], palette: Palette, chosen: str | None) -> Trace:
    """From edge to edge of each line: what a pointer meets, wherever on the line it is."""
    marked = [palette.chosen if row["indicator"] == chosen else palette.paper for _, row in rows]
    return {
        "type": "bar",
        "orientation": "h",
        "y": [place for place, _ in rows],
        "base": [-ENDS] * len(rows),
        "x": [ENDS + RIGHT] * len(rows),
        "offset": -0.5,
        "width": 1,
        "marker": {
            "color": marked,
            "opacity": [0.14 if row["indicator"] == chosen else 0 for _, row in rows],
        },
        "customdata": [row["indicator"] for _, row in rows],
        "hovertext": [sentences.hover(row) for _, row in rows],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "showlegend": False,
    }


def band(rows: list[tuple[int, dict]], low: str, high: str, width: float, colour: str) -> Trace:
    """From one column to another, both seen from the median."""
    return {
        "type": "bar",
        "orientation": "h",
        "y": [place for place, _ in rows],
        "base": [row[low] - row["peer_median"] for _, row in rows],
        "x": [row[high] - row[low] for _, row in rows],
        "offset": -width / 2,
        "width": width,
        "marker": {"color": colour, "line": {"width": 1, "color": colour}},
        "unselected": {"marker": {"opacity": 1}},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def median(lines: int, palette: Palette) -> Trace:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [0, 0],
        "y": [-0.5, lines - 0.5],
        "line": {"color": palette.ink, "width": 1.5},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def intervals(rows: list[tuple[int, dict]], palette: Palette) -> Trace:
    """The 95% interval of each SID row as a thin line; SPD rows have none."""
    sampled = [(place, row) for place, row in rows if row["low"] < row["high"]]
    ends = [
        [row["low"] - row["peer_median"], row["high"] - row["peer_median"]] for _, row in sampled
    ]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [x for pair in ends for x in (*pair, None)],
        "y": [y for place, _ in sampled for y in (place, place, None)],
        "line": {"color": palette.ink, "width": 1.5},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def own(rows: list[tuple[int, dict]], palette: Palette) -> Trace:
    """One's own value, its verdict as symbol and colour."""
    colours = [verdict_colour(row["verdict"], palette) for _, row in rows]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [row["level"] - row["peer_median"] for _, row in rows],
        "y": [place for place, _ in rows],
        "marker": {
            "symbol": [SYMBOLS[row["verdict"]] for _, row in rows],
            "color": colours,
            "size": 13,
            "line": {"width": 1.5, "color": palette.paper},
        },
        "unselected": {"marker": {"opacity": 1}},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def numbers(rows: list[tuple[int, dict]], column: str, palette: Palette) -> Trace:
    """A column of index points; nothing where there is nothing to gain."""
    return {
        "type": "scatter",
        "mode": "text",
        "x": [COLUMNS[column]] * len(rows),
        "y": [place for place, _ in rows],
        "text": [words.number(row[column]) if gain(row[column]) else "" for _, row in rows],
        "textfont": {"size": 12, "color": palette.ink},
        "unselected": {"textfont": {"color": palette.ink}},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def gain(points: float) -> bool:
    return not words.missing(points) and round(points, 2) > 0


def column_heads(palette: Palette) -> list[dict]:
    heads = {COLUMNS["points_to_median"]: "poin ke<br>median", COLUMNS["headroom"]: "poin ke<br>3"}
    return [
        {"x": x, "y": 1, "yref": "paper", "yanchor": "bottom", "text": text, "showarrow": False}
        | {"font": {"size": 11, "color": palette.muted}}
        for x, text in heads.items()
    ]


def uncompared(rows: list[tuple[int, dict]], palette: Palette) -> list[dict]:
    """Where the peers have no value there is no middle to draw from; the line says so."""
    return [
        {"x": 0, "y": place, "text": "pembanding belum ada data", "showarrow": False}
        | {"font": {"size": 12, "color": palette.muted}}
        for place, row in rows
        if words.missing(row["peer_median"])
    ]
