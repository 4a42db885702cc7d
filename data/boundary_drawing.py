"""How 13 shapes become one small map file: cleaned, simplified together, rounded, clockwise."""

import json
import os
import uuid
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from pyproj import Transformer

TOLERANCES = [20 * 1.25**step for step in range(24)]  # metres, 20 m to 3.4 km
POLYGONS = [shapely.GeometryType.POLYGON, shapely.GeometryType.MULTIPOLYGON]
GAP = 50.0  # metres; narrower gaps between regencies are drawing errors, not land
TO_METRES = Transformer.from_crs(4326, 32750, always_xy=True)
TO_DEGREES = Transformer.from_crs(32750, 4326, always_xy=True)


def fitted(
    shapes: Mapping[str, shapely.Geometry], names: Mapping[str, str], limit: int, about: dict
) -> str | None:
    """GeoJSON text with the finest lines that fit.

    Args:
        shapes: valid polygons by regency code, in longitude and latitude.
        names: name by code.
        limit: bytes the text may have.
        about: top-level members beside the features.

    Returns:
        The text, or None if no simplification is small enough and still sound.
    """
    given = metres(list(shapes.values()))
    # The newest types-shapely (2.1.0.20261030) does not know coverage_clean of shapely 2.2. Once
    # one does, mypy refuses this mark (warn_unused_ignores).
    drawn = shapely.coverage_clean(given, gap_width=GAP)  # type: ignore[attr-defined]
    for tolerance in TOLERANCES:
        drawn = simplified(drawn, tolerance)
        degrees = rounded(drawn)
        text = collection(dict(zip(shapes, degrees, strict=True)), names, about)
        if len(text.encode()) <= limit and sound(degrees):
            return text
    return None


def metres(shapes: Sequence[shapely.Geometry]) -> np.ndarray:
    """Shapes in longitude and latitude, in UTM 50 south."""
    return shapely.transform(
        np.array(shapes), lambda places: np.column_stack(TO_METRES.transform(*places.T))
    )


def simplified(shapes: np.ndarray, tolerance: float) -> np.ndarray:
    """Shared borders stay shared; islets and lakes smaller than a tolerance squared go."""
    kept = [without_specks(shape, tolerance**2) for shape in shapes]
    return shapely.coverage_simplify(np.array(kept), tolerance)


def without_specks(shape: shapely.Geometry, area: float) -> shapely.Geometry:
    """Without parts and holes smaller than `area`; the largest part always stays."""
    parts = sorted(shapely.get_parts(shape), key=shapely.area, reverse=True)
    kept = [without_lakes(part, area) for part in parts if part is parts[0] or part.area >= area]
    return kept[0] if len(kept) == 1 else shapely.MultiPolygon(kept)


def without_lakes(part: shapely.Polygon, area: float) -> shapely.Polygon:
    lakes = [ring for ring in part.interiors if shapely.Polygon(ring).area >= area]
    return shapely.Polygon(part.exterior, lakes)


def rounded(shapes: np.ndarray) -> np.ndarray:
    """Longitude and latitude to about a metre; outer rings clockwise, or Plotly fills the world."""

    def degrees(places: np.ndarray) -> np.ndarray:
        return np.column_stack(TO_DEGREES.transform(*places.T)).round(5)

    # Where an inlet is narrower than a metre its shores now touch; that spot is drawn again.
    drawn = shapely.transform(shapes, degrees)
    repaired = shapely.make_valid(drawn, method="structure", keep_collapsed=False)
    return shapely.orient_polygons(repaired, exterior_cw=True)


def sound(shapes: np.ndarray) -> bool:
    """All there, as valid polygons."""
    polygons = np.isin(shapely.get_type_id(shapes), POLYGONS)
    return bool((polygons & shapely.is_valid(shapes) & ~shapely.is_empty(shapes)).all())


def collection(
    shapes: Mapping[str, shapely.Geometry], names: Mapping[str, str], about: dict[str, Any]
) -> str:
    features = [
        {
            "type": "Feature",
            "properties": {"code": code, "name": names[code]},
            "geometry": json.loads(shapely.to_geojson(shapes[code])),
        }
        for code in sorted(shapes)
    ]
    content = {"type": "FeatureCollection", **about, "features": features}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"


def write(target: Path, text: str) -> None:
    """All of it or nothing: a reader never sees half a map."""
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(f".{target.name}-{uuid.uuid4().hex}.tmp")
    try:
        temporary.write_text(text, encoding="utf-8", newline="\n")
        os.replace(temporary, target)
    finally:
        temporary.unlink(missing_ok=True)
