"""Drawings of a briefing for typst: marks at points, from the upper left corner downwards."""

from dataclasses import dataclass
from typing import Any

from pages.parts import brief_map, words
from pages.parts.brief_facts import Brief
from pages.parts.colours import LIGHT
from pages.parts.map_shapes import Area, map_shapes, scale

SMALL_TEXT, TEXT = 6.5, 8.0


@dataclass(frozen=True)
class Drawing:
    """A drawing with what it shows in words.

    Attributes:
        width, height: points.
        marks: of `area`, `line`, `box`, `sign` and `label`; later ones lie above.
        alt: for who cannot see it.
    """

    width: float
    height: float
    marks: tuple[dict[str, Any], ...]
    alt: str


def area(rings: Any, fill: str, stroke: str = "", thick: float = 0.6) -> dict[str, Any]:
    return {"shape": "area", "rings": rings, "fill": fill, "stroke": stroke, "thick": thick}


def line(points: Any, stroke: str, thick: float = 0.6) -> dict[str, Any]:
    return {"shape": "line", "rings": [points], "stroke": stroke, "thick": thick}


def box(left: float, top: float, right: float, bottom: float, fill: str, stroke: str = "") -> dict:
    return area([[(left, top), (right, top), (right, bottom), (left, bottom)]], fill, stroke)


def sign(at: tuple[float, float], radius: float, fill: str, stroke: str) -> dict[str, Any]:
    """A diamond: it says "here" at any size."""
    x, y = at
    ring = [(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)]
    return area([ring], fill, stroke, 1.2)


def label(
    at: tuple[float, float],
    text: str,
    anchor: str = "middle",
    fill: str = LIGHT.ink,
    size: float = TEXT,
    bold: str = "",
) -> dict[str, Any]:
    """Words at a place, which is their middle, start or end; `bold` stands on a second line."""
    lines = [{"text": text, "bold": False}] if text else []
    lines += [{"text": bold, "bold": True}] if bold else []
    return {
        "shape": "words", "at": at, "anchor": anchor, "fill": fill, "halo": "", "size": size,
        "lines": lines,
    }  # fmt: skip


def province_map(brief: Brief, width: float, height: float, size: float = TEXT) -> Drawing:
    """Every government by its score, with name and score; below it what the colours mean."""
    shapes = map_shapes(brief, width, height - 26)
    drawn = [
        area(one.rings, one.fill, LIGHT.chosen if one.own else LIGHT.paper, 2.2 if one.own else 0.6)
        for one in shapes.areas
    ]
    led = [line([one.label_at, one.led_from], LIGHT.muted) for one in shapes.areas if one.led_from]
    names = [named(one, size) for one in shapes.areas]
    legend = map_legend(shapes.height + 10, shapes.width)
    return Drawing(
        shapes.width, shapes.height + 26, (*drawn, *led, *names, *legend), brief_map.finding(brief)
    )


def named(one: Area, size: float) -> dict[str, Any]:
    anchor = "end" if one.led_from else "middle"
    ground = LIGHT.paper if one.led_from else one.fill
    return label(one.label_at, one.name, anchor, one.ink, size, one.label) | {"halo": ground}


def map_legend(top: float, width: float) -> list[dict[str, Any]]:
    """The scale in five steps, and grey."""
    steps = [*((str(value), colour) for value, colour in scale()), (words.DASH, LIGHT.unknown)]
    wide = min(26.0, (width - 60) / len(steps))
    return [
        mark
        for place, (text, colour) in enumerate(steps)
        for mark in (
            box(place * wide, top, (place + 1) * wide - 2, top + 7, colour),
            label((place * wide + (wide - 2) / 2, top + 12), text, size=SMALL_TEXT),
        )
    ] + [label((len(steps) * wide + 2, top + 4), f"skor; {words.DASH} tidak ada", "start",
               LIGHT.muted, SMALL_TEXT)]  # fmt: skip
