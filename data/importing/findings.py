"""What is wrong, or odd, at one place of an imported file."""

from dataclasses import asdict, dataclass, fields
from typing import Literal

import pandas as pd

Severity = Literal["tolak", "periksa"]


@dataclass(frozen=True)
class Finding:
    """One place of one file: what is there, why it is told, what to do.

    Attributes:
        severity: "tolak" is not kept; "periksa" is kept and should be looked at.
        file: its name without any folder, or "archive.zip › name" for a member of a zip.
        sheet: "" where the whole file is meant, or a CSV.
        row: as a spreadsheet counts, from 1; None where no row is meant.
        column: its letter ("C"); None where no column is meant.
        heading: what stands above that column in the file; "" where nothing does.
        value: the cell as text, cut to 200 characters.
        reason: Indonesian, a clause without a full stop.
        suggestion: Indonesian, what to do, without a full stop.
    """

    severity: Severity
    file: str
    sheet: str
    row: int | None
    column: str | None
    heading: str
    value: str
    reason: str
    suggestion: str


COLUMNS = [field.name for field in fields(Finding)]


def table(findings: list[Finding]) -> pd.DataFrame:
    """One row a finding, what is refused first, else in the order found."""
    rows = pd.DataFrame([asdict(one) for one in findings], columns=COLUMNS)
    rows = rows.astype({"row": "Int64"})
    return rows.sort_values(
        "severity", key=lambda s: s.ne("tolak"), kind="stable", ignore_index=True
    )


def letters(index: int) -> str:
    """A column's letters from its place, counted from 0: 0 is "A", 26 is "AA"."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name
