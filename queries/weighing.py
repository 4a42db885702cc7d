"""How the parts of a score become one: their weighted geometric mean, the unknown left out."""

from collections.abc import Mapping

import numpy as np

PARTS = ("need", "proof", "fit", "ease", "alive")
EVEN: Mapping[str, float] = dict.fromkeys(PARTS, 1.0)
LEAST = 1e-300
"""Stands for a part of 0, whose logarithm is not a number to reckon with."""


def checked(weights: Mapping[str, float]) -> np.ndarray:
    """The weights in the order of PARTS.

    Raises:
        ValueError: a part without a weight or a weight without a part, a weight that is negative or
            no number, or none above 0.
    """
    if set(weights) != set(PARTS):
        raise ValueError(f"one weight for each of {', '.join(PARTS)}, not {sorted(weights)}")
    given = np.array([weights[part] for part in PARTS], dtype="float64")
    if not np.isfinite(given).all() or (given < 0).any() or not given.any():
        raise ValueError(f"weights must be 0 or more and one above 0, not {dict(weights)}")
    return given


def means(parts: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """exp(Σ w·ln part / Σ w), both sums over the parts that are known.

    Args:
        parts: a row per candidate, a column per part, 0–1; NaN where unknown.
        weights: a row per set of weights, a column per part, 0 or more.

    Returns:
        A row per candidate, a column per set of weights; NaN where no part that weighs is known.
    """
    known = ~np.isnan(parts)
    logarithms = np.log(np.clip(np.where(known, parts, 1), LEAST, None))
    total = known.astype("float64") @ weights.T
    with np.errstate(invalid="ignore"):
        return np.exp(np.divide(logarithms @ weights.T, total))
