"""Which candidates a government already runs, under another name or as a copy of its own."""

import re
from typing import Any

import numpy as np
import pandas as pd
from rapidfuzz import fuzz, process, utils

REMARK = re.compile(r"\s*\([^()]*\)\s*$")
"""A remark after a name, as "(contoh)": what many names end in tells none apart."""
COLUMNS = ["duplicate_of", "duplicate_name", "duplicate_sector", "duplicate_text", "duplicate_why"]
UNKNOWN = float("nan")


def found(
    pool: pd.DataFrame,
    own: pd.DataFrame,
    alike: pd.DataFrame,
    copies: pd.DataFrame,
    setting: pd.Series,
) -> pd.DataFrame:
    """The own innovation that each candidate nearly is, or that it was copied into.

    Names are compared letter by letter, texts by the words they share (`alike.sql`): letter by
    letter a phrase that everybody uses would make strangers look alike.

    Args:
        pool: rows of `candidate_pool.sql`.
        own: rows of `own_innovations.sql`.
        alike: rows of `alike.sql`, the pairs whose texts are alike.
        copies: rows of `own_copies.sql`.
        setting: value by setting; names are alike from `duplicate_likeness` on.

    Returns:
        A row for each candidate with one: innovation_id, duplicate_of (the own innovation's name),
        duplicate_name and duplicate_text (likenesses, 0–100; the text's NaN where it is not
        alike), duplicate_sector (whether it is the same) and duplicate_why (the three as a person
        reads them). Of what was copied duplicate_of is its own name, and both likenesses are NaN.
    """
    names = process.cdist(bare(pool["name"]), bare(own["name"]), scorer=fuzz.ratio)
    texts = by_place(alike, pool, own)
    same_names = np.argwhere(names >= setting["duplicate_likeness"]).tolist()
    sectors, own_sectors = pool["sector_id"].tolist(), own["sector_id"].tolist()
    titles = own["name"].tolist()
    pairs = {*texts, *((row, column) for row, column in same_names)}
    likeness = {pair: max(float(names[pair]), texts.get(pair, 0.0)) for pair in pairs}
    ids = pool["innovation_id"].tolist()
    told = {}
    for row, column in sorted(likeness, key=lambda pair: (likeness[pair], pair)):
        same_sector = sectors[row] == own_sectors[column]
        figures = float(names[row, column]), same_sector, texts.get((row, column), UNKNOWN)
        told[row] = ids[row], titles[column], *figures, why(*figures)  # the most alike stays
    told |= copied(pool, copies)
    return pd.DataFrame(list(told.values()), columns=["innovation_id", *COLUMNS])


def copied(pool: pd.DataFrame, copies: pd.DataFrame) -> dict[int, tuple]:
    """What is told of candidates the government copied itself, by their places in the pool."""
    rows = pd.Index(pool["innovation_id"]).get_indexer(copies["innovation_id"]).tolist()
    names = pool["name"].tolist()
    told = zip(rows, copies["innovation_id"], copies["status"], copies["year"], strict=True)
    return {
        row: (one, names[row], UNKNOWN, True, UNKNOWN, already(status, year))
        for row, one, status, year in told
        if row >= 0
    }


def already(status: str, year: Any) -> str:
    """ "sudah direplikasi (2025)"."""
    known = "" if pd.isna(year) else f" ({int(year)})"
    return ("sudah direplikasi" if status == "direplikasi" else "sudah disepakati ditiru") + known


def bare(names: pd.Series) -> list[str]:
    """Names in small letters, without a remark at the end and without signs."""
    return [utils.default_process(REMARK.sub("", name)) for name in names.tolist()]


def by_place(
    alike: pd.DataFrame, pool: pd.DataFrame, own: pd.DataFrame
) -> dict[tuple[int, int], float]:
    """How alike two texts are, by their places in the pool and among the own; others are not."""
    row = pd.Index(pool["innovation_id"]).get_indexer(alike["innovation_id"]).tolist()
    column = pd.Index(own["innovation_id"]).get_indexer(alike["own_id"]).tolist()
    offered = zip(row, column, alike["alike"].tolist(), strict=True)
    return {(one, other): likeness for one, other, likeness in offered if one >= 0}


def why(name: float, same_sector: bool, text: float) -> str:
    sector = "urusan sama" if same_sector else "urusan lain"
    described = "uraian lain" if np.isnan(text) else f"uraian {text:.0f}/100"
    return f"nama {name:.0f}/100, {sector}, {described}"
