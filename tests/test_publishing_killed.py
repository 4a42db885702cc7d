"""A version is in force whole or not at all: with real processes that race or are killed."""

import os
import random
import time
from pathlib import Path

import duckdb
import pytest

from data import shelf
from data.importing import publishing, versions
from tests import book_children, publishing_children
from tests.publishing_children import SCORE

# More of them by hand: 220 without a mixture, 25 November 2026 (PUBLISHING_KILLS).
KILLS = int(os.environ.get("PUBLISHING_KILLS", "8"))


@pytest.fixture(scope="module")
def children():
    with book_children.started(publishing_children.__name__) as family:
        yield family


@pytest.fixture
def base(tmp_path, monkeypatch) -> Path:
    """What is published again and again, beside the folders of this test."""
    monkeypatch.setenv("INOVASI_BANUA_BOOK", str(tmp_path / "book"))
    monkeypatch.setenv("INOVASI_BANUA_DB", str(tmp_path / "db"))
    (tmp_path / "db").mkdir()
    return publishing_children.toy_base(tmp_path / "base")


def ordered(family, base: Path, **what: object) -> list[list[str]]:
    folders = {"book": str(base.parent / "book"), "db": str(base.parent / "db")}
    return family.order(base=str(base), **folders, **what)


def score_in(file: Path) -> float:
    with duckdb.connect(file, read_only=True) as db:
        found = db.execute(SCORE).fetchone()
    assert found
    return found[0]


def in_force() -> int:
    """The current version's number, after all of it was seen to be of one piece."""
    version = versions.current()
    if version is None:
        return 0
    assert version.note == f"nomor {version.number}"
    assert versions.load(version).result["score"].tolist() == [version.number]
    shown = shelf.newest("resmi")
    if shown:  # what is shown before anybody builds is that version, or a whole one before it
        assert score_in(shown) == shelf.version_in(shown) <= version.number
    return version.number


def test_killed_at_any_moment_the_old_version_is_in_force_or_the_new(children, base):
    chance = random.Random(20261125)
    begun = time.perf_counter()
    assert ordered(children, base, children=1, wins=2) == [["1", "2"]]
    usual = time.perf_counter() - begun
    last, interrupted = 2, 0
    for _ in range(KILLS):
        [said] = ordered(children, base, seconds=chance.uniform(0, usual))
        promised = [int(word) for word in said if word != "try"]  # none has failed
        assert promised == list(range(last + 1, last + 1 + len(promised)))
        confirmed = last + len(promised)
        last = in_force()
        assert last in (confirmed, confirmed + 1)  # the one that was killed is there, or is not
        interrupted += said[-1] == "try"
    assert [one.number for one in versions.all_versions()] == list(range(last, 0, -1))
    assert not [one for one in versions.all_versions() if one.trouble]
    assert interrupted >= KILLS * 3 / 4
    assert last >= 3


def test_what_killed_publishers_leave_is_swept_away(children, base):
    for moment in (0.1, 0.2, 0.3):
        ordered(children, base, seconds=moment)
    for leftover in shelf.folder().glob(".*"):
        os.utime(leftover, (1, 1))
    number = publishing_children.publish(base, "penguji")
    shelf.sweep()
    assert {file.name for file in versions.folder().iterdir()} <= {
        publishing.LOCK, *(f"versi-{one:04}.duckdb" for one in range(1, number + 1))
    }  # fmt: skip
    assert not list(shelf.folder().glob(".*"))


def test_of_two_processes_that_publish_at_once_neither_overwrites_the_other(children, base):
    first, second = ordered(children, base, children=2, wins=3)
    won = [int(word) for word in first + second if word != "stale"]
    assert sorted(won) == list(range(1, 7))
    for version in versions.all_versions():
        assert version.note == f"nomor {version.number}"
        assert versions.load(version).result["score"].tolist() == [version.number]
    assert in_force() == 6
