"""A backup is brought back in the place of the book, without losing what was there."""

import shutil
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import duckdb
import pytest

from data import book, book_backup, book_restore, book_shelf
from data.__main__ import main
from data.errors import DataError
from tests.noting import add, names, notes

ROOT = Path(__file__).parents[1]


@pytest.fixture(autouse=True)
def own_book(tmp_path, monkeypatch):
    """An empty book for each test; an apostrophe in its folder is nothing special."""
    monkeypatch.setenv("INOVASI_BANUA_BOOK", str(tmp_path / "buku d'inovasi"))


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
    log = book_shelf.log_of(book_shelf.file()).read_bytes()
    _, aside = book_restore.restore()
    assert notes() == [(1, "satu")]
    assert aside.read_bytes() == log  # what was left of it
    book_shelf.file().unlink()
    book_shelf.log_of(book_shelf.file()).unlink(missing_ok=True)
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


def test_what_a_wrong_clock_dated_later_than_today_is_restored_only_by_name(capsys):
    add(0, "jam maju")
    later = book_backup.save().rename(book_backup.folder() / "buku-2038-01-19.duckdb")
    with pytest.raises(DataError, match=r"sesudah hari ini.*jam.*--list"):
        book_restore.restore()
    add(1, "hari ini")
    saved = book_backup.save()
    assert main(["restore", "--list"]) == 0
    assert later.name in capsys.readouterr().out
    assert book_restore.restore()[0] == saved
    assert notes() == [(2, "hari ini")]
    tomorrow = f"buku-{date.today() + timedelta(days=1)}.duckdb"
    shutil.copyfile(later, book_backup.folder() / tomorrow)
    assert book_restore.restore()[0] == saved
    assert book_restore.restore(later.name)[0] == later
    assert notes() == [(1, "jam maju")]


def test_a_flipped_bit_is_seen_also_while_the_log_is_read_back_and_a_restore_mends_it(monkeypatch):
    for base in range(3):
        monkeypatch.setattr(book_backup, "LONGEST_LOG", (10**9, 10**9, 0)[base])
        add(base, "terlipat")
    monkeypatch.setattr(book_backup, "LONGEST_LOG", 10**9)
    for base in range(3, 20):
        add(base, str(base))
    saved, sound = book_backup.save(), book_shelf.file().read_bytes()
    causes = {}
    for at in range(4096 * 3 + 100, len(sound), 16384):
        flipped = sound[:at] + bytes([sound[at] ^ 1]) + sound[at + 1 :]
        book_shelf.file().write_bytes(flipped)
        try:
            notes()
        except book.UnreadableBookError as error:
            causes[type(error.__cause__)] = flipped
    book_shelf.file().write_bytes(causes[duckdb.TransactionException])
    _, aside = book_restore.restore(saved.name)
    assert notes() == [(20, "19")]
    assert aside.read_bytes() == causes[duckdb.TransactionException]
    assert add(20, "lanjut") == 21
