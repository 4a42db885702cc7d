"""How long the server works on a page, warm: python tests/benchmarks/server_time.py

Pages through AppTest beside an empty page with one Plotly chart, each question of queries/*.sql,
and the size of the map figure. `--profile gaps` shows instead which functions a page spends its
time in.
"""

import argparse
import cProfile
import logging
import os
import statistics
import sys
import tempfile
import time
from functools import partialmethod
from itertools import cycle, islice
from pathlib import Path
from types import CodeType
from typing import Any
from unittest.mock import patch

from figures import ROOT, machine, p90, table
from streamlit.testing.v1 import AppTest

sys.path.insert(0, str(ROOT))

import asked

import queries
from data import boundaries, shelf
from pages.parts import frame, layers, whatif

RUNS, ASKED = 15, 30
PAGE_BUDGET, QUESTION_BUDGET, MAP_BUDGET = 150, 20, 150  # ms, ms, kB
SCENARIO_BUDGET = 50  # ms
REGENCIES = {
    "6310": "Tanah Bumbu",
    "6303": "Banjar",
    "6371": "Banjarmasin",
    "6311": "Balangan",
    "6304": "Barito Kuala",
}
PARTS = ("Cakupan", "Pertentangan", "Sumber", "Metode", "Aturan")
SIMULATED = {"dataset": shelf.DATASETS["simulasi"]}
PAGES: list[tuple[str, dict[str, str]]] = [
    ("overview", {}),
    ("gaps", {}),
    ("candidates", {}),
    ("briefing", {}),
    ("explore", {}),
    *((page, SIMULATED) for page in ("overview", "gaps", "candidates", "briefing", "explore")),
    ("scenario", SIMULATED | {"steps": asked.LINK}),
    *(("sources", {"part": part}) for part in PARTS),
]
OFFICIAL = ROOT.parent / "shared" / "maps" / "kalsel_codab_bps2020.geojson"
EMPTY_PAGE = """
import plotly.graph_objects as go
import streamlit as st
st.plotly_chart(go.Figure(go.Bar(x=[1, 2, 3], y=[1, 2, 3])), key="one")
"""


class Clock:
    """Stands in for a function: notes the ms of every call, and those of the processor.

    The wall is what a user waits; the processor's hardly change when the machine is busy.
    """

    def __init__(self, function: Any, profiler: cProfile.Profile | None = None):
        self.function, self.profiler = function, profiler
        self.spent: list[float] = []
        self.worked: list[float] = []

    def __call__(self, *given: Any, **named: Any) -> Any:
        start, worked = time.perf_counter(), time.process_time()
        try:
            if self.profiler:
                return self.profiler.runcall(self.function, *given, **named)
            return self.function(*given, **named)
        finally:
            self.spent.append(1000 * (time.perf_counter() - start))
            self.worked.append(1000 * (time.process_time() - worked))


def main() -> None:
    given = arguments()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["INOVASI_BANUA_DB"] = folder
        for dataset in shelf.DATASETS:
            queries.ensure(dataset)
        if given.profile:
            profile(given.profile, given.part)
            return
        machine()
        show_pages()
        show_scenarios()
        for dataset in shelf.DATASETS:
            show_questions(dataset)
        show_maps(Path(folder))
        machine()


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--profile", metavar="PAGE", help="one page, function by function")
    parser.add_argument("--part", default=PARTS[0], help="which part of sources to profile")
    return parser.parse_args()


def show_pages() -> None:
    """Per page: AppTest's whole run, the script within it, the questions within the script."""
    script, asked = Clock(frame.draw), Clock(queries.ask)
    frame.draw, queries.ask = script, asked
    rows = [page_row(page, given, script, asked) for page, given in PAGES]
    frame.draw, queries.ask = script.function, asked.function
    empty = run_times(AppTest.from_string(EMPTY_PAGE).run(), RUNS)
    cpu = f"{statistics.median(empty.worked):.0f}"
    rows.append(["empty page with one chart", *two(empty.spent), cpu, "–", "–", "–", ""])
    table(
        ["page, ms", "run", "p90", "cpu", "script", "questions", "in them", f"≤ {PAGE_BUDGET}"],
        rows,
    )


