"""The map of the 13 governments: one colour a value, grey for the unknown, the choice outlined."""

from collections.abc import Collection, Iterable
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from pages.parts.charts import Trace, figure, hover_label
from pages.parts.colours import Palette, on_scale, readable_on
from pages.parts.map_window import ROOM, Room, bounds, extent, geometry

CONFIG = {"topojsonURL": "/topo/", "displayModeBar": False, "scrollZoom": False}
SMALL = 0.02  # of the province's area: a name does not fit inside and is led out to the west
OVER_LAND = 0.08  # degrees that a name led out may stand over the first land
HEIGHT = 470
LETTERS = 12
HALO = (1, 1, 1, 2, 2, 2, 3, 3)  # px of blur, one over the other: a solid pad under each letter


def choropleth(
    shapes: pd.DataFrame,
    values: pd.DataFrame,
    chosen: str,
    palette: Palette,
    low: float | None = None,
    high: float | None = None,
    height: int | None = HEIGHT,
    named: Collection[str] | None = None,
    letters: int = LETTERS,
    room: Room = ROOM,
) -> go.Figure:
    """A map to click on.

    Args:
        shapes: rows of `boundaries.sql`.
        values: code, value (NaN is unknown), label (the figure under the name) and hover.
        chosen: the code to outline.
        palette: colours of the theme.
        low, high: ends of the colour scale; those of the values where not given.
        height: in pixels; None for that of its place.
        named: codes whose names are written; all where not given.
        letters: their height in pixels.
        room: for the names that are led out.
    """
    shown = values[["code", "value", "label", "hover"]]
    rows = shapes.merge(shown, on="code", how="left", validate="one_to_one")
    rows = rows.assign(colour=colours(rows["value"], palette, low, high))
    rows = rows.assign(last=rows["code"] == chosen).sort_values("last", kind="stable")
    layout = {
        "geo": {
            "visible": False,
            "bgcolor": "rgba(0,0,0,0)",
            "projection": {"type": "mercator"},
            **extent(rows, room),
        },
        "height": height,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "showlegend": False,
        "dragmode": False,
        "hoverlabel": hover_label(palette),
        "paper_bgcolor": "rgba(0,0,0,0)",
    }
    told = rows if named is None else rows[rows["code"].isin(named)]
    return figure(
        [areas(rows, chosen, palette), *names(told, rows, palette, letters, room)], layout
    )


def colours(
    values: pd.Series, palette: Palette, low: float | None, high: float | None
) -> list[str]:
    least = values.min() if low is None else low
    span = ((values.max() if high is None else high) - least) or 1.0
    return [
        palette.unknown if pd.isna(value) else on_scale(palette.sequence, (value - least) / span)
        for value in values
    ]


def areas(rows: pd.DataFrame, chosen: str, palette: Palette) -> Trace:
    """Each government its own step of a stepped scale: plotly colours by number only."""
    steps = len(rows)
    scale = [
        [edge / steps, colour]
        for place, colour in enumerate(rows["colour"])
        for edge in (place, place + 1)
    ]
    is_chosen = rows["code"] == chosen
    return {
        "type": "choropleth",
        "geojson": collection(rows),
        "featureidkey": "id",
        "locations": rows["code"].tolist(),
        "z": list(range(steps)),
        "zmin": -0.5,
        "zmax": steps - 0.5,
        "colorscale": scale,
        "showscale": False,
        "customdata": rows["hover"].tolist(),
        "hovertemplate": "%{customdata}<extra></extra>",
        "marker": {
            "line": {
                "color": [palette.chosen if yes else palette.paper for yes in is_chosen],
                "width": [3.5 if yes else 1.2 for yes in is_chosen],
            }
        },
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }


def collection(rows: pd.DataFrame) -> dict[str, Any]:
    features = [
        {"type": "Feature", "id": row.code, "properties": {}, "geometry": geometry(row.geometry)}
        for row in rows.itertuples()
    ]
    return {"type": "FeatureCollection", "features": features}


def names(
    told: pd.DataFrame, rows: pd.DataFrame, palette: Palette, letters: int, room: Room
) -> list[Trace]:
    """Names and figures: inside where there is room, else west of the province with a thin line.

    Args:
        told: those of the rows whose names are written.
    """
    inside, outside = label_places(told, rows, room)
    inks = inside["colour"].map(readable_on).tolist()
    ink, paper = [palette.ink] * len(outside), [palette.paper] * len(outside)
    return [
        written(inside, inks, inside["colour"], "middle center", letters),
        leaders(outside, palette),
        written(outside, ink, paper, "middle left", letters),
    ]


def label_places(
    told: pd.DataFrame, rows: pd.DataFrame, room: Room = ROOM
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Those whose name stands inside, and those whose name is led out."""
    is_small = told["area_km2"] < SMALL * rows["area_km2"].sum()
    return told[~is_small], led_out(told[is_small], rows, room)


def led_out(small: pd.DataFrame, rows: pd.DataFrame, room: Room) -> pd.DataFrame:
    """Label places for small governments, stacked southwards left of everything drawn."""
    ordered = small.sort_values("label_latitude", ascending=False)
    start = ordered["label_latitude"].max() - 0.12
    places = [start - room.step * step for step in range(len(ordered))]
    return ordered.assign(
        from_longitude=ordered["label_longitude"],
        from_latitude=ordered["label_latitude"],
        label_longitude=bounds(rows)[0] + OVER_LAND,
        label_latitude=places,
    )


def leaders(outside: pd.DataFrame, palette: Palette) -> Trace:
    longitude: list[float | None] = []
    latitude: list[float | None] = []
    for row in outside.itertuples():
        longitude += [row.label_longitude, row.from_longitude, None]
        latitude += [row.label_latitude, row.from_latitude, None]
    return {
        "type": "scattergeo",
        "mode": "lines",
        "lon": longitude,
        "lat": latitude,
        "line": {"color": palette.muted, "width": 1},
        "hoverinfo": "skip",
    }


def written(
    rows: pd.DataFrame, inks: list[str], grounds: Iterable[str], position: str, letters: int
) -> Trace:
    """Names over figures; a halo in the ground's colour keeps them readable across a border."""
    halos = [", ".join([f"0 0 {blur}px {ground}" for blur in HALO]) for ground in grounds]
    return {
        "type": "scattergeo",
        "mode": "text",
        "lon": rows["label_longitude"].tolist(),
        "lat": rows["label_latitude"].tolist(),
        "text": [f"{row.short_name}<br><b>{row.label}</b>" for row in rows.itertuples()],
        "textposition": position,
        "textfont": {"size": letters, "color": inks, "shadow": halos},
        "hoverinfo": "skip",
    }
