"""How closely two figures of governments go together, with how far that may be off."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

LEAST = 4  # pairs, below which the interval has no meaning (n − 3 in its root)
NORMAL_95 = 1.959964
NEARLY_ONE = 1 - 1e-12


@dataclass(frozen=True)
class Correlation:
    """A coefficient from −1 to 1 and its 95% interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Together:
    """Both coefficients of `pairs` governments; None where they cannot be told."""

    pairs: int
    pearson: Correlation | None
    spearman: Correlation | None


def together(across: pd.Series, up: pd.Series) -> Together:
    """Pearson's and Spearman's correlation of two columns, rows with an unknown left out.

    Intervals by Fisher's z (Fisher 1921): atanh(r) ± 1,96 · s, with s = 1/√(n − 3) for Pearson's
    and s = √((1 + r²/2)/(n − 3)) for Spearman's (Bonett & Wright 2000). None for fewer than four
    pairs, or where one of the columns never changes.
    """
    known = pd.DataFrame({"across": across, "up": up}).astype("float64").dropna()
    if len(known) < LEAST or (known.nunique() < 2).any():
        return Together(len(known), None, None)
    rank = known.rank()
    linear, ranked = product_moment(known), product_moment(rank)
    free = len(known) - 3
    return Together(
        len(known),
        interval(linear, 1 / np.sqrt(free)),
        interval(ranked, np.sqrt((1 + ranked**2 / 2) / free)),
    )


def product_moment(rows: pd.DataFrame) -> float:
    return float(np.corrcoef(rows["across"], rows["up"])[0, 1])


def interval(value: float, spread: float) -> Correlation:
    z = np.arctanh(np.clip(value, -NEARLY_ONE, NEARLY_ONE))
    low, high = np.tanh([z - NORMAL_95 * spread, z + NORMAL_95 * spread])
    return Correlation(value, float(low), float(high))
