"""One statement of an analyst, run on a built file by a process of its own that may die of it.

The walls are in console_child.py; here are the limits, the queue, and what came of it.
"""

import json
import re
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa

from queries import console_process
from queries.asking import FOLDER, named, text
from queries.console_process import POLL, Watch, unwatched

SECONDS = 5  # of running; the process ends itself half a second later
START = 10  # seconds that a busy machine may take to begin, and to send the rows
ROWS = 10_000
BYTES = 8_000_000  # of an answer: a session keeps its last one
COLUMNS = 300
CELLS = 300_000  # a workbook of them takes the server three seconds
MEGABYTES = 256  # of DuckDB's memory
ADDRESS_SPACE = 900_000_000  # of the process, most of it libraries
LETTERS = 20_000
PARAMETER_LETTERS = 50_000
AT_ONCE = 2  # statements on this server
PATIENCE = 5.0  # seconds of waiting for one's turn
SAID = 600  # letters of a complaint
UNREADABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")

turns = threading.BoundedSemaphore(AT_ONCE)


@dataclass(frozen=True)
class Answer:
    """Rows, and how they came.

    Attributes:
        cut: "" for all rows, "rows" or "size" for the first ones only.
        seconds: of running; overall also of starting the process.
    """

    table: pa.Table
    seconds: float
    overall: float
    cut: str


class Refused(Exception):
    """A statement that gave no rows.

    Attributes:
        kind: letters, long, busy, died, deadline, memory, empty, many, statement, function, table,
            file, parameters, columns, size, depth or error.
        told: what else is known: said, missing, extra; of an error line and column, from 1.
    """

    def __init__(self, kind: str, **told: Any) -> None:
        super().__init__(kind)
        self.kind, self.told = kind, told


def names() -> list[str]:
    """Every question there is; those to the ledger's own file begin with "ledger/"."""
    files = [file for part in ("", "ledger/", "examples/") for file in FOLDER.glob(f"{part}*.sql")]
    return sorted(file.relative_to(FOLDER).with_suffix("").as_posix() for file in files)


def tables_of(question: str) -> frozenset[str]:
    """The given_ tables that a question needs."""
    bare = re.sub(r"--.*", "", text(question))
    return frozenset(re.findall(r"\bgiven_([a-z_]+)", bare)) & named(text(question))


def run(file: Path, sql: str, given: dict[str, Any], watch: Watch = unwatched) -> Answer:
    """The answer of a built file to one SELECT.

    Args:
        given: values of its $names: text, number, boolean, None or a list of them; a dict of
            columns is the table given_<name>.
        watch: told the seconds that went by, again and again; what it raises ends the statement.

    Raises:
        Refused: there are no rows to show, and why.
    """
    if len(sql) > LETTERS:
        raise Refused("long", said=len(sql))
    if unreadable := UNREADABLE.search(sql):
        raise Refused("letters", **place(sql, unreadable.start()))
    begun = time.monotonic()
    with turn(watch, begun):
        asked = request(file, sql, given)
        code, output = console_process.worked(asked, SECONDS + START, watch, begun)
    head, _, rows = output.partition(b"\n")
    if not head:
        known = {console_process.LATE: "deadline", console_process.FULL: "memory"}
        raise Refused(known.get(code, "died"))
    told = json.loads(head)
    kind = told.pop("kind")
    if kind != "ok":
        raise Refused(plainer(kind, str(told.get("said"))), **located(told, sql, file))
    table = pa.ipc.open_stream(rows).read_all()
    return Answer(table, told["milliseconds"] / 1000, time.monotonic() - begun, told["cut"])


def request(file: Path, sql: str, given: dict[str, Any]) -> bytes:
    limits = {
        "seconds": SECONDS, "megabytes": MEGABYTES, "address_space": ADDRESS_SPACE,
        "rows": ROWS, "bytes": BYTES, "columns": COLUMNS, "cells": CELLS,
    }  # fmt: skip
    asked = {"file": str(file.resolve()), "sql": sql, "given": given, "limits": limits}
    return json.dumps(asked).encode()


@contextmanager
def turn(watch: Watch, begun: float) -> Any:
    """One of the few places; Refused where none becomes free."""
    while not turns.acquire(timeout=POLL):
        watch(time.monotonic() - begun)
        if time.monotonic() - begun > PATIENCE:
            raise Refused("busy")
    try:
        yield
    finally:
        turns.release()


def plainer(kind: str, said: str) -> str:
    """Two complaints of DuckDB that a reader would not understand have a kind of their own."""
    known = {"has been disabled by configuration": "file", "Max expression depth": "depth"}
    return next((better for words, better in known.items() if words in said), kind)


def located(told: dict[str, Any], sql: str, file: Path) -> dict[str, Any]:
    """What DuckDB says, without where our files lie, and the place as line and column."""
    byte = told.pop("place", None)
    if isinstance(told.get("said"), str):
        said = told["said"].replace(str(file.resolve().parent), "…").replace(str(file.parent), "…")
        told["said"] = said if len(said) <= SAID else f"{said[:SAID]} …"
    if byte is None:
        return told
    before = sql.encode()[:byte].decode(errors="ignore")
    return told | place(sql, len(before))


def place(sql: str, letter: int) -> dict[str, int]:
    """Line and column of a letter, both from 1."""
    before = sql[:letter]
    return {"line": before.count("\n") + 1, "column": letter - (before.rfind("\n") + 1) + 1}
