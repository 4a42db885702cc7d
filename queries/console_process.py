"""The process of one statement, as the server sees it: started bare, fed, listened to, ended."""

import os
import subprocess
import sys
import time
from collections.abc import Callable

from queries.asking import FOLDER

LAUNCH = """import sys, types
sys.modules["numpy"] = None  # a third of the start, and nothing there uses it
house = types.ModuleType("queries")  # without its __init__, which brings pandas
house.__path__ = [sys.argv[1]]
sys.modules["queries"] = house
from queries.console_child import main
main()
"""
CHILD = [sys.executable, "-I", "-c", LAUNCH, str(FOLDER)]
LATE, FULL = 75, 76
"""How the process ends of time and of memory."""
POLL = 0.2  # seconds
Watch = Callable[[float], None]


def unwatched(_: float) -> None:
    """Nobody looks."""


def worked(asked: bytes, seconds: float, watch: Watch, begun: float) -> tuple[int, bytes]:
    """How the process ended and what it said; it is gone when this returns or raises.

    Args:
        seconds: after which it is ended, whatever it is at; it ends itself before that.
        watch: told the seconds since `begun`, again and again; what it raises ends the process.
    """
    process = subprocess.Popen(
        CHILD,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment(),
    )
    late = time.monotonic() + seconds
    left: bytes | None = asked
    try:
        while time.monotonic() < late:
            try:
                output, _ = process.communicate(left, timeout=POLL)
                return process.returncode, output
            except subprocess.TimeoutExpired:
                left = None  # it is being sent already
                watch(time.monotonic() - begun)
        return LATE, b""
    finally:
        process.kill()
        process.communicate()


def environment() -> dict[str, str]:
    """Nothing of the server's but what a Python needs to start."""
    needed = {"SYSTEMROOT", "LD_LIBRARY_PATH"} & os.environ.keys()
    return {"ARROW_DEFAULT_MEMORY_POOL": "system", **{name: os.environ[name] for name in needed}}
