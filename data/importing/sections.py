"""Rows between the others that say whose the rows below are: "KABUPATEN TAPIN", "A. Kota Baru"."""

import re
from collections.abc import Sequence

from data.importing import cells
from data.importing.layouts import Layout
from data.importing.sheets import Cell, Sheet
from data.importing.vocabulary import Vocabulary

COUNTED = re.compile(r"\(?(?:[ivxlc]{1,6}|[a-z]|\d{1,3})[.)]*", re.IGNORECASE)
BEGINNING = re.compile(
    r"\s*(?:\(?(?:[ivxlc]{1,6}|[a-z]|\d{1,3})[.)]+\s*)?"
    r"(?:(?:nama\s+)?(?:pemda|pemerintah daerah|daerah|kab(?:upaten|\.)?\s*/\s*kota)\s*:)?",
    re.IGNORECASE,
)
END = re.compile(r"\s*(\(.*\)|:|\b20\d\d|\btahun\b)\s*$", re.IGNORECASE)
MOST = 3  # cells of such a row: a letter, the name, perhaps how many follow


def sections(sheet: Sheet, layout: Layout, vocabulary: Vocabulary) -> dict[int, str]:
    """Government by the place of the row that names it, ELSEWHERE for another province."""
    found = {}
    most = 1 if layout.place("code") is not None else MOST
    for at, row in enumerate(sheet.rows[layout.header + 1 :], start=layout.header + 1):
        if code := section(row, vocabulary, most):
            found[at] = code
    return found


def section(row: list[Cell], vocabulary: Vocabulary, most: int = MOST) -> str | None:
    """The government a row names that says nothing else; None of any other row."""
    filled = list(dict.fromkeys(cell for cell in row if cell is not None))
    if not 0 < len(filled) <= most:
        return None
    said = [cell for cell in filled if isinstance(cell, str) and not COUNTED.fullmatch(cell)]
    if len(said) != 1 or (len(filled) > 1 and not is_counted(filled, said[0])):
        return None
    words = said[0]
    while shorter := END.sub("", words):
        if shorter == words:
            break
        words = shorter
    words = BEGINNING.sub("", cells.text(words), count=1)
    if len(filled) > 1 and not re.search(r"(?i)\b(kab|kota|pem|prov)", words):
        return None
    return vocabulary.government(words) or vocabulary.elsewhere(words)


def is_counted(filled: Sequence[Cell], words: str) -> bool:
    """Whether all but the words is a letter or number before, or a number behind."""
    before = filled[: filled.index(words)]
    behind = filled[filled.index(words) + 1 :]
    return all(COUNTED.fullmatch(cells.text(cell)) for cell in before) and all(
        isinstance(cell, int) for cell in behind
    )
