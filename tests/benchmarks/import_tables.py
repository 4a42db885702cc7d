"""Realistic tables of every kind that the importer takes."""

import datetime
import random
from collections.abc import Callable
from typing import Any

from data.importing.vocabulary import load

Rows = list[list[Any]]
VOCABULARY = load()
GOVERNMENTS = list(VOCABULARY.government_names.values())
SID = [row for row in VOCABULARY.rows.values() if row.grouping == "SID"]
SPD = [row for row in VOCABULARY.rows.values() if row.grouping == "SPD"]
OF_LIST = (
    "No|Nama Pemda|Nama Inovasi|Tahapan Inovasi|Urusan Pemerintahan|Waktu Uji Coba|Waktu Penerapan|"
    "Estimasi Skor Kematangan|Inisiator|Jenis|Bentuk|Klasifikasi|Asta Cita|OPD Pelaksana"
)
OF_SIMONDA = (
    "No|Nama Inovasi|OPD Pelaksana|Tahapan|Inisiator|Nama Inisiator|Klasifikasi|Jenis|Bentuk|"
    "Asta Cita|Klaster PKPN|Urusan|Waktu Uji Coba|Penerapan Awal|Pengembangan Terbaru|"
    "Rancang Bangun|Tujuan|Manfaat|Hasil|Anggaran|Skor SID Terverifikasi"
)
IN_NAMES = "Antar|Obat|Pupuk|Gerai|Cepat|Sehat|Desa|Pasar|Sungai|Anak|Total|Jumlah|Nol|Banjar"
LIST, SIMONDA, WORDS = (text.split("|") for text in (OF_LIST, OF_SIMONDA, IN_NAMES))


def name(chance: random.Random) -> str:
    return " ".join(chance.sample(WORDS, chance.randint(1, 4)))


def government(chance: random.Random) -> str:
    full = chance.choice(GOVERNMENTS)
    return chance.choice((full, full.replace("Kabupaten", "Kab."), full.upper(), full.split()[-1]))


def results(chance: random.Random) -> Rows:
    rows: Rows = [["INDEKS INOVASI DAERAH TAHUN 2025"], [], ["No", "Kabupaten/Kota", "Skor",
                  "Predikat", "Peringkat", "Jumlah Inovasi"]]  # fmt: skip
    for place, full in enumerate(chance.sample(GOVERNMENTS, chance.randint(1, 13)), start=1):
        score = round(chance.uniform(0, 100), 2)
        rows.append([place, full, score, "Inovatif", place, chance.randint(0, 200)])
    return [*rows, ["Jumlah", None, 700], ["Keterangan: sementara"]]


def by_year(chance: random.Random) -> Rows:
    years = chance.sample(range(2019, 2029), 3)
    scores = [[full, *(chance.randint(0, 100) for _ in years)] for full in GOVERNMENTS]
    return [["Daerah", *years], *scores]


def innovations(chance: random.Random) -> Rows:
    day = datetime.date(2024, 1, 1) + datetime.timedelta(days=chance.randrange(1000))
    rows = [
        [place, government(chance), name(chance), "Penerapan", "Kesehatan", "1 Januari 2024", day,
         chance.randint(0, 111), "OPD", "Digital", "Pelayanan publik", "x", "4", "Dinas"]
        for place in range(1, chance.randint(2, 25))
    ]  # fmt: skip
    return [["Daftar Inovasi Tahun 2026"], LIST, list(range(1, 15)), *rows]


def simonda(chance: random.Random) -> Rows:
    rows = [
        [place, name(chance), "Dinas", "Uji Coba", "ASN", "Budi", "Teknologi", "Nondigital",
         "Tata Kelola", "4", "", chance.choice(list(VOCABULARY.sector_names.values())),
         "2024-01-05",
         "3/4/2025", "", "panjang " * 40, "t", "m", "h", "Rp 1.500.000", chance.randint(0, 111)]
        for place in range(1, chance.randint(2, 15))
    ]  # fmt: skip
    return [SIMONDA, *rows]


def sections(chance: random.Random) -> Rows:
    rows: Rows = [["Daftar Inovasi 2026"], ["No", "Nama Inovasi", "Urusan", "Skor Kematangan"]]
    for full in chance.sample(GOVERNMENTS, 3):
        rows += [
            [full],
            [1, name(chance), "Sosial", 40],
            [2, name(chance), "Pangan", 41],
            ["Jumlah"],
        ]
    return rows


def levels(chance: random.Random) -> Rows:
    scored = chance.random() < 0.5
    rows = []
    for place in range(1, chance.randint(2, 20)):
        own = [chance.randrange(4) for _ in SID]
        scores = [rule.weight * level for rule, level in zip(SID, own, strict=True)]
        rows.append(
            [place, government(chance), name(chance), *(scores if scored else own), sum(scores)]
        )
    heads = [f"{rule.number} {rule.name}" for rule in SID]
    return [["SID 2026"], ["No", "Pemda", "Nama Inovasi", *heads, "Total Skor"], *rows]


def governments(chance: random.Random) -> Rows:
    heads = [chance.choice((rule.name, f"{rule.number}. {rule.name}")) for rule in SPD]
    rows = [[full, *(chance.randrange(4) for _ in SPD)] for full in GOVERNMENTS]
    return [["SPD 2026"], ["Nama Daerah", *heads], *rows]


def government_rows(chance: random.Random) -> Rows:
    rows = [
        [rule.number, full, 2026, rule.name, chance.choice(rule.levels), chance.randrange(4), 1.5]
        for full in chance.sample(GOVERNMENTS, 2)
        for rule in SPD
    ]
    heads = ["No", "Nama Pemda", "Tahun", "Indikator", "Informasi", "Parameter", "Nilai Capaian"]
    return [heads, *rows]


def profile(chance: random.Random) -> Rows:
    pairs = [["Nama Pemda", government(chance)], ["Nama Inovasi", name(chance)], ["Tahun", 2026],
             ["Urusan Inovasi Daerah", "Kesehatan"], ["Tahapan Inovasi", "Penerapan"],
             ["Waktu Uji Coba", "1 Januari 2025"], ["Rancang Bangun", "x"], ["Kematangan", 74],
    ]  # fmt: skip
    return [["Profil Inovasi Daerah"], ["Data", "Deskripsi"], *pairs]


def innovation_rows(chance: random.Random) -> Rows:
    rows = [
        [place, rule.name, chance.choice(rule.levels), rule.weight * chance.randrange(4), "x.pdf"]
        for place, rule in enumerate(SID, start=1)
    ]
    top: Rows = [["Nama Inovasi", name(chance)], ["Kab. Tapin 2026"]]
    return [*top, ["No.", "Indikator", "Informasi", "Skor", "Bukti Dukung"], *rows]


KINDS: list[Callable[[random.Random], Rows]] = [
    results, by_year, innovations, simonda, sections, levels, governments, government_rows, profile,
    innovation_rows,
]  # fmt: skip
