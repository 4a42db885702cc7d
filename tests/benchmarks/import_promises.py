"""What must hold of every import, however broken its files were."""

import pandas as pd

from data.importing.draft import Draft
from data.importing.findings import Finding, letters
from data.importing.holdings import COLUMNS, KEYS, Holdings
from data.importing.vocabulary import load, plain

YEARS = range(2021, 2028)
VOCABULARY = load()


def broken(made: Draft, held: Holdings) -> list[str]:
    """Sentences about promises that are not kept; none when all is well."""
    told = [*of_frames(held), *of_results(held.result), *of_innovations(held)]
    told += of_levels(held.innovation_level, "SID") + of_levels(held.government_level, "SPD")
    sheets = {(one.file, one.name): one for one in made.sheets}
    width = {key: max(map(len, one.rows)) for key, one in sheets.items()}
    for one in made.findings:
        told += of_finding(one, made, sheets, width)
    return told


def of_frames(held: Holdings) -> list[str]:
    told = []
    ids = set(held.file["file_id"])
    for name, frame in held.frames().items():
        types = {column: str(kind) for column, kind in frame.dtypes.items()}
        if types != COLUMNS[name]:
            told.append(f"types of {name}: {types}")
        if frame.duplicated(KEYS[name]).any() or frame[KEYS[name]].isna().any(axis=None):
            told.append(f"keys of {name}")
        if "code" in frame and not set(frame["code"]) <= set(VOCABULARY.government_names):
            told.append(f"government of {name}")
        if "year" in frame and not frame["year"].isin(list(YEARS)).all():
            told.append(f"year of {name}: {sorted(set(frame['year']))}")
        if "file_id" in frame and not set(frame["file_id"]) <= ids:
            told.append(f"file of {name}")
        texts = frame.select_dtypes("str")
        if (texts == "").any(axis=None):
            told.append(f"empty text in {name}")
    return told


def within(values: pd.Series, least: float, most: float) -> bool:
    return bool(values.dropna().between(least, most).all())


def of_results(results: pd.DataFrame) -> list[str]:
    told = []
    if not within(results["score"], 0, 100):
        told.append("score")
    if not within(results["rank_province"], 1, 13) or not within(results["rank_national"], 1, 1e9):
        told.append("rank")
    predicates = {name for _, name, *_ in VOCABULARY.bands}
    if not set(results["predicate"].dropna()) <= predicates:
        told.append("predicate")
    return told


def of_innovations(held: Holdings) -> list[str]:
    told = []
    rows = held.innovation
    if not all(plain(name) == key for name, key in zip(rows["name"], rows["key"], strict=True)):
        told.append("key is not the plain name")
    if not rows["name"].str.len().between(1, 300).all():
        told.append("length of a name")
    if not set(rows["sector_id"].dropna()) <= set(VOCABULARY.sector_names):
        told.append("sector")
    if not within(rows["reported_maturity"], 0, 111) or not within(rows["budget"], 0, 1e15):
        told.append("maturity or budget")
    told += [
        name
        for name in ("trial_date", "applied_date", "latest_date")
        if not rows[name].dropna().dt.year.between(2000, 2099).all()
    ]
    known = rows.set_index(KEYS["innovation"]).index
    if not held.innovation_level.set_index(KEYS["innovation"]).index.isin(known).all():
        told.append("levels of no innovation")
    return told


def of_levels(levels: pd.DataFrame, grouping: str) -> list[str]:
    codes = {row.code for row in VOCABULARY.rows.values() if row.grouping == grouping}
    told = [] if set(levels["indicator"]) <= codes else [f"indicator of {grouping}"]
    if levels["level"].isna().any() or not within(levels["level"], 0, 3):
        told.append(f"level of {grouping}")
    return told


def of_finding(one: Finding, made: Draft, sheets: dict, width: dict) -> list[str]:
    """A finding points at a cell that is there, and says what to do."""
    told = []
    if not one.reason or not one.suggestion or one.reason.endswith("."):
        told.append(f"words: {one}")
    if one.file.split(" › ")[0] not in made.uploads:
        told.append(f"file: {one}")
    sheet = sheets.get((one.file, one.sheet))
    if one.row is not None and (sheet is None or not 1 <= one.row <= len(sheet.rows)):
        told.append(f"row: {one}")
    if one.column is not None:
        places = [letters(at) for at in range(width.get((one.file, one.sheet), 0))]
        if one.column not in places:
            told.append(f"column: {one}")
    return told
