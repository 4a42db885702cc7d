"""Backups are dated and kept, and one is brought back without losing what was there."""

import logging
import os
import shutil
import tempfile
import time
from datetime import date, datetime
from pathlib import Path

import pytest

from data import book_backup, book_restore, book_shelf
from data.errors import DataError
from tests.book_children import largest_file
from tests.noting import add, names, notes

MEMORY = Path("/dev/shm")  # a disk of its own: nothing can be renamed from another into it


@pytest.fixture(autouse=True)
def own_book(tmp_path, monkeypatch):
    """An empty book for each test; an apostrophe in its folder is nothing special."""
    monkeypatch.setenv("INOVASI_BANUA_BOOK", str(tmp_path / "buku d'inovasi"))


def test_the_first_write_of_a_day_is_preceded_by_a_backup_and_the_second_is_not():
    today = f"buku-{date.today()}.duckdb"
    add(0, "satu")
    assert names() == []  # there was nothing to keep
    add(1, "dua")
    assert names() == [today]
    stamp = (book_backup.folder() / today).stat().st_mtime_ns
    add(2, "tiga")
    assert names() == [today]
    assert (book_backup.folder() / today).stat().st_mtime_ns == stamp
    book_restore.restore(today)
    assert notes() == [(1, "satu")]


def of_days(saved: Path, month: int) -> list[str]:
    """Twenty backups of a day more, the newest first."""
    days = [f"buku-2026-{month:02}-{day:02}.duckdb" for day in range(20, 0, -1)]
    for name in days:
        shutil.copyfile(saved, book_backup.folder() / name)
    return days


def test_fourteen_backups_of_each_kind_are_kept_the_newest():
    add(0, "satu")
    days = of_days(book_backup.save(), 10)
    for _ in range(15):
        book_backup.save()
        book_restore.restore(days[0])
    own = book_backup.folder() / "buku-penting.duckdb"
    shutil.copyfile(book_backup.folder() / days[0], own)
    last = book_backup.save()
    kinds = [book_shelf.kind(backup) for backup in book_shelf.backups()]
    assert {kind: kinds.count(kind) for kind in kinds} == {
        None: 1, "put aside": 14, "by hand": 14, "day": 14,
    }  # fmt: skip
    assert {last.name, *days[:14]} < set(names())


def test_what_was_just_made_stays_whatever_the_clock_says(monkeypatch):
    class Flat(datetime):
        """The clock of an empty battery."""

        @classmethod
        def now(cls, tz=None):
            return datetime(2000, 1, 1, 0, 0, 7, tzinfo=tz)

    add(0, "satu")
    for _ in range(15):
        book_backup.save()
    monkeypatch.setattr(book_backup, "datetime", Flat)
    assert book_backup.save().exists()
    assert len(names()) == 15


def test_what_is_dated_in_the_future_pushes_nothing_out():
    add(0, "satu")
    saved = book_backup.save()
    days = of_days(saved, 10)
    for day in range(1, 20):
        shutil.copyfile(saved, book_backup.folder() / f"buku-2098-01-{day:02}.duckdb")
    book_backup.save()
    assert set(days[:14]) < set(names())
    assert sum("2098" in name for name in names()) == 14


def test_a_backup_that_fails_is_told_and_the_write_stands(caplog):
    add(0, "satu")
    book_backup.folder().write_text("bukan folder")
    with caplog.at_level(logging.WARNING):
        add(1, "dua")
    assert notes() == [(2, "dua")]
    assert "gagal dibuat" in caplog.text


def test_an_empty_book_is_not_backed_up_and_cannot_be_restored():
    assert book_backup.save() is None
    with pytest.raises(DataError, match="Belum ada cadangan"):
        book_restore.restore()


def log_size() -> int:
    return book_shelf.measured(book_shelf.log_of(book_shelf.file()))[0]


def test_a_long_log_is_folded_although_no_backup_can_be_made(monkeypatch):
    add(0, "satu")
    book_backup.folder().write_text("bukan folder")
    monkeypatch.setattr(book_backup, "LONGEST_LOG", 3000)
    add(1, "panjang " * 400)
    longest = log_size()
    add(2, "pendek")
    assert log_size() < longest
    assert notes() == [(3, "pendek")]


def test_backups_may_lie_on_another_disk(tmp_path, monkeypatch):
    other = Path(tempfile.mkdtemp(dir=MEMORY if MEMORY.exists() else None))
    try:
        book_shelf.folder().mkdir()
        book_backup.folder().symlink_to(other)
        monkeypatch.setattr(book_backup, "LONGEST_LOG", 0)
        for base in range(3):
            add(base, str(base))
        assert names() == [f"buku-{date.today()}.duckdb"]
        book_shelf.file().write_bytes(b"rusak")
        book_restore.restore()
        assert notes() == [(1, "0")]
    finally:
        shutil.rmtree(other)


def test_a_fold_that_fails_is_told_and_the_write_stands(caplog, monkeypatch):
    add(0, "satu")
    add(1, "dua")
    monkeypatch.setattr(book_backup, "LONGEST_LOG", 0)
    with caplog.at_level(logging.WARNING), largest_file(50_000):  # the log fits, a copy does not
        add(2, "tiga")
    assert "gagal dilipat" in caplog.text
    assert notes() == [(3, "tiga")]
    add(3, "empat")
    assert log_size() < 1000
    assert not list(book_shelf.folder().glob("*utuh*"))


def test_the_first_write_of_a_day_leaves_the_file_whole_without_its_log(tmp_path, monkeypatch):
    add(0, "kemarin")
    add(1, "hari ini")
    (tmp_path / "salinan").mkdir()
    shutil.copyfile(book_shelf.file(), tmp_path / "salinan" / "buku.duckdb")
    monkeypatch.setenv("INOVASI_BANUA_BOOK", str(tmp_path / "salinan"))
    assert notes() == [(1, "kemarin")]


def test_only_what_this_program_left_unfinished_is_swept():
    add(0, "satu")
    book_backup.save()
    left = [".0123456789abcdef0123456789abcdef.tmp", ".0123456789abcdef0123456789abcdef.tmp.wal"]
    others = [".surat.tmpl", ".vscode.tmp-catatan", ".a.tmp"]
    for place in (book_shelf.folder(), book_backup.folder()):
        for name in left + others:
            (place / name).write_text("penting")
            os.utime(place / name, (time.time() - 9999,) * 2)
    (book_shelf.folder() / f".{'f' * 32}.tmp").write_text("masih ditulis")
    book_backup.save()
    assert sorted(file.name for file in book_backup.folder().glob(".*")) == sorted(others)
    kept = {file.name for file in book_shelf.folder().glob(".*")}
    assert kept == {*others, f".{'f' * 32}.tmp", ".buku.kunci"}
