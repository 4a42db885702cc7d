"""Copies of the sheets in which something was found, with the cells marked that are meant."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from xlsxwriter.utility import xl_rowcol_to_cell

from data.importing import cells, harmless
from data.importing.drawing import AUTHOR, Pen
from data.importing.findings import Finding
from data.importing.limits import whole
from data.importing.meant_cells import spot
from data.importing.sheet_names import unique
from data.importing.sheets import Cell, Sheet

COPIES = 20  # sheets
ROWS, CELLS = 5000, 100_000  # of a sheet that is copied as it is
HEAD = 20  # rows at the top of a larger one, where its heading stands
TOLD = 5  # findings of one cell that its comment tells
WIDE = 60  # letters of a column
LONGEST = 2000  # letters of a comment
COLOURS = {"tolak": "#f8c9c4", "periksa": "#fff2b3"}
SIGNS = {"tolak": "✗", "periksa": "⚠"}
ROW_HEADING = "Baris asal"


@dataclass(frozen=True)
class Copy:
    """One sheet on its way into the report.

    Attributes:
        name: of the copy.
        rows: those copied, from 0, in their order.
        cut: some are left out, so each says its number in a first column, below a first row.
        marks: what was found, by row and place of the original.
    """

    sheet: Sheet
    name: str
    rows: list[int]
    cut: bool
    marks: dict[int, dict[int, list[Finding]]]

    @property
    def sheet_id(self) -> tuple[str, str]:
        return self.sheet.file, self.sheet.name

    @property
    def marked(self) -> int:
        """How many cells have a mark."""
        return sum(map(len, self.marks.values()))

    @property
    def about(self) -> str:
        """What of the sheet is there."""
        if not self.cut:
            return "seluruh lembar"
        return (
            f"dipotong: {HEAD} baris pertama dan baris yang bertemuan, "
            f"dari {whole(len(self.sheet.rows))} baris{self.sparse}"
        )

    @property
    def sparse(self) -> str:
        """That of rows beyond a number only the marked cells are there, where it is so."""
        return f"; setelah {whole(ROWS)} baris hanya sel bertanda" if len(self.rows) > ROWS else ""

    def address(self, finding: Finding) -> str | None:
        """A link to the marked cell; None where the finding means no cell."""
        meant = spot(self.sheet, finding)
        if meant is None:
            return None
        row = bisect_left(self.rows, meant[0]) + 1 if self.cut else meant[0]
        return self.link(row, meant[1] + self.cut)

    def link(self, row: int, column: int) -> str:
        """A link to a cell of the copy, as XlsxWriter takes it."""
        quoted = self.name.replace("'", "''")
        return f"internal:'{quoted}'!{xl_rowcol_to_cell(row, column)}"


def copies(findings: list[Finding], sheets: list[Sheet], taken: set[str]) -> list[Copy]:
    """The sheets to be copied, those with something refused first.

    Args:
        taken: names that other sheets of the report have.
    """
    known = {(sheet.file, sheet.name): sheet for sheet in sheets}
    found: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for one in findings:
        if (one.file, one.sheet) in known:
            found[one.file, one.sheet].append(one)
    chosen = sorted(found, key=lambda id: all(one.severity != "tolak" for one in found[id]))
    names = unique([id[1] or id[0] for id in chosen[:COPIES]], taken)
    return [
        copy(known[id], name, found[id]) for id, name in zip(chosen[:COPIES], names, strict=True)
    ]


def copy(sheet: Sheet, name: str, findings: list[Finding]) -> Copy:
    """One sheet with its marks; of a large one the rows that are needed to see them."""
    marks: dict[int, dict[int, list[Finding]]] = {}
    for one in findings:
        if meant := spot(sheet, one):
            marks.setdefault(meant[0], {}).setdefault(meant[1], []).append(one)
    width = len(sheet.rows[0]) if sheet.rows else 0
    cut = len(sheet.rows) > ROWS or len(sheet.rows) * width > CELLS
    rows = range(min(len(sheet.rows), HEAD) if cut else len(sheet.rows))
    return Copy(sheet, name, sorted({*rows, *marks}), cut, marks)


def draw(pen: Pen, copy: Copy) -> None:
    """The copy as a sheet, each cell as the value it is, marks in colour and in a comment."""
    sheet = pen.sheet(copy.name)
    sheet.set_comments_author(AUTHOR)
    for place, width in enumerate(widths(copy)):
        sheet.set_column(place + copy.cut, place + copy.cut, width)
    if copy.cut:
        sheet.set_column(0, 0, 11)
        sheet.write_string(0, 0, ROW_HEADING, pen.heading)
        pen.say(sheet, 0, 1, f"Salinan {copy.about}.")
        sheet.freeze_panes(1, 1)
    for at, row in enumerate(copy.rows):
        at += copy.cut
        if copy.cut:
            sheet.write_number(at, 0, row + 1, pen.heading)
        for place, value, found in cells_of(copy, row, whole_row=at <= ROWS):
            colour = COLOURS[worst(found)] if found else None
            pen.put(sheet, at, place + copy.cut, value, colour)
            if found:
                told = comment(found)
                scale = {"x_scale": 2.2, "y_scale": min(6, 0.6 + len(told) / 120)}
                sheet.write_comment(at, place + copy.cut, told, scale)


def cells_of(copy: Copy, row: int, whole_row: bool) -> Iterator[tuple[int, Cell, list[Finding]]]:
    """Place, value and findings of the cells of a row that have any of them."""
    there = copy.sheet.rows[row] if row < len(copy.sheet.rows) else []
    marks = copy.marks.get(row, {})
    for place in sorted({*marks, *range(len(there) if whole_row else 0)}):
        value = there[place] if place < len(there) else None
        found = marks.get(place, [])
        if value is not None or found:
            yield place, value, found


def widths(copy: Copy) -> list[int]:
    """How wide each column is for what stands in its first rows, in letters."""
    first = [copy.sheet.rows[row] for row in copy.rows[:100] if row < len(copy.sheet.rows)]
    return [
        min(WIDE, max([9, *(len(cells.text(cell)) + 2 for cell in there)]))
        for there in zip(*first, strict=False)
    ]


def worst(found: list[Finding]) -> str:
    return "tolak" if any(one.severity == "tolak" for one in found) else "periksa"


def comment(found: list[Finding]) -> str:
    """What was found in one cell, and what to do."""
    told = [
        f"{SIGNS[one.severity]} {one.severity}: {one.reason}.\nSaran: {one.suggestion}."
        for one in found[:TOLD]
    ]
    rest = [f"dan {len(found) - TOLD} temuan lain"] if len(found) > TOLD else []
    return harmless.seen("\n".join([*told, *rest]))[:LONGEST]
