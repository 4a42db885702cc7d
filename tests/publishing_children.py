"""Processes that publish versions at the same time, or are killed while they publish.

Started by tests as a process of its own, which imports everything once and forks for every order,
as `tests.book_children` does. A child says "try" before it publishes, the number after that.
Version n holds one score, n: whatever is a mixture of two of them can be told.
"""

import json
import os
import select
import shutil
import signal
import sys
import time
import uuid
from importlib import import_module
from pathlib import Path
from typing import Any

import duckdb

from data import build, shelf
from data.importing import publishing
from data.importing.holdings import Holdings
from data.importing.publishing import Draft
from tests import importing
from tests.book_children import PATIENCE, drained, forked, words

CODE = "6303"
SCORE = f"select score from index_claim where claim_id = 'U{CODE}-2026'"


def main() -> None:
    import_module("pandas")  # DuckDB would import it anew in every child: half a second each
    for line in sys.stdin:
        order = json.loads(line)
        os.environ["INOVASI_BANUA_BOOK"] = order["book"]
        os.environ["INOVASI_BANUA_DB"] = order["db"]
        base = Path(order["base"])
        if "seconds" in order:
            said = killed(base, order["seconds"])
        else:
            said = raced(base, order["children"], order["wins"])
        sys.stdout.write(json.dumps(said) + "\n")
        sys.stdout.flush()


def unfinished(_db: duckdb.DuckDBPyConnection) -> None:
    """A build that stores what is imported and computes nothing."""


def held(number: int) -> Holdings:
    """What version `number` holds."""
    return importing.results({CODE: number})


def toy_base(file: Path) -> Path:
    """As much of a built file as publishing and these tests look at: made at once."""
    with duckdb.connect(file, config={"default_block_size": 16384}) as db:
        db.execute("create table dataset as select '' as fingerprint")
        db.execute(
            f"create table index_claim as select 'U{CODE}-2026' as claim_id, 0::double as score"
        )
    return file


def drafted(base: Path, parent: int) -> Draft:
    """The next version as if it had been built: in a tenth of the time, for many kills."""
    file = shelf.folder() / f".resmi-{uuid.uuid4().hex}.tmp"
    shutil.copy(base, file)
    with duckdb.connect(file) as db:
        db.execute(f"update index_claim set score = {parent + 1} where claim_id = 'U{CODE}-2026'")
    return Draft(held(parent + 1), parent, file, build.fingerprint())


def publish(base: Path, who: str) -> int:
    """One version more, or a StaleError."""
    draft = drafted(base, publishing.number_in_force())
    note = f"nomor {draft.parent + 1}"
    return publishing.publish(draft, who, note, "impor", unfinished).number


def killed(base: Path, seconds: float) -> list[list[str]]:
    """A child that publishes without end, killed so long after its first try."""

    def work(say: Any) -> None:
        while True:
            say("try")
            say(publish(base, "anak"))

    child, hears = forked(work)
    ready, _, _ = select.select([hears], [], [], PATIENCE)
    said = os.read(hears, 1000) if ready else b""
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    _, how = os.waitpid(child, 0)
    alive = os.WIFSIGNALED(how)  # one that ended by itself has failed
    return [words(said + drained(hears)) + ([] if alive else ["failed"])]


def raced(base: Path, children: int, wins: int) -> list[list[str]]:
    """Children that all publish until each has published so many versions."""

    def work(say: Any, name: str) -> None:
        left = wins
        while left:
            try:
                say(publish(base, name))
                left -= 1
            except publishing.StaleError:
                say("stale")

    family = [forked(lambda say, n=number: work(say, f"anak {n}")) for number in range(children)]
    said = [words(drained(hears)) for _, hears in family]
    for child, _ in family:
        os.waitpid(child, 0)
    return said


if __name__ == "__main__":
    main()
