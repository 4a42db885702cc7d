"""The map as shapes in a plane: toy squares on the equator, where a degree is a degree."""

import json

import pandas as pd
import pytest

from pages.parts import brief_map, map_shapes
from pages.parts.colours import LIGHT
from pages.parts.map_window import ROOM


def square(west: float, south: float, size: float = 1.0) -> list[list[float]]:
    east, north = west + size, south + size
    return [[west, south], [west, north], [east, north], [east, south], [west, south]]


def row(code: str, polygons: list, area: float = 100.0) -> dict:
    west, south = polygons[0][0][0]
    return {
        "code": code, "name": f"Daerah {code}", "short_name": code, "kind": "Kabupaten",
        "geometry": json.dumps({"type": "MultiPolygon", "coordinates": polygons}),
        "label_longitude": west + 0.5, "label_latitude": south + 0.5, "area_km2": area,
    }  # fmt: skip


TWO = pd.DataFrame([row("A", [[square(0, 0)]]), row("B", [[square(1, 0)]])])
SCORES = pd.Series({"A": 100.0, "B": float("nan")})


def drawn(rows: pd.DataFrame = TWO, own: str = "A", width=300.0, height=300.0):
    return map_shapes.shapes(rows, SCORES, own, width, height)


def test_the_map_fits_its_box_and_keeps_its_proportions():
    wide, high = drawn(width=300, height=1000), drawn(width=10_000, height=100)
    assert (wide.width, high.height) == (300, 100)
    assert wide.width / wide.height == pytest.approx(high.width / high.height, abs=1e-3)
    for one in drawn().areas:
        assert all(0 <= x <= 300 and 0 <= y <= 300 for ring in one.rings for x, y in ring)


def test_a_square_stays_one_and_north_is_up():
    (ring,) = next(one for one in drawn().areas if one.code == "A").rings
    (x0, y0), (_, y1), (x2, _), _ = ring
    assert x2 - x0 == pytest.approx(y0 - y1, abs=0.05)
    assert y1 < y0


def test_neighbours_share_their_border():
    places = {one.code: {point for ring in one.rings for point in ring} for one in drawn().areas}
    assert len(places["A"] & places["B"]) == 2


def test_colour_is_the_score_and_the_unknown_is_grey_with_a_dash():
    known, unknown = sorted(drawn().areas, key=lambda one: one.code)
    assert (known.fill, known.label) == (LIGHT.sequence[-1], "100")
    assert (unknown.fill, unknown.label) == (LIGHT.unknown, "–")
    assert (known.ink, unknown.ink) == ("#ffffff", "#10201f")


def test_the_own_one_comes_last_so_that_nothing_covers_its_outline():
    assert [(one.code, one.own) for one in drawn(own="A").areas] == [("B", False), ("A", True)]
    assert not any(one.own for one in drawn(own="6300").areas)


def test_a_small_government_is_led_out_to_the_west_with_a_line():
    rows = pd.DataFrame([*TWO.to_dict("records"), row("C", [[square(1.4, 0.4, 0.2)]], area=1)])
    small = next(one for one in drawn(rows).areas if one.code == "C")
    assert small.led_from is not None
    assert small.label_at[0] < small.led_from[0]
    assert all(one.led_from is None for one in drawn(rows).areas if one.code != "C")


def test_a_name_is_left_out_where_it_would_cover_one_named_before():
    narrow = [row(name, [[square(place * 0.11, 0, 0.11)]]) for place, name in enumerate("ABC")]
    rows = pd.DataFrame([*narrow, row("D", [[square(9, 3)]])]).assign(label="–")
    assert brief_map.uncrowded(rows, ["B", "A", "C", "D"], 20, ROOM) == {"B", "D"}
    assert brief_map.uncrowded(rows, ["A", "B", "C"], 20, ROOM) == {"A", "C"}
    assert brief_map.uncrowded(rows, ["A", "B", "C"], 2, ROOM) == {"A", "B", "C"}


def test_names_led_out_have_the_room_they_need_and_others_none():
    small = [row(name * 9, [[square(1.4, 0.4, 0.2)]], area=1) for name in "CD"]
    rows = pd.DataFrame([*TWO.to_dict("records"), *small]).assign(label="–")
    room = brief_map.room_for(rows, rows, 12)
    assert brief_map.room_for(rows[:2], rows, 12).west < room.west
    boxes = brief_map.label_boxes(rows, rows, 12, room)
    assert min(box.bounds[0] for box in boxes.values()) >= 0
    assert not boxes["C" * 9].overlaps(boxes["D" * 9])
    assert brief_map.largest(rows) == ["A", "B"]


def test_holes_stay_and_far_specks_are_left_out():
    holed = [square(0, 0), square(0.4, 0.4, 0.2)]
    rows = pd.DataFrame([row("A", [holed, [square(9, 9, 0.01)]]), row("B", [[square(1, 0)]])])
    (own,) = (one for one in drawn(rows).areas if one.own)
    assert len(own.rings) == 2


def test_the_scale_goes_from_light_to_dark():
    steps = map_shapes.scale()
    assert [value for value, _ in steps] == [0, 25, 50, 75, 100]
    assert (steps[0][1], steps[-1][1]) == (LIGHT.sequence[0], LIGHT.sequence[-1])
