"""Makers of odd and hostile spreadsheets, small ones, for tests of reading."""

import io
import zipfile
from collections.abc import Mapping
from typing import Any

import xlsxwriter

SHEET = "xl/worksheets/sheet1.xml"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
ODS_NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"'
    for short in ("office", "table", "text", "style")
)


def xlsx(sheets: Mapping[str, list[list[Any]]] | list[list[Any]], merged: str = "") -> bytes:
    """A workbook of one or more sheets; `merged` is a range of the last, as "A1:B2"."""
    named = sheets if isinstance(sheets, Mapping) else {"Lembar": sheets}
    held = io.BytesIO()
    with xlsxwriter.Workbook(held) as book:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for name, rows in named.items():
            sheet = book.add_worksheet(name)
            for place, row in enumerate(rows):
                for column, value in enumerate(row):
                    dated = hasattr(value, "year")
                    sheet.write(place, column, value, *([day] if dated else []))
        if merged:
            sheet.merge_range(merged, rows[0][0])
    return held.getvalue()


def zipped(parts: Mapping[str, bytes | str] | list[tuple[str, bytes | str]]) -> bytes:
    """A zip of named parts, also of two with one name."""
    held = io.BytesIO()
    pairs = parts.items() if isinstance(parts, Mapping) else parts
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in pairs:
            archive.writestr(name, content)
    return held.getvalue()


def with_parts(workbook: bytes, parts: Mapping[str, bytes | str]) -> bytes:
    """A workbook with some parts replaced or added."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        held: dict[str, bytes | str] = {name: archive.read(name) for name in archive.namelist()}
    return zipped({**held, **parts})


def xlsx_of_xml(cells: str, before: str = "", after: str = "") -> bytes:
    """A workbook whose one sheet holds the rows given as XML."""
    sheet = f"{before}<worksheet {MAIN}><sheetData>{cells}</sheetData>{after}</worksheet>"
    return with_parts(xlsx([["x"]]), {SHEET: f'<?xml version="1.0"?>{sheet}'})


def ods(tables: str, manifest: str = "<manifest/>", before: str = "") -> bytes:
    """An OpenDocument spreadsheet of the tables given as XML."""
    body = f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
    content = f"<office:document-content {ODS_NAMES}>{body}</office:document-content>"
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": manifest,
            "content.xml": f'<?xml version="1.0"?>{before}{content}',
        }
    )


def ods_cell(text: str, more: str = "") -> str:
    """One cell of text for `ods`."""
    inside = f"<text:p>{text}</text:p>"
    return f'<table:table-cell office:value-type="string" {more}>{inside}</table:table-cell>'
