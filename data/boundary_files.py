"""How a user's boundary file is opened: GeoJSON, GeoPackage, zipped Shapefile or GeoParquet."""

import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from data.errors import DataError

if TYPE_CHECKING:  # geopandas is slow to import: only who installs a map waits for it
    import geopandas as gpd

LARGEST = 200 * 1024**2  # bytes of a file
LARGEST_UNPACKED = 1024**3
FIRST_BYTES = {
    ".geojson": b"{",
    ".json": b"{",
    ".gpkg": b"SQLite format 3",
    ".zip": b"PK",
    ".parquet": b"PAR1",
}


class BoundaryError(DataError):
    """One place in one boundary file."""

    def __init__(self, file: Path | str, place: str | None, problem: str, fix: str):
        where = f"{file}, {place}" if place else str(file)
        super().__init__(f"{where}: {problem}. Perbaikan: {fix}.")
        self.file, self.place = str(file), place


def read_frame(path: Path) -> "gpd.GeoDataFrame":
    """Every feature of the file, with a known CRS.

    Raises:
        BoundaryError: unknown kind, too large, unreadable, empty, or without a CRS.
    """
    check_file(path)
    try:
        frame = read_any(path)
    except (RuntimeError, ValueError, OSError, KeyError, zipfile.BadZipFile):
        raise unreadable(path) from None
    if not hasattr(frame, "geometry") or frame.empty:
        fix = "pakai berkas dengan poligon 13 kabupaten/kota"
        raise BoundaryError(path.name, None, "tidak memuat satu pun bentuk", fix)
    if frame.crs is None:
        fix = "sertakan berkas .prj, atau tetapkan CRS (misalnya EPSG:4326) di QGIS lalu ekspor"
        raise BoundaryError(path.name, None, "sistem koordinat (CRS) tidak disebut", fix)
    return frame.reset_index(drop=True)


def check_file(path: Path) -> None:
    if path.suffix.lower() not in FIRST_BYTES:
        fix = "pakai GeoJSON, GeoPackage (.gpkg), Shapefile dalam .zip, atau GeoParquet (.parquet)"
        raise BoundaryError(path.name, None, f"jenis '{path.suffix}' tidak dikenal", fix)
    if not path.is_file():
        raise BoundaryError(path.name, None, "berkas tidak ada", f"sediakan {path}")
    if path.stat().st_size > LARGEST:
        fix = "sisakan Kalimantan Selatan saja, atau sederhanakan di QGIS"
        raise BoundaryError(path.name, None, f"lebih besar dari {LARGEST // 1024**2} MB", fix)
    with path.open("rb") as file:
        start = file.read(64).removeprefix(b"\xef\xbb\xbf").lstrip()
    if not start.startswith(FIRST_BYTES[path.suffix.lower()]):
        raise unreadable(path)


def unreadable(path: Path) -> BoundaryError:
    kind, fix = path.suffix, "unduh ulang, atau buka di QGIS dan ekspor sebagai GeoPackage"
    return BoundaryError(path.name, None, f"kosong, rusak, atau bukan berkas {kind}", fix)


def read_any(path: Path) -> "gpd.GeoDataFrame":
    import geopandas as gpd

    match path.suffix.lower():
        case ".parquet":
            return gpd.read_parquet(path)
        case ".zip":
            return gpd.read_file(shapefile_in(path))
        case ".gpkg":
            return gpd.read_file(path, layer=polygon_layer(path))
        case _:
            return gpd.read_file(path)


def shapefile_in(path: Path) -> str:
    """The GDAL name of the only Shapefile in a zip."""
    with zipfile.ZipFile(path) as packed:
        if sum(member.file_size for member in packed.infolist()) > LARGEST_UNPACKED:
            raise BoundaryError(path.name, None, "isi zip melebihi 1 GB", "sederhanakan di QGIS")
        names = [name for name in packed.namelist() if not name.startswith("__MACOSX/")]
    shapes = [name for name in names if name.lower().endswith(".shp")]
    only_one(path, shapes, "Shapefile (.shp)")
    return f"/vsizip/{path.resolve()}/{shapes[0]}"


def polygon_layer(path: Path) -> str:
    import pyogrio

    layers = [name for name, kind in pyogrio.list_layers(path) if "Polygon" in str(kind)]
    layers = layers or [name for name, kind in pyogrio.list_layers(path) if kind is not None]
    only_one(path, layers, "lapisan poligon")
    return layers[0]


def only_one(path: Path, found: list[str], what: str) -> None:
    if len(found) != 1:
        there = f"ada {len(found)}: {', '.join(found[:5])}" if found else "tidak ada"
        fix = f"simpan berkas dengan tepat satu {what}"
        raise BoundaryError(path.name, None, f"{what} {there}", fix)
