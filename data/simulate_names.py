"""How made-up innovations get a name, a sentence and an office: words of a sector, put together.

Every name ends in MARK. Within a government no name occurs twice, and none is the name of a real
innovation that we know of.
"""

import csv
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd

from data.simulate_words import ACTIONS, SECTORS

MARK = " (contoh)"
SYLLABLE = re.compile(r"[^aeiou]*[aeiou](?:[^aeiou](?![aeiou]))?")
STYLES = 3  # every third combination is named by a head word, the others by an acronym
SHORT = 16  # letters; two names of a longer thing with different head words look the same
STEP = 17  # by how much the praise words are shifted from thing to thing
FIRST_OFFICE = 0.45  # the share of a sector's innovations that its first office has


class Manner(NamedTuple):
    """A way of doing it: the end of the long name and of the sentence, and heads of short names."""

    name: str
    sentence: str
    digital: bool
    heads: tuple[str, str]


class Idea(NamedTuple):
    """What an innovation is about, before anybody has reported it."""

    name: str
    long_name: str | None
    digital: bool
    description: str


MANNERS = (
    Manner("Keliling", "dengan petugas yang berkeliling ke desa", False, ("Jukung", "Pedati")),
    Manner("Terpadu", "secara terpadu oleh beberapa perangkat daerah", False, ("Simpul", "Wadah")),
    Manner("Daring", "melalui layanan daring", True, ("Beranda", "Lawang")),
    Manner("Berbasis Gawai", "melalui aplikasi di gawai", True, ("Sentuhan", "Genggaman")),
    Manner("Bersama Warga", "bersama kader dan tokoh warga", False, ("Dangsanak", "Serambi")),
    Manner("Terjadwal", "dengan jadwal dan tenggat yang diumumkan", False, ("Lonceng", "Jadwal")),
    Manner(
        "Berbasis Peta", "dengan peta digital yang terus diperbarui", True, ("Kompas", "Telusur")
    ),
    Manner("Lewat Pesan", "dengan pengingat lewat pesan singkat", True, ("Siaran", "Denting")),
    Manner(
        "Mandiri", "yang dapat dijalankan sendiri dengan buku panduan", False, ("Pojok", "Bilik")
    ),
    Manner("Kolaboratif", "bersama kampus dan dunia usaha", False, ("Jembatan", "Lentera")),
)
# The second word of a name that is an acronym, one for every action and manner of a thing.
PRAISE = (
    "BUNGAS", "HARAU", "LANGKAR", "RANCAK", "CERIA", "JUARA", "GESIT", "TANGGUH", "MANTAP",
    "RAMAH", "CERDAS", "SIGAP", "TULUS", "GUYUB", "RUKUN", "TERANG", "SUBUR", "MAKMUR", "LESTARI",
    "BERKAH", "BUGAR", "SANTUN", "PINTAR", "CEKATAN", "LINCAH", "TEKUN", "JUJUR", "HEMAT", "RAPI",
    "SEGAR", "DAMAI", "BERANI", "UNGGUL", "MAJU", "TUMBUH", "BANGKIT", "BERSERI", "BERSINAR",
    "GEMILANG", "HARMONI", "SEJUK", "TEDUH", "HANGAT", "MERATA", "TUNTAS", "LANCAR", "RINGAN",
    "AKRAB", "PEDULI", "TERAMPIL", "CERMAT", "LUGAS", "LUHUR", "MUFAKAT", "SEPAKAT", "BARASIH",
    "ELOK", "ANDAL", "KOMPAK", "SENTOSA",
)  # fmt: skip


def real_names(file: Path) -> set[str]:
    """The names no made-up innovation may have, in small letters."""
    with file.open(encoding="utf-8", newline="") as rows:
        return {row["name"].lower() for row in csv.DictReader(rows)}


def titled(phrase: str) -> str:
    """Capitals for a name; what is written in capitals stays so."""
    return " ".join(word if word[:2].isupper() else word.capitalize() for word in phrase.split())


def brand(words: list[str], praise: str) -> str:
    """The first syllables of words, and one more word: "Sapa Ibu Hamil" is SAIHA."""
    parts = [one if one.isupper() else first_syllable(one).upper() for one in words]
    return f"{''.join(parts)} {praise}"


def first_syllable(word: str) -> str:
    found = SYLLABLE.match(word.lower())
    return found.group() if found else word


