"""The template: a planner can fill it in, and the importer knows it for what it is."""

import openpyxl
import pytest

from data.importing import vocabulary
from data.importing.choices import Choices
from data.importing.findings import letters
from data.importing.holdings import FIELDS
from data.importing.recognise import recognise
from data.importing.template import SHEETS, template
from data.importing.workbook import BESIDE, GOVERNMENT, INNOVATION, LISTS, RESULT, columns
from tests.workbook_looking import opened, read


@pytest.fixture(scope="module")
def filled_in() -> openpyxl.Workbook:
    return opened(template(2026))


def test_every_sheet_of_the_template_is_known_for_what_it_is():
    kinds = {
        name: recognise(sheet, vocabulary.load(), Choices()).kind
        for name, sheet in read("t.xlsx", template(2026)).items()
        if name not in BESIDE
    }
    assert kinds == {RESULT: "result", INNOVATION: "levels", GOVERNMENT: "government"}


def test_every_column_of_the_template_is_known_for_what_it_is():
    sheets = read("t.xlsx", template(2026))
    for name in SHEETS:
        layout = recognise(sheets[name], vocabulary.load(), Choices())
        expected = [column.field for column in columns(name, vocabulary.load())]
        assert [column.field for column in layout.columns] == expected


def test_a_list_of_innovations_has_a_column_for_each_field_and_each_indicator(filled_in):
    headings = [cell.value for cell in filled_in[INNOVATION][1]]
    assert len(headings) == 4 + len(FIELDS) + 20
    assert headings[:4] == ["No", "Nama Pemda", "Tahun", "Nama Inovasi"]
    assert "16 Regulasi inovasi daerah" in headings


def test_the_only_row_of_a_sheet_is_an_example_that_says_so(filled_in):
    for name in SHEETS:
        rows = list(filled_in[name].iter_rows(values_only=True))
        assert [row[0] for row in rows[1:] if any(row)] == ["contoh"]


def test_hundreds_of_rows_of_each_column_are_checked(filled_in):
    for name in SHEETS:
        rules = filled_in[name].data_validations.dataValidation
        checked = {str(rule.sqref).split(":")[0] for rule in rules}
        free = ("text", "long", "number")
        for place, column in enumerate(columns(name, vocabulary.load())):
            assert (f"{letters(place)}2" in checked) == (column.takes not in free), column
        assert all(str(rule.sqref).endswith("1001") for rule in rules)
        assert all(rule.errorTitle and rule.error and rule.prompt for rule in rules)


def test_levels_are_whole_numbers_from_0_to_3(filled_in):
    rules = filled_in[GOVERNMENT].data_validations.dataValidation
    level = next(rule for rule in rules if str(rule.sqref).startswith("D2"))
    assert (level.type, level.formula1, level.formula2) == ("whole", "0", "3")


def test_lists_hold_every_choice_under_a_defined_name(filled_in):
    lengths = {}
    for name, defined in filled_in.defined_names.items():
        (sheet, where), *_ = defined.destinations
        assert sheet == LISTS
        lengths[name] = len(filled_in[sheet][where.replace("$", "")][0])
    assert lengths["Daftar_Daerah"] == 13
    assert lengths["Daftar_Urusan"] == 38
    assert lengths["Daftar_Tahun"] == 6
    assert filled_in[LISTS].sheet_state == "hidden"


def test_headings_stay_in_sight_and_tell_what_the_levels_mean(filled_in):
    sheet = filled_in[INNOVATION]
    assert sheet.freeze_panes == "E2"
    heading = next(cell for cell in sheet[1] if cell.value == "16 Regulasi inovasi daerah")
    assert "3: peraturan daerah" in heading.comment.text
