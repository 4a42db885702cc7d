"""A real server and a real Chromium. Required where REQUIRE_BROWSER is set, as in CI."""

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CHROMIUM = (
    shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
)
QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
FOOTER = re.compile(r"^Sumber: (\d+ klaim indeks|putaran rekaan)")
# On a deep link Streamlit's own page first asks for its server under that path, then at the root.
PROBES = ("/_stcore/health", "/_stcore/host-config")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    missing = CHROMIUM is None and not os.environ.get("REQUIRE_BROWSER")
    for item in items:
        if "browser" in Path(item.fspath).parts:
            item.add_marker(pytest.mark.browser)
            if missing:
                item.add_marker(pytest.mark.skip(reason="no Chromium; set REQUIRE_BROWSER to fail"))


@contextmanager
def running(
    database_folder: Path, script: str = "dashboard.py", **environment: str
) -> Iterator[str]:
    """The app as the README starts it, on a free port; yields its address.

    Args:
        script: another app of a test's own.
        environment: more variables, such as STREAMLIT_SECRETS_FILES; without that one the app
            finds no secrets, whatever the developer keeps.
    """
    port = free_port()
    command = [
        sys.executable, "-m", "streamlit", "run", script, "--server.headless", "true",
        "--server.port", str(port), "--server.address", "127.0.0.1",
    ]  # fmt: skip
    own = {
        "INOVASI_BANUA_DB": str(database_folder),
        "STREAMLIT_SECRETS_FILES": str(ROOT / "tests" / "no-secrets.toml"),
    }
    environment = os.environ | own | environment
    with tempfile.TemporaryFile() as log:
        server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
        try:
            address = f"http://127.0.0.1:{port}"
            wait_for(address)
            yield address
        finally:
            stop(server)


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def stop(server: subprocess.Popen) -> None:
    """Ask it to end; a server that hangs is killed, or it would eat a core for ever."""
    server.terminate()
    try:
        server.wait(timeout=10)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def wait_for(address: str, seconds: float = 40) -> None:
    end = time.monotonic() + seconds
    while True:
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2):
                return
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)


@pytest.fixture(scope="session")
def built(own_database_folder: Path, published: object, simulated: object) -> Path:
    """A folder with both datasets: only the test of the first start need wait for them."""
    return own_database_folder


@pytest.fixture(scope="session")
def server(built: Path) -> Iterator[str]:
    with running(built) as address:
        yield address


@pytest.fixture(scope="session")
def chromium():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def planner(chromium):
    """One person's browser for all tests: it need not load Streamlit again for each."""
    context = chromium.new_context(locale="id-ID")
    yield context
    context.close()


class Watched:
    """A browser page that remembers what it asked for and complained about."""

    def __init__(
        self, context, address: str, width: int = 1366, height: int = 768, dark: bool = False
    ):
        self.page, self.address = context.new_page(), address
        self.page.set_viewport_size({"width": width, "height": height})
        self.page.emulate_media(color_scheme="dark" if dark else "light")
        self.outside: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", self.note_request)
        self.page.on("console", self.note_console)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def note_request(self, request) -> None:
        ours = (self.address, self.address.replace("http", "ws"), "data:", "blob:")
        if not request.url.startswith(ours):
            self.outside.append(request.url)

    def note_console(self, message) -> None:
        probe = message.location.get("url", "").endswith(PROBES)
        if message.type == "error" and not probe:
            self.complaints.append(message.text)

    def open(self, path: str = "/") -> "Watched":
        self.page.goto(self.address + path)
        self.settled()
        return self

    def settled(self) -> None:
        """The footer is the last thing a page draws; then the script has stopped running."""
        self.page.get_by_text(FOOTER).wait_for(timeout=30_000)
        self.page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
        self.page.wait_for_timeout(300)

    def title(self) -> str:
        return self.page.locator("h1").first.inner_text()


@pytest.fixture
def browse(planner, server) -> Iterator[Callable[..., Watched]]:
    """browse("/gaps", width=390, dark=True) opens a page in a new window."""
    windows = []

    def open_window(path: str = "/", at: str = server, **size: int | bool) -> Watched:
        windows.append(Watched(planner, at, **size))
        return windows[-1].open(path)

    yield open_window
    for window in windows:
        window.page.close()
