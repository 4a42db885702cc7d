"""The year and the government that the title of a sheet, its name or its file names."""

import re
from collections.abc import Iterator
from dataclasses import replace

from data.importing import cells
from data.importing.choices import Choices
from data.importing.headings import YEAR
from data.importing.layouts import Layout
from data.importing.sheets import Sheet
from data.importing.vocabulary import Vocabulary, plain

# The year of a day, or of the decree that a list is annexed to, is not that of the list.
DATED = re.compile(
    r"(?i)\d{1,2}[\s/.\-]+(?:\d{1,2}|[a-z]{3,9})[\s/.\-]+20\d\d"
    r"|\bnomor\b[^a-z]*[\w./\-]*\s+tahun\s+20\d\d"
)


def with_title(sheet: Sheet, layout: Layout, vocabulary: Vocabulary, choices: Choices) -> Layout:
    """The layout with the year and government that the title, the sheet or the file names."""
    above = [cells.text(cell) for row in sheet.rows[: max(layout.header, 0)] for cell in row]
    places = [" ".join(dict.fromkeys(filter(None, above))), sheet.name, sheet.file]
    years = (the_year(place) for place in places)
    codes = (the_government(place, vocabulary) for place in places)
    return replace(
        layout,
        year=next(filter(None, years), None) or choices.year,
        code=next(filter(None, codes), None) or choices.code,
        scored=choices.scored.get(layout.id, False),
    )


def the_year(words: str) -> int | None:
    """The one year a text names, that after "tahun" before others; a date names none."""
    words = DATED.sub(" ", words)
    for found in (re.findall(r"(?i)tahun\s+(20\d\d)(?!\d)", words), YEAR.findall(words)):
        if len(set(found)) == 1:
            return int(found[0])
    return None


def the_government(words: str, vocabulary: Vocabulary) -> str | None:
    """The one government a text names, with its kind before without."""
    said = f" {plain(words)} "
    for names in named_governments(vocabulary):
        found = {code for code, name in names if f" {name} " in said}
        if len(found) == 1:
            return found.pop()
    return None


def named_governments(vocabulary: Vocabulary) -> Iterator[list[tuple[str, str]]]:
    full = [(code, plain(name)) for code, name in vocabulary.government_names.items()]
    yield [*full, *((code, name.replace("kabupaten ", "kab ")) for code, name in full)]
    yield [(code, re.sub(r"^(kabupaten|kota) ", "", name)) for code, name in full]
