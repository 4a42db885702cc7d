"""Fifty planners at once: python tests/benchmarks/sessions.py [--sessions 50] [--think 0 2]

The app as the README starts it, on loopback, with folders of its own. One session first, then many,
each over a web socket of its own (planner.py); beside it an empty Streamlit page, played the same.
"""

import argparse
import asyncio
import contextlib
import itertools
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from figures import ROOT, machine, p90, spread, table
from planner import Planner, Rerun, Steps

REGENCIES = (
    "Tanah Laut", "Kotabaru", "Banjar", "Barito Kuala", "Tapin", "Hulu Sungai Selatan",
    "Hulu Sungai Tengah", "Hulu Sungai Utara", "Tabalong", "Tanah Bumbu", "Balangan",
    "Banjarmasin", "Banjarbaru",
)  # fmt: skip
PAGES = ("", "gaps", "candidates", "briefing", "explore")
KEPT = 3  # seconds a session is kept after its socket closed; Streamlit's own default is 120
TICK = os.sysconf("SC_CLK_TCK")


@dataclass
class Wave:
    """What so many sessions at once did, and what they cost the server."""

    reruns: list[Rerun]
    seconds: float
    cpu: float
    own_cpu: float
    present: float  # PSS in MB while all are connected and none runs
    gone: float  # and after all have left


def main() -> None:
    given = arguments()
    machine()
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder) / "empty.py"
        empty.write_text("import streamlit as st\nst.write('kosong')\n")
        for name, script, thinks in (
            ("empty page", str(empty), given.think[:1]),
            ("Inovasi Banua", "dashboard.py", given.think),
        ):
            with serving(script, folder) as (process, address):
                asyncio.run(measure(name, process, address, given.sessions, thinks))
    machine()


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sessions", type=int, default=50)
    parser.add_argument("--think", type=float, nargs="+", default=[0, 2], help="seconds")
    return parser.parse_args()


@contextlib.contextmanager
def serving(script: str, folder: str) -> Iterator[tuple[int, str]]:
    """The server's process and address; a file edited meanwhile is not loaded."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    own = {"INOVASI_BANUA_DB": f"{folder}/db", "INOVASI_BANUA_BOOK": f"{folder}/book"}
    command = [
        sys.executable, "-m", "streamlit", "run", script, "--server.headless", "true",
        "--server.port", str(port), "--server.address", "127.0.0.1",
        "--server.fileWatcherType", "none", "--server.disconnectedSessionTTL", str(KEPT),
    ]  # fmt: skip
    log = (Path(folder) / "log").open("ab")
    server = subprocess.Popen(command, cwd=ROOT, env=os.environ | own, stdout=log, stderr=log)
    try:
        wait_for(f"http://127.0.0.1:{port}/_stcore/health")
        yield server.pid, f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=30)
        log.close()


def wait_for(address: str, seconds: float = 90) -> None:
    end = time.monotonic() + seconds
    while True:
        try:
            urllib.request.urlopen(address, timeout=2).close()
            return
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)


async def measure(name: str, pid: int, address: str, count: int, thinks: list[float]) -> None:
    """Warm up with every regency; one session; then all at once, twice with each think time."""
    whole = [("page", "")] * 9 if name.startswith("empty") else None
    scripts = [whole or script(place) for place in range(count)]
    await wave(pid, address, [joined(scripts[: len(REGENCIES)])], 0)
    alone = await wave(pid, address, [joined(scripts[:4])], 0)
    told = [described("1 session", alone, alone, 1)]
    waves = []
    for think, again in itertools.product(thinks, ("", ", again")):
        waves.append(await wave(pid, address, scripts, think))
        told.append(described(f"{count}, think {think:g} s{again}", waves[-1], alone, count))
    print(name)
    table(HEADING, told)
    if not whole:
        by_step(alone, waves[0])
    for one in (alone, *waves):
        for rerun in one.reruns:
            if rerun.error:
                print(f"ERROR in {rerun.step}: {rerun.error}")
    memory(alone, waves, count)


def joined(scripts: list[Steps]) -> Steps:
    """What several planners do, one after the other."""
    return [step for one in scripts for step in one]


def script(place: int) -> Steps:
    """What the planner with this number does; everybody begins at another page and regency."""
    turn = place % len(PAGES)
    regencies = itertools.islice(itertools.cycle(REGENCIES), place, None)
    steps: Steps = []
    for page in (*PAGES[turn:], *PAGES[:turn]):
        steps += [("page", page), ("regency", next(regencies))]
    return steps


async def wave(pid: int, address: str, scripts: list[Steps], think: float) -> Wave:
    """All connect, play at the same time, stay for a look at the memory, and leave."""
    planners = [Planner(address) for _ in scripts]
    await asyncio.gather(*(one.connect() for one in planners))
    begun, cpu, own = time.perf_counter(), cpu_of(pid), time.process_time()
    await asyncio.gather(
        *(one.play(steps, think) for one, steps in zip(planners, scripts, strict=True))
    )
    seconds, cpu = time.perf_counter() - begun, cpu_of(pid) - cpu
    own = time.process_time() - own
    await asyncio.sleep(1)
    present = pss(pid)
    await asyncio.gather(*(one.close() for one in planners))
    await asyncio.sleep(KEPT + 1)
    await passer_by(address)
    reruns = [rerun for one in planners for rerun in one.reruns]
    found = Wave(reruns, seconds, cpu, own, present, pss(pid))
    print("…", progress(found, len(scripts)), file=sys.stderr, flush=True)
    return found


def progress(wave: Wave, count: int) -> str:
    """One wave in a line, told when it is over: on a busy machine all of them take an hour."""
    middle = statistics.median(rerun.whole for rerun in wave.reruns) * 1000
    errors = sum(bool(rerun.error) for rerun in wave.reruns)
    return (
        f"{count} sessions, {len(wave.reruns)} reruns in {wave.seconds:.0f} s: median {middle:.0f} "
        f"ms, {errors} errors, {wave.present:.0f} MB there, {wave.gone:.0f} MB after"
    )


async def passer_by(address: str) -> None:
    """Streamlit drops sessions that are over when the next one leaves, not before."""
    last = Planner(address)
    await last.connect()
    await last.close()
    await asyncio.sleep(1)


def cpu_of(pid: int) -> float:
    """Seconds of the processor so far, all threads."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICK


