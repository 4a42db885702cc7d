"""The index of one government through the years, as a drawing for the report."""

from itertools import pairwise
from typing import Any

import pandas as pd

from pages.parts import claim_words, words
from pages.parts.brief_pdf_drawing import SMALL_TEXT, Drawing, box, label, line, sign
from pages.parts.colours import LIGHT
from pages.parts.history import without_score

LEFT, TOP, HIGH, FOOT = 24.0, 12.0, 130.0, 16.0  # points: axis, and room above and below
HIGHEST = 100
HALF_BAR = 26.0
TALLIES = (0, 20, 40, 60, 80, 100)


def history(rows: pd.DataFrame, width: float) -> Drawing:
    """Scores through the years; a year of which only the predicate is known is a range.

    Args:
        rows: rows of `score_history.sql`, at least one.
    """
    step = (width - LEFT) / len(rows)
    years = rows.to_dict("records")
    places = [LEFT + step * (place + 0.5) for place in range(len(years))]
    drawn = [
        *grid(width),
        *joined(years, places),
        *(mark for row, x in zip(years, places, strict=True) for mark in year(row, x)),
    ]
    return Drawing(width, TOP + HIGH + FOOT, tuple(drawn), alt(years))


def height(score: float) -> float:
    return TOP + HIGH * (1 - score / HIGHEST)


def grid(width: float) -> list[dict[str, Any]]:
    return [
        mark
        for value in TALLIES
        for mark in (
            line([(LEFT, height(value)), (width, height(value))], LIGHT.line),
            label((LEFT - 4, height(value)), str(value), "end", LIGHT.muted, SMALL_TEXT),
        )
    ]


def joined(years: list[dict[str, Any]], places: list[float]) -> list[dict[str, Any]]:
    """A line between neighbouring years that both have a score; gaps stay gaps."""
    points = [
        None if words.missing(row["score"]) else (x, height(row["score"]))
        for row, x in zip(years, places, strict=True)
    ]
    return [
        line([one, other], LIGHT.accent, 1.6) for one, other in pairwise(points) if one and other
    ]


def year(row: dict[str, Any], x: float) -> list[dict[str, Any]]:
    """One year: its name below, its score as a sign, else its range, else why there is none."""
    named = label((x, TOP + HIGH + 8), words.year(row["year"]))
    if not words.missing(row["score"]):
        y = height(row["score"])
        told = label((x, y - 9), "", bold=words.number(row["score"]))
        return [named, sign((x, y), 4, LIGHT.accent, LIGHT.paper), told]
    if words.missing(row["band_lower"]):
        why = without_score(row["predicate"], row["claims"]).replace(", ", ",\n")
        said = [label((x, TOP + HIGH - 14), why, fill=LIGHT.muted, size=SMALL_TEXT)]
        return [named, *said]
    low, high = height(row["band_lower"]), height(row["band_upper"])
    ranged = box(x - HALF_BAR, high, x + HALF_BAR, low, LIGHT.sequence[1], LIGHT.accent)
    return [named, ranged, label((x, (low + high) / 2), row["predicate"], size=SMALL_TEXT)]


def alt(years: list[dict[str, Any]]) -> str:
    known = [
        f"{words.year(row['year'])} {words.number(row['score'])}"
        for row in years
        if not words.missing(row["score"])
    ]
    span = words.span([int(row["year"]) for row in years])
    return f"Skor indeks {span}: {', '.join(known) or 'belum ada yang diketahui'}."


def table(rows: pd.DataFrame, claims: pd.DataFrame) -> list[tuple[str, ...]]:
    """The same in figures, the newest first.

    Args:
        claims: rows of `claims.sql` of these years.
    """
    head = ("Tahun", "Skor", "Predikat", "Peringkat", "Inovasi", "Keterangan", "Sumber")
    ids = claims.groupby("year")["source_id"].unique() if len(claims) else {}
    return [
        head,
        *(
            (*told(row), ", ".join(sorted(ids[row["year"]])) if row["year"] in ids else words.DASH)
            for row in rows.iloc[::-1].to_dict("records")
        ),
    ]


def told(row: dict[str, Any]) -> tuple[str, ...]:
    printed = row["predicate_as_printed"] if words.missing(row["predicate"]) else row["predicate"]
    doubts = [
        "belum ada klaim" if not row["claims"] else "",
        claim_words.STATUS.get(row["score_status"], ""),
        "tahun bacaan penyusun" if row["year_read"] is True else "",
        "ada klaim yang bertentangan" if row["in_conflict"] is True else "",
    ]
    return (
        words.year(row["year"]),
        words.number(row["score"]),
        words.DASH if words.missing(printed) else str(printed),
        claim_words.rank(row | {"rank_year": None}).removeprefix("peringkat "),
        words.whole(row["innovations"]),
        "; ".join(filter(None, doubts)),
    )
