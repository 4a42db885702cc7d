"""Rows of several sheets about the same thing become one; twice in one sheet is refused."""

from typing import Any

import pandas as pd

from data.importing import cells
from data.importing.findings import Finding, letters
from data.importing.taken import Place, Row
from data.importing.vocabulary import plain

Key = tuple[str, int, str]


def key_of(row: Row) -> Key:
    """Government, year and the plain name; "" for what is not an innovation."""
    return row.code, row.year, plain(row.values.get("name") or "")


def by_key(rows: list[Row], findings: list[Finding]) -> list[Row]:
    """One row a key, in the order of the first; what a later sheet says wins, and is told.

    Args:
        findings: those of the import; what is found is added.
    """
    kept: dict[Key, Row] = {}
    for row in rows:
        key = key_of(row)
        other = kept.get(key)
        if other is None:
            kept[key] = row
        elif other.place.sheet is row.place.sheet:
            repeated(row, other, findings)
        else:
            kept[key] = joined(other, row, findings)
    return list(kept.values())


def repeated(row: Row, other: Row, findings: list[Finding]) -> None:
    what = "inovasi" if row.values.get("name") else "daerah dan tahun"
    findings.append(
        at(row.place, "name" if row.values.get("name") else "code", "tolak",
           f"{what} yang sama sudah ada di baris {other.place.row + 1}",
           "hapus salah satu, atau bedakan namanya")
    )  # fmt: skip


def joined(first: Row, later: Row, findings: list[Finding]) -> Row:
    """Both rows as one; where they differ the later is used and the difference told."""
    for name, value in later.values.items():
        before = first.values.get(name)
        if name != "name" and said(before) and said(value) and before != value:
            findings.append(differing(later.place, name, before, value, first.place))
    for name, level in later.levels.items():
        before = first.levels.get(name)
        if before is not None and level is not None and before != level:
            findings.append(differing(later.place, name, before, level, first.place))
    return Row(
        first.code,
        first.year,
        first.values | {name: value for name, value in later.values.items() if said(value)},
        later.place,
        first.levels | {name: one for name, one in later.levels.items() if one is not None},
        first.raw_values | {name: one for name, one in later.raw_values.items() if one is not None},
    )


def said(value: Any) -> bool:
    return value is not None and not pd.isna(value)


def differing(place: Place, name: str, before: Any, value: Any, other: Place) -> Finding:
    elsewhere = f"{other.sheet.file}, baris {other.row + 1}"
    return at(
        place, name, "periksa",
        f"berbeda dengan {elsewhere}: '{cells.text(before)}' dan '{cells.text(value)}'",
        "yang terakhir dibaca dipakai; samakan keduanya",
    )  # fmt: skip


def at(place: Place, name: str, severity: Any, reason: str, suggestion: str) -> Finding:
    """A finding at the column of a field, as far as the row's sheet has one."""
    column = place.layout.place(name)
    heading = next((one.heading for one in place.layout.columns if one.place == column), "")
    value = None if column is None else place.sheet.rows[place.row][column]
    return Finding(
        severity, place.sheet.file, place.sheet.name, place.row + 1,
        None if column is None else letters(column), heading, cells.text(value)[:200],
        reason, suggestion,
    )  # fmt: skip
