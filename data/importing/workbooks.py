"""The sheets of one XLSX, XLS or ODS, read by calamine: values only, nothing run or fetched."""

import io
import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.etree import ElementTree

from python_calamine import (
    CalamineSheet,
    CalamineWorkbook,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from data.importing import zips
from data.importing.containers import PASSWORD
from data.importing.limits import (
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_ROWS,
    MAX_SHEETS,
    SPLIT,
    Refusal,
    whole,
)
from data.importing.spans import Rectangle, spans

RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
# Parts of a workbook that are left alone, and what is said of them.
MACROS = ("memuat makro; makro diabaikan", "nilai sel tetap dibaca")
LEFT_ALONE = {
    "vbaproject.bin": MACROS,
    "/basic/": MACROS,
    "/externallinks/": (
        "memuat tautan ke berkas lain; nilai tautan luar dibaca sebagaimana tersimpan",
        "pastikan nilainya mutakhir sebelum berkas disimpan",
    ),
    "/embeddings/": ("memuat objek tertanam; objek itu diabaikan", "nilai sel tetap dibaca"),
}
XLS_MACROS = "_VBA_PROJECT".encode("utf-16-le")


@dataclass
class Table:
    """One sheet on its way: rows from A1 on as calamine gives them, to be taken once.

    Attributes:
        name: of the sheet.
        rows: of raw values, "" for nothing.
        merged: rectangles (first row, first column, last row, last column), from 0.
        errors: "C7" → "#REF!" of cells that hold an error.
        hidden: whether Excel hides the sheet.
    """

    name: str
    rows: Iterator[list[Any]]
    merged: list[Rectangle] = field(default_factory=list)
    errors: dict[str, str] = field(default_factory=dict)
    hidden: bool = False


def remarks(data: bytes, seen: zips.Seen | None) -> list[tuple[str, str]]:
    """What a workbook holds beside cells, as reasons and suggestions of severity "periksa"."""
    if seen is None:
        return [MACROS] if XLS_MACROS in data else []
    names = "\n".join("/" + name.lower() for name in seen.names)
    return [said for part, said in LEFT_ALONE.items() if part in names]


def tables(data: bytes, kind: str, seen: zips.Seen | None) -> Iterator[Table]:
    """Every sheet with cells, in order; a Refusal for one too large."""
    if kind == "ods":
        _refuse_encrypted_ods(data)
    errors = _errors_by_sheet(data, seen) if seen and seen.errors else {}
    spanned = spans(data) if seen and seen.spanned else {}
    with CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
        sheets = [s for s in workbook.sheets_metadata if s.typ == SheetTypeEnum.WorkSheet]
        if len(sheets) > MAX_SHEETS:
            raise Refusal(f"lebih dari {MAX_SHEETS} lembar", SPLIT)
        for about in sheets:
            sheet = workbook.get_sheet_by_name(about.name)
            if sheet.start is not None:
                merged = _merged(sheet) + spanned.get(about.name, [])
                yield _table(about, sheet, merged, errors.get(about.name, {}))


def _table(
    about: SheetMetadata, sheet: CalamineSheet, merged: list[Rectangle], errors: dict[str, str]
) -> Table:
    _refuse_large(about.name, sheet)
    hidden = about.visible != SheetVisibleEnum.Visible
    return Table(about.name, _rows(sheet), merged, errors, hidden)


def _refuse_large(name: str, sheet: CalamineSheet) -> None:
    # total_height and total_width of calamine 0.9.1 are the last places, counted from 0
    height, width = sheet.total_height + 1, sheet.total_width + 1
    if height > MAX_ROWS:
        raise Refusal(f"lembar “{name}” lebih panjang dari {whole(MAX_ROWS)} baris", SPLIT)
    if width > MAX_COLUMNS:
        raise Refusal(f"lembar “{name}” lebih lebar dari {MAX_COLUMNS} kolom", SPLIT)
    if height * width > MAX_CELLS:
        raise Refusal(f"lembar “{name}” lebih besar dari {whole(MAX_CELLS)} sel", SPLIT)


def _rows(sheet: CalamineSheet) -> Iterator[list[Any]]:
    """All rows from A1 on, one at a time: `to_python` would hold them all twice."""
    # iter_rows of calamine 0.9.1 begins in row 1, but in the first column that is filled
    before = [""] * (sheet.start or (0, 0))[1]
    for row in sheet.iter_rows():
        yield before + row


def _merged(sheet: CalamineSheet) -> list[Rectangle]:
    return [(*first, *last) for first, last in sheet.merged_cell_ranges or []]


def _refuse_encrypted_ods(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        if "META-INF/manifest.xml" not in names:
            return
        if "encrypted-package" in names or b"encryption-data" in archive.read(
            "META-INF/manifest.xml"
        ):
            raise PASSWORD


def _errors_by_sheet(data: bytes, seen: zips.Seen) -> dict[str, dict[str, str]]:
    """Sheet name → its cells with errors, by way of the workbook's list of parts."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
        links = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    parts = {
        link.get("Id"): posixpath.normpath(posixpath.join("/xl", link.get("Target", ""))).lstrip(
            "/"
        )
        for link in links
    }
    found = {}
    for sheet in book.iter():
        if sheet.tag.endswith("}sheet"):
            part = parts.get(sheet.get(RELATION), "")
            found[sheet.get("name", "")] = seen.errors.get(part, {})
    return found
