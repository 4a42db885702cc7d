"""The merged cells of an ODS, which calamine does not tell."""

import zipfile
from io import BytesIO
from xml.parsers import expat

from data.importing.limits import MAX_COLUMNS, MAX_MERGED, MAX_ROWS

Rectangle = tuple[int, int, int, int]
# The prefix that LibreOffice, Excel and Google write; with namespaces expat takes twice as long.
TABLE = "table:"
CELLS = {f"{TABLE}table-cell", f"{TABLE}covered-table-cell"}


def spans(data: bytes) -> dict[str, list[Rectangle]]:
    """Sheet name → (first row, first column, last row, last column), from 0.

    Its XML was inspected before: no DTD, no more of it than is allowed.
    """
    walk = _Walk()
    parser = expat.ParserCreate()
    parser.StartElementHandler = walk.begin
    with zipfile.ZipFile(BytesIO(data)) as archive, archive.open("content.xml") as content:
        parser.ParseFile(content)
    return walk.found


def _count(given: dict[str, str], name: str, most: int) -> int:
    said = given.get(f"{TABLE}number-{name}", "1")
    return min(most, int(said)) if said.isdecimal() and len(said) < 10 else 1


class _Walk:
    """Where in which sheet the parser stands; only beginnings matter, which is fast."""

    def __init__(self) -> None:
        self.found: dict[str, list[Rectangle]] = {}
        self.here: list[Rectangle] = []
        self.row = self.next_row = self.column = 0

    def begin(self, tag: str, given: dict[str, str]) -> None:
        """A tag with its attributes."""
        if tag in CELLS:
            if given:
                self._cell(given)
            else:
                self.column += 1
        elif tag == f"{TABLE}table-row":
            self.row, self.column = self.next_row, 0
            self.next_row += _count(given, "rows-repeated", MAX_ROWS)
        elif tag == f"{TABLE}table":
            self.row = self.next_row = 0
            self.here = self.found.setdefault(given.get(f"{TABLE}name", ""), [])

    def _cell(self, given: dict[str, str]) -> None:
        high = _count(given, "rows-spanned", MAX_ROWS)
        wide = _count(given, "columns-spanned", MAX_COLUMNS)
        if high * wide > 1 and len(self.here) < MAX_MERGED:
            last = self.row + high - 1, self.column + wide - 1
            self.here.append((self.row, self.column, *last))
        self.column += _count(given, "columns-repeated", MAX_COLUMNS)
