"""The cells of an answer: as a reader sees them, and as a file can hold them."""

import datetime
import decimal
import math
import re
from typing import Any

import pandas as pd
import pyarrow as pa

from pages.parts import words

CELL = 160  # letters of a cell on the screen; files have all of it
YEARLY = re.compile(r"year|tahun", re.IGNORECASE)  # 2026 is no 2.026
EXACT = 2**53  # beyond, a spreadsheet loses digits
CELL_OF_A_SHEET = 32_000  # letters
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def columns(table: pa.Table) -> list[str]:
    """Names that come once: "a", "a_2"; none is empty."""
    taken: set[str] = set()
    found = []
    for number, given in enumerate(table.column_names, start=1):
        name = CONTROL.sub(" ", given).strip() or f"kolom_{number}"
        again = 2
        while (unique := name if again == 2 and name not in taken else f"{name}_{again}") in taken:
            again += 1
        taken.add(unique)
        found.append(unique)
    return found


def shown(table: pa.Table) -> pd.DataFrame:
    """Texts for a table on the screen, as Markdown that shows exactly its letters."""
    cells = {
        words.escape(cut(name, 60)): [
            words.escape(cut(told(value, name), CELL)) for value in column.to_pylist()
        ]
        for name, column in zip(columns(table), table.columns, strict=True)
    }
    return pd.DataFrame(cells)


def told(value: Any, name: str) -> str:
    """One value in Indonesian: decimal comma, ya and tidak, a dash for the unknown."""
    if value is None:
        return words.DASH
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, int):
        return str(value) if YEARLY.search(name) else grouped(value)
    if isinstance(value, float | decimal.Decimal):
        return fraction(value, name)
    if isinstance(value, datetime.datetime):
        return f"{words.date(value.date())} {value:%H.%M.%S}"
    if isinstance(value, datetime.date):
        return words.date(value)
    return str(value)


def grouped(value: int) -> str:
    return f"{value:,}".replace(",", ".")


def fraction(value: float | decimal.Decimal, name: str) -> str:
    """Up to six decimals; very large and very small numbers with their power of ten."""
    if isinstance(value, decimal.Decimal) and value == value.to_integral_value():
        return told(int(value), name)
    number = float(value)
    if math.isnan(number) or math.isinf(number):
        return {math.inf: "tak hingga", -math.inf: "−tak hingga"}.get(number, "bukan bilangan")
    if number and not 1e-4 <= abs(number) < 1e15:
        return f"{number:.6g}".replace(".", ",")
    return words.brief(number, 6) if abs(number) < 1000 else words.brief(number, 4)


def cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[:most]}…"


def filed(table: pa.Table) -> pd.DataFrame:
    """Plain columns for CSV and XLSX: what a spreadsheet would change or refuse is text."""
    cells = {
        name: series([kept(value) for value in column.to_pylist()])
        for name, column in zip(columns(table), table.columns, strict=True)
    }
    return pd.DataFrame(cells)


def series(values: list[Any]) -> pd.Series:
    """float64 for decimals, so that a spreadsheet has numbers; else whatever comes."""
    decimals = all(value is None or isinstance(value, float) for value in values)
    return pd.Series(values, dtype="float64" if decimals else "object")


def kept(value: Any) -> Any:
    if isinstance(value, float) and not math.isfinite(value):
        return fraction(value, "")
    if isinstance(value, decimal.Decimal):
        whole = value == value.to_integral_value()
        return kept(int(value)) if whole else float(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return value if abs(value) < EXACT else str(value)
    if isinstance(value, datetime.datetime):
        return value.isoformat(sep=" ")
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, str):
        return CONTROL.sub(" ", cut(value, CELL_OF_A_SHEET))
    return value
