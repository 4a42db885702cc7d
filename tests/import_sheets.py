"""Makers of sheets as they come out of the reading, and drafts of them, for tests of importing."""

import datetime

from data.importing import draft as drafting
from data.importing.choices import Choices
from data.importing.draft import Draft
from data.importing.sheets import Sheet
from data.importing.squaring import squared

TODAY = datetime.date(2026, 11, 25)
NO_CHOICE = Choices()


def sheet(*rows, file="daftar.xlsx", name="Lembar", merged=()) -> Sheet:
    """Rows of any length; merged ranges are (top, left, bottom, right) from 0."""
    width = max(map(len, rows))
    cells = [[*row, *[None] * (width - len(row))] for row in rows]
    return Sheet(file, name, cells, squared(cells, [*merged]))


def drafted(*sheets: Sheet, choices: Choices = NO_CHOICE) -> Draft:
    """What an import of the sheets would keep."""
    uploads = {one.file.split(" › ")[0]: ("0" * 64, 1) for one in sheets}
    return drafting.again(Draft([*sheets], [], uploads), choices, TODAY)


def told(made: Draft) -> list[tuple[str, int | None, str | None, str]]:
    """Severity, row, column and value of every finding."""
    return [(one.severity, one.row, one.column, one.value) for one in made.findings]
