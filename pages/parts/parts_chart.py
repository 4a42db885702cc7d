"""The parts of up to three candidates' scores on one scale."""

import pandas as pd
import plotly.graph_objects as go

from pages.parts import words
from pages.parts.charts import Trace, drawn, sign
from pages.parts.colours import Palette
from queries.candidates import PARTS

SIGNS = ("circle", "square", "diamond")
ROW = 44  # pixels a line
APART = 0.2  # of a line, so that equal values do not cover each other


def parts_chart(rows: pd.DataFrame, palette: Palette) -> go.Figure:
    """A line a part, a mark a candidate; an unknown part has no mark.

    Args:
        rows: up to three rows of `ranking.ranking`, with `label`.
    """
    colours = (palette.accent, palette.chosen, palette.ahead)
    told = rows.to_dict("records")
    middle = (len(told) - 1) / 2
    traces = [
        marks(row, APART * (place - middle), sign(SIGNS[place], 13, colours[place], 1))
        for place, row in enumerate(told)
    ]
    return drawn(
        traces,
        palette,
        110 + ROW * len(PARTS) + 22 * len(told),
        xaxis={"range": [-0.03, 1.03], "tickvals": [0, 0.25, 0.5, 0.75, 1], "side": "bottom"},
        yaxis={
            "range": [len(PARTS) - 0.5, -0.5],
            "tickvals": list(range(len(PARTS))),
            "ticktext": [words.PART[part] for part in PARTS],
        },
    )


def marks(row: dict, shift: float, marker: dict) -> Trace:
    known = [(place, part) for place, part in enumerate(PARTS) if not words.missing(row[part])]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [row[part] for _, part in known],
        "y": [place + shift for place, _ in known],
        "name": row["label"],
        "marker": marker,
        "customdata": [words.PART[part] for _, part in known],
        "hovertemplate": "%{customdata} %{x:.2f}<extra>%{fullData.name}</extra>",
    }
