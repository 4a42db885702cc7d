"""Workbooks drawn with XlsxWriter: exact numbers, harmless text, our headings and lists."""

import datetime
import io
import re
from collections.abc import Callable, Iterable
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_range_abs
from xlsxwriter.worksheet import Worksheet

from data.importing import harmless
from data.importing.sheets import Cell
from data.importing.workbook import FROZEN, LISTS, Column, accepted, level_words

HEADING, NEEDED = "#d5ebe8", "#9fd3cc"
FIRST_DATE = datetime.date(1900, 3, 1)  # before it Excel counts a day that never was
AUTHOR = "Inovasi Banua"
WRONG = "Isi tidak diterima"
DATES = datetime.date(2000, 1, 1), datetime.date(2099, 12, 31)
NUMBERS = ("score", "maturity", "rank", "count", "level", "amount")
LIMITS: dict[str, tuple[str, Any, Any]] = {
    "score": ("decimal", 0, 100),
    "maturity": ("decimal", 0, 111),
    "rank": ("integer", 1, 1000),
    "count": ("integer", 0, 100_000),
    "day": ("date", *DATES),
    "level": ("integer", 0, 3),
    "name": ("length", 1, 300),
    "amount": ("decimal", -1e15, 1e15),
}


FORMS = {"day": "day", "Tahun": "number", **dict.fromkeys(NUMBERS, "number")}
ESCAPE = re.compile(r"_(?=x[0-9a-fA-F]{4}_)")


class ExactSheet(Worksheet):
    """A sheet that keeps every digit (XlsxWriter writes 16, some numbers need 17) and letter."""

    def _xml_number_element(self, number: float, attributes: Any = ()) -> None:
        names = "".join(f' {name}="{value}"' for name, value in attributes)
        self.fh.write(f"<c{names}><v>{number!r}</v></c>")

    @staticmethod
    def _escape_control_characters(data: Any) -> Any:
        """XlsxWriter misses the second of two escapes that share an underscore."""
        return ESCAPE.sub("_x005F_", data) if isinstance(data, str) else data


def drawn(draw: Callable[[xlsxwriter.Workbook], None]) -> bytes:
    """The bytes of a workbook; rows must be drawn from top to bottom, as none is held."""
    content = io.BytesIO()
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(content, options) as book:
        draw(book)
    return content.getvalue()


