"""The tabs of Jelajah, each drawn from what passes the filters."""

from collections.abc import Callable
from typing import Any

import pandas as pd

from pages.parts import (
    access,
    console,
    explore_cross,
    explore_maturity,
    explore_rows,
    explore_scatter,
)
from pages.parts.explore_choices import Chosen

Draw = Callable[[access.View, Chosen, pd.Series], Any]


def offered() -> dict[str, Draw]:
    """What each tab draws, by its name."""
    return {
        "Tabel": explore_rows.draw,
        "Tabulasi silang": explore_cross.draw,
        "Kematangan": explore_maturity.draw,
        "Hubungan angka": explore_scatter.draw,
        "SQL": lambda view, chosen, counted: console.draw(view),
    }
