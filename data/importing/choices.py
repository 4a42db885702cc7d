"""What a person decides about an import: where the file is silent, or was understood wrongly."""

from dataclasses import dataclass, field

SheetId = tuple[str, str]
"""File and sheet, as in `sheets.Sheet`."""


@dataclass(frozen=True)
class Choices:
    """Every decision; the empty one decides nothing.

    Attributes:
        year: of sheets that name none.
        code: the government of sheets that name none.
        kinds: kind by sheet (see recognise.KINDS), "" to leave the sheet out.
        columns: field or indicator by sheet and place of a column, "" to leave it out.
        headings: what was once corrected, by table and plain heading.
        values: meaning by field ("code", "sector_id") and plain writing.
        scored: by sheet, whether indicator columns hold row scores, not levels.
        adding: innovations that a list does not name stay; None: as the kind of file asks.
        codes: governments that may be written; None for all.
    """

    year: int | None = None
    code: str | None = None
    kinds: dict[SheetId, str] = field(default_factory=dict)
    columns: dict[tuple[str, str, int], str] = field(default_factory=dict)
    headings: dict[tuple[str, str], str] = field(default_factory=dict)
    values: dict[tuple[str, str], str] = field(default_factory=dict)
    scored: dict[SheetId, bool] = field(default_factory=dict)
    adding: bool | None = None
    codes: frozenset[str] | None = None
