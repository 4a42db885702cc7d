"""Everything that may befall a table on its way to the importer."""

import csv
import datetime
import io
import random
from collections.abc import Callable
from typing import Any

import xlsxwriter

from tests.benchmarks.import_tables import KINDS, Rows

# fmt: off
GARBAGE: list[Any] = [
    None, "", "-", "x", "\x00", "a\x00b", "=1+1", "'=1", "@x", "#REF!", "#N/A", "NaN", "inf",
    "1e999", "9" * 400, 1e308, -1e308, 1e-300, float("nan"), float("inf"), 2**63, -1, 0.1 + 0.2,
    True, False, "0", "3,0", "1.234,5", "12.345.678", "57,64", "5764", 5764, 101, 112, 88.5,
    "88,5", "½", "٣", "²", "Ⅳ", "1/2/2024", "31/02/2024", "29 Februari 2023", "32 Mei 2024",
    "00/00/0000", 45292, 2958466, "99999", datetime.date(1900, 1, 1), datetime.date(9999, 12, 31),
    datetime.date(2024, 2, 29), datetime.datetime(2024, 5, 6, 7, 8, 9), datetime.time(1, 2),
    datetime.timedelta(days=400), "Kab. Banjar", "Kabupaten Bandung",
    "Provinsi Kalimantan Selatan", "Kota", "63.03", 63.1, "6399", "Tahun 2026", 2019, 2031,
    "2026", "TA 2025", "Jumlah", "Total", "Rata-rata", "Keterangan:", "NIP. 197001011990031001",
    "Banjarbaru, 5 Mei 2025", "contoh", "A" * 5000, "é" * 300, "\u202e abc", "🙂", "İ", "ß" * 301,
    "ﬁ", "a\nb", "   ", "\u00a0", "Nama Inovasi", "No", "Skor", "(1)", "Parameter 2", "Level 9",
    "Kesehatan; Sosial", "urusan", "Kesehatan" * 60, "...", "- -", "nihil", "None", "\ufeff",
]
# fmt: on


def mutated(rows: Rows, chance: random.Random) -> Rows:
    """The rows with up to a dozen things done to them."""
    rows = [[*row] for row in rows]
    for _ in range(chance.choice((0, 1, 2, 4, 12))):
        chance.choice(MUTATIONS)(rows, chance)
    return rows


def garbage(rows: Rows, chance: random.Random) -> None:
    for _ in range(chance.choice((1, 3, 20))):
        row = chance.choice(rows or [[None]])
        if row:
            row[chance.randrange(len(row))] = chance.choice(GARBAGE)


def columns_shuffled(rows: Rows, chance: random.Random) -> None:
    width = max(map(len, rows), default=0)
    order = chance.sample(range(width), width)
    for row in rows:
        padded = [*row, *[None] * (width - len(row))]
        row[:] = [padded[at] for at in order]


def column_dropped(rows: Rows, chance: random.Random) -> None:
    at = chance.randrange(max(map(len, rows), default=0) or 1)
    for row in rows:
        del row[at : at + 1]


def column_doubled(rows: Rows, chance: random.Random) -> None:
    at = chance.randrange(max(map(len, rows), default=0) or 1)
    for row in rows:
        row.insert(at, row[at] if at < len(row) else None)


def row_moved(rows: Rows, chance: random.Random) -> None:
    if rows:
        row = rows.pop(chance.randrange(len(rows)))
        if chance.random() < 0.6:
            rows.insert(chance.randrange(len(rows) + 1), row)


def row_added(rows: Rows, chance: random.Random) -> None:
    row = [chance.choice(GARBAGE) for _ in range(chance.choice((1, 2, 8)))]
    again = [*chance.choice(rows)] if rows and chance.random() < 0.5 else row
    rows.insert(chance.randrange(len(rows) + 1), again)


def shifted(rows: Rows, chance: random.Random) -> None:
    for row in rows:
        row[:0] = [None] * chance.choice((1, 1, 1, 2))


def misspelt(rows: Rows, chance: random.Random) -> None:
    row = chance.choice(rows or [[None]])
    for at, cell in enumerate(row):
        if isinstance(cell, str) and cell and chance.random() < 0.5:
            place = chance.randrange(len(cell))
            row[at] = (
                cell[:place] + chance.choice(("", "z", cell[place].upper() * 2)) + cell[place + 1 :]
            )


def as_text(rows: Rows, chance: random.Random) -> None:
    for row in rows:
        row[:] = [
            str(cell).replace(".", ",") if isinstance(cell, float | int) else cell for cell in row
        ]


def emptied(rows: Rows, chance: random.Random) -> None:
    if chance.random() < 0.1:
        rows.clear()
    elif rows:
        chance.choice(rows).clear()


MUTATIONS: list[Callable[[Rows, random.Random], None]] = [
    garbage, garbage, garbage, columns_shuffled, column_dropped, column_doubled, row_moved,
    row_added,    shifted, misspelt, as_text, emptied,
]  # fmt: skip


def damaged(chance: random.Random, number: int) -> tuple[str, bytes]:
    """A whole file by name, half of them with bytes changed, lost or added."""
    rows = mutated(chance.choice(KINDS)(chance), chance)
    if chance.random() < 0.5:
        title, content = f"berkas{number}.csv", as_csv(rows, chance)
    else:
        title, content = f"berkas{number}.xlsx", as_xlsx(rows)
    if chance.random() < 0.5:
        content = with_other_bytes(content, chance)
    return title, content


def as_csv(rows: Rows, chance: random.Random) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=chance.choice(";,\t"))
    writer.writerows(rows)
    return text.getvalue().encode(chance.choice(("utf-8", "utf-8-sig", "cp1252")), "replace")


def as_xlsx(rows: Rows) -> bytes:
    content = io.BytesIO()
    options = {"nan_inf_to_errors": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(content, options) as book:
        sheet = book.add_worksheet()
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for at, row in enumerate(rows):
            for place, cell in enumerate(row):
                if isinstance(cell, datetime.date | datetime.time | datetime.timedelta):
                    sheet.write_datetime(at, place, cell, day)
                elif cell is not None:
                    sheet.write(at, place, cell)
    return content.getvalue()


def with_other_bytes(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice((1, 5, 100))):
        at = chance.randrange(len(changed) or 1)
        what = chance.randrange(3)
        changed[at : at + (what > 0)] = bytes([chance.randrange(256)]) if what < 2 else b""
    return bytes(
        changed[: chance.randrange(len(changed) + 1)] if chance.random() < 0.2 else changed
    )
