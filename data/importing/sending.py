"""Messages from the reading child to its parent: lines of JSON, never anything that runs.

["file", place, count, name] begins a file (of a zip: a member); then per sheet ["sheet", name,
digest, size], ["rows", weight, rows]… and ["merged", rectangles]; ["finding", severity, sheet,
reason, suggestion] anywhere; ["end"] after the last. A date is {"d": …}, with a time {"t": …}.
"""

import datetime
import json
import re
import sys
from collections.abc import Iterator
from typing import Any

from data.importing import cleaning
from data.importing.limits import MAX_CELLS, MAX_MERGED, SPLIT, Refusal, whole
from data.importing.sheets import Cell
from data.importing.workbooks import Table

ROWS_A_LINE = 500
REFERENCE = re.compile(r"([A-Z]+)(\d+)")


def say(*message: Any) -> None:
    """One message to the parent."""
    sys.stdout.write(json.dumps(message, default=_tagged, separators=(",", ":")) + "\n")


def _tagged(value: Any) -> dict[str, str]:
    tag = "t" if isinstance(value, datetime.datetime) else "d"
    return {tag: value.isoformat()}


def untagged(tagged: dict[str, str]) -> datetime.date | datetime.datetime:
    """A date as it was before it was sent."""
    if "t" in tagged:
        return datetime.datetime.fromisoformat(tagged["t"])
    return datetime.date.fromisoformat(tagged["d"])


def sheet(table: Table, digest: str, size: int) -> bool:
    """Send one sheet, unless it is empty; whether it was sent. A Refusal for too many cells."""
    height = width = 0
    for rows in _batches(_plain(table)):
        if not height:
            say("sheet", table.name, digest, size)
        say("rows", _weight(rows), rows)
        height, width = height + len(rows), max(width, *map(len, rows))
        if height * width > MAX_CELLS:
            raise Refusal(f"isinya lebih dari {whole(MAX_CELLS)} sel", SPLIT)
    if not height:
        return False
    _merged(table, height, width)
    if table.hidden:
        reason = "lembar ini disembunyikan di berkasnya, dan tetap dibaca"
        say("finding", "periksa", table.name, reason, "periksa apakah memang perlu diimpor")
    return True


def _plain(table: Table) -> Iterator[list[Cell]]:
    """Rows of plain cells without empty ones at their ends."""
    errors = _by_row(table.errors)
    for place, raw in enumerate(table.rows):
        cells = [None if value == "" else cleaning.cell(value) for value in raw]
        for column, said in errors.get(place, {}).items():
            cells += [None] * (column + 1 - len(cells))
            cells[column] = said
        while cells and cells[-1] is None:
            cells.pop()
        yield cells


def _by_row(errors: dict[str, str]) -> dict[int, dict[int, str]]:
    """Row → column → text of an error, both from 0."""
    found: dict[int, dict[int, str]] = {}
    for reference, said in errors.items():
        if there := REFERENCE.fullmatch(reference):
            column = 0
            for letter in there[1]:
                column = column * 26 + ord(letter) - 64
            found.setdefault(int(there[2]) - 1, {})[column - 1] = said
    return found


def _batches(rows: Iterator[list[Cell]]) -> Iterator[list[list[Cell]]]:
    """Some rows at a time; empty ones only where others follow."""
    batch: list[list[Cell]] = []
    gap = 0
    for row in rows:
        if not row:
            gap += 1
            continue
        batch += [[]] * gap + [row]
        gap = 0
        if len(batch) >= ROWS_A_LINE:
            yield batch
            batch = []
    if batch:
        yield batch


def _weight(rows: list[list[Cell]]) -> int:
    """Bytes that the text of some rows takes in Python: one letter may quadruple a string."""
    return sum(sys.getsizeof(value) for row in rows for value in row if isinstance(value, str))


def _merged(table: Table, height: int, width: int) -> None:
    """Send the merged ranges as far as the sheet goes and as there are not too many cells."""
    left, kept = MAX_MERGED, []
    for first_row, first_column, last_row, last_column in table.merged:
        last_row, last_column = min(last_row, height - 1), min(last_column, width - 1)
        area = (last_row - first_row + 1) * (last_column - first_column + 1)
        if first_row <= last_row and first_column <= last_column and 1 < area <= left:
            left -= area
            kept.append((first_row, first_column, last_row, last_column))
        elif area > left:
            reason = f"sel gabungan lebih dari {whole(MAX_MERGED)} sel; sisanya tidak diisi"
            say("finding", "periksa", table.name, reason, "pisahkan sel gabungan itu")
            break
    say("merged", kept)
