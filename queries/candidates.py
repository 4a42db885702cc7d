"""Which innovations elsewhere are worth copying, and why.

A candidate's score is the weighted geometric mean of the parts that are known, each from 0 to 1:
need, proof, fit, ease, alive. What a dataset does not know is left out and named, never guessed.
The numbers behind each part are rows of data/rules/settings.csv.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from queries import stakes
from queries.near_duplicates import COLUMNS as DUPLICATE
from queries.weighing import EVEN, PARTS, checked, means

__all__ = ["EVEN", "PARTS", "rank"]
DIGITS = 12
"""Scores that differ in later digits are one number reached on two ways."""
Columns = dict[str, Any]
"""New columns of the pool, by name: each a list, an array or a Series in its order."""


def rank(
    pool: pd.DataFrame,
    twins: pd.DataFrame,
    strength: pd.Series,
    near: pd.DataFrame,
    kind: str,
    sectors: pd.DataFrame,
    indicators: pd.DataFrame,
    needs: pd.DataFrame,
    setting: pd.Series,
    year: int,
    weights: Mapping[str, float] = EVEN,
) -> pd.DataFrame:
    """The candidates of one government, best first, near-duplicates of what it runs last.

    Args:
        pool: rows of `candidate_pool.sql`.
        twins: rows of `near_duplicates.sql`, or of `near_duplicates.found`.
        strength: why an origin is stronger, by code (`standing.strengths`).
        near: rows of `peer_distances.sql`.
        kind: the government's own kind, Kabupaten or Kota.
        sectors: rows of `sector_stakes.sql`; of `sector_gaps.sql` where there is no report.
        indicators: rows of `verdicts.indicators`.
        needs: rows of `needs.sql`.
        setting: value by setting.
        year: the year of the data; a candidate seen in the year before counts as running.
        weights: of every part, none negative, one at least above 0; 0 leaves a part out.

    Returns:
        The pool with stronger_by (reason or NA), admitted (stronger, or a national award), the five
        parts (NA where unknown), the figures behind need (`stakes.need`), proof_kind,
        maturity_share, same_kind, similarity, years_since, unknown (names of the missing parts),
        completeness (0–1), score (NA where no part that weighs is known) and those of the twins
        (NA where there is none), sorted by score.

    Raises:
        ValueError: weights that are not as said.
    """
    stronger_by = pool["code"].map(strength)
    columns = (
        {
            "stronger_by": stronger_by,
            "admitted": stronger_by.notna() | (pool["award_grade"] == "nasional"),
        }
        | stakes.need(pool, sectors, indicators, needs, setting)
        | proof(pool, setting)
        | fit(pool, near, kind, setting)
        | {"ease": ease(pool["demand"], setting)}
        | alive(pool["last_year"], year, setting)
        | told(twins, pool["innovation_id"])
    )
    columns |= scores(columns, weights)
    rows = pd.concat([pool, pd.DataFrame(columns, index=pool.index)], axis=1)
    return rows.iloc[order(rows)].reset_index(drop=True)


def proof(pool: pd.DataFrame, setting: pd.Series) -> Columns:
    """The strongest proof that holds: copied, national award, maturity, local award, reported."""
    share = pool["maturity"].astype("float64") / pool["maturity_max"]
    holds = {
        "copied": pool["copies"] > 0,
        "national": pool["award_grade"] == "nasional",
        "maturity": share >= setting["proof_mature_from"],
        "local": pool["award_grade"].isin(["provinsi", "kabupaten"]),
    }
    kinds = [*holds, "reported"]
    strongest = np.select(list(holds.values()), range(len(holds)), len(holds))
    return {
        "maturity_share": share,
        "proof_kind": np.array(kinds, dtype=object)[strongest],
        "proof": np.array([setting[f"proof_{kind}"] for kind in kinds])[strongest],
    }


def fit(pool: pd.DataFrame, near: pd.DataFrame, kind: str, setting: pd.Series) -> Columns:
    """Structural similarity, and whether both are Kabupaten or both Kota."""
    similarity = pool["code"].map(near.set_index("peer")["similarity"])
    same_kind = pool["origin_kind"] == kind
    fit = setting["fit_similarity"] * similarity / 100 + setting["fit_same_kind"] * same_kind
    fit = fit.clip(lower=setting["fit_floor"])
    return {"similarity": similarity, "same_kind": same_kind, "fit": fit}


def ease(demand: pd.Series, setting: pd.Series) -> pd.Series:
    """1 when it asks for no tools, staff, budget or regulation, the floor when for the most of all.

    Args:
        demand: mean level of the four rows over the highest level, 0–1; NA where unknown.
    """
    return 1 - (1 - setting["ease_floor"]) * demand.astype("float64")


def alive(last_year: pd.Series, year: int, setting: pd.Series) -> Columns:
    """1 when seen in the year before the data or later, less for every year since."""
    since = (year - 1 - last_year.astype("float64")).clip(lower=0)
    faded = (1 - setting["alive_decay"] * since).clip(lower=setting["alive_floor"])
    return {"years_since": since, "alive": faded}


def told(twins: pd.DataFrame, ids: pd.Series) -> Columns:
    """What is told of the candidates' twins, in the order of their ids."""
    row = pd.Index(twins["innovation_id"]).get_indexer(ids)
    return {
        name: np.array([*twins[name], None], dtype=object)[row]  # -1, the last: no twin
        for name in DUPLICATE
    }


def scores(columns: Columns, weights: Mapping[str, float]) -> Columns:
    """Weighted geometric mean of the known parts, and how much is known.

    Raises:
        ValueError: see `weighing.checked`.
    """
    parts = np.column_stack([np.asarray(columns[part], dtype="float64") for part in PARTS])
    missing = np.isnan(parts)
    return {
        "score": means(parts, checked(weights)[None, :])[:, 0].round(DIGITS),
        "completeness": 1 - missing.mean(axis=1),
        "unknown": named(missing),
    }


def named(missing: np.ndarray) -> list[str]:
    """The missing parts of every row, separated by spaces."""
    rows = list(map(tuple, missing.tolist()))
    told = {row: " ".join(np.array(PARTS)[list(row)]) for row in set(rows)}
    return [told[row] for row in rows]


def order(rows: pd.DataFrame) -> np.ndarray:
    """The places of the rows, best first: ties go to better proof, then to the name."""
    name = rows["name"].argsort().argsort()
    score = rows["score"].fillna(-1)
    return np.lexsort([name, -rows["proof"], -score, rows["duplicate_of"].notna()])
