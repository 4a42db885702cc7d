"""The words of spreadsheets: what columns, indicators, sectors and governments go by.

Matched by synonym first, then by likeness (rapidfuzz, token_sort_ratio), never by place.
"""

import csv
import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from rapidfuzz import fuzz, process

HERE = Path(__file__).parent
DATA = HERE.parent
# A heading of fewer letters is taken only as it is written: "No" is one letter from "Ya".
SHORTEST, LIKE_HEADING, LIKE_INDICATOR, LIKE_SECTOR = 5, 87, 85, 88
GOVERNMENT = re.compile(r"\b(pemerintah|pemkab|pemkot|pemda|daerah|provinsi|prov)\b")
KINDS = {"kabupaten": "Kabupaten", "kab": "Kabupaten", "kota": "Kota"}


def plain(words: str) -> str:
    """Small letters and digits with single spaces: how two writings are held to be one."""
    return " ".join(re.findall(r"[^\W_]+", words.casefold()))


@dataclass(frozen=True)
class Row:
    """A row of the rules: SPD or SID, its weight and what its levels say."""

    code: str
    grouping: str
    number: str
    name: str
    weight: float
    levels: tuple[str, str, str]


@dataclass(frozen=True)
class Vocabulary:
    """All names by which something is known; keys are `plain`.

    Attributes:
        fields: field by synonym, by table of fields.csv.
        labels: label by (table, field).
        rows: of the rules in force, by code.
        indicators: code by synonym.
        sectors: id by synonym; sector_names: name by id.
        governments: code by name without its kind; more than one where kinds differ.
        government_names: full name by code; kinds: Kabupaten or Kota by code.
        bands: year, predicate, lower, upper.
    """

    fields: dict[str, dict[str, str]]
    labels: dict[tuple[str, str], str]
    rows: dict[str, Row]
    indicators: dict[str, str]
    sectors: dict[str, str]
    sector_names: dict[str, str]
    governments: dict[str, list[str]]
    government_names: dict[str, str]
    kinds: dict[str, str]
    bands: list[tuple[int, str, float, float]] = field(default_factory=list)

    def heading(self, table: str, words: str) -> tuple[str, float] | None:
        """The field a heading of a table of that kind names, and how surely (0–100)."""
        return likest(words, self.fields[table], LIKE_HEADING)

    def indicator(self, words: str) -> tuple[str, float] | None:
        """The row of the rules a heading or cell names: by name, else by its number alone."""
        bare = re.sub(r"^\s*(?:indikator\s*)?\d{1,2}\s*[ab]?\s*[.):\-]?\s+", "", words, flags=re.I)
        if found := likest(bare, self.indicators, LIKE_INDICATOR):
            return found
        number = re.fullmatch(r"(?i)(?:indikator|no\.?|i)?\s*(\d{1,2}\s*[ab]?)\.?", words.strip())
        numbers = {row.number: row.code for row in self.rows.values()}
        code = numbers.get(number[1].replace(" ", "").lower()) if number else None
        return (code, 100) if code else None

    def sector(self, words: str) -> tuple[str, float] | None:
        """The sector a cell names; of several ("Kesehatan; Sosial") the first that is known."""
        whole = re.sub(r"(?i)^\s*(?:\d+[.)]\s*)?(?:urusan|bidang)\s+", "", words)
        if found := likest(whole, self.sectors, LIKE_SECTOR):
            return found
        for part in re.split(r"[;,/|]|\bdan\b|\n", whole)[:8]:
            if found := likest(part, self.sectors, LIKE_SECTOR):
                return found[0], min(found[1], 99)
        return None

    def government(self, words: str) -> str | None:
        """The government a cell names: by code, by name, with or without its kind."""
        if number := re.fullmatch(r"\s*(\d\d)[.,]?(\d\d?)\s*", words):
            code = number[1] + number[2].ljust(2, "0")  # a spreadsheet's number 63.10 is 63.1
            return code if code in self.government_names else None
        whole = re.sub(r"\b(kabupaten|kab)\b", " ", plain(words))
        if len(exact := self.governments.get(compact(whole), [])) == 1 and "kota" in whole:
            return exact[0]  # "Kab. Kota Baru" is Kotabaru
        kind, name = kind_and_name(words)
        known = self.governments.get(compact(name), [])
        found = [code for code in known if kind is None or self.kinds[code] == kind]
        return found[0] if len(found) == 1 else None

    def nearest_government(self, words: str) -> str | None:
        """The full name most like a writing, to be offered; None where none is near."""
        names = {name: plain(name) for name in self.government_names.values()}
        found = process.extractOne(plain(words), names, scorer=fuzz.WRatio, score_cutoff=60)
        return str(found[2]) if found else None

    def nearest_sector(self, words: str) -> str | None:
        """The name of the sector most like a writing, to be offered."""
        known = self.sectors.keys()
        found = process.extractOne(plain(words), known, scorer=fuzz.WRatio, score_cutoff=60)
        return self.sector_names[self.sectors[found[0]]] if found else None


def compact(words: str) -> str:
    return words.replace(" ", "")


def kind_and_name(words: str) -> tuple[str | None, str]:
    """The kind a writing names, if any, and the plain name: "Pemkab. Banjar" is a Kabupaten."""
    name = plain(words)
    if found := re.match(r"(?:pemerintah )?(pemkab|pemkot)\b", name):
        return ("Kabupaten" if found[1] == "pemkab" else "Kota"), name[found.end() :].strip()
    name = GOVERNMENT.sub(" ", name)
    kinds = [KINDS[word] for word in name.split() if word in KINDS]
    rest = " ".join(word for word in name.split() if word not in KINDS)
    return (kinds[0] if kinds else None), rest


def likest(words: str, known: dict[str, str], least: float) -> tuple[str, float] | None:
    """What a writing stands for among the known, and how surely; None below the least likeness."""
    for writing in (plain(words), plain(re.sub(r"\(.*?\)", " ", words))):
        if writing in known:
            return known[writing], 100
    if len(writing) < SHORTEST or len(writing) > 200:
        return None
    found = process.extractOne(
        writing, known.keys(), scorer=fuzz.token_sort_ratio, score_cutoff=least
    )
    return (known[found[0]], round(found[1], 1)) if found else None


@cache
def load(root: Path = DATA) -> Vocabulary:
    """The vocabulary of the rules and governments under a data folder."""
    regencies = read(root / "published" / "regencies.csv")
    sectors = read(root / "rules" / "sectors.csv")
    rows = {row.code: row for row in rules(root)}
    return Vocabulary(
        fields=fields(),
        labels={(row["table"], row["field"]): row["label"] for row in read(HERE / "fields.csv")},
        rows=rows,
        indicators=indicators(rows),
        sectors=synonyms("sectors.csv", "sector_id")
        | {
            plain(row[name]): row["sector_id"] for row in sectors for name in ("short_name", "name")
        },
        sector_names={row["sector_id"]: row["name"] for row in sectors},
        governments=governments(regencies),
        government_names={row["code"]: full_name(row) for row in regencies},
        kinds={row["code"]: row["kind"] for row in regencies},
        bands=[
            (int(row["year"]), row["predicate"], float(row["lower"]), float(row["upper"]))
            for row in read(root / "rules" / "bands.csv")
        ],
    )


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
