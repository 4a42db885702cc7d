"""Workbooks of ours looked into by other libraries, and words that would harm them."""

import io
import re
import zipfile

import openpyxl
import python_calamine

from data.importing import reading
from data.importing.sheets import Sheet

HOSTILE = [
    '=HYPERLINK("http://x.example","klik")', "@SUM(A1)", "+1", "-1", "'=ganda", "''@tiga",
    "<r>x</r>", "<r><t>x</t></r>", "_x0041_ _x005F_x0041_", "a\x00b\x0bc", "😀 👩‍👩‍👧",
    "עברית عربي", "007", "1e5", "1,5", "12/2024", "\tTab", "\rCR", "satu\r\ndua", "TRUE",
    "'kutip", "#N/A", "&amp; <b> ; , | \"q\"", "http://x.example", "{=1}", "x\ufffey",
]  # fmt: skip


def opened(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def rows_of(data: bytes, name: str) -> list[list]:
    return python_calamine.load_workbook(io.BytesIO(data)).get_sheet_by_name(name).to_python()


def formulas(data: bytes) -> list[str]:
    """Parts of a workbook that hold a formula of a cell, or lead outside."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    return [
        name
        for name, text in parts.items()
        if ("worksheets/" in name and re.search(r"<f[ >]", text)) or 'TargetMode="External"' in text
    ]


def read(name: str, data: bytes) -> dict[str, Sheet]:
    return {sheet.name: sheet for sheet in reading.read([(name, data)])[0]}
