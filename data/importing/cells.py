"""One cell of a spreadsheet as the value it means, however it is written in Indonesia."""

import datetime
import re

from data.importing.sheets import Cell

NOTHING = {
    "",
    "-",
    "--",
    "–",
    "—",
    "n/a",
    "na",
    "nihil",
    "belum",
    "belum ada",
    "tidak ada",
    "kosong",
    "null",
}
HIGHEST = 1e15  # beyond it a spreadsheet loses digits
NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)*")
GROUPED = re.compile(r"[+-]?\d{1,3}(?:[.,]\d{3})+")


LEVELS = "tulis 0, 1, 2, atau 3"


class UnreadableError(ValueError):
    """A cell that cannot mean what its column asks for: why, and what to write instead."""

    def __init__(self, reason: str, suggestion: str):
        super().__init__(reason)
        self.reason, self.suggestion = reason, suggestion


def text(cell: Cell) -> str:
    """What a person reads in the cell, on one line; "" for an empty one."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "ya" if cell else "tidak"
    if isinstance(cell, float):
        return f"{cell:.10g}".replace(".", ",")
    if isinstance(cell, datetime.datetime):
        return f"{cell:%d/%m/%Y %H:%M}"
    if isinstance(cell, datetime.date):
        return f"{cell:%d/%m/%Y}"
    return " ".join(str(cell).split())


def said(cell: Cell) -> str | None:
    """The text of a cell; None where nothing is said, be it with a dash."""
    words = text(cell)
    return None if words.casefold() in NOTHING else words


def number(cell: Cell, grouped: bool = False) -> float | None:
    """A number with decimal comma or point; None where nothing is said.

    Args:
        grouped: "1.500" means fifteen hundred (a count, an amount), not one and a half.

    Raises:
        UnreadableError: the cell is no number.
    """
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return bounded(cell)
    words = said(cell)
    if words is None:
        return None
    bare = re.sub(r"(?i)^rp\.?\s*|\s|%$|,-+$", "", words)
    if not NUMBER.fullmatch(bare) or isinstance(cell, bool | datetime.date):
        raise UnreadableError("bukan angka", "tulis angka saja, misalnya 57,64")
    return bounded(float(plain_number(bare, grouped)))


def bounded(value: float) -> float:
    if not abs(value) <= HIGHEST:
        raise UnreadableError("angka terlalu besar", "periksa angkanya")
    return float(value)


def plain_number(bare: str, grouped: bool) -> str:
    """A number as Python writes it: of two marks the last is the decimal one."""
    marks = [sign for sign in bare if sign in ".,"]
    if not marks:
        return bare
    repeated = len(marks) > 1 and len(set(marks)) == 1
    if repeated or (grouped and GROUPED.fullmatch(bare) and len(set(marks)) == 1):
        return re.sub("[.,]", "", bare)
    whole, _, rest = bare.rpartition(marks[-1])
    return re.sub("[.,]", "", whole) + "." + rest


def whole(cell: Cell) -> int | None:
    """A count; None where nothing is said.

    Raises:
        UnreadableError: the cell is no whole number that can be.
    """
    value = number(cell, grouped=True)
    if value is None:
        return None
    if value != int(value) or not 0 <= value < 1e9:
        raise UnreadableError(
            "bukan bilangan bulat yang mungkin", "tulis bilangan bulat, misalnya 28"
        )
    return int(value)


def year(cell: Cell) -> int | None:
    """A year of four digits, alone or at the end of "Tahun 2026"; None where nothing is said."""
    if isinstance(cell, datetime.date):
        return cell.year
    words = said(cell)
    if words is None:
        return None
    found = re.fullmatch(r"(?i)(?:tahun|ta|t\.a\.?)?\s*(\d{4})(?:[.,]0+)?", words)
    if not found:
        raise UnreadableError("bukan tahun", "tulis tahun empat angka, misalnya 2026")
    return int(found[1])


def level(cell: Cell) -> int | None:
    """A level 0–3, also as "Parameter 2" or "Level 2"; None where nothing is said.

    Raises:
        UnreadableError: anything else.
    """
    if type(cell) is int and 0 <= cell <= 3:
        return cell
    if isinstance(cell, str):
        named = re.fullmatch(r"(?i)(?:parameter|level|tingkat)\s*(\d)", cell.strip())
        cell = named[1] if named else cell
    try:
        value = number(cell)
    except UnreadableError as error:
        raise UnreadableError(f"parameter {error.reason}", LEVELS) from None
    if value is not None and value not in (0, 1, 2, 3):
        raise UnreadableError("parameter di luar 0–3", LEVELS)
    return None if value is None else int(value)


def flag(cell: Cell) -> bool | None:
    """Whether something is digital, however that is written; None where nothing is said."""
    words = said(cell)
    if words is None:
        return None
    plain = re.sub(r"[^a-z0-9]", "", words.casefold())
    if plain in ("nondigital", "tidakdigital", "tidak", "manual", "bukandigital"):
        return False
    if plain in ("digital", "ya", "digitalisasi"):
        return True
    raise UnreadableError("bukan Digital atau Nondigital", "tulis Digital atau Nondigital")
