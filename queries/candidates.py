"""Which innovations elsewhere are worth copying, and why.

A candidate's score is the geometric mean of the parts that are known, each from 0 to 1:
need, proof, fit, ease, alive. What a dataset does not know is left out and named, never guessed.
The numbers behind each part are rows of data/rules/settings.csv.
"""

from typing import Any

import pandas as pd
from rapidfuzz import fuzz, process, utils

from queries.verdicts import BEHIND

PARTS = ("need", "proof", "fit", "ease", "alive")


def rank(
    pool: pd.DataFrame,
    own: pd.DataFrame,
    strength: pd.Series,
    near: pd.DataFrame,
    kind: str,
    sectors: pd.DataFrame,
    indicators: pd.DataFrame,
    needs: pd.DataFrame,
    setting: pd.Series,
    year: int,
) -> pd.DataFrame:
    """The candidates of one government, best first.

    Args:
        pool: rows of `candidate_pool.sql`.
        own: rows of `own_innovations.sql`; their near-duplicates are left out.
        strength: why an origin is stronger, by code (`standing.strengths`).
        near: rows of `peer_distances.sql`.
        kind: the government's own kind, Kabupaten or Kota.
        sectors: rows of `verdicts.sectors`.
        indicators: rows of `verdicts.indicators`.
        needs: rows of `needs.sql`.
        setting: value by setting.
        year: the year of the data; a candidate seen in the year before counts as running.

    Returns:
        The pool with stronger_by (reason or NA), admitted (stronger, or a national award), the five
        parts (NA where unknown), need_sector, need_indicator, need_points, proof_kind, similarity,
        unknown (names of the missing parts), completeness (0–1) and score, sorted by score.
    """
    rows = pool[~duplicates(pool["name"], own["name"], setting)].copy()
    rows["stronger_by"] = rows["code"].map(strength)
    rows["admitted"] = rows["stronger_by"].notna() | (rows["award_grade"] == "nasional")
    rows = with_need(rows, sectors, indicators, needs, setting)
    rows = with_proof(rows, setting)
    rows = with_fit(rows, near, kind, setting)
    rows["ease"] = ease(rows["demand"], setting)
    rows["alive"] = alive(rows["last_year"], year, setting)
    return scored(rows)


def duplicates(names: pd.Series, own: pd.Series, setting: pd.Series) -> pd.Series:
    """Whether the government already runs an innovation of nearly the same name."""
    if own.empty:
        return pd.Series(False, index=names.index)
    likeness = process.cdist(names, own, scorer=fuzz.ratio, processor=utils.default_process)
    return pd.Series(likeness.max(axis=1) >= setting["duplicate_likeness"], index=names.index)


def with_need(
    rows: pd.DataFrame,
    sectors: pd.DataFrame,
    indicators: pd.DataFrame,
    needs: pd.DataFrame,
    setting: pd.Series,
) -> pd.DataFrame:
    """Need is the larger of the sector's and the indicator's; each keeps its ground."""
    by_sector = {row["sector_id"]: sector_need(row, setting) for row in sectors.to_dict("records")}
    own = sectors.set_index("sector_id")["innovations"]
    stakes = stakes_of(indicators, needs)
    asked = zip(rows["sector_id"].tolist(), rows["themes"].tolist(), strict=True)
    at_stake = pd.DataFrame(
        [most_at_stake(sector_id, themes, stakes) for sector_id, themes in asked],
        columns=[
            "need_indicator",
            "need_name",
            "need_points",
            "need_reason",
            "need_from_indicator",
        ],
        index=rows.index,
    )
    rows = rows.assign(
        need_from_sector=rows["sector_id"].map(by_sector),
        own_in_sector=rows["sector_id"].map(own),
    ).join(at_stake)
    return rows.assign(need=rows[["need_from_sector", "need_from_indicator"]].max(axis=1))


def sector_need(sector: dict, setting: pd.Series) -> float:
    if sector["innovations"] == 0:
        return setting["need_basic_none" if sector["basic"] else "need_other_none"]
    behind = sector["innovations"] < sector["peer_median"]
    return setting["need_below_peers" if behind else "need_covered"]


