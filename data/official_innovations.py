"""Imported innovations as rows of the table innovation: one a government and name, years as one."""

import hashlib
import re
import unicodedata

import pandas as pd

from data.importing.vocabulary import compact, plain

LONGEST = 200  # letters of a description, as schema.sql has it
SHORTEST = 20
LONGEST_SLUG = 60
NO_DESCRIPTION = "Uraian tidak disebut dalam berkas impor."
"""Describes nothing: the view innovation_word in schema.sql knows it."""
FIRST_YEAR, LAST_YEAR = 2000, 2100
# Of what is published and imported too: where the import says nothing, these stay.
FILLED = [
    "office", "sector_id", "digital", "initiator", "form", "trial_date", "applied_date",
    "first_year", "long_name", "note",
]  # fmt: skip
KEPT = ["award", "award_grade"]
TEXTS = ["office", "sector_id", "initiator", "long_name", "note", "also", *KEPT]


def merged(imported: pd.DataFrame, published: pd.DataFrame) -> pd.DataFrame:
    """One row an imported innovation, with what was published of it.

    Args:
        imported: the frame `innovation` of Holdings: of each field the latest year's word counts.
        published: the table innovation.

    Returns:
        The columns of the table innovation, and key.
    """
    told = latest(imported)
    told = told.assign(squeezed=told["key"].map(squeezed))
    twins = published.assign(squeezed=published["name"].map(squeezed))
    twins = twins.drop_duplicates(["code", "squeezed"]).add_prefix("was_")
    both = told.merge(
        twins,
        how="left",
        left_on=["code", "squeezed"],
        right_on=["was_code", "was_squeezed"],
        suffixes=("", "_again"),
    )
    # Two keys of one plain name are two innovations still; the published one is the first's.
    first = ~both.duplicated(["code", "squeezed"])
    was = both.filter(like="was_").where(first).rename(columns=lambda name: name[4:])
    return completed(told.reset_index(drop=True), was, set(published["innovation_id"]))


def latest(imported: pd.DataFrame) -> pd.DataFrame:
    """The last known word on every field, and the last year an innovation was reported in."""
    by_name = imported.sort_values(["code", "key", "year"]).groupby(["code", "key"], as_index=False)
    return by_name.last().rename(columns={"year": "last_year"})


def completed(told: pd.DataFrame, was: pd.DataFrame, taken: set[str]) -> pd.DataFrame:
    """Imported rows with ids, years, a description, and what was published beside them."""
    twin = was["innovation_id"].notna()
    told = told.assign(long_name=None, note=None, first_year=pd.NA)
    told = told.assign(**consistent_dates(told))
    told["first_year"] = first_year(told["trial_date"], told["applied_date"])
    for column in FILLED:
        told[column] = told[column].astype(object).where(told[column].notna(), was[column])
    told = told.assign(**consistent_dates(told), **{one: was[one] for one in KEPT})
    last = told["last_year"].astype("Int64")
    seen = pd.to_numeric(was["last_year"]).astype("Int64")
    last = last.where(~(seen > last).fillna(False), seen)
    first = pd.to_numeric(told["first_year"]).astype("Int64")
    first = first.where((first <= last).fillna(False))
    ids = [new_id(code, key, taken) for code, key in zip(told["code"], told["key"], strict=True)]
    return told.assign(
        innovation_id=was["innovation_id"].where(twin, pd.Series(ids, dtype="str")),
        first_year=first,
        last_year=last,
        year_as_printed=[span(*years) for years in zip(first, last, strict=True)],
        description=descriptions(told, was["description"]),
        is_reading=False,
        source_id=told["file_id"],
        also=[further(*of) for of in zip(was["source_id"], was["also"], strict=True)],
    ).astype({"digital": "boolean"} | dict.fromkeys(TEXTS, "str"))


def squeezed(name: str) -> str:
    """A name by its letters and digits alone: how two are held to be one."""
    return compact(plain(name))


def consistent_dates(rows: pd.DataFrame) -> dict[str, pd.Series]:
    """Both dates, or neither where they contradict: which is wrong nobody can say."""
    trial, applied = pd.to_datetime(rows["trial_date"]), pd.to_datetime(rows["applied_date"])
    fine = ~(trial > applied)
    return {"trial_date": trial.where(fine), "applied_date": applied.where(fine)}


def first_year(trial: pd.Series, applied: pd.Series) -> pd.Series:
    years = trial.fillna(applied).dt.year
    return years.where(years.between(FIRST_YEAR, LAST_YEAR)).astype("Int64")


def span(first: int, last: int) -> str:
    return str(last) if pd.isna(first) or first == last else f"{first}-{last}"


def further(source: str, also: str) -> str | None:
    """Who published it, beside the file it was imported from."""
    return " ".join(one for one in (source, also) if not pd.isna(one)) or None


def descriptions(told: pd.DataFrame, published: pd.Series) -> list[str]:
    """What it is, what for or what it brings: the first of them that says enough."""
    texts = [*(told[one] for one in ("description", "purpose", "benefit")), published]
    return [
        next(
            (cut(text) for text in of if not pd.isna(text) and len(one_line(text)) >= SHORTEST),
            NO_DESCRIPTION,
        )
        for of in zip(*texts, strict=True)
    ]


def one_line(text: str) -> str:
    return " ".join(text.split())


def cut(text: str) -> str:
    """Whole sentences as far as they fit, else words."""
    text = one_line(text)
    if len(text) <= LONGEST:
        return text
    sentences = [end.end() for end in re.finditer(r"[.!?](?=\s)", text[: LONGEST + 1])]
    if sentences and sentences[-1] >= SHORTEST:
        return text[: sentences[-1]]
    words = text[: LONGEST - 1].rpartition(" ")[0].rstrip(" ,;:")
    return (words if len(words) >= SHORTEST else text[: LONGEST - 1]) + "…"


def new_id(code: str, key: str, taken: set[str]) -> str:
    """An id that depends on the name alone, so no other import can change it."""
    letters = unicodedata.normalize("NFKD", key).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", letters.lower()).strip("-")
    whole = f"{code}-{slug}"
    if slug.replace("-", "") == squeezed(key) and len(slug) <= LONGEST_SLUG and whole not in taken:
        return whole
    mark = hashlib.sha256(key.encode()).hexdigest()[:8]
    return f"{code}-{slug[:LONGEST_SLUG].strip('-')}-{mark}".replace("--", "-")
