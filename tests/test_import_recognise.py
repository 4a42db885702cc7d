"""Kinds, headers and columns, by content and never by place."""

import random

import pytest

from data.importing.choices import Choices
from data.importing.recognise import recognise
from data.importing.vocabulary import load
from tests.import_sheets import drafted, sheet

SIMONDA = [
    "No", "Nama Inovasi", "OPD Pelaksana", "Tahapan", "Inisiator", "Nama Inisiator", "Klasifikasi",
    "Jenis", "Bentuk", "Asta Cita", "Klaster PKPN", "Urusan", "Waktu Uji Coba", "Penerapan Awal",
    "Pengembangan Terbaru", "Rancang Bangun", "Tujuan", "Manfaat", "Hasil", "Anggaran",
    "Skor SID Terverifikasi",
]  # fmt: skip
MINISTRY = [
    "Nama Pemda", "Nama Inovasi", "Tahapan Inovasi", "Urusan Pemerintahan", "Waktu Uji Coba",
    "Waktu Penerapan", "Estimasi Skor Kematangan", "Inisiator", "Jenis", "Bentuk", "Klasifikasi",
    "Asta Cita", "OPD Pelaksana",
]  # fmt: skip
RULES = load().rows.values()
SID = [row for row in RULES if row.grouping == "SID"]
SPD = [row for row in RULES if row.grouping == "SPD"]


def layout(*rows, choices=None, **given):
    return recognise(sheet(*rows, **given), load(), choices or Choices())


def fields(found) -> list[str]:
    return [one.field for one in found.columns]


def test_the_csv_of_simonda_is_a_list_without_names_of_people():
    found = layout(["DAFTAR INOVASI KABUPATEN TANAH BUMBU TAHUN 2026"], [], SIMONDA, [1, "SI A"])
    assert (found.kind, found.header, found.year, found.code) == ("innovation", 2, 2026, "6310")
    assert fields(found)[:6] == ["", "name", "office", "stage", "initiator", ""]
    assert fields(found)[-2:] == ["budget", "reported_maturity"]


def test_columns_are_known_in_any_order():
    order = random.Random(1).sample(MINISTRY, len(MINISTRY))
    straight, shuffled = layout(MINISTRY, ["x"] * 13), layout(order, ["x"] * 13)
    assert set(fields(shuffled)) == set(fields(straight)) >= {"code", "name", "reported_maturity"}


def test_results_have_a_header_of_two_merged_rows():
    rows = [["HASIL IID TAHUN 2024"], [], ["NO", "NAMA DAERAH", "HASIL", None, "PERINGKAT", None],
            [None, None, "SKOR IID", "KATEGORI", "PROVINSI", "NASIONAL"],
            [1, "Kab. Tapin", 50, "Inovatif", 3, 99]]  # fmt: skip
    ranges = [(2, 0, 3, 0), (2, 1, 3, 1), (2, 2, 2, 3), (2, 4, 2, 5)]
    wanted = ["", "code", "score", "predicate", "rank_province", "rank_national"]
    for merged in ([], ranges):
        found = layout(*rows, merged=merged)
        assert (found.kind, found.year, fields(found)) == ("result", 2024, wanted)


def test_years_may_be_columns():
    found = layout(["Daerah", "Skor 2023", 2024, "Predikat 2024"], ["Tapin", 1, 2, "Inovatif"])
    assert [(one.field, one.year) for one in found.columns[1:]] == [
        ("score", 2023), ("score", 2024), ("predicate", 2024)
    ]  # fmt: skip


def test_a_year_may_stand_over_several_columns():
    rows = [["Daerah", 2023, None, 2024, None], [None, "Skor", "Predikat", "Skor", "Predikat"],
            ["Tapin", 50, "Inovatif", 60, "Inovatif"]]  # fmt: skip
    found = layout(*rows)
    assert [one.year for one in found.columns] == [None, 2023, 2023, 2024, 2024]


@pytest.mark.parametrize("heads", [
    [row.name for row in SID], [f"{row.number}. {row.name}" for row in SID],
    [f"Indikator {row.number}" for row in SID], [int(row.number) for row in SID],
])  # fmt: skip
def test_indicators_of_innovations_go_by_name_or_number(heads):
    found = layout(["No", "Nama Inovasi", *heads, "Total"], [1, "SI A", *[1] * 20, 40])
    assert found.kind == "levels"
    assert fields(found) == ["", "name", *(row.code for row in SID), "reported_maturity"]


def test_government_indicators_are_wide_or_long():
    wide = layout(["Daerah", *(row.name for row in SPD)], ["Tapin", *[1] * 20])
    assert (wide.kind, len(wide.indicators())) == ("government", 20)
    rows = [[row.number, row.name, 2] for row in SPD]
    long = layout(["SPD Kota Banjarbaru 2026"], ["No", "Indikator", "Parameter"], *rows)
    assert (long.kind, long.code, long.year) == ("government_rows", "6372", 2026)


def test_a_profile_needs_no_heading():
    pairs = [["Nama Inovasi", ":", "SI A"], ["Urusan", ":", "Sosial"], ["Tujuan", ":", "x"],
             ["Tahapan", ":", "Penerapan"], ["Pemda", ":", "Tapin"],
             ["Dibuat oleh", ":", "Dinas"]]  # fmt: skip
    assert fields(layout(*pairs)) == ["field", "value"]
    headed = layout(["Data", "Deskripsi"], *([one, value] for one, _, value in pairs))
    assert (headed.kind, headed.header) == ("profile", 0)


def test_a_sheet_of_something_else_is_nothing():
    found = drafted(sheet(["Daftar hadir"], ["Nama", "Jabatan"], ["Budi", "Kepala"]))
    assert found.layouts[0].kind == ""
    assert [one.severity for one in found.findings] == ["tolak"]
    assert found.empty


def test_the_year_is_not_that_of_a_day_or_a_decree():
    rows = [["KEPUTUSAN MENTERI NOMOR 400.10-43 TAHUN 2024"], ["Dicetak 5 Mei 2026"],
            ["IID TAHUN 2025"], ["Daerah", "Skor"], ["Tapin", 50]]  # fmt: skip
    assert layout(*rows).year == 2025


def test_what_a_person_decides_goes_first():
    choices = Choices(columns={("daftar.xlsx", "Lembar", 2): "score"})
    found = layout(["Daerah", "Skor", "Skor akhir"], ["Tapin", 1, 2], choices=choices)
    assert fields(found) == ["code", "", "score"]
    left_out = Choices(kinds={("daftar.xlsx", "Lembar"): ""})
    assert layout(["Daerah", "Skor"], ["Tapin", 1], choices=left_out).kind == ""
