"""The first visit of Ringkasan on a slow line: python tests/benchmarks/first_visit.py

Our server beside a plain `streamlit run` of the same page, in the same run. Every visit is a new
browser context with a cold cache behind 5 Mbps and 40 ms; the servers are warm.
"""

import argparse
import contextlib
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from figures import ROOT, machine, spread, table
from playwright.sync_api import Browser, CDPSession, Error, sync_playwright

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
OFFICE = "dasbor.test"  # a name inside an office; the browser resolves it to this machine
LOCAL = "127.0.0.1"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    f"--host-resolver-rules=MAP {OFFICE} {LOCAL}, MAP * ~NOTFOUND, EXCLUDE {LOCAL}",
]
LINE = {
    "offline": False,
    "latency": 40,  # ms
    "downloadThroughput": 5_000_000 / 8,
    "uploadThroughput": 1_000_000 / 8,
}
GIVE_UP = 60_000  # ms
BUDGETS = {"total, MB": "≤ 2.7", "map, s": "≤ 6", "words, s": "before map"}
# Notes when each thing is first on screen, in ms since the visit began.
WATCH = """
window.seen = {};
const marks = {
  words: ["h1", e => e.textContent.trim()],
  list: ['[data-testid="stTable"]', e => e.querySelector("th")?.textContent.trim() === "Daerah"],
  chart: [".cartesianlayer path", e => true],
  map: [".choroplethlayer path", e => true],
};
const isShown = e => e.getBoundingClientRect().width > 0;
(function look() {
  for (const [name, [selector, fits]] of Object.entries(marks))
    if (!(name in seen)) {
      const found = [...document.querySelectorAll(selector)];
      if (found.some(e => isShown(e) && fits(e))) seen[name] = performance.now();
    }
  requestAnimationFrame(look);
})();
"""
# The map of a server without its outline never comes: eight seconds after the other chart is over.
FINISHED = "seen.map || (seen.chart && performance.now() - seen.chart > 8000)"


@dataclass
class Request:
    url: str
    start: float
    end: float = 0
    size: int = 0  # bytes on the wire, headers included
    encoding: str = ""


@dataclass
class Visit:
    """What one visit cost: requests by id, bytes of the web socket, ms until things were seen."""

    requests: dict[str, Request] = field(default_factory=dict)
    socket: int = 0
    seen: dict[str, float] = field(default_factory=dict)

    def figures(self) -> dict[str, float]:
        """MB, counts and seconds; what was never seen is left out."""
        files = sum(request.size for request in self.requests.values())
        hosts = [urlsplit(request.url).hostname for request in self.requests.values()]
        return {
            "total, MB": (files + self.socket) / 1e6,
            "of it web socket, kB": self.socket / 1e3,
            "requests": len(hosts),
            "to other hosts": sum(host not in (LOCAL, OFFICE, None) for host in hosts),
            **{f"{name}, s": ms / 1000 for name, ms in self.seen.items()},
        }


def main() -> None:
    given = arguments()
    machine()
    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as stack:
        ours = stack.enter_context(serving("dashboard.py", folder))
        plain = stack.enter_context(serving("pages/parts/shell.py", folder))
        addresses = {
            "ours": f"http://{LOCAL}:{ours}/",
            "ours, office name": f"http://{OFFICE}:{ours}/",
            "plain": f"http://{LOCAL}:{plain}/",
        }
        visits = visit_all(addresses, given.visits)
    compare(visits)
    heaviest(visits["ours"][0], "ours")
    machine()


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--visits", type=int, default=3, help="of each server (default 3)")
    return parser.parse_args()


@contextlib.contextmanager
def serving(script: str, folder: str) -> Iterator[int]:
    """A server of its own on a free port, with its database in a folder of its own."""
    port = free_port()
    options = {"port": port, "address": LOCAL, "headless": "true", "fileWatcherType": "none"}
    command = [sys.executable, "-m", "streamlit.web.cli", "run", script]
    command += [f"--server.{name}={value}" for name, value in options.items()]
    environment = os.environ | {"INOVASI_BANUA_DB": folder, "PYTHONPATH": str(ROOT)}
    log = Path(folder) / f"{port}.log"
    with log.open("w") as said:
        server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=said, stderr=said)
    try:
        wait_for(f"http://{LOCAL}:{port}/_stcore/health")
        yield port
    finally:
        if server.poll() is not None:
            print(f"{script} ended with {server.returncode}:\n{log.read_text()[-2000:]}")
        server.terminate()
        server.wait(10)


