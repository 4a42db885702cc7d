"""How long the server works on Jelajah: python tests/benchmarks/explore.py [--national]

Every look of the page through AppTest, in `terbitan` and `simulasi`, and with --national on 552
made-up governments too (built first, some two minutes; or --file names a file that `python -m data
simulate --scale national` has built). "Warm" repeats a run, whose answers are remembered; "new
filter" is the first run after another filter was chosen, when every question is asked anew.
"""

import argparse
import logging
import os
import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

from figures import ROOT, machine, p90, table
from server_time import Clock, opened, run_times

sys.path.insert(0, str(ROOT))

import queries
from data import shelf
from pages.parts import access, frame
from queries import explore

LOOKS = ("Tabel", "Tabulasi silang", "Kematangan", "Hubungan angka")
RUNS = 9
BUDGET = {"terbitan": 150, "simulasi": 150, "nasional": 300}  # ms, the script of one run
LABELS = {"terbitan": {}, "simulasi": {"dataset": shelf.DATASETS["simulasi"]}}
QUESTIONS = {
    "explore_count": {},
    "explore_facets": {},
    "explore_innovations": {"order": "maturity", "skip": 0, "most": 25},
    "explore_innovations, last page": {"order": "name", "skip": 100_000, "most": 25},
    "explore_levels": {"skip": 0, "most": 25},
    "explore_cross": {"down": "sectors", "across": "regencies"},
    "explore_maturity": {},
    "explore_points": {"each": 40},
}
FILTERS = {
    "none": {},
    "two sectors": {"sectors": ["01", "02"]},
    "a year": {"years": ["2025"]},
    "words": {"words": [" =layan | pelayanan "]},
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--national", action="store_true", help="552 governments too")
    parser.add_argument("--file", type=Path, help="a national file that is there already")
    given = parser.parse_args()
    machine()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["INOVASI_BANUA_DB"] = folder
        for dataset in shelf.DATASETS:
            queries.ensure(dataset)
            show(dataset, LABELS[dataset])
        if given.national or given.file:
            national(given.file or queries.ensure("nasional", seed=2026))
    machine()


def national(file: Path) -> None:
    """The app shows no national file: for once it takes it for the made-up one."""
    usual = shelf.newest
    with patch.object(shelf, "newest", lambda one: file if one == "simulasi" else usual(one)):
        show("nasional", LABELS["simulasi"])
    with queries.connect(file) as db:
        rows = [
            [name, *(f"{question_time(db, name, chosen):.0f}" for chosen in FILTERS.values())]
            for name in QUESTIONS
        ]
    table(["question of 552 governments, ms, least of 5", *FILTERS], rows)


def question_time(db: object, name: str, chosen: dict[str, list[str]]) -> float:
    clock = Clock(queries.ask)
    given = explore.ALL | chosen | QUESTIONS[name]
    for _ in range(5):
        clock(db, name.split(",")[0], **given)
    return min(clock.spent)


def show(dataset: str, address: dict[str, str]) -> None:
    rows = [row(dataset, address, look, False) for look in LOOKS]
    rows.append(row(dataset, address, "Tabel", True))
    table(
        [f"{dataset}, ms", "warm", "p90", "cpu", "new filter", "p90", "cpu",
         f"≤ {BUDGET[dataset]}"], rows,
    )  # fmt: skip


def row(dataset: str, address: dict[str, str], look: str, fold: bool) -> list[object]:
    script = Clock(frame.draw)
    with patch.object(frame, "draw", script):
        app = opened("explore", address | {"show": look})
        if fold:
            app.session_state["filters"] = True
            app.run()
        forget(script)
        run_times(app, RUNS)
        warm = list(script.spent), list(script.worked)
        forget(script)
        for sectors in some_sectors():
            app.session_state["sectors"] = sectors
            app.run()
        fresh = script.spent, script.worked
    access.answer.cache_clear()
    medians = [statistics.median(one) for one in (warm[0], fresh[0])]
    return [
        f"{look}{', filters open' if fold else ''}",
        *told(*warm),
        *told(*fresh),
        "yes" if max(medians) <= BUDGET[dataset] else "NO",
    ]


def forget(clock: Clock) -> None:
    clock.spent.clear()
    clock.worked.clear()


def some_sectors() -> Iterator[list[str]]:
    """Another choice for every run."""
    for number in range(1, RUNS + 1):
        yield [f"{number:02}", f"{number + 12:02}"]


def told(spent: list[float], worked: list[float]) -> list[str]:
    return [
        f"{statistics.median(spent):.0f}",
        f"{p90(spent):.0f}",
        f"{statistics.median(worked):.0f}",
    ]


if __name__ == "__main__":
    logging.disable(logging.WARNING)  # AppTest warns at every session
    main()
