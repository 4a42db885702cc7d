"""Files of strangers become sheets: what any of them holds is opened in a child process only."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from data.importing.child import Child, Died
from data.importing.containers import told_apart
from data.importing.findings import Finding, Severity
from data.importing.limits import (
    MAX_CELLS,
    MAX_DEATHS,
    MAX_FILE,
    MAX_FILES,
    MAX_SHEETS_ALL,
    MAX_TEXT,
    MB,
    SPLIT,
    whole,
)
from data.importing.sheets import MEMBER, Sheet
from data.importing.squaring import squared

Progress = Callable[[str], None]
UNREAD = "belum dibaca karena batas impor sudah tercapai di berkas sebelumnya"
FEWER = "impor lebih sedikit berkas sekaligus"


class _Full(Exception):
    """The import holds as much as one may."""


@dataclass
class _File:
    """One workbook or CSV on its way: kept only once it is whole."""

    name: str
    place: int = 0
    sheets: list[Sheet] = field(default_factory=list)
    refused: bool = False


@dataclass
class _Reading:
    """What came out of all files so far."""

    progress: Progress
    count: int
    sheets: list[Sheet] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    cells: int = 0
    text: int = 0
    deaths: int = 0

    def tell(self, severity: Severity, file: str, reason: str, fix: str, sheet: str = "") -> None:
        """A finding about a file or sheet as a whole."""
        self.findings.append(Finding(severity, file, sheet, None, None, "", "", reason, fix))

    def keep(self, file: _File) -> None:
        """The sheets of a file that was read to its end."""
        if not file.refused:
            self.sheets += file.sheets

    def weigh(self, cells: int, text: int, sheets: int) -> None:
        """Count what came in; _Full beyond what one import may hold."""
        self.cells += cells
        self.text += text
        if self.cells > MAX_CELLS or self.text > MAX_TEXT:
            raise _Full
        if len(self.sheets) + sheets > MAX_SHEETS_ALL:
            raise _Full


def _silent(_: str) -> None:
    """No progress wanted."""


def read(
    files: list[tuple[str, bytes]], progress: Progress = _silent
) -> tuple[list[Sheet], list[Finding]]:
    """All sheets of all files, in order; never raises for what a file holds.

    Args:
        files: name and bytes of each, as uploaded.
        progress: told a sentence as each file is begun.

    Returns:
        the sheets, and the findings: what cannot be read is "tolak", what was left out "periksa".
    """
    reading = _Reading(progress, len(files))
    names = told_apart([name for name, _ in files])
    held = 0
    with Child() as child:
        for place, (name, (_, data)) in enumerate(zip(names, files, strict=True)):
            held += len(data)
            if _sized(reading, name, data, held):
                try:
                    _upload(reading, child, place, name, data)
                except _Full:
                    _stop(reading, names[place:])
                    break
    return reading.sheets, reading.findings


def _sized(reading: _Reading, name: str, data: bytes, held: int) -> bool:
    if not data:
        reading.tell("tolak", name, "berkas kosong (0 byte)", "unggah ulang berkas yang berisi")
    elif len(data) > MAX_FILE:
        reading.tell("tolak", name, f"berkas lebih besar dari {MAX_FILE // MB} MB", SPLIT)
    elif held > MAX_FILES:
        reason = f"semua berkas bersama lebih besar dari {MAX_FILES // MB} MB"
        reading.tell("tolak", name, reason, FEWER)
    else:
        return True
    return False


def _stop(reading: _Reading, names: list[str]) -> None:
    reason = (
        f"satu impor memuat paling banyak {whole(MAX_CELLS)} sel, {MAX_TEXT // MB} MB teks, "
        f"dan {whole(MAX_SHEETS_ALL)} lembar; berkas ini melampauinya"
    )
    reading.tell("tolak", names[0], reason, SPLIT)
    for name in names[1:]:
        reading.tell("tolak", name, UNREAD, FEWER)


def _upload(reading: _Reading, child: Child, place: int, name: str, data: bytes) -> None:
    """One file as uploaded, in as many children as it takes."""
    start: int | None = 0
    while start is not None:
        start = _attempt(reading, child, place, name, data, start)


def _attempt(
    reading: _Reading, child: Child, place: int, name: str, data: bytes, start: int
) -> int | None:
    """Read a file from its member `start` on; the member to go on with if the child died."""
    file = _File(name, start)
    try:
        for message in child.ask(name, data, start):
            if message[0] == "file":
                reading.keep(file)
                file = _begin(reading, place, name, message)
            else:
                _take(reading, file, message)
        reading.keep(file)
    except Died as death:
        reading.tell("tolak", file.name, death.reason, death.suggestion)
        reading.deaths += 1
        if reading.deaths > MAX_DEATHS:
            reading.tell("tolak", name, "terlalu banyak berkas yang tidak terbaca", FEWER)
            return None
        return file.place + 1 if file.name != name else None
    return None


def _begin(reading: _Reading, place: int, name: str, message: list[Any]) -> _File:
    member, count, inner = message[1:]
    full = f"{name}{MEMBER}{inner}" if inner else name
    nth, total = (member + 1, count) if inner and reading.count == 1 else (place + 1, reading.count)
    if inner or count == 1:
        reading.progress(f"Membaca {full} ({whole(nth)} dari {whole(total)})")
    return _File(full, member)


def _take(reading: _Reading, file: _File, message: list[Any]) -> None:
    """One message of the child about the file at hand."""
    about, *given = message
    if about == "sheet":
        title, digest, size = given
        file.sheets.append(Sheet(file.name, title, [], digest=digest, size=size))
        reading.weigh(0, 0, len(file.sheets))
    elif about == "rows":
        weight, rows = given
        reading.weigh(sum(map(len, rows)), weight, len(file.sheets))
        file.sheets[-1].rows.extend(rows)
    elif about == "merged":
        sheet = file.sheets[-1]
        sent = sum(map(len, sheet.rows))
        reading.weigh(len(sheet.rows) * max(map(len, sheet.rows)) - sent, 0, len(file.sheets))
        file.sheets[-1] = replace(sheet, merged=squared(sheet.rows, given[0]))
    elif about == "finding":
        severity, title, reason, fix = given
        file.refused |= severity == "tolak"
        reading.tell(severity, file.name, reason, fix, title)
