"""Every page on the dataset `resmi`, with a whole round and with next to nothing."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

import queries
from data import book, shelf
from data.importing import version_writing, versions
from data.importing.holdings import NOTHING, Holdings
from pages.parts import access, origins
from tests import importing
from tests.conftest import PAGES
from tests.test_ledger_page import COPY
from tests.test_pages import assert_whole, said

OFFICIAL = "Resmi (impor)"


@contextmanager
def own_folders(
    built_once: Callable[[str], Path], folder: Path
) -> Iterator[Callable[[Holdings], None]]:
    """Puts holdings in force: imported(holdings). Folders and what the server remembers are new."""
    (folder / "db").mkdir()
    for dataset in shelf.DATASETS:
        shutil.copy2(built_once(dataset), folder / "db")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("INOVASI_BANUA_DB", str(folder / "db"))
        patch.setenv("INOVASI_BANUA_BOOK", str(folder / "book"))
        access.store.clear()
        yield put_in_force
    access.store.clear()


@pytest.fixture
def imported(built_once, tmp_path: Path) -> Iterator[Callable[[Holdings], None]]:
    with own_folders(built_once, tmp_path) as put:
        yield put


@pytest.fixture(scope="module")
def scores_folder(built_once, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folders in which printed scores alone are in force, built once for the tests that read."""
    folder = tmp_path_factory.mktemp("scores")
    with own_folders(built_once, folder) as put:
        held = importing.results({"6303": 61.5, "6310": 33.2})
        older = importing.results({"6311": 61.5}, year=2025)
        put(held.with_frames(result=pd.concat([held.result, older.result])))
        queries.ensure("resmi")
    return folder


@pytest.fixture
def scores_only(scores_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("INOVASI_BANUA_DB", str(scores_folder / "db"))
    monkeypatch.setenv("INOVASI_BANUA_BOOK", str(scores_folder / "book"))
    access.store.clear()
    yield
    access.store.clear()


def put_in_force(held: Holdings) -> None:
    versions.folder().mkdir(parents=True, exist_ok=True)
    version = version_writing.new(held, "penguji", "", "impor", versions.next_number() - 1)
    version_writing.write(version, held, version.file)


def only_of(held: Holdings, codes: set[str], *left_out: str) -> Holdings:
    """What is held of a few governments, without some of the frames."""
    kept = {
        name: rows[rows["code"].isin(codes)] if name not in left_out else rows.head(0)
        for name, rows in held.frames().items()
        if name != "file"
    }
    return held.with_frames(**kept)


def test_every_page_opens_on_a_whole_imported_round_which_is_shown_first(
    visit, imported, simulated: duckdb.DuckDBPyConnection
):
    held = importing.round_of(simulated)
    imported(held)
    for page in (*PAGES, "ledger"):
        app = visit(page, regency="Banjar")
        assert app.session_state["dataset"] == "resmi"
        assert not app.error
        assert_whole(app)
        assert "1 berkas impor, impor terakhir 25 November 2026" in app.caption[-1].value
    with queries.connect(shelf.newest("resmi")) as db:
        official = queries.ask(db, "scores", year=2026)[["code", "score"]]
    made_up = queries.ask(simulated, "scores", year=2026)[["code", "score"]]
    assert official.equals(made_up)


def test_every_page_opens_where_only_a_list_without_levels_was_imported(visit, imported, simulated):
    imported(
        only_of(importing.round_of(simulated), {"6310"}, "innovation_level", "government_level")
    )
    for page in (*PAGES, "ledger"):
        app = visit(page, regency="Tanah Bumbu")
        assert app.session_state["dataset"] == "resmi"
        assert not app.error
        assert_whole(app, figures=page == "gaps")
        if page == "scenario":
            assert "inovasi tanpa kematangan" in app.info[0].value


@pytest.mark.usefixtures("scores_only")
def test_every_page_opens_where_only_printed_scores_were_imported(visit):
    assert visit().title[0].value.startswith("Tanah Bumbu: skor 33,20 (2026)")
    for page in (*PAGES, "ledger"):
        app = visit(page)
        assert not app.error
        assert_whole(app, figures=page == "gaps")


def test_a_session_goes_on_when_an_import_comes_and_when_it_is_taken_back(visit, imported):
    app = visit(regency="Balangan")
    assert app.session_state["dataset"] == "terbitan"
    imported(importing.results({"6311": 61.5}, year=2027))
    app.run()
    assert_whole(app)
    assert app.session_state["dataset"] in ("terbitan", "resmi")
    app.selectbox(key="dataset").select("resmi").run()
    app.selectbox(key="year").select(2027).run()
    assert app.title[0].value.startswith("Balangan: skor 61,50 (2027)")
    imported(NOTHING)
    app.run()
    assert_whole(app)
    assert (app.session_state["dataset"], app.session_state["year"]) == ("terbitan", "")
    assert any("Pilihan Data yang tadi sudah tidak ada" in toast.value for toast in app.toast)


def test_an_open_session_sees_the_next_version(visit, imported):
    imported(importing.results({"6310": 33.2}))
    app = visit()
    assert app.title[0].value.startswith("Tanah Bumbu: skor 33,20 (2026)")
    imported(importing.results({"6310": 44.4}))
    app.run()
    assert app.title[0].value.startswith("Tanah Bumbu: skor 44,40 (2026)")


def test_a_link_to_what_was_taken_back_opens_the_usual_data(visit, imported):
    app = visit(dataset=OFFICIAL)
    assert_whole(app)
    assert app.session_state["dataset"] == "terbitan"
    assert any(OFFICIAL in toast.value.replace("\\", "") for toast in app.toast)


@pytest.mark.usefixtures("scores_only")
def test_published_and_imported_data_share_one_book(visit):
    book.write("buku-000000000001", 0, "membuat", COPY, "penguji")
    for dataset in (OFFICIAL, "Terbitan (bersumber)"):
        app = visit("ledger", dataset=dataset, record="buku-000000000001")
        assert app.title[0].value == "TELAH BERKEMAS"


@pytest.mark.usefixtures("scores_only")
def test_a_contradicted_import_stands_first_and_says_that_nobody_graded_it(visit):
    app: AppTest = visit("sources", part="Pertentangan")
    told = said(app)
    assert any("diimpor, belum dinilai" in text for text in told)
    assert any("U6311-2025 ✓" in text.replace("\\", "") for text in told)


@pytest.mark.parametrize("dataset", ["terbitan", "simulasi", "nasional", "resmi"])
def test_only_a_made_up_round_is_called_made_up(dataset):
    told = (origins.on_record(dataset), origins.found(dataset), origins.reported(dataset))
    made_up = any("rekaan" in text or "simulasi" in text for text in told)
    assert made_up == origins.made_up(dataset) == (dataset in ("simulasi", "nasional"))
