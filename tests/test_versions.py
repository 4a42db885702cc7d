"""Versions of what was imported: whole, listed with who and when, and honest about what is torn."""

import shutil

import duckdb
import pytest
from pandas.testing import assert_frame_equal

from data import shelf
from data.__main__ import main
from data.errors import DataError
from data.importing import publishing, versions
from data.importing.holdings import NOTHING, holdings
from tests import importing, publishing_children
from tests.book_children import largest_file
from tests.publishing_children import unfinished


@pytest.fixture
def base(tmp_path, monkeypatch):
    """Empty folders, and a built file to publish again and again."""
    monkeypatch.setenv("INOVASI_BANUA_BOOK", str(tmp_path / "book"))
    monkeypatch.setenv("INOVASI_BANUA_DB", str(tmp_path / "db"))
    (tmp_path / "db").mkdir()
    return publishing_children.toy_base(tmp_path / "base")


def publish(base, count: int = 1) -> None:
    for _ in range(count):
        publishing_children.publish(base, "Siti")


def everything():
    """Holdings with a row in every frame, each field known in one row and unknown in another."""
    level = {"code": "6303", "year": 2026, "key": "satu", "indicator": "SDM", "level": 3}
    own = {"code": "6303", "year": 2026, "file_id": "U001"}
    known = {
        "sector_id": "02", "stage": "penerapan", "digital": True, "trial_date": "2024-01-01",
        "budget": 1.5e9, "reported_maturity": 88.5, "description": "Baris\nbaru; 'kutip' ✓",
    }  # fmt: skip
    return holdings(
        file=[importing.FILE, {"file_id": "U002"}],
        result=[own | {"score": 61.25, "rank_province": 3}, own | {"code": "6310"}],
        innovation=[own | {"key": "satu", "name": "SATU"} | known, own | {"key": "dua"}],
        innovation_level=[level, level | {"indicator": "ALAT_KERJA", "level": None}],
        government_level=[own | {"indicator": "PAD", "level": 2, "raw_value": 7.3}],
    )


def test_what_is_published_is_read_back_the_same(base):
    held = everything()
    draft = publishing.Draft(held, 0, publishing_children.drafted(base, 0).file, "")
    draft = publishing.Draft(held, 0, draft.file, publishing.build.fingerprint())
    version = publishing.publish(draft, "Siti", "putaran", "impor", unfinished)
    read = versions.load(version)
    for name, frame in held.frames().items():
        assert_frame_equal(getattr(read, name), frame)
    assert (version.number, version.who, version.note, version.kind, version.parent) == (
        1, "Siti", "putaran", "impor", 0,
    )  # fmt: skip
    assert version.rows == 7
    assert version.size > 0


def test_before_any_import_there_is_no_version_and_two_datasets(base):
    assert versions.current() is None
    assert versions.all_versions() == []
    assert versions.load(None) is versions.load(0) is NOTHING
    assert list(shelf.offered()) == ["terbitan", "simulasi"]
    assert versions.overtaken() == ""


def test_once_something_is_imported_it_is_offered_first(base):
    publish(base)
    assert list(shelf.offered()) == ["resmi", "terbitan", "simulasi"]


def test_versions_are_listed_newest_first_and_each_knows_its_parent(base):
    publish(base, 3)
    assert [(one.number, one.parent) for one in versions.all_versions()] == [(3, 2), (2, 1), (1, 0)]
    assert versions.current() == versions.all_versions()[0]


@pytest.mark.parametrize("left", [0, 5000, 0.5, 0.98])
def test_a_torn_version_is_listed_and_told_and_the_one_before_it_is_in_force(base, left):
    publish(base, 2)
    torn = versions.path(2)
    whole = torn.read_bytes()
    torn.write_bytes(whole[: int(left * len(whole)) if left < 1 else left])
    newest, before = versions.all_versions()
    assert newest.trouble == "rusak, atau bukan berkas versi"
    assert versions.current() == before
    assert "versi-0002.duckdb rusak" in versions.overtaken()
    assert "yang berlaku versi 1. Perbaikan: " in versions.overtaken()
    assert shelf.version_in(shelf.newest("resmi")) == 1
    publish(base)
    assert versions.current().number == 3
    assert versions.overtaken() == ""


def test_a_version_of_which_one_block_has_changed_is_not_read(base):
    publish(base)
    file = versions.path(1)
    content = bytearray(file.read_bytes())
    with duckdb.connect(file, read_only=True) as db:
        db.execute("from result").fetchall()
    for place in range(13_000, len(content), 16_384):  # in every block
        content[place] ^= 0xFF
    file.write_bytes(content)
    assert versions.current() is None
    with pytest.raises(DataError, match=r"versi-0001\.duckdb: rusak.*Perbaikan: pilih versi lain"):
        versions.load(1)


def test_files_of_others_are_never_in_force(base):
    publish(base)
    versions.path(5).write_text("bukan DuckDB")
    with duckdb.connect(versions.path(6)) as db:
        db.execute("create table version (number integer)")
    shutil.copy(versions.path(1), versions.path(7))
    shutil.copy(versions.path(1), versions.folder() / "versi-0008 (salinan).duckdb")
    told = {one.number: one.trouble for one in versions.all_versions()}
    assert list(told) == [7, 6, 5, 1]
    assert told[5] == told[6] == "rusak, atau bukan berkas versi"
    assert told[7].startswith("isinya versi 1")
    assert versions.current().number == 1


def test_a_version_that_is_not_there_is_refused_by_name(base):
    with pytest.raises(DataError, match=r"versi-0004\.duckdb: tidak ada"):
        versions.load(4)


def test_a_folder_that_cannot_be_written_is_refused_with_the_way_out(base, tmp_path, monkeypatch):
    draft = publishing_children.drafted(base, 0)
    (tmp_path / "file").touch()
    monkeypatch.setenv("INOVASI_BANUA_BOOK", str(tmp_path / "file" / "book"))
    with pytest.raises(DataError, match=r"tidak dapat ditulis\. Perbaikan: .*INOVASI_BANUA_BOOK"):
        publishing.publish(draft, "Siti", "", "impor", unfinished)


def test_a_full_disk_publishes_nothing(base):
    publish(base)
    draft = publishing_children.drafted(base, 1)
    with largest_file(30_000), pytest.raises(DataError, match="ruang disk"):
        publishing.publish(draft, "Siti", "", "impor", unfinished)
    assert versions.current().number == 1
    left = {file.name for file in versions.folder().iterdir()}
    assert left == {publishing.LOCK, "versi-0001.duckdb"}


def test_the_command_lists_every_version_and_marks_the_one_in_force(base, capsys):
    publish(base, 2)
    versions.path(2).write_bytes(b"")
    assert main(["versions"]) == 0
    newest, current, complaint = capsys.readouterr().out.splitlines()
    assert "✗ rusak" in newest
    assert "Siti  impor  1 baris" in current
    assert current.endswith("nomor 1  ← berlaku")
    assert complaint == versions.overtaken()
