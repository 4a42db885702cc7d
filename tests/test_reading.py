"""Any spreadsheet becomes sheets: values as they are, rows where a spreadsheet has them."""

import datetime
import hashlib
import io

import pytest
import xlsxwriter
import xlwt

from data.importing.reading import read
from tests.spreadsheets import ods, ods_cell, xlsx, xlsx_of_xml, zipped


def one(name, data):
    """The rows of a file of one sheet about which there is nothing to say."""
    sheets, findings = read([(name, data)])
    assert findings == []
    assert len(sheets) == 1
    return sheets[0].rows


def test_values_keep_their_kind():
    noon = datetime.datetime(2024, 1, 1, 12, 30)
    rows = [["Nama", 3, 2.5, True, datetime.datetime(2024, 1, 1), noon]]
    assert one("a.xlsx", xlsx(rows)) == [["Nama", 3, 2.5, True, datetime.date(2024, 1, 1), noon]]
    assert type(one("a.xlsx", xlsx(rows))[0][1]) is int


def test_rows_are_where_the_spreadsheet_has_them_and_none_trail():
    rows = [[], [None, None, "x"], ["  ", None, None, "\xa0"], [], ["y"], [], [" "]]
    assert one("a.xlsx", xlsx(rows)) == [
        [None, None, None],
        [None, None, "x"],
        [None, None, None],
        [None, None, None],
        ["y", None, None],
    ]


def test_text_is_trimmed_and_made_harmless():
    rows = [[" a\xa0b ", "c\u202ed\u200be", "'=1+1", "''=1", "'tis", "f\ng", "z" * 32_767]]
    assert one("a.xlsx", xlsx(rows)) == [
        ["a b", "cde", "=1+1", "'=1", "'tis", "f\ng", "z" * 32_767]
    ]


def test_text_longer_than_a_cell_of_excel_is_cut():
    assert len(one("a.csv", b"x" * 40_000 + b";y\n1;2\n")[0][0]) == 32_767


def test_a_merged_range_is_filled_with_its_first_value():
    sheets, findings = read([("a.xlsx", xlsx([["Judul"], [], [1, 2, 3]], merged="A1:B2"))])
    assert sheets[0].rows == [["Judul", "Judul", None], ["Judul", "Judul", None], [1, 2, 3]]
    assert sheets[0].merged == {(0, 1), (1, 0), (1, 1)}
    assert findings == []


def test_a_formula_gives_its_stored_value_and_an_error_its_text():
    cells = (
        '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>1+1</f></c>'
        '<c r="C1" t="e"><f>A9</f><v>#REF!</v></c><c r="D1"><v>5</v></c></row>'
    )
    assert one("a.xlsx", xlsx_of_xml(cells)) == [[2, None, "#REF!", 5]]


def test_an_old_workbook_is_read():
    book = xlwt.Workbook()
    sheet = book.add_sheet("Lama")
    sheet.write_merge(0, 0, 0, 1, "Judul")
    sheet.write(1, 0, 3)
    day = xlwt.easyxf(num_format_str="DD/MM/YYYY")
    sheet.write(1, 1, datetime.date(2024, 2, 29), day)
    held = io.BytesIO()
    book.save(held)
    expected = [["Judul", "Judul"], [3, datetime.date(2024, 2, 29)]]
    assert one("a.xls", held.getvalue()) == expected


