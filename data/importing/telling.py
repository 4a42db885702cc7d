"""Findings at the cells of one sheet, gathered while it is read."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from data.importing.cells import UnreadableError
from data.importing.findings import Finding, Severity
from data.importing.layouts import Layout
from data.importing.sheets import Sheet
from data.importing.taken import finding


@dataclass
class Teller:
    """Tells what is wrong in a sheet; `refused` are the rows (from 0) that are not kept."""

    sheet: Sheet
    layout: Layout
    findings: list[Finding] = field(default_factory=list)
    refused: set[int] = field(default_factory=set)

    def tell(
        self,
        severity: Severity,
        row: int | None,
        place: int | None,
        reason: str,
        suggestion: str,
        whole: bool = True,
    ) -> None:
        """One finding; row and place count from 0. What is refused is the whole row, or a cell."""
        at, why = (row, place), (reason, suggestion)
        self.findings.append(finding(severity, self.sheet, self.layout, at, why))
        if severity == "tolak" and row is not None and whole:
            self.refused.add(row)

    @contextmanager
    def telling(
        self, severity: Severity, row: int | None, place: int | None, whole: bool = True
    ) -> Iterator[None]:
        """Turns an UnreadableError into a finding at that cell."""
        try:
            yield
        except UnreadableError as error:
            self.tell(severity, row, place, error.reason, error.suggestion, whole)
