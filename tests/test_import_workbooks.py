"""The export: it reads back as what is held, and nothing in it runs."""

import datetime

import pytest

from data.importing import export, harmless, vocabulary
from data.importing.choices import Choices
from data.importing.holdings import holdings
from data.importing.recognise import recognise
from data.importing.template import SHEETS, template
from data.importing.workbook import BESIDE, GOVERNMENT, INNOVATION, RAW
from tests.workbook_looking import HOSTILE, formulas, opened, read, rows_of

EXACT = 0.1 + 0.2


@pytest.fixture(scope="module")
def held():
    """Two innovations, one result and SPD levels with what lies behind two of them."""
    known = vocabulary.load()
    sid = [row.code for row in known.rows.values() if row.grouping == "SID"]
    innovation = {
        "code": "6371", "year": 2026, "key": "a", "name": "Antar", "office": "Dinas Kesehatan",
        "sector_id": "05", "stage": "uji coba", "initiator": "Anggota DPRD", "digital": False,
        "form": "Tata kelola", "classification": "k", "national_goal": "g", "programme": "p",
        "trial_date": datetime.datetime(2023, 3, 1), "applied_date": datetime.datetime(2024, 1, 2),
        "latest_date": datetime.datetime(2025, 5, 6), "description": "d", "purpose": "t",
        "benefit": "m", "outcome": "h", "budget": 123.456, "reported_maturity": EXACT,
    }  # fmt: skip
    return holdings(
        file=[{"file_id": "U001", "name": "=a.xlsx", "sha256": "ab" * 32, "bytes": 9,
               "who": "Ani", "imported": datetime.datetime(2026, 11, 25, 12, 30)}],
        result=[{"code": "6303", "year": 2025, "score": 57.64, "predicate": "Inovatif",
                 "rank_province": 3, "innovations": 28}],
        innovation=[innovation, {"code": "6303", "year": 2026, "key": "b", "name": "Kosong"}],
        innovation_level=[
            {"code": "6371", "year": 2026, "key": "a", "indicator": sid[0], "level": 0},
            {"code": "6371", "year": 2026, "key": "a", "indicator": sid[19], "level": 3},
        ],
        government_level=[
            {"code": "6310", "year": 2026, "indicator": "PAD", "level": 2, "raw_value": EXACT},
            {"code": "6310", "year": 2026, "indicator": "HAKI", "level": 0},
        ],
    )  # fmt: skip


def office_of(text: str):
    """Holdings whose only words of a stranger are those."""
    return holdings(innovation=[{"code": "6303", "year": 2026, "key": "a", "name": "A",
                                 "office": text}])  # fmt: skip


def test_an_export_writes_what_is_held_as_people_write_it(held):
    first, second = read("e.xlsx", export.workbook(held, "Judul", ["baris"]))[INNOVATION].rows[1:]
    assert first[1:5] == ["Kabupaten Banjar", 2026, "Kosong", None]
    assert second[1:9] == [
        "Kota Banjarmasin", 2026, "Antar", "Dinas Kesehatan",
        "Ketenteraman, Ketertiban Umum, dan Pelindungan Masyarakat", "Uji coba", "Anggota DPRD",
        "Nondigital",
    ]  # fmt: skip
    assert datetime.date(2024, 1, 2) in second
    assert second[20:22] == [123.456, EXACT]


def test_level_0_is_a_nought_and_an_unknown_level_an_empty_cell(held):
    row = read("e.xlsx", export.workbook(held, "Judul", []))[INNOVATION].rows[2]
    assert row[22:] == [0, *[None] * 18, 3]


def test_figures_behind_levels_come_in_rows_of_their_own(held):
    sheets = read("e.xlsx", export.workbook(held, "Judul", []))
    assert GOVERNMENT not in sheets
    assert len(sheets[RAW].rows) == 21
    assert [row[4:] for row in sheets[RAW].rows[1:] if row[4] is not None] == [
        [2, EXACT],
        [0, None],
    ]
    assert recognise(sheets[RAW], vocabulary.load(), Choices()).kind == "government_rows"


def test_without_figures_an_export_has_the_sheets_and_headings_of_the_template(held):
    filled_in = opened(template(2026))
    levels = held.government_level.assign(raw_value=float("nan"))
    book = opened(export.workbook(held.with_frames(government_level=levels), "Judul", []))
    assert set(book.sheetnames) == {*filled_in.sheetnames, "Asal data"}
    for name in SHEETS:
        headings = [[cell.value for cell in sheet[name][1]] for sheet in (book, filled_in)]
        assert headings[0] == headings[1]


def test_an_export_says_which_files_it_comes_from(held):
    rows = rows_of(export.workbook(held, "Judul", ["=satu"]), "Asal data")
    assert [rows[0][0], rows[1][0]] == ["Judul", "=satu"]
    assert rows[4][:3] == ["U001", "=a.xlsx", "ab" * 32]


def test_nothing_held_is_an_export_of_headings():
    sheets = read("e.xlsx", export.workbook(holdings(), "Judul", []))
    assert [len(sheets[name].rows) for name in SHEETS] == [1, 1, 1]
    assert all(recognise(sheets[name], vocabulary.load(), Choices()).kind == "" for name in BESIDE)


def test_csv_files_say_the_same_with_decimal_commas(held):
    files = export.csv_files(held)
    assert all(data.startswith(b"\xef\xbb\xbf") for data in files.values())
    lines = files["nilai-capaian.csv"].decode("utf-8-sig").split("\r\n")
    assert "Kabupaten Tanah Bumbu;2026;7;Peningkatan PAD (%);2;0,30000000000000004" in lines
    assert ";02/01/2024;" in files["daftar-inovasi.csv"].decode()
    assert ";123,4560;" in files["daftar-inovasi.csv"].decode()  # 123,456 would be thousands


def test_hostile_words_come_back_as_the_words_they_are_and_never_run():
    innovations = [
        {"code": "6303", "year": 2026, "key": f"{at:02}", "name": f"N{at}", "office": text}
        for at, text in enumerate(HOSTILE)
    ]
    held = holdings(innovation=innovations)
    book, files = export.workbook(held, "=judul", []), export.csv_files(held)
    assert formulas(book) == []
    expected = [harmless.seen(text).replace("\ufffe", "") for text in HOSTILE]
    from_csv = read("d.csv", files["daftar-inovasi.csv"])[""].rows[1:]
    from_book = read("d.xlsx", book)[INNOVATION].rows[1:]
    seen = [reading_of(text) for text in expected]
    assert [row[4] for row in from_book] == seen
    assert [row[4] for row in from_csv] == seen


def reading_of(text: str) -> str:
    """What the reader leaves of a text: no joiners between the parts of an emoji."""
    return text.replace("\u200d", "")


def test_a_cell_of_a_csv_that_would_run_has_a_sign_before_it():
    line = export.csv_files(office_of("=1+1"))["daftar-inovasi.csv"].decode().split("\r\n")[1]
    assert ";'=1+1;" in line


def test_a_cell_of_a_workbook_that_would_run_is_marked_as_text():
    cell = opened(export.workbook(office_of("=1+1"), "t", []))[INNOVATION]["E2"]
    assert (cell.data_type, cell.quotePrefix) == ("s", True)
    assert cell.value == "=1+1"


def test_a_text_of_40000_letters_is_cut_to_what_a_cell_holds():
    book = export.workbook(office_of("x" * 40_000), "t", [])
    assert len(rows_of(book, INNOVATION)[1][4]) == 32_767
