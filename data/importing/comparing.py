"""What is new, changed or gone between two holdings, by government, year and thing."""

from typing import Any

import pandas as pd

from data.importing.holdings import KEYS, Holdings
from data.importing.vocabulary import DATA, load

COLUMNS = ["code", "year", "what", "name", "change", "detail"]
WHAT = {
    "result": "hasil indeks",
    "innovation": "inovasi",
    "innovation_level": "parameter inovasi",
    "government_level": "parameter pemerintah",
}
CHANGES = {"left_only": "hilang", "right_only": "baru", "both": "berubah"}
UNTOLD = {"file_id"}  # a file read again is no change
LONGEST = 60  # letters of a value that is told


def changes(before: Holdings, after: Holdings) -> pd.DataFrame:
    """Rows that differ.

    Returns:
        code, year, what (a value of WHAT), name (of the innovation or indicator), change ("baru",
        "berubah" or "hilang") and detail (Indonesian; "" of what is new or gone).
    """
    told = [of_table(table, before, after) for table in WHAT]
    return pd.concat(told, ignore_index=True).astype({"year": "Int64"})


def of_table(table: str, before: Holdings, after: Holdings) -> pd.DataFrame:
    """The changes of one table, found by whole columns: a country has 700,000 levels."""
    key = KEYS[table]
    old, new = getattr(before, table), getattr(after, table)
    values = [name for name in new.columns if name not in key and name not in UNTOLD]
    both = old.merge(new, on=key, how="outer", suffixes=("_before", "_after"), indicator=True)
    same = (both["_merge"] == "both").to_numpy()
    for name in values:
        first, second = both[f"{name}_before"], both[f"{name}_after"]
        alike = (first == second).fillna(False) | (first.isna() & second.isna())
        same = same & alike.to_numpy(bool)
    rows = both[~same]
    told = rows[["code", "year"]].assign(what=WHAT[table], name=names(rows), detail="")
    told["change"] = rows["_merge"].astype("str").map(CHANGES)
    changed = rows["_merge"] == "both"
    told.loc[changed, "detail"] = [
        differences(table, row, values) for row in rows[changed].to_dict("records")
    ]
    return told[COLUMNS].astype(dict.fromkeys(COLUMNS[2:], "str"))


def names(rows: pd.DataFrame) -> pd.Series:
    """What each row is about: the innovation, its indicator, or a government's."""
    if "indicator" in rows:
        rules = load(DATA).rows
        titles = {code: f"{rule.number} {rule.name}" for code, rule in rules.items()}
        title = rows["indicator"].map(titles).fillna(rows["indicator"])
        return rows["key"] + ": " + title if "key" in rows else title
    if "name_after" in rows:
        return rows["name_after"].fillna(rows["name_before"])
    return pd.Series("", index=rows.index)


def differences(table: str, row: dict[str, Any], values: list[str]) -> str:
    """ "Skor Indeks: 57,64 → 60,10; Predikat: kosong → Inovatif"."""
    labels = load(DATA).labels
    told = []
    for name in values:
        first, second = row[f"{name}_before"], row[f"{name}_after"]
        if not (pd.isna(first) and pd.isna(second)) and (pd.isna(first) or first != second):
            label = labels.get((table, name), labels.get(("row", name), name))
            told.append(f"{label}: {shown(first)} → {shown(second)}")
    return "; ".join(told)


def shown(value: Any) -> str:
    if pd.isna(value):
        return "kosong"
    if isinstance(value, pd.Timestamp):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, float):
        return f"{value:g}".replace(".", ",")
    words = str(value)
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
