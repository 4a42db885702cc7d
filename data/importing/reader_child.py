"""The process that opens strangers' files: bytes in over stdin, lines of JSON out over stdout.

In: a JSON line {name, size, start} and `size` bytes, again and again, until the pipe is closed;
of a zip the members before `start` are left out. Out: the messages of `sending`.
"""

import contextlib
import hashlib
import json
import sys
from collections.abc import Iterator
from typing import BinaryIO

from python_calamine import PasswordError

from data.importing import containers, csv_reading, members, sending, workbooks, zips
from data.importing.limits import MEMORY, SAVE_AS, Refusal
from data.importing.sending import say
from data.importing.workbooks import Table

DAMAGED = Refusal("berkas rusak, terpotong, atau bukan seperti yang seharusnya", SAVE_AS)
STRANGE_ERROR = Refusal(
    "memuat nilai galat Excel yang belum dikenal, misalnya #SPILL! atau #CALC!",
    "ganti rumusnya dengan nilai (tempel khusus › nilai), lalu unggah lagi",
)


def main(source: BinaryIO) -> None:
    """Read files from the parent until it closes the pipe."""
    _limit_memory()
    while line := source.readline():
        asked = json.loads(line)
        _upload(asked["name"], source.read(asked["size"]), asked["start"])
        say("end")
        sys.stdout.flush()


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows has none
        return
    with contextlib.suppress(ValueError, OSError):  # macOS knows the limit and refuses to set it
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _upload(name: str, data: bytes, start: int) -> None:
    """One file as it was uploaded; of a zip, its members from `start` on."""
    allowance = zips.Allowance()
    if not start:
        _announce(0, 1, "")
    try:
        kind = containers.kind(data)
        if kind != "zip":
            _read(name, data, kind, allowance)
            return
        if not start:
            _remark_name(name, kind)
        for place, count, member in members.listed(data, allowance):
            if place >= start:
                _announce(place, count, member.name)
                _member(member)
    except Exception as error:  # whatever is wrong with a stranger's bytes is told
        _refuse(error)


def _announce(place: int, count: int, name: str) -> None:
    say("file", place, count, name)
    sys.stdout.flush()


def _member(member: members.Member) -> None:
    try:
        data = member.read()
        kind = containers.kind(data)
        if kind == "zip":
            raise members.NESTED
        _read(member.name, data, kind, member.allowance)
    except Exception as error:  # as above; the next member may be sound
        _refuse(error)


def _read(name: str, data: bytes, kind: str, allowance: zips.Allowance) -> None:
    """One workbook or CSV: what is odd about it, then its sheets."""
    _remark_name(name, kind)
    digest = hashlib.sha256(data).hexdigest()
    sent = [sending.sheet(table, digest, len(data)) for table in _tables(data, kind, allowance)]
    if not any(sent):
        raise Refusal("tidak ada satu pun sel yang terisi", "periksa apakah berkasnya benar")


def _remark_name(name: str, kind: str) -> None:
    if odd := containers.misnamed(name, kind):
        say("finding", "periksa", "", odd, "ganti akhiran namanya agar sesuai")


def _tables(data: bytes, kind: str, allowance: zips.Allowance) -> Iterator[Table]:
    if kind == "csv":
        yield Table("", csv_reading.rows(data))
        return
    seen = None if kind == "xls" else zips.inspected(data, allowance)
    for reason, suggestion in workbooks.remarks(data, seen):
        say("finding", "periksa", "", reason, suggestion)
    yield from workbooks.tables(data, kind, seen)


def _refuse(error: Exception) -> None:
    """Say why a file is not read; out of memory, the process ends and its parent says it."""
    if isinstance(error, MemoryError):
        raise error
    if isinstance(error, PasswordError):
        error = containers.PASSWORD
    elif "Unsupported cell error" in str(error):
        error = STRANGE_ERROR
    elif not isinstance(error, Refusal):
        error = DAMAGED
    say("finding", "tolak", "", error.reason, error.suggestion)


if __name__ == "__main__":
    main(sys.stdin.buffer)
