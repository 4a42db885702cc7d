"""Whose the rows of a sheet are: by their own cell, one above, a section, or the title."""

import re

from data.importing import cells
from data.importing.cells import UnreadableError
from data.importing.layouts import Layout
from data.importing.meanings import Meanings
from data.importing.sections import sections
from data.importing.sheets import Cell, Sheet
from data.importing.telling import Teller
from data.importing.vocabulary import ELSEWHERE, HOME, plain

UNKNOWN_CODE = (
    "daerah tidak disebut di kolom, judul, nama lembar, atau nama berkas",
    "pilih Daerah untuk berkas tanpa nama daerah, atau tambahkan kolom Nama Pemda",
)
PROVINCES = re.compile(r"(nama )?(provinsi|propinsi|prov)")


class Whose:
    """The government of every row, asked from the first to the last."""

    def __init__(self, sheet: Sheet, layout: Layout, meanings: Meanings, teller: Teller):
        self.layout, self.meanings, self.teller = layout, meanings, teller
        self.place = layout.place("code")
        self.sections = sections(sheet, layout, meanings.vocabulary)
        self.starts = iter(sorted(self.sections.items()))
        self.next = next(self.starts, None)
        self.above: str | None = None
        named = (
            one.place
            for one in layout.columns
            if not one.field and PROVINCES.fullmatch(plain(one.heading))
        )
        self.province = next(named, None)
        self.foreign = False
        self.elsewhere = 0
        self.filled_down = False
        self.forbidden: set[str] = set()

    def of(self, at: int, row: list[Cell]) -> str | None:
        """The government of a row (place from 0); None of one elsewhere, or told why."""
        while self.next and self.next[0] < at:
            self.above = self.next[1]
            self.next = next(self.starts, None)
        if self.abroad(row):
            self.elsewhere += 1
            return None
        code = self.code(at, row)
        return code if code and self.permitted(at, code) else None

    def abroad(self, row: list[Cell]) -> bool:
        """Whether a row is of another province, or of a province itself."""
        if self.province is not None and (said := cells.said(row[self.province])):
            self.foreign = not HOME.search(plain(said))
        own = cells.text(row[self.place]) if self.place is not None else ""
        if own:
            return self.foreign or self.meanings.vocabulary.elsewhere(own) is not None
        return self.foreign or self.above == ELSEWHERE

    def code(self, at: int, row: list[Cell]) -> str | None:
        if self.place is None:
            return self.above or self.layout.code or self.missing(at, None)
        if cells.said(row[self.place]) is None:
            self.filled_down |= self.above is not None
            return self.above or self.layout.code or self.missing(at, self.place)
        self.above = None  # rows below an unknown government are not those of the one before
        with self.teller.telling("tolak", at, self.place):
            self.above = self.meanings.code(row[self.place])
        return self.above

    def missing(self, at: int, place: int | None) -> str | None:
        """Told: nothing says whose a row is."""
        if place is None:
            self.teller.tell("tolak", at, None, *UNKNOWN_CODE)
        else:
            reason = "daerah kosong, dan di atasnya tidak ada yang dikenal"
            self.teller.tell("tolak", at, place, reason, "isi seperti Kabupaten Tapin")
        return None

    def permitted(self, at: int, code: str) -> bool:
        """Whether whoever imports may write for a government; told once for each."""
        try:
            self.meanings.permitted(code)
        except UnreadableError as error:
            if code not in self.forbidden:
                self.teller.tell("tolak", at, self.place, error.reason, error.suggestion)
            self.forbidden.add(code)
            return False
        return True

    def done(self) -> None:
        """Tell what is told once for a sheet."""
        if self.filled_down:
            self.teller.tell(
                "periksa", None, self.place, "sel daerah yang kosong diisi dari baris di atasnya",
                "periksa bahwa baris itu memang milik daerah yang sama",
            )  # fmt: skip
        if self.elsewhere:
            self.teller.tell(
                "periksa", None, self.place if self.province is None else self.province,
                f"{self.elsewhere} baris milik provinsi atau daerah provinsi lain, jadi dilewati",
                "tidak perlu tindakan bila memang begitu",
            )  # fmt: skip
