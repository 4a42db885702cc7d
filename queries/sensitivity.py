"""How firmly the first candidates stand: how often they stay when the weights of the parts move."""

from collections.abc import Mapping
from itertools import product
from typing import NamedTuple

import numpy as np
import pandas as pd

from queries.weighing import EVEN, PARTS, checked, means

TIE = 1e-15
"""Ties go to better proof, then to the name, as in the ranking: less than any true difference."""


class Stability(NamedTuple):
    """What `stability` found.

    draws: sets of weights tried; same: the share of them that leave the first ones the same, in
    whatever order; kept: how many of the first ones stay on average; stays: by innovation_id, the
    share of the draws in which it is among the first.
    """

    draws: int
    same: float
    kept: float
    stays: pd.Series


def stability(
    rows: pd.DataFrame,
    weights: Mapping[str, float] = EVEN,
    count: int = 5,
    move: float = 0.25,
) -> Stability:
    """Every combination of weights that are lower, as chosen or higher; nothing is left to chance.

    Weights of 0 and parts that nobody is known by do not move, nor is it a move when all weights
    do so alike: with five parts these are 3⁵ − 3 = 240 sets of weights. Where there are none (one
    part alone, no rows) the first ones stay by themselves.

    Args:
        rows: candidates as `candidates.rank` gives them, those in view.
        weights: as the ranking has them.
        count: how many are the first ones; all where there are fewer.
        move: by which part of itself a weight moves, 0–1.

    Raises:
        ValueError: see `weighing.checked`.
    """
    parts = rows[list(PARTS)].to_numpy("float64")
    chosen = checked(weights)
    moved = chosen * factors((chosen > 0) & ~np.isnan(parts).all(axis=0), move)
    count = min(count, len(rows))
    order = rows.sort_values(["proof", "name"], ascending=[False, True]).index
    tie = TIE * pd.Series(range(len(rows)), index=order).reindex(rows.index).to_numpy()
    usual = first(parts, chosen[None, :], tie, count)[0]
    drawn = first(parts, moved, tie, count)
    kept = drawn[:, usual].sum(axis=1)
    ids = pd.Index(rows["innovation_id"], name="innovation_id")
    if not len(moved):
        return Stability(0, 1.0, float(count), pd.Series(usual.astype("float64"), index=ids))
    stays = pd.Series(drawn.mean(axis=0), index=ids)
    return Stability(len(moved), float((kept == count).mean()), float(kept.mean()), stays)


def factors(movable: np.ndarray, move: float) -> np.ndarray:
    """A row per set of weights: what each weight is multiplied by."""
    several = [(1 - move, 1.0, 1 + move) if one else (1.0,) for one in movable]
    sets = np.array(list(product(*several)))
    apart = sets[:, movable]
    return sets[(apart != apart[:, :1]).any(axis=1)]


def first(parts: np.ndarray, weights: np.ndarray, tie: np.ndarray, count: int) -> np.ndarray:
    """Whether each candidate (column) is among the first ones by each set of weights (row)."""
    score = np.nan_to_num(means(parts, weights).T, nan=-1.0) - tie
    chosen = np.zeros(score.shape, dtype=bool)
    if count:
        places = np.argpartition(-score, count - 1, axis=1)[:, :count]
        np.put_along_axis(chosen, places, True, axis=1)
    return chosen
