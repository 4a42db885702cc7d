"""Toy regencies are squares of a quarter degree in a row of five, in the order of their codes."""

import json
import zipfile
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from data import boundaries
from data.boundaries import BoundaryError

NAMES = boundaries.regency_names()
BPS = Path(__file__).parents[2] / "shared" / "maps" / "kalsel_codab_bps2020.geojson"


def square(number: int, size: float = 0.25) -> shapely.Polygon:
    west, south = 114 + number % 5 * 0.25, -4 + number // 5 * 0.25
    return shapely.box(west, south, west + size, south + size)


def toy(**columns) -> gpd.GeoDataFrame:
    columns = columns or {"kode": list(NAMES), "nama": list(NAMES.values())}
    return gpd.GeoDataFrame(columns, geometry=[square(n) for n in range(13)], crs=4326)


@pytest.fixture
def target(tmp_path) -> Path:
    return tmp_path / "maps" / "resmi.geojson"


@pytest.fixture
def install(tmp_path, target):
    """Write a frame under a name and install that file."""

    def written(frame: gpd.GeoDataFrame, name: str = "batas.geojson") -> boundaries.Report:
        return boundaries.install(save(frame, tmp_path / name), target)

    return written


def save(frame: gpd.GeoDataFrame, path: Path) -> Path:
    if path.suffix == ".zip":
        zip_shapefile(frame, path, {".shp", ".shx", ".dbf", ".prj"})
    elif path.suffix == ".parquet":
        frame.to_parquet(path)
    else:
        frame.to_file(path)
    return path


def zip_shapefile(frame: gpd.GeoDataFrame, path: Path, parts: set[str]) -> None:
    folder = path.parent / "shp"
    folder.mkdir()
    frame.to_file(folder / "batas.shp")
    with zipfile.ZipFile(path, "w") as packed:
        for part in folder.iterdir():
            if part.suffix in parts:
                packed.write(part, f"peta/{part.name}")


def outer_rings(path: Path) -> list[shapely.LinearRing]:
    shapes = [shapely.from_geojson(shape.geometry) for shape in boundaries.load(path)]
    return [part.exterior for part in shapely.get_parts(shapes)]


@pytest.mark.parametrize("crs", [4326, 32750, 3857])
@pytest.mark.parametrize("name", ["a.geojson", "a.gpkg", "a.zip", "a.parquet"])
def test_every_format_and_crs_gives_the_same_map(install, target, name, crs):
    install(toy().to_crs(crs), name)
    shapes = boundaries.load(target)
    assert [(shape.code, shape.name) for shape in shapes] == sorted(NAMES.items())
    first = shapely.from_geojson(shapes[0].geometry)
    assert first.hausdorff_distance(square(0)) < 1e-4


def test_an_installed_map_names_its_file_and_turns_clockwise(install, target):
    report = install(toy())
    assert boundaries.about(target) == {
        "label": "batas dari berkas batas.geojson",
        "attribution": json.loads(target.read_text())["attribution"],
        "official": True,
    }
    assert not any(ring.is_ccw for ring in outer_rings(target))
    assert "13 kabupaten/kota dari batas.geojson" in str(report)


def test_an_attribution_is_kept(tmp_path, target):
    file = save(toy(), tmp_path / "a.gpkg")
    boundaries.install(file, target, attribution="Badan Informasi Geospasial")
    assert boundaries.about(target)["attribution"] == "Badan Informasi Geospasial"


@pytest.mark.parametrize(
    "codes",
    [
        [int(code) for code in NAMES],
        [int(code) / 100 for code in NAMES],
        [f"{code[:2]}.{code[2:]}" for code in NAMES],
        [f"{code}.0" for code in NAMES],
        [f"ID{code}" for code in NAMES],
        [f"{code[:2]}.{code[2:]}.01.2001" for code in NAMES],
    ],
    ids=["6301", "63.01 number", "63.01", "6301.0", "ID6301", "village code"],
)
def test_codes_are_known_in_any_spelling(install, codes):
    assert install(toy(fid_1=range(13), wilayah=codes), "a.gpkg").column == "wilayah"


SPELLINGS = {
    "Kotabaru": "Kab. Kota Baru",
    "Banjar": "KABUPATEN BANJAR",
    "Banjarbaru": "Kota Banjar Baru",
    "Banjarmasin": "KOTA BANJARMASIN",
    "Tanah Bumbu": "tanah  bumbu",
    "Tapin": "KAB.TAPIN",
}


def test_names_are_known_in_any_spelling(install, target):
    assert install(toy(WADMKK=[SPELLINGS.get(name, name) for name in NAMES.values()]))
    assert [shape.code for shape in boundaries.load(target)] == sorted(NAMES)


def test_kota_banjar_of_west_java_is_not_kabupaten_banjar(install):
    names = ["Kota Banjar" if name == "Banjar" else name for name in NAMES.values()]
    with pytest.raises(BoundaryError, match=r"6303 Banjar .*'Kota Banjar'"):
        install(toy(nama=names))


