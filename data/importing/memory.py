"""What was once corrected by hand, remembered for the next import.

One JSON file beside the versions: headings by the table they belong to, and writings of
governments and sectors. A file that cannot be read is as good as none.
"""

import json
import os
from dataclasses import replace
from pathlib import Path

from data import book_shelf
from data.importing import versions
from data.importing.choices import Choices
from data.importing.draft import Draft
from data.importing.layouts import TABLES
from data.importing.vocabulary import plain

FILE = "pencocokan.json"
MOST = 2_000  # of each kind; the oldest go first
LONGEST = 200  # letters of a writing
Pairs = dict[tuple[str, str], str]


def file() -> Path:
    return versions.folder() / FILE


def recalled() -> Choices:
    """Choices that hold what is remembered, and nothing else."""
    try:
        kept = json.loads(file().read_text(encoding="utf-8"))
        return Choices(headings=pairs(kept["headings"]), values=pairs(kept["values"]))
    except (OSError, ValueError, KeyError, TypeError):
        return Choices()


def pairs(rows: list[list[str]]) -> Pairs:
    return {(str(kind), str(writing)): str(meaning) for kind, writing, meaning in rows}


def with_recalled(choices: Choices) -> Choices:
    """The choices, on top of what is remembered."""
    known = recalled()
    return replace(
        choices,
        headings=known.headings | choices.headings,
        values=known.values | choices.values,
    )


def remember(draft: Draft, choices: Choices) -> None:
    """Keep what a person corrected in this import: whole file or nothing, by one rename."""
    corrected = corrected_headings(draft, choices)
    if not corrected and not choices.values:
        return
    known = recalled()
    rows = {
        "headings": listed(known.headings | corrected),
        "values": listed(known.values | choices.values),
    }
    target = book_shelf.writable(file().parent) / FILE
    with book_shelf.temporary(target) as name:
        name.write_text(json.dumps(rows, ensure_ascii=False, indent=1), encoding="utf-8")
        os.replace(name, target)


def corrected_headings(draft: Draft, choices: Choices) -> Pairs:
    """Field by table and heading, of every column that was given one by hand."""
    headings = {
        (*layout.id, column.place): (TABLES[layout.kind], plain(column.heading))
        for layout in draft.layouts
        if layout.kind
        for column in layout.columns
    }
    return {
        headings[place]: field
        for place, field in choices.columns.items()
        if place in headings and headings[place][1]
    }


def listed(known: Pairs) -> list[list[str]]:
    rows = [[*key, meaning] for key, meaning in known.items() if len(key[1]) <= LONGEST]
    return rows[-MOST:]