def free_port() -> int:
    with socket.socket() as one:
        one.bind((LOCAL, 0))
        return one.getsockname()[1]


def wait_for(address: str, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=2):
            return
        time.sleep(0.2)
    raise TimeoutError(f"no answer from {address}")


def visit_all(addresses: dict[str, str], count: int) -> dict[str, list[Visit]]:
    """One visit without the slow line to warm each server, then the servers in turn."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for address in addresses.values():
            visit(browser, address, slow=False)
        rounds = [
            {name: visit(browser, address) for name, address in addresses.items()}
            for _ in range(count)
        ]
        browser.close()
    return {name: [one[name] for one in rounds] for name in addresses}


def visit(browser: Browser, address: str, slow: bool = True) -> Visit:
    context = browser.new_context(viewport={"width": 1366, "height": 768}, locale="id-ID")
    page = context.new_page()
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    if slow:
        wire.send("Network.emulateNetworkConditions", LINE)
    made = Visit()
    record(wire, made)
    page.add_init_script(WATCH)
    page.goto(address, wait_until="commit")
    with contextlib.suppress(Error):
        page.wait_for_function(FINISHED, timeout=GIVE_UP)
    page.wait_for_timeout(1000)
    made.seen = page.evaluate("seen")
    context.close()
    return made


def record(wire: CDPSession, made: Visit) -> None:
    """Keep what DevTools tells of requests and of the web socket."""

    def sent(event: dict) -> None:
        request = Request(event["request"]["url"], event["timestamp"])
        made.requests[event["requestId"]] = request

    def answered(event: dict) -> None:
        headers = event["response"]["headers"]
        made.requests[event["requestId"]].encoding = headers.get("content-encoding", "")

    def finished(event: dict) -> None:
        request = made.requests[event["requestId"]]
        request.size, request.end = event["encodedDataLength"], event["timestamp"]

    def framed(event: dict) -> None:
        made.socket += payload(event["response"])

    wire.on("Network.requestWillBeSent", sent)
    wire.on("Network.responseReceived", answered)
    wire.on("Network.loadingFinished", finished)
    wire.on("Network.webSocketFrameReceived", framed)
    wire.on("Network.webSocketFrameSent", framed)


def payload(frame: dict) -> int:
    """Bytes of a frame; DevTools shows binary frames as base64."""
    data = frame["payloadData"]
    return len(data.encode()) if frame["opcode"] == 1 else len(data.rstrip("=")) * 3 // 4


def compare(visits: dict[str, list[Visit]]) -> None:
    names = ["total, MB", "of it web socket, kB", "requests", "to other hosts"]
    names += ["words, s", "list, s", "chart, s", "map, s"]
    rows = [
        [name, *(told(name, made) for made in visits.values()), BUDGETS.get(name, "–")]
        for name in names
    ]
    count = len(next(iter(visits.values())))
    table([f"median (range) of {count}", *visits, "budget"], rows)


def told(name: str, visits: list[Visit]) -> str:
    values = [made.figures()[name] for made in visits if name in made.figures()]
    if len(values) < len(visits):
        return f"blank in {len(visits) - len(values)}"
    return spread(values, 2 if name.endswith(("MB", " s")) else 0)


def heaviest(made: Visit, name: str, count: int = 12) -> None:
    """The largest transfers of one visit, and all others together."""
    start = min(request.start for request in made.requests.values())
    ordered = sorted(made.requests.values(), key=lambda request: -request.size)
    rows = [
        [
            urlsplit(request.url).path,
            f"{request.size / 1e3:.0f}",
            request.encoding or "–",
            f"{request.start - start:.1f}–{request.end - start:.1f}",
        ]
        for request in ordered[:count]
    ]
    others = [request.size for request in ordered[count:]]
    middle = f"median {statistics.median(others) / 1e3:.1f} kB"
    rows.append([f"{len(others)} others ({middle})", f"{sum(others) / 1e3:.0f}", "", ""])
    table([f"heaviest of a visit ({name})", "kB", "encoding", "from–to, s"], rows)


if __name__ == "__main__":
    main()