def test_villages_are_dissolved_and_other_provinces_left_out(install, target):
    west = [shapely.box(*square(n).bounds[:3], square(n).centroid.y) for n in range(13)]
    east = [square(n).difference(half) for n, half in enumerate(west)]
    far = [shapely.box(106, -7, 107, -6)]
    codes = [f"{code}01{half}" for half in (1, 2) for code in NAMES] + ["3201011"]
    villages = gpd.GeoDataFrame(
        {"OBJECTID": range(27), "KODE": codes}, geometry=west + east + far, crs=4326
    )
    report = install(villages, "desa.parquet")
    assert (report.rows, report.ignored) == (26, 1)
    assert shapely.from_geojson(boundaries.load(target)[12].geometry).equals(square(12))


def test_rows_that_name_another_province_are_left_out(install):
    rows = {
        "nama": [*NAMES.values(), "Banjar"],
        "provinsi": ["KALIMANTAN SELATAN"] * 13 + ["JAWA BARAT"],
    }
    shapes = [square(n) for n in range(13)] + [shapely.box(108, -8, 109, -7)]
    assert install(gpd.GeoDataFrame(rows, geometry=shapes, crs=4326)).ignored == 1


def test_a_row_number_is_not_taken_for_a_code(install):
    many = gpd.GeoDataFrame(
        {"OBJECTID": range(6300, 6400), "nama": ["lain"] * 100},
        geometry=[shapely.box(114, -4, 115, -3)] * 100,
        crs=4326,
    )
    many.loc[many.index[:13], "nama"] = list(NAMES.values())
    many.loc[many.index[:13], "geometry"] = [square(n) for n in range(13)]
    assert install(many, "a.parquet").column == "nama"


def test_heights_are_dropped(install, target):
    frame = toy()
    frame.geometry = shapely.force_3d(frame.geometry, 7)
    install(frame)
    assert not any(ring.has_z for ring in outer_rings(target))


def test_small_gaps_and_overlaps_are_mended(install, target):
    frame = toy()
    frame.geometry = [square(n, 0.2501 if n % 2 else 0.24995) for n in range(13)]
    install(frame)
    shapes = [shapely.from_geojson(shape.geometry) for shape in boundaries.load(target)]
    assert shapely.coverage_is_valid(shapes)


def test_a_detailed_map_is_made_small(install, target):
    frame = toy()
    frame.geometry = [shapely.buffer(square(n).centroid, 0.12, quad_segs=500) for n in range(13)]
    assert install(frame, "a.parquet").size == target.stat().st_size <= boundaries.LIMIT
    assert len(boundaries.load(target)) == 13


def twelve() -> gpd.GeoDataFrame:
    return toy().drop(index=9)


def unknown_name() -> gpd.GeoDataFrame:
    return toy(nama=[name.replace("Bumbu", "Bambu") for name in NAMES.values()])


def no_columns_that_help() -> gpd.GeoDataFrame:
    return toy(luas=[12.5] * 13)


def fourteenth_code() -> gpd.GeoDataFrame:
    frame = toy()
    extra = frame.iloc[[12]].assign(kode="6312", nama="Kambatang Lima")
    return gpd.GeoDataFrame(pd.concat([frame, extra]))


def reshaped(number: int, shape: shapely.Geometry | None) -> gpd.GeoDataFrame:
    frame = toy()
    shapes = list(frame.geometry)
    shapes[number] = shape
    return frame.set_geometry(gpd.GeoSeries(shapes, crs=4326))


def bow_tie() -> gpd.GeoDataFrame:
    return reshaped(2, shapely.Polygon([(115, -3), (116, -2), (116, -3), (115, -2)]))


def overlapping() -> gpd.GeoDataFrame:
    return reshaped(0, square(0, 0.26))


@pytest.mark.parametrize(
    ("frame", "message"),
    [
        (twelve, "kolom kode: 1 dari 13 tidak ada: 6310 Tanah Bumbu"),
        (unknown_name, "kolom nama: 1 dari 13 tidak ada: 6310 Tanah Bumbu .*'Tanah Bambu'"),
        (no_columns_that_help, "tidak ada kolom berisi kode .*kolom yang ada: luas"),
        (fourteenth_code, "fitur 14, kolom kode: kode 6312 tidak dikenal"),
        (bow_tie, r"fitur 3 \(6303 Banjar\): poligon tidak sah \(Self-intersection"),
        (overlapping, "6301 Tanah Laut dan 6302 Kotabaru: bertumpang tindih 4%"),
        (lambda: reshaped(1, None), r"fitur 2 \(6302 Kotabaru\): bentuknya kosong"),
        (lambda: reshaped(1, shapely.Point(115, -3)), "fitur 2 .*Point, bukan poligon"),
        (lambda: reshaped(1, shapely.box(0, 1, 2, 3)), "fitur 2 .*di luar Kalimantan Selatan"),
    ],
)
def test_what_is_wrong_is_named_with_its_place_and_fix(install, target, frame, message):
    with pytest.raises(BoundaryError, match=rf"^batas.parquet[,:] {message}") as refused:
        install(frame(), "batas.parquet")
    assert ". Perbaikan: " in str(refused.value)
    assert not target.exists()


