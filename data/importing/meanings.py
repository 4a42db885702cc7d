"""What the cells of a list mean, field by field."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from data.importing import cells, days
from data.importing.cells import UnreadableError
from data.importing.choices import Choices
from data.importing.sheets import Cell
from data.importing.vocabulary import Vocabulary, plain

FIRST_YEAR = 2021  # before it the index is raw points, which share no scale with later ones
STAGES = {"penerapan": "penerapan", "terap": "penerapan", "implementasi": "penerapan",
          "uji coba": "uji coba", "ujicoba": "uji coba", "inisiatif": "inisiatif",
          "inisiasi": "inisiatif"}  # fmt: skip
INITIATORS = {
    "dprd": "Anggota DPRD",
    "perangkat daerah": "Perangkat Daerah",
    "opd": "Perangkat Daerah",
    "kepala daerah": "Kepala Daerah",
    "bupati": "Kepala Daerah",
    "wali kota": "Kepala Daerah",
    "asn": "ASN",
    "aparatur": "ASN",
    "pns": "ASN",
    "masyarakat": "Masyarakat",
}
FORMS = {"tata kelola": "Tata kelola", "pelayanan publik": "Pelayanan publik",
         "lainnya": "Lainnya", "lain": "Lainnya"}  # fmt: skip
PREDICATES = {"sangat inovatif": "Sangat Inovatif", "kurang inovatif": "Kurang Inovatif",
              "tidak dapat dinilai": "Tidak Dapat Dinilai", "disclaimer": "Tidak Dapat Dinilai",
              "inovatif": "Inovatif"}  # fmt: skip
WHOLLY = {"Inovatif"}  # "terinovatif" and "tidak inovatif" are no predicates


@dataclass
class Meanings:
    """How cells become values; a value that was read with some doubt comes with a remark.

    Every method takes a cell and returns (value, remark); None where nothing is said.

    Raises:
        UnreadableError: the cell cannot mean what its column asks for.
    """

    vocabulary: Vocabulary
    choices: Choices
    remembered: dict[str, tuple[str | None, str]] = field(default_factory=dict)
    known_codes: dict[str, str] = field(default_factory=dict)

    def code(self, cell: Cell) -> str | None:
        words = cells.said(cell)
        if words is None:
            return None
        if words in self.known_codes:
            return self.known_codes[words]
        found = self.choices.values.get(("code", plain(words))) or self.vocabulary.government(words)
        if not found:
            near = self.vocabulary.nearest_government(words)
            advice = f"mungkin {near}; tulis nama itu" if near else "tulis seperti Kabupaten Tapin"
            raise UnreadableError("daerah tidak dikenal", advice)
        self.known_codes[words] = found
        return found

    def permitted(self, code: str) -> None:
        """Raise unless whoever imports may write for a government."""
        if self.choices.codes is not None and code not in self.choices.codes:
            name = self.vocabulary.government_names[code]
            raise UnreadableError(
                f"Anda tidak terdaftar sebagai penulis untuk {name}, jadi semua barisnya ditolak",
                "keluarkan baris itu, atau minta hak menulis",
            )

    def sector_id(self, cell: Cell) -> tuple[str | None, str]:
        words = cells.said(cell)
        if words is None:
            return None, ""
        if words not in self.remembered:
            self.remembered[words] = self.sector_of(words)
        return self.remembered[words]

    def sector_of(self, words: str) -> tuple[str | None, str]:
        decided = self.choices.values.get(("sector_id", plain(words)))
        if decided:
            return decided, ""
        found = self.vocabulary.sector(words)
        if found:
            name = self.vocabulary.sector_names[found[0]]
            return found[0], "" if found[1] == 100 else f"dibaca sebagai urusan {name}"
        near = self.vocabulary.nearest_sector(words)
        count = len(self.vocabulary.sector_names)
        advice = f"mungkin {near}" if near else f"pilih satu dari {count} urusan pada templat"
        raise UnreadableError("urusan tidak dikenal; inovasi disimpan tanpa urusan", advice)


def one_of(known: dict[str, str], cell: Cell, what: str) -> str | None:
    """The value whose word stands in a cell, the longest first; None where nothing is said."""
    words = cells.said(cell)
    if words is None:
        return None
    writing = plain(words)
    for word in sorted(known, key=len, reverse=True):
        whole = known[word] in WHOLLY
        if writing == word or (not whole and f" {word}" in f" {writing}"):
            return known[word]
    options = ", ".join(dict.fromkeys(known.values()))
    raise UnreadableError(f"{what} tidak dikenal; dibiarkan kosong", f"tulis salah satu: {options}")


def day(cell: Cell) -> tuple[datetime.date | None, str]:
    """A day, and that only its month was written."""
    found = days.day(cell)
    return found, "hanya bulan; dicatat tanggal 1" if days.is_month(cell) else ""


def score(cell: Cell) -> float | None:
    """An index score, 0–100."""
    value = cells.number(cell)
    if value is not None and not 0 <= value <= 100:
        raise UnreadableError("skor di luar 0–100", likely_score(value))
    return value


def likely_score(value: float) -> str:
    """What a score out of range may have been: a lost comma is told from raw points."""
    if 1000 <= value < 10000 and value == int(value):
        return f"mungkin {value / 100:.2f}".replace(".", ",") + "; poin mentah tidak diterima"
    return "tulis skor 0–100 dengan koma desimal; poin mentah tidak diterima"


def year(cell: Cell, latest: int) -> int | None:
    """A year whose index is on the scale of 0–100, up to the next one."""
    found = cells.year(cell)
    if found is not None and found < FIRST_YEAR:
        raise UnreadableError(
            f"tahun {found} memakai poin mentah, tidak sebanding dengan skala 0–100",
            f"keluarkan baris ini; yang diterima mulai tahun {FIRST_YEAR}",
        )
    if found is not None and found > latest:
        raise UnreadableError(f"tahun {found} belum datang", "periksa tahunnya")
    return found


def amount(cell: Cell) -> float | None:
    """Rupiah."""
    found = cells.number(cell, grouped=True)
    if found is not None and found < 0:
        raise UnreadableError("anggaran negatif; dibiarkan kosong", "tulis jumlah rupiah")
    return found


SIMPLE: dict[str, Callable[[Cell], Any]] = {
    "office": cells.said,
    "classification": cells.said,
    "national_goal": cells.said,
    "programme": cells.said,
    "description": cells.said,
    "purpose": cells.said,
    "benefit": cells.said,
    "outcome": cells.said,
    "budget": amount,
    "digital": cells.flag,
    "stage": lambda cell: one_of(STAGES, cell, "tahapan"),
    "initiator": lambda cell: one_of(INITIATORS, cell, "inisiator"),
    "form": lambda cell: one_of(FORMS, cell, "bentuk"),
}
"""Fields of an innovation that need nothing but their cell."""
