"""Sheets of one government or one innovation: a row for each indicator."""

import re
from dataclasses import dataclass, field

from data.importing import cells, scoring
from data.importing.extract import Extraction
from data.importing.naming import NO_NAME, is_name
from data.importing.sheets import Cell
from data.importing.taken import Row, Taken
from data.importing.vocabulary import Row as Rule
from data.importing.vocabulary import plain

NAMED_ABOVE = re.compile(r"(?i)\s*nama inovasi(?: daerah)?\s*:\s*(.+)")


@dataclass
class Known:
    """Levels and raw values of one government, as its rows said them."""

    first: int
    levels: dict[str, int | None] = field(default_factory=dict)
    raw_values: dict[str, float | None] = field(default_factory=dict)


def governments(sheet: Extraction) -> Taken:
    """SPD rows of one government, or of several one after the other."""
    known: dict[tuple[str, int], Known] = {}
    scored = rows_hold_scores(sheet)
    for at, row, code, year in sheet.rows("indicator"):
        rule = rule_of(sheet, at, row, "SPD")
        if rule is not None:
            own = known.setdefault((code, year), Known(at))
            if rule.code in own.levels:
                twice(sheet, at)
                continue
            own.levels[rule.code] = level_of(sheet, at, row, rule, scored)
            own.raw_values[rule.code] = raw_value(sheet, at, row)
    for (code, year), own in known.items():
        told = Row(code, year, {}, sheet.place(own.first), own.levels, own.raw_values)
        sheet.taken.governments.append(told)
    return whole(sheet)


def innovation(sheet: Extraction, profiled: str | None) -> Taken:
    """The SID rows of one innovation.

    Args:
        profiled: the name of the innovation whose profile stands in the same file.
    """
    name = named_above(sheet) or profiled
    if name is None:
        sheet.teller.tell(
            "tolak", None, None, "lembar ini tidak menyebut inovasinya",
            'tulis "Nama Inovasi: …" di atas tabel, atau sertakan lembar Profil Inovasi Daerah',
        )  # fmt: skip
        return sheet.taken
    if not is_name(name):
        sheet.teller.tell("tolak", None, None, *NO_NAME)
        return sheet.taken
    found, scored, last = Known(-1), rows_hold_scores(sheet), None
    for at, row, code, year in sheet.rows("indicator"):
        rule = rule_of(sheet, at, row, "SID")
        if rule is not None and rule.code in found.levels:
            twice(sheet, at)
        elif rule is not None:
            last = (at, code, year)
            found.levels[rule.code] = level_of(sheet, at, row, rule, scored)
    if last:
        place = sheet.place(last[0])
        sheet.taken.innovations.append(Row(last[1], last[2], {"name": name}, place, found.levels))
    return whole(sheet)


def whole(sheet: Extraction) -> Taken:
    """All of a sheet or nothing: the rows of one subject stand and fall together."""
    if sheet.teller.refused:
        sheet.taken.innovations.clear()
        sheet.taken.governments.clear()
    return sheet.taken


def named_above(sheet: Extraction) -> str | None:
    """The innovation named above the header: "Nama Inovasi: …", or in the next cell."""
    for row in sheet.sheet.rows[: sheet.layout.header]:
        filled = [cells.text(cell) for cell in row if cell is not None]
        for place, words in enumerate(filled):
            if found := NAMED_ABOVE.fullmatch(words):
                return found[1]
            if re.fullmatch(r"nama inovasi( daerah)?", plain(words)) and place + 1 < len(filled):
                return filled[place + 1].lstrip(": ")
    return None


def twice(sheet: Extraction, at: int) -> None:
    sheet.teller.tell(
        "tolak", at, sheet.layout.place("indicator"), "indikator ini sudah ada di atas",
        "hapus salah satu",
    )  # fmt: skip


def rule_of(sheet: Extraction, at: int, row: list[Cell], grouping: str) -> Rule | None:
    """The row of the rules a row is about; told where none is known, or one of the other kind."""
    cell = sheet.cell(row, "indicator")
    found = sheet.vocabulary.indicator(cells.text(cell))
    rule = sheet.vocabulary.rows[found[0]] if found else None
    if rule is None or rule.grouping != grouping:
        sheet.teller.tell(
            "periksa", at, sheet.layout.place("indicator"),
            "indikator tidak dikenal; baris ini dilewati",
            "tulis nama indikator seperti pada templat",
        )  # fmt: skip
        return None
    return rule


def rows_hold_scores(sheet: Extraction) -> bool:
    """Whether the column "Skor" holds weight × level: asked only where no column holds levels."""
    place = sheet.layout.place("score")
    if place is None:
        return False
    if sheet.layout.id in sheet.choices.scored:
        return sheet.choices.scored[sheet.layout.id]
    marked = []
    for row in sheet.sheet.rows[sheet.layout.header + 1 :]:
        found = sheet.vocabulary.indicator(cells.text(sheet.cell(row, "indicator")))
        if found:
            marked.append((sheet.vocabulary.rows[found[0]], row[place]))
    return scoring.holds_scores(marked)


def level_of(sheet: Extraction, at: int, row: list[Cell], rule: Rule, scored: bool) -> int | None:
    """The level of one row: as written, from its score, or from its words."""
    found: list[tuple[int, int]] = []
    for name, as_score in (("level", False), ("score", scored)):
        place = sheet.layout.place(name)
        if place is not None and row[place] is not None:
            with sheet.teller.telling("tolak", at, place):
                level = scoring.level(row[place], rule, as_score)
                found += [(place, level)] if level is not None else []
    place = sheet.layout.place("information")
    told = scoring.level_in_words(row[place], rule) if place is not None else None
    if place is not None and told is not None:
        found.append((place, told))
    if len({level for _, level in found}) > 1:
        contradiction(sheet, at, found, rule)
    return found[0][1] if found else None


def contradiction(sheet: Extraction, at: int, found: list[tuple[int, int]], rule: Rule) -> None:
    """Two cells of a row say different levels: both are told, the first is used."""
    said = " dan ".join(
        f"{level} ({rule.levels[level - 1] if level else 'kosong'})" for _, level in found
    )
    sheet.teller.tell(
        "periksa", at, found[-1][0], f"sel baris ini menyebut parameter {said}",
        f"dipakai parameter {found[0][1]}; benarkan salah satu",
    )  # fmt: skip


def raw_value(sheet: Extraction, at: int, row: list[Cell]) -> float | None:
    place = sheet.layout.place("raw_value")
    if place is None:
        return None
    with sheet.teller.telling("periksa", at, place):
        return cells.number(row[place])
    return None
