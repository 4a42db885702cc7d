"""A heat map whose cells can be clicked: bars, for Plotly's own answers no click in Streamlit."""

import pandas as pd
import plotly.graph_objects as go

from pages.parts import words
from pages.parts.charts import Trace, drawn
from pages.parts.colours import Palette, on_scale, readable_on

ROW = 30  # pixels a line
TOP = 110  # for the names of the columns, which stand upright
LONGEST = 26  # letters of a name beside the chart
BETWEEN = "\t"  # the two values of a cell in what a click gives back
Values = list[tuple[str, str]]


def heat(
    cells: pd.DataFrame, measure: str, lines: Values, columns: Values, palette: Palette
) -> go.Figure:
    """A line and a column for each value; a pair that does not occur stays empty.

    Args:
        cells: rows of `explore_cross.sql` with down_name and across_name.
        lines, columns: value and name, in the order to draw them.
    """
    known = cells.dropna(subset=measure)
    down = {value: place for place, (value, _) in enumerate(lines)}
    across = {value: place for place, (value, _) in enumerate(columns)}
    head = {"tickfont": {"size": 12, "color": palette.ink}, "showgrid": False}
    return drawn(
        [bars(known, measure, down, across, palette)],
        palette,
        TOP + ROW * len(lines),
        xaxis=head
        | {
            "range": [-0.5, len(columns) - 0.5],
            "tickvals": list(across.values()),
            "ticktext": [short(name) for _, name in columns],
            "tickangle": -90 if len(columns) > 4 else 0,
            "side": "top",
        },
        yaxis=head
        | {
            "range": [len(lines) - 0.5, -0.5],
            "tickvals": list(down.values()),
            "ticktext": [short(name) for _, name in lines],
        },
    )


def short(name: str) -> str:
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"


def bars(
    cells: pd.DataFrame,
    measure: str,
    down: dict[str, int],
    across: dict[str, int],
    palette: Palette,
) -> Trace:
    grounds = [on_scale(palette.sequence, share) for share in shares(cells[measure])]
    told = words.whole if measure == "innovations" else words.brief
    return {
        "type": "bar",
        "orientation": "h",
        "y": [down[value] for value in cells["down"]],
        "base": [across[value] - 0.48 for value in cells["across"]],
        "x": [0.96] * len(cells),
        "offset": -0.47,
        "width": 0.94,
        "marker": {"color": grounds},
        "text": [told(value) for value in cells[measure]],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "constraintext": "none",
        "textfont": {"size": 12, "color": [readable_on(colour) for colour in grounds]},
        "customdata": [
            f"{one}{BETWEEN}{other}"
            for one, other in zip(cells["down"], cells["across"], strict=True)
        ],
        "hovertext": [hover(cell) for cell in cells.to_dict("records")],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
        "showlegend": False,
    }


def shares(values: pd.Series) -> list[float]:
    """Where each value lies between 0 or the least and the most, 0–1."""
    low = min(0.0, float(values.min())) if len(values) < 2 else float(values.min())
    reach = float(values.max()) - low or 1.0
    return ((values - low) / reach).astype(float).tolist()


def hover(cell: dict) -> str:
    median = (
        "kematangan belum ada data"
        if words.missing(cell["maturity"])
        else f"median kematangan {words.brief(cell['maturity'])} "
        f"({words.whole(cell['scored'])} diketahui)"
    )
    return (
        f"<b>{cell['down_name']}</b> × <b>{cell['across_name']}</b><br>"
        f"{words.whole(cell['innovations'])} inovasi; {median}"
    )
