"""Rows of many lengths become a table: padded to one width, merged ranges filled."""

from data.importing.sheets import Cell
from data.importing.spans import Rectangle


def squared(rows: list[list[Cell]], merged: list[Rectangle]) -> frozenset[tuple[int, int]]:
    """Make all rows as long as the longest and fill merged ranges, in place.

    Args:
        rows: of one sheet.
        merged: (first row, first column, last row, last column) from 0, inside the sheet.

    Returns:
        the cells that lie in a merged range and are not its first.
    """
    width = max(map(len, rows))
    for row in rows:
        row.extend([None] * (width - len(row)))
    covered: set[tuple[int, int]] = set()
    for top, left, bottom, right in merged:
        value = rows[top][left]
        for place in range(top, bottom + 1):
            rows[place][left : right + 1] = [value] * (right + 1 - left)
            covered.update((place, column) for column in range(left, right + 1))
        covered.discard((top, left))
    return frozenset(covered)
