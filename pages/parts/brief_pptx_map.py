"""The map of a slide: every government a shape of its own, with name, score and alt text."""

from functools import cached_property
from typing import Any

from lxml import etree
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.shapes.freeform import FreeformBuilder
from pptx.shapes.group import GroupShape
from pptx.slide import Slide
from pptx.util import Inches, Length, Pt

from pages.parts import claim_words, words
from pages.parts.brief_facts import Brief
from pages.parts.brief_pptx_text import (
    MARGIN,
    MUTED,
    OWN,
    PAPER,
    POINTS,
    Place,
    Said,
    describe,
    fill,
    length,
    plate,
    unstyle,
    write,
)
from pages.parts.colours import LIGHT
from pages.parts.map_shapes import Area, map_shapes, scale

NAME_SIZE, LEGEND_SIZE = 13, 16
FINE = 1000  # parts of an inch: the grid on which borders are drawn
PLATE, SLACK, SHEER = 0.44, 0.04, 78  # inches high; percent of its colour
SWATCH, ROW = 0.3, 0.42  # inches, of the legend


def draw(slide: Slide, place: Place, brief: Brief) -> None:
    """The map as large as fits, at the left of its place; areas, lines and names are one group."""
    made = map_shapes(brief, place.width * FINE, place.height * FINE)
    group = slide.shapes.add_group_shape()
    for area in made.areas:
        outline(group, area, place, brief)
    for area in made.areas:
        if area.led_from:
            lead(group, area, place)
    for area in made.areas:
        write_name(group, area, place)
    known = int(brief.scores["score"].notna().sum())
    describe(
        group,
        "Peta Kalimantan Selatan",
        f"Peta {len(made.areas)} daerah menurut skor indeks; diketahui untuk {known}. "
        f"{brief.about['map_label']}.",
    )


def outline(group: GroupShape, area: Area, place: Place, brief: Brief) -> None:
    """One government with its islands: a single free form, filled by its score."""
    (start, *rest), *others = area.rings
    pen = Pen.new(group.shapes, *start, Inches(1) / FINE, Inches(1) / FINE)
    pen.add_line_segments(rest, close=True)
    for first, *following in others:
        pen.move_to(*first)
        pen.add_line_segments(following, close=True)
    shape = pen.convert_to_shape(Inches(place.left), Inches(place.top))
    describe(shape, brief.name(area.code), told(area.code, brief))
    plate(shape, rgb(area.fill), OWN if area.own else PAPER)
    shape.line.width = Pt(3 if area.own else 1)


def told(code: str, brief: Brief) -> str:
    """ "Tabalong: indeks 79,37 (2022), Sangat Inovatif (2023)"."""
    row = brief.scores.loc[code]
    predicate = claim_words.predicate(row)
    known = f"{brief.name(code)}: indeks {claim_words.score_with_year(row)}"
    return known if predicate == words.DASH else f"{known}, {predicate}"


def lead(group: GroupShape, area: Area, place: Place) -> None:
    """A thin line from a name beside the map to its small area."""
    assert area.led_from
    ends = [
        Inches(place[side] + point[side] / FINE) for point in (area.label_at, area.led_from)
        for side in (0, 1)
    ]  # fmt: skip
    line = group.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *ends)
    unstyle(line)
    line.name = f"Garis ke {area.name}"
    line.line.color.theme_color, line.line.width = MUTED, Pt(1)


def write_name(group: GroupShape, area: Area, place: Place) -> None:
    """Name over score on a light plate, readable on any colour and across a border."""
    x, y = (one / FINE for one in area.label_at)
    width = length(area.name, NAME_SIZE, True) / POINTS + SLACK
    left = place.left + x - (width if area.led_from else width / 2)
    where = Place(left, place.top + y - PLATE / 2, width, PLATE)
    shape = group.shapes.add_textbox(*where.box)
    shape.name = f"Nama {area.name}"
    said = [
        Said(text, NAME_SIZE, True, lines=1, align=PP_ALIGN.CENTER)
        for text in (area.name, area.label)
    ]
    frame = shape.text_frame
    fill(frame, said, width + 2 * MARGIN, anchor=MSO_ANCHOR.MIDDLE)
    frame.margin_top = frame.margin_bottom = frame.margin_left = frame.margin_right = 0
    plate(shape, PAPER, None)
    colour = shape._element.find(f".//{qn('p:spPr')}//{qn('a:schemeClr')}")
    etree.SubElement(colour, qn("a:alpha"), val=str(SHEER * 1000))


def rgb(colour: str) -> RGBColor:
    return RGBColor.from_string(colour[1:].upper())


class Pen(FreeformBuilder):
    """Looks for the leftmost and topmost point once, not anew for every point it draws."""

    @cached_property
    def shape_offset_x(self) -> Length:
        return super().shape_offset_x

    @cached_property
    def shape_offset_y(self) -> Length:
        return super().shape_offset_y


def legend(slide: Slide, place: Place, brief: Brief) -> float:
    """The colours of the scale, the unknown and the outline; returns where it ends."""
    rows = [(colour, f"indeks {score}") for score, colour in reversed(scale())]
    rows.append((LIGHT.unknown, f"{words.DASH} {words.UNKNOWN}"))
    group = slide.shapes.add_group_shape()
    for number, (colour, text) in enumerate(rows):
        top = place.top + number * ROW
        swatch(group, Place(place.left, top, SWATCH, SWATCH), colour)
        beside = Place(place.left + SWATCH, top - 0.06, place.width - SWATCH, ROW)
        write(group, beside, [Said(text, LEGEND_SIZE, lines=1)], f"Legenda {text}")
    describe(group, "Legenda", "Warna dari muda (0) ke tua (100); abu-abu belum ada data.")
    return place.top + len(rows) * ROW


def swatch(group: GroupShape, place: Place, colour: str) -> Any:
    shape = group.shapes.add_shape(MSO_SHAPE.RECTANGLE, *place.box)
    plate(shape, rgb(colour), MUTED)
    shape.name = "Warna"
    return shape
