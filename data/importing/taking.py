"""The rows of all recognised sheets; of a profile before the indicators of its innovation."""

import datetime
from collections.abc import Callable
from dataclasses import replace

from data.importing import indicator_rows, lists, profile_pairs
from data.importing.choices import Choices
from data.importing.extract import Extraction
from data.importing.layouts import Layout
from data.importing.sheets import Sheet
from data.importing.taken import Row, Taken
from data.importing.vocabulary import Vocabulary

LATER = "innovation_rows"  # their innovation may be told by the profile beside them
READERS: dict[str, Callable[[Extraction], Taken]] = {
    "result": lists.results,
    "innovation": lists.innovations,
    "levels": lists.innovations,
    "government": lists.governments,
    "government_rows": indicator_rows.governments,
    "profile": profile_pairs.profile,
}


def taken(
    sheets: list[Sheet],
    layouts: list[Layout],
    vocabulary: Vocabulary,
    choices: Choices,
    today: datetime.date,
    progress: Callable[[str], None],
) -> Taken:
    """What every sheet gives by its kind; what a profile says is put into the layouts."""
    found = Taken()
    profiles: dict[str, Row] = {}
    profiled = {layout.file for layout in layouts if layout.kind == "profile"}
    order = sorted(range(len(sheets)), key=lambda at: layouts[at].kind == LATER)
    for place, at in enumerate(order):
        layout = layouts[at]
        if not layout.kind:
            continue
        progress(f"Memeriksa lembar {place + 1} dari {len(sheets)}")
        profile = profiles.get(layout.file)
        if layout.kind != LATER:
            one = READERS[layout.kind](Extraction(sheets[at], layout, vocabulary, choices, today))
        elif profile is None and layout.file in profiled:
            continue  # it was refused, and that is told
        else:
            layouts[at] = layout = of_profile(layout, profile)
            sheet = Extraction(sheets[at], layout, vocabulary, choices, today)
            one = indicator_rows.innovation(sheet, profile.values["name"] if profile else None)
        if layout.kind == "profile":
            profiles.update((layout.file, row) for row in one.innovations)
        found += one
    return found


def of_profile(layout: Layout, profile: Row | None) -> Layout:
    """The indicators of an innovation are of the government and year of its profile."""
    return replace(layout, code=profile.code, year=profile.year) if profile else layout
