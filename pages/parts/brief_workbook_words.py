"""The first and last sheets of a briefing's workbook: what it says, and how it was reckoned."""

from xlsxwriter.worksheet import Worksheet

from pages.parts import words
from pages.parts.brief_content import Content
from pages.parts.brief_facts import Brief
from pages.parts.brief_lines import Line
from pages.parts.brief_workbook_pen import Pen
from pages.parts.brief_workbook_print import set_print
from pages.parts.brief_workbook_sheet import (
    LINE,
    Column,
    Printed,
    Sheet,
    fits,
    shown,
    top,
    wrapped,
    write,
)

LABELS, TOLD, WORTH = 24, 84, 26  # widths, letters


def add_summary(
    pen: Pen, brief: Brief, said: Content, tables: list[Sheet], printed: Printed
) -> None:
    """The briefing in words, its scope with the link back, and a way to each sheet."""
    rows = [*standing(said), *lines(said), *said.scope]
    sheet = Sheet("Ringkasan", said.headline, dict(said.scope)["Data"], ())
    page: Worksheet = pen.book.add_worksheet(sheet.name)
    top(pen, page, sheet, printed)
    page.set_column(0, 0, LABELS)
    page.set_column(1, 1, TOLD)
    page.set_column(2, 2, WORTH)
    for place, label in enumerate(("Hal", "Isi", "Poin atau tanggal")):
        page.write_string(3, place, label, pen.heading())
    for row, cells in enumerate(rows, start=4):
        page.set_row(row, LINE * wrapped(cells[1], TOLD))
        for place, cell in enumerate(cells):
            if cell:
                write(pen, page, row, place, cell, "tautan" if fits(cell) else "teks")
    contents(pen, page, tables, 5 + len(rows))
    page.freeze_panes(4, 1)
    set_print(page, sheet, printed)


def standing(said: Content) -> list[tuple[str, ...]]:
    index = f"{said.index} ({said.index_note})" if said.index_note else said.index
    told = [
        ("Yang perlu diingat", said.remember),
        ("Indeks", index),
        ("Predikat", said.predicate),
        ("Jarak", said.distance),
        ("Posisi", said.position),
        ("Catatan", said.note),
    ]
    return [row for row in told if row[1]]


def lines(said: Content) -> list[tuple[str, ...]]:
    """Gaps, candidates and cooperations, each with what it rests on."""
    return [
        *part("Kesenjangan", said.gaps, said.gaps_note),
        *part("Kandidat", said.candidates, said.candidates_note),
        *part("Kerja sama", said.cooperations, said.cooperations_note),
    ]


def part(label: str, told: tuple[Line, ...], note: str) -> list[tuple[str, ...]]:
    rows = [
        (f"{label} {number}", f"{line.sign} {line.name}: {line.told}".strip(), line.worth)
        for number, line in enumerate(told, start=1)
    ]
    return [*rows, ("" if rows else label, note)]


def contents(pen: Pen, page: Worksheet, tables: list[Sheet], row: int) -> None:
    """The sheets that follow, each a step away."""
    page.write_string(row, 0, "Lembar", pen.heading())
    page.write_string(row, 1, "Isi", pen.heading())
    for place, sheet in enumerate(tables, start=row + 1):
        target = f"internal:'{sheet.name}'!A1"
        page.write_url(place, 0, target, pen.cell("tautan"), sheet.name)
        under = f"; grafik di bawah tabel (baris {sheet.height + 6})" if sheet.charts else ""
        page.write_string(place, 1, shown(sheet.title + under), pen.cell("teks"))


def method(brief: Brief) -> Sheet:
    """How the figures came about: sentences, then the numbers we chose ourselves."""
    told = sentences(brief)
    chosen = brief.settings
    blank = [None] * len(told)
    return Sheet(
        "Metode",
        "Cara menghitung, dan angka yang kami pilih sendiri",
        "Selengkapnya di halaman Data & metode. Indeks hanya dihitung dari laporan yang lengkap.",
        [
            Column("Hal", [*(one for one, _ in told), *chosen["label"]], width=44),
            Column("Nilai", [*blank, *chosen["value"]], "umum"),
            Column("Penjelasan", [*(one for _, one in told), *chosen["reason"]], width=90),
        ],
    )


def sentences(brief: Brief) -> list[tuple[str, str]]:
    rules = brief.rulesets[brief.rulesets["kind"] == "resmi"].tail(1)
    return [
        *(formula(row) for row in rules.to_dict("records")),
        (
            "Daerah pembanding",
            "dipilih menurut struktur, bukan kinerja: tiap ciri dibakukan, jaraknya Euklides, "
            "kemiripan 100 berarti struktur yang sama dan 0 jarak terjauh di provinsi",
        ),
        (
            "Patokan dan poin",
            "median pembanding tanpa nilai sendiri; poin = bobot × selisih parameter / skor "
            "tertinggi × 100",
        ),
        (
            "Putusan",
            "di bawah atau di atas hanya bila selisihnya cukup bernilai dan, untuk baris SID, "
            "selang 95% seluruhnya di satu sisi patokan; selain itu belum dapat dibedakan",
        ),
        (
            "Skor kandidat",
            "rata-rata ukur bagian yang diketahui dari lima (perlu, bukti, cocok, mudah, masih "
            "berjalan), masing-masing 0–1; yang belum diketahui tidak dihitung",
        ),
        (
            "Poin bila ditiru",
            "indeks dihitung ulang dengan satu inovasi tambahan, sematang di asalnya atau sematang "
            "median inovasi sendiri; daerah lain dianggap tetap",
        ),
        (
            "Rentang peringkat",
            "peringkat ke-5 sampai ke-95 persen bila inovasi tiap daerah diambil ulang (bootstrap)",
        ),
        (
            "Kejujuran",
            "tidak ada nilai yang diisi di antara dua tahun; kosong berarti belum ada data",
        ),
    ]


def formula(rules: dict) -> tuple[str, str]:
    """The index as the rules in force reckon it."""
    count = words.number(rules["count_weight"])
    return (
        f"Indeks (aturan {rules['year']})",
        f"(skor SPD + jumlah kematangan inovasi / maks({words.whole(rules['divisor_min'])}; n) + "
        f"min(n; {words.whole(rules['count_cap'])}) × {count}) / {words.whole(rules['total_max'])} "
        f"× 100; bagian terakhir nol bila kurang dari {words.whole(rules['basic_sectors_min'])} "
        "urusan pelayanan dasar dilaporkan",
    )
