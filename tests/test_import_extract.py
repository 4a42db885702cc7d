"""Rows of realistic sheets: what is taken, what is passed over, and what is told."""

import datetime

import pytest

from data.importing.choices import Choices
from data.importing.vocabulary import load
from tests.import_sheets import drafted, sheet, told

LIST = ["No", "Nama Pemda", "Nama Inovasi", "Urusan", "Waktu Uji Coba", "Waktu Penerapan",
        "Skor Kematangan"]  # fmt: skip
RULES = load().rows.values()
SID = [row for row in RULES if row.grouping == "SID"]
SPD = [row for row in RULES if row.grouping == "SPD"]
LEVELS = [1, 2, 3, 0] * 5
SCORES = [rule.weight * level for rule, level in zip(SID, LEVELS, strict=True)]


def listed(*rows, title="Daftar Inovasi Tahun 2026"):
    return sheet([title], LIST, *rows)


def row(number, name, **given):
    cells = {"pemda": "Kab. Tapin", "urusan": "Kesehatan", "uji": "1 Januari 2024",
             "terap": datetime.date(2025, 1, 2), "skor": 88, **given}  # fmt: skip
    return [number, cells["pemda"], name, *list(cells.values())[1:]]


def names(made) -> list[str]:
    return [one.values["name"] for one in made.innovations]


def test_totals_notes_and_signatures_are_no_innovations():
    made = drafted(listed(
        [1, 2, 3, 4, 5, 6, 7], row(1, "Antar Obat"), row(2, "Total Quality Puskesmas"),
        row(3, "Jumlah Pasien Nol"), ["Jumlah", None, 3], ["Keterangan: data sementara"], [],
        [None, None, None, "Rantau, 5 Mei 2026"], [None, None, None, "Kepala Bapperida"], [],
        [None, None, None, "Drs. H. Fulan"], [None, None, None, "NIP. 19700101 199003 1 001"],
    ))  # fmt: skip
    assert names(made) == ["Antar Obat", "Total Quality Puskesmas", "Jumlah Pasien Nol"]
    assert made.findings == []


def test_names_that_only_begin_like_totals_are_names_without_numbers_too():
    rows = [["Nama Inovasi", "Skor Kematangan"], ["Total Quality", 40], ["Jumlah Pasien Nol", 50],
            ["Rata-Rata Air", 40], ["Catatan Ibu Hamil", 30], ["Total", 160]]  # fmt: skip
    made = drafted(sheet(["Inovasi Kab. Tapin 2026"], *rows))
    assert names(made) == [name for name, _ in rows[1:-1]]
    assert made.findings == []


def test_sections_name_whose_the_rows_below_are():
    made = drafted(sheet(
        ["Daftar Inovasi 2026"], ["No", "Nama Inovasi", "Urusan", "Skor Kematangan"],
        ["KABUPATEN TAPIN"], [1, "A satu", "Sosial", 40], ["Jumlah", 1],
        ["B", "Kota Banjarbaru"], [1, "B dua", "Sosial", 40],
        ["III. Kab. HSS (1 inovasi)"], [1, "Banjar", "Sosial", 40],
        merged=[(2, 0, 2, 3)],
    ))  # fmt: skip
    assert [(one.code, one.values["name"]) for one in made.innovations] == [
        ("6305", "A satu"), ("6372", "B dua"), ("6306", "Banjar")
    ]  # fmt: skip
    assert made.findings == []


def test_blank_governments_are_those_above_and_never_beyond_an_unknown_one():
    rows = [row(1, "A satu"), row(2, "B dua", pemda=None), row(3, "C tiga", pemda="Kab. Tapn X"),
            row(4, "D empat", pemda=None)]  # fmt: skip
    made = drafted(listed(*rows))
    assert names(made) == ["A satu", "B dua"]
    assert told(made) == [
        ("tolak", 5, "B", "Kab. Tapn X"), ("tolak", 6, "B", ""), ("periksa", None, "B", "")
    ]  # fmt: skip
    assert "Kabupaten Tapin" in made.findings[0].suggestion


