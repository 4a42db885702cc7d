"""The frame: what it does when data breaks, and what it tells."""

import shutil
from pathlib import Path

import pytest

from data import build, shelf
from data.errors import DataError
from pages.parts import claim_words
from pages.parts.access import Store, store


@pytest.fixture
def other_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("INOVASI_BANUA_DB", str(tmp_path / "db"))
    return tmp_path / "db"


@pytest.fixture
def built(other_folder, built_once, own_database_folder, monkeypatch):
    """The published facts in a folder of the test's own, copied from where they are built."""
    with monkeypatch.context() as patch:
        patch.setenv("INOVASI_BANUA_DB", str(own_database_folder))
        file = built_once("terbitan")
    other_folder.mkdir()
    return Path(shutil.copy2(file, other_folder))


def break_a_file(monkeypatch) -> None:
    """From now on the awards are looked for where they are not."""
    monkeypatch.setitem(build.FILES, "award", "published/no_such_file.csv")


def test_broken_data_without_an_older_file_is_an_error(monkeypatch, other_folder):
    break_a_file(monkeypatch)
    with pytest.raises(DataError, match=r"no_such_file\.csv"):
        Store().ensure("terbitan", build.silent)
    assert list(other_folder.glob("*")) == []


def test_broken_data_with_an_older_file_goes_on_with_it_and_complains(monkeypatch, built):
    break_a_file(monkeypatch)
    shop = Store()
    shop.ensure("terbitan", build.silent)
    assert shelf.newest("terbitan") == built
    assert "no_such_file.csv" in shop.complaints["terbitan"]


def test_a_complaint_goes_when_the_data_is_mended(monkeypatch, built):
    shop = Store()
    with monkeypatch.context() as broken:
        break_a_file(broken)
        shop.ensure("terbitan", build.silent)
    shop.ready.clear()
    shop.ensure("terbitan", build.silent)
    assert shop.complaints == {}


def test_the_page_tells_once_that_a_change_is_not_in_use(visit, published, simulated):
    app = visit()
    store().complaints["terbitan"] = "awards.csv, baris 3: rusak. Perbaikan: betulkan."
    try:
        app.run()
    finally:
        store().complaints.clear()
    assert len(app.error) == 1
    assert "awards" in app.error[0].value
    assert "data terakhir yang utuh" in app.error[0].value
    assert app.title[0].value.startswith("Tanah Bumbu")


def test_a_dataset_is_made_sure_of_once(other_folder):
    told = []
    shop = Store()
    shop.ensure("terbitan", told.append)
    first = len(told)
    shop.ensure("terbitan", told.append)
    assert first > 10
    assert len(told) == first


def test_a_file_that_was_deleted_meanwhile_is_built_again(built):
    shop = Store()
    shop.ensure("terbitan", build.silent)
    shelf.newest("terbitan").unlink()
    assert not shop.has("terbitan")
    shop.ensure("terbitan", build.silent)
    assert shop.has("terbitan")


def test_a_new_file_is_picked_up_without_a_restart(built):
    new = built.with_name("terbitan-ffffffffffff.duckdb")
    shutil.copy(built, new)
    assert shelf.newest("terbitan") == new


def test_every_status_and_scope_in_the_data_has_its_words(published):
    statuses = published.execute("select distinct status from index_claim").fetchall()
    scopes = published.execute(
        "select distinct rank_scope from index_claim where rank_scope is not null"
    ).fetchall()
    assert {status for (status,) in statuses} <= set(claim_words.STATUS)
    assert {scope for (scope,) in scopes} <= set(claim_words.RANK_SCOPE)
