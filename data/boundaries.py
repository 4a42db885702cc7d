"""The map of the 13 regencies: which one is in use, how it is read, how another takes its place."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import shapely
from pyproj import Geod

from data import boundary_intake
from data.boundary_drawing import fitted, metres, write
from data.boundary_files import BoundaryError

SCHEMATIC = Path(__file__).parent / "maps" / "kalsel_skematik.geojson"
LIMIT = 60_000  # bytes of an installed map: it is sent to every visitor
SNAP = 50.0  # metres; borders closer than this are one border
BORDER = 1.0  # km; those who share less are not neighbours
ELLIPSOID = Geod(ellps="WGS84")


@dataclass(frozen=True, slots=True)
class Boundary:
    """One regency on the map; geometry is GeoJSON text in longitude and latitude."""

    code: str
    name: str
    geometry: str
    label_longitude: float
    label_latitude: float
    area_km2: float


@dataclass(frozen=True, slots=True)
class Report:
    """What an installation found and left behind; as text, a sentence for the user."""

    file: str
    target: Path
    column: str
    crs: str
    rows: int
    ignored: int
    size: int

    def __str__(self) -> str:
        return (
            f"Peta diganti: 13 kabupaten/kota dari {self.file}, dikenali lewat kolom "
            f"{self.column} ({self.rows} fitur dipakai, {self.ignored} fitur lain diabaikan), "
            f"sistem koordinat {self.crs}, menjadi {self.size // 1000} kB."
        )


def official() -> Path:
    """Where an installed map lives: data/maps, or the folder named by INOVASI_BANUA_MAPS."""
    return Path(os.environ.get("INOVASI_BANUA_MAPS") or SCHEMATIC.parent) / "resmi.geojson"


def in_use() -> Path:
    """The installed map if there is one, else the schematic one."""
    return official() if official().exists() else SCHEMATIC


def about(path: Path) -> dict[str, Any]:
    """What must be said beside the map: label, attribution, and whether a user installed it."""
    content = read(path)
    return {
        "label": content["label"],
        "attribution": content["attribution"],
        "official": "installed" in content,
    }


def load(path: Path) -> list[Boundary]:
    """Every regency of a map, by code.

    Raises:
        BoundaryError: the file is not a map of this project.
    """
    return [boundary(feature) for feature in read(path)["features"]]


def boundary(feature: dict[str, Any]) -> Boundary:
    shape = shapely.geometry.shape(feature["geometry"])
    label = label_point(shape)
    area, _ = ELLIPSOID.geometry_area_perimeter(shape)
    return Boundary(
        code=feature["properties"]["code"],
        name=feature["properties"]["name"],
        geometry=json.dumps(feature["geometry"], separators=(",", ":")),
        label_longitude=round(label.x, 5),
        label_latitude=round(label.y, 5),
        area_km2=round(abs(area) / 1e6, 1),
    )


def label_point(shape: shapely.Geometry) -> shapely.Point:
    """The middle of the widest place of the largest part, where a name has most room."""
    largest = max(shapely.get_parts(shape), key=shapely.area)
    return shapely.get_point(shapely.maximum_inscribed_circle(largest), 0)


def neighbours(path: Path) -> list[tuple[str, str, float]]:
    """Pairs of codes, both ways, with the km of border they share, where that is over 1 km."""
    features = read(path)["features"]
    codes = [feature["properties"]["code"] for feature in features]
    shapes = [shapely.geometry.shape(feature["geometry"]) for feature in features]
    lines = shapely.boundary(metres(shapes))
    pairs: list[tuple[str, str, float]] = []
    for (one, a), (other, b) in combinations(zip(codes, lines, strict=True), 2):
        km = round(shared_border(a, b), 1)
        if km > BORDER:
            pairs += [(one, other, km), (other, one, km)]
    return sorted(pairs)


def shared_border(a: shapely.Geometry, b: shapely.Geometry) -> float:
    """Kilometres of line `a` that run along line `b`."""
    if not shapely.dwithin(a, b, SNAP):
        return 0.0
    return shapely.intersection(a, shapely.buffer(b, SNAP)).length / 1000


def install(
    path: Path,
    target: Path | None = None,
    regencies: Mapping[str, str] | None = None,
    attribution: str = "",
) -> Report:
    """Put the boundaries of a file in the place of the schematic ones.

    Args:
        path: GeoJSON, GeoPackage, zipped Shapefile or GeoParquet in any known CRS, of regencies
            or of smaller areas that carry a regency's code or name; it may cover more provinces.
        target: the file to write; official() if not given.
        regencies: name by code; those of the schematic map if not given.
        attribution: whom to name as the source; the file's name if not given.

    Raises:
        BoundaryError: the file is refused; nothing is written, an earlier map stays.
    """
    path, target = Path(path), target or official()
    names = regencies or regency_names()
    found = boundary_intake.read(path, names)
    text = fitted(found.shapes, names, LIMIT, credits(path.name, attribution))
    if text is None:
        fix = "pakai peta berskala lebih kecil, misalnya 1:250.000"
        raise BoundaryError(path.name, None, f"tidak muat dalam {LIMIT // 1000} kB", fix)
    try:
        write(target, text)
    except OSError:
        fix = "beri izin tulis, atau tunjuk folder lain lewat INOVASI_BANUA_MAPS"
        raise BoundaryError(target.parent, None, "folder tidak dapat ditulis", fix) from None
    size = len(text.encode())
    return Report(path.name, target, found.column, found.crs, found.rows, found.ignored, size)


def credits(file: str, attribution: str) -> dict[str, str]:
    today = date.today().isoformat()
    return {
        "label": f"batas dari berkas {file}",
        "attribution": attribution or f"Berkas {file}, dipasang {today}",
        "installed": today,
    }


def remove(target: Path | None = None) -> None:
    """Go back to the schematic map."""
    (target or official()).unlink(missing_ok=True)


def regency_names() -> dict[str, str]:
    """Name by code of the 13, as the schematic map has them."""
    properties = [feature["properties"] for feature in read(SCHEMATIC)["features"]]
    return {entry["code"]: entry["name"] for entry in properties}


def read(path: Path) -> dict[str, Any]:
    """The content of a map of this project; a file copied into its place by hand is refused."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        complete = {"label", "attribution", "features"} <= set(content)
        if complete and all({"code", "name"} <= set(f["properties"]) for f in content["features"]):
            return content
    except (OSError, ValueError, KeyError, TypeError):
        complete = False
    fix = "hapus berkas ini, lalu pasang berkas aslinya lewat program"
    raise BoundaryError(path.name, None, "bukan peta yang dipasang lewat program ini", fix)
