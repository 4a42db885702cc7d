"""How long do a briefing's documents take, one by one and all at once? (tests/benchmarks/README.md)

python tests/benchmarks/documents.py [--times 5] [--skip-all]
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import figures

sys.path.insert(0, str(figures.ROOT))

from pages.parts import brief_files, brief_job
from pages.parts.brief_facts import PROVINCE
from pages.parts.brief_made import Maker

ADDRESS = "https://inovasi.contoh.go.id"
SHOWN = {"6310": "Tanah Bumbu", "6309": "Tabalong", PROVINCE: "provinsi"}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--skip-all", action="store_true")
    given = parser.parse_args()
    figures.machine()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["INOVASI_BANUA_DB"] = os.environ["INOVASI_BANUA_BOOK"] = folder
        figures.table(
            ["ms, median (range); kB", "facts", *brief_files.KINDS],
            [row for dataset in ("terbitan", "simulasi") for row in singly(dataset, given.times)],
        )
        if not given.skip_all:
            figures.table(
                [
                    "all 13 and the province",
                    "s",
                    "cpu s",
                    "files",
                    "MB",
                    "peak MB",
                    "Ringkasan meanwhile, ms",
                ],
                [
                    together(kinds)
                    for kinds in ("pdf,pptx", "pdf,report,pptx", "pdf,report,pptx,xlsx")
                ],
            )


def singly(dataset: str, times: int) -> list[list[object]]:
    """A row for each of SHOWN; the first time of a kind, when its modules load, is left out."""
    rows: list[list[object]] = []
    with Maker(dataset, ADDRESS, date.today(), print) as maker:
        for code, name in SHOWN.items():
            brief = maker.brief(code)
            cells = [spent(lambda code=code: maker.brief(code), times)]
            for kind in brief_files.KINDS:
                content = brief_files.made(kind, brief, maker.ask)
                make = partial(brief_files.made, kind, brief, maker.ask)
                cells.append(f"{spent(make, times)}; {len(content) // 1024}")
            rows.append([f"{dataset}, {name}", *cells])
    return rows


def spent(make: Callable[[], object], times: int) -> str:
    """ms by the clock, and of the processor: on a busy machine only the second means something."""
    clock, cpu = [], []
    for _ in range(times):
        start, busy = time.perf_counter(), time.process_time()
        make()
        clock.append(1000 * (time.perf_counter() - start))
        cpu.append(1000 * (time.process_time() - busy))
    return f"{figures.spread(clock)} cpu {statistics.median(cpu):.0f}"


def together(kinds: str) -> list[object]:
    """All at once as the page makes them: a process of low rank, while others open a page."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "all.zip"
        command = [sys.executable, "-m", "data", "brief", "--all", "--province"]
        command += ["--dataset=simulasi", f"--format={kinds}", f"--zip={path}"]
        start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
        process = subprocess.Popen(
            command,
            cwd=figures.ROOT,
            stdout=subprocess.DEVNULL,
            preexec_fn=lambda: os.nice(brief_job.POLITE),
        )
        opened = openings(process)
        process.wait()
        seconds = time.perf_counter() - start
        size = path.stat().st_size / 2**20
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    peak = after.ru_maxrss / 1024
    files = 14 * len(kinds.split(","))
    meanwhile = statistics.median(opened) if opened else float("nan")
    return [
        kinds,
        f"{seconds:.1f}",
        f"{cpu:.1f}",
        files,
        f"{size:.1f}",
        f"{peak:.0f}",
        f"{meanwhile:.0f}",
    ]


def openings(process: subprocess.Popen[bytes]) -> list[float]:
    """ms of opening Ringkasan once a second while the process runs; the first one warms it up."""
    from streamlit.testing.v1 import AppTest

    found = []
    while process.poll() is None:
        start = time.perf_counter()
        app = AppTest.from_file(
            str(figures.ROOT / "pages" / "parts" / "shell.py"), default_timeout=60
        )
        app.query_params["dataset"] = "Simulasi (rekaan)"
        app.run()
        found.append(1000 * (time.perf_counter() - start))
        time.sleep(1)
    return found[1:]


if __name__ == "__main__":
    main()
