"""Levels and row scores: which of the two a column holds, and what a cell of it says."""

from collections.abc import Iterable
from functools import cache
from itertools import islice

from rapidfuzz import fuzz

from data.importing import cells
from data.importing.cells import UnreadableError
from data.importing.sheets import Cell
from data.importing.vocabulary import Row, plain

HIGHEST = 3
LIKE_LEVEL = 88  # how like the words of a level a cell must be to stand for it
NEAR = 1e-6
LOOKED_AT = 20_000  # cells that tell levels from scores
NONE_OF_IT = {"tidak ada", "belum ada", "nihil", "tidak"}


def holds_scores(marked: Iterable[tuple[Row, Cell]]) -> bool:
    """Whether cells under indicators are row scores (weight × level), not levels.

    Decided for a whole sheet (its first rows, if there are very many), by which of the two leaves
    fewer cells unexplained; levels where both explain as much.
    """
    no_level = no_score = 0
    for rule, cell in islice(marked, LOOKED_AT):
        try:
            value = cells.number(cell)
        except UnreadableError:
            continue
        if value is not None:
            no_level += value not in range(HIGHEST + 1)
            no_score += level_of(value, rule.weight) is None
    return no_score < no_level


def level_of(score: float, weight: float) -> int | None:
    """The level a row score stands for; None where no level gives it."""
    level = round(score / weight)
    fits = abs(level * weight - score) < NEAR and 0 <= level <= HIGHEST
    return level if fits else None


def level(cell: Cell, rule: Row, scored: bool) -> int | None:
    """The level one cell says; None where it says nothing.

    Raises:
        UnreadableError: no level is written so.
    """
    if not scored:
        return cells.level(cell)
    value = cells.number(cell)
    if value is None:
        return None
    found = level_of(value, rule.weight)
    if found is None:
        options = ", ".join(cells.text(rule.weight * step) for step in range(HIGHEST + 1))
        raise UnreadableError(
            f"skor {cells.text(value)} tidak dapat dihasilkan parameter mana pun",
            f"skor baris {rule.number} hanya dapat bernilai {options}",
        )
    return found


def level_in_words(cell: Cell, rule: Row) -> int | None:
    """The level whose wording in the rules a cell repeats; None where none is near."""
    words = cells.said(cell)
    if words is None:
        return 0 if plain(cells.text(cell)) in NONE_OF_IT else None
    if plain(words) in NONE_OF_IT:
        return 0
    likeness = [fuzz.token_sort_ratio(plain(words), plain(told)) for told in rule.levels]
    best = max(range(HIGHEST), key=lambda place: likeness[place])
    return best + 1 if likeness[best] >= LIKE_LEVEL else None


def total(levels: dict[str, int | None], rows: dict[str, Row]) -> float:
    """Σ weight × level, as the rules add up a government's rows or an innovation's."""
    return sum(rows[code].weight * (level or 0) for code, level in levels.items())


def can_be(value: float, weights: tuple[float, ...]) -> bool:
    """Whether some levels of rows with these weights add up to a total."""
    return round(value, 6) in reachable(weights)


@cache
def reachable(weights: tuple[float, ...]) -> frozenset[float]:
    sums = {0.0}
    for weight in weights:
        sums = {round(one + weight * step, 6) for one in sums for step in range(HIGHEST + 1)}
    return frozenset(sums)
