"""What the README says is true, as far as a machine can tell."""

import re
import shlex
from pathlib import Path

import pytest

from data import __main__ as door
from pages.parts.frame import PAGES_SHOWN

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CI = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
COMMANDS = re.findall(r"```bash\n(.*?)```", README, re.S)


def test_ci_runs_the_test_command_as_it_stands_here():
    assert COMMANDS[1].strip() in CI
    assert "REQUIRE_BROWSER=1" in CI


def test_the_first_command_starts_the_app_from_pinned_requirements():
    assert "-r requirements.txt" in COMMANDS[0]
    assert COMMANDS[0].strip().endswith("streamlit run dashboard.py")


@pytest.mark.parametrize("file", ["requirements.txt", "requirements-dev.txt"])
def test_every_requirement_is_pinned_exactly(file):
    lines = [line for line in (ROOT / file).read_text().splitlines() if line]
    for line in lines:
        assert re.fullmatch(r"#.*|-r requirements\.txt|[A-Za-z0-9_.-]+==[0-9][0-9A-Za-z.]*", line)


def test_every_page_is_named_with_its_address():
    for file, title, _icon, _help in PAGES_SHOWN:
        address = "/" if file == "overview.py" else f"/{file.removesuffix('.py')}"
        assert f"{title}, `{address}`" in README


def test_every_data_command_it_shows_exists():
    shown = re.findall(r"-m data (.*?)\s+#", README)
    assert len(shown) == 15
    for words in shown:
        door.parser().parse_args(shlex.split(words))


def test_every_file_and_folder_it_names_exists():
    for name in re.findall(r"`([\w./-]+/[\w./-]*|[\w-]+\.(?:py|sql|csv))`", README):
        if not name.startswith("/") and name not in {
            "data/db",
            "data/workspace",
            "data/workspace/resmi",
        }:
            places = [ROOT / name, *ROOT.glob(f"*/{name}"), *ROOT.glob(f"*/*/{name}")]
            assert any(place.exists() for place in places), name


def test_its_pictures_exist():
    for picture in re.findall(r"!\[.*?\]\((.*?)\)", README):
        assert (ROOT / picture).stat().st_size > 10_000


def test_the_environment_variables_it_names_are_read():
    code = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "data").glob("*.py"))
    for name in set(re.findall(r"INOVASI_BANUA_\w+", README)):
        assert name in code
