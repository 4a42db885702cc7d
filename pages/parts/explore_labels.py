"""Where the name of each point of a scatter stands, so that names cover one another least."""

import numpy as np
import pandas as pd

LETTER, LINE = 0.0085, 0.045  # of a name, in shares of a chart some 900 by 450 pixels large
PLACES = {
    "top center": (0.0, 0.035),
    "bottom center": (0.0, -0.035),
    "middle right": (1.0, 0.0),
    "middle left": (-1.0, 0.0),
}
"""By name in Plotly: how many halves of its width a name moves, and how far up."""


def beside(across: pd.Series, up: pd.Series, names: pd.Series) -> list[str]:
    """A place for each name, one after the other: the first that covers no point or name so far,
    else the one that covers fewest."""
    x, y = shares(across), shares(up)
    points = [(a, b, 0.006, 0.01) for a, b in zip(x, y, strict=True)]
    taken: list[tuple[float, float, float, float]] = []
    chosen = []
    for a, b, name in zip(x, y, names, strict=True):
        half = LETTER * len(name) / 2
        boxes = {
            place: (a + side * (half + 0.012), b + rise, half, LINE / 2)
            for place, (side, rise) in PLACES.items()
        }
        best = min(boxes, key=lambda place: covered(boxes[place], [*points, *taken]))
        taken.append(boxes[best])
        chosen.append(best)
    return chosen


def shares(values: pd.Series) -> np.ndarray:
    """Where each value lies between the least and the most, 0–1."""
    numbers = values.to_numpy(dtype=float)
    reach = np.ptp(numbers) or 1.0
    return np.asarray((numbers - numbers.min()) / reach)


def covered(box: tuple[float, ...], others: list[tuple[float, float, float, float]]) -> int:
    x, y, wide, high = box
    return sum(abs(x - a) < wide + w and abs(y - b) < high + h for a, b, w, h in others)
