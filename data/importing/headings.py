"""Which column of a sheet holds which field."""

import re
from collections.abc import Iterator
from dataclasses import replace

from data.importing import cells
from data.importing.choices import Choices
from data.importing.layouts import GROUPINGS, TABLES, Column
from data.importing.sheets import Cell, Sheet
from data.importing.vocabulary import Vocabulary, plain

YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
SMALL = {"-", *(str(number) for number in range(13))}
FEW, FEW_WORDS = 3, 5  # headings over one column, and words of one that names a year


def named(
    sheet: Sheet, header: int, kind: str, vocabulary: Vocabulary, choices: Choices
) -> list[Column]:
    """Every column that has a heading, each field given to the column most like it."""
    table = TABLES[kind]
    columns = []
    for place, words in headings(sheet, header):
        decided = choices.columns.get((sheet.file, sheet.name, place))
        if decided is None:
            decided = choices.headings.get((table, plain(words[0])))
        if decided is not None:
            columns.append(Column(place, words[0], decided, 200))
        else:
            small = kind in GROUPINGS and holds_levels(sheet, header, place)
            columns.append(matched(place, words, kind, vocabulary, small))
    return alone(columns)


def holds_levels(sheet: Sheet, header: int, place: int) -> bool:
    """Whether the cells below a heading are levels or row scores: "Anggaran" may be money too."""
    below = [row[place] for row in sheet.rows[header + 1 : header + 40]]
    filled = [cell for cell in below if cell is not None]
    return all(cells.text(cell) in SMALL for cell in filled) and bool(filled)


def matched(place: int, words: list[str], kind: str, vocabulary: Vocabulary, small: bool) -> Column:
    """A column by its own heading, else by that with what stands above it."""
    if TABLES[kind] == "result" and (dated := of_year(words, vocabulary)):
        return Column(place, words[0], *dated)
    for heading in words:
        if found := meaning(heading, kind, vocabulary, small):
            return Column(place, words[0], *found)
    return Column(place, words[0], "", 0)


def of_year(words: list[str], vocabulary: Vocabulary) -> tuple[str, float, int] | None:
    """Field, likeness and year of a column of one year: "2024", "Skor 2024", 2024 above "Skor"."""
    for heading in words[:FEW]:
        years, rest = set(YEAR.findall(heading)), plain(YEAR.sub(" ", heading))
        if len(years) != 1 or len(rest.split()) > FEW_WORDS:
            continue
        bare = " ".join(word for word in rest.split() if word != "tahun")
        found = ("score", 100.0) if is_score(bare) else vocabulary.heading("result", bare)
        if found and found[0] not in ("code", "year"):
            return *found, int(years.pop())
    return None


def is_score(words: str) -> bool:
    return set(words.split()) <= {"skor", "nilai", "indeks", "iid", "hasil"}


def meaning(
    heading: str, kind: str, vocabulary: Vocabulary, small: bool
) -> tuple[str, float] | None:
    """What one heading names in a sheet of that kind: of all it is like, what it is likest."""
    dropped = vocabulary.heading("dropped", heading)
    found = [vocabulary.heading(TABLES[kind], heading), ("", dropped[1]) if dropped else None]
    indicator = vocabulary.indicator(heading) if kind in GROUPINGS else None
    if indicator and vocabulary.rows[indicator[0]].grouping == GROUPINGS[kind]:
        found.insert(0 if small else 2, indicator)
    return max(filter(None, found), key=lambda one: one[1], default=None)


def headings(sheet: Sheet, header: int) -> Iterator[tuple[int, list[str]]]:
    """Place and heading of every column: its own, then that with what stands above it."""
    rows = [[*row] for row in sheet.rows[max(0, header - 2) : header + 1]]
    for row in rows[:-1]:
        spread(row, rows[-1])
    for place in range(len(rows[-1]) if rows else 0):
        above = [cells.text(row[place]) for row in rows if row[place] is not None]
        if above:
            unique = list(dict.fromkeys(above))
            own = unique[-1]
            yield place, [own, *(f"{up} {own}" for up in reversed(unique[:-1]))]


def spread(row: list[Cell], lower: list[Cell]) -> None:
    """Let the heading of a group stand over all its columns, as if its cells were merged."""
    if len({cell for cell in row if cell is not None}) < 2:
        return  # a title
    for place in range(1, len(row)):
        if row[place] is None and lower[place] is not None:
            row[place] = row[place - 1]


def alone(columns: list[Column]) -> list[Column]:
    """No field twice (but scores of several years): the likest column has it, else the longest."""
    best: dict[tuple[str, int | None], Column] = {}
    for one in columns:
        other = best.get((one.field, one.year))
        if one.field and (not other or surer(one) > surer(other)):
            best[one.field, one.year] = one
    return [
        one
        if not one.field or best[one.field, one.year] is one
        else replace(one, field="", likeness=0)
        for one in columns
    ]


def surer(one: Column) -> tuple[float, int]:
    return one.likeness, len(plain(one.heading))
