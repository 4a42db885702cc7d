"""The empty workbook that a planner fills in, with lists, checks and one example row a sheet."""

import datetime

import xlsxwriter

from data.importing import guide, vocabulary
from data.importing.drawing import Pen, drawn
from data.importing.sheets import Cell
from data.importing.workbook import (
    EXAMPLE,
    GOVERNMENT,
    INNOVATION,
    NUMBER,
    RESULT,
    Column,
    columns,
    lists,
)

SHEETS = [RESULT, INNOVATION, GOVERNMENT]
ROWS = 1000  # of each sheet are checked while they are filled in
EXAMPLE_COLOUR = "#eeeeee"


def template(year: int) -> bytes:
    """An XLSX to be filled in.

    Args:
        year: of the example rows, and the latest that can be chosen.
    """
    known = vocabulary.load()
    choices = lists(known, year)

    def draw(book: xlsxwriter.Workbook) -> None:
        pen = Pen(book)
        guide.draw(pen, f"Templat Indeks Inovasi Daerah {year}", SHEETS, known)
        for name in SHEETS:
            described = columns(name, known)
            sheet = pen.table(name, described, choices, ROWS)
            sheet.set_row(1, 48)
            for place, column in enumerate(described):
                pen.put(sheet, 1, place, example(column, year), EXAMPLE_COLOUR)
        pen.lists(choices)

    return drawn(draw)


def example(column: Column, year: int) -> Cell:
    """The cell of the example row in a column."""
    if column.heading == NUMBER:
        return EXAMPLE
    if column.takes == "Tahun":
        return year
    if not column.example:
        return None
    if column.takes == "day":
        return datetime.date.fromisoformat(column.example)
    if column.takes in ("score", "maturity", "amount"):
        return float(column.example)
    return int(column.example) if column.takes in ("rank", "count", "level") else column.example
