"""The look of the slides: the house's colours, one font, 16:9, title, footer and mark on each."""

import copy
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

import pptx
from lxml import etree
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.shapes import PP_PLACEHOLDER as PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.presentation import Presentation
from pptx.slide import Slide
from pptx.util import Inches

from pages.parts.brief_content import Content
from pages.parts.brief_facts import Brief
from pages.parts.brief_pptx_text import (
    ACCENT,
    OWN,
    PAPER,
    Place,
    Said,
    describe,
    fill,
    plate,
    write,
)
from pages.parts.colours import LIGHT
from pages.parts.visit_blocks import printable

HOUSE = "Inovasi Banua"
FULL = 100.0  # the highest index
FONT = "Arial"
WIDTH, HEIGHT, EDGE = 13.333, 7.5, 0.6
STRIP = Place(0, 0, WIDTH, 0.4)
TITLE = Place(EDGE, 0.5, WIDTH - 2 * EDGE, 1.1)
COVER_TITLE = Place(EDGE, 0.6, WIDTH - 2 * EDGE, 1.3)
SUBTITLE = Place(EDGE, 1.95, WIDTH - 2 * EDGE, 1.3)
BODY = Place(EDGE, 1.75, WIDTH - 2 * EDGE, 5.1)
FOOTER = Place(EDGE, 6.98, 11.1, 0.36)
NUMBER = Place(WIDTH - EDGE - 0.9, 6.98, 0.9, 0.36)
ACROSS = Place(0.2, 3.2, WIDTH - 0.4, 1.1)
LEANING, FAINT, LARGE = -22, 15, 40  # degrees; percent of its colour; points
TITLE_SIZE, TITLE_LINES, COVER_SIZE, FINE = 28, 2, 32, 12
COVER, PLAIN = 0, 5  # places of the layouts we keep
COLOURS = {
    "dk1": LIGHT.ink,
    "lt1": LIGHT.paper,
    "dk2": LIGHT.muted,
    "lt2": LIGHT.line,
    "accent1": LIGHT.accent,
    "accent2": LIGHT.chosen,
    "accent3": LIGHT.ahead,
    "accent4": LIGHT.behind,
    "accent5": LIGHT.even,
    "accent6": LIGHT.sequence[3],
    "hlink": LIGHT.accent,
    "folHlink": LIGHT.muted,
}
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


def empty(content: Content, day: Any) -> Presentation:
    """A presentation without slides: python-pptx's own template in our look."""
    show = pptx.Presentation()
    show.slide_width, show.slide_height = Inches(WIDTH), Inches(HEIGHT)
    kept = (show.slide_layouts[COVER], show.slide_layouts[PLAIN])
    for layout in [one for one in show.slide_layouts if one not in kept]:
        show.slide_layouts.remove(layout)
    paint(show)
    arrange(show)
    sign(show, content, day)
    return show


def paint(show: Presentation) -> None:
    """Colours and font into the theme: whoever edits the slides stays in the house's look."""
    part = show.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme = etree.fromstring(part.blob)
    theme.set("name", HOUSE)
    for name, colour in COLOURS.items():
        slot = theme.find(f".//{qn('a:clrScheme')}/{qn(f'a:{name}')}")
        slot.clear()
        etree.SubElement(slot, qn("a:srgbClr"), val=colour[1:])
    for kind in ("a:majorFont", "a:minorFont"):
        theme.find(f".//{qn(kind)}/{qn('a:latin')}").set("typeface", FONT)
    part._blob = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)


def arrange(show: Presentation) -> None:
    """Where titles, footers and numbers stand, on the master and on both layouts."""
    master = show.slide_master
    heading = master._element.find(f".//{qn('p:titleStyle')}/{qn('a:lvl1pPr')}")
    heading.set("algn", "l")
    style = heading.find(qn("a:defRPr"))
    style.set("sz", str(TITLE_SIZE * 100))
    style.set("b", "1")
    style.find(f".//{qn('a:schemeClr')}").set("val", "accent1")
    for holder in [*master.placeholders, *master.slide_layouts[1].placeholders]:
        move(holder, {PLACEHOLDER.TITLE: TITLE})
    for holder in master.slide_layouts[0].placeholders:
        move(holder, {PLACEHOLDER.CENTER_TITLE: COVER_TITLE, PLACEHOLDER.SUBTITLE: SUBTITLE})


def move(holder: Any, places: dict[Any, Place]) -> None:
    usual = {PLACEHOLDER.FOOTER: FOOTER, PLACEHOLDER.SLIDE_NUMBER: NUMBER, PLACEHOLDER.BODY: BODY}
    place = (usual | places).get(holder.placeholder_format.type)
    if place:
        holder.left, holder.top, holder.width, holder.height = place.box


def sign(show: Presentation, content: Content, day: Any) -> None:
    """What the file says of itself."""
    about = show.core_properties
    about.title = printable(content.headline)
    about.subject = printable(f"Taklimat {content.subject}. {content.mark or content.data}")
    about.author = about.last_modified_by = HOUSE
    about.language, about.comments, about.keywords = "id-ID", content.mark, content.mark
    about.created = about.modified = datetime.combine(day, time())


def page(deck: Deck, title: str, cover: bool = False) -> Slide:
    """A new slide with its title and the mark."""
    slide = deck.show.slides.add_slide(deck.show.slide_layouts[0 if cover else 1])
    place, size = (COVER_TITLE, COVER_SIZE) if cover else (TITLE, TITLE_SIZE)
    said = Said(title, size, True, ACCENT, TITLE_LINES)
    fill(slide.shapes.title.text_frame, [said], place.width, anchor=MSO_ANCHOR.MIDDLE)
    if deck.content.mark:
        mark(slide, deck.content.mark)
    return slide


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
    said = f"{content.subject} · {told['Data']} · dibuat {told['Dibuat']} · {HOUSE}: buka halaman"
    for holder in slide.placeholders:
        kind = holder.placeholder_format.type
        if kind == PLACEHOLDER.FOOTER:
            fill(holder.text_frame, [Said(said, FINE, lines=1, link=told["Tautan"])], FOOTER.width)
        elif kind == PLACEHOLDER.SLIDE_NUMBER:
            holder._element.find(f".//{qn('a:fld')}/{qn('a:t')}").text = str(number)
