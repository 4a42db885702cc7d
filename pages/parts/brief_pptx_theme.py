"""The theme of the slides: the house's colours, one font, 16:9, and where things stand."""

from datetime import date, datetime, time
from typing import Any

import pptx
from lxml import etree
from pptx.enum.shapes import PP_PLACEHOLDER as PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.presentation import Presentation
from pptx.util import Inches

from pages.parts.brief_content import Content
from pages.parts.brief_pptx_text import Place
from pages.parts.colours import LIGHT
from pages.parts.visit_blocks import printable

HOUSE = "Inovasi Banua"
FULL = 100.0  # the highest index
FONT = "Arial"
LONGEST = 255  # signs of a property of the file
WIDTH, HEIGHT, EDGE = 13.333, 7.5, 0.6
TITLE = Place(EDGE, 0.5, WIDTH - 2 * EDGE, 1.1)
COVER_TITLE = Place(EDGE, 0.6, WIDTH - 2 * EDGE, 1.3)
SUBTITLE = Place(EDGE, 1.95, WIDTH - 2 * EDGE, 1.3)
BODY = Place(EDGE, 1.75, WIDTH - 2 * EDGE, 5.1)
FOOTER = Place(EDGE, 6.98, 11.1, 0.36)
NUMBER = Place(WIDTH - EDGE - 0.9, 6.98, 0.9, 0.36)
TITLE_SIZE, COVER_SIZE = 28, 32  # points
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


def empty(content: Content, day: date) -> Presentation:
    """A presentation without slides: python-pptx's own template in our look."""
    show = pptx.Presentation()
    show.slide_width, show.slide_height = Inches(WIDTH), Inches(HEIGHT)
    kept = (show.slide_layouts[COVER], show.slide_layouts[PLAIN])
    for layout in [one for one in show.slide_layouts if one not in kept]:
        show.slide_layouts.remove(layout)
    paint(show)
    forget(show)
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


def forget(show: Presentation) -> None:
    """The picture of the template's first slide, which file managers would show as ours."""
    package = show.part.package
    for key, relation in list(package._rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            package.drop_rel(key)


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


def sign(show: Presentation, content: Content, day: date) -> None:
    """What the file says of itself."""
    about = show.core_properties
    about.title = printable(content.headline)[:LONGEST]
    about.subject = printable(f"Taklimat {content.subject}. {content.mark or content.data}")[
        :LONGEST
    ]
    about.author = about.last_modified_by = HOUSE
    about.language, about.comments, about.keywords = "id-ID", content.mark, content.mark
    about.created = about.modified = datetime.combine(day, time())
