"""What is held as files to take away; importing them again gives the same."""

import csv
import datetime
import io
from collections.abc import Iterable
from decimal import Decimal

import xlsxwriter

from data.importing import guide, harmless, held_rows, vocabulary
from data.importing.drawing import Pen, drawn
from data.importing.holdings import Holdings
from data.importing.meanings import FIRST_YEAR
from data.importing.sheets import Cell
from data.importing.vocabulary import Vocabulary
from data.importing.workbook import GOVERNMENT, INNOVATION, ORIGIN, RAW, RESULT, columns, lists

FILES = {
    RESULT: "hasil-indeks.csv",
    INNOVATION: "daftar-inovasi.csv",
    GOVERNMENT: "indikator-pemerintah.csv",
    RAW: "nilai-capaian.csv",
    ORIGIN: "asal-data.csv",
}
SPARE = 200  # rows below those held, checked like the template's
ROW_HEIGHT = 30  # two lines: a description of a page would else be a row of a page
ORIGIN_COLUMNS = {
    "file_id": ("Nomor berkas", 14),
    "name": ("Nama berkas", 44),
    "sha256": ("Sidik SHA-256", 68),
    "bytes": ("Ukuran (bita)", 14),
    "publisher": ("Penerbit", 36),
    "note": ("Catatan", 40),
    "who": ("Yang mengimpor", 28),
    "imported": ("Waktu impor (UTC)", 18),
}


def workbook(held: Holdings, title: str, origin: list[str]) -> bytes:
    """An XLSX with the template's sheets, filled, and one that says where all of it comes from.

    Args:
        title: stands above the guide and the origin.
        origin: lines above the table of files.
    """
    known = vocabulary.load()
    names = held_rows.names(held)

    def draw(book: xlsxwriter.Workbook) -> None:
        pen = Pen(book)
        choices = lists(known, latest_year(held))
        guide.draw(pen, title, names, known)
        for name in names:
            rows = list(held_rows.rows(name, held, known))
            sheet = pen.table(name, columns(name, known), choices, len(rows) + SPARE)
            sheet.set_default_row(ROW_HEIGHT)
            pen.rows(sheet, 1, rows)
        draw_origin(pen, held, title, origin)
        pen.lists(choices)

    return drawn(draw)


def latest_year(held: Holdings) -> int:
    """The latest year of which anything is held; else the first that could be."""
    frames = (held.result, held.innovation, held.government_level)
    years = [int(frame["year"].max()) for frame in frames if not frame.empty]
    return max(years, default=FIRST_YEAR)


def draw_origin(pen: Pen, held: Holdings, title: str, origin: list[str]) -> None:
    """The sheet of the files that everything came from."""
    sheet = pen.sheet(ORIGIN)
    for place, (_, width) in enumerate(ORIGIN_COLUMNS.values()):
        sheet.set_column(place, place, width)
    sheet.write_string(0, 0, harmless.for_workbook(title), pen.title)
    for row, line in enumerate(origin, start=1):
        pen.say(sheet, row, 0, line)
    first = len(origin) + 2
    for place, (heading, _) in enumerate(ORIGIN_COLUMNS.values()):
        sheet.write_string(first, place, heading, pen.heading)
    pen.rows(sheet, first + 1, origin_rows(held))


def origin_rows(held: Holdings) -> Iterable[tuple[Cell, ...]]:
    """One row a file, with the columns of ORIGIN_COLUMNS."""
    cells = [held_rows.values(held.file[field], held_rows.plain) for field in ORIGIN_COLUMNS]
    return zip(*cells, strict=True)


def csv_files(held: Holdings) -> dict[str, bytes]:
    """The same tables as CSV by file name: semicolons, decimal commas, UTF-8 with its mark."""
    known = vocabulary.load()
    files = {FILES[name]: table(name, held, known) for name in held_rows.names(held)}
    headings = [heading for heading, _ in ORIGIN_COLUMNS.values()]
    return {**files, FILES[ORIGIN]: written(headings, origin_rows(held))}


def table(name: str, held: Holdings, known: Vocabulary) -> bytes:
    headings = [column.heading for column in columns(name, known)]
    return written(headings, held_rows.rows(name, held, known))


def written(headings: list[str], rows: Iterable[tuple[Cell, ...]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows([said(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def said(cell: Cell) -> str:
    """A cell of a CSV as Indonesian spreadsheets read it."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return harmless.for_csv(cell)
    if isinstance(cell, datetime.datetime):
        return f"{cell:%d/%m/%Y %H:%M:%S}"
    if isinstance(cell, datetime.date):
        return f"{cell:%d/%m/%Y}"
    return number(cell)


def number(value: float) -> str:
    """Every digit, with a decimal comma; never three behind it, which look like thousands."""
    whole, _, part = f"{Decimal(repr(value)):f}".partition(".")
    part = part.rstrip("0")
    if len(part) == 3:
        part += "0"
    return f"{whole},{part}" if part else whole
