"""What is on each slide: its title, the mark of made-up data, the footer that leads back."""

import copy
from dataclasses import dataclass
from typing import Any

from lxml import etree
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.shapes import PP_PLACEHOLDER as PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.presentation import Presentation
from pptx.slide import Slide

from pages.parts.brief_content import Content
from pages.parts.brief_facts import Brief
from pages.parts.brief_pptx_text import (
    ACCENT,
    MARGIN,
    OWN,
    PAPER,
    POINTS,
    Place,
    Said,
    describe,
    fill,
    plate,
    wrapped,
    write,
)
from pages.parts.brief_pptx_theme import COVER_SIZE, COVER_TITLE, FOOTER, TITLE, TITLE_SIZE, WIDTH
from pages.parts.visit_blocks import printable

STRIP = Place(0, 0, WIDTH, 0.4)
ACROSS = Place(0.2, 3.2, WIDTH - 0.4, 1.1)
LEANING, FAINT, LARGE = -22, 15, 40  # degrees; percent of its colour; points
TITLE_LINES, FINE = 2, 12
DECORATIVE = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)
"""Says that a shape repeats what is said elsewhere, so that screen readers pass it by."""


@dataclass(frozen=True)
class Deck:
    """A presentation being made, and what it is about."""

    show: Presentation
    brief: Brief
    content: Content


def page(deck: Deck, title: str, cover: bool = False) -> Slide:
    """A new slide with its title and the mark."""
    slide = deck.show.slides.add_slide(deck.show.slide_layouts[0 if cover else 1])
    place, size = (COVER_TITLE, COVER_SIZE) if cover else (TITLE, TITLE_SIZE)
    told = finding(title, place.width, size)
    said = Said(told, size, True, ACCENT, TITLE_LINES)
    slide.shapes.title.name = "Judul"
    fill(slide.shapes.title.text_frame, [said], place.width, anchor=MSO_ANCHOR.MIDDLE)
    if deck.content.mark:
        mark(slide, deck.content.mark)
    return slide


def finding(title: str, width: float, size: float) -> str:
    """A title that fits: its last clauses are left out before a word is cut."""
    clauses = printable(title).split("; ")
    while len(clauses) > 1 and not fits("; ".join(clauses), width, size):
        clauses.pop()
    return "; ".join(clauses)


def fits(title: str, width: float, size: float = TITLE_SIZE) -> bool:
    room = (width - 2 * MARGIN) * POINTS
    return len(wrapped(title, room, size, True)) <= TITLE_LINES


def mark(slide: Slide, told: str) -> None:
    """Said in full at the top, and faintly across the slide behind what it shows."""
    across = write(
        slide, ACROSS, [Said(told, LARGE, True, OWN, 1, align=PP_ALIGN.CENTER)], "Tanda air"
    )
    across.rotation = LEANING
    colour = across._element.find(f".//{qn('a:schemeClr')}")
    etree.SubElement(colour, qn("a:alpha"), val=str(FAINT * 1000))
    across._element.xpath(".//p:cNvPr")[0].append(etree.fromstring(DECORATIVE))
    strip = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *STRIP.box)
    describe(strip, "Tanda simulasi", told)
    plate(strip, OWN, None)
    said = Said(told, 16, True, PAPER, 1, align=PP_ALIGN.CENTER)
    fill(strip.text_frame, [said], WIDTH, anchor=MSO_ANCHOR.MIDDLE)


def foot(slide: Any, number: int, content: Content) -> None:
    """Footer and number, last to be read: placeholders that python-pptx leaves in the layout."""
    for holder in slide.slide_layout.placeholders:
        kind = holder.placeholder_format.type
        if kind in (PLACEHOLDER.FOOTER, PLACEHOLDER.SLIDE_NUMBER):
            copied = copy.deepcopy(holder._element)
            copied.xpath(".//p:cNvPr")[0].set("id", str(slide.shapes._next_shape_id))
            slide.shapes._spTree.append(copied)
    told = dict(content.scope)
    said = f"{content.subject} · {told['Data']} · dibuat {told['Dibuat']} · buka halaman ini"
    for holder in slide.placeholders:
        kind = holder.placeholder_format.type
        if kind == PLACEHOLDER.FOOTER:
            holder.name = "Kaki slide"
            fill(holder.text_frame, [Said(said, FINE, lines=1, link=told["Tautan"])], FOOTER.width)
        elif kind == PLACEHOLDER.SLIDE_NUMBER:
            holder.name = "Nomor slide"
            holder._element.find(f".//{qn('a:fld')}/{qn('a:t')}").text = str(number)
