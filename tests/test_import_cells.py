"""One cell as the value it means."""

import datetime

import pytest

from data.importing import cells, days, vocabulary
from data.importing.cells import UnreadableError

DAY = datetime.date


@pytest.mark.parametrize(
    ("cell", "meant"),
    [("57,64", 57.64), ("57.64", 57.64), ("1.234,5", 1234.5), ("1,234.5", 1234.5), (57, 57),
     ("Rp 1.500.000,-", 1_500_000), ("12 %", 12), ("-", None), ("Nihil", None), (None, None)],
)  # fmt: skip
def test_a_number_has_a_decimal_comma_or_point(cell, meant):
    assert cells.number(cell) == meant


@pytest.mark.parametrize("cell", ["x", True, DAY(2024, 1, 1), "9" * 400, 10**400, "1/2", "#N/A"])
def test_what_is_no_number_is_refused(cell):
    with pytest.raises(UnreadableError):
        cells.number(cell)


def test_a_count_or_an_amount_may_be_grouped_by_thousands():
    assert cells.whole("1.500") == 1500
    assert cells.number("1.500") == 1.5
    with pytest.raises(UnreadableError, match="bulat"):
        cells.whole("1,5")


@pytest.mark.parametrize(
    ("cell", "meant"),
    [("1 Januari 2024", DAY(2024, 1, 1)), ("2 Pebruari 2024", DAY(2024, 2, 2)),
     ("Jum'at, 2 Agustus 2024", DAY(2024, 8, 2)), ("12 Nop 2024", DAY(2024, 11, 12)),
     ("31/12/2024", DAY(2024, 12, 31)), ("3-4-24", DAY(2024, 4, 3)),
     ("2024-01-05", DAY(2024, 1, 5)),
     (45292, DAY(2024, 1, 1)), (45292.75, DAY(2024, 1, 1)), ("45292", DAY(2024, 1, 1)),
     (datetime.datetime(2024, 5, 6, 7), DAY(2024, 5, 6)), ("Januari 2024", DAY(2024, 1, 1)),
     ("03/2024", DAY(2024, 3, 1)), ("Jan-25", DAY(2025, 1, 1)), ("belum ada", None)],
)  # fmt: skip
def test_a_day_is_a_date_an_excel_number_or_words(cell, meant):
    assert days.day(cell) == meant


@pytest.mark.parametrize(
    "cell", ["31/02/2024", "32 Mei 2024", "2 Januari 1999", "2024", "x", 123456]
)
def test_what_is_no_day_is_refused(cell):
    with pytest.raises(UnreadableError):
        days.day(cell)


def test_a_month_without_a_day_is_known_for_it():
    assert days.is_month("Januari 2024")
    assert days.is_month("03-2024")
    assert not days.is_month("1 Januari 2024")


@pytest.mark.parametrize(("cell", "meant"), [(2, 2), ("3,0", 3), ("Parameter 2", 2), ("-", None)])
def test_a_level_may_be_named(cell, meant):
    assert cells.level(cell) == meant


@pytest.mark.parametrize("cell", [4, -1, 2.5, "tiga", True])
def test_a_level_is_0_to_3(cell):
    with pytest.raises(UnreadableError, match="parameter"):
        cells.level(cell)


@pytest.mark.parametrize(
    ("writing", "code"),
    [("Kab. Banjar", "6303"), ("PEMKAB BANJAR", "6303"), ("Pemko Banjarmasin", "6371"),
     ("Kota Banjar Baru", "6372"), ("KAB. KOTA BARU", "6302"), ("HSS", "6306"), ("63.03", "6303"),
     ("Pemerintah Daerah Kabupaten Barito Kuala", "6304"), ("63.1", "6310"), ("Bandung", None),
     ("Kab. Banjarbaru", None), ("6399", None)],
)  # fmt: skip
def test_a_government_goes_by_many_names(writing, code):
    assert vocabulary.load().government(writing) == code


def test_the_nearest_government_is_offered():
    assert vocabulary.load().nearest_government("Kab Tanah Bumbuh") == "Kabupaten Tanah Bumbu"


@pytest.mark.parametrize(
    ("writing", "sector"),
    [("Kesehatan", "02"), ("Kesehatn", "02"), ("Urusan Pendidikan", "01"), ("Dukcapil", "12"),
     ("Ketentraman, Ketertiban Umum dan Perlindungan Masyarakat", "05"),
     ("Kesehatan; Sosial", "02"),
     ("Kelautan/Perikanan", "25"), ("Komunikasi & Informatika", "16")],
)  # fmt: skip
def test_sectors_have_old_spellings_and_typos(writing, sector):
    found = vocabulary.load().sector(writing)
    assert found is not None
    assert found[0] == sector
