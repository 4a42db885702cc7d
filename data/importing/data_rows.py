"""Which rows under a header are data: not titles, numbering, totals, footnotes or examples."""

import re
from collections.abc import Iterator, Sequence

from data.importing import cells
from data.importing.layouts import Layout
from data.importing.sheets import Cell, Sheet
from data.importing.vocabulary import plain

TOTAL = re.compile(r"(?i)(sub\s*|grand\s*)?(jumlah|total|rata\s*-?\s*rata|rerata)\b.{0,40}")
FOOTNOTE = re.compile(
    r"(?i)\W*(keterangan|catatan|sumber|ket\b|mengetahui|dicetak|dibuat|disahkan|nip\b).*"
)
EXAMPLE = "contoh"
NUMBERED = 3  # rows under a header in which the columns may be numbered


def data_rows(sheet: Sheet, layout: Layout, key: int) -> Iterator[tuple[int, list[Cell]]]:
    """Place (from 0) and cells of every row that says something.

    Args:
        key: the place of the column that no row of data can do without.
    """
    header = [plain(cells.text(cell)) for cell in sheet.rows[layout.header]]
    after_total = False
    for at, row in enumerate(sheet.rows[layout.header + 1 :], start=layout.header + 1):
        filled = [cell for cell in row if cell is not None]
        if not filled or cells.text(row[0]).casefold() == EXAMPLE:
            continue
        if at - layout.header <= NUMBERED and is_numbering(filled):
            continue
        if [plain(cells.text(cell)) for cell in row] == header:
            continue
        if is_total(row, filled, key):
            after_total = True
            continue
        if row[key] is None and (after_total or is_aside(filled)):
            continue
        yield at, row


def is_numbering(filled: Sequence[Cell]) -> bool:
    """Whether cells only count columns: 1, 2, 3 or (1), (2), (3)."""
    words = [cells.text(cell).strip("()") for cell in filled]
    return len(words) > 2 and words == [str(place) for place in range(1, len(words) + 1)]


def is_total(row: list[Cell], filled: Sequence[Cell], key: int) -> bool:
    """Whether a row adds up others: its first words say so and nothing numbers it."""
    words = cells.text(filled[0])
    if not isinstance(filled[0], str) or not TOTAL.fullmatch(words):
        return False
    named = row[key] is not None and cells.text(row[key]) != words
    return not named


def is_aside(filled: Sequence[Cell]) -> bool:
    """Whether a row without what every row needs is a heading or a footnote."""
    unlike = {cells.text(cell) for cell in filled}
    return len(unlike) == 1 or bool(FOOTNOTE.fullmatch(cells.text(filled[0])))
