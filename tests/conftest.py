"""One built database for the whole run, and the app's pages as tests run them."""

import os
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import duckdb
import pytest
from filelock import FileLock
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).parents[1]
SHELL = ROOT / "pages" / "parts" / "shell.py"
PAGES = ("overview", "gaps", "candidates", "scenario", "explore", "sources")
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
def built_once(
    own_database_folder: Path, tmp_path_factory: pytest.TempPathFactory, worker_id: str
) -> Callable[[str], Path]:
    """A dataset in the folder of this process, built by whichever process needs it first."""
    import queries

    common = tmp_path_factory.getbasetemp() / "built"
    if worker_id != "master":
        common = tmp_path_factory.getbasetemp().parent / "built"
    common.mkdir(exist_ok=True)

    def of(dataset: str) -> Path:
        with FileLock(common / f"{dataset}.lock"):
            for file in common.glob(f"{dataset}-*.duckdb"):
                if not (own_database_folder / file.name).exists():  # else it may be open
                    shutil.copy2(file, own_database_folder)
            file = queries.ensure(dataset)
            if not (common / file.name).exists():
                shutil.copy2(file, common)
            return file

    return of


@pytest.fixture(scope="session")
def published(built_once: Callable[[str], Path]) -> Iterator[duckdb.DuckDBPyConnection]:
    """The real facts, read-only."""
    import queries

    db = queries.connect(built_once("terbitan"))
    yield db
    db.close()


@pytest.fixture(scope="session")
def simulated(built_once: Callable[[str], Path]) -> Iterator[duckdb.DuckDBPyConnection]:
    """The made-up round of the usual seed, read-only."""
    import queries

    db = queries.connect(built_once("simulasi"))
    yield db
    db.close()


@pytest.fixture(scope="session")
def known(published: duckdb.DuckDBPyConnection) -> object:
    """What a visit note rests on, from the real facts: `visiting.Known`."""
    from tests import visiting

    return visiting.known(published)


@pytest.fixture(scope="session")
def known_simulated(simulated: duckdb.DuckDBPyConnection) -> object:
    """The same from the made-up round."""
    from tests import visiting

    return visiting.known(simulated)


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
