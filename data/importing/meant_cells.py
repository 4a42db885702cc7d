"""Which cell of a sheet a finding means."""

from data.importing import cells
from data.importing.findings import Finding
from data.importing.sheets import Sheet

LAST_ROW, LAST_COLUMN = 1_048_574, 16_382  # of Excel, less the one that a cut copy adds
LOOKED_AT = 60  # rows in which a heading is looked for
Spot = tuple[int, int]
"""Row and column of a cell, from 0."""


def spot(sheet: Sheet, finding: Finding) -> Spot | None:
    """The cell a finding means: of a row alone its first filled one, of a column its heading."""
    place = column(finding.column) if finding.column else None
    if finding.row is None:
        return None if place is None else heading(sheet, place, finding.heading)
    row = finding.row - 1
    if not 0 <= row <= LAST_ROW:
        return None
    if place is None:
        there = sheet.rows[row] if row < len(sheet.rows) else []
        place = next((at for at, cell in enumerate(there) if cell is not None), 0)
    return row, place


def column(letters: str) -> int | None:
    """A column's place from its letters; None where Excel has no such column."""
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - 64
    return place - 1 if letters.isascii() and letters.isupper() and place <= LAST_COLUMN else None


def heading(sheet: Sheet, place: int, words: str) -> Spot | None:
    """The first cell of a column that says what the finding has as its heading."""
    for row, there in enumerate(sheet.rows[:LOOKED_AT]):
        if words and place < len(there) and cells.text(there[place]) == words:
            return row, place
    return None
