"""All files of one import together: what may be kept, and everything that is odd about it."""

import datetime
import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from data.importing import checks, combining, containers, reading, taking
from data.importing.choices import Choices
from data.importing.findings import Finding
from data.importing.layouts import KINDS, Layout
from data.importing.recognise import recognise
from data.importing.sheets import Sheet
from data.importing.taken import Row, Taken
from data.importing.vocabulary import DATA, Vocabulary, load, plain

Progress = Callable[[str], None]
# Sheets of our own workbooks that hold nothing to take.
OUR_OWN = {"petunjuk", "daftar pilihan", "asal data", "ringkasan", "temuan"}
LISTS = {"innovation", "levels"}  # kinds that name all innovations of a government and year


@dataclass(frozen=True)
class Draft:
    """What an import would keep.

    Attributes:
        uploads: sha256 and bytes of every file, by the name its sheets go by.
        sheets: as read.
        unread: what the reading found, before anything was recognised.
        layouts: one a sheet, in the same order; kind "" is a sheet that gives nothing.
        results, innovations, governments: rows that may be kept, one a key.
        findings: of all sheets.
        mentioned: key of every innovation, of refused rows too.
        skipped: how many rows were titles, totals, notes or examples.
        listed: governments and years whose innovations are all named here, but for the refused.
        adding: innovations that are not named here stay, of every government and year.
    """

    sheets: list[Sheet]
    layouts: list[Layout]
    uploads: dict[str, tuple[str, int]] = field(default_factory=dict)
    unread: list[Finding] = field(default_factory=list)
    results: list[Row] = field(default_factory=list)
    innovations: list[Row] = field(default_factory=list)
    governments: list[Row] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    mentioned: set[tuple[str, int, str]] = field(default_factory=set)
    skipped: int = 0
    listed: set[tuple[str, int]] = field(default_factory=set)
    adding: bool = False

    @property
    def refused(self) -> int:
        return sum(one.severity == "tolak" for one in self.findings)

    @property
    def empty(self) -> bool:
        return not (self.results or self.innovations or self.governments)


def draft(
    files: list[tuple[str, bytes]],
    choices: Choices,
    today: datetime.date,
    progress: Progress = lambda _message: None,
    root: Path = DATA,
) -> Draft:
    """Read, recognise and check files.

    Args:
        files: name and bytes of each.
        choices: what a person has decided.
        today: no year after the next one is taken.
        progress: told, in Indonesian, what is being done.
        root: the folder with published/ and rules/.
    """
    sheets, findings = reading.read(files, progress)
    names = containers.told_apart([name for name, _ in files])
    digests = [(hashlib.sha256(content).hexdigest(), len(content)) for _, content in files]
    uploads = dict(zip(names, digests, strict=True))
    return again(Draft(sheets, [], uploads, findings), choices, today, progress, root)


def again(
    read: Draft,
    choices: Choices,
    today: datetime.date,
    progress: Progress = lambda _message: None,
    root: Path = DATA,
) -> Draft:
    """The same files with other choices."""
    sheets = read.sheets
    vocabulary = load(root)
    progress("Mengenali lembar")
    layouts = [laid_out(sheet, vocabulary, choices) for sheet in sheets]
    taken = Taken(findings=[*told_of(read), *unrecognised(sheets, layouts, choices)])
    taken += taking.taken(sheets, layouts, vocabulary, choices, today, progress)
    return assembled(replace(read, layouts=layouts), taken, vocabulary, choices, progress)


def is_beside(file: str, sheet: str) -> bool:
    """Whether a sheet of our own workbooks, or a CSV of them, holds nothing to take."""
    return plain(sheet) in OUR_OWN or (not sheet and plain(Path(file).stem) in OUR_OWN)


def told_of(read: Draft) -> list[Finding]:
    """What the reading found, but for our own list of choices being hidden."""
    return [one for one in read.unread if not one.sheet or not is_beside(one.file, one.sheet)]


def laid_out(sheet: Sheet, vocabulary: Vocabulary, choices: Choices) -> Layout:
    if is_beside(sheet.file, sheet.name) and (sheet.file, sheet.name) not in choices.kinds:
        return Layout(sheet.file, sheet.name, "", -1)
    return recognise(sheet, vocabulary, choices)


def unrecognised(sheets: list[Sheet], layouts: list[Layout], choices: Choices) -> list[Finding]:
    """A file of which no sheet is understood is refused; another's strange sheet only told."""
    understood = {layout.file for layout in layouts if layout.kind}
    kinds = "; ".join(KINDS.values())
    return [
        Finding(
            "periksa" if sheet.file in understood else "tolak",
            sheet.file, sheet.name, None, None, "", "", "isi lembar tidak dikenali, jadi dilewati",
            f"pakai templat, atau tentukan jenisnya pada Pencocokan: {kinds}",
        )
        for sheet, layout in zip(sheets, layouts, strict=True)
        if not layout.kind and not is_beside(sheet.file, sheet.name)
        and choices.kinds.get((sheet.file, sheet.name)) != ""
    ]  # fmt: skip


def assembled(
    read: Draft,
    taken: Taken,
    vocabulary: Vocabulary,
    choices: Choices,
    progress: Progress,
) -> Draft:
    """One row a key, and the checks that look at more than one cell."""
    progress("Memeriksa antarbaris")
    listed = {
        (row.code, row.year)
        for row in taken.innovations
        if choices.adding is False or row.place.layout.kind in LISTS
    }
    made = replace(
        read,
        results=combining.by_key(taken.results, taken.findings),
        innovations=combining.by_key(taken.innovations, taken.findings),
        governments=combining.by_key(taken.governments, taken.findings),
        findings=taken.findings,
        mentioned=taken.mentioned,
        skipped=taken.skipped,
        listed=listed,
        adding=not listed if choices.adding is None else choices.adding,
    )
    checks.check(made.results, made.innovations, made.governments, vocabulary, taken.findings)
    return made