class Pen:
    """Writes values into the cells of one workbook, each as what it is."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self.book = book
        top = {"valign": "top", "text_wrap": True}
        self.text = book.add_format(top)
        self.heading = book.add_format({**top, "bold": True, "bg_color": HEADING, "border": 1})
        self.needed = book.add_format({**top, "bold": True, "bg_color": NEEDED, "border": 1})
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.line = book.add_format({"valign": "top"})
        self.link = book.add_format(
            {"align": "center", "valign": "top", "font_color": "#0b5cad", "underline": 1}
        )
        self.looks: dict[tuple[str | None, str], Any] = {}

    def look(self, colour: str | None, form: str = "") -> Any:
        """The format of a cell of that colour; form is "day", "number", "quoted" or ""."""
        if (colour, form) not in self.looks:
            apart = {"align": "right", "indent": 1}  # from the text in the next column
            kinds: dict[str, dict[str, Any]] = {
                "day": {"num_format": "dd/mm/yyyy", **apart},
                "number": apart,
                "quoted": {"quote_prefix": True},
            }
            filled = {"bg_color": colour, "border": 1} if colour else {}
            format = {"valign": "top", "text_wrap": True, **filled, **kinds.get(form, {})}
            self.looks[colour, form] = self.book.add_format(format)
        return self.looks[colour, form]

    def say(self, sheet: Worksheet, row: int, place: int, sentence: str) -> None:
        """A line of text that runs on over the empty cells beside it."""
        sheet.write_string(row, place, harmless.for_workbook(sentence), self.line)

    def put(
        self, sheet: Worksheet, row: int, place: int, value: Cell, colour: str | None = None
    ) -> None:
        """One value at row and place (from 0); nothing for None, but its colour."""
        if isinstance(value, str):
            text = harmless.for_workbook(value)
            form = "quoted" if harmless.runs(text) else ""
            sheet.write_string(row, place, text, self.look(colour, form))
        elif isinstance(value, bool):
            sheet.write_boolean(row, place, value, self.look(colour))
        elif isinstance(value, datetime.date):
            self.put_day(sheet, row, place, value, colour)
        elif value is not None:
            sheet.write_number(row, place, value, self.look(colour, "number"))
        elif colour:
            sheet.write_blank(row, place, None, self.look(colour))

    def put_day(
        self, sheet: Worksheet, row: int, place: int, value: datetime.date, colour: str | None
    ) -> None:
        day = value.date() if isinstance(value, datetime.datetime) else value
        if day < FIRST_DATE:
            sheet.write_string(row, place, day.isoformat(), self.look(colour))
        else:
            sheet.write_datetime(row, place, value, self.look(colour, "day"))

    def rows(self, sheet: Worksheet, first: int, rows: Iterable[tuple[Cell, ...]]) -> None:
        """Rows from `first` (from 0) on."""
        for row, cells in enumerate(rows, start=first):
            for place, value in enumerate(cells):
                if value is not None:
                    self.put(sheet, row, place, value)

    def sheet(self, name: str) -> Worksheet:
        return self.book.add_worksheet(name, ExactSheet)

    def table(self, name: str, columns: list[Column], lists: dict, last: int) -> Worksheet:
        """A sheet with its headings, and what its cells take down to the row `last` (from 0)."""
        sheet = self.sheet(name)
        sheet.set_comments_author(AUTHOR)
        sheet.set_row(0, 62)
        for place, column in enumerate(columns):
            form = FORMS.get(column.takes, "")
            sheet.set_column(place, place, column.width, self.look(None, form))
            sheet.write_string(
                0, place, column.heading, self.needed if column.needed else self.heading
            )
            lines = 6 if column.levels else 4
            sheet.write_comment(0, place, comment(column), {"x_scale": 2, "y_scale": lines / 4})
            if rule := validation(column, lists):
                sheet.data_validation(1, place, last, place, rule)
        sheet.set_landscape()
        sheet.repeat_rows(0)
        sheet.freeze_panes(1, FROZEN[name])
        sheet.autofilter(0, 0, last, len(columns) - 1)
        return sheet

    def lists(self, lists: dict[str, list[str | int]]) -> None:
        """The hidden sheet that cells are chosen from, a row and a defined name a list.

        In rows, the governments last: beside or above years they look like a table of results.
        """
        sheet = self.sheet(LISTS)
        sheet.hide()
        sheet.set_column(0, 0, 20)
        for row, (name, values) in enumerate(lists.items()):
            where = xl_range_abs(row, 1, row, len(values))
            self.book.define_name(f"Daftar_{name}", f"='{LISTS}'!{where}")
            for place, value in enumerate([f"Pilihan {name}", *values]):
                self.put(sheet, row, place, value)


def comment(column: Column) -> str:
    """What stands beside a heading: its meaning, what it takes, and the words of the levels."""
    if column.levels:
        return f"{column.meaning}\n{level_words(column)}\nkosong: belum diketahui"
    needed = "\nWajib diisi." if column.needed else ""
    return f"{capital_sentence(column.meaning)}\nIsi: {accepted(column)}.{needed}"


def capital_sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."


def validation(column: Column, lists: dict[str, list[str | int]]) -> dict[str, Any] | None:
    """The rule of a column's cells, with what is said before and after; None for free text."""
    said = {
        "input_title": column.heading[:32],
        "input_message": shortened(level_words(column) if column.levels else accepted(column)),
        "error_title": WRONG,
        "error_message": shortened(f"{column.heading[:80]}: {accepted(column)}."),
    }
    if column.takes in lists:
        return {"validate": "list", "source": f"=Daftar_{column.takes}", **said}
    if column.takes not in LIMITS:
        return None
    kind, least, most = LIMITS[column.takes]
    return {"validate": kind, "criteria": "between", "minimum": least, "maximum": most, **said}


def shortened(words: str) -> str:
    """Words cut to the 255 letters that Excel shows beside a cell."""
    return words if len(words) <= 255 else f"{words[:254]}…"
