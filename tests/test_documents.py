"""What is taken away opens in a spreadsheet, says where it comes from, and runs nothing."""

import csv
import io
import zipfile

import openpyxl
import pandas as pd
import pytest

import queries
from pages.parts import documents, words
from queries.candidates import PARTS

ABOUT = pd.Series(
    {
        "simulated": False,
        "data_date": pd.Timestamp("2026-11-24").date(),
        "name": "terbitan",
        "label": "Terbitan (bersumber)",
        "fingerprint": "abc",
    }
)
TABLE = pd.DataFrame(
    {"Inovasi": ["=1+1", "SERASI"], "Skor": [0.5, None], "Terakhir terlihat": [2025, None]}
).astype({"Terakhir terlihat": "Int32"})


def test_a_csv_has_semicolons_decimal_commas_and_no_running_formula():
    text = documents.csv(TABLE).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert rows[0] == ["Inovasi", "Skor", "Terakhir terlihat"]
    assert rows[1] == ["'=1+1", "0,5", "2025"]
    assert rows[2] == ["SERASI", "", ""]


NOTES = ("Yang harus diketahui pembaca.",)


def sheets(about: pd.Series = ABOUT) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(documents.workbook(TABLE, "Judul", about, NOTES)))


def test_a_workbook_holds_numbers_as_numbers_and_formulas_as_text():
    sheet = sheets()["Daftar"]
    assert sheet["A2"].value == "=1+1"
    assert sheet["A2"].data_type == "s"
    assert sheet["B2"].value == 0.5
    assert sheet["B3"].value is None
    assert sheet.freeze_panes == "C2"


def test_a_workbook_says_where_its_rows_come_from():
    told = [row[0].value for row in sheets()["Asal data"].iter_rows()]
    assert told[0] == "Judul"
    assert told[1].startswith("Terbitan (bersumber), dikumpulkan 24 November 2026; berkas")
    assert told[2] == NOTES[0]


def test_a_workbook_of_simulated_data_says_so():
    about = pd.Series(ABOUT.to_dict() | {"simulated": True})
    told = [row[0].value for row in sheets(about)["Asal data"].iter_rows()]
    assert told[1].startswith(words.SIMULATED)


@pytest.mark.parametrize(
    ("simulated", "line"),
    [(False, "Terbitan (bersumber), dikumpulkan 24 November 2026"), (True, words.SIMULATED)],
)
def test_every_row_of_an_export_says_what_data_it_is(published, simulated, line):
    pool = queries.ask(published, "candidate_pool", code="6310").head(3)
    parts = dict.fromkeys((*PARTS, "score", "completeness", "similarity", "own_in_sector"), 0.5)
    gains = dict.fromkeys(("as_origin", "as_usual"), float("nan"))
    rows = pool.assign(
        **parts,
        **gains,
        need_indicator=None,
        need_rows=None,
        need_points=1.5,
        proof_kind="reported",
        stronger_by="skor",
    )
    about = pd.Series(ABOUT.to_dict() | {"simulated": simulated})
    table = documents.candidate_table(rows, "Tanah Bumbu", about, "bawaan")
    assert table["Data"].tolist() == [line] * 3
    assert table["Bobot"].tolist() == ["bawaan"] * 3
    assert line in documents.csv(table).decode("utf-8-sig")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
def test_a_cell_that_begins_like_a_formula_gets_an_apostrophe(start):
    assert documents.harmless(f"{start}cmd").startswith("'")


def test_an_empty_list_still_makes_files_that_open():
    content = documents.workbook(TABLE.head(0), "Judul", ABOUT, NOTES)
    assert zipfile.ZipFile(io.BytesIO(content)).testzip() is None
    assert documents.csv(TABLE.head(0)).decode("utf-8-sig").startswith("Inovasi;")
