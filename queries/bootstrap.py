"""How sure a mean level and a rank are: the percentile bootstrap, innovations as units.

Method: Efron and Tibshirani, An Introduction to the Bootstrap (1993), chapter 13. The counted
innovations of one government are drawn again with replacement, as many as there are; one set of
draws serves all its indicators and its total maturity. The seed is a setting and the code and year
of the government, so a build gives the same numbers every time, whoever else is in it.
"""

import numpy as np
import pandas as pd

TAILS = (0.025, 0.975)  # a 95% interval
# Multiplications in one product of matrices: larger ones are shared out to threads, which wait for
# each other on a busy machine and take ten times as long.
ONE_THREAD = 200_000
TOLD = ["code", "year", "grouping", "innovations", "indicator", "level", "low", "high"]


def resampled(levels: np.ndarray, draws: int, seed: list[int]) -> np.ndarray:
    """The column sums of each draw.

    Args:
        levels: innovations × columns.
        draws: how many times to draw.
        seed: what makes the draws repeatable.

    Returns:
        draws × columns.
    """
    size = len(levels)
    chosen = np.random.default_rng(seed).integers(0, size, (draws, size))
    if levels.shape[1] == 1:  # half the time, for a scenario's one column
        return levels[:, 0].take(chosen).sum(axis=1, keepdims=True)
    chosen += size * np.arange(draws)[:, None]
    times = np.bincount(chosen.ravel(), minlength=draws * size).reshape(draws, size)
    counts = times.astype(np.float64)
    rows = max(1, ONE_THREAD // levels.size)
    return np.concatenate([counts[at : at + rows] @ levels for at in range(0, draws, rows)])


def government(
    levels: np.ndarray, maturity: np.ndarray, draws: int, seed: list[int]
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Mean level per indicator, its 95% interval, and the total maturity of each draw.

    Args:
        levels: innovations × indicators, 0–3.
        maturity: one per innovation.

    Returns:
        mean, low, high (one per indicator) and totals (one per draw).
    """
    columns = np.column_stack([levels, maturity]).astype(np.float64)
    sums = resampled(columns, draws, seed)
    mean = levels.mean(axis=0)
    low, high = np.quantile(sums[:, :-1] / len(levels), TAILS, axis=0)
    return mean, np.minimum(low, mean), np.maximum(high, mean), sums[:, -1]


def intervals(reported: pd.DataFrame, draws: int, seed: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """All governments of one year.

    Args:
        reported: rows of `reported_levels.sql`: code, year, maturity, indicators and levels (two
            lists a row, in the same order; levels None where only the maturity is known, which
            then counts in the total and in no mean).
        draws: how many times to draw.
        seed: of the build; code and year are added to it.

    Returns:
        Rows of the tables indicator_level (SID) and maturity_draw.
    """
    told: list[tuple] = []
    drawn = []
    levels, names = reported["levels"].to_numpy(), reported["indicators"].to_numpy()
    maturity = reported["maturity"].to_numpy()
    known = reported["levels"].notna().to_numpy()
    for (code, year), places in sorted(reported.groupby(["code", "year"]).indices.items()):
        own_seed = [seed, int(code), int(year)]
        levelled = places[known[places]]
        totals = None
        if len(levelled):
            *spread, totals = government(
                np.stack(levels[levelled]), maturity[levelled], draws, own_seed
            )
            same = (code, year, "SID", len(levelled))
            told += [(*same, *row) for row in zip(names[places[0]], *spread, strict=True)]
        if len(levelled) < len(places):
            totals = resampled(maturity[places].astype(np.float64)[:, None], draws, own_seed)[:, 0]
        drawn.append({"code": code, "year": year, "totals": totals})
    return pd.DataFrame(told, columns=TOLD), pd.DataFrame(drawn)
