"""The timeline: planned and kept dates of each cooperation, and today."""

import datetime

import pandas as pd
import plotly.graph_objects as go

from pages.parts import words
from pages.parts.charts import Trace, drawn, sign, wrapped
from pages.parts.colours import Palette

SHOWN = 15  # cooperations in one picture
ROW = 40  # pixels a cooperation


def timeline(
    rows: pd.DataFrame, dates: pd.DataFrame, today: datetime.date, palette: Palette
) -> go.Figure:
    """One line a cooperation; filled: kept, hollow: planned, a triangle: planned and past.

    Args:
        rows: rows of `ledger/board.sql` to draw, from the top; a click on a mark gives record_id.
        dates: rows of `ledger/dates.sql`.
    """
    places = {one: number for number, one in enumerate(rows["record_id"])}
    marks = marked(dates[dates["record_id"].isin(list(places))], places, today)
    labels = [
        wrapped(f"{row.innovation[:46]} ({row.receiver})", 30)
        for row in rows.itertuples(index=False)
    ]
    traces = [
        *(
            trace(marks[marks["state"] == state], state, symbol, colour)
            for state, symbol, colour in (
                ("nyata", "circle", palette.accent),
                ("rencana", "circle-open", palette.muted),
                ("rencana lewat", "triangle-down", palette.behind),
            )
        ),
        today_line(today, len(places), palette),
    ]
    return drawn(
        traces,
        palette,
        120 + ROW * len(places),
        xaxis={"type": "date", "tickformat": "%m/%Y", "gridcolor": palette.line},
        yaxis={
            "range": [len(places) - 0.5, -0.5],
            "tickvals": list(places.values()),
            "ticktext": labels,
            "tickfont": {"size": 12, "color": palette.ink},
            "gridcolor": palette.line,
        },
    )


def marked(dates: pd.DataFrame, places: dict[str, int], today: datetime.date) -> pd.DataFrame:
    """One row per mark: a kept date, else the planned one."""
    kept = dates["real"].notna()
    day = dates["real"].where(kept, dates["planned"])
    past = ~kept & (day < pd.Timestamp(today))
    state = pd.Series("rencana", index=dates.index).mask(kept, "nyata").mask(past, "rencana lewat")
    return dates.assign(day=day, state=state, line=dates["record_id"].map(places)).dropna(
        subset=["day"]
    )


def trace(marks: pd.DataFrame, state: str, symbol: str, colour: str) -> Trace:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": marks["day"].dt.strftime("%Y-%m-%d").tolist(),
        "y": marks["line"].tolist(),
        "name": state,
        "customdata": marks["record_id"].tolist(),
        "text": [
            f"{name}<br>{words.date(day)} ({state})"
            for name, day in zip(marks["name"], marks["day"], strict=True)
        ],
        "hovertemplate": "%{text}<extra></extra>",
        "marker": sign(symbol, 12, colour, 2),
    }


def today_line(today: datetime.date, lines: int, palette: Palette) -> Trace:
    return {
        "type": "scatter",
        "mode": "lines",
        "name": "hari ini",
        "x": [today.isoformat()] * 2,
        "y": [-0.5, lines - 0.5],
        "line": {"color": palette.chosen, "width": 2, "dash": "dot"},
        "hoverinfo": "skip",
    }
