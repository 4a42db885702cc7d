"""The pieces of a report that a visit note does not have."""

from dataclasses import dataclass

from pages.parts.brief_pdf_drawing import Drawing
from pages.parts.visit_blocks import Block
from pages.parts.whatif_sentences import shortened

LETTERS = 160  # of a cell


@dataclass(frozen=True)
class Figure(Block):
    """A drawing in the text: map, chart, bar."""

    drawing: Drawing | None = None


def figure(drawing: Drawing) -> Figure:
    return Figure("drawing", drawing=drawing)


def remember(text: str) -> Block:
    """The one sentence, set apart."""
    return Block("remember", text)


def formula(**numbers: str) -> Block:
    """The index as a formula; its numbers are rules."""
    return Block("formula", rows=tuple(numbers.items()))


def dense(
    rows: list[tuple[str, ...]],
    widths: tuple[float, ...],
    links: tuple[str, ...] = (),
    letters: int = LETTERS,
) -> Block:
    """A table in small letters, whose longest cells are cut: ten pages are the most."""
    cut = tuple(tuple(shortened(cell, letters) for cell in row) for row in rows)
    return Block("dense", rows=cut, widths=widths, links=links)


def more(count: int, shown: int, where: str) -> list[Block]:
    """That a table was cut, and where the rest is."""
    if count <= shown:
        return []
    return [Block("small", f"{shown} dari {count} ditampilkan; semuanya di halaman {where}.")]
