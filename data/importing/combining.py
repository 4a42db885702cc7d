"""Rows of several sheets about the same thing become one; twice in one sheet is refused."""

from typing import Any

from data.importing import cells
from data.importing.findings import Finding, Severity
from data.importing.taken import Row, Spot, finding
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
        at(row, "name" if row.values.get("name") else "code", "tolak",
           f"{what} yang sama sudah ada di baris {other.place.row + 1}",
           "hapus salah satu, atau bedakan namanya")
    )  # fmt: skip


def joined(first: Row, later: Row, findings: list[Finding]) -> Row:
    """Both rows as one; where they differ the later is used and the difference told."""
    for before, after in ((first.values, later.values), (first.levels, later.levels)):
        for name, value in after.items():
            told = name != "name" and value is not None and before.get(name) is not None
            if told and before[name] != value:
                findings.append(differing(first, later, name, before[name], value))
    return Row(
        first.code,
        first.year,
        first.values | {name: value for name, value in later.values.items() if value is not None},
        later.place,
        first.levels | {name: one for name, one in later.levels.items() if one is not None},
        first.raw_values | {name: one for name, one in later.raw_values.items() if one is not None},
        {name: spot(first, later, name) for name in (*first.values, *first.levels)} | later.where,
    )


def spot(first: Row, later: Row, name: str) -> Spot:
    """Where the value of a field stands that is used of two rows."""
    told = later.values.get(name) is not None or later.levels.get(name) is not None
    return (later if told else first).spot(name)


def differing(first: Row, later: Row, name: str, before: Any, value: Any) -> Finding:
    other = first.spot(name).place
    elsewhere = f"{other.sheet.file}, baris {other.row + 1}"
    return at(
        later, name, "periksa",
        f"berbeda dengan {elsewhere}: '{cells.text(before)}' dan '{cells.text(value)}'",
        "yang terakhir dibaca dipakai; samakan keduanya",
    )  # fmt: skip


def at(row: Row, name: str, severity: Severity, reason: str, suggestion: str) -> Finding:
    """A finding at the cell of a field, as far as the row's sheet has one."""
    spot = row.spot(name)
    place = spot.place
    return finding(
        severity, place.sheet, place.layout, (place.row, spot.column), (reason, suggestion)
    )