def stakes_of(indicators: pd.DataFrame, needs: pd.DataFrame) -> dict[tuple[str, str], tuple]:
    """For each sector and theme, the indicator behind the peers with most points at stake.

    Its need is the share of the row's points still to win: 1 at the lowest parameter.
    """
    behind = indicators[indicators["verdict"] == BEHIND].rename(columns={"name": "row_name"})
    linked = behind.merge(needs, on="indicator").sort_values(
        ["headroom", "number"], ascending=[False, True]
    )
    return {
        (row["kind"], row["value"]): (
            row["indicator"],
            row["row_name"],
            row["headroom"],
            row["reason"],
            row["headroom"] / (row["points_per_level"] * (row["level_max"] - row["level_floor"])),
        )
        for row in linked.drop_duplicates(["kind", "value"]).to_dict("records")
    }


def most_at_stake(
    sector_id: str, themes: str, stakes: dict[tuple[str, str], tuple]
) -> tuple[Any, ...]:
    named = themes.split() if isinstance(themes, str) else []
    keys = [("urusan", sector_id), *(("tema", theme) for theme in named)]
    known = [stakes[key] for key in keys if key in stakes]
    nothing = (None, None, float("nan"), None, float("nan"))
    return max(known, key=lambda stake: stake[2], default=nothing)


def with_proof(rows: pd.DataFrame, setting: pd.Series) -> pd.DataFrame:
    """The strongest proof that holds: copied, national award, maturity, local award, reported."""
    kinds = pd.Series("reported", index=rows.index)
    kinds[rows["award_grade"].isin(["provinsi", "kabupaten"])] = "local"
    share = rows["maturity"].astype("float64") / rows["maturity_max"]
    kinds[share >= setting["proof_mature_from"]] = "maturity"
    kinds[rows["award_grade"] == "nasional"] = "national"
    kinds[rows["copies"] > 0] = "copied"
    return rows.assign(proof_kind=kinds, proof=("proof_" + kinds).map(setting))


def with_fit(rows: pd.DataFrame, near: pd.DataFrame, kind: str, setting: pd.Series) -> pd.DataFrame:
    """Structural similarity, and whether both are Kabupaten or both Kota."""
    similarity = rows["code"].map(near.set_index("peer")["similarity"])
    same_kind = (rows["origin_kind"] == kind).astype("float64")
    fit = setting["fit_similarity"] * similarity / 100 + setting["fit_same_kind"] * same_kind
    return rows.assign(similarity=similarity, fit=fit)


def ease(demand: pd.Series, setting: pd.Series) -> pd.Series:
    """1 when it asks for no tools, staff, budget or regulation, the floor when for the most of all.

    Args:
        demand: mean level of the four rows over the highest level, 0–1; NA where unknown.
    """
    return 1 - (1 - setting["ease_floor"]) * demand.astype("float64")


def alive(last_year: pd.Series, year: int, setting: pd.Series) -> pd.Series:
    """1 when seen in the year before the data or later, less for every year since."""
    years_since = (year - 1 - last_year.astype("Float64")).clip(lower=0)
    faded = (1 - setting["alive_decay"] * years_since).clip(lower=setting["alive_floor"])
    return faded.astype("float64")


def scored(rows: pd.DataFrame) -> pd.DataFrame:
    """Geometric mean of the known parts; ties go to better proof, then to the name."""
    parts = rows[list(PARTS)].astype("float64")
    known = parts.notna().sum(axis=1)
    score = parts.prod(axis=1, skipna=True) ** (1 / known.where(known > 0))
    unknown = [
        " ".join(part for part, missing in zip(PARTS, row, strict=True) if missing)
        for row in parts.isna().to_numpy()
    ]
    return rows.assign(score=score, completeness=known / len(PARTS), unknown=unknown).sort_values(
        ["score", "proof", "name"], ascending=[False, False, True], ignore_index=True
    )
