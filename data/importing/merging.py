"""A draft put into what is held already.

A file speaks for its governments and years: a list replaces what was held of them, and an
innovation it no longer names is gone, unless the draft only adds; one whose row was refused stays.
A column the file does not have leaves what was held as it was; one it has and leaves empty
empties it.
"""

import datetime
from dataclasses import dataclass
from typing import Any

import pandas as pd

from data.importing.draft import Draft
from data.importing.holdings import COLUMNS, KEYS, Holdings
from data.importing.sheets import MEMBER
from data.importing.taken import Row
from data.importing.vocabulary import plain

Key = tuple[Any, ...]
Records = dict[Key, dict[str, Any]]


@dataclass(frozen=True)
class Origin:
    """Who imports, from whom, when (UTC)."""

    who: str
    publisher: str
    note: str
    when: datetime.datetime


def merged(held: Holdings, draft: Draft, origin: Origin) -> Holdings:
    """What would be held with the draft; files that nothing comes from any more are left out."""
    files = records(held, "file")
    ids = file_ids(files, draft, origin)
    results = records(held, "result")
    for row in draft.results:
        put(results, row, row.values, ids)
    governments = records(held, "government_level")
    add_governments(governments, draft, ids)
    innovations = records(held, "innovation")
    if not draft.adding:
        forget(innovations, draft)
    for row in draft.innovations:
        put(innovations, row, row.values, ids, plain(row.values["name"]))
    levels = levels_with(held.innovation_level, innovations, draft)
    used = {
        row["file_id"] for table in (results, innovations, governments) for row in table.values()
    }
    return held.with_frames(
        file=[row for row in files.values() if row["file_id"] in used],
        result=list(results.values()),
        innovation=list(innovations.values()),
        innovation_level=levels,
        government_level=list(governments.values()),
    )


def records(held: Holdings, table: str) -> Records:
    """Rows by key, the unknown as None."""
    frame: pd.DataFrame = getattr(held, table)
    rows = frame.astype(object).where(frame.notna(), None).to_dict("records")
    return {tuple(row[name] for name in KEYS[table]): row for row in rows}


def file_ids(files: Records, draft: Draft, origin: Origin) -> dict[str, str]:
    """The id of every file of the draft by its name; they are added to the files held."""
    last = max((int(row["file_id"][1:]) for row in files.values()), default=0)
    given = {}
    for number, (name, (digest, size)) in enumerate(draft.uploads.items(), start=last + 1):
        given[name] = f"U{number:03}"
        files[(given[name],)] = {
            "file_id": given[name],
            "name": name,
            "sha256": digest,
            "bytes": size,
            "publisher": origin.publisher,
            "note": origin.note or None,
            "who": origin.who,
            "imported": origin.when.replace(tzinfo=None),
        }
    return given


def file_of(row: Row, ids: dict[str, str]) -> str:
    """The id of the file a row came from: that of the zip for one of its members."""
    return ids[row.place.sheet.file.split(MEMBER)[0]]


def put(table: Records, row: Row, values: dict[str, Any], ids: dict[str, str], *more: str) -> None:
    """One row into a table: what its file says replaces what was held, the rest stays."""
    key = (row.code, row.year, *more)
    named = dict(zip(("code", "year", "key"), key, strict=False))
    told = {**values, "file_id": file_of(row, ids)}
    table[key] = table.get(key, {}) | named | told


def forget(innovations: Records, draft: Draft) -> None:
    """Drop what is held of the governments and years a list speaks for and does not name."""
    named = {(row.code, row.year, plain(row.values["name"])) for row in draft.innovations}
    for key in [key for key in innovations if key[:2] in draft.listed]:
        if key not in named and key not in draft.mentioned:
            del innovations[key]


def levels_with(held: pd.DataFrame, innovations: Records, draft: Draft) -> pd.DataFrame:
    """Levels of the innovations held, with those of the draft in the place of older ones."""
    told = {
        (row.code, row.year, plain(row.values["name"])): row.levels
        for row in draft.innovations
        if row.levels
    }
    columns = [held[name].tolist() for name in KEYS["innovation_level"]]
    stays = [
        (code, year, key) in innovations and indicator not in told.get((code, year, key), ())
        for code, year, key, indicator in zip(*columns, strict=True)
    ]
    new = pd.DataFrame(
        [
            (*key, indicator, level)
            for key, own in told.items()
            for indicator, level in own.items()
            if level is not None
        ],
        columns=list(COLUMNS["innovation_level"]),
    ).astype(COLUMNS["innovation_level"])
    return pd.concat([held[stays], new])


def add_governments(governments: Records, draft: Draft, ids: dict[str, str]) -> None:
    """SPD levels: an empty cell of a column empties, a column that is missing leaves."""
    for row in draft.governments:
        for indicator, level in row.levels.items():
            key = (row.code, row.year, indicator)
            held = governments.pop(key, None)
            raw = row.raw_values.get(indicator, held and held["raw_value"])
            if level is not None:
                governments[key] = dict(
                    zip(COLUMNS["government_level"], (*key, level, raw, file_of(row, ids)),
                        strict=True)
                )  # fmt: skip
