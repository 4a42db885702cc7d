"""Which rows under a header are data: not titles, numbering, totals, footnotes or examples."""

from collections.abc import Collection, Iterator, Sequence

from data.importing import asides, cells
from data.importing.layouts import Layout
from data.importing.sheets import Cell, Sheet
from data.importing.vocabulary import plain

EXAMPLE = "contoh"
NUMBERED = 3  # rows under a header in which the columns may be numbered
HEADERS = 3  # rows that a header has at most
WHOSE = {"", "code", "year", "number"}  # fields that alone say nothing


def data_rows(
    sheet: Sheet, layout: Layout, key: int, sections: Collection[int] = ()
) -> Iterator[tuple[int, list[Cell]]]:
    """Place (from 0) and cells of every row that says something.

    Args:
        key: the place of the column that no row of data can do without.
        sections: places of rows that are known to be none.
    """
    headers = header_rows(sheet, layout, key)
    telling = [one.place for one in layout.columns if one.field not in WHOSE]
    after_total = False
    for at in range(layout.header + 1, asides.end(sheet, layout)):
        row = sheet.rows[at]
        filled = [cell for cell in row if cell is not None]
        if not filled or at in sections or cells.text(row[0]).casefold() == EXAMPLE:
            continue
        if at - layout.header <= NUMBERED and asides.is_numbering(filled):
            continue
        if is_header(row, key, headers):
            continue
        if asides.is_total(row, key):
            after_total = True
            continue
        if is_empty(row, key, telling, filled, after_total):
            continue
        after_total = False
        yield at, row


def is_empty(
    row: list[Cell], key: int, telling: list[int], filled: Sequence[Cell], after_total: bool
) -> bool:
    """Whether a row lacks its key and says nothing else that would be missed."""
    if row[key] is not None and cells.said(row[key]) is not None:
        return False
    if row[key] is None and (after_total or asides.is_note(filled)):
        return True
    return all(row[at] == 0 or cells.said(row[at]) is None for at in telling)


def header_rows(sheet: Sheet, layout: Layout, key: int) -> dict[str, list[list[str]]]:
    """The rows of the header by what stands in the key's column: printed lists repeat them."""
    found: dict[str, list[list[str]]] = {}
    for at in range(max(0, layout.header + 1 - HEADERS), max(0, layout.header + 1)):
        row = [plain(cells.text(cell)) for cell in sheet.rows[at]]
        if len({*row} - {""}) > 1:
            found.setdefault(row[key], []).append(row)
    return found


def is_header(row: list[Cell], key: int, headers: dict[str, list[list[str]]]) -> bool:
    likely = headers.get(plain(cells.text(row[key])))
    return bool(likely) and [plain(cells.text(cell)) for cell in row] in (likely or [])
