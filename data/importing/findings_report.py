"""Everything found in an import as a workbook: a list, its sums, and the sheets with marks."""

from collections import Counter
from collections.abc import Sequence

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from data.importing import marked_copies
from data.importing.drawing import Pen, drawn
from data.importing.findings import Finding
from data.importing.limits import whole
from data.importing.marked_copies import COLOURS, COPIES, SIGNS, Copy
from data.importing.sheets import Cell, Sheet

LIST, SUMS = "Temuan", "Ringkasan"
MOST = 50_000  # findings listed one by one; Excel takes 65,530 links on one sheet
MOST_SUMS = 1000
HEADINGS = {
    "Berat": 11,
    "Berkas": 30,
    "Lembar": 20,
    "Baris": 8,
    "Kolom": 8,
    "Judul kolom": 24,
    "Isi": 30,
    "Alasan": 46,
    "Saran": 46,
}
ROW = 3  # place of the column that links to the marked cell


def workbook(findings: list[Finding], sheets: list[Sheet], summary: list[str]) -> bytes:
    """An XLSX: "Temuan", "Ringkasan", and a copy of each sheet that something was found in.

    Args:
        findings: all of them, in any order; what is refused is listed first.
        sheets: as read; only those with findings are copied, within the bounds of marked_copies.
        summary: sentences that stand above the sums.
    """
    ordered = sorted(findings, key=lambda one: one.severity != "tolak")
    listed = ordered[:MOST]
    copies = marked_copies.copies(listed, sheets, {LIST, SUMS})

    def draw(book: xlsxwriter.Workbook) -> None:
        pen = Pen(book)
        draw_list(pen, listed, copies)
        draw_sums(pen, ordered, copies, summary)
        for copy in copies:
            marked_copies.draw(pen, copy)

    return drawn(draw)


def draw_list(pen: Pen, listed: list[Finding], copies: list[Copy]) -> None:
    """One row a finding, with a link from its row number to its cell in the copy."""
    sheet = headed(pen, LIST, HEADINGS)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(len(listed), 1), len(HEADINGS) - 1)
    known = {copy.sheet_id: copy for copy in copies}
    for row, one in enumerate(listed, start=1):
        pen.put(sheet, row, 0, f"{SIGNS[one.severity]} {one.severity}", COLOURS[one.severity])
        copy = known.get((one.file, one.sheet))
        address = copy.address(one) if copy else None
        if address:
            sheet.write_url(row, ROW, address, pen.link, "judul")
        cells: list[Cell] = [
            one.file, one.sheet, one.row, one.column, one.heading, one.value, one.reason,
            one.suggestion,
        ]  # fmt: skip
        for place, cell in enumerate(cells, start=1):
            if place == ROW and address and isinstance(cell, int):
                sheet.write_number(row, place, cell, pen.link)
            else:
                pen.put(sheet, row, place, cell)


def headed(pen: Pen, name: str, headings: dict[str, int], first: int = 0) -> Worksheet:
    """A sheet with headings of these widths in its row `first` (from 0)."""
    sheet = pen.sheet(name)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    for place, (heading, width) in enumerate(headings.items()):
        sheet.set_column(place, place, width)
        sheet.write_string(first, place, heading, pen.heading)
    return sheet


def draw_sums(pen: Pen, findings: list[Finding], copies: list[Copy], summary: list[str]) -> None:
    """The sentences, how often what was found, and which sheet was copied to where."""
    sheet = pen.sheet(SUMS)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    for place, width in enumerate((12, 40, 30, 60, 14)):
        sheet.set_column(place, place, width)
    row = lines(pen, sheet, 0, [*summary, *said(findings, copies)]) + 1
    sums = Counter((one.severity, one.file, one.reason) for one in findings)
    counted = [
        (f"{SIGNS[severity]} {severity}", file, "", reason, times)
        for (severity, file, reason), times in sums.most_common(MOST_SUMS)
    ]
    row = block(pen, sheet, row, ("Berat", "Berkas", "", "Alasan", "Banyaknya"), counted) + 1
    copied = [("", copy.sheet.file, copy.sheet.name, copy.about, copy.marked) for copy in copies]
    block(pen, sheet, row, ("Salinan", "Berkas", "Lembar", "Isi", "Sel ditandai"), copied, copies)


def lines(pen: Pen, sheet: Worksheet, row: int, sentences: list[str]) -> int:
    """Sentences from a row on; the row after them."""
    for sentence in sentences:
        pen.say(sheet, row, 0, sentence)
        row += 1
    return row


def said(findings: list[Finding], copies: list[Copy]) -> list[str]:
    """How many there are of each severity, and what is left out of this workbook."""
    count = Counter(one.severity for one in findings)
    sentences = [
        f"{SIGNS['tolak']} tolak: {whole(count['tolak'])} temuan; tidak disimpan.",
        f"{SIGNS['periksa']} periksa: {whole(count['periksa'])} temuan; disimpan, perlu dilihat.",
    ]
    if len(findings) > MOST:
        rest = whole(len(findings) - MOST)
        sentences.append(
            f"Lembar {LIST} memuat {whole(MOST)} temuan; {rest} lainnya hanya dihitung."
        )
    if len(copies) == COPIES:
        sentences.append(
            f"Paling banyak {COPIES} lembar disalin; yang berisi penolakan didahulukan."
        )
    return sentences


def block(
    pen: Pen,
    sheet: Worksheet,
    row: int,
    headings: Sequence[str],
    rows: Sequence[tuple[Cell, ...]],
    copies: Sequence[Copy] = (),
) -> int:
    """A small table from a row on, its first column linked to the copies; the row after it."""
    for place, heading in enumerate(headings):
        sheet.write_string(row, place, heading, pen.heading)
    for at, cells in enumerate(rows):
        if copies:
            sheet.write_url(row + 1 + at, 0, copies[at].link(0, 0), pen.link, "buka")
        for place, cell in enumerate(cells):
            if cell != "":
                pen.put(sheet, row + 1 + at, place, cell)
    return row + 1 + len(rows)
