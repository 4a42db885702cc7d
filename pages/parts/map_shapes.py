"""The map as shapes in a plane, for files that draw their own: PDF and slides."""

import math
from dataclasses import dataclass
from typing import Any

import pandas as pd

from pages.parts import words
from pages.parts.brief_facts import Brief
from pages.parts.colours import LIGHT, readable_on
from pages.parts.map import colours, label_places
from pages.parts.map_window import extent, geometry

LOW, HIGH = 0, 100  # ends of the colour scale: index scores
Point = tuple[float, float]
Ring = tuple[Point, ...]


@dataclass(frozen=True)
class Area:
    """One government. Points are (x, y) in the units of the box, y grows downwards.

    Attributes:
        code, name: the name is the short one; label: its score or a dash.
        score: NaN where unknown; fill: its colour; ink: of words on it, or beside the map.
        own: whether it is to be outlined; such an area comes last.
        rings: outlines and holes, each without its first point again; fill them even-odd.
        label_at: the middle of the label; where it is led out, the right end of it.
        led_from: the place on the map a thin line leads to; None where the label lies inside.
    """

    code: str
    name: str
    label: str
    score: float
    fill: str
    ink: str
    own: bool
    rings: tuple[Ring, ...]
    label_at: Point
    led_from: Point | None


@dataclass(frozen=True)
class MapShapes:
    """The whole map: as wide and high as it came out within the box, in the box's units."""

    width: float
    height: float
    areas: tuple[Area, ...]


@dataclass(frozen=True)
class Window:
    """What part of the Earth is seen, and how large: Mercator, as the map in the app."""

    west: float
    north: float
    scale: float
    width: float
    height: float

    def point(self, longitude: float, latitude: float) -> Point:
        x = (math.radians(longitude) - self.west) * self.scale
        return round(x, 2), round((self.north - northing(latitude)) * self.scale, 2)

    def holds(self, ring: Ring) -> bool:
        return all(0 <= x <= self.width and 0 <= y <= self.height for x, y in ring)


def northing(latitude: float) -> float:
    """Of Mercator's projection, in radians of the equator."""
    return math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2))


def map_shapes(brief: Brief, width: float, height: float) -> MapShapes:
    """The governments by their score, as large as fits the box with the proportions kept.

    Far specks of islands lie outside, as on the map in the app: they would shrink the rest.
    """
    return shapes(brief.shapes, brief.scores["score"], brief.chosen.code, width, height)


def shapes(
    boundaries: pd.DataFrame, scores: pd.Series, own: str, width: float, height: float
) -> MapShapes:
    """The same from its pieces.

    Args:
        boundaries: rows of `boundaries.sql`.
        scores: by code; NaN, or no row, is unknown.
        own: the code to outline; may be none of them.
        width, height: of the box, in any unit.
    """
    rows = boundaries.assign(score=boundaries["code"].map(scores))
    rows = rows.assign(fill=colours(rows["score"], LIGHT, LOW, HIGH), own=rows["code"] == own)
    window = fitted(extent(rows), width, height)
    placed = pd.concat([one for one in label_places(rows, rows) if len(one)]).sort_index()
    areas = [area(row, window) for row in placed.to_dict("records")]
    return MapShapes(
        round(window.width, 2),
        round(window.height, 2),
        tuple(sorted(areas, key=lambda one: one.own)),
    )


def fitted(seen: dict[str, Any], width: float, height: float) -> Window:
    """The window of `map.extent` in a box."""
    west, east = map(math.radians, seen["lonaxis"]["range"])
    south, north = map(northing, seen["lataxis"]["range"])
    scale = min(width / (east - west), height / (north - south))
    return Window(west, north, scale, (east - west) * scale, (north - south) * scale)


def area(row: dict[str, Any], window: Window) -> Area:
    start = row.get("from_longitude", math.nan)  # of a map without small ones there is none
    is_out = not words.missing(start)
    return Area(
        code=row["code"],
        name=row["short_name"],
        label=words.number(row["score"], 0),
        score=float(row["score"]),
        fill=row["fill"],
        ink=LIGHT.ink if is_out else readable_on(row["fill"]),
        own=bool(row["own"]),
        rings=tuple(rings(geometry(row["geometry"]), window)),
        label_at=window.point(row["label_longitude"], row["label_latitude"]),
        led_from=window.point(start, row["from_latitude"]) if is_out else None,
    )


def rings(geometry: dict[str, Any], window: Window) -> list[Ring]:
    """Outlines and holes of every part that lies within the window."""
    parts = geometry["coordinates"]
    parts = parts if geometry["type"] == "MultiPolygon" else [parts]
    drawn = [[open_ring(ring, window) for ring in part] for part in parts]
    return [ring for part in drawn if window.holds(part[0]) for ring in part]


def open_ring(ring: list[list[float]], window: Window) -> Ring:
    """Without the first point again at its end."""
    return tuple(window.point(longitude, latitude) for longitude, latitude, *_ in ring[:-1])


def scale() -> tuple[tuple[int, str], ...]:
    """Score and colour at five places of the scale, for a legend; `LIGHT.unknown` is grey."""
    steps = list(range(LOW, HIGH + 1, 25))
    return tuple(zip(steps, colours(pd.Series(steps), LIGHT, LOW, HIGH), strict=True))
