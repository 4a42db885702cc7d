"""How a sheet is read: the kinds there are, and which column holds what."""

from dataclasses import dataclass, field

# Kind by what a user calls it; the table of fields.csv its columns are named in.
KINDS = {
    "result": "Hasil indeks",
    "innovation": "Daftar inovasi",
    "levels": "Daftar inovasi dengan indikator",
    "government": "Indikator pemerintah (SPD), satu baris tiap daerah",
    "government_rows": "Indikator pemerintah (SPD), satu baris tiap indikator",
    "profile": "Profil satu inovasi",
    "innovation_rows": "Indikator satu inovasi (SID)",
}
TABLES = {
    "result": "result",
    "innovation": "innovation",
    "levels": "innovation",
    "government": "government",
    "government_rows": "row",
    "profile": "pair",
    "innovation_rows": "row",
}
GROUPINGS = {"levels": "SID", "government": "SPD"}


@dataclass(frozen=True)
class Column:
    """One column: its place from 0, what stands above it, and what it was taken for.

    field is a field of the table, the code of an indicator in capitals, or "" for nothing;
    likeness (0–100) says how surely; year is that of a result whose heading names one.
    """

    place: int
    heading: str
    field: str
    likeness: float
    year: int | None = None


@dataclass(frozen=True)
class Layout:
    """How a sheet is read.

    Attributes:
        kind: a key of KINDS; "" for a sheet nobody understands.
        header: the place of the lowest row of the header, from 0; -1 without one.
        year, code: of the whole sheet, from its title, its name or the file's.
        scored: indicator columns hold row scores (weight × level), not levels.
        worth: how much of the sheet is explained: headings and, of rows and pairs, cells below.
    """

    file: str
    sheet: str
    kind: str
    header: int
    columns: list[Column] = field(default_factory=list)
    year: int | None = None
    code: str | None = None
    scored: bool = False
    worth: float = 0

    @property
    def id(self) -> tuple[str, str]:
        return self.file, self.sheet

    def place(self, field: str) -> int | None:
        """Where a field stands; None where the sheet has no such column."""
        return next((one.place for one in self.columns if one.field == field), None)

    def indicators(self) -> list[Column]:
        return [one for one in self.columns if one.field.isupper()]