def test_an_open_document_is_read_with_its_merged_cells():
    row = ods_cell("Judul", 'table:number-columns-spanned="2" table:number-rows-spanned="2"')
    below = ods_cell("x", 'table:number-columns-repeated="2"')
    table = (
        '<table:table table:name="T">'
        f"<table:table-row>{row}<table:covered-table-cell/></table:table-row>"
        '<table:table-row><table:covered-table-cell table:number-columns-repeated="2"/>'
        f"</table:table-row><table:table-row>{below}</table:table-row></table:table>"
    )
    assert one("a.ods", ods(table)) == [["Judul", "Judul"], ["Judul", "Judul"], ["x", "x"]]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_csv_is_read_whatever_its_letters_and_delimiter(delimiter, encoding):
    lines = [["Nama", "Skor"], ['"Kopi – “é”"', '"1,5"'], [], ['"dua\r\nbaris"', '"a;b"']]
    text = "\r\n".join(delimiter.join(line) for line in lines)
    assert one("a.csv", text.encode(encoding)) == [
        ["Nama", "Skor"],
        ["Kopi – “é”", "1,5"],
        [None, None],
        ["dua\nbaris", "a;b"],
    ]


def test_a_decimal_comma_is_no_delimiter():
    rows = one("a.csv", b"Nama;Skor\nTapin;51,2\nBanjar;60,1\nKotabaru;44,0\n")
    assert rows[1] == ["Tapin", "51,2"]


def test_excels_line_that_names_the_delimiter_is_heeded():
    assert one("a.csv", b"sep=|\na,b|c\n") == [["a,b", "c"]]


def test_hidden_sheets_are_read_and_named_and_empty_ones_left_out():
    held = io.BytesIO()
    with xlsxwriter.Workbook(held) as book:
        book.add_worksheet("Isi").write(0, 0, 1)
        hidden = book.add_worksheet("Rahasia")
        hidden.write(0, 0, 2)
        hidden.hide()
        book.add_worksheet("Kosong")
    sheets, findings = read([("a.xlsx", held.getvalue())])
    assert [sheet.name for sheet in sheets] == ["Isi", "Rahasia"]
    assert [(one.severity, one.sheet) for one in findings] == [("periksa", "Rahasia")]


def test_a_zip_gives_its_members_one_by_one():
    inner = xlsx({"Satu": [["a"]], "Dua": [["b"]]})
    parts = {
        "folder/x.xlsx": inner,
        "../../lain/x.xlsx": inner,
        "/etc/y.csv": b"a;b\n1;2\n",
        "__MACOSX/x.xlsx": b"?",
        "folder/~$x.xlsx": b"?",
        ".DS_Store": b"?",
    }
    told = []
    sheets, findings = read([("C:\\unduhan\\arsip.zip", zipped(parts))], told.append)
    assert findings == []
    assert [(sheet.file, sheet.name) for sheet in sheets] == [
        ("arsip.zip › x.xlsx", "Satu"),
        ("arsip.zip › x.xlsx", "Dua"),
        ("arsip.zip › x (2).xlsx", "Satu"),
        ("arsip.zip › x (2).xlsx", "Dua"),
        ("arsip.zip › y.csv", ""),
    ]
    assert sheets[0].digest == hashlib.sha256(inner).hexdigest()
    assert sheets[0].size == len(inner)
    assert told[-1] == "Membaca arsip.zip › y.csv (3 dari 3)"


def test_many_files_are_read_in_order_with_progress():
    told = []
    sheets, _ = read([("b.xlsx", xlsx([["x"]])), ("a.csv", b"y;z")], told.append)
    assert [sheet.file for sheet in sheets] == ["b.xlsx", "a.csv"]
    assert told == ["Membaca b.xlsx (1 dari 2)", "Membaca a.csv (2 dari 2)"]


def test_namesakes_are_told_apart():
    sheets, _ = read([("x/a.csv", b"1;2"), ("y/a.csv", b"3;4")])
    assert [sheet.file for sheet in sheets] == ["a.csv", "a (2).csv"]


def test_a_wrong_ending_is_told_and_the_content_read():
    sheets, findings = read([("a.xls", xlsx([["x"]])), ("b.xlsx", b"a;b\n")])
    assert [sheet.rows[0][0] for sheet in sheets] == ["x", "a"]
    assert [finding.severity for finding in findings] == ["periksa", "periksa"]
    assert "isinya XLSX" in findings[0].reason
