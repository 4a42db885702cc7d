"""Ways of choosing candidates that know nothing of the asker, to hold the ranking against."""

import pandas as pd


def most_copied(rows: pd.DataFrame, count: int = 3) -> pd.DataFrame:
    """What others copied most; empty where nothing was copied."""
    copied = rows[rows["copies"] > 0]
    return copied.sort_values(["copies", "name"], ascending=[False, True]).head(count)


def most_mature(rows: pd.DataFrame, count: int = 3) -> pd.DataFrame:
    """The highest maturity; empty where none is known."""
    known = rows[rows["maturity"].notna()]
    return known.sort_values(["maturity", "name"], ascending=[False, True]).head(count)


def best_proven(rows: pd.DataFrame, count: int = 3) -> pd.DataFrame:
    """For datasets without maturity: the highest award, the latest seen first."""
    return rows.sort_values(
        ["proof", "last_year", "name"], ascending=[False, False, True], na_position="last"
    ).head(count)
