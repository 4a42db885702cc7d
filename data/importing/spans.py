"""The merged cells of an ODS, which calamine does not tell."""

import zipfile
from io import BytesIO
from xml.etree import ElementTree

from data.importing.limits import MAX_COLUMNS, MAX_MERGED, MAX_ROWS

Rectangle = tuple[int, int, int, int]
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
CELLS = {f"{TABLE}table-cell", f"{TABLE}covered-table-cell"}


def spans(data: bytes) -> dict[str, list[Rectangle]]:
    """Sheet name → (first row, first column, last row, last column), from 0.

    Its XML was inspected before: no DTD, no more of it than is allowed.
    """
    with zipfile.ZipFile(BytesIO(data)) as archive:
        content = archive.read("content.xml")
    if b"-spanned=" not in content:
        return {}
    walk = _Walk()
    for event, node in ElementTree.iterparse(BytesIO(content), ("start", "end")):
        walk.step(event, node)
    return walk.found


def _count(node: ElementTree.Element, name: str, most: int) -> int:
    said = node.get(f"{TABLE}number-{name}", "1")
    return min(most, int(said)) if said.isdecimal() and len(said) < 10 else 1


class _Walk:
    """Where in which sheet the parser stands."""

    def __init__(self) -> None:
        self.found: dict[str, list[Rectangle]] = {}
        self.here: list[Rectangle] = []
        self.row = self.column = 0

    def step(self, event: str, node: ElementTree.Element) -> None:
        """One tag: a table begins, a row ends, a cell ends."""
        if event == "start":
            if node.tag == f"{TABLE}table":
                self.row = 0
                self.here = self.found.setdefault(node.get(f"{TABLE}name", ""), [])
            elif node.tag == f"{TABLE}table-row":
                self.column = 0
        elif node.tag == f"{TABLE}table-row":
            self.row += _count(node, "rows-repeated", MAX_ROWS)
            node.clear()
        elif node.tag in CELLS:
            self._cell(node)
            node.clear()

    def _cell(self, node: ElementTree.Element) -> None:
        high = _count(node, "rows-spanned", MAX_ROWS)
        wide = _count(node, "columns-spanned", MAX_COLUMNS)
        if high * wide > 1 and len(self.here) < MAX_MERGED:
            last = self.row + high - 1, self.column + wide - 1
            self.here.append((self.row, self.column, *last))
        self.column += _count(node, "columns-repeated", MAX_COLUMNS)
