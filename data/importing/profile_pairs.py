"""One innovation told field by field: "Data" | "Deskripsi"."""

from typing import Any

from data.importing import cells, extract, meanings
from data.importing.data_rows import data_rows
from data.importing.extract import Extraction
from data.importing.holdings import FIELDS
from data.importing.lists import field_value
from data.importing.naming import name_of
from data.importing.sheets import Cell
from data.importing.taken import Row, Spot, Taken


def profile(sheet: Extraction) -> Taken:
    """One innovation told field by field: "Data" | "Deskripsi"."""
    left, right = sheet.layout.place("field"), sheet.layout.place("value")
    if left is None or right is None:
        return sheet.taken
    told: dict[str, tuple[int, Cell]] = {}
    for at, row in data_rows(sheet.sheet, sheet.layout, left):
        found = sheet.vocabulary.heading("innovation", cells.text(row[left]).rstrip(": "))
        cell = row[right]
        if isinstance(cell, str):
            cell = cell.lstrip(": ") or None
        if found and not (found[0] == "code" and nobody(sheet, cell)):
            told.setdefault(found[0], (at, cell))
    values: dict[str, Any] = {}
    for name, (at, cell) in told.items():
        if name in FIELDS:
            values[name] = field_value(sheet, at, right, name, cell)
    at, cell = told.get("name", (max(sheet.layout.header, 0), None))
    values["name"] = name_of(sheet, at, cell, right)
    code, year = whose(sheet, told)
    if code and year and not sheet.teller.refused and values["name"]:
        where = {name: Spot(sheet.place(row), right) for name, (row, _) in told.items()}
        made = Row(code, year, values, sheet.place(at), where=where)
        sheet.taken.innovations.append(made)
    return sheet.taken


def nobody(sheet: Extraction, cell: Cell) -> bool:
    """Whether a cell names no government: "Dibuat oleh" may be an office."""
    return sheet.vocabulary.government(cells.text(cell)) is None


def whose(sheet: Extraction, told: dict[str, tuple[int, Cell]]) -> tuple[str | None, int | None]:
    """The government and year of a profile: its own rows, else the file's."""
    code, year = sheet.layout.code, sheet.layout.year
    place = sheet.layout.place("value")
    if "code" in told and (named := cells.text(told["code"][1])):
        code = sheet.vocabulary.government(named) or code
    if code is None:
        sheet.teller.tell("tolak", None, None, *extract.UNKNOWN_CODE)
    elif not sheet.whose.permitted(told["name"][0] if "name" in told else 0, code):
        code = None
    at = told["year"][0] if "year" in told else None
    with sheet.teller.telling("tolak", at, None if at is None else place):
        said = meanings.year(told["year"][1], sheet.latest) if "year" in told else None
        year = said or meanings.year(year, sheet.latest)
        if year is None:
            sheet.teller.tell("tolak", None, None, *extract.UNKNOWN_YEAR)
        return code, year
    return code, None
