"""The zip of all regencies, made beside the server, one at a time.

The command line makes it in a process of its own, of low rank: some forty seconds of work that
would make everybody wait, and memory that comes back when it ends. What it prints is the progress.
"""

import atexit
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
COMMAND = (sys.executable, "-m", "data", "brief", "--all", "--province")
NAME = "taklimat-semua-daerah.zip"
LONGEST = 1200.0  # seconds; then something is wrong
KEPT = 900.0  # seconds that a finished zip waits to be fetched
ABANDONED = 86_400.0  # seconds; a server stopped by a signal has no time to tidy up
POLITE = 5
PREFIX = "inovasi-banua-zip-"
STEP = re.compile(r"(\d+)/(\d+) (\S+)")


def room() -> tempfile.TemporaryDirectory[str]:
    """A folder for one zip; those that a killed server left behind go."""
    for left in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > ABANDONED:
                shutil.rmtree(left, ignore_errors=True)
    return tempfile.TemporaryDirectory(prefix=PREFIX, ignore_cleanup_errors=True)


@dataclass
class Job:
    """One zip on its way or done.

    Attributes:
        owner: a secret of the session that asked; only it may look, stop and fetch.
        done, total, name: files made, to be made, and the last of them.
        state: "berjalan", "selesai", "gagal" or "dibuang".
    """

    owner: str
    arguments: tuple[str, ...]
    done: int = 0
    total: int = 0
    name: str = ""
    state: str = "berjalan"
    folder: tempfile.TemporaryDirectory[str] = field(default_factory=room)
    process: subprocess.Popen[str] | None = None
    timer: threading.Timer | None = None

    @property
    def path(self) -> Path:
        return Path(self.folder.name) / NAME

    @property
    def running(self) -> bool:
        return self.state == "berjalan"

    def start(self) -> None:
        self.process = subprocess.Popen(
            [*COMMAND, *self.arguments, f"--zip={self.path}"],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        )
        with suppress(OSError, AttributeError):  # Windows knows no such rank
            os.setpriority(os.PRIO_PROCESS, self.process.pid, POLITE)
        self.clock(LONGEST)
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self) -> None:
        """Follow what the process prints until it ends."""
        process = self.process
        if process is None or process.stdout is None:
            return
        with process.stdout as lines:
            for line in lines:
                if found := STEP.match(line):
                    self.done, self.total, self.name = int(found[1]), int(found[2]), found[3]
        whole = process.wait() == 0 and self.path.exists()
        if self.running:
            self.state = "selesai" if whole else "gagal"
            self.clock(KEPT)

    def clock(self, seconds: float) -> None:
        """Let everything go after so long."""
        if self.timer:
            self.timer.cancel()
        self.timer = threading.Timer(seconds, self.close)
        self.timer.daemon = True
        self.timer.start()

    def close(self) -> None:
        """Stop, and remove what was made."""
        self.state = "dibuang"
        if self.timer:
            self.timer.cancel()
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.folder.cleanup()


class Work:
    """The one place where such a zip is made; all sessions share it."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.job: Job | None = None

    def begin(self, owner: str, arguments: tuple[str, ...]) -> bool:
        """Start one; false while another session's is being made."""
        with self.lock:
            if self.job and self.job.running and self.job.owner != owner:
                return False
            if self.job:
                self.job.close()
            self.job = Job(owner, arguments)
            self.job.start()
            return True

    def end(self, owner: str) -> None:
        """Stop and forget the session's own."""
        with self.lock:
            if self.job and self.job.owner == owner:
                self.job.close()
                self.job = None

    def of(self, owner: str) -> Job | None:
        job = self.job
        return job if job and job.owner == owner and job.state != "dibuang" else None

    def close(self) -> None:
        if self.job:
            self.job.close()


WORK = Work()
atexit.register(WORK.close)
