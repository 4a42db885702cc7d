"""What a visit note is made of: plain pieces that DOCX and PDF both know how to draw."""

import unicodedata
from dataclasses import dataclass, fields, replace

NEVER_PRINTED = {"Cc", "Cs", "Cn"}  # control signs, halves of signs, signs that do not exist
TURNING = set("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@dataclass(frozen=True)
class Block:
    """One piece of the note.

    Attributes:
        kind: "chapter" and "part" are headings; "text" and "small" are paragraphs; "items" a list;
            "question" has lines to write on; "field" is a label with a line behind it; "facts" two
            columns, a name and what is known; "table" has a heading row that repeats; "sheet" is a
            table of high rows to write in; "signatures" stand side by side.
        label: what stands before the text, in bold.
        rows: cells by row; an empty cell is left for the pen.
        widths: share of the page's width by column.
        links: the web address behind the last cell of each row; "" where there is none.
        lines: how many lines to write on, or how high the rows of a sheet are, in lines.
        new_page: whether a heading starts a page.
    """

    kind: str
    text: str = ""
    label: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    widths: tuple[float, ...] = ()
    links: tuple[str, ...] = ()
    lines: int = 0
    new_page: bool = False


@dataclass(frozen=True)
class Note:
    """A whole note: what stands on every page, what the file says of itself, and its blocks."""

    title: str
    subject: str
    mark: str
    header: str
    footer: str
    blocks: tuple[Block, ...]


def chapter(text: str, new_page: bool = False) -> Block:
    return Block("chapter", text, new_page=new_page)


def text(text: str) -> Block:
    return Block("text", text)


def small(text: str) -> Block:
    return Block("small", text)


def items(*lines: str) -> Block:
    return Block("items", rows=tuple((line,) for line in lines))


def field(label: str) -> Block:
    return Block("field", label=label)


def facts(*rows: tuple[str, str]) -> Block:
    return Block("facts", rows=rows, widths=(0.24, 0.76))


def table(
    rows: list[tuple[str, ...]], widths: tuple[float, ...], links: tuple[str, ...] = ()
) -> Block:
    return Block("table", rows=tuple(rows), widths=widths, links=links)


def sheet(rows: list[tuple[str, ...]], widths: tuple[float, ...], lines: int) -> Block:
    return Block("sheet", rows=tuple(rows), widths=widths, lines=lines)


def printable(words: str) -> str:
    """Letters and line ends only: no sign that XML refuses or that turns the reading direction."""
    lines = words.replace("\t", " ").split("\n")
    return "\n".join("".join(filter(shown, line)) for line in lines)


def shown(sign: str) -> bool:
    return unicodedata.category(sign) not in NEVER_PRINTED and sign not in TURNING


def cleaned(note: Note) -> Note:
    """The note with every text printable; what users typed and data holds comes through here."""
    told = {
        one.name: printable(getattr(note, one.name)) for one in fields(note) if one.name != "blocks"
    }
    blocks = tuple(
        replace(
            block,
            text=printable(block.text),
            label=printable(block.label),
            rows=tuple(tuple(map(printable, row)) for row in block.rows),
        )
        for block in note.blocks
    )
    return Note(**told, blocks=blocks)
