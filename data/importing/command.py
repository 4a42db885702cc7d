"""`python -m data import`, `export` and `template`: as in the app, told line by line."""

import argparse
import datetime
import getpass
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd

from data.errors import DataError
from data.importing import draft as drafting
from data.importing import export, findings_report, memory, merging, template, versions
from data.importing.choices import Choices
from data.importing.draft import Draft
from data.importing.findings import Finding
from data.importing.holdings import NOTHING, Holdings
from data.importing.layouts import KINDS
from data.importing.vocabulary import DATA, load

Say = Callable[[str], None]
Preview = Callable[..., Any]
Publish = Callable[..., Any]
MOST_TOLD = 40  # findings on a terminal; the report has all
SIGNS = {"tolak": "✗", "periksa": "⚠"}


def add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    preview: Preview,
    publish: Publish,
    say: Say,
) -> None:
    """The three commands, with `preview` and `publish` of `queries.publishing`."""
    command = commands.add_parser("import", help="impor lembar kerja ke data resmi")
    add_words(command)
    command.set_defaults(run=partial(bring_in, preview, publish, say))
    command = commands.add_parser("export", help="tulis data resmi sebagai buku kerja XLSX")
    command.add_argument("file", type=Path, help="berkas XLSX baru")
    command.set_defaults(run=partial(take_out, say))
    command = commands.add_parser("template", help="tulis templat XLSX untuk diisi")
    command.add_argument("file", type=Path, help="berkas XLSX baru")
    command.add_argument("--year", type=int, default=datetime.date.today().year)
    command.set_defaults(run=partial(write_template, say))


def add_words(command: argparse.ArgumentParser) -> None:
    text = {
        "--regency": 'daerah untuk lembar yang tidak menyebutnya: "Tapin"',
        "--publisher": "siapa pembuat berkas, misalnya Bapperida Tapin",
        "--note": "catatan untuk versi ini",
    }
    command.add_argument(
        "files", nargs="+", type=Path, metavar="BERKAS", help="XLSX, XLS, ODS, CSV, zip"
    )
    command.add_argument("--year", type=int, help="tahun untuk lembar yang tidak menyebutnya")
    for word, help in text.items():
        command.add_argument(word, default="", help=help)
    command.add_argument("--report", type=Path, help="tulis laporan temuan ke berkas XLSX ini")
    command.add_argument("--dry-run", action="store_true", help="periksa saja, tanpa menerbitkan")
    command.add_argument(
        "--without-refused", action="store_true", help="terbitkan sisanya bila ada yang ditolak"
    )


def bring_in(preview: Preview, publish: Publish, say: Say, given: argparse.Namespace) -> int:
    """Read, check, and publish if nothing forbids it.

    Returns:
        0 when published, or with --dry-run when nothing is refused; else 1.
    """
    choices = memory.with_recalled(Choices(year=given.year, code=code_of(given.regency)))
    made = drafting.draft(opened(given.files), choices, datetime.date.today(), say)
    tell(made, say)
    if given.report:
        report = findings_report.workbook(made.findings, made.sheets, [])
        save(given.report, report, "Laporan temuan", say)
    if made.empty:
        raise DataError("Tidak ada baris yang dapat diimpor. Perbaikan: lihat temuan di atas.")
    if not given.publisher and not given.dry_run:
        raise DataError(
            "Asal berkas belum disebut; tanpa sumber tidak ada angka yang disimpan. Perbaikan: "
            'tambah --publisher, misalnya --publisher "Bapperida Tapin".'
        )
    if made.refused and not given.without_refused:
        say("Tidak diterbitkan: perbaiki yang ditolak, atau tambah --without-refused.")
        return 1
    before, parent = held()
    shown = preview(merging.merged(before, made, origin(given)), say, parent)
    tell_preview(shown, say)
    if given.dry_run:
        shown.discard()
        say("Hanya diperiksa; tidak ada yang diterbitkan.")
        return 0
    version = publish(shown, origin(given).who, given.note, progress=say)
    memory.remember(made, choices)
    say(f"Terbit: versi {version.number}.")
    return 0


