"""The report of findings: it marks exactly what is meant, stays in its bounds, and nothing runs."""

import datetime

from data.importing import findings_report, sheet_names
from data.importing.findings import Finding
from data.importing.marked_copies import COLOURS
from data.importing.sheets import Sheet
from tests.workbook_looking import HOSTILE, formulas, opened, rows_of


def finding(severity: str, row: int | None, column: str | None, **other: str) -> Finding:
    given = {"file": "a.xlsx", "sheet": "Data", "heading": "", "value": "", "reason": "sebab",
             "suggestion": "saran", **other}  # fmt: skip
    return Finding(severity=severity, row=row, column=column, **given)


DATA = Sheet("a.xlsx", "Data", [["Nama", "Skor"], ["=A1", 7.5], [None, datetime.date(2024, 1, 2)]])


def marked(sheet) -> dict[str, str]:
    """Colour by cell, of those that have one of ours."""
    shades = {f"FF{colour[1:].upper()}": severity for severity, colour in COLOURS.items()}
    return {
        cell.coordinate: shades[cell.fill.fgColor.rgb]
        for row in sheet.iter_rows()
        for cell in row
        if cell.fill.fgColor.rgb in shades
    }


def test_a_report_marks_exactly_the_cells_that_are_meant():
    found = [
        finding("periksa", 2, "B"), finding("tolak", 2, "B", reason="lain"),
        finding("periksa", 3, None), finding("periksa", None, "A", heading="Nama"),
        finding("tolak", None, None),
    ]  # fmt: skip
    sheet = opened(findings_report.workbook(found, [DATA], []))["Data"]
    assert marked(sheet) == {"B2": "tolak", "B3": "periksa", "A1": "periksa"}
    comments = {cell.coordinate for row in sheet.iter_rows() for cell in row if cell.comment}
    assert comments == {"B2", "B3", "A1"}
    assert "✗ tolak: lain.\nSaran: saran." in sheet["B2"].comment.text


def test_a_report_lists_what_is_refused_first_with_a_link_to_its_cell():
    found = [finding("periksa", 3, "A"), finding("tolak", 2, "B", value="=1")]
    book = opened(findings_report.workbook(found, [DATA], []))
    first, second = book["Temuan"].iter_rows(min_row=2)
    assert [first[0].value, second[0].value] == ["✗ tolak", "⚠ periksa"]
    assert (first[3].value, first[3].hyperlink.location) == (2, "'Data'!B2")
    assert (first[6].value, first[6].data_type) == ("=1", "s")


def test_a_copy_in_a_report_holds_values_that_do_not_run():
    data = findings_report.workbook([finding("tolak", 2, "A")], [DATA], ["=ringkas"])
    assert formulas(data) == []
    assert rows_of(data, "Data") == [
        ["Nama", "Skor"], ["=A1", 7.5], ["", datetime.date(2024, 1, 2)]
    ]  # fmt: skip


def test_a_large_sheet_is_cut_to_its_head_and_the_rows_that_are_meant():
    long = Sheet("a.xlsx", "Data", [["Nama", at] for at in range(6000)])
    book = opened(findings_report.workbook([finding("tolak", 5900, "B")], [long], []))
    sheet = book["Data"]
    assert sheet.max_row == 1 + 20 + 1
    assert [cell.value for cell in sheet[22]] == [5900, "Nama", 5899]
    assert list(marked(sheet)) == ["C22"]
    assert "dipotong" in sheet["B1"].value
    assert book["Temuan"]["D2"].hyperlink.location == "'Data'!C22"


def test_at_most_twenty_sheets_are_copied_those_with_refusals_first():
    sheets = [Sheet(f"{at}.csv", "", [["x"]]) for at in range(25)]
    found = [
        finding("tolak" if at == 24 else "periksa", 1, "A", file=f"{at}.csv", sheet="")
        for at in range(25)
    ]
    names = opened(findings_report.workbook(found, sheets, [])).sheetnames
    assert len(names) == 22
    assert names[2] == "24.csv"


def test_findings_beyond_the_most_are_counted_only(monkeypatch):
    monkeypatch.setattr(findings_report, "MOST", 3)
    data = findings_report.workbook([finding("periksa", 2, "A")] * 5, [], ["Dua berkas."])
    words = " ".join(str(row[0]) for row in rows_of(data, "Ringkasan"))
    assert "Dua berkas." in words
    assert "2 lainnya hanya dihitung" in words
    assert len(rows_of(data, "Temuan")) == 4


def test_hostile_words_in_a_report_are_strings():
    texts = [*HOSTILE, "x" * 40_000, "\ud800"]
    sheet = Sheet("a.xlsx", "Data", [[text] for text in texts])
    found = [finding("periksa", at + 1, "A", value=text[:200], reason=text, suggestion=text)
             for at, text in enumerate(texts)]  # fmt: skip
    data = findings_report.workbook(found, [sheet], texts)
    assert formulas(data) == []
    assert len(opened(data)["Temuan"]["A"]) == len(texts) + 1


def test_names_of_copies_are_legal_and_unlike():
    wanted = ["Data", "data", "[a]:*?/\\", "", "x" * 40, "x" * 41, "'History'", "Temuan", "😀" * 20]
    names = sheet_names.unique(wanted, {"Temuan"})
    assert names[:4] == ["Data", "data (2)", "a", "Lembar"]
    assert len({name.casefold() for name in names}) == len(wanted)
    assert all(0 < len(name.encode("utf-16-le")) <= 62 for name in names)
    assert not {"history", "temuan"} & {name.casefold() for name in names}
