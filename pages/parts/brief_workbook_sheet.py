"""One sheet of a briefing's workbook: headings that stay, numbers as numbers, ready to print.

Rows: what data it is, the title, how to read it, the headings, then the table and under it the
charts. The first four stay on screen and come again on every page printed.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
from xlsxwriter.worksheet import Worksheet

from data.importing import harmless
from pages.parts import words
from pages.parts.brief_workbook_pen import Pen

HEADINGS = 3  # the row of the headings, counted from 0
LONGEST_TEXT, LONGEST_LINK = 32_767, 2_079  # what Excel holds
NARROWEST, WIDEST = 9, 58  # letters
A_NUMBER = 10.5
LETTER = 0.97  # of a usual letter's width
LINE, MOST_LINES = 15, 8  # points, lines


@dataclass(frozen=True)
class Column:
    """One column: its heading, its values from top to bottom, and their kind (see FORMATS)."""

    heading: str
    values: Sequence[Any]
    kind: str = "teks"
    width: float | None = None


@dataclass(frozen=True)
class Chart:
    """A native chart of columns of its sheet.

    Attributes:
        kind: "bar" or "line".
        title, alt: above it, and what it shows for those who cannot see it.
        names: the heading of the column that names the bars or points.
        values: headings of the columns drawn.
        axis: what is measured.
        rows: of the first so many rows; all if None.
        marked: rows whose bars stand out.
    """

    kind: str
    title: str
    alt: str
    names: str
    values: tuple[str, ...]
    axis: str
    rows: int | None = None
    marked: tuple[int, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """A table with its words.

    Attributes:
        name: of the tab, at most 31 letters.
        kept: columns that stay when the sheet is scrolled sideways.
        on_paper: how many columns are printed; all if None.
    """

    name: str
    title: str
    note: str
    columns: Sequence[Column]
    kept: int = 1
    charts: Sequence[Chart] = ()
    on_paper: int | None = None

    @property
    def height(self) -> int:
        return len(self.columns[0].values) if self.columns else 0

    def place(self, heading: str) -> int:
        """Which column has this heading."""
        return [column.heading for column in self.columns].index(heading)


@dataclass(frozen=True)
class Printed:
    """What every sheet says besides its own.

    Attributes:
        mark: "DATA SIMULASI – …" or ""; data: the dataset and its date.
        subject: whose briefing it is; day: on which it was made.
    """

    mark: str
    data: str
    subject: str
    day: datetime.date


def add(pen: Pen, sheet: Sheet, printed: Printed) -> Worksheet:
    """The sheet, without its charts."""
    page: Worksheet = pen.book.add_worksheet(sheet.name)
    top(pen, page, sheet, printed)
    lines = [1] * (HEADINGS + 1 + sheet.height)
    for place, column in enumerate(sheet.columns):
        wide = column.width or width(column)
        page.set_column(place, place, wide)
        page.write_string(HEADINGS, place, shown(column.heading), pen.heading())
        lines[HEADINGS] = max(lines[HEADINGS], wrapped(column.heading, wide))
        for row, value in known(column.values):
            write(pen, page, HEADINGS + 1 + row, place, value, column.kind)
            if column.kind == "teks":
                lines[HEADINGS + 1 + row] = max(
                    lines[HEADINGS + 1 + row], wrapped(str(value), wide)
                )
    set_heights(page, lines)
    page.freeze_panes(HEADINGS + 1, sheet.kept)
    last = HEADINGS + max(sheet.height, 1)
    page.autofilter(HEADINGS, 0, last, len(sheet.columns) - 1)
    return page


def wrapped(text: str, wide: float) -> int:
    """How many lines a text takes; rather one too many, as letters differ from office to office."""
    return min(MOST_LINES, 1 + int(LETTER * len(text) / wide))


def set_heights(page: Worksheet, lines: list[int]) -> None:
    """Excel would find them itself, LibreOffice does not."""
    for row, count in enumerate(lines):
        if count > 1:
            page.set_row(row, LINE * count)


def top(pen: Pen, page: Worksheet, sheet: Sheet, printed: Printed) -> None:
    """The three lines above the headings."""
    loud = pen.format(bold=True, font_color="#8c4a00", bg_color="#f8e0c2")
    quiet = pen.format(font_color="#5f6b75")
    page.write_string(0, 0, printed.mark or printed.data, loud if printed.mark else quiet)
    page.write_string(1, 0, shown(sheet.title), pen.format(bold=True, font_size=14))
    page.write_string(2, 0, shown(sheet.note), quiet)


def known(values: Sequence[Any]) -> list[tuple[int, Any]]:
    """Rows and values of the cells that hold something; the others stay empty."""
    cells = pd.Series(list(values), dtype="object")
    full = cells.notna() & (cells != "")
    return list(zip(cells.index[full], cells[full], strict=True))


def write(pen: Pen, page: Worksheet, row: int, place: int, value: Any, kind: str) -> None:
    """One cell that is known, by the kind of its column."""
    if kind == "tanggal":
        page.write_datetime(row, place, pd.Timestamp(value).to_pydatetime(), pen.cell(kind))
    elif kind == "tautan" and fits(value):
        page.write_url(row, place, words.web_address(value), pen.cell(kind), shown(str(value)))
    elif kind in ("teks", "tautan"):
        text = shown(str(value))
        page.write_string(
            row, place, text, pen.literal() if harmless.runs(text) else pen.cell("teks")
        )
    else:
        page.write_number(row, place, float(value), pen.cell(kind))


def fits(address: Any) -> bool:
    """Whether it is a web address that Excel can follow."""
    return 0 < len(words.web_address(address)) <= LONGEST_LINK


def shown(text: str) -> str:
    """A text as a cell can hold it; XlsxWriter would take one from <r> to </r> for markup."""
    text = harmless.seen(text.replace(words.JOINER, ""))[: LONGEST_TEXT - 1]
    return f"{text} " if text.startswith("<r>") and text.endswith("</r>") else text


def width(column: Column) -> float:
    """Room for most values in one line; longer ones are wrapped."""
    word = max(map(len, column.heading.split()))
    if column.kind not in ("teks", "tautan"):
        return max(A_NUMBER, word + 1.5)
    lengths = sorted(len(str(value)) for _, value in known(column.values))
    usual = lengths[int(0.9 * (len(lengths) - 1))] if lengths else 0
    return max(NARROWEST, min(usual + 2, WIDEST), word + 3)
