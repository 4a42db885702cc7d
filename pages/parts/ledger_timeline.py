"""The timeline: planned and kept dates of each cooperation, and today."""

import datetime
import html
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from pages.parts import ledger_sentences as sentences
from pages.parts import words
from pages.parts.charts import Trace, drawn, sign
from pages.parts.colours import Palette

SHOWN = 10  # cooperations in one picture
ROW = 60  # pixels a cooperation: two lines of words and its marks under them
LONGEST = 52  # letters of a line of words: as many as a phone shows
KEPT, AHEAD, PAST, SKIPPED = "nyata", "rencana", "rencana lewat", "dilewati"


def states(dates: pd.DataFrame, today: datetime.date) -> pd.Series:
    """What each date is, as `ledger/board.sql` counts; nothing where there is only a reason.

    Args:
        dates: rows of `ledger/dates.sql`. A plan of a step that a later one has overtaken is
            skipped: it is not late, whatever its day.
    """
    planned, kept = dates["planned"].notna(), dates["real"].notna()
    return (
        pd.Series(None, index=dates.index, dtype="str")
        .mask(planned, AHEAD)
        .mask(planned & (dates["planned"] < pd.Timestamp(today)), PAST)
        .mask(planned & (dates["place"] < dates["reached"]), SKIPPED)
        .mask(kept, KEPT)
    )


def timeline(
    rows: pd.DataFrame, dates: pd.DataFrame, today: datetime.date, palette: Palette
) -> go.Figure:
    """One line a cooperation; filled: kept, hollow: planned, a triangle: planned and past.

    Args:
        rows: rows of `ledger/board.sql` to draw, from the top; a click on a mark gives record_id.
        dates: their rows of `ledger/dates.sql`, with `states` as "state".
    """
    places = {one: number for number, one in enumerate(rows["record_id"])}
    marks = dates.dropna(subset=["state"])
    marks = marks.assign(
        day=marks["real"].fillna(marks["planned"]), line=marks["record_id"].map(places)
    )
    traces = [
        trace(marks[marks["state"] == state], state, symbol, colour)
        for state, symbol, colour in (
            (KEPT, "circle", palette.accent),
            (AHEAD, "circle-open", palette.muted),
            (PAST, "triangle-down", palette.behind),
            (SKIPPED, "x-thin", palette.muted),
        )
    ]
    return drawn(
        [*traces, today_line(today, len(places), palette)],
        palette,
        100 + ROW * len(places),
        xaxis={
            "type": "date", "tickformat": "%m/%Y", "gridcolor": palette.line,
            "range": span(marks["day"], today),
        },
        yaxis={
            "range": [len(places) - 0.7, -0.9],
            "tickvals": list(places.values()),
            "showticklabels": False,
            "gridcolor": palette.line,
        },
        annotations=[label(row, place) for place, row in enumerate(rows.to_dict("records"))],
    )  # fmt: skip


def label(row: dict, place: int) -> dict[str, Any]:
    """Two lines over the marks, so that a phone has the whole width for both.

    Labels of the axis could stand there too, but plotly then leaves out the dates under them.
    """
    name, pair = (
        html.escape(sentences.shortened(line, LONGEST), quote=False)
        for line in (row["innovation"], sentences.pair(row))
    )
    return {
        "text": f"<b>{name}</b><br>{pair}",
        "x": 0, "xref": "x domain", "xanchor": "left", "align": "left",
        "y": place, "yanchor": "bottom", "yshift": 5,
        "showarrow": False, "font": {"size": 12},
    }  # fmt: skip


def span(days: pd.Series, today: datetime.date) -> list[str]:
    """From the first day to the last, today among them, with room for a mark at both ends."""
    every = [*days, pd.Timestamp(today)]
    first, last = min(every), max(every)
    room = max((last - first) * 0.04, pd.Timedelta(days=7))
    return [f"{first - room:%Y-%m-%d}", f"{last + room:%Y-%m-%d}"]


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
        "y": [-0.9, lines - 0.7],
        "line": {"color": palette.chosen, "width": 2, "dash": "dot"},
        "hoverinfo": "skip",
    }
