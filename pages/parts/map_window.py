"""What of the province a map shows, and the borders it draws, read once from their GeoJSON."""

import json
from functools import lru_cache
from typing import Any, NamedTuple

import pandas as pd

SPECK = 0.01  # square degrees of a part's box; smaller islands may lie outside the window
EDGE = 0.03  # degrees around everything drawn


class Room(NamedTuple):
    """What is kept free for the names led out, in degrees.

    Attributes:
        west: between the edge and the first land, where these names stand.
        step: from one of them to the next.
    """

    west: float = 0.55
    step: float = 0.3


ROOM = Room()


class Geometry(dict[str, Any]):
    """GeoJSON that nobody changes: Plotly copies all of a figure, twice at every draw."""

    def __deepcopy__(self, memo: object) -> "Geometry":
        return self


@lru_cache(maxsize=64)
def geometry(text: str) -> Geometry:
    """GeoJSON, read once."""
    return Geometry(json.loads(text))


def extent(rows: pd.DataFrame, room: Room = ROOM) -> dict[str, Any]:
    """The window: all parts but far specks of islands, which would shrink the rest by a fifth."""
    west, east, south, north = bounds(rows)
    return {
        "lonaxis": {"range": [west - room.west, east + EDGE]},
        "lataxis": {"range": [south - EDGE, north + EDGE]},
    }


def bounds(rows: pd.DataFrame) -> tuple[float, float, float, float]:
    """West, east, south and north of what the window shows."""
    return seen(tuple(rows["geometry"]))


@lru_cache(maxsize=8)
def seen(shapes: tuple[str, ...]) -> tuple[float, float, float, float]:
    """Of borders that never change, asked twice at every draw."""
    rings = [ring for text in shapes for ring in outer_rings(geometry(text))]
    boxes = [
        (min(x), max(x), min(y), max(y)) for x, y in (zip(*ring, strict=True) for ring in rings)
    ]
    large = [box for box in boxes if (box[1] - box[0]) * (box[3] - box[2]) > SPECK] or boxes
    west, east, south, north = zip(*large, strict=True)
    return min(west), max(east), min(south), max(north)


def outer_rings(geometry: dict[str, Any]) -> list[list[list[float]]]:
    parts = geometry["coordinates"]
    return [part[0] for part in (parts if geometry["type"] == "MultiPolygon" else [parts])]
