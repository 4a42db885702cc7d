"""Who stands higher on the index, by what is known."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

KNOWN = ["code", "score", "predicate"]
CLASSES = ("Tidak Dapat Dinilai", "Kurang Inovatif", "Inovatif", "Sangat Inovatif")


def class_of(predicate: str) -> int:
    """0 for the lowest official predicate to 3 for the highest."""
    return CLASSES.index(predicate)


def stronger(own: Mapping[str, Any], other: Mapping[str, Any]) -> str | None:
    """Why another government counts as stronger, or None.

    Two known scores decide; where one is missing the official predicates do; a government of
    which nothing is known may learn from any called Inovatif or better.

    Returns:
        "skor", "predikat", "kekuatan sendiri belum diketahui" or None.
    """
    if pd.notna(own["score"]) and pd.notna(other["score"]):
        return "skor" if other["score"] > own["score"] else None
    if pd.isna(other["predicate"]):
        return None
    if pd.isna(own["predicate"]):
        unknown = pd.isna(own["score"]) and class_of(other["predicate"]) >= class_of("Inovatif")
        return "kekuatan sendiri belum diketahui" if unknown else None
    return "predikat" if class_of(other["predicate"]) > class_of(own["predicate"]) else None


def strengths(scores: pd.DataFrame, code: str) -> pd.Series:
    """Why each stronger government is so, by code; those that are not are left out."""
    rows = {row["code"]: row for row in scores[KNOWN].to_dict("records")}
    found = {
        other: reason
        for other, row in rows.items()
        if other != code and (reason := stronger(rows[code], row))
    }
    return pd.Series(found, dtype="str")
