"""How long one government's candidates take: python tests/benchmarks/candidates.py [--national]

Ranking and steadiness on `simulasi`, and with --national on 552 made-up governments too (a
file of 400 MB in a temporary folder, built first).
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any

from figures import ROOT, machine, spread, table

sys.path.insert(0, str(ROOT))

import pandas as pd

import queries
from queries import preparation, ranking, sensitivity

REGENCIES = {"6310": "Tanah Bumbu", "6309": "Tabalong", "6311": "Balangan"}
TIMES = 15
BUDGET = {"simulasi": 100, "nasional": 500}  # ms, ranking, for a regency not yet looked at
STEADINESS_BUDGET = 20  # ms


class Remembering:
    """Asks as a page does: what was asked before is not asked again."""

    def __init__(self, db: Any, same_for_all_only: bool):
        self.fresh = partial(queries.ask, db)
        self.remembered = cache(self.thawed)
        self.same_for_all_only = same_for_all_only

    def __call__(self, question: str, **given: Any) -> pd.DataFrame:
        if self.same_for_all_only and "code" in given:
            return self.fresh(question, **given)
        frozen = {name: tuple(one) if isinstance(one, list) else one for name, one in given.items()}
        return self.remembered(question, **frozen).copy(deep=False)

    def thawed(self, question: str, **frozen: Any) -> pd.DataFrame:
        given = {name: list(one) if isinstance(one, tuple) else one for name, one in frozen.items()}
        return self.fresh(question, **given)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--national", action="store_true", help="552 governments too")
    datasets = ["simulasi", *(["nasional"] if parser.parse_args().national else [])]
    machine()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["INOVASI_BANUA_DB"] = folder
        for dataset in datasets:
            show(dataset)
    machine()


def show(dataset: str) -> None:
    file, seconds = built(dataset)
    with queries.connect(file) as db:
        rows = [row(db, code, name) for code, name in REGENCIES.items()]
    table(
        [f"{dataset}, ms", "innovations", "very first", f"new regency (≤ {BUDGET[dataset]})",
         "again", f"steadiness (≤ {STEADINESS_BUDGET})"], rows,
    )  # fmt: skip
    print(f"Storing every government's list when the file is built: {seconds:.2f} s\n")


def built(dataset: str) -> tuple[Path, float]:
    """The file, and the seconds its table of candidates took."""
    spent: list[float] = []
    store = preparation.store_candidates

    def timed(db: Any) -> None:
        start = time.perf_counter()
        store(db)
        spent.append(time.perf_counter() - start)

    preparation.store_candidates = timed
    file = queries.ensure(dataset, seed=2026)
    preparation.store_candidates = store
    return file, spent[0]


def row(db: Any, code: str, name: str) -> list[object]:
    ways = [partial(queries.ask, db), Remembering(db, True), Remembering(db, False)]
    times = [times_of(partial(ranking.ranking, ask, code, None)) for ask in ways]
    ranked = ranking.ranking(ways[0], code, None)
    steady = times_of(partial(sensitivity.stability, ranked))
    return [name, len(ranked), *map(spread, times), spread(steady)]


def times_of(function: Callable[[], object]) -> list[float]:
    """The ms of every call, after one that is not counted."""
    function()
    spent = []
    for _ in range(TIMES):
        start = time.perf_counter()
        function()
        spent.append(1000 * (time.perf_counter() - start))
    return spent


if __name__ == "__main__":
    main()
