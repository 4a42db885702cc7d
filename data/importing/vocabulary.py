"""The words of spreadsheets: what columns, indicators, sectors and governments go by.

Matched by synonym first, then by likeness (rapidfuzz, token_sort_ratio), never by place.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from rapidfuzz import fuzz, process

from data.importing import word_files
from data.importing.word_files import DATA, Row, compact, plain

# A heading of fewer letters is taken only as it is written: "No" is one letter from "Ya".
SHORTEST, LIKE_HEADING, LIKE_INDICATOR, LIKE_SECTOR = 5, 87, 85, 88
GOVERNMENT = re.compile(r"\b(pemerintah|pemkab|pemkot|pemko|pemda|daerah|provinsi|prov)\b")
# A government that is none of ours: the province itself, another one, or what belongs to it.
ELSEWHERE = "-"
HOME = re.compile(r"kalimantan selatan|kalsel")
PROVINCE = re.compile(r"(pemerintah )?(pemprov|provinsi|propinsi|prov)\b.*")
KINDS = {"kabupaten": "Kabupaten", "kab": "Kabupaten", "kota": "Kota"}


Match = tuple[str, float]
"""What words stand for, and how surely (0–100)."""
LONGEST_ASKED, MOST_ASKED = 200, 50_000  # letters and number of the answers that are kept


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
    answers: dict[tuple[str, str], Match | None] = field(default_factory=dict, compare=False)

    def heading(self, table: str, words: str) -> Match | None:
        """The field a heading of a table of that kind names, and how surely (0–100)."""
        return self.recalled(
            (table, words), lambda: likest(words, self.fields[table], LIKE_HEADING)
        )

    def indicator(self, words: str) -> Match | None:
        """The row of the rules a heading or cell names: by name, else by its number alone."""
        return self.recalled(("", words), lambda: self.indicator_of(words))

    def recalled(self, asked: tuple[str, str], answer: Callable[[], Match | None]) -> Match | None:
        """An answer given before to the same words: sheets repeat their headings and indicators."""
        if asked in self.answers:
            return self.answers.get(asked)
        found = answer()
        if len(asked[1]) <= LONGEST_ASKED and len(self.answers) < MOST_ASKED:
            self.answers[asked] = found
        return found

    def indicator_of(self, words: str) -> Match | None:
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

    def elsewhere(self, words: str) -> str | None:
        """ELSEWHERE if a cell names a province, ours or another."""
        return ELSEWHERE if PROVINCE.fullmatch(plain(words)) else None

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


def kind_and_name(words: str) -> tuple[str | None, str]:
    """The kind a writing names, if any, and the plain name: "Pemkab. Banjar" is a Kabupaten."""
    name = plain(words)
    if found := re.match(r"(?:pemerintah )?(pemkab|pemkot|pemko)\b", name):
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
    regencies = word_files.read(root / "published" / "regencies.csv")
    sectors = word_files.read(root / "rules" / "sectors.csv")
    rows = {row.code: row for row in word_files.rules(root)}
    return Vocabulary(
        fields=word_files.fields(),
        labels={
            (row["table"], row["field"]): row["label"]
            for row in word_files.read(word_files.HERE / "fields.csv")
        },
        rows=rows,
        indicators=word_files.indicators(rows),
        sectors=word_files.synonyms("sectors.csv", "sector_id")
        | {
            plain(row[name]): row["sector_id"] for row in sectors for name in ("short_name", "name")
        },
        sector_names={row["sector_id"]: row["name"] for row in sectors},
        governments=word_files.governments(regencies),
        government_names={row["code"]: word_files.full_name(row) for row in regencies},
        kinds={row["code"]: row["kind"] for row in regencies},
        bands=[
            (int(row["year"]), row["predicate"], float(row["lower"]), float(row["upper"]))
            for row in word_files.read(root / "rules" / "bands.csv")
        ],
    )