def test_a_shapefile_without_crs_is_refused(tmp_path, target):
    zip_shapefile(toy(), tmp_path / "a.zip", {".shp", ".shx", ".dbf"})
    with pytest.raises(BoundaryError, match=r"^a.zip: sistem koordinat .* \.prj"):
        boundaries.install(tmp_path / "a.zip", target)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.pdf", b"%PDF", "jenis '.pdf' tidak dikenal.* GeoPackage"),
        ("a.geojson", b"", "kosong, rusak"),
        ("a.geojson", b'{"type": "FeatureColl', "kosong, rusak"),
        ("a.geojson", b'{"type": "FeatureCollection", "features": []}', "tidak memuat satu pun"),
        ("a.geojson", b"<OGRVRTDataSource/>", "kosong, rusak"),
        ("a.gpkg", b"SQLite format 3\0 and then nothing", "kosong, rusak"),
        ("a.parquet", b"PAR1 and then nothing", "kosong, rusak"),
        ("a.zip", b"PK and then nothing", "kosong, rusak"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused(tmp_path, target, name, content, message):
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(BoundaryError, match=rf"^{name}: .*{message}"):
        boundaries.install(file, target)


def test_a_file_that_is_not_there_is_refused(tmp_path, target):
    with pytest.raises(BoundaryError, match="berkas tidak ada"):
        boundaries.install(tmp_path / "a.gpkg", target)


def test_a_zip_needs_exactly_one_shapefile(tmp_path, target):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as packed:
        packed.writestr("baca.txt", "tidak ada peta")
    with pytest.raises(BoundaryError, match=r"Shapefile .* tidak ada"):
        boundaries.install(tmp_path / "a.zip", target)


def test_a_refused_file_leaves_the_earlier_map_as_it_was(install, target):
    install(toy())
    before = target.read_bytes()
    with pytest.raises(BoundaryError):
        install(bow_tie(), "b.parquet")
    assert target.read_bytes() == before
    assert list(target.parent.iterdir()) == [target]


def test_an_installed_map_is_in_use_until_it_is_removed(tmp_path, monkeypatch):
    monkeypatch.setenv("INOVASI_BANUA_MAPS", str(tmp_path / "maps"))
    assert boundaries.in_use() == boundaries.SCHEMATIC
    boundaries.install(save(toy(), tmp_path / "a.gpkg"))
    assert boundaries.in_use() == tmp_path / "maps" / "resmi.geojson"
    boundaries.remove()
    boundaries.remove()
    assert boundaries.in_use() == boundaries.SCHEMATIC


def test_a_file_copied_into_its_place_by_hand_is_refused(tmp_path):
    file = save(toy(), tmp_path / "resmi.geojson")
    with pytest.raises(BoundaryError, match="bukan peta yang dipasang"):
        boundaries.load(file)


def test_squares_side_by_side_are_neighbours_and_corners_are_not(install, target):
    install(toy())
    borders = {(one, other): km for one, other, km in boundaries.neighbours(target)}
    assert borders["6301", "6302"] == borders["6302", "6301"] == pytest.approx(27.6, abs=0.2)
    assert ("6301", "6307") not in borders


def test_areas_and_labels_are_those_of_the_squares(install, target):
    install(toy())
    first = boundaries.load(target)[0]
    assert first.area_km2 == pytest.approx(27.76 * 27.65, rel=0.005)
    label = (first.label_longitude, first.label_latitude)
    assert label == pytest.approx((114.125, -3.875), abs=0.01)


def test_the_schematic_map_has_13_valid_clockwise_regencies_in_30_kb():
    shapes = [shapely.from_geojson(s.geometry) for s in boundaries.load(boundaries.SCHEMATIC)]
    assert len(NAMES) == len(shapes) == 13
    assert all(shapely.is_valid(shapes))
    assert not any(ring.is_ccw for ring in outer_rings(boundaries.SCHEMATIC))
    assert boundaries.SCHEMATIC.stat().st_size <= 30_000


def test_the_schematic_map_says_that_it_is_not_official():
    about = boundaries.about(boundaries.SCHEMATIC)
    assert about["label"] == "batas skematik, bukan batas resmi"
    assert not about["official"]


@pytest.mark.parametrize("other", ["6301", "6302", "6303"])
def test_tanah_bumbu_borders_tanah_laut_kotabaru_and_banjar(other):
    pairs = {(one, two) for one, two, _ in boundaries.neighbours(boundaries.SCHEMATIC)}
    assert {("6310", other), (other, "6310")} <= pairs


def test_the_bps_map_can_be_installed(target):
    if not BPS.exists():
        pytest.skip("the BPS map is not here")
    boundaries.install(BPS, target)
    schematic = boundaries.load(boundaries.SCHEMATIC)
    for ours, theirs in zip(schematic, boundaries.load(target), strict=True):
        a, b = shapely.from_geojson(ours.geometry), shapely.from_geojson(theirs.geometry)
        assert a.intersection(b).area / a.union(b).area > 0.6
