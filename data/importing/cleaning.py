"""One cell as a workbook or CSV gives it, made plain: trimmed, harmless, of six kinds."""

import datetime
import math
import re
import unicodedata
from functools import lru_cache
from typing import Any

from data.importing.limits import MAX_CELL
from data.importing.sheets import Cell

# As data.book_files guards an export: one sign more, also before a sign that was there.
FORMULA = re.compile(r"'+[=+\-@]")


def cell(value: Any) -> Cell:
    """A value of calamine or a CSV as a Cell; None where nothing is left of it."""
    if isinstance(value, str):
        return text(value)
    if isinstance(value, float):
        return number(value)
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date()
    if isinstance(value, datetime.time):
        return value.isoformat("minutes" if not value.second else "seconds")
    if isinstance(value, datetime.timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02}" + (f":{seconds:02}" if seconds else "")
    return value


def number(value: float) -> Cell:
    """A float; a whole one as int, one that is not a number as text."""
    if not math.isfinite(value):
        return str(value)
    return int(value) if value.is_integer() and abs(value) < 1e15 else value


def text(value: str) -> str | None:
    """Text trimmed, without what cannot be seen, without our own guard against formulas."""
    value = value[: 2 * MAX_CELL]
    if not value.isprintable():
        value = "".join([_seen(letter) for letter in value.replace("\r\n", "\n")])
    value = value.strip()[:MAX_CELL]
    if value.startswith("'") and FORMULA.match(value):
        value = value[1:]
    return value or None


@lru_cache(maxsize=4096)
def _seen(letter: str) -> str:
    """A letter, or what is to stand for it: lines stay, other blanks are spaces."""
    if letter in "\n\r":
        return "\n"
    category = unicodedata.category(letter)
    if category[0] == "Z" or letter == "\t":
        return " "
    return "" if category[0] == "C" else letter
