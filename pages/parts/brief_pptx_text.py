"""Text for slides: measured, cut to what its place holds, and written into shapes."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.shapes.group import GroupShape
from pptx.slide import Slide
from pptx.text.text import TextFrame, _Paragraph, _Run
from pptx.util import Inches, Length, Pt

from pages.parts import words
from pages.parts.visit_blocks import printable

INK, MUTED = MSO_THEME_COLOR.TEXT_1, MSO_THEME_COLOR.TEXT_2
PAPER, LINE = MSO_THEME_COLOR.BACKGROUND_1, MSO_THEME_COLOR.BACKGROUND_2
ACCENT, OWN = MSO_THEME_COLOR.ACCENT_1, MSO_THEME_COLOR.ACCENT_2
EVEN, SOFT = MSO_THEME_COLOR.ACCENT_5, MSO_THEME_COLOR.ACCENT_6
LANGUAGE = "id-ID"
LEADING, POINTS = 1.2, 72  # of a line, in sizes; of an inch
MARGIN = 0.1  # inches, left and right inside a shape
BOLD, WIDEST = 1.07, 1.0
WIDTHS = {
    sign: width
    for width, signs in {
        0.23: "ijl|'",
        0.29: " !,.:;/\\[]ftI",
        0.34: "()-r`",
        0.5: "ckszvxyJ",
        0.56: "abdeghnopqu0123456789–_?$#·",
        0.61: "FTZL+=<>−~▼▲●◆○",
        0.67: "ABEKPSVXY&",
        0.73: "CDHNRUw",
        0.78: "GOQ",
        0.84: "mM",
        0.95: "W%",
    }.items()
    for sign in signs
}
"""Of Arial's signs, in sizes and rounded up; of any other, the widest."""


class Place(NamedTuple):
    """A rectangle on a slide, in inches."""

    left: float
    top: float
    width: float
    height: float

    @property
    def box(self) -> tuple[Length, Length, Length, Length]:
        """In the units of a slide."""
        return Inches(self.left), Inches(self.top), Inches(self.width), Inches(self.height)


@dataclass(frozen=True)
class Said:
    """One paragraph.

    Attributes:
        text: plain; lines: how many it may fill before it is cut.
        size: in points; colour: of the theme; link: a web address or "".
        after: space below, in points.
    """

    text: str
    size: float = 18
    bold: bool = False
    colour: MSO_THEME_COLOR = INK
    lines: int = 2
    link: str = ""
    align: PP_ALIGN = PP_ALIGN.LEFT
    after: float = 0


def length(text: str, size: float, bold: bool = False) -> float:
    """How long a text is at a size, in points; a little more than it is."""
    return sum(WIDTHS.get(sign, WIDEST) for sign in text) * size * (BOLD if bold else 1)


def wrapped(text: str, width: float, size: float, bold: bool = False) -> list[str]:
    """Its lines in a place so wide (points); a word that is longer than a line is broken."""
    lines, line, filled = [], "", 0.0
    for word in text.split(" "):
        own = length(word, size, bold)
        more = filled + length(" ", size, bold) + own if line else own
        if more <= width:
            line, filled = f"{line} {word}" if line else word, more
            continue
        lines += [line] if line else []
        *whole, line = broken(word, width, size, bold) if own > width else [word]
        lines += whole
        filled = length(line, size, bold)
    return [*lines, line]


def broken(word: str, width: float, size: float, bold: bool) -> list[str]:
    """The parts of a word that is longer than a line."""
    parts = [""]
    for sign in word:
        if parts[-1] and length(parts[-1] + sign, size, bold) > width:
            parts.append("")
        parts[-1] += sign
    return parts


def fitted(text: str, width: float, size: float, lines: int, bold: bool = False) -> str:
    """The text, cut with "…" where it would fill more lines."""
    told = wrapped(" ".join(printable(text).split()), width, size, bold)
    if len(told) <= lines:
        return " ".join(told)
    last = told[lines - 1]
    while last and length(last + "…", size, bold) > width:
        last = last[:-1]
    return " ".join([*told[: lines - 1], last.rstrip(" ,;.·") + "…"])


def sized(text: str, width: float, choices: tuple[tuple[float, int], ...]) -> tuple[float, int]:
    """The first size and lines in which a bold text is told to its end in so many inches."""
    room = (width - 2 * MARGIN) * POINTS
    for size, lines in choices:
        if len(wrapped(text, room, size, True)) <= lines:
            return size, lines
    return choices[-1]


def write(
    slide: Slide | GroupShape, place: Place, said: Iterable[Said], name: str, **how: Any
) -> Any:
    """A text box with paragraphs; returns its shape."""
    shape = slide.shapes.add_textbox(*place.box)
    shape.name = name
    fill(shape.text_frame, said, place.width, **how)
    return shape


def fill(
    frame: TextFrame, said: Iterable[Said], width: float, anchor: MSO_ANCHOR = MSO_ANCHOR.TOP
) -> None:
    """Paragraphs into a frame that is `width` inches wide."""
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    frame.vertical_anchor = anchor
    for place, one in enumerate(said):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        put(paragraph, one, width)


def put(paragraph: _Paragraph, one: Said, width: float) -> None:
    inside = (width - 2 * MARGIN) * POINTS
    paragraph.alignment, paragraph.space_after = one.align, Pt(one.after)
    run = paragraph.add_run()
    run.text = fitted(one.text, inside, one.size, one.lines, one.bold)
    dress(run, one)


def dress(run: _Run, one: Said) -> None:
    run.font.size, run.font.bold = Pt(one.size), one.bold
    run._r.get_or_add_rPr().set("lang", LANGUAGE)
    address = words.web_address(printable(one.link))
    run.font.color.theme_color = one.colour
    if address:
        run.hyperlink.address = address


def plate(shape: Any, colour: MSO_THEME_COLOR | RGBColor, line: MSO_THEME_COLOR | None) -> None:
    """One flat colour, and an outline if wanted: nothing of the theme's shadows and gradients."""
    unstyle(shape)
    shape.fill.solid()
    if isinstance(colour, RGBColor):
        shape.fill.fore_color.rgb = colour
    else:
        shape.fill.fore_color.theme_color = colour
    if line is None:
        shape.line.fill.background()
    else:
        shape.line.color.theme_color = line


def unstyle(shape: Any) -> None:
    style = shape._element.find(qn("p:style"))
    if style is not None:
        shape._element.remove(style)


def describe(shape: Any, name: str, told: str) -> None:
    """The name in the list of shapes, and what a screen reader says."""
    shape.name = printable(name)
    shape._element.xpath(".//p:cNvPr")[0].set("descr", " ".join(printable(told).split()))
