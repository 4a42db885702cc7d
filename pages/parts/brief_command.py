"""`python -m data brief`: documents without a browser, so that a calendar job can send them.

The one module of the pages that the second door opens on (data/__main__.py): documents are made
of words and charts, which the layers below know nothing of.
"""

import argparse
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import IO
from zoneinfo import ZoneInfo

import pandas as pd

import queries
from data import shelf
from data.errors import DataError
from pages.parts import brief_all, brief_files, words
from pages.parts.brief_facts import PROVINCE, PROVINCE_NAME
from pages.parts.brief_made import Maker

Say = Callable[[str], None]
NOBODY = (
    'Belum disebut untuk siapa. Perbaikan: tambah --regency "Tanah Bumbu", --all, atau --province.'
)
LOCAL_TIME = ZoneInfo("Asia/Makassar")


def run(given: argparse.Namespace, say: Say, warn: Say) -> int:
    """Write what was asked for and say where it is.

    Args:
        say: told each file; warn: told what is built first, and what is left out.

    Raises:
        DataError: a word is not known, or the folder does not take it; the message has the fix.
    """
    kinds = known_kinds(given.format)
    address = web_address(given.address)
    today = datetime.now(LOCAL_TIME).date()
    if not (given.regency or given.all or given.province):
        raise DataError(NOBODY)
    dataset = given.dataset or next(iter(shelf.offered()))
    with Maker(dataset, address, today, warn) as maker:
        maker.year = known_year(given.year, {dataset, *shelf.offered()})
        maker.sector = known_sector(maker, given.sector)
        codes = whose(given, maker.regencies)
        if given.zip:
            return write_zip(given.zip, maker, codes, kinds, say)
        return write_files(given.out, maker, codes, kinds, say)


def write_files(
    folder: Path, maker: Maker, codes: Sequence[str], kinds: Sequence[str], say: Say
) -> int:
    for code in codes:
        brief = maker.brief(code)
        for kind in kinds:
            path = folder / brief_files.name(brief, kind)
            content = brief_files.made(kind, brief, maker.ask)
            with fresh(path) as file:
                file.write(content)
            say(str(path))
    return 0


def write_zip(
    path: Path, maker: Maker, codes: Sequence[str], kinds: Sequence[str], say: Say
) -> int:
    def told(done: int, total: int, name: str) -> None:
        say(f"{done}/{total} {name}")

    with fresh(path) as file:
        brief_all.archive(file, maker, codes, kinds, told)
    say(str(path))
    return 0


@contextmanager
def fresh(path: Path) -> Iterator[IO[bytes]]:
    """A file that is there whole or, if anything fails, as it was before.

    Raises:
        DataError: the folder cannot be made or written to.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, aside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    except OSError:
        raise unwritable(path) from None
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
        os.chmod(aside, 0o666 & ~mask())
        os.replace(aside, path)
    except OSError:
        raise unwritable(path) from None
    finally:
        with suppress(OSError):
            os.unlink(aside)


def mask() -> int:
    """What a new file may not be allowed: a temporary one is its owner's alone."""
    found = os.umask(0)
    os.umask(found)
    return found


def unwritable(path: Path) -> DataError:
    return DataError(
        f"{path}: tidak dapat ditulis. Perbaikan: periksa folder dan ruangnya, atau tunjuk folder "
        "lain dengan --out."
    )


def whose(given: argparse.Namespace, regencies: pd.DataFrame) -> list[str]:
    """The codes asked for; the province last."""
    codes = list(regencies.index) if given.all else []
    if given.regency:
        codes = [code_of(given.regency, regencies)]
    return codes + ([PROVINCE] if given.province else [])


def code_of(told: str, regencies: pd.DataFrame) -> str:
    """The code of a regency by its name, short name, full name or code."""
    full = regencies["kind"] + " " + regencies["name"]
    found = named(regencies[["name", "short_name"]].assign(full=full), told)
    if found:
        return found
    names = ", ".join(regencies["name"])
    raise DataError(
        f"--regency: daerah '{told}' tidak dikenal. Perbaikan: pilih salah satu dari {names}; "
        f"untuk {PROVINCE_NAME} pakai --province."
    )


def named(names: pd.DataFrame, told: str) -> str | None:
    """The key of the first row that is called so by its key or any column, in whatever case."""
    wanted = " ".join(told.split()).casefold()
    for key, *called in names.itertuples():
        if wanted in {one.casefold() for one in (key, *called)}:
            return str(key)
    return None


def known_kinds(told: str) -> list[str]:
    kinds = list(dict.fromkeys(one.strip().lower() for one in told.split(",") if one.strip()))
    strange = [one for one in kinds if one not in brief_files.KINDS]
    if strange or not kinds:
        raise DataError(
            f"--format: '{told}' tidak dikenal. Perbaikan: pilih satu atau lebih dari "
            f"{', '.join(brief_files.KINDS)}, dipisah koma."
        )
    return kinds


def known_year(year: int | None, datasets: Iterable[str]) -> int | None:
    """A year that some dataset knows of: the app offers the same ones whatever the dataset."""
    if year is None:
        return None
    files = [file for one in datasets if (file := shelf.newest(one))]
    years: set[int] = set()
    for file in files:
        with queries.connect(file) as db:
            years |= set(queries.ask(db, "years")["year"].tolist())
    if year not in years:
        raise DataError(
            f"--year: tidak ada data tahun {year}. Perbaikan: pilih dari "
            f"{', '.join(map(str, sorted(years)))}, atau tanpa --year untuk yang terakhir."
        )
    return year


def known_sector(maker: Maker, told: str | None) -> str | None:
    """The id of a sector by its name, short name or id."""
    if told is None:
        return None
    sectors = maker.ask("sectors").set_index("sector_id")
    found = named(sectors[["name", "short_name"]], told)
    if found:
        return found
    raise DataError(
        f"--sector: urusan '{told}' tidak dikenal. Perbaikan: pilih salah satu dari "
        f"{', '.join(sectors['name'])}."
    )


def web_address(told: str) -> str:
    if not words.web_address(told):
        raise DataError(
            f"--address: '{told}' bukan alamat web. Perbaikan: tulis alamat aplikasi seperti "
            "https://inovasi.contoh.go.id."
        )
    return told
