"""The workbook that people fill in and exports are written as: sheets, columns, what cells take."""

import csv
from dataclasses import dataclass
from pathlib import Path

from data.importing import meanings
from data.importing.vocabulary import Row, Vocabulary

RESULT, INNOVATION, GOVERNMENT = "Hasil Indeks", "Daftar Inovasi", "Indikator Pemerintah"
# In the place of GOVERNMENT where the figures behind the levels are known too.
RAW = "Nilai Capaian"
GUIDE, LISTS, ORIGIN = "Petunjuk", "Daftar Pilihan", "Asal data"
BESIDE = (GUIDE, LISTS, ORIGIN)
"""Sheets of ours that hold nothing to import."""
TABLES = {RESULT: "result", INNOVATION: "innovation", GOVERNMENT: "government", RAW: "row"}
GROUPINGS = {"innovation": "SID", "government": "SPD"}
NUMBER, EXAMPLE = "No", "contoh"
FROZEN = {RESULT: 3, INNOVATION: 4, GOVERNMENT: 3, RAW: 4}
NEEDED = {("result", "score"), ("innovation", "name")}
LEVEL_WIDTH = 16
DIGITAL = {True: "Digital", False: "Nondigital"}


@dataclass(frozen=True)
class Column:
    """One column of one sheet.

    Attributes:
        heading: what stands above it.
        field: of fields.csv, or the code of an indicator, or "" for the running number.
        takes: what its cells may be: a key of TAKES, or the name of a list in `lists`.
        width: in letters.
        example: a cell of the example row; "" for an empty one.
        meaning: Indonesian, without a full stop.
        needed: a row without it cannot be kept.
        levels: what levels 1 to 3 of an indicator say; empty for other columns.
    """

    heading: str
    field: str
    takes: str
    width: int
    example: str
    meaning: str
    needed: bool = False
    levels: tuple[str, ...] = ()


TAKES = {
    "text": "teks",
    "long": "teks, boleh beberapa kalimat",
    "name": "teks, paling panjang 300 huruf",
    "score": "angka 0–100, misalnya 57,64",
    "maturity": "angka 0–111",
    "amount": "angka, tanpa Rp dan tanpa kata juta",
    "rank": "bilangan bulat mulai 1",
    "count": "bilangan bulat mulai 0",
    "day": "tanggal, misalnya 31/12/2024, tahun 2000–2099",
    "level": "0, 1, 2, atau 3; kosong bila belum diketahui",
    "number": "nomor urut; boleh kosong",
}


def columns(name: str, vocabulary: Vocabulary) -> list[Column]:
    """The columns of the sheet of that name, from left to right."""
    table = TABLES[name]
    with (Path(__file__).parent / "workbook.csv").open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["table"] == table]
    fixed = [described(row, vocabulary) for row in rows]
    first = [] if name == RAW else [Column(NUMBER, "", "number", 8, "", "nomor urut")]
    return [*first, *fixed, *indicators(table, vocabulary)]


def described(row: dict[str, str], vocabulary: Vocabulary) -> Column:
    """A column from its row of workbook.csv, under the label that fields.csv gives it."""
    place = row["table"], row["field"]
    return Column(
        vocabulary.labels[place],
        row["field"],
        row["takes"],
        int(row["width"]),
        row["example"],
        row["meaning"],
        row["field"] in ("code", "year") or place in NEEDED,
    )


def indicators(table: str, vocabulary: Vocabulary) -> list[Column]:
    """A column of levels for each row of the rules that belongs to a table."""
    return [
        Column(
            f"{row.number} {row.name}",
            row.code,
            "level",
            LEVEL_WIDTH,
            str(place % 4),
            f"{row.grouping} {row.number}: {row.name}",
            levels=row.levels,
        )
        for place, row in enumerate(grouped(vocabulary, GROUPINGS.get(table, "")), start=1)
    ]


def grouped(vocabulary: Vocabulary, grouping: str) -> list[Row]:
    """The rows of the rules of one grouping, in their order."""
    return [row for row in vocabulary.rows.values() if row.grouping == grouping]


def lists(vocabulary: Vocabulary, year: int) -> dict[str, list[str | int]]:
    """What cells can be chosen from, by name; years from the first that is read to that given."""
    return {
        "Tahun": [*range(year, meanings.FIRST_YEAR - 1, -1)],
        "Urusan": [*vocabulary.sector_names.values()],
        "Tahapan": choices(meanings.STAGES),
        "Inisiator": choices(meanings.INITIATORS),
        "Jenis": [*DIGITAL.values()],
        "Bentuk": choices(meanings.FORMS),
        "Predikat": choices(meanings.PREDICATES),
        "Daerah": [*vocabulary.government_names.values()],
    }


def choices(known: dict[str, str]) -> list[str | int]:
    """Each value once, as it is written in a cell."""
    return [capital(word) for word in dict.fromkeys(known.values())]


def capital(word: str) -> str:
    """A word with its first letter large and the others as they are: "Uji coba", "ASN"."""
    return word[:1].upper() + word[1:]


def level_words(column: Column) -> str:
    """What the levels of a column say, a line each."""
    texts = ("belum ada", *column.levels)
    return "\n".join(f"{level}: {text}" for level, text in enumerate(texts))


def accepted(column: Column) -> str:
    """What the cells of a column may be, in words."""
    return TAKES.get(column.takes) or f"pilih dari daftar {column.takes}"
