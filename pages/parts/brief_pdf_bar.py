"""Where an index lies between 0 and 100, as a drawing: the bands of its year, and a sign."""

from typing import Any

import pandas as pd

from pages.parts import words
from pages.parts.brief_facts import Brief
from pages.parts.brief_pdf_drawing import SMALL_TEXT, Drawing, box, label, line, sign
from pages.parts.colours import LIGHT, on_scale, readable_on
from queries.standing import CLASSES

HIGHEST = 100  # of an index
TOP, BOTTOM, HEIGHT = 14, 25, 38  # of the bar, and of the whole, in points
TALLIES = (0, 25, 50, 75, HIGHEST)


def bar(brief: Brief, width: float) -> Drawing:
    """The bar of a regency; of the province, one with a sign for every known score."""
    return province_bar(brief, width) if brief.is_province else own_bar(brief, width)


def own_bar(brief: Brief, width: float) -> Drawing:
    """By the newest of score and predicate, as the distance to the next band is told."""
    row = brief.standing.iloc[0].to_dict() if len(brief.standing) else {}
    bands = banded(brief.bands, row.get("year"))
    edges = [0.0, *(one["lower"] for one in bands if one["lower"] >= 1), float(HIGHEST)]
    marks = [
        empty(width),
        *(mark for one in bands for mark in band(one, width)),
        *tallies([*edges] if bands else list(TALLIES), width),
        *pointed(row, width),
    ]
    return Drawing(width, HEIGHT, tuple(marks), told(row))


def along(value: float, width: float) -> float:
    return float(value) * width / HIGHEST


def empty(width: float) -> dict[str, Any]:
    return box(0, TOP, width, BOTTOM, LIGHT.unknown)


def tallies(values: list[float], width: float) -> list[dict[str, Any]]:
    anchors = {0: "start", HIGHEST: "end"}
    return [
        label((along(one, width), BOTTOM + 6), words.brief(one), anchors.get(int(one), "middle"),
              size=SMALL_TEXT)
        for one in values
    ]  # fmt: skip


def banded(bands: pd.DataFrame, year: Any) -> list[dict[str, Any]]:
    """The bands of one year that are wide enough to be seen, lowest first."""
    rows = bands[(bands["year"] == year) & (bands["upper"] - bands["lower"] > 1)]
    return rows.sort_values("lower").to_dict("records")


def band(one: dict[str, Any], width: float) -> list[dict[str, Any]]:
    """A part of the bar with the name of its predicate."""
    fill = on_scale(LIGHT.sequence, 0.25 * CLASSES.index(one["predicate"]))
    left, right = along(one["lower"], width), along(one["upper"], width)
    middle = ((left + right) / 2, (TOP + BOTTOM) / 2)
    return [
        box(left, TOP, right, BOTTOM, fill),
        label(middle, one["predicate"], fill=readable_on(fill), size=SMALL_TEXT),
    ]


def pointed(row: dict[str, Any], width: float) -> list[dict[str, Any]]:
    """The own score as a sign; of a predicate alone, its range outlined."""
    if row and row["has_score"]:
        x = along(row["score"], width)
        sign_above = sign((x, TOP - 7), 5, LIGHT.chosen, LIGHT.paper)
        return [line([(x, TOP - 5), (x, TOP + 2)], LIGHT.chosen, 1.8), sign_above]
    if not row or words.missing(row["lower"]):
        return []
    left, right = along(row["lower"], width), along(row["upper"], width)
    return [box(left, TOP - 1, right, BOTTOM + 1, "", LIGHT.chosen) | {"thick": 2.0}]


def told(row: dict[str, Any]) -> str:
    """The bar in words."""
    if not row:
        return "Skala indeks 0 sampai 100; skor dan predikat belum diketahui."
    year = words.year(row["year"])
    if row["has_score"]:
        score = words.number(row["score"])
        return f"Skala indeks 0 sampai 100 dengan rentang predikat {year}; skor {score}."
    return f"Skala indeks 0 sampai 100; hanya predikat {row['printed']} ({year}) yang diketahui."


def province_bar(brief: Brief, width: float) -> Drawing:
    known = brief.scores["score"].dropna()
    middle = (TOP + BOTTOM) / 2
    signs = [sign((along(one, width), middle), 4, LIGHT.accent, LIGHT.paper) for one in known]
    marks = (empty(width), *tallies(list(TALLIES), width), *signs)
    alt = f"Skala indeks 0 sampai 100 dengan {len(known)} skor yang diketahui."
    return Drawing(width, HEIGHT, marks, alt)
