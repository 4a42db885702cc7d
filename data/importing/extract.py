"""Rows of a recognised sheet, and what is wrong with them."""

import datetime
from typing import Any

from data.importing import meanings, scoring
from data.importing.cells import UnreadableError
from data.importing.choices import Choices
from data.importing.data_rows import data_rows
from data.importing.layouts import Column, Layout
from data.importing.meanings import Meanings
from data.importing.sheets import Cell, Sheet
from data.importing.taken import Place, Taken
from data.importing.telling import Teller
from data.importing.vocabulary import Vocabulary
from data.importing.whose import UNKNOWN_CODE, Whose

NO_YEAR = 1  # of a row whose columns have years of their own
UNKNOWN_YEAR = (
    "tahun tidak disebut di kolom, judul, nama lembar, atau nama berkas",
    "pilih Tahun untuk berkas tanpa tahun, atau tambahkan kolom Tahun",
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
        self.answers: dict[tuple[str, type, Cell], tuple[Any, str, str]] = {}
        self.taken = Taken(findings=self.teller.findings)
        self.years = {one.year for one in layout.columns if one.year}
        self.default_year = self.year_of_sheet()
        self.whose = Whose(self.sheet, self.layout, self.meanings, self.teller)

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
        given = list(data_rows(self.sheet, self.layout, place, self.whose.sections))
        self.taken.skipped += len(self.sheet.rows) - self.layout.header - 1 - len(given)
        found = []
        for at, row in given:
            code = self.whose.of(at, row)
            year = self.year_of(at, row) if code else None
            if code and year and at not in self.teller.refused:
                found.append((at, row, code, year))
        self.whose.done()
        return found

    def year_of_sheet(self) -> int | None:
        """The year of rows that have none: the title's if it is taken, which is told where no
        column says better; else that of the columns that have one, NO_YEAR where they differ."""
        if self.layout.year is None:
            only = len(self.years) == 1
            return min(self.years) if only else NO_YEAR if self.years else None
        try:
            return meanings.year(self.layout.year, self.latest)
        except UnreadableError as error:
            if self.layout.place("year") is None:
                self.teller.tell("tolak", None, None, error.reason, error.suggestion)
            return NO_YEAR if self.years else None

    def known(self, field: str, unknown: tuple[str, str]) -> bool:
        """Whether a sheet says at all whose, or of which year, its rows are; told where not."""
        of_year = field == "year"
        known = self.default_year if of_year else self.layout.code or self.whose.sections
        if known or self.layout.place(field) is not None:
            return True
        if not (of_year and self.layout.year):  # of a year that is not taken that is told already
            self.teller.tell("tolak", None, None, *unknown)
        return False

    def year_of(self, at: int, row: list[Cell]) -> int | None:
        place = self.layout.place("year")
        with self.teller.telling("tolak", at, place):
            found = None if place is None else meanings.year(row[place], self.latest)
            if found or self.default_year:
                return found or self.default_year
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
            try:  # not `telling`: this is done a million times
                found[column.field] = scoring.level(row[column.place], rule, scored)
            except UnreadableError as error:
                self.teller.tell("tolak", at, column.place, error.reason, error.suggestion)
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
