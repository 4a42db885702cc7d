"""One built database for the whole run, and the app's pages as tests run them."""

import os
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).parents[1]
SHELL = ROOT / "pages" / "parts" / "shell.py"
PAGES = ("overview", "gaps", "candidates", "scenario", "sources")
SIMULATED = "Simulasi (rekaan)"


@pytest.fixture(scope="session", autouse=True)
def own_database_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Tests never touch the database of the app that may be running beside them."""
    folder = tmp_path_factory.mktemp("db")
    before = os.environ.get("INOVASI_BANUA_DB")
    os.environ["INOVASI_BANUA_DB"] = str(folder)
    yield folder
    if before is None:
        del os.environ["INOVASI_BANUA_DB"]
    else:
        os.environ["INOVASI_BANUA_DB"] = before


@pytest.fixture(scope="session", autouse=True)
def own_book_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Nor its book, which no test could bring back."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("book")
        patch.setenv("INOVASI_BANUA_BOOK", str(folder))
        yield folder


@pytest.fixture(scope="session", autouse=True)
def packages_read_once() -> Iterator[None]:
    """Every AppTest reads the description of each package installed, in search of components."""
    from streamlit.components.v2 import manifest_scanner

    with pytest.MonkeyPatch.context() as patch:
        found = cache(manifest_scanner.scan_component_manifests)
        patch.setattr(manifest_scanner, "scan_component_manifests", found)
        yield


@pytest.fixture(scope="session")
def published(own_database_folder: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The real facts, read-only."""
    import queries

    db = queries.connect(queries.ensure("terbitan"))
    yield db
    db.close()


@pytest.fixture(scope="session")
def simulated(own_database_folder: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The made-up round of the usual seed, read-only."""
    import queries

    db = queries.connect(queries.ensure("simulasi"))
    yield db
    db.close()


@pytest.fixture
def visit() -> Callable[..., AppTest]:
    """Opens a page as a link does: visit("gaps", regency="Tabalong")."""

    def open_page(page: str = "overview", **address: str) -> AppTest:
        app = AppTest.from_file(str(SHELL), default_timeout=30)
        for name, value in address.items():
            app.query_params[name] = value
        if page != "overview":
            app.switch_page(f"../{page}.py")
        return app.run()

    return open_page