def page_row(page: str, given: dict[str, str], script: Clock, asked: Clock) -> list[object]:
    runs, cpu, scripts, questions = [], [], [], []
    for name in REGENCIES.values():
        app = opened(page, given | {"regency": name})
        for _ in range(RUNS // len(REGENCIES)):
            asked.spent.clear()
            clock = run_times(app, 1)
            runs += clock.spent
            cpu += clock.worked
            scripts.append(script.spent[-1])
            questions.append(sum(asked.spent))
    verdict = "yes" if statistics.median(runs) <= PAGE_BUDGET else "NO"
    middles = [f"{statistics.median(one):.0f}" for one in (cpu, scripts, questions)]
    return [
        " ".join([page, *given.values()]),
        *two(runs),
        *middles[:2],
        len(asked.spent),
        middles[2],
        verdict,
    ]


def opened(page: str, given: dict[str, str]) -> AppTest:
    """A session on the page, warmed by one run."""
    app = AppTest.from_file(ROOT / "pages" / "parts" / "shell.py", default_timeout=60)
    app.query_params.update(given)
    if page != "overview":
        app.switch_page(f"../{page}.py")
    app.run()
    if app.exception or app.error or not app.title:
        raise RuntimeError(f"{page} {given} shows no title: {app.exception or app.error}")
    return app


def run_times(app: AppTest, count: int) -> Clock:
    """Further runs of a session, timed."""
    clock = Clock(app.run)
    for _ in range(count):
        clock()
    return clock


def two(values: list[float]) -> list[str]:
    return [f"{statistics.median(values):.0f}", f"{p90(values):.0f}"]


def show_scenarios() -> None:
    """One recalculation (Bench.play: steps, scenario.sql, two ranks) by the number of steps."""
    raised = "_".join(f"naik.{number}.3.semua" for number in range(16, 36))
    links = {
        "1 step": "naik.35.3.semua",
        "5 steps": asked.LINK,
        "24 steps": f"{raised}_baru.5.40_isi.04.40_lepas.3_aturan.2027-prognosis",
    }
    rows = []
    for name in ("Tabalong", "Tanah Bumbu"):
        for label, link in links.items():
            app = opened("scenario", SIMULATED | {"regency": name, "steps": link})
            clock = Clock(whatif.Bench.play)
            with patch.object(whatif.Bench, "play", partialmethod(clock)):
                run_times(app, RUNS)
            rows.append([f"{name}, {label}", *two(clock.spent), middle(clock.worked)])
    table([f"recalculation, ms (≤ {SCENARIO_BUDGET})", "median", "p90", "cpu"], rows)


def show_questions(dataset: str, slowest: int = 10) -> None:
    """The slowest questions of a dataset, and how many stay within the budget."""
    with queries.connect(queries.ensure(dataset)) as db:
        codes = list(islice(cycle(REGENCIES), ASKED))
        given = {code: asked.values(db, code) for code in REGENCIES}
        names = sorted(file.stem for file in (ROOT / "queries").glob("*.sql"))
        times = {name: question_times(db, name, codes, given) for name in names}
    ordered = sorted(times, key=lambda name: -statistics.median(times[name].spent))
    rows = [
        [
            name,
            middle(times[name].spent),
            f"{p90(times[name].spent):.1f}",
            middle(times[name].worked),
        ]
        for name in ordered[:slowest]
    ]
    table([f"slowest of {len(names)} questions, {dataset}, ms", "median", "p90", "cpu"], rows)
    over = [name for name in names if statistics.median(times[name].spent) > QUESTION_BUDGET]
    print(f"Over {QUESTION_BUDGET} ms: {', '.join(over) or 'none'}\n")


def middle(values: list[float]) -> str:
    return f"{statistics.median(values):.1f}"


def question_times(db: Any, name: str, codes: list[str], given: dict[str, dict[str, Any]]) -> Clock:
    """The ms of one question for each code, after one that is not counted."""
    clock = Clock(queries.ask)
    for code in [codes[0], *codes]:
        clock(db, name, **asked.given(name, given[code]))
    del clock.spent[0], clock.worked[0]
    return clock


def show_maps(folder: Path) -> None:
    """The map's figure as sent to the browser, layer by layer, schematic and official."""
    sizes = {"schematic": map_sizes()}
    if OFFICIAL.exists():
        os.environ["INOVASI_BANUA_MAPS"] = str(folder / "maps")
        (folder / "maps").mkdir()
        boundaries.install(OFFICIAL, target=boundaries.official())
        queries.ensure("terbitan")
        sizes["official"] = map_sizes()
        del os.environ["INOVASI_BANUA_MAPS"]
    layer_names = list(sizes["schematic"])
    rows = [[name, *(f"{one[name] / 1e3:.0f}" for one in sizes.values())] for name in layer_names]
    table([f"map figure, kB (≤ {MAP_BUDGET})", *sizes], rows)


def map_sizes() -> dict[str, int]:
    """Bytes of the first chart of the overview by layer."""
    names: list[str] = []
    shown, layers.names = layers.names, lambda: names.extend(shown()) or list(names)
    opened("overview", {})
    layers.names = shown
    return {name: map_size(name) for name in dict.fromkeys(names)}


def map_size(layer: str) -> int:
    app = opened("overview", {"layer": layer})
    figures = [chart.proto.spec for chart in app.get("plotly_chart")]
    return next(len(spec.encode()) for spec in figures if '"choropleth"' in spec)


def profile(page: str, part: str, runs: int = 10, count: int = 40) -> None:
    """Our own functions by the time spent in and below them, per run."""
    given = {"part": part} if page == "sources" else {}
    app = opened(page, given | {"regency": "Banjar"})
    profiler = cProfile.Profile()
    frame.draw = Clock(frame.draw, profiler)
    run_times(app, runs)
    ours = {
        (entry.code.co_filename, entry.code.co_name): (
            entry.totaltime,
            entry.inlinetime,
            entry.callcount,
        )
        for entry in profiler.getstats()
        if isinstance(entry.code, CodeType) and entry.code.co_filename.startswith(str(ROOT))
    }
    rows = [
        [
            f"{Path(file).relative_to(ROOT)} {name}",
            f"{1000 * total / runs:.1f}",
            f"{1000 * own / runs:.1f}",
            f"{calls / runs:.1f}",
        ]
        for (file, name), (total, own, calls) in sorted(ours.items(), key=lambda one: -one[1][0])[
            :count
        ]
    ]
    table([f"{page}, ms a run under the profiler", "with callees", "own", "calls"], rows)


if __name__ == "__main__":
    logging.disable(logging.WARNING)  # AppTest warns at every session
    main()
