"""What a sheet holds: its kind, its header, and which column is which."""

import re
from dataclasses import replace

from data.importing import cells
from data.importing.choices import Choices
from data.importing.headings import YEAR, named
from data.importing.layouts import KINDS, Column, Layout
from data.importing.sheets import Cell, Sheet
from data.importing.titles import with_title
from data.importing.vocabulary import Vocabulary, plain

ROWS = {"government_rows": "SPD", "innovation_rows": "SID"}
RESULTS = {"score", "predicate", "rank_province", "rank_national"}
TELLING = {"level", "score", "information", "raw_value"}
LEAST_INDICATORS = 3
LOOKED_AT = 40  # rows at the top in which a header is looked for
# Where the fields of a bare profile stand, how many it has, and how many of them twice.
BARE_COLUMNS, BARE_FIELDS, BARE_REPEATED = 3, 4, 2
LIKELIEST = 4  # of them the headers that are tried


def recognise(sheet: Sheet, vocabulary: Vocabulary, choices: Choices) -> Layout:
    """The layout of a sheet, with what a person has decided put in its place."""
    wanted = choices.kinds.get((sheet.file, sheet.name))
    kinds = list(KINDS) if wanted is None else [wanted] if wanted else []
    tried = [
        layout
        for header in likely_headers(sheet, vocabulary, choices)
        for kind in kinds
        if (layout := laid_out(sheet, header, kind, vocabulary, choices))
    ]
    if "profile" in kinds and (bare := bare_profile(sheet, vocabulary)):
        tried.append(bare)
    best = max(
        tried,
        key=lambda one: (one.worth, one.header),
        default=Layout(sheet.file, sheet.name, "", -1),
    )
    if wanted and not tried:
        best = Layout(sheet.file, sheet.name, wanted, first_row(sheet))
        best = replace(best, columns=named(sheet, best.header, wanted, vocabulary, choices))
    return with_title(sheet, best, vocabulary, choices)


