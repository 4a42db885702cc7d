"""One cell of a spreadsheet as the value it means, however it is written in Indonesia."""

import datetime
import re
from functools import cache

from babel.dates import get_month_names

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
NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)*")
GROUPED = re.compile(r"[+-]?\d{1,3}(?:[.,]\d{3})+")
FIRST_DAY, LAST_DAY = datetime.date(2000, 1, 1), datetime.date(2099, 12, 31)
# Day 0 of Excel's numbers, its 29 February 1900 (which never was) counted.
EXCEL_DAY_0 = datetime.date(1899, 12, 30)
ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")
BY_NUMBERS = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4}|\d{2})(?:\s+[\d:.]+)?")
BY_NAME = re.compile(
    r"(?:[a-z']+\s*,\s*)?(?:(\d{1,2})[\s\-./]+)?([a-z]{3,9})\.?[\s\-./,]+(\d{4})", re.I
)
OLD_MONTHS = {
    "pebruari": 2,
    "peb": 2,
    "nopember": 11,
    "nop": 11,
    "agt": 8,
    "agst": 8,
    "aug": 8,
    "sept": 9,
}
WRITE_A_DAY = "tulis tanggal seperti 31/12/2024 atau 31 Desember 2024"


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
        return float(cell)
    words = said(cell)
    if words is None:
        return None
    bare = re.sub(r"(?i)^rp\.?\s*|\s|%$|,-+$", "", words)
    if not NUMBER.fullmatch(bare) or isinstance(cell, bool | datetime.date):
        raise UnreadableError("bukan angka", "tulis angka saja, misalnya 57,64")
    return float(plain_number(bare, grouped))


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
    found = re.fullmatch(r"(?i)(?:tahun\s*)?(\d{4})(?:,0+)?", words)
    if not found:
        raise UnreadableError("bukan tahun", "tulis tahun empat angka, misalnya 2026")
    return int(found[1])


def level(cell: Cell) -> int | None:
    """A level 0–3, also as "Parameter 2" or "Level 2"; None where nothing is said.

    Raises:
        UnreadableError: anything else.
    """
    if isinstance(cell, str):
        named = re.fullmatch(r"(?i)(?:parameter|level|tingkat)\s*(\d)", cell.strip())
        cell = named[1] if named else cell
    value = number(cell)
    if value is not None and value not in (0, 1, 2, 3):
        raise UnreadableError("parameter di luar 0–3", "tulis 0, 1, 2, atau 3")
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


def day(cell: Cell) -> datetime.date | None:
    """A day as a date, an Excel number or Indonesian words; None where nothing is said.

    A month without a day ("Januari 2024") is its first day: see `is_month`.

    Raises:
        UnreadableError: no day, or none between 2000 and 2099.
    """
    found = day_of(cell)
    if found is not None and not FIRST_DAY <= found <= LAST_DAY:
        raise UnreadableError("tanggal di luar tahun 2000–2099", WRITE_A_DAY)
    return found


def day_of(cell: Cell) -> datetime.date | None:
    if isinstance(cell, datetime.datetime):
        return cell.date()
    if isinstance(cell, datetime.date):
        return cell
    words = said(cell)
    if words is None or words == "0":
        return None
    if re.fullmatch(r"\d{5}(,\d+)?", words):
        return EXCEL_DAY_0 + datetime.timedelta(days=int(words[:5]))
    try:
        return written_day(words)
    except ValueError:
        raise UnreadableError("bukan tanggal yang dikenal", WRITE_A_DAY) from None


def written_day(words: str) -> datetime.date:
    if found := ISO.fullmatch(words):
        return datetime.date(int(found[1]), int(found[2]), int(found[3]))
    if found := BY_NUMBERS.fullmatch(words):
        century = 2000 if len(found[3]) == 2 else 0
        return datetime.date(century + int(found[3]), int(found[2]), int(found[1]))
    if (found := BY_NAME.fullmatch(words)) and (month := months().get(found[2].casefold())):
        return datetime.date(int(found[3]), month, int(found[1] or 1))
    raise ValueError(words)


def is_month(cell: Cell) -> bool:
    """Whether a cell names a month and no day in it."""
    found = BY_NAME.fullmatch(cell.strip()) if isinstance(cell, str) else None
    return found is not None and found[1] is None


@cache
def months() -> dict[str, int]:
    """Number by name, Indonesian and English, whole and short."""
    named = dict(OLD_MONTHS)
    for locale in ("id", "en"):
        for width in ("wide", "abbreviated"):
            for place, name in get_month_names(width, locale=locale).items():
                named[str(name).casefold().rstrip(".")] = int(place)
    return named
