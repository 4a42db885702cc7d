"""A book that is damaged, mixed up, lost or out of reach: each is told for what it is."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from data import book, book_backup, book_damage, book_restore, book_shelf
from data.errors import DataError
from tests import book_children

RECORD = "buku-0123456789ab"


@pytest.fixture(scope="module")
def children():
    with book_children.started() as family:
        yield family


@pytest.fixture(autouse=True)
def own_book(monkeypatch) -> Iterator[Path]:
    """An empty book for each test, where also a stranger gets."""
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        monkeypatch.setenv("INOVASI_BANUA_BOOK", f"{folder}/buku")
        yield Path(folder)


def add(base: int, note: str = "satu") -> int:
    return book.write(RECORD, base, "mengubah", {"note": note}, "penguji")


def notes() -> list[tuple]:
    with book.opened() as db:
        return db.execute("select revision, note from record order by all").fetchall()


@pytest.mark.parametrize("older", [0, 1], ids=["twice", "missing"])
def test_a_file_copied_by_hand_over_the_book_is_noticed_at_once_and_restore_mends_it(
    older, monkeypatch
):
    add(0)
    backups = [book_backup.save()]
    add(1)
    with monkeypatch.context() as patch:
        patch.setattr(book_backup, "LONGEST_LOG", 0)
        add(2)  # the log begins with this one
    backups.insert(0, book_backup.save())
    add(3)
    shutil.copyfile(backups[older], book_shelf.file())
    for work in (notes, book_backup.save, lambda: add(4)):
        with pytest.raises(book.UnreadableBookError, match=r"ganda atau hilang.*restore"):
            work()
    mixed = book_shelf.file().read_bytes()
    _, aside = book_restore.restore(backups[0].name)
    assert notes() == [(3, "satu")]
    assert aside.read_bytes() == mixed
    assert book_shelf.log_of(aside).exists()
    assert add(3) == 4


def test_a_backup_of_a_mixed_up_book_is_no_way_back():
    add(0)
    saved = book_backup.save()
    with book.opened() as db:
        db.execute("update event set revision = 2")
    shutil.copyfile(book_shelf.file(), saved)
    shutil.copyfile(book_shelf.log_of(book_shelf.file()), book_shelf.log_of(saved))
    with pytest.raises(DataError, match=r"ganda atau hilang.*buku tidak diubah"):
        book_restore.restore()


def test_a_book_that_is_gone_is_not_replaced_by_an_empty_one():
    add(0)
    add(1, "dua")
    book_shelf.file().unlink()
    log = book_shelf.log_of(book_shelf.file())
    for expected in (r"log.*buku\.duckdb\.wal.*data restore", "ada cadangannya.*data restore"):
        for work in (notes, lambda: add(0), book_backup.save):
            with pytest.raises(book.UnreadableBookError, match=f"tidak ada, padahal .*{expected}"):
                work()
        assert not book_shelf.file().exists()
        log.unlink(missing_ok=True)
    book_restore.restore()
    assert notes() == [(1, "satu")]
    book_shelf.file().unlink()
    shutil.rmtree(book_backup.folder())
    assert notes() == []  # whoever empties the folder begins anew


def test_a_link_is_followed_and_one_that_leads_nowhere_is_not_replaced(own_book, monkeypatch):
    book_shelf.folder().mkdir()
    book_shelf.file().symlink_to(own_book / "disk lain" / "buku.duckdb")
    for work in (notes, lambda: add(0)):
        with pytest.raises(book.UnreadableBookError, match=r"disk lain.*pasang"):
            work()
    assert [file.name for file in book_shelf.folder().iterdir()] == ["buku.duckdb"]
    assert not (own_book / "disk lain").exists()
    monkeypatch.setenv("INOVASI_BANUA_BOOK", str(own_book / "disk lain"))
    add(0)
    monkeypatch.setenv("INOVASI_BANUA_BOOK", str(own_book / "buku"))
    before = book.stamp()
    assert notes() == [(1, "satu")]
    add(1, "lewat tautan")
    assert book.stamp() != before
    monkeypatch.setattr(book_backup, "LONGEST_LOG", 0)
    add(2, "terlipat")
    book_restore.restore()
    assert (book_shelf.folder() / "buku.duckdb").is_symlink()
    monkeypatch.setenv("INOVASI_BANUA_BOOK", str(own_book / "disk lain"))
    assert notes() == [(1, "satu")]


def test_a_whole_copy_takes_the_place_of_a_book_that_is_gone():
    add(0)
    shutil.copyfile(book_backup.save(), book_shelf.whole_of(book_shelf.file()))
    book_shelf.file().unlink()
    assert notes() == [(1, "satu")]


@pytest.mark.parametrize("left", [0, 1, 2])
def test_a_sound_book_is_not_called_damaged_when_file_handles_run_out(children, left):
    add(0)
    folder = os.environ["INOVASI_BANUA_BOOK"]
    [said] = children.order(folder=folder, subject=RECORD, hindrance="handles", handles=left)
    assert said
    for answer in said:
        assert answer.isdecimal() or ("DataError" in answer and "periksa izin" in answer)
    assert ("tidak dapat dibaca" in said[0]) == (left < 2)


def test_who_may_only_read_the_book_reads_it(children):
    add(0)
    book_shelf.file().chmod(0o444)
    book_shelf.log_of(book_shelf.file()).chmod(0o444)
    book_shelf.folder().chmod(0o555)
    folder = os.environ["INOVASI_BANUA_BOOK"]
    [(read, written)] = children.order(folder=folder, subject=RECORD, hindrance="stranger")
    assert read == "1"
    assert "DataError" in written
    assert "buku.duckdb tidak dapat ditulis" in written
    book_shelf.folder().chmod(0o755)


def test_a_lock_of_another_user_is_named(children):
    add(0)
    for file in (book_shelf.file(), book_shelf.log_of(book_shelf.file())):
        file.unlink()
    book_shelf.lock_of(book_shelf.file()).chmod(0o444)
    book_shelf.folder().chmod(0o777)
    folder = os.environ["INOVASI_BANUA_BOOK"]
    [said] = children.order(folder=folder, subject=RECORD, hindrance="stranger")
    assert all("DataError" in answer and ".buku.kunci tidak" in answer for answer in said)


def test_a_write_the_disk_does_not_take_is_not_called_another_writers():
    add(0)
    size, _ = book_shelf.measured(book_shelf.log_of(book_shelf.file()))
    with book_children.largest_file(size + 1000), pytest.raises(DataError, match="ruang") as caught:
        add(1, "panjang " * 400)
    assert not isinstance(caught.value, book.StaleError | book_damage.UnreadableBookError)
    assert notes() == [(1, "satu")]
    assert add(1, "dua") == 2
