"""What can be the name of an innovation."""

from data.importing import cells
from data.importing.extract import Extraction
from data.importing.sheets import Cell
from data.importing.vocabulary import plain

NAME_LONGEST = 300  # letters
NO_NAME = (
    f"bukan nama inovasi: tanpa huruf, atau lebih dari {NAME_LONGEST} huruf",
    "tulis nama inovasi saja",
)


def name_of(sheet: Extraction, at: int, cell: Cell, place: int | None) -> str | None:
    """The name of an innovation; told where there is none, or what cannot be one."""
    words = cells.said(cell)
    if words is None:
        sheet.teller.tell("tolak", at, place, "nama inovasi kosong", "isi nama inovasi")
    elif not is_name(words):
        sheet.teller.tell("tolak", at, place, *NO_NAME)
    return words


def is_name(words: str) -> bool:
    """Whether words can be the name of an innovation."""
    return len(words) <= NAME_LONGEST and plain(words) != ""