def test_other_provinces_are_passed_over_and_told_once():
    made = drafted(sheet(
        ["IID TAHUN 2025"], ["No", "Provinsi", "Kabupaten/Kota", "Skor"],
        [1, "JAWA BARAT", "KAB. BANDUNG", 50], [2, "JAWA BARAT", "KOTA BANJAR", 60],
        [3, "KALIMANTAN SELATAN", "KAB. BANJAR", 70], [4, None, "KAB. TAPIN", 71],
    ))  # fmt: skip
    assert [one.code for one in made.results] == ["6303", "6305"]
    (finding,) = made.findings
    assert finding.severity == "periksa"
    assert finding.reason.startswith("2 baris")


@pytest.mark.parametrize(
    ("score", "advice"), [(5764, "mungkin 57,64"), (101, "tulis skor 0–100"), (-1, "tulis skor")]
)
def test_a_score_outside_0_to_100_is_refused(score, advice):
    made = drafted(sheet(["Daerah", "Skor 2025"], ["Tapin", score], ["Banjar", "57,5"]))
    assert [one.code for one in made.results] == ["6303"]
    assert told(made)[0][:3] == ("tolak", 2, "B")
    assert advice in made.findings[0].suggestion


def test_a_year_of_raw_points_is_refused_alone_and_once():
    made = drafted(sheet(["Daerah", 2019, 2023, 2024], ["Tapin", 5000, 40, "41,5"], ["HST", 1, 2]))
    assert [(one.code, one.year, one.values["score"]) for one in made.results] == [
        ("6305", 2023, 40), ("6305", 2024, 41.5), ("6307", 2023, 2)
    ]  # fmt: skip
    assert told(made) == [("tolak", 1, "B", "2019")]


def test_a_predicate_that_its_band_contradicts_is_shown():
    made = drafted(sheet(["Daerah", "Skor", "Predikat", "Tahun"], ["Tapin", 30, "Inovatif", 2026]))
    assert told(made) == [("periksa", 2, "C", "Inovatif")]
    assert "40,01–65" in made.findings[0].reason


def test_dates_are_checked_against_each_other_and_the_round():
    made = drafted(listed(row(1, "A satu", uji="1 Maret 2025", terap="2/1/2025"),
                          row(2, "B dua", uji=None, terap="2/1/2019"),
                          row(3, "C tiga", uji="32 Mei 2024")))  # fmt: skip
    assert told(made) == [
        ("periksa", 5, "E", "32 Mei 2024"), ("periksa", 3, "F", "2/1/2025"),
        ("periksa", 4, "F", "2/1/2019"),
    ]  # fmt: skip
    assert len(made.innovations) == 3


def test_sectors_read_with_doubt_are_shown_and_unknown_ones_left_out():
    made = drafted(listed(row(1, "A satu", urusan="Kesehatn"), row(2, "B dua", urusan="Zzz qqq")))
    assert [one.values["sector_id"] for one in made.innovations] == ["02", None]
    assert [one[:3] for one in told(made)] == [("periksa", 3, "D"), ("periksa", 4, "D")]


def test_the_same_innovation_twice_is_refused_and_near_duplicates_are_shown():
    made = drafted(listed(row(1, "Antar Obat Sampai Rumah"), row(2, "ANTAR obat sampai rumah"),
                          row(3, "Sampai Rumah Antar Obat-Obat")))  # fmt: skip
    assert told(made)[0][:3] == ("tolak", 4, "C")
    assert "baris 3" in made.findings[0].reason
    near = drafted(listed(row(1, "Antar Obat Sampai Rumah"), row(2, "Antar Obat Sampai Ke Rumah")))
    assert told(near) == [("periksa", 4, "C", "Antar Obat Sampai Ke Rumah")]


@pytest.mark.parametrize(("score", "reason"), [(112, "di luar 0–111"), ("88,5", "mana pun")])
def test_a_maturity_that_no_levels_give_is_refused(score, reason):
    made = drafted(listed(row(1, "A satu", skor=score)))
    assert told(made)[0][:3] == ("tolak", 3, "G")
    assert reason in made.findings[0].reason


