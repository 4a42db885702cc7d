"""A sheet as read from any kind of spreadsheet, before anybody knows what it holds."""

import datetime
from dataclasses import dataclass, field

MEMBER = " › "  # between the name of a zip and that of its member
Cell = str | int | float | bool | datetime.date | datetime.datetime | None


@dataclass(frozen=True)
class Sheet:
    """The cells of one sheet, from A1 on.

    Attributes:
        file: the name of its file without any folder; "archive.zip › name" for a member of a zip.
        name: of the sheet; "" of a CSV.
        rows: lists of one length; None is an empty cell. All cells of a merged range hold the value
            of its first one. Text is trimmed; "" does not occur.
        merged: whether a cell lies in a merged range and is not its first: (row, column) from 0.
        digest: sha256 of the file's bytes, hexadecimal.
        size: of the file, in bytes.
    """

    file: str
    name: str
    rows: list[list[Cell]]
    merged: frozenset[tuple[int, int]] = field(default_factory=frozenset)
    digest: str = ""
    size: int = 0
