"""What the benchmarks share: the project's folder, medians, a table, the state of the machine."""

import os
import platform
import statistics
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parents[2]


def spread(values: Sequence[float], digits: int = 0) -> str:
    """Median and range."""
    low, middle, high = min(values), statistics.median(values), max(values)
    return f"{middle:.{digits}f} ({low:.{digits}f}–{high:.{digits}f})"


def p90(values: Sequence[float]) -> float:
    """The value that nine in ten do not exceed."""
    return statistics.quantiles(values, n=10, method="inclusive")[-1]


def table(heading: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print columns: the first to the left, the others to the right."""
    lines = [list(heading), *([str(cell) for cell in row] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for first, *others in lines:
        aligned = [cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True)]
        print("  ".join([first.ljust(widths[0]), *aligned]))
    print()


def machine() -> None:
    """When, where and how busy: a busy machine makes every time too long."""
    load = ", ".join(f"{one:.2f}" for one in os.getloadavg())
    print(
        f"{date.today()}, {os.cpu_count()} cores, Python {platform.python_version()}, "
        f"load {load} (1, 5, 15 minutes)\n"
    )
