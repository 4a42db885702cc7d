"""How areas of any origin become 13 checked shapes, or are refused with the fix named."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import shapely

from data.boundary_codes import recognise
from data.boundary_files import BoundaryError, read_frame

if TYPE_CHECKING:  # geopandas is slow to import: only who installs a map waits for it
    import geopandas as gpd
    import pandas as pd

WEST, SOUTH, EAST, NORTH = 113, -6, 118.5, -1  # degrees around the province, with room
OVERLAP = 0.01  # of the smaller one's area
REPAIR = "perbaiki di QGIS (Vektor > Perangkat Geometri > Perbaiki Geometri), lalu ekspor"
REDRAW = "rapikan garis batas bersama di QGIS, atau pakai berkas dari sumber asalnya"


@dataclass(frozen=True, slots=True)
class Found:
    """Shapes in longitude and latitude by regency code, and how they were found."""

    shapes: dict[str, shapely.Geometry]
    column: str
    crs: str
    rows: int
    ignored: int


def read(path: Path, names: Mapping[str, str]) -> Found:
    """Open, recognise, check and dissolve.

    Args:
        path: the user's file.
        names: short name ("Banjar") by code ("6303") of the regencies that must be there.

    Raises:
        BoundaryError: the first thing that is wrong.
    """
    frame = read_frame(path)
    column, codes = recognised(path, frame, names)
    rows = np.flatnonzero(codes.notna())
    areas, codes = frame.geometry.iloc[rows], codes.iloc[rows]
    places = [
        f"fitur {row + 1} ({code} {names[code]})" for row, code in zip(rows, codes, strict=True)
    ]
    check_shapes(path, areas, places)
    degrees = areas.to_crs(4326)
    check_place(path, degrees, places)
    shapes = dissolved(path, degrees, codes)
    check_overlap(path, shapes, names)
    return Found(shapes, column, areas.crs.name, len(areas), len(frame) - len(areas))


def recognised(
    path: Path, frame: "gpd.GeoDataFrame", names: Mapping[str, str]
) -> tuple[str, "pd.Series[str]"]:
    attributes = frame.drop(columns=frame.geometry.name)
    answer = recognise(attributes, names)
    if answer is None:
        problem = "tidak ada kolom berisi kode 6301 sampai 6372 atau nama kabupaten/kota"
        there = ", ".join(map(str, attributes.columns)) or "tidak ada"
        fix = f"tambahkan kolom kode atau nama (kolom yang ada: {there})"
        raise BoundaryError(path.name, None, problem, fix)
    column, codes = answer
    check_unknown(path, column, codes, names)
    check_missing(path, frame[column], codes, names)
    return column, codes


def check_unknown(
    path: Path, column: str, codes: "pd.Series[str]", names: Mapping[str, str]
) -> None:
    unknown = np.flatnonzero(codes.notna() & ~codes.isin(list(names)))
    if unknown.size:
        place = f"fitur {unknown[0] + 1}, kolom {column}"
        fix = "hapus fitur itu, atau gabungkan ke kabupaten/kota asalnya"
        raise BoundaryError(path.name, place, f"kode {codes.iloc[unknown[0]]} tidak dikenal", fix)


def check_missing(
    path: Path, values: "pd.Series", codes: "pd.Series[str]", names: Mapping[str, str]
) -> None:
    missing = [f"{code} {name}" for code, name in names.items() if not (codes == code).any()]
    if missing:
        strange = ", ".join(f"'{value}'" for value in values[codes.isna()].unique()[:5])
        clue = f" (nilai yang tidak dikenal: {strange})" if strange else ""
        problem = f"{len(missing)} dari {len(names)} tidak ada: {', '.join(missing)}{clue}"
        fix = "lengkapi, atau betulkan kode atau namanya"
        raise BoundaryError(path.name, f"kolom {values.name}", problem, fix)


def check_shapes(path: Path, areas: "gpd.GeoSeries", places: list[str]) -> None:
    """Each row is a polygon, has an area, and does not cross itself."""
    for shape, place in zip(areas, places, strict=True):
        if shape is None or shape.is_empty:
            raise BoundaryError(path.name, place, "bentuknya kosong", "gambar atau hapus fitur itu")
        if shape.geom_type not in {"Polygon", "MultiPolygon"}:
            fix = "pakai lapisan batas wilayah yang berupa poligon"
            raise BoundaryError(path.name, place, f"{shape.geom_type}, bukan poligon", fix)
        if not shape.is_valid:
            reason = shapely.is_valid_reason(shape)
            raise BoundaryError(path.name, place, f"poligon tidak sah ({reason})", REPAIR)


def check_place(path: Path, degrees: "gpd.GeoSeries", places: list[str]) -> None:
    box = degrees.bounds
    inside = (box.minx > WEST) & (box.miny > SOUTH) & (box.maxx < EAST) & (box.maxy < NORTH)
    if not inside.all():
        place = places[int(np.argmin(inside.to_numpy()))]
        fix = "periksa sistem koordinatnya, dan sisakan Kalimantan Selatan saja"
        raise BoundaryError(path.name, place, "terletak di luar Kalimantan Selatan", fix)


def dissolved(
    path: Path, degrees: "gpd.GeoSeries", codes: "pd.Series[str]"
) -> dict[str, shapely.Geometry]:
    flat = degrees.force_2d()
    try:
        return {
            code: shapely.union_all(flat[codes == code].to_numpy())
            for code in sorted(codes.unique())
        }
    except shapely.errors.GEOSException:
        raise BoundaryError(path.name, None, "poligonnya tidak dapat digabung", REPAIR) from None


def check_overlap(
    path: Path, shapes: Mapping[str, shapely.Geometry], names: Mapping[str, str]
) -> None:
    import geopandas as gpd

    equal_area = gpd.GeoSeries(shapes, crs=4326).to_crs(6933)
    for one, other in combinations(equal_area.index, 2):
        a, b = equal_area[one], equal_area[other]
        share = a.intersection(b).area / min(a.area, b.area) if a.intersects(b) else 0.0
        if share > OVERLAP:
            pair = f"{one} {names[one]} dan {other} {names[other]}"
            problem = f"bertumpang tindih {share:.0%} dari luas yang lebih kecil"
            raise BoundaryError(path.name, pair, problem, REDRAW)
