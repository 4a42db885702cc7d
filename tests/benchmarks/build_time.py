"""How long both datasets take to build from scratch: python tests/benchmarks/build_time.py"""

import os
import subprocess
import sys
import tempfile
import time
from itertools import pairwise

from figures import ROOT, machine, spread, table

sys.path.insert(0, str(ROOT))

import queries
from data import shelf

TIMES = 5
BUDGET = 10  # seconds, both datasets


def main() -> None:
    machine()
    builds = [built() for _ in range(TIMES)]
    commands = [commanded() for _ in range(TIMES)]
    sizes = [size for _, size in builds]
    table(
        ["from scratch", f"median (range) of {TIMES}", "budget"],
        [
            ["build within a running program, s", spread([s for s, _ in builds], 2), BUDGET],
            ["python -m data build, twice, start and imports too, s", spread(commands, 2), "–"],
            ["both files, kB", spread([size / 1000 for size in sizes]), "–"],
        ],
    )
    slowest_steps()


def built() -> tuple[float, int]:
    """Seconds and bytes of building both datasets into an empty folder."""
    with empty_folder():
        start = time.perf_counter()
        files = [queries.ensure(dataset) for dataset in shelf.DATASETS]
        return time.perf_counter() - start, sum(file.stat().st_size for file in files)


def commanded() -> float:
    with empty_folder():
        start = time.perf_counter()
        for dataset in shelf.DATASETS:
            subprocess.run(
                [sys.executable, "-m", "data", "build", dataset],
                cwd=ROOT,
                check=True,
                stdout=subprocess.DEVNULL,
            )
        return time.perf_counter() - start


class empty_folder(tempfile.TemporaryDirectory):
    """A folder that INOVASI_BANUA_DB names while it lasts."""

    def __enter__(self) -> str:
        os.environ["INOVASI_BANUA_DB"] = self.name
        return super().__enter__()


def slowest_steps(count: int = 5) -> None:
    """Which announced steps of one more build take longest."""
    marks: list[tuple[str, float]] = []
    with empty_folder():
        for dataset in shelf.DATASETS:
            queries.ensure(dataset, lambda said: marks.append((said, time.perf_counter())))
        marks.append(("", time.perf_counter()))
    steps = [(1000 * (end - start), said) for (said, start), (_, end) in pairwise(marks)]
    table(
        ["slowest steps", "ms"], [(said, f"{ms:.0f}") for ms, said in sorted(steps)[::-1][:count]]
    )


if __name__ == "__main__":
    main()
