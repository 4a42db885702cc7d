"""The sheet that says how the workbook is filled in."""

from data.importing.drawing import Pen
from data.importing.vocabulary import Vocabulary
from data.importing.workbook import (
    EXAMPLE,
    GOVERNMENT,
    GUIDE,
    INNOVATION,
    NUMBER,
    RAW,
    RESULT,
    Column,
    accepted,
    columns,
)

STEPS = (
    f"Isi lembar yang datanya Anda punya: {RESULT}, {INNOVATION}, {GOVERNMENT}. Lembar lain "
    "biarkan kosong atau hapus.",
    f"{RESULT} dan {GOVERNMENT}: satu baris untuk satu daerah dan satu tahun. {INNOVATION}: satu "
    "baris untuk satu inovasi dan satu tahun.",
    f"Baris dengan kata “{EXAMPLE}” di kolom {NUMBER} tidak dibaca. Isi di bawahnya, atau hapus "
    "baris itu.",
    "Kolom berlatar lebih gelap wajib diisi. Kolom lain boleh kosong, boleh dihapus, dan boleh "
    "dipindah; judulnya jangan diubah.",
    "Sel kosong berarti belum diketahui. Angka 0 berarti nol: tulis parameter 0 hanya bila memang "
    "belum ada.",
    "Arahkan penunjuk ke judul kolom untuk membaca arti dan parameternya; sel yang berdaftar "
    "diisi dengan memilih.",
    "Tidak ada yang hilang diam-diam: isi yang tidak terbaca disebut dalam daftar temuan, "
    "perubahan diperlihatkan sebelum terbit, dan versi lama dapat dipulihkan.",
    "Simpan sebagai XLSX, lalu unggah di halaman Data & metode.",
)
RAW_STEP = (
    f"{RAW}: satu baris untuk satu daerah, satu tahun, dan satu baris SPD, dengan angka yang "
    "menentukan parameternya."
)
HEADINGS = ("Lembar", "Judul kolom", "Wajib", "Maksud kolom", "Yang diterima")
WIDTHS = (20, 40, 8, 56, 68)


def draw(pen: Pen, title: str, names: list[str], vocabulary: Vocabulary) -> None:
    """The guide to the sheets of those names, as the first sheet of a workbook."""
    sheet = pen.sheet(GUIDE)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    for place, width in enumerate(WIDTHS):
        sheet.set_column(place, place, width)
    sheet.write_string(0, 0, title, pen.title)
    steps = (*STEPS, RAW_STEP) if RAW in names else STEPS
    for row, step in enumerate(steps, start=2):
        sheet.set_row(row, 20)
        pen.say(sheet, row, 0, f"{row - 1}. {step}")
    first = len(steps) + 3
    for place, heading in enumerate(HEADINGS):
        sheet.write_string(first, place, heading, pen.heading)
    for row, line in enumerate(lines(names, vocabulary), start=first + 1):
        tall = any(len(words) > 1.1 * width for words, width in zip(line, WIDTHS, strict=True))
        sheet.set_row(row, 30 if tall else 15)
        for place, words in enumerate(line):
            pen.put(sheet, row, place, words)


def lines(names: list[str], vocabulary: Vocabulary) -> list[tuple[str, ...]]:
    """What each column of each sheet means and takes, a line each."""
    return [
        (name, column.heading, "wajib" if column.needed else "", column.meaning, takes(column))
        for name in names
        for column in columns(name, vocabulary)
    ]


def takes(column: Column) -> str:
    if not column.levels:
        return accepted(column)
    return "; ".join(f"{level}: {words}" for level, words in enumerate(column.levels, start=1))
