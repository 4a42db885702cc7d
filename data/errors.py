"""Every error a user of the data can cause, in one tree.

Messages are Indonesian; they name the file, the place and the fix, and are shown as they are.
"""

from pathlib import Path


class DataError(Exception):
    """Bad input: the message says where it is and what to do about it."""


class UnknownDatasetError(DataError):
    """A dataset was named that this project does not have."""


class BrokenPromiseError(DataError):
    """The rows can be read, but a check over them finds rows that break it."""


class RowError(DataError):
    """One place in one file.

    `row` counts as a spreadsheet does: the header is row 1.
    """

    def __init__(
        self, file: Path | str, row: int | None, column: str | None, problem: str, fix: str
    ):
        place = [str(file)]
        place += [f"baris {row}"] if row else []
        place += [f"kolom {column}"] if column else []
        super().__init__(f"{', '.join(place)}: {problem}. Perbaikan: {fix}.")
        self.file, self.row, self.column = str(file), row, column