def idea(thing: str, act: tuple[str, str], manner: Manner, head: str, praise: str) -> Idea:
    """One combination: with a head word the name is that and the thing, else an acronym."""
    title = titled(thing)
    digital = manner.digital or act[0] == "Sistem"
    sentence = f"{act[1]} {thing} {manner.sentence}."
    if head:
        return Idea(f"{head} {title}{MARK}", None, digital, sentence)
    name = brand([act[0], *title.split()], praise)
    return Idea(name + MARK, f"{act[0]} {title} {manner.name}", digital, sentence)


def ideas(sector: str) -> Iterator[Idea]:
    """Every combination of a sector's words; some come to the same name."""
    things = [thing.strip().split(" ", 1) for thing in SECTORS[sector].things.split(";")]
    for (place, (letter, thing)), (way, manner) in product(enumerate(things), enumerate(MANNERS)):
        for turn, act in enumerate(ACTIONS[letter]):
            plain = (place + way + turn) % STYLES == 0 and len(thing) <= SHORT
            head = manner.heads[turn // STYLES] if plain else ""
            praise = PRAISE[(turn * len(MANNERS) + way + STEP * place) % len(PRAISE)]
            yield idea(thing, act, manner, head, praise)


def catalogue(real: set[str]) -> dict[str, list[Idea]]:
    """The ideas of every sector, each name once in all of them and none of them real."""
    taken = {name + MARK for name in real}
    found: dict[str, list[Idea]] = {}
    for sector in SECTORS:
        fresh = {one.name: one for one in ideas(sector) if one.name.lower() not in taken}
        taken |= {name.lower() for name in fresh}
        found[sector] = list(fresh.values())
    return found


def named(
    rng: np.random.Generator, government: np.ndarray, sectors: np.ndarray, real: set[str]
) -> pd.DataFrame:
    """An idea for every innovation.

    Args:
        rng: decides which.
        government: whose it is; those of one government next to each other.
        sectors: the sector_id of every innovation.
        real: what `real_names` found.

    Returns:
        name, long_name (None where the name says all), digital, description; in the same order.
        No name occurs twice in a government: one that has used up a sector numbers its names.
    """
    chosen = pd.DataFrame(index=range(len(sectors)), columns=list(Idea._fields), dtype=object)
    so_many = pd.Series(sectors).groupby([government, sectors]).cumcount().to_numpy()
    for sector, found in catalogue(real).items():
        places = np.flatnonzero(sectors == sector)
        order = rng.permutation(len(found))[np.arange(len(places)) % len(found)]
        chosen.loc[places] = pd.DataFrame(found, dtype=object).to_numpy()[order]
        again = places[so_many[places] >= len(found)]
        turn = so_many[again] // len(found) + 1
        chosen.loc[again, "name"] = [
            name.replace(MARK, f" {number}{MARK}")
            for name, number in zip(chosen.loc[again, "name"], turn, strict=True)
        ]
    return chosen.astype({"digital": bool})


def sectors_of(rng: np.random.Generator, government: np.ndarray) -> np.ndarray:
    """A sector_id for every innovation; every government has its own leanings."""
    weights = np.array([sector.weight for sector in SECTORS.values()])
    leaning = weights * rng.gamma(5.0, 0.2, (government.max() + 1, len(weights)))
    upto = (leaning / leaning.sum(axis=1, keepdims=True)).cumsum(axis=1)
    chance = rng.random(len(government))
    place = (upto[government] < chance[:, None]).sum(axis=1)
    return np.array(list(SECTORS))[np.minimum(place, len(weights) - 1)]


def offices_of(rng: np.random.Generator, sectors: np.ndarray) -> np.ndarray:
    """An office for every innovation; the first of its sector has most of them."""
    chance = rng.random(len(sectors))
    offices = np.empty(len(sectors), dtype=object)
    for sector in np.unique(sectors):
        names = np.array(SECTORS[str(sector)].offices.split("; "), dtype=object)
        others = max(len(names) - 1, 1)
        places = np.flatnonzero(sectors == sector)
        beyond = (chance[places] - FIRST_OFFICE) / (1 - FIRST_OFFICE) * others
        offices[places] = names[np.clip(np.floor(beyond) + 1, 0, len(names) - 1).astype(int)]
    return offices