def take_out(say: Say, given: argparse.Namespace) -> int:
    """Everything that is held, as a workbook that can be imported again."""
    current = versions.current()
    if current is None:
        raise DataError("Belum ada yang diimpor, jadi tidak ada yang dapat ditulis.")
    title = f"Data resmi versi {current.number}"
    save(given.file, export.workbook(versions.load(current), title, []), title, say)
    return 0


def write_template(say: Say, given: argparse.Namespace) -> int:
    save(given.file, template.template(given.year), "Templat", say)
    return 0


def held() -> tuple[Holdings, int]:
    """What the current version holds, and its number."""
    current = versions.current()
    return (versions.load(current), current.number) if current else (NOTHING, 0)


def code_of(words: str | None) -> str | None:
    if not words:
        return None
    vocabulary = load(DATA)
    code = vocabulary.government(words)
    if code is None:
        near = vocabulary.nearest_government(words)
        raise DataError(
            f"--regency: daerah '{words}' tidak dikenal. Perbaikan: "
            + (f"mungkin {near}." if near else "tulis seperti Kabupaten Tapin.")
        )
    return code


def opened(files: list[Path]) -> list[tuple[str, bytes]]:
    """Name and bytes of every file."""
    try:
        return [(file.name, file.read_bytes()) for file in files]
    except OSError as error:
        raise DataError(
            f"{error.filename}: berkas tidak dapat dibuka. Perbaikan: periksa nama dan izinnya."
        ) from None


def origin(given: argparse.Namespace) -> merging.Origin:
    who = f"{getpass.getuser()} (baris perintah)"
    return merging.Origin(who, given.publisher, given.note, datetime.datetime.now(datetime.UTC))


def tell(made: Draft, say: Say) -> None:
    """What was recognised and found."""
    for layout in (one for one in made.layouts if not drafting.is_beside(*one.id)):
        kind = KINDS.get(layout.kind, "tidak dikenali")
        say(f"{layout.file}{f', lembar {layout.sheet}' if layout.sheet else ''}: {kind}")
    for finding in made.findings[:MOST_TOLD]:
        say(f"{SIGNS[finding.severity]} {told(finding)}")
    if len(made.findings) > MOST_TOLD:
        say(f"… dan {len(made.findings) - MOST_TOLD} temuan lain; --report menulis semuanya.")
    say(
        f"{len(made.results)} hasil indeks, {len(made.innovations)} inovasi, "
        f"{len(made.governments)} daerah dengan indikator pemerintah; {made.refused} ditolak, "
        f"{len(made.findings) - made.refused} perlu diperiksa."
    )


def told(finding: Finding) -> str:
    """One finding as a line: where, what, why, what to do."""
    place = [finding.file]
    place += [f"lembar {finding.sheet}"] if finding.sheet else []
    place += [f"baris {finding.row}"] if finding.row else []
    place += [f"kolom {finding.column}"] if finding.column else []
    value = f" '{finding.value[:60]}'" if finding.value else ""
    return f"{', '.join(place)}:{value} {finding.reason}. Saran: {finding.suggestion}."


def save(file: Path, content: bytes, what: str, say: Say) -> None:
    try:
        file.write_bytes(content)
    except OSError:
        raise DataError(f"{file}: tidak dapat ditulis. Perbaikan: periksa folder itu.") from None
    say(f"{what}: {file}")


def tell_preview(shown: Any, say: Say) -> None:
    """What it would do to the index, government by government."""
    for row in shown.scores.itertuples():
        before, after = (words(score) for score in (row.before, row.after))
        say(f"{row.name} {row.year}: indeks {before} → {after}")
    for row in shown.lacking.itertuples():
        say(f"{row.code} {row.year}: indeks belum dapat dihitung: {row.lacking}")


def words(score: Any) -> str:
    return "–" if pd.isna(score) else f"{score:.2f}".replace(".", ",")
