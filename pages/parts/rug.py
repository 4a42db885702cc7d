"""The tartan rug: every row of the index by every government, a verdict in each cell."""

import pandas as pd
import plotly.graph_objects as go

from pages.parts import indicator_sentences as sentences
from pages.parts import words
from pages.parts.charts import Trace, drawn
from pages.parts.colours import Palette, on_scale
from pages.parts.indicator_rows import label, records, verdict_colour

ROW = 22  # pixels a line
GAP = 0.4  # columns
GROUPINGS = {"SPD": "SPD (pemerintah)", "SID": "SID (per inovasi)"}


def ground(verdict: str, palette: Palette) -> str:
    """The colour of a cell, quiet enough for its symbol to be read on it."""
    depth = {"di bawah": 0.5, "di atas": 0.5, "setara": 0.22, "belum dapat dibedakan": 0.1}
    return on_scale((palette.paper, verdict_colour(verdict, palette)), depth.get(verdict, 0.0))


def rug(
    rows: pd.DataFrame,
    blocks: tuple[list[str], ...],
    palette: Palette,
    chosen: str | None = None,
) -> go.Figure:
    """A bar a cell: a click selects one whose customdata is the indicator's code.

    Plotly's heatmap answers no click in Streamlit 1.67 and has one colour for all its words; bars
    do both.

    Args:
        rows: rows of `verdicts.indicators`, in the order to draw them downwards.
        blocks: codes of the governments from left to right, a gap between blocks; the first
            one stands in bold.
        chosen: the indicator whose line is marked.
    """
    cells = records(rows)
    lines = headed(cells)
    heights = {one["indicator"]: place for place, one in enumerate(lines) if "indicator" in one}
    columns = places(blocks)
    names = {cell["code"]: cell["short_name"] for cell in cells}
    return drawn(
        [cell_bars(cells, columns, heights, palette)],
        palette,
        110 + ROW * len(lines),
        xaxis={
            "range": [-0.5, max(columns.values()) + 0.5],
            "tickvals": list(columns.values()),
            "ticktext": [head(names[code], place) for code, place in columns.items()],
            "tickangle": -90,
            "tickfont": {"size": 12, "color": palette.ink},
            "side": "top",
            "showgrid": False,
        },
        yaxis={
            "range": [len(lines) - 0.5, -0.5],
            "tickvals": list(range(len(lines))),
            "ticktext": [tick(one, chosen) for one in lines],
            "tickfont": {"size": 12, "color": palette.ink},
            "showgrid": False,
        },
    )


def places(blocks: tuple[list[str], ...]) -> dict[str, float]:
    """Where each column stands: one apart, and a gap before each new block."""
    known = [block for block in blocks if block]
    return {
        code: place + GAP * number
        for place, (number, code) in enumerate(
            (number, code) for number, block in enumerate(known) for code in block
        )
    }


def headed(cells: list[dict]) -> list[dict]:
    """One line a row of the index, and one for the heading of each half."""
    lines: dict[str, dict] = {}
    for cell in cells:
        half = GROUPINGS[cell["grouping"]]
        lines.setdefault(half, {"heading": half})
        lines.setdefault(cell["indicator"], cell)
    return list(lines.values())


def tick(line: dict, chosen: str | None) -> str:
    if "heading" in line:
        return f"<b>{line['heading']}</b>"
    return f"<b>► {label(line)}</b>" if line["indicator"] == chosen else label(line)


def head(name: str, place: float) -> str:
    return name if place else f"<b>{name}</b>"


def cell_bars(
    cells: list[dict], columns: dict[str, float], heights: dict[str, int], palette: Palette
) -> Trace:
    grounds = {verdict: ground(verdict, palette) for verdict in words.VERDICT_SYMBOL}
    return {
        "type": "bar",
        "orientation": "h",
        "y": [heights[cell["indicator"]] for cell in cells],
        "base": [columns[cell["code"]] - 0.47 for cell in cells],
        "x": [0.94] * len(cells),
        "offset": -0.46,
        "width": 0.92,
        "marker": {"color": [grounds[cell["verdict"]] for cell in cells]},
        "text": [words.VERDICT_SYMBOL[cell["verdict"]] for cell in cells],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "constraintext": "none",
        "textfont": {"size": 13, "color": palette.ink},
        "customdata": [cell["indicator"] for cell in cells],
        "hovertext": [sentences.cell_hover(cell) for cell in cells],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}, "textfont": {"color": palette.ink}},
        "showlegend": False,
    }
