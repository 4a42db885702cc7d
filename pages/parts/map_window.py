"""What of the province a map shows, and the borders it draws, read once from their GeoJSON."""

import json
from functools import lru_cache
from typing import Any

import pandas as pd

SPECK = 0.01  # square degrees of a part's box; smaller islands may lie outside the window
LEFT_ROOM = 0.55  # degrees kept free in the west for the names led out


class Geometry(dict[str, Any]):
    """GeoJSON that nobody changes: Plotly copies all of a figure, twice at every draw."""

    def __deepcopy__(self, memo: object) -> "Geometry":
        return self


@lru_cache(maxsize=64)
def geometry(text: str) -> Geometry:
    """GeoJSON, read once."""
    return Geometry(json.loads(text))


def extent(rows: pd.DataFrame) -> dict[str, Any]:
    """The window: all parts but far specks of islands, which would shrink the rest by a fifth."""
    return window(tuple(rows["geometry"]))


@lru_cache(maxsize=8)
def window(shapes: tuple[str, ...]) -> dict[str, Any]:
    """Of borders that never change, asked twice at every draw."""
    rings = [ring for text in shapes for ring in outer_rings(geometry(text))]
    boxes = [
        (min(x), max(x), min(y), max(y)) for x, y in (zip(*ring, strict=True) for ring in rings)
    ]
    seen = [box for box in boxes if (box[1] - box[0]) * (box[3] - box[2]) > SPECK] or boxes
    west, east, south, north = zip(*seen, strict=True)
    return {
        "lonaxis": {"range": [min(west) - LEFT_ROOM, max(east) + 0.03]},
        "lataxis": {"range": [min(south) - 0.03, max(north) + 0.03]},
    }


def outer_rings(geometry: dict[str, Any]) -> list[list[list[float]]]:
    parts = geometry["coordinates"]
    return [part[0] for part in (parts if geometry["type"] == "MultiPolygon" else [parts])]
