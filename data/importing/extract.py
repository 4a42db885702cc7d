"""Rows of a recognised sheet, and what is wrong with them."""

import datetime
from typing import Any

from data.importing import cells, meanings, scoring
from data.importing.cells import UnreadableError
from data.importing.choices import Choices
from data.importing.data_rows import data_rows
from data.importing.layouts import Column, Layout
from data.importing.meanings import Meanings
from data.importing.sheets import Cell, Sheet
from data.importing.taken import Place, Taken
from data.importing.telling import Teller
from data.importing.vocabulary import Vocabulary

NAME_LONGEST = 300
UNKNOWN_YEAR = (
    "tahun tidak disebut di kolom, judul, nama lembar, atau nama berkas",
    "pilih Tahun untuk berkas tanpa tahun, atau tambahkan kolom Tahun",
)
UNKNOWN_CODE = (
    "daerah tidak disebut di kolom, judul, nama lembar, atau nama berkas",
    "pilih Daerah untuk berkas tanpa nama daerah, atau tambahkan kolom Nama Pemda",
)


class Extraction:
    """One sheet on its way to rows: whose and which year each is, then what its cells say."""

    def __init__(
        self,
        sheet: Sheet,
        layout: Layout,
        vocabulary: Vocabulary,
        choices: Choices,
        today: datetime.date,
    ):
        self.sheet, self.layout, self.vocabulary = sheet, layout, vocabulary
        self.choices, self.latest = choices, today.year + 1
        self.meanings = Meanings(vocabulary, choices)
        self.teller = Teller(sheet, layout)
        self.taken = Taken(findings=self.teller.findings)
        self.section: str | None = None
        self.filled_down = False

    def cell(self, row: list[Cell], field: str) -> Cell:
        place = self.layout.place(field)
        return None if place is None else row[place]

    def rows(self, key: str) -> list[tuple[int, list[Cell], str, int]]:
        """Place, cells, government and year of every row of data that has both."""
        place = self.layout.place(key)
        if place is None:
            return []
        if not self.known("year", UNKNOWN_YEAR) or not self.known("code", UNKNOWN_CODE):
            return []
        found, given = [], list(data_rows(self.sheet, self.layout, place))
        self.taken.skipped += len(self.sheet.rows) - self.layout.header - 1 - len(given)
        for at, row in given:
            code, year = self.code_of(at, row), self.year_of(at, row)
            if code and year and at not in self.teller.refused:
                found.append((at, row, code, year))
        return found

    def known(self, field: str, unknown: tuple[str, str]) -> bool:
        """Whether a sheet says at all whose, or of which year, its rows are."""
        of_sheet = self.layout.year if field == "year" else self.layout.code
        of_column = any(one.year for one in self.layout.columns) and field == "year"
        if (
            of_sheet
            or of_column
            or self.layout.place(field) is not None
            or self.has_sections(field)
        ):
            return True
        self.teller.tell("tolak", None, None, *unknown)
        return False

    def has_sections(self, field: str) -> bool:
        """Whether rows between the others name a government: a list in sections."""
        rows = self.sheet.rows[self.layout.header + 1 :]
        return field == "code" and any(self.section_of(row) for row in rows)

    def section_of(self, row: list[Cell]) -> str | None:
        words = {cells.text(cell) for cell in row if cell is not None}
        return self.vocabulary.government(words.pop()) if len(words) == 1 else None

    def code_of(self, at: int, row: list[Cell]) -> str | None:
        """The government of a row: its own cell, the one above it, the section, or the sheet's."""
        place = self.layout.place("code")
        if place is None:
            section = self.section_of(row)
            self.section = section or self.section
            return None if section else self.permitted(at, self.section or self.layout.code)
        if row[place] is None and self.section:
            self.filled_down = True
            return self.section
        with self.teller.telling("tolak", at, place):
            self.section = self.meanings.code(row[place])
            return self.section or self.missing_code(at, place)
        return None

    def missing_code(self, at: int, place: int) -> str | None:
        if self.layout.code:
            return self.permitted(at, self.layout.code)
        self.teller.tell("tolak", at, place, "nama daerah kosong", "isi seperti Kabupaten Tapin")
        return None

    def permitted(self, at: int, code: str | None) -> str | None:
        """The code, if whoever imports may write for it."""
        if code is None:
            self.teller.tell("tolak", at, None, *UNKNOWN_CODE)
            return None
        with self.teller.telling("tolak", at, None):
            return self.meanings.code(code)
        return None

    def year_of(self, at: int, row: list[Cell]) -> int | None:
        place = self.layout.place("year")
        with self.teller.telling("tolak", at, place):
            found = None if place is None else meanings.year(row[place], self.latest)
            found = found or meanings.year(self.layout.year, self.latest)
            if found or any(one.year for one in self.layout.columns):
                return found or 1
            raise UnreadableError("tahun kosong", "isi tahun empat angka")
        return None

    def place(self, at: int) -> Place:
        return Place(self.sheet, self.layout, at)

    def levels(
        self, at: int, row: list[Cell], columns: list[Column], scored: bool
    ) -> dict[str, Any]:
        """Levels by indicator; None for an empty cell."""
        found = {}
        for column in columns:
            rule = self.vocabulary.rows[column.field]
            with self.teller.telling("tolak", at, column.place):
                found[column.field] = scoring.level(row[column.place], rule, scored)
        return found

    def scored(self) -> bool:
        """Whether this sheet's indicator columns hold row scores."""
        if self.layout.id in self.choices.scored:
            return self.choices.scored[self.layout.id]
        return scoring.holds_scores(
            (self.vocabulary.rows[column.field], row[column.place])
            for row in self.sheet.rows[self.layout.header + 1 :]
            for column in self.layout.indicators()
        )

    def done(self) -> Taken:
        if self.filled_down:
            place = self.layout.place("code")
            self.teller.tell(
                "periksa", None, place, "sel daerah yang kosong diisi dari baris di atasnya",
                "periksa bahwa baris itu memang milik daerah yang sama",
            )  # fmt: skip
        return self.taken