def pss(pid: int) -> float:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


HEADING = (
    "", "reruns", "errors", "first, ms", "p90", "finished, ms", "p90", "× of one", "budget",
    "cpu a rerun, ms", "cores used", "client", "PSS, MB", "left, MB",
)  # fmt: skip


def described(name: str, wave: Wave, alone: Wave, count: int) -> list[str]:
    """One line: the budget is twice the median of one session, times sessions by cores."""
    first = [rerun.first * 1000 for rerun in wave.reruns]
    whole = [rerun.whole * 1000 for rerun in wave.reruns]
    one = statistics.median(rerun.whole * 1000 for rerun in alone.reruns)
    budget = 2 * one * max(1, count / (os.cpu_count() or 1))
    return [
        name, str(len(whole)), str(sum(bool(rerun.error) for rerun in wave.reruns)),
        f"{statistics.median(first):.0f}", f"{p90(first):.0f}", spread(whole), f"{p90(whole):.0f}",
        f"{statistics.median(whole) / one:.1f}", f"≤ {budget:.0f}",
        f"{wave.cpu * 1000 / len(whole):.0f}", f"{wave.cpu / wave.seconds:.2f}",
        f"{wave.own_cpu / wave.seconds:.2f}", f"{wave.present:.0f}", f"{wave.gone:.0f}",
    ]  # fmt: skip


def by_step(alone: Wave, many: Wave) -> None:
    """The medians of every kind of rerun, for one session and for many."""
    steps = sorted({rerun.step for rerun in alone.reruns})
    found = {
        step: [
            statistics.median(one.whole * 1000 for one in wave.reruns if one.step == step)
            for wave in (alone, many)
        ]
        for step in steps
    }
    rows = [
        (step, f"{one:.0f}", f"{all_:.0f}", f"{all_ / one:.1f}")
        for step, (one, all_) in found.items()
    ]
    table(("finished, ms, median", "1 session", "many", "×"), rows)


def memory(alone: Wave, waves: list[Wave], count: int) -> None:
    """kB a session costs while it is there, and what is left of it for good."""
    there = (waves[0].present - alone.gone) * 1024 / count
    print(f"a session, there: {there:.0f} kB (first wave above what one session left)")
    for before, after in itertools.pairwise(waves):
        kept = (after.gone - before.gone) * 1024 / count
        print(f"left for good by a session of the next wave: {kept:.0f} kB")
    print()


if __name__ == "__main__":
    main()
