"""The files behind the vocabulary: synonyms beside this module, rules and governments of data/."""

import csv
import re
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
DATA = HERE.parent


def plain(words: str) -> str:
    """Small letters and digits with single spaces: how two writings are held to be one."""
    return " ".join(re.findall(r"[^\W_]+", words.casefold()))


def compact(words: str) -> str:
    return words.replace(" ", "")


@dataclass(frozen=True)
class Row:
    """A row of the rules: SPD or SID, its weight and what its levels say."""

    code: str
    grouping: str
    number: str
    name: str
    weight: float
    levels: tuple[str, str, str]


def read(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def full_name(regency: dict[str, str]) -> str:
    """ "Kabupaten Banjar", as ministries write it."""
    return f"{regency['kind']} {regency['name']}"


def fields() -> dict[str, dict[str, str]]:
    """Field by synonym, by table; a label is a synonym of its own field."""
    known: dict[str, dict[str, str]] = {}
    for row in read(HERE / "fields.csv"):
        of_table = known.setdefault(row["table"], {})
        for name in [row["label"], *row["synonyms"].split("|")]:
            of_table.setdefault(plain(name), row["field"])
    return known


def rules(root: Path) -> list[Row]:
    """The rows of the newest official ruleset that has any."""
    official = [row for row in read(root / "rules" / "rulesets.csv") if row["kind"] == "resmi"]
    newest = max((row for row in official if row["rows_of"]), key=lambda row: int(row["year"]))
    return [
        Row(row["code"], row["grouping"], row["number"], row["name"], float(row["weight"]),
            (row["level1"], row["level2"], row["level3"]))
        for row in read(root / "rules" / "indicators.csv")
        if row["ruleset"] == newest["rows_of"]
    ]  # fmt: skip


def indicators(rows: dict[str, Row]) -> dict[str, str]:
    known = synonyms("indicators.csv", "indicator")
    for row in rows.values():
        for name in (row.name, row.name.split("(")[0], row.code):
            known[plain(name)] = row.code
    return known


def synonyms(name: str, key: str) -> dict[str, str]:
    return {
        plain(synonym): row[key]
        for row in read(HERE / name)
        for synonym in row["synonyms"].split("|")
    }


def governments(regencies: list[dict[str, str]]) -> dict[str, list[str]]:
    known: dict[str, list[str]] = {}
    for row in regencies:
        for name in {compact(plain(row["name"])), compact(plain(row["short_name"]))}:
            known.setdefault(name, []).append(row["code"])
    return known