@pytest.mark.parametrize(("cells", "total"), [(LEVELS, sum(SCORES)), (SCORES, 44)])
def test_levels_and_row_scores_give_the_same_and_a_wrong_total_is_shown(cells, total):
    heads = ["Nama Inovasi", *(rule.name for rule in SID), "Total Skor"]
    made = drafted(sheet(["Kab. Tapin 2026"], heads, ["A satu", *cells, total]))
    assert list(made.innovations[0].levels.values()) == LEVELS
    assert told(made) == ([] if total == 51 else [("periksa", 3, "V", "44")])


def test_a_level_outside_0_to_3_refuses_its_row():
    heads = ["Nama Inovasi", *(rule.name for rule in SID)]
    made = drafted(sheet(["Kab. Tapin 2026"], heads, ["A", *LEVELS[:-1], 4], ["B", *LEVELS]))
    assert names(made) == ["B"]
    assert told(made) == [("tolak", 3, "U", "4")]


def test_government_indicators_may_be_long_in_sections_with_figures():
    rows = [[rule.number, rule.name, rule.weight * 2, 1.5] for rule in SPD]
    heads = ["No", "Indikator", "Skor", "Nilai Capaian"]
    made = drafted(
        sheet(["SPD 2026"], heads, ["Kabupaten Banjar"], *rows, ["Kota Banjarbaru"], *rows)
    )
    assert [one.code for one in made.governments] == ["6303", "6372"]
    assert set(made.governments[1].levels.values()) == {2}
    assert made.governments[0].raw_values["PAD"] == 1.5
    assert made.findings == []


def workbook(name, file, total=74):
    pairs = [["Data", "Deskripsi"], ["Dibuat Oleh", "Dinas"],
             ["Nama Pemda", "Kab. Tapin"], ["Nama Inovasi", name],
             ["Urusan Inovasi Daerah", "Kesehatan"],
             ["Tahapan Inovasi", "Penerapan"], ["Kematangan", total]]  # fmt: skip
    rows = [[place, rule.name, rule.levels[1], rule.weight * 2, "x.pdf"]
            for place, rule in enumerate(SID, start=1)]  # fmt: skip
    heads = ["No.", "Indikator", "Informasi", "Skor", "Bukti Dukung"]
    return (
        sheet(*pairs, file=file, name="Profil Inovasi Daerah"),
        sheet(heads, *rows, ["Jumlah", None, None, 74], file=file, name="Indikator Inovasi Daerah"),
    )


def test_a_zip_of_workbooks_gives_one_innovation_each():
    sheets = [*workbook("A satu", "z.zip › a.xlsx"), *workbook("B dua", "z.zip › b.xlsx", 75)]
    made = drafted(*sheets, choices=Choices(year=2026))
    assert names(made) == ["A satu", "B dua"]
    assert {level for one in made.innovations for level in one.levels.values()} == {2}
    assert [one.values["sector_id"] for one in made.innovations] == ["02", "02"]
    (finding,) = made.findings
    assert (finding.file, finding.sheet, finding.row, finding.column, finding.value) == (
        "z.zip › b.xlsx", "Profil Inovasi Daerah", 7, "B", "75"
    )  # fmt: skip


def test_a_refused_profile_is_told_once_and_its_indicators_are_not_kept():
    made = drafted(*workbook("A satu", "a.xlsx"))
    assert made.empty
    assert [one.reason[:5] for one in made.findings] == ["tahun"]


def test_a_writer_of_one_government_writes_no_other():
    choices = Choices(codes=frozenset({"6305"}))
    rows = listed(row(1, "A"), row(2, "B", pemda="Kab. Banjar"), row(3, "C", pemda="Kab. Banjar"))
    made = drafted(rows, choices=choices)
    assert names(made) == ["A"]
    assert told(made) == [("tolak", 4, "B", "Kab. Banjar")]


def test_the_year_of_a_title_is_held_against_the_scale_also_beside_columns_of_years():
    rows = [
        ["Indeks Inovasi Daerah Tahun 2031"],
        ["No", "Nama Daerah", "2024", "Predikat"],
        [1, "Kab. Tapin", 40.5, "Inovatif"],
    ]
    made = drafted(sheet(*rows))
    assert [row.year for row in made.results] == [2024]
    assert any("tahun 2031 belum datang" in one.reason for one in made.findings)
