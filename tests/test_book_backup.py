"""Backups are dated and kept, and one is brought back without losing what was there."""

import logging
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from data import book, book_backup, book_restore, book_shelf
from data.__main__ import main
from data.errors import DataError

RECORD = "buku-0123456789ab"
ROOT = Path(__file__).parents[1]


@pytest.fixture(autouse=True)
def own_book(tmp_path, monkeypatch):
    """An empty book for each test; an apostrophe in its folder is nothing special."""
    monkeypatch.setenv("INOVASI_BANUA_BOOK", str(tmp_path / "buku d'inovasi"))


def add(base: int, note: str) -> int:
    return book.write(RECORD, base, "mengubah", {"note": note}, "penguji")


def notes() -> list[tuple]:
    with book.opened() as db:
        return db.execute("select revision, note from record order by all").fetchall()


def names() -> list[str]:
    return [backup.name for backup in book_shelf.backups()]


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


def test_fourteen_backups_are_kept_the_newest():
    add(0, "satu")
    saved = book_backup.save()
    for day in range(1, 21):
        shutil.copyfile(saved, book_backup.folder() / f"buku-2026-10-{day:02}.duckdb")
    last = book_backup.save()
    assert names() == [
        last.name, saved.name, *(f"buku-2026-10-{day:02}.duckdb" for day in range(20, 8, -1)),
    ]  # fmt: skip


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


def test_a_restore_brings_back_yesterday_and_keeps_today_aside():
    add(0, "kemarin")
    saved = book_backup.save()
    add(1, "hari ini")
    before = book.stamp()
    source, aside = book_restore.restore()
    assert (source, notes()) == (saved, [(1, "kemarin")])
    assert book.stamp() != before
    with pytest.raises(book.StaleError):
        add(2, "dari halaman yang masih terbuka")
    assert book_restore.restore()[0] == saved  # again is no undo …
    book_restore.restore(aside.name)  # … this is
    assert notes() == [(2, "hari ini")]


def test_a_restore_never_prunes_what_it_reads_or_puts_aside():
    add(0, "lama")
    oldest = book_backup.save().rename(book_backup.folder() / "buku-2025-01-01.duckdb")
    add(1, "baru")
    for day in range(1, 16):
        shutil.copyfile(oldest, book_backup.folder() / f"buku-2026-10-{day:02}.duckdb")
    source, aside = book_restore.restore(oldest.name)
    assert source.exists()
    assert aside.exists()
    assert notes() == [(1, "lama")]


@pytest.mark.parametrize("name", ["buku-2020-01-01.duckdb", "../buku.duckdb", "/etc/passwd"])
def test_only_a_backup_can_be_restored(name):
    add(0, "satu")
    book_backup.save()
    with pytest.raises(DataError, match=r"tidak ada.*--list"):
        book_restore.restore(name)


def test_a_damaged_backup_is_refused_and_the_book_stays():
    add(0, "satu")
    saved = book_backup.save()
    content = bytearray(saved.read_bytes())
    content[len(content) // 3 :] = b"x" * (len(content) - len(content) // 3)
    saved.write_bytes(content)
    add(1, "dua")
    with pytest.raises(DataError, match=r"rusak.*pilih cadangan lain"):
        book_restore.restore(saved.name)
    assert notes() == [(2, "dua")]


def test_a_damaged_book_is_replaced_and_kept_as_it_was():
    add(0, "satu")
    book_backup.save()
    book_shelf.file().write_bytes(b"rusak" * 999)
    _, aside = book_restore.restore()
    assert notes() == [(1, "satu")]
    assert aside.read_bytes() == b"rusak" * 999
    assert add(1, "lanjut") == 2


def test_a_lost_book_is_brought_back():
    add(0, "satu")
    book_backup.save()
    book_shelf.file().unlink()
    assert book_restore.restore()[1] is None
    assert notes() == [(1, "satu")]


def test_a_restored_book_has_its_key():
    add(0, "satu")
    book_backup.save()
    book_restore.restore()
    with pytest.raises(book.StaleError):
        add(0, "ganda")
    assert add(1, "dua") == 2


def test_the_commands_back_up_list_and_restore(capsys):
    assert main(["backup"]) == 0
    assert "kosong" in capsys.readouterr().out
    add(0, "satu")
    assert main(["backup"]) == 0
    saved = names()[0]
    assert saved in capsys.readouterr().out
    add(1, "dua")
    assert main(["restore", "--list"]) == 0
    assert saved in capsys.readouterr().out
    assert main(["restore", saved]) == 0
    assert "sebelum-pemulihan" in capsys.readouterr().out
    assert notes() == [(1, "satu")]
    assert main(["restore", "lain"]) == 1
    assert "Perbaikan" in capsys.readouterr().err


def test_a_restore_from_the_command_line_is_seen_by_a_running_app():
    add(0, "satu")
    saved = book_backup.save()
    add(1, "dua")
    seen = book.stamp()
    command = [sys.executable, "-m", "data", "restore", saved.name]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    assert book.stamp() != seen
    assert notes() == [(1, "satu")]
