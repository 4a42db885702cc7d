"""Sheets that only the province has: where all its regencies leave points, and what they need."""

import pandas as pd

from pages.parts.brief_asking import TOP
from pages.parts.brief_facts import Brief
from pages.parts.brief_workbook_sheet import Chart, Column, Sheet

DRAWN = 15
ROOM = "Rata-rata poin ke parameter 3"
LISTS = "Di daftar (daerah)"


def gaps(brief: Brief) -> Sheet:
    """The rows of the index over all regencies, the most points at stake first."""
    rows = brief.province_gaps
    chart = Chart(
        "bar",
        f"Rata-rata poin indeks sampai parameter 3, {min(DRAWN, len(rows))} baris teratas",
        "Rata-rata poin indeks yang masih dapat diraih tiap daerah, per baris.",
        "Baris",
        (ROOM,),
        "poin indeks per daerah (dihitung)",
        rows=DRAWN,
    )
    return Sheet(
        "Baris indeks",
        "Baris indeks seluruh daerah",
        "Dari daerah yang parameternya diketahui; poin dihitung menurut aturan yang berlaku.",
        gap_columns(rows),
        kept=2,
        charts=[chart] if len(rows) else [],
    )


def gap_columns(rows: pd.DataFrame) -> list[Column]:
    return [
        Column("Nomor", rows["number"], width=9),
        Column("Baris", rows["name"], width=44),
        Column("Kelompok", rows["grouping"]),
        Column("Daerah berdata", rows["regencies"], "bulat"),
        Column("Median parameter", rows["level_median"], "angka"),
        Column("Daerah pada parameter 1 atau kurang", rows["lowest"], "bulat"),
        Column(ROOM, rows["headroom_mean"], "angka"),
        Column("Tahun pertama", rows["first_year"], "tahun"),
        Column("Tahun terakhir", rows["last_year"], "tahun"),
    ]


def candidates(brief: Brief) -> Sheet:
    """What stands among the first of most lists."""
    rows = brief.province_candidates
    return Sheet(
        "Kandidat",
        f"Kandidat yang muncul di {TOP} teratas daftar daerah",
        "Kandidat, bukan rekomendasi. Skor: rata-rata, poin: jumlah atas daftar yang memuatnya.",
        [
            Column("Inovasi", rows["name"], width=44),
            Column("Daerah asal", rows["origin"], width=20),
            Column("Urusan", rows["sector"], width=34),
            Column(LISTS, rows["lists"], "bulat"),
            Column("Skor", rows["score"], "bagian"),
            Column("Poin dipertaruhkan (jumlah)", rows["need_points"], "angka"),
            Column("Daerah yang dapat belajar", rows["learners"], width=50),
            Column("ID sumber", rows["source_id"], width=18),
        ],
        charts=[
            Chart(
                "bar",
                f"Kandidat di daftar terbanyak daerah, {min(DRAWN, len(rows))} teratas",
                "Banyaknya daerah yang daftarnya memuat kandidat.",
                "Inovasi",
                (LISTS,),
                "daerah",
                rows=DRAWN,
            )
        ]
        if len(rows)
        else [],
    )
