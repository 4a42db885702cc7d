"""Which regency a row of a boundary file is of, read from the values of its columns."""

import re
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:  # pandas comes with geopandas: only who installs a map waits for it
    import pandas as pd

PROVINCE = "63"
PROVINCE_NAMES = {"kalimantanselatan", "provinsikalimantanselatan", "kalsel", "southkalimantan"}
AREA_DIGITS = {4, 6, 7, 10}  # regency; district by Kemendagri, by BPS; village
WATER_AND_FOREST = "88"  # BPS numbers lakes and forests from here on as if they were regencies
KIND = re.compile(r"(kabupaten|kab|kotamadya|kodya|kota)(?:\.\s*|\s+)(.+)")


def recognise(
    attributes: "pd.DataFrame", names: Mapping[str, str]
) -> tuple[str, "pd.Series[str]"] | None:
    """The column that says best which regency each row is of, and the codes it says.

    Codes are tried before names. A column with more codes of no regency than of one is worse: it is
    a plain row number, which runs through 6301 to 6372 too.

    Args:
        attributes: the columns of the file, without its geometry.
        names: short name by code.

    Returns:
        None if no column names any regency; codes are missing where a row is of none.
    """
    by_name = partial(code_of_name, codes={letters(name): code for code, name in names.items()})
    here = attributes[in_province(attributes)]
    answers = [(str(column), values.map(code_in)) for column, values in attributes.items()]
    answers += [
        (str(column), values.map(by_name).reindex(attributes.index))
        for column, values in here.items()
    ]
    best = max(answers, key=lambda answer: fitness(answer[1], names), default=None)
    return best if best and best[1].isin(names).any() else None


def fitness(codes: "pd.Series[str]", names: Mapping[str, str]) -> tuple[int, bool]:
    found = set(codes.dropna())
    known = len(found & set(names))
    return known, len(found) <= 2 * known


def in_province(attributes: "pd.DataFrame") -> np.ndarray:
    """Rows that say they are of South Kalimantan; all rows where no column says so."""
    for column in attributes:
        here = attributes[column].map(letters).isin(PROVINCE_NAMES).to_numpy()
        if here.any():
            return here
    return np.full(len(attributes), True)


def code_in(value: Any) -> str | None:
    """The regency's code in 6301, "63.01", "ID6301", "63.01.02.2003", or 63.1 (number: 63.10)."""
    if isinstance(value, float):
        value = f"{value:.0f}" if value.is_integer() else f"{value:.2f}"
    text = re.sub(r"(?<=\d{4})\.0+$", "", str(value).strip().upper().removeprefix("ID"))
    digits = text.replace(".", "")
    known = digits.isascii() and digits.isdecimal() and len(digits) in AREA_DIGITS
    inside = digits.startswith(PROVINCE) and digits[2:4] < WATER_AND_FOREST
    return digits[:4] if known and inside else None


def code_of_name(value: Any, codes: Mapping[str, str]) -> str | None:
    """The code of "KAB. TANAH BUMBU" or "Kota Banjar Baru"; but "Kota Banjar" is in West Java."""
    text = str(value).casefold().strip()
    code = codes.get(letters(text))
    kind = KIND.fullmatch(text)
    if code or not kind:
        return code
    code = codes.get(letters(kind[2]))
    return code if code and is_city(code) == kind[1].startswith("ko") else None


def is_city(code: str) -> bool:
    return code[2] == "7"


def letters(value: Any) -> str:
    return re.sub(r"[\W\d_]", "", str(value).casefold())
