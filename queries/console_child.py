"""The process that runs one statement of a stranger on a built file, and dies of it if need be.

It begins without the rest of the house (console.LAUNCH), in a fifth of a second. In, over stdin:
one JSON object {file, sql, given, limits}. Out, over stdout: a line of JSON that says what came of
it, and after "ok" the rows as an Arrow stream.

Walls, one behind the other: the parser says what the statement is before it runs; the file is open
read-only with no way out of it and no setting that can be changed; memory, time and rows are
bounded here; the system is asked to open no file, to write none and to start no process any more;
and the parent ends this process when it is late.
"""

import contextlib
import json
import os
import sys
import threading
import time
from pathlib import Path

import duckdb
import pyarrow as pa

from queries.console_rows import fetched, streamed
from queries.console_statement import Refusal, Said, checked, given

LATE, FULL = 75, 76  # how the process ends of time and of memory


def main() -> None:
    """Answer the one request, and end without tidying up."""
    asked, out = json.load(sys.stdin), quiet()
    limits = asked["limits"]
    stand_back()
    bound("RLIMIT_CORE", 0)
    bound("RLIMIT_AS", limits["address_space"])
    bound("RLIMIT_CPU", int(limits["seconds"]) + 2)
    try:
        told, rows = answered(asked, limits)
    except Refusal as refusal:
        told, rows = refusal.told, b""
    except MemoryError:
        os._exit(FULL)
    except RecursionError:
        told, rows = {"kind": "depth"}, b""
    with os.fdopen(out, "wb") as pipe:
        pipe.write(json.dumps(told).encode() + b"\n" + rows)
    os._exit(0)


def quiet() -> int:
    """The pipe to the parent, kept apart: DuckDB shows its progress on the standard output."""
    out, nowhere = os.dup(1), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    return out


def stand_back() -> None:
    """Others go first: for the processor, and when memory runs out this one is ended."""
    with contextlib.suppress(OSError, AttributeError):  # as far as the system knows such things
        os.nice(5)
        Path("/proc/self/oom_score_adj").write_text("1000")


def bound(name: str, most: int) -> None:
    """A limit of the system, where it has such a one."""
    try:
        import resource
    except ImportError:  # Windows has none
        return
    with contextlib.suppress(ValueError, OSError, AttributeError):
        resource.setrlimit(getattr(resource, name), (most, most))


def answered(asked: Said, limits: Said) -> tuple[Said, bytes]:
    db = opened(asked["file"], limits)
    begun = time.perf_counter()
    timer = threading.Timer(limits["seconds"], db.interrupt)
    last = threading.Timer(limits["seconds"] + 0.5, os._exit, (LATE,))
    for one in (timer, last):
        one.daemon = True
        one.start()
    for resource in ("RLIMIT_NOFILE", "RLIMIT_FSIZE", "RLIMIT_NPROC"):
        bound(resource, 0)  # what is open stays open: the file and the pipes
    try:
        statement = checked(db, asked["sql"])
        values = given(db, statement, asked["given"])
        table, cut = fetched(db, statement, values, limits)
    except duckdb.InterruptException:
        raise Refusal("deadline") from None
    except duckdb.OutOfMemoryException:
        raise Refusal("memory") from None
    except (duckdb.Error, ValueError, RuntimeError, OverflowError, pa.ArrowException) as error:
        raise Refusal("error", **complaint(str(error))) from None
    milliseconds = (time.perf_counter() - begun) * 1000
    return {"kind": "ok", "milliseconds": milliseconds, "cut": cut}, streamed(table)


def opened(file: str, limits: Said) -> duckdb.DuckDBPyConnection:
    folder, name = os.path.split(file)
    os.chdir(folder)
    config: dict[str, str | bool | int | float | list[str]] = {
        "enable_external_access": "false", "python_enable_replacements": "false",
        "memory_limit": f"{limits['megabytes']}MB", "threads": "1", "temp_directory": "",
        "max_temp_directory_size": "0KB", "autoinstall_known_extensions": "false",
        "autoload_known_extensions": "false", "allow_community_extensions": "false",
        "allow_persistent_secrets": "false", "errors_as_json": "true",
    }  # fmt: skip
    db = duckdb.connect(name, read_only=True, config=config)
    db.execute("set enable_progress_bar = false")
    db.execute("set disabled_filesystems = 'LocalFileSystem'")
    db.execute("set lock_configuration = true")
    return db


def complaint(text: str) -> Said:
    """What DuckDB says, and at which byte of the statement."""
    kind, _, rest = text.partition(": ")
    try:
        told = json.loads(rest)
        place = told.get("position")
        return {"said": f"{kind}: {told['exception_message']}",
                "place": int(place) if place is not None else None}  # fmt: skip
    except (ValueError, KeyError, TypeError):
        return {"said": text, "place": None}
