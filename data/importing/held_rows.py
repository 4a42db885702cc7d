"""What is held as the rows of the workbook's sheets, cell by cell as a person writes them."""

import datetime
from collections.abc import Callable, Iterator
from typing import Any

import pandas as pd

from data.importing.holdings import KEYS, Holdings
from data.importing.sheets import Cell
from data.importing.vocabulary import Vocabulary
from data.importing.workbook import (
    DIGITAL,
    GOVERNMENT,
    INNOVATION,
    NUMBER,
    RAW,
    RESULT,
    capital,
    columns,
    grouped,
)

GOVERNMENT_YEAR = ["code", "year"]


def names(held: Holdings) -> list[str]:
    """The sheets of an export: figures behind the levels, where known, need a row each."""
    has_raw = held.government_level["raw_value"].notna().any()
    return [RESULT, INNOVATION, RAW if has_raw else GOVERNMENT]


def rows(name: str, held: Holdings, vocabulary: Vocabulary) -> Iterator[tuple[Cell, ...]]:
    """The rows of one sheet, with the columns of `workbook.columns`, in the order of the key."""
    frame = frames(name, held, vocabulary)
    saying = sayings(vocabulary)
    cells: list[Any] = [
        range(1, len(frame) + 1)
        if column.heading == NUMBER
        else values(frame[column.field], saying.get(column.field, plain))
        for column in columns(name, vocabulary)
    ]
    return zip(*cells, strict=True)


def frames(name: str, held: Holdings, vocabulary: Vocabulary) -> pd.DataFrame:
    """One frame with a column for each field of a sheet."""
    if name == RESULT:
        return held.result
    if name == INNOVATION:
        codes = [row.code for row in grouped(vocabulary, "SID")]
        return with_levels(held.innovation, held.innovation_level, KEYS["innovation"], codes)
    governments = held.government_level[GOVERNMENT_YEAR].drop_duplicates()
    spd = grouped(vocabulary, "SPD")
    if name == GOVERNMENT:
        codes = [row.code for row in spd]
        return with_levels(governments, held.government_level, GOVERNMENT_YEAR, codes)
    # All rows of the rules: a sheet of one or two would not be known for what it is.
    rules = pd.DataFrame(
        {
            "indicator": [row.code for row in spd],
            "number": [row.number for row in spd],
            "name": [row.name for row in spd],
        }
    )
    every = governments.merge(rules, how="cross")
    found = every.merge(held.government_level, how="left", on=KEYS["government_level"])
    return found.assign(indicator=found["name"])


def with_levels(
    frame: pd.DataFrame, levels: pd.DataFrame, key: list[str], codes: list[str]
) -> pd.DataFrame:
    """The frame with a column of levels for each indicator code; missing where none is known."""
    wide = levels.pivot(index=key, columns="indicator", values="level").reindex(columns=codes)
    return frame.join(wide.astype("Int64"), on=key)


def values(column: pd.Series, say: Callable[[Any], Cell]) -> list[Cell]:
    """A column's cells; None for the unknown."""
    return [
        None if missing else say(value)
        for value, missing in zip(column.tolist(), column.isna().tolist(), strict=True)
    ]


def plain(value: Any) -> Cell:
    """A value as a cell holds it; a day without its midnight."""
    if isinstance(value, pd.Timestamp):
        moment = value.to_pydatetime()
        return moment.date() if moment.time() == datetime.time() else moment
    return value


def sayings(vocabulary: Vocabulary) -> dict[str, Callable[[Any], Cell]]:
    """How fields are written that are held as codes or in small letters."""
    return {
        "code": lambda code: vocabulary.government_names.get(code, code),
        "sector_id": lambda sector: vocabulary.sector_names.get(sector, sector),
        "stage": capital,
        "initiator": capital,
        "form": capital,
        "digital": lambda digital: DIGITAL[digital],
    }
