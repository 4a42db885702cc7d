"""Processes that write the book at the same time, or are killed while they write.

Started by tests as a process of its own, which imports everything once and forks for every order:
a line of JSON in, a line of JSON out (what each child said). A child says "try" before a write,
"<revision>" after it was confirmed, "stale" when it was refused; a hindered one what it was told.
"""

import json
import os
import resource
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from typing import Any

import duckdb

from data import book, book_backup

ROOT = Path(__file__).parents[1]
PATIENCE = 60  # seconds until a child that says nothing is given up


def values_of(revision: int) -> dict[str, str]:
    """What the event of a revision sets: enough to be written in more than one piece."""
    return {"note": f"catatan {revision} " * 200, "planned.visit": "2026-12-01", "giver": "B"}


class Children:
    """The process that forks, as tests talk to it."""

    def __init__(self, process: subprocess.Popen[str]):
        self.process = process

    def order(self, **what: Any) -> list[list[str]]:
        """What every child said, word by word."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps(what) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())


@contextmanager
def started(module: str = __name__) -> Iterator[Children]:
    """The process of a module whose `main` takes orders line by line."""
    command = [sys.executable, "-m", module]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield Children(process)
        assert process.stdin
        process.stdin.close()


def main() -> None:
    import_module("pandas")  # DuckDB would import it anew in every child: half a second each
    for line in sys.stdin:
        order = json.loads(line)
        os.environ["INOVASI_BANUA_BOOK"] = order.pop("folder")
        work = killed if "after" in order else hindered if "hindrance" in order else raced
        said = work(**order)
        sys.stdout.write(json.dumps(said) + "\n")
        sys.stdout.flush()


def killed(
    subject: str, base: int, after: int, seconds: float, longest_log: int
) -> list[list[str]]:
    """A child that writes without end, killed `seconds` after so many confirmed writes."""
    book_backup.LONGEST_LOG = longest_log
    child, hears = forked(lambda say: write_on(say, subject, base))
    said = b""
    while said.count(b"\n") < 2 * after + 1:  # a try, and a try and a confirmation for each
        ready, _, _ = select.select([hears], [], [], PATIENCE)
        heard = os.read(hears, 1000) if ready else b""
        if not heard:
            break
        said += heard
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return [words(said + drained(hears))]


def raced(subject: str, children: int, wins: int) -> list[list[str]]:
    """Children that all write the same subject until each has won so many revisions."""
    family = [
        forked(lambda say, name=f"anak {number}": win(say, subject, wins, name))
        for number in range(children)
    ]
    said = [words(drained(hears)) for _, hears in family]
    for child, _ in family:
        os.waitpid(child, 0)
    return said


def hindered(subject: str, hindrance: str, handles: int = 0) -> list[list[str]]:
    """A child that reads and then writes, as a stranger or with so many file handles left."""

    def work(say: Any) -> None:
        HINDRANCES[hindrance](handles)
        tasks = (last, lambda subject: book.write(subject, last(subject), "menulis", {}, "anak"))
        for task in tasks:
            try:
                say(task(subject))
            except Exception as error:
                say(f"{type(error).__name__}: {error}")

    child, hears = forked(work)
    said = drained(hears).decode().splitlines()
    os.waitpid(child, 0)
    return [said]


def last(subject: str) -> int:
    with book.opened() as db:
        return book.last(db, subject)[0]


def become_a_stranger(_handles: int) -> None:
    if os.getuid() == 0:  # anybody else is already held by the rights of a file
        os.setuid(65534)


def use_up_handles(left: int) -> None:
    duckdb.connect().close()  # what DuckDB opens once
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (60, most))
    held = []
    with suppress(OSError):
        while True:
            held.append(os.open(os.devnull, os.O_RDONLY))
    for handle in held[:left]:
        os.close(handle)


HINDRANCES = {"stranger": become_a_stranger, "handles": use_up_handles}


@contextmanager
def largest_file(size: int) -> Iterator[None]:
    """This process cannot write a file beyond so many bytes, as on a disk that is full."""
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, usual[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)


def forked(work: Any) -> tuple[int, int]:
    """A child at work, and the end of the pipe on which it is heard."""
    hears, says = os.pipe()
    child = os.fork()
    if child:
        os.close(says)
        return child, hears
    try:
        os.close(hears)
        work(lambda word: os.write(says, f"{word}\n".encode()))
    finally:
        os._exit(0)


def write_on(say: Any, subject: str, base: int) -> None:
    while True:
        say("try")
        base = book.write(subject, base, "menulis", values_of(base + 1), "anak")
        say(base)


def win(say: Any, subject: str, wins: int, name: str) -> None:
    while wins:
        base = last(subject)
        try:
            say(book.write(subject, base, "menulis", values_of(base + 1), name))
            wins -= 1
        except book.StaleError:
            say("stale")


def drained(hears: int) -> bytes:
    """All that is left in a pipe whose other end is closed."""
    with os.fdopen(hears, "rb") as pipe:
        return pipe.read()


def words(said: bytes) -> list[str]:
    return said.decode().split()


if __name__ == "__main__":
    main()
