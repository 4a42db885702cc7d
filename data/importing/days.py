"""One cell of a spreadsheet as the day it means: a date, an Excel number or Indonesian words."""

import datetime
import re
from functools import cache

from babel.dates import get_month_names

from data.importing.cells import UnreadableError, said
from data.importing.sheets import Cell

FIRST_DAY, LAST_DAY = datetime.date(2000, 1, 1), datetime.date(2099, 12, 31)
# Day 0 of Excel's numbers, its 29 February 1900 (which never was) counted.
EXCEL_DAY_0 = datetime.date(1899, 12, 30)
ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")
BY_NUMBERS = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4}|\d{2})(?:\s+[\d:.]+)?")
MONTH_BY_NUMBERS = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{4})|(\d{4})\s*[/.\-]\s*(\d{1,2})")
BY_NAME = re.compile(
    r"(?:[a-z']+\s*,\s*)?(?:(\d{1,2})[\s\-./]+)?([a-z]{3,9})\.?[\s\-./,]+(\d{4}|\d{2})", re.I
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
    if re.fullmatch(r"20\d\d", words):
        raise UnreadableError("hanya tahun, tanggalnya tidak disebut", WRITE_A_DAY)
    try:
        return written_day(words)
    except ValueError:
        raise UnreadableError("bukan tanggal yang dikenal", WRITE_A_DAY) from None


def written_day(words: str) -> datetime.date:
    if found := ISO.fullmatch(words):
        return datetime.date(int(found[1]), int(found[2]), int(found[3]))
    if found := BY_NUMBERS.fullmatch(words):
        return datetime.date(whole_year(found[3]), int(found[2]), int(found[1]))
    if found := MONTH_BY_NUMBERS.fullmatch(words):
        return datetime.date(int(found[2] or found[3]), int(found[1] or found[4]), 1)
    if (found := BY_NAME.fullmatch(words)) and (month := months().get(found[2].casefold())):
        return datetime.date(whole_year(found[3]), month, int(found[1] or 1))
    raise ValueError(words)


def whole_year(digits: str) -> int:
    return int(digits) + (2000 if len(digits) == 2 else 0)


def is_month(cell: Cell) -> bool:
    """Whether a cell names a month and no day in it."""
    words = cell.strip() if isinstance(cell, str) else ""
    found = BY_NAME.fullmatch(words)
    return bool(MONTH_BY_NUMBERS.fullmatch(words)) or (found is not None and found[1] is None)


@cache
def months() -> dict[str, int]:
    """Number by name, Indonesian and English, whole and short."""
    named = dict(OLD_MONTHS)
    for locale in ("id", "en"):
        for width in ("wide", "abbreviated"):
            for place, name in get_month_names(width, locale=locale).items():
                named[str(name).casefold().rstrip(".")] = int(place)
    return named
