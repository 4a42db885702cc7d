"""Native tables: a heading row, lines between the rows, and never higher than their place."""

from dataclasses import dataclass
from itertools import repeat
from typing import Any, TypeAlias

from lxml import etree
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.table import _Cell
from pptx.util import Inches

from pages.parts.brief_pptx_text import (
    ACCENT,
    INK,
    LEADING,
    MARGIN,
    PAPER,
    POINTS,
    Place,
    Said,
    describe,
    fill,
    fitted,
    length,
    wrapped,
)

SIZES = (18, 16, 14)  # points; the least is what is read from the back
ABOVE = 0.05  # inches over and under the text of a cell
MOST_LINES = 6
Rows: TypeAlias = tuple[tuple[str, ...], ...]
PLAIN_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # PowerPoint's "No Style, No Grid"


@dataclass(frozen=True)
class Grid:
    """A table.

    Attributes:
        name: what it lists; told: what it shows, for those who cannot see it.
        heads: of the columns; rows: cells as text.
        widths: shares of the columns; right: columns of figures, by place.
        links: web address behind the first cell of a row, by row; may be shorter.
    """

    name: str
    told: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    right: tuple[int, ...] = ()
    links: tuple[str, ...] = ()


def draw(slide: Slide, place: Place, grid: Grid) -> float:
    """The table; returns where it ends, in inches from the top."""
    shares = [share / sum(grid.widths) * place.width for share in grid.widths]
    rows = (grid.heads, *grid.rows)
    size, lines = allowed(rows, shares, place.height)
    high = heights(rows, shares, size, lines)
    frame = slide.shapes.add_table(len(rows), len(shares), *place._replace(height=sum(high)).box)
    describe(frame, f"Tabel: {grid.name}", f"{grid.name}. {grid.told}")
    frame._element.find(f".//{qn('a:tableStyleId')}").text = PLAIN_STYLE
    frame.table.horz_banding = False
    for column, width in enumerate(shares):
        frame.table.columns[column].width = Inches(width)
    for number, row in enumerate(rows):
        frame.table.rows[number].height = Inches(high[number])
        for column, text in enumerate(row):
            said = Said(
                text,
                size,
                bold=number == 0,
                colour=INK if number else PAPER,
                lines=lines,
                link=link(grid, number, column),
                align=PP_ALIGN.RIGHT if column in grid.right else PP_ALIGN.LEFT,
            )
            write_cell(frame.table.cell(number, column), said, shares[column])
    return place.top + sum(high)


def link(grid: Grid, number: int, column: int) -> str:
    """The address behind a cell; row 0 is the heading."""
    return grid.links[number - 1] if column == 0 and 0 < number <= len(grid.links) else ""


def allowed(rows: Rows, shares: list[float], room: float) -> tuple[float, int]:
    """The largest size at which nothing is cut, else the least with as many lines as fit."""
    for size in SIZES:
        if whole(rows, shares, size) and sum(heights(rows, shares, size, MOST_LINES)) <= room:
            return size, MOST_LINES
    for lines in range(MOST_LINES, 1, -1):
        if sum(heights(rows, shares, SIZES[-1], lines)) <= room:
            return SIZES[-1], lines
    return SIZES[-1], 1


def whole(rows: Rows, shares: list[float], size: float) -> bool:
    """Whether every cell is told to its end, and no word is broken."""
    return all(
        len(wrapped(text, inside(share), size)) <= MOST_LINES
        and all(length(word, size, True) <= inside(share) for word in text.split())
        for row in rows
        for text, share in zip(row, shares, strict=True)
    )


def heights(rows: Rows, shares: list[float], size: float, lines: int) -> list[float]:
    """Of the rows, in inches; the first is bold."""
    return [
        max(map(filled, row, map(inside, shares), *map(repeat, (size, lines, number == 0))))
        * size * LEADING / POINTS + 2 * ABOVE
        for number, row in enumerate(rows)
    ]  # fmt: skip


def filled(text: str, width: float, size: float, lines: int, bold: bool) -> int:
    return len(wrapped(fitted(text, width, size, lines, bold), width, size, bold))


def inside(share: float) -> float:
    return (share - 2 * MARGIN) * POINTS


def write_cell(cell: _Cell, said: Said, width: float) -> None:
    cell.margin_top = cell.margin_bottom = Inches(ABOVE)
    cell.margin_left = cell.margin_right = Inches(MARGIN)
    fill_cell(cell, said, width)
    if said.colour == PAPER:
        cell.fill.solid()
        cell.fill.fore_color.theme_color = ACCENT
    else:
        underline(cell)


def fill_cell(cell: _Cell, said: Said, width: float) -> None:
    frame = cell.text_frame
    fill(frame, [said], width)
    frame.auto_size = None
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE


def underline(cell: _Cell) -> None:
    """A thin line below; python-pptx knows no borders."""
    shape: Any = cell._tc.get_or_add_tcPr()
    line = etree.SubElement(shape, qn("a:lnB"), w="9525")
    colour = etree.SubElement(etree.SubElement(line, qn("a:solidFill")), qn("a:schemeClr"))
    colour.set("val", "accent5")
