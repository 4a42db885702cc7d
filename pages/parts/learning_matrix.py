"""Who can learn from whom: a cell for every pair of governments that has candidates."""

import pandas as pd
import plotly.graph_objects as go

from pages.parts import words
from pages.parts.charts import Trace, drawn
from pages.parts.colours import Palette, on_scale, readable_on

ROW = 38  # pixels a line: two rows of words in a cell
MARGIN = {"l": 108, "r": 8, "t": 102, "b": 8}  # fixed, for names of HTML lie over the drawn ones
LOWEST = 0.05  # of the values, below which the scale tells no more
OWN = "► "
BETWEEN = " "  # learner and giver in what a click gives back


def matrix(rows: pd.DataFrame, code: str, palette: Palette) -> go.Figure:
    """A line for each learner, a column for each giver; a click gives "learner giver".

    Bars, as in the rug: Plotly's heatmap answers no click in Streamlit 1.67.

    Args:
        rows: rows of `learning.sql`; a pair that is missing, or without candidates, stays quiet.
        code: the government whose line and column are marked.
    """
    names = called(rows)
    places = {one: place for place, one in enumerate(order(rows, names))}
    cells = rows[rows["candidates"] > 0].to_dict("records")
    head = {
        "tickvals": list(places.values()),
        "tickfont": {"size": 12, "color": palette.ink},
        "showgrid": False,
        "automargin": False,
    }
    told = [f"<b>{name}</b>" if name.startswith(OWN) else name for name in lines(rows, code)]
    figure = drawn(
        [quiet(cells, places, palette), bars(cells, places, code, palette)],
        palette,
        MARGIN["t"] + ROW * len(places) + MARGIN["b"],
        xaxis=head
        | {"range": [-0.5, len(places) - 0.5], "side": "top", "tickangle": -90, "ticktext": told},
        yaxis=head | {"range": [len(places) - 0.5, -0.5], "ticktext": told},
    )
    return figure.update_layout(margin=MARGIN)


def lines(rows: pd.DataFrame, code: str) -> list[str]:
    """The names of the lines, from the first down; one's own is marked."""
    names = called(rows)
    return [(OWN if one == code else "") + names[one] for one in order(rows, names)]


def called(rows: pd.DataFrame) -> dict[str, str]:
    learners = dict(zip(rows["code"], rows["short_name"], strict=True))
    return learners | dict(zip(rows["origin_code"], rows["origin_short"], strict=True))


def order(rows: pd.DataFrame, names: dict[str, str]) -> list[str]:
    """Who gives to most stands first, so that the full cells gather in one corner."""
    given = rows[rows["candidates"] > 0].groupby("origin_code")["candidates"].agg(["count", "sum"])
    least = given.reindex(sorted(names), fill_value=0)
    return least.sort_values(["count", "sum"], ascending=False, kind="stable").index.tolist()


def bars(cells: list[dict], places: dict[str, int], code: str, palette: Palette) -> Trace:
    grounds = [ground(value, palette) for value in shares(cells)]
    own = [code in (cell["code"], cell["origin_code"]) for cell in cells]
    inks = [readable_on(colour) for colour in grounds]
    return {
        "type": "bar",
        "orientation": "h",
        "y": [places[cell["code"]] for cell in cells],
        "base": [places[cell["origin_code"]] - 0.47 for cell in cells],
        "x": [0.94] * len(cells),
        "offset": -0.46,
        "width": 0.92,
        "marker": {
            "color": grounds,
            "line": {"width": [2.5 * one for one in own], "color": palette.chosen},
        },
        "text": [inside(cell) for cell in cells],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "constraintext": "none",
        "textfont": {"size": 13, "color": inks},
        "customdata": [f"{cell['code']}{BETWEEN}{cell['origin_code']}" for cell in cells],
        "hovertext": [hover(cell) for cell in cells],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
        "showlegend": False,
    }


def shares(cells: list[dict]) -> list[float]:
    """Where each value lies between the ends of the scale, 0–1."""
    values = pd.Series([cell["value"] for cell in cells], dtype="float64")
    low, high = ends(values)
    reach = high - low or 1.0
    return ((values - low) / reach).clip(0, 1).tolist()


def ends(values: pd.Series) -> tuple[float, float]:
    """The scale of colours; the lowest twentieth share its end, or one outlier took it all."""
    return float(values.quantile(LOWEST)), float(values.max())


def ground(share: float, palette: Palette) -> str:
    return on_scale(palette.sequence, share)


def inside(cell: dict) -> str:
    """The number of candidates; under it, smaller, their value."""
    value = words.number(cell["value"])
    return (
        f"<b>{words.whole(cell['candidates'])}</b><br><span style='font-size:11px'>{value}</span>"
    )


def hover(cell: dict) -> str:
    return (
        f"<b>{cell['name']}</b> dari <b>{cell['origin']}</b><br>"
        f"{words.whole(cell['candidates'])} kandidat; lima teratas rata-rata "
        f"{words.number(cell['value'])}<br>teratas: {cell['best']}"
    )


def quiet(cells: list[dict], places: dict[str, int], palette: Palette) -> Trace:
    """A dot where nobody can learn."""
    known = {(cell["code"], cell["origin_code"]) for cell in cells}
    empty = [(one, other) for one in places for other in places if (one, other) not in known]
    return {
        "type": "scatter",
        "mode": "text",
        "y": [places[one] for one, _ in empty],
        "x": [places[other] for _, other in empty],
        "text": ["·"] * len(empty),
        "textfont": {"size": 13, "color": palette.muted},
        "hoverinfo": "skip",
        "showlegend": False,
    }
