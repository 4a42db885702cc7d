"""The book opens, or says why not and what to do; what it cannot read it leaves alone."""

import os
import subprocess
import sys
import threading
from contextlib import suppress

import duckdb
import pytest

from data import book, book_backup, book_opening, book_shelf
from data.errors import DataError

RECORD = "buku-0123456789ab"


@pytest.fixture(autouse=True)
def own_book(tmp_path, monkeypatch):
    """An empty book for each test."""
    monkeypatch.setenv("INOVASI_BANUA_BOOK", str(tmp_path / "book"))


def add(base: int = 0, note: str = "satu") -> int:
    return book.write(RECORD, base, "mengubah", {"note": note}, "penguji")


def notes() -> list[tuple]:
    with book.opened() as db:
        return db.execute("select note from record order by all").fetchall()


def test_a_book_is_made_when_there_is_none():
    assert book.stamp() == (None, None)
    assert notes() == []
    names = sorted(file.name for file in book_shelf.folder().iterdir())
    assert names == [".buku.kunci", "buku.duckdb"]


def test_the_stamp_changes_with_a_write_and_only_then():
    add()
    before = book.stamp()
    assert notes() == [("satu",)]
    assert book.stamp() == before
    add(1)
    assert book.stamp() != before


def test_nothing_but_the_book_can_be_reached_from_it():
    with book.opened() as db:
        for query in (
            "from read_csv('/etc/passwd')",
            f"attach '{book_shelf.folder()}/lain.duckdb'",
            "copy event to '/tmp/keluar.csv'",
        ):
            with pytest.raises(duckdb.PermissionException):
                db.execute(query)
        with pytest.raises(duckdb.InvalidInputException):
            db.execute("set enable_external_access = true")


def test_what_an_operation_did_not_finish_is_not_there_afterwards():
    add()
    with suppress(ZeroDivisionError), book.opened() as db:
        db.begin()
        db.execute("delete from event_value")
        raise ZeroDivisionError
    assert notes() == [("satu",)]


@pytest.mark.parametrize("content", [b"", b"bukan DuckDB " * 1000])
def test_a_damaged_book_is_named_and_left_as_it_is(content):
    add()
    saved = book_backup.save()
    book_shelf.file().write_bytes(content)
    with pytest.raises(book.UnreadableBookError, match=r"buku\.duckdb rusak.*restore") as caught:
        add(1)
    assert saved.name in str(caught.value)
    assert book_shelf.file().read_bytes() == content


def test_a_book_with_damaged_pages_is_named_too():
    for base in range(3):
        add(base, note="panjang " * 400)
    content = bytearray(book_shelf.file().read_bytes())
    half = len(content) // 2
    content[12288:half] = os.urandom(half - 12288)
    book_shelf.file().write_bytes(content)
    with pytest.raises(book.UnreadableBookError, match=r"belum ada cadangan|restore"):
        notes()


def test_a_database_that_is_no_book_is_left_alone():
    book_shelf.folder().mkdir()
    with duckdb.connect(book_shelf.file()) as db:
        db.execute("create table lain as select 1 as satu")
    with pytest.raises(book.UnreadableBookError, match="bukan buku replikasi"):
        add()
    with duckdb.connect(book_shelf.file()) as db:
        assert db.execute("from lain").fetchall() == [(1,)]


def test_a_book_from_a_newer_version_is_not_written():
    add()
    with duckdb.connect(book_shelf.file()) as db:
        db.execute("update book set version = version + 1")
    with pytest.raises(DataError, match=r"versi aplikasi yang lebih baru.*perbarui"):
        add(1)


def test_an_older_book_gets_the_views_of_today():
    add()
    with duckdb.connect(book_shelf.file()) as db:
        db.execute("update book set views = 'lama'")
        db.execute("drop view record")
    assert notes() == [("satu",)]
    stamp = book.stamp()
    assert notes() == [("satu",)]
    assert book.stamp() == stamp


def test_a_folder_that_cannot_be_made_is_named(tmp_path, monkeypatch):
    (tmp_path / "berkas").write_text("bukan folder")
    monkeypatch.setenv("INOVASI_BANUA_BOOK", str(tmp_path / "berkas" / "buku"))
    with pytest.raises(DataError, match=r"berkas/buku tidak dapat ditulis.*INOVASI_BANUA_BOOK"):
        add()


def test_a_book_that_another_process_holds_is_waited_for_then_given_up(monkeypatch):
    add()
    hold = "import duckdb, sys; db = duckdb.connect(sys.argv[1]); print(flush=True); input()"
    command = [sys.executable, "-c", hold, str(book_shelf.file())]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        holder.stdout.readline()
        monkeypatch.setattr(book_opening, "PATIENCE", 0.1)
        with pytest.raises(book.BusyBookError, match="tunggu sebentar"):
            add(1)
        monkeypatch.setattr(book_opening, "PATIENCE", 20)
        threading.Timer(0.2, holder.stdin.close).start()
        assert add(1) == 2


def test_an_operation_within_an_operation_is_told_not_waited_for_without_end(monkeypatch):
    monkeypatch.setattr(book_opening, "PATIENCE", 0.05)
    with book.opened(), pytest.raises(book.BusyBookError), book.opened():
        raise AssertionError("two operations of one process at once")
