"""The parent's side of the reading child: started when needed, killed when late, replaced."""

import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any, Self

from data.importing.limits import MB, MEMORY, SAVE_AS, SECONDS, SECONDS_ALL, SPLIT
from data.importing.sending import untagged

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-m", "data.importing.reader_child"]
WAITING_LINES = 8  # lines of the child held unread: each is some hundred rows


class Died(Exception):
    """The child ended before it had answered.

    Attributes:
        reason, suggestion: for a finding.
    """

    def __init__(self, late: bool) -> None:
        self.reason = (
            f"tidak selesai dibaca dalam {SECONDS} detik (atau {SECONDS_ALL} detik untuk semuanya)"
            if late
            else f"terlalu besar saat dibuka (lebih dari {MEMORY // MB} MB) atau rusak"
        )
        self.suggestion = SPLIT if late else f"{SAVE_AS}; bila besar, {SPLIT}"
        super().__init__(self.reason)


class Child:
    """A process that reads files for us, at most one at a time."""

    def __init__(self) -> None:
        self.process: subprocess.Popen[bytes] | None = None
        self.lines: queue.Queue[bytes] = queue.Queue(WAITING_LINES)
        self.threads: list[threading.Thread] = []
        self.ends = time.monotonic() + SECONDS_ALL

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def ask(self, name: str, data: bytes, start: int) -> Iterator[list[Any]]:
        """The child's messages about one file, up to its end; Died if it does not get there."""
        process = self.process or self._start()
        late = time.monotonic() + SECONDS
        self._beside(_send, process, name, data, start)
        while True:
            message = self._message(min(late, self.ends))
            if message == ["end"]:
                return
            if message[0] == "file":
                late = time.monotonic() + SECONDS
            yield message

    def _message(self, late: float) -> list[Any]:
        try:
            line = self.lines.get(timeout=max(0.001, late - time.monotonic()))
            return json.loads(line, object_hook=untagged)
        except queue.Empty:
            self.close()
            raise Died(late=True) from None
        except ValueError:  # its last line is cut, or empty: it is gone
            self.close()
            raise Died(late=False) from None

    def _start(self) -> subprocess.Popen[bytes]:
        """A fresh child; its complaints are its own, ours are the findings."""
        self.process = subprocess.Popen(
            COMMAND,
            cwd=ROOT,
            env={**os.environ, "RUST_BACKTRACE": "0"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self.lines = queue.Queue(WAITING_LINES)
        self._beside(_listen, self.process.stdout, self.lines)
        return self.process

    def _beside(self, work: Callable[..., None], *given: Any) -> None:
        thread = threading.Thread(target=work, args=given, daemon=True)
        self.threads.append(thread)
        thread.start()

    def close(self) -> None:
        """End the child, whatever it is at."""
        if self.process is None:
            return
        self.process.kill()
        self.process.wait()
        for thread in self.threads:
            while thread.is_alive():  # the listener may wait for room to put a line
                self._drain()
                thread.join(0.01)
        self.threads.clear()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):  # what was not sent cannot be any more
                    pipe.close()
        self.process = None

    def _drain(self) -> None:
        with contextlib.suppress(queue.Empty):
            while True:
                self.lines.get_nowait()


def _send(process: subprocess.Popen[bytes], name: str, data: bytes, start: int) -> None:
    """Hand a file over: beside the reading, as a dying child would block or break the pipe."""
    pipe = process.stdin
    asked = {"name": name, "size": len(data), "start": start}
    try:
        if pipe is not None:
            pipe.write(json.dumps(asked).encode() + b"\n")
            pipe.write(data)
            pipe.flush()
    except (OSError, ValueError):
        return  # the reader finds out that the child is gone


def _listen(pipe: IO[bytes], lines: "queue.Queue[bytes]") -> None:
    """Every line of the child, and b"" once there are no more."""
    for line in pipe:
        lines.put(line)
    lines.put(b"")
