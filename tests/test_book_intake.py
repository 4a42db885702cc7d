"""An import is weighed before anything is made of it: no copy, no event, no raw error."""

import os
import shutil
from pathlib import Path

import pytest

from data import book, book_files, book_intake, book_shelf
from data.errors import RowError

RECORD = "buku-0123456789ab"


@pytest.fixture(autouse=True)
def exported(tmp_path, monkeypatch) -> Path:
    """A book of one event, and what it exports."""
    monkeypatch.setenv("INOVASI_BANUA_BOOK", str(tmp_path / "buku"))
    book.write(RECORD, 0, "membuat", {"note": "satu"}, "penguji")
    book_files.export(tmp_path / "salinan")
    return tmp_path / "salinan"


def backups() -> list[str | None]:
    return [book_shelf.kind(backup) for backup in book_shelf.backups()]


def test_an_import_that_is_refused_or_brings_nothing_makes_no_copy(exported):
    assert book_intake.bring_in(exported) == (0, 1)
    events = exported / "peristiwa.csv"
    events.write_text(events.read_text().replace("penguji", "orang lain"))
    with pytest.raises(RowError, match="isi lain"):
        book_intake.bring_in(exported)
    assert backups() == []


def test_fourteen_imports_push_out_no_backup_of_a_day(exported, tmp_path, monkeypatch):
    book.write(RECORD, 1, "mengubah", {"note": "dua"}, "penguji")
    [day] = book_shelf.backups()
    for number in range(1, 16):
        copy = shutil.copytree(exported, tmp_path / f"{number}")
        for file in copy.glob("*.csv"):
            file.write_text(file.read_text().replace(RECORD, f"buku-{number:012}"))
        assert book_intake.bring_in(copy) == (1, 0)
    assert day in book_shelf.backups()
    assert backups().count("put aside") == 14


@pytest.mark.parametrize("name", ["peristiwa.csv", "isi.csv"])
@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo])
def test_what_is_no_file_is_named_and_not_waited_for(exported, name, make):
    (exported / name).unlink()
    make(exported / name)
    with pytest.raises(RowError, match=r"bukan berkas.*Perbaikan: sediakan") as caught:
        book_intake.bring_in(exported)
    assert caught.value.file == name


def test_an_export_without_signs_against_formulas_comes_in_as_it_is(exported):
    book.write(RECORD, 1, "mengubah", {"note": "=1+1", "giver": "'kutip"}, "+62 811")
    values = exported / "isi.csv"
    events = exported / "peristiwa.csv"
    values.write_text(values.read_text() + f"{RECORD},2,giver,'kutip,\n{RECORD},2,note,=1+1,\n")
    when = "2026-11-25T00:00:00Z"
    events.write_text(events.read_text() + f"{RECORD},2,{when},+62 811,mengubah,2\n")
    with pytest.raises(RowError, match="isi lain") as caught:
        book_intake.bring_in(exported)
    assert caught.value.column == "written_at"  # all else is the same
