"""The formats of a briefing's workbook, each made once: kinds of cells, and their looks."""

from dataclasses import dataclass, field
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format

FORMATS = {
    "teks": "@",
    "angka": "#,##0.00",
    "poin": "+#,##0.00;-#,##0.00;0.00",
    "bagian": "0.00",
    "bulat": "#,##0",
    "tahun": "0",
    "tanggal": "[$-421]d mmm yyyy",
    "tautan": "@",
    "umum": "General",
}
"""How each kind of column is shown; Excel puts the comma where its own language wants it."""


@dataclass
class Pen:
    """The formats of a workbook, each made once."""

    book: xlsxwriter.Workbook
    made: dict[tuple, Format] = field(default_factory=dict)
    cells: dict[str, Format] = field(default_factory=dict)

    def format(self, **look: Any) -> Format:
        key = tuple(sorted(look.items()))
        if key not in self.made:
            self.made[key] = self.book.add_format(look)
        return self.made[key]

    def cell(self, kind: str) -> Format:
        """Of a kind of cell; asked once a cell, so it is found by one word."""
        if kind not in self.cells:
            wrapped = (
                {"text_wrap": True, "indent": 1, "align": "left"}
                if kind in ("teks", "tautan")
                else {}
            )
            linked = {"font_color": "#126f6d", "underline": 1} if kind == "tautan" else {}
            self.cells[kind] = self.format(
                num_format=FORMATS[kind], valign="top", **wrapped, **linked
            )
        return self.cells[kind]

    def literal(self) -> Format:
        """A text that looks like a formula stays text also when its cell is edited."""
        return self.format(
            num_format="@", valign="top", text_wrap=True, indent=1, align="left", quote_prefix=True
        )

    def heading(self) -> Format:
        return self.format(bold=True, bg_color="#d5ebe8", text_wrap=True, valign="top", bottom=1)
