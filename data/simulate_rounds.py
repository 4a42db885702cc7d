"""Who reports how many innovations in which year, and when each was tried and put to use."""

import csv
from pathlib import Path

import numpy as np
import pandas as pd

CARRIED = 0.45  # the share of a report that was in the report of the year before
FEWEST, MOST, USUAL, SPREAD = 8, 80, 30, 0.4  # innovations of a regency whose count is unknown
# Of all governments of a country: half as many again in the middle, and a heavy tail.
NATIONAL_MOST, NATIONAL_USUAL, NATIONAL_SPREAD = 700, 42, 0.85
ZEAL = 0.8  # who reports well reports more: of the logarithm of a count, for an effect of 1
DRIFT = 0.09  # of the logarithm of a count, year on year
STAGES = ("inisiatif", "uji coba", "penerapan")
STAGE_SHARES = (0.04, 0.11, 0.85)
CLOSING = "08-31"  # when a round closes; invented


def published_counts(file: Path) -> dict[str, dict[int, int]]:
    """What index_claims.csv says of numbers of innovations: count by year, by code.

    Where a government has final counts, only those; where a year has several, the first row.
    """
    final: dict[str, dict[int, int]] = {}
    open_ones: dict[str, dict[int, int]] = {}
    with file.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            if row["innovations"] and row["year"]:
                kept = open_ones if row["count_final"] == "tidak" else final
                of_code = kept.setdefault(row["code"], {})
                of_code.setdefault(int(row["year"]), int(row["innovations"]))
    return open_ones | final


def counts(
    rng: np.random.Generator,
    effect: np.ndarray,
    codes: list[str],
    years: list[int],
    published: dict[str, dict[int, int]],
    national: bool,
) -> np.ndarray:
    """How many innovations each government reports: governments × years.

    Effect says how well it reports (`simulate_levels.government_effects`). The first round has the
    latest published count up to its year, or the earliest after it; a later one that of its very
    year, else something near the round before.
    """
    usual, spread = (NATIONAL_USUAL, NATIONAL_SPREAD) if national else (USUAL, SPREAD)
    most = NATIONAL_MOST if national else MOST
    drawn = usual * np.exp(rng.normal(ZEAL * effect, spread))
    table = np.zeros((len(codes), len(years)), dtype=int)
    table[:, 0] = np.clip(np.rint(drawn), FEWEST, most)
    for column, year in enumerate(years):
        if column:
            near = table[:, column - 1] * np.exp(rng.normal(0, DRIFT, len(codes)))
            table[:, column] = np.maximum(np.rint(near), FEWEST)
        for place, code in enumerate(codes):
            known = published.get(code, {})
            if not column and known:
                table[place, 0] = known[first_known(known, year)]
            elif year in known:
                table[place, column] = known[year]
    return table


def first_known(known: dict[int, int], year: int) -> int:
    """The year whose count stands for the first round."""
    past = [one for one in known if one <= year]
    return max(past) if past else min(known)


def reports(rng: np.random.Generator, table: np.ndarray) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Innovations and in which rounds each was reported, always without a gap.

    Args:
        rng: decides which innovations are carried over.
        table: governments × years, from `counts`.

    Returns:
        Innovations (government, first: places in the table), those of a government next to each
        other; and reports (innovation: a place in the first frame, year: a place in the table).
    """
    born: list[pd.DataFrame] = []
    told: list[pd.DataFrame] = []
    before = np.zeros(0, dtype=int), np.zeros(0, dtype=int)  # of the last round: number, government
    for year in range(table.shape[1]):
        wanted = np.rint(CARRIED * table[:, year]).astype(int) if year else table[:, year] * 0
        kept = chosen(rng, before[1], wanted)
        carried = before[0][kept], before[1][kept]
        have = np.bincount(carried[1], minlength=len(table))
        owner = np.repeat(np.arange(len(table)), table[:, year] - have)
        start = sum(map(len, born))
        born.append(pd.DataFrame({"government": owner, "first": year}))
        numbers = np.concatenate([carried[0], start + np.arange(len(owner))])
        before = numbers, np.concatenate([carried[1], owner])
        told.append(pd.DataFrame({"innovation": numbers, "year": year}))
    return by_government(pd.concat(born, ignore_index=True), pd.concat(told, ignore_index=True))


def by_government(
    innovations: pd.DataFrame, told: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Both frames of `reports` with the innovations in the order of their governments."""
    order = innovations.sort_values(["government", "first"], kind="stable").index.to_numpy()
    place = np.empty(len(order), dtype=int)
    place[order] = np.arange(len(order))
    moved = told.assign(innovation=place[told["innovation"].to_numpy()])
    return (
        innovations.loc[order].reset_index(drop=True),
        moved.sort_values(["innovation", "year"], ignore_index=True),
    )


def chosen(rng: np.random.Generator, owner: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """Places of as many as wanted of each owner, picked at random; fewer where there are fewer."""
    order = np.lexsort((rng.random(len(owner)), owner))
    start = np.searchsorted(owner[order], owner[order])
    return order[np.arange(len(owner)) - start < wanted[owner[order]]]


def dates(rng: np.random.Generator, first_year: np.ndarray) -> pd.DataFrame:
    """When innovations were tried and put to use, so that the stage of a round follows.

    Args:
        rng: decides the stage at the first report, and the days.
        first_year: the year of that report.

    Returns:
        trial_date and applied_date; what is still to come when a round closes comes within
        eighty days, so no date lies after November of the first report's year.
    """
    size = len(first_year)
    closing = closings(first_year)
    stage = rng.choice(len(STAGES), size, p=STAGE_SHARES)
    long_ago = rng.integers(30, 700, size), rng.integers(30, 240, size)
    soon, before, later = (rng.integers(*span, size) for span in ((5, 30), (20, 200), (30, 50)))
    applied = np.select([stage == 2, stage == 1], [-long_ago[0], later], soon + later)
    trial = np.select([stage == 2, stage == 1], [-long_ago[0] - long_ago[1], -before], soon)
    return pd.DataFrame({"trial_date": closing + trial, "applied_date": closing + applied})


def stages(trial: np.ndarray, applied: np.ndarray, year: np.ndarray) -> np.ndarray:
    """The stage of innovations when the round of a year closes."""
    closing = closings(year)
    step = (trial <= closing).astype(int) + (applied <= closing)
    return np.array(STAGES)[step]


def closings(year: np.ndarray) -> np.ndarray:
    """The day each year's round closes."""
    return np.array([f"{one}-{CLOSING}" for one in year], dtype="datetime64[D]")
