"""The house is as DESIGN says: one arrow, a fixed top level, SQL in its files, short pages."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TOP_LEVEL = {
    "dashboard.py", "pages", "data", "queries", "requirements.txt", "tests", "README.md",
    "pyproject.toml", "requirements-dev.txt", "LICENSE",
}  # fmt: skip
ORDER = ["data", "queries", "pages.parts", "pages", "dashboard"]
SCREEN = {"streamlit", "plotly"}


def sources(folder: str) -> list[Path]:
    return sorted((ROOT / folder).rglob("*.py"))


def imports(file: Path) -> set[str]:
    """Every module a file imports, also inside functions."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def room(module: str) -> int | None:
    """The place of a module in the order of the house; None for a stranger."""
    places = [place for place, name in enumerate(ORDER) if (module + ".").startswith(name + ".")]
    if module == "pages" or (places and ORDER[places[0]] == "pages"):
        return ORDER.index("pages")
    return places[0] if places else None


def room_of(file: Path) -> int:
    module = ".".join(file.relative_to(ROOT).with_suffix("").parts)
    place = room(module)
    assert place is not None
    return place


@pytest.mark.parametrize(
    "file",
    [*sources("data"), *sources("queries"), *sources("pages"), ROOT / "dashboard.py"],
    ids=lambda file: str(file.relative_to(ROOT)),
)
def test_imports_go_one_way(file):
    if file == ROOT / "data" / "__main__.py":
        return  # the second door may look into queries; see the next tests
    for module in imports(file):
        place = room(module)
        if module == "pages":
            continue  # the folder itself, named in "from pages.parts import …"
        assert place is None or place <= room_of(file), f"{file.name} imports {module}"


UPSTAIRS = {"pages.parts", "pages.parts.brief_command"}
"""The one module above queries that the second door opens on: a calendar job asks for documents on
the command line, and documents are made of words and charts, which stand above the numbers."""


def test_no_question_counts_over_an_empty_window():
    """DuckDB 1.5.5 gives the whole database up in 1 of 700 such counts (its issue 22846)."""
    for file in [*(ROOT / "queries").rglob("*.sql"), *(ROOT / "data").rglob("*.sql")]:
        windows = re.findall(r"(\w+)\S*\s+over \(\)", file.read_text(encoding="utf-8"))
        assert set(windows) <= {"row_number"}, file


def test_the_second_door_opens_on_queries_and_on_the_documents_command():
    for module in imports(ROOT / "data" / "__main__.py") - UPSTAIRS:
        assert room(module) in {None, ORDER.index("data"), ORDER.index("queries")}, module


def test_the_second_door_goes_upstairs_only_when_that_command_is_given():
    tree = ast.parse((ROOT / "data" / "__main__.py").read_text(encoding="utf-8"))
    at_once = {node.module for node in tree.body if isinstance(node, ast.ImportFrom)}
    assert not at_once & UPSTAIRS


@pytest.mark.parametrize("folder", ["data", "queries"])
def test_numbers_know_nothing_of_screens(folder):
    for file in sources(folder):
        strangers = {module.split(".")[0] for module in imports(file)}
        assert not strangers & SCREEN, file.name


def test_the_top_level_holds_nothing_else():
    names = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()
    top = {name.split("/")[0] for name in names}
    assert {name for name in top if not name.startswith(".")} <= TOP_LEVEL


@pytest.mark.parametrize("file", sorted((ROOT / "pages").glob("*.py")), ids=lambda file: file.stem)
def test_a_page_asks_says_and_shows(file):
    text = file.read_text(encoding="utf-8")
    tree = ast.parse(text)
    assert len(text.splitlines()) <= 110
    assert "select " not in text.lower()
    assert ast.get_docstring(tree, clean=True).endswith("?")
    arithmetic = (ast.Add, ast.Sub, ast.Mult, ast.Div, ast.Pow)
    assert not [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.BinOp) and isinstance(node.op, arithmetic)
    ]


@pytest.mark.parametrize(
    "file",
    [*sources("data"), *sources("queries"), *sources("pages")],
    ids=lambda file: str(file.relative_to(ROOT)),
)
def test_every_module_and_public_class_says_what_it_is_for(file):
    tree = ast.parse(file.read_text(encoding="utf-8"))
    if tree.body:
        assert ast.get_docstring(tree), file
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            assert ast.get_docstring(node), f"{file.name}: {node.name}"
