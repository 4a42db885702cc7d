"""The whole book as a folder of CSV: to keep, to move, to read without this program.

peristiwa.csv and isi.csv are the book itself and can be brought back (book_intake.py); buku.csv is
its state for people. No cell of them runs as a formula: one that would has a ' before it, which
is taken off when it is brought back. RFC 4180: comma, quotes where needed, UTF-8.
"""

import csv
import io
import os
import re
import shutil
import uuid
import zipfile
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from data.book_opening import opened
from data.book_shelf import DATA
from data.errors import DataError

EVENTS, VALUES, STATE, READ_ME = "peristiwa.csv", "isi.csv", "buku.csv", "BACA-SAYA.txt"
COLUMNS = {
    EVENTS: ("subject", "revision", "written_at", "who", "what", "fields"),
    VALUES: ("subject", "revision", "field", "value", "cleared"),
}
QUESTIONS = {
    # How many values an event has: a row lost from isi.csv is noticed when it is brought back.
    EVENTS: """
        select subject, revision, strftime(written_at, '%Y-%m-%dT%H:%M:%S.%fZ'), who, what,
            coalesce(fields, 0)
        from event
        left join (
            select subject, revision, count(*) as fields from event_value group by all
        ) using (subject, revision)
        order by subject, revision
    """,
    # A spreadsheet makes no difference between an empty text and none: so a column says it.
    VALUES: """
        select subject, revision, field, value, case when value is null then 'ya' end
        from event_value
        order by subject, revision, field
    """,
}
DATES = {"planned": "Rencana", "real": "Nyata", "delay": "Sebab terlambat"}
STAGES = {"design": "Perancangan", "implementation": "Pelaksanaan", "evaluation": "Evaluasi"}
FORMULA = re.compile(r"'*[=+\-@\t\r]")  # also behind our own sign, so that it can be taken off
ABOUT = """\
Buku replikasi Inovasi Banua, disalin {when}.

peristiwa.csv  siapa (who) mengubah apa (what), kapan (written_at, UTC); fields: banyaknya isian
isi.csv        isian (field) yang diubah tiap peristiwa; cleared = ya berarti isian dikosongkan
buku.csv       keadaan terakhir tiap kerja sama, untuk dibaca

Tanda ' di awal sel mencegah rumus dijalankan; saat dikembalikan, tanda itu dilepas.
Kerja sama dengan dataset simulasi adalah DATA SIMULASI – bukan nilai resmi.

Kembalikan ke aplikasi:  python -m data import-book FOLDER
Yang dibaca hanya peristiwa.csv dan isi.csv. Peristiwa yang sudah ada dan sama dilewati; bila ada
yang berbeda atau rusak, tidak ada yang ditulis.
"""


def export(target: Path) -> int:
    """Write the book into a folder that does not exist or is empty: all of it or nothing.

    Returns:
        The number of events.

    Raises:
        DataError: the folder holds something or cannot be written; or as in `opened()`.
    """
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise DataError(f"Folder {target} sudah berisi. Perbaikan: sebut folder yang baru.")
    files = contents()
    beside = target.absolute().parent / f".{uuid.uuid4().hex}.tmp"
    try:
        beside.mkdir(parents=True)
        for name, content in files.items():
            (beside / name).write_bytes(content)
        if target.exists():
            target.rmdir()
        os.rename(beside, target)
    except OSError as error:
        raise DataError(
            f"Folder {target} tidak dapat ditulis. Perbaikan: sebut folder lain."
        ) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return len(list(csv.reader(io.StringIO(files[EVENTS].decode(), newline="")))) - 1


def zipped() -> bytes:
    """The same files as `export` writes, in one ZIP."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents().items():
            archive.writestr(name, content)
    return held.getvalue()


def contents() -> dict[str, bytes]:
    """Every file of an export by its name, all of one moment."""
    with opened() as db:
        files = {
            name: as_csv([COLUMNS[name], *db.execute(question).fetchall()]).encode()
            for name, question in QUESTIONS.items()
        }
        state = readable(db)
    when = datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")
    return {
        **files,
        STATE: as_csv(state).encode("utf-8-sig"),
        READ_ME: ABOUT.format(when=when).encode(),
    }


def as_csv(rows: Iterable[Sequence[object]]) -> str:
    held = io.StringIO(newline="")
    csv.writer(held).writerows([guarded(cell) for cell in row] for row in rows)
    return held.getvalue()


def guarded(cell: object) -> object:
    """A text that a spreadsheet would take for a formula, kept a text."""
    return f"'{cell}" if isinstance(cell, str) and FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """What `guarded` was given; a text it would never give stays as it is."""
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell) else cell


def readable(db: duckdb.DuckDBPyConnection) -> list[list[str | None]]:
    """The state of every record under Indonesian headings: fields, dates, documents, actors."""
    found = db.execute((DATA / "book_readable.sql").read_text(encoding="utf-8"))
    heading, rows = [column[0] for column in found.description or ()], found.fetchall()
    steps, papers = names("steps.csv", "step"), names("documents.csv", "document")
    dates = db.execute("select record_id, step, planned, real, delay from record_date").fetchall()
    dated = {(record, step): texts for record, step, *texts in dates}
    documents = listed(db, "record_document", "document", "reference", papers)
    actors = listed(db, "record_actors", "stage", "actors", STAGES)
    timetable = [f"{word}: {name}" for name in steps.values() for word in DATES.values()]
    full: list[list[str | None]] = [[*heading, *timetable, "Dokumen", "Pihak"]]
    for row in rows:
        days = [day for step in steps for day in dated.get((row[0], step), [None] * len(DATES))]
        texts = [None if day is None else str(day) for day in days]
        full.append([*row, *texts, documents.get(row[0]), actors.get(row[0])])
    return full


def listed(
    db: duckdb.DuckDBPyConnection, view: str, key: str, value: str, known: dict[str, str]
) -> dict[str, str]:
    """What a record has several of, in one cell: "Surat minat: 12/2026; …"."""
    cells: dict[str, str] = {}
    for record, name, text in db.execute(
        f"select record_id, {key}, {value} from {view} order by record_id, {key}"
    ).fetchall():
        entry = f"{known.get(name, name)}: {text}"
        cells[record] = f"{cells[record]}; {entry}" if record in cells else entry
    return cells


def names(file: str, key: str) -> dict[str, str]:
    with (DATA / "rules" / file).open(encoding="utf-8", newline="") as lines:
        return {row[key]: row["name"] for row in csv.DictReader(lines)}
