"""Indonesian numbers, dates and plain text; formatted here, once."""

import datetime
import math
import re
from functools import lru_cache
from typing import Any

import pandas as pd
from babel.dates import format_date
from babel.numbers import format_decimal

UNKNOWN = "belum ada data"
DASH = "–"
ANY = ""  # chosen in a control that narrows nothing down; like None it counts as false
UNSEEN = 0.005  # points; less is not seen in two decimals
MARKUP = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|$~:&])")
RUNNING = re.compile(r"(?<=:)(?=material/|//|[\w+-]+:)|(?<=www)(?=\.)|(?=@)", re.IGNORECASE)
ARROW = re.compile(r"(?<!\S)(<->|->|<-|--|>=|<=|~=)(?!\S)")
JOINER = "\u2060"
UNBROKEN = "\u00a0"  # a space at which no line ends
SIMULATED = "DATA SIMULASI – bukan nilai resmi"
VERDICT_SYMBOL = {
    "di bawah": "▼",
    "di atas": "▲",
    "setara": "●",
    "belum dapat dibedakan": "◆",
    "tidak dibandingkan": "○",
}
PART = {
    "need": "Perlu",
    "proof": "Bukti",
    "fit": "Cocok",
    "ease": "Mudah",
    "alive": "Masih berjalan",
}


def missing(value: Any) -> bool:
    """Whether a cell is unknown: None, NaN or NA."""
    return bool(pd.isna(value))


def number(value: Any, decimals: int = 2, unknown: str = DASH) -> str:
    """1234.5 as "1.234,50"; the unknown as a dash."""
    if missing(value):
        return unknown
    rounded = round(float(value), decimals) + 0.0  # never "-0,00"
    return decimal(rounded, "#,##0." + "0" * decimals)


@lru_cache(maxsize=20_000)
def decimal(value: float, pattern: str) -> str:
    """One number by a pattern; Kesenjangan writes 2,600 and spent half its time in Babel."""
    return str(format_decimal(value, format=pattern, locale="id"))


def whole(value: Any, unknown: str = DASH) -> str:
    """A count: 1234 as "1.234"."""
    return number(value, 0, unknown)


def brief(value: Any, decimals: int = 2) -> str:
    """Without trailing zeros: a median of 2.0 as "2", of 2.5 as "2,5"."""
    if missing(value):
        return DASH
    return decimal(round(float(value), decimals), "#,##0.##")


def signed(value: Any, decimals: int = 2) -> str:
    """With its sign, a true minus: −0,60 or +0,60; zero has none."""
    if missing(value):
        return DASH
    size = number(abs(value), decimals)
    return size if not round(value, decimals) else ("−" if value < 0 else "+") + size


def points(value: Any) -> str:
    """Index points, two decimals."""
    return f"{number(value)} poin"


def measured(value: Any, unit: str, decimals: int) -> str:
    """A figure with its unit: "3,13%" or "104.302 ribu rupiah per orang"."""
    if missing(value):
        return UNKNOWN
    glued = "%" if unit == "persen" else "" if unit in ("indeks", "rasio") else f" {unit}"
    return number(value, decimals) + glued


@lru_cache(maxsize=5_000)
def date(day: datetime.date) -> str:
    """24 November 2026; a timeline of fifteen cooperations writes 330 of them."""
    return str(format_date(day, format="d MMMM y", locale="id"))


def year(value: Any, unknown: str = DASH) -> str:
    return unknown if missing(value) else str(int(value))


def text(value: Any, unknown: str = DASH) -> str:
    """A cell of data as Markdown that shows exactly its letters and runs nothing."""
    return unknown if missing(value) else escape(str(value))


def escape(words: str) -> str:
    r"""Puts a backslash before every sign Markdown or Streamlit reads: "*a*" becomes "\*a\*".

    Streamlit looks for shortcodes (":smile:"), arrows and addresses once more after Markdown is
    read, where no backslash counts; a word joiner, which is not seen, keeps those apart.
    """
    whole = ARROW.sub(f"{JOINER}\\1", RUNNING.sub(JOINER, words))
    return MARKUP.sub(r"\\\1", whole).replace("\n", " ")


def link(label: Any, url: Any) -> str:
    """A Markdown link; only the label where there is no web address."""
    address = web_address(url).replace("(", "%28").replace(")", "%29")
    if not address:
        return text(label)
    return f"[{text(label)}](<{address.replace('<', '%3C').replace('>', '%3E')}>)"


def web_address(url: Any) -> str:
    """What a link leads to; "" for what is no web address."""
    known = not missing(url) and re.match(r"https?://", str(url))
    return str(url).replace(" ", "%20") if known else ""


def listed(names: list[str]) -> str:
    """ "A", "A dan B", "A, B, dan C"."""
    if len(names) < 3:
        return " dan ".join(names)
    return ", ".join(names[:-1]) + f", dan {names[-1]}"


def publisher(name: str) -> str:
    """Who published, without who carried the copy: the part before "(via …)"."""
    return name.split(" (via")[0]


def when(year: int | None) -> str:
    """The year in view, as a map or list is titled."""
    return "terakhir diketahui" if year is None else str(year)


def span(years: list[int]) -> str:
    """ "2022–2025", or one year."""
    low, high = min(years), max(years)
    return str(low) if low == high else f"{low}–{high}"


def change(points: float) -> str:
    """▲ up, ▼ down, ● where two decimals show nothing."""
    return "●" if abs(points) < UNSEEN else "▲" if points > 0 else "▼"


def share(part: float) -> str:
    """0.8 as "80%"."""
    return DASH if math.isnan(part) else f"{whole(100 * part)}%"
