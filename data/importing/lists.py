"""Lists with a row for each government or innovation: results, innovations, SPD levels."""

from collections import defaultdict
from typing import Any

from data.importing import cells, meanings, scoring
from data.importing.cells import UnreadableError
from data.importing.extract import NO_YEAR, Extraction
from data.importing.holdings import FIELDS
from data.importing.layouts import Column
from data.importing.naming import name_of
from data.importing.sheets import Cell
from data.importing.taken import Row, Taken
from data.importing.vocabulary import plain

WHICH_YEAR = (
    "tidak diketahui milik tahun mana, karena tiap tahun punya kolom sendiri; kolom ini dilewati",
    "tulis tahunnya di judul kolom, misalnya Predikat 2025",
)
DATES = ("trial_date", "applied_date", "latest_date")


def results(sheet: Extraction) -> Taken:
    """Index results: one row a government, or one for each year that has columns of its own."""
    columns = of_known_years(sheet)
    national = ranks_are_national(sheet)
    for at, row, code, year in sheet.rows("code"):
        by_year: dict[int, dict[str, Any]] = defaultdict(dict)
        for column in columns:
            name = "rank_national" if column.place == national else column.field
            with sheet.teller.telling("tolak", at, column.place, whole=column.year is None):
                value = result_value(sheet, at, column.place, name, row)
                by_year[column.year or year][name] = value
        for own, values in by_year.items():
            if own != NO_YEAR and any(value is not None for value in values.values()):
                sheet.taken.results.append(Row(code, own, values, sheet.place(at)))
    return kept(sheet)


def of_known_years(sheet: Extraction) -> list[Column]:
    """The columns that say something of a year that is taken; the others are told once each."""
    kept = []
    for column in sheet.layout.columns:
        if column.field in ("", "code", "year"):
            continue
        with sheet.teller.telling("tolak", sheet.layout.header, column.place):
            if column.year is not None:
                meanings.year(column.year, sheet.latest)
            elif sheet.default_year == NO_YEAR and sheet.layout.place("year") is None:
                sheet.teller.tell("periksa", sheet.layout.header, column.place, *WHICH_YEAR)
                continue
            kept.append(column)
    return kept


def result_value(sheet: Extraction, at: int, place: int, field: str, row: list[Cell]) -> Any:
    if field == "score":
        return meanings.score(row[place])
    if field == "predicate":
        with sheet.teller.telling("periksa", at, place):
            return meanings.one_of(meanings.PREDICATES, row[place], "predikat")
        return None
    value = cells.whole(row[place])
    if field.startswith("rank") and value == 0:
        raise UnreadableError("peringkat nol", "tulis peringkat mulai dari 1")
    most = len(sheet.vocabulary.government_names)
    if field == "rank_province" and value is not None and value > most:
        raise UnreadableError(f"peringkat provinsi di atas {most}", "benarkan peringkatnya")
    return value


def ranks_are_national(sheet: Extraction) -> int | None:
    """The place of a column "Peringkat" that goes beyond the province: told, taken as national."""
    place = sheet.layout.place("rank_province")
    if place is None or sheet.layout.place("rank_national") is not None:
        return None
    most = len(sheet.vocabulary.government_names)
    for at, row in enumerate(sheet.sheet.rows[sheet.layout.header + 1 :]):
        try:
            beyond = (cells.whole(row[place]) or 0) > most
        except UnreadableError:
            continue
        if beyond:
            sheet.teller.tell(
                "periksa", at + sheet.layout.header + 1, place,
                f"peringkat di atas {most}, jadi kolom ini dibaca sebagai peringkat nasional",
                "beri judul Peringkat Nasional atau Peringkat Provinsi",
            )  # fmt: skip
            return place
    return None


def innovations(sheet: Extraction) -> Taken:
    """Innovations, with the level of every indicator that has a column."""
    indicators, named = sheet.layout.indicators(), sheet.layout.place("name")
    scored = bool(indicators) and sheet.scored()
    columns = [column for column in sheet.layout.columns if column.field in FIELDS]
    for at, row, code, year in sheet.rows("name"):
        cell = None if named is None else row[named]
        values: dict[str, Any] = {"name": name_of(sheet, at, cell, named)}
        sheet.taken.mentioned.add((code, year, plain(values["name"] or "")))
        for column in columns:
            place, field = column.place, column.field
            values[field] = field_value(sheet, at, place, field, row[place])
        levels = sheet.levels(at, row, indicators, scored)
        if at not in sheet.teller.refused:
            sheet.taken.innovations.append(Row(code, year, values, sheet.place(at), levels))
    return kept(sheet)


def field_value(sheet: Extraction, at: int, place: int, field: str, cell: Cell) -> Any:
    """What a cell says of an innovation; what cannot be read is told and left unknown, but for
    what decides numbers, which refuses the row."""
    if cell is None:
        return None
    asked = (field, type(cell), cell)
    if asked not in sheet.answers:
        sheet.answers[asked] = answer(sheet, field, cell)
    value, reason, suggestion = sheet.answers[asked]
    if reason:
        refused = field == "reported_maturity"
        sheet.teller.tell("tolak" if refused else "periksa", at, place, reason, suggestion)
    return value


def answer(sheet: Extraction, field: str, cell: Cell) -> tuple[Any, str, str]:
    """The value of a field, and what is to be told of it: cells of a list say the same often."""
    remark = ""
    try:
        if field == "reported_maturity":
            value: Any = maturity(sheet, cell)
        elif field in (*DATES, "sector_id"):
            reading = meanings.day if field in DATES else sheet.meanings.sector_id
            value, remark = reading(cell)
        else:
            value = meanings.SIMPLE[field](cell)
    except UnreadableError as error:
        return None, error.reason, error.suggestion
    return value, remark, "benarkan bila bukan itu maksudnya"


def maturity(sheet: Extraction, cell: Cell) -> float | None:
    """A SID total as printed."""
    value = cells.number(cell)
    if value is None:
        return None
    weights = tuple(row.weight for row in sheet.vocabulary.rows.values() if row.grouping == "SID")
    most = max(scoring.reachable(weights))
    if not 0 <= value <= most:
        raise UnreadableError(f"skor kematangan di luar 0–{cells.text(most)}", "periksa angkanya")
    if not scoring.can_be(value, weights):
        raise UnreadableError(
            f"skor kematangan {cells.text(value)} tidak dapat dihasilkan parameter mana pun",
            f"tulis jumlah bobot × parameter dari {len(weights)} baris SID",
        )
    return value


def governments(sheet: Extraction) -> Taken:
    """SPD levels: one row a government, one column an indicator."""
    scored = sheet.scored()
    for at, row, code, year in sheet.rows(
        "code" if sheet.layout.place("code") is not None else first(sheet)
    ):
        levels = sheet.levels(at, row, sheet.layout.indicators(), scored)
        values: dict[str, Any] = {}
        place = sheet.layout.place("total")
        if place is not None:
            with sheet.teller.telling("periksa", at, place):
                values["total"] = cells.number(row[place])
        sheet.taken.governments.append(Row(code, year, values, sheet.place(at), levels))
    return kept(sheet)


def first(sheet: Extraction) -> str:
    """The first indicator of a sheet of one government, which has no column for its name."""
    return sheet.layout.indicators()[0].field


def kept(sheet: Extraction) -> Taken:
    """What was taken, without the rows that were refused."""
    taken = sheet.taken
    for rows in (taken.results, taken.innovations, taken.governments):
        rows[:] = [row for row in rows if row.place.row not in sheet.teller.refused]
    return taken