def bare_profile(sheet: Sheet, vocabulary: Vocabulary) -> Layout | None:
    """A profile without "Data | Deskripsi" above it: fields in a column, their values behind."""
    width = len(sheet.rows[0]) if sheet.rows else 0
    for left in range(min(width - 1, BARE_COLUMNS)):
        words = [cells.text(row[left]).rstrip(": ") for row in sheet.rows if row[left] is not None]
        named = [one[0] for cell in words if (one := vocabulary.heading("innovation", cell))]
        found = set(named)
        if "name" not in found or len(found) < max(BARE_FIELDS, len(words) // 2):
            continue
        if len(words) > LOOKED_AT or len(named) > len(found) + BARE_REPEATED:
            continue
        for right in range(left + 1, width):
            if sum(cells.text(row[right]) not in ("", ":") for row in sheet.rows) >= len(found) / 2:
                columns = [Column(left, "", "field", 100), Column(right, "", "value", 100)]
                worth = float(len(found))
                return Layout(sheet.file, sheet.name, "profile", -1, columns, worth=worth)
    return None


def first_row(sheet: Sheet) -> int:
    """The first row with two cells filled: a header where none was recognised."""
    rows = enumerate(sheet.rows[:LOOKED_AT])
    return next((at for at, row in rows if sum(cell is not None for cell in row) > 1), 0)


def likely_headers(sheet: Sheet, vocabulary: Vocabulary, choices: Choices) -> list[int]:
    """The rows with the most cells that name something by themselves, at most four."""
    known = set().union(*vocabulary.fields.values(), vocabulary.indicators)
    known |= {heading for _, heading in choices.headings}
    numbers_of_rules = {row.number for row in vocabulary.rows.values()}
    counts = {}
    for at, row in enumerate(sheet.rows[:LOOKED_AT]):
        words = {plain(cells.text(cell)) for cell in row if isinstance(cell, str)}
        years = {cell for cell in row if YEAR.fullmatch(cells.text(cell))}
        numbered = {word for word in words if is_numbered(word, numbers_of_rules)}
        numbers = rule_numbers(row, vocabulary)
        if hits := len(words & known) + len(numbered - known) + len(years) + numbers:
            counts[at] = hits
    if not counts:
        return list(range(min(len(sheet.rows), 8)))
    return sorted(counts, key=lambda at: (-counts[at], at))[:LIKELIEST]


def is_numbered(word: str, numbers: set[str]) -> bool:
    """Whether a heading begins with the number of a row of the rules and goes on: "16 regulasi"."""
    found = re.match(r"(\d{1,2}[ab]?) \w", word)
    return found is not None and found[1] in numbers


def rule_numbers(row: list[Cell], vocabulary: Vocabulary) -> int:
    """How many cells are the numbers of SID rows in their order; 0 unless all are there."""
    numbers = [row.number for row in vocabulary.rows.values() if row.grouping == "SID"]
    there = [words for cell in row if (words := cells.text(cell)) in set(numbers)]
    return len(numbers) if there == numbers else 0


def laid_out(
    sheet: Sheet, header: int, kind: str, vocabulary: Vocabulary, choices: Choices
) -> Layout | None:
    """The layout of one kind under one header; None where it lacks what the kind needs."""
    columns = named(sheet, header, kind, vocabulary, choices)
    layout = Layout(sheet.file, sheet.name, kind, header, columns)
    if kind in ROWS:
        below = rows_of(sheet, layout, vocabulary, ROWS[kind])
    elif kind == "profile":
        below = pairs_of(sheet, layout, vocabulary)
    else:
        below = 1 if fits(sheet, layout) else 0
    told = sum(one.likeness for one in columns if one.field) / 100
    return replace(layout, worth=told + below) if below else None


def fits(sheet: Sheet, layout: Layout) -> bool:
    """Whether a list has the columns its kind needs."""
    found = {one.field for one in layout.columns} - {""}
    if layout.kind == "result":
        return "code" in found and bool(found & RESULTS)
    if layout.kind == "government":
        return "name" not in found and len(layout.indicators()) >= LEAST_INDICATORS
    enough = len(layout.indicators()) >= LEAST_INDICATORS
    return has_names(sheet, layout) and len(found) > 1 and enough == (layout.kind == "levels")


def has_names(sheet: Sheet, layout: Layout) -> bool:
    """Whether there is a column of names, and words in it."""
    place = layout.place("name")
    if place is None:
        return False
    filled = [cell for cell in below(sheet, layout, place) if cell is not None]
    return not filled or sum(isinstance(cell, str) for cell in filled) * 2 > len(filled)


def below(sheet: Sheet, layout: Layout, place: int) -> list[Cell]:
    """The cells of a column under the header, as many as it takes to know what they are."""
    return [row[place] for row in sheet.rows[layout.header + 1 : layout.header + 60]]


def rows_of(sheet: Sheet, layout: Layout, vocabulary: Vocabulary, grouping: str) -> int:
    """How many rows below are indicators of a grouping; 0 where others are more, or too few."""
    place = layout.place("indicator")
    if place is None or not {one.field for one in layout.columns} & TELLING:
        return 0
    words = (cell for cell in below(sheet, layout, place) if isinstance(cell, str))
    found = [
        vocabulary.rows[one[0]].grouping for cell in words if (one := vocabulary.indicator(cell))
    ]
    own = found.count(grouping)
    return own if own >= LEAST_INDICATORS and own * 2 > len(found) else 0


def pairs_of(sheet: Sheet, layout: Layout, vocabulary: Vocabulary) -> int:
    """How many rows below are fields of one innovation; 0 where its name is not among them."""
    left = layout.place("field")
    if left is None or layout.place("value") is None:
        return 0
    words = (cells.text(cell) for cell in below(sheet, layout, left))
    found = {one[0] for cell in words if (one := vocabulary.heading("innovation", cell))}
    return len(found) if "name" in found and len(found) > 2 else 0
