"""Rows taken from a sheet, each with the place it came from."""

from dataclasses import dataclass, field
from typing import Any

from data.importing import cells
from data.importing.findings import Finding, Severity, letters
from data.importing.layouts import Layout
from data.importing.sheets import Sheet

LONGEST = 200  # letters of a cell that a finding repeats


@dataclass(frozen=True)
class Place:
    """A row (from 0) of a sheet as it was read."""

    sheet: Sheet
    layout: Layout
    row: int


@dataclass(frozen=True)
class Spot:
    """A cell: its row, and the place of its column from 0."""

    place: Place
    column: int | None


def finding(
    severity: Severity,
    sheet: Sheet,
    layout: Layout,
    at: tuple[int | None, int | None],
    why: tuple[str, str],
) -> Finding:
    """What is told of a place in a sheet.

    Args:
        at: row and column from 0, as far as they are meant.
        why: reason and suggestion.
    """
    row, column = at
    heading = next((one.heading for one in layout.columns if one.place == column), "")
    cell = None if row is None or column is None else sheet.rows[row][column]
    return Finding(
        severity, sheet.file, sheet.name, None if row is None else row + 1,
        None if column is None else letters(column), heading, cells.text(cell)[:LONGEST], *why,
    )  # fmt: skip


@dataclass
class Row:
    """One government's result, innovation or indicators: only the fields its sheet has.

    `levels` are by indicator; None is a level the sheet leaves open. `where` is the cell of a field
    that does not stand in the row and column its place tells: row and column of what sheet.
    """

    code: str
    year: int
    values: dict[str, Any]
    place: Place
    levels: dict[str, int | None] = field(default_factory=dict)
    raw_values: dict[str, float | None] = field(default_factory=dict)
    where: dict[str, Spot] = field(default_factory=dict)

    def spot(self, name: str) -> Spot:
        """Where a field or indicator stands; without a column where its sheet has none."""
        return self.where.get(name) or Spot(self.place, self.place.layout.place(name))


@dataclass
class Taken:
    """What one sheet gives.

    Attributes:
        mentioned: government, year and plain name of every innovation, refused ones too.
        skipped: how many rows are titles, totals, notes or examples.
    """

    results: list[Row] = field(default_factory=list)
    innovations: list[Row] = field(default_factory=list)
    governments: list[Row] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    mentioned: set[tuple[str, int, str]] = field(default_factory=set)
    skipped: int = 0

    def __iadd__(self, other: "Taken") -> "Taken":
        self.results += other.results
        self.innovations += other.innovations
        self.governments += other.governments
        self.findings += other.findings
        self.mentioned |= other.mentioned
        self.skipped += other.skipped
        return self
