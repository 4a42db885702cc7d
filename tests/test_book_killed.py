"""The book loses no confirmed write: with real processes, racing and killed at random points."""

import random
from itertools import count

import duckdb
import pytest

from data import book, book_backup
from tests import book_children

KILLS = 54  # of each
SUBJECT = "buku-0123456789ab"


@pytest.fixture(scope="module")
def children():
    with book_children.started() as family:
        yield family


def written(db: duckdb.DuckDBPyConnection) -> dict[int, dict[str, str]]:
    """What each revision of the subject set."""
    events = db.execute("select revision from event where subject = ?", [SUBJECT]).fetchall()
    found: dict[int, dict[str, str]] = {revision: {} for (revision,) in events}
    for revision, field, value in db.execute(
        "select revision, field, value from event_value where subject = ?", [SUBJECT]
    ).fetchall():
        found[revision][field] = value  # a value without its event is a KeyError
    return found


@pytest.mark.parametrize("longest_log", [book_backup.LONGEST_LOG, 0], ids=["usual", "folding"])
def test_no_confirmed_write_is_lost_when_the_writer_is_killed(
    children, tmp_path, monkeypatch, longest_log
):
    chance = random.Random(20261124)
    during = confirmed = base = 0
    folders = (str(tmp_path / f"{number}") for number in count())
    folder = next(folders)
    for round_number in range(KILLS):
        if round_number % 6 == 0:  # also while a book is being made, and its first backup
            folder, base = next(folders), 0
        monkeypatch.setenv("INOVASI_BANUA_BOOK", folder)
        [said] = children.order(
            folder=folder,
            subject=SUBJECT,
            base=base,
            after=chance.choice((0, 0, 0, 1)),
            seconds=chance.uniform(0, 0.06),
            longest_log=longest_log,
        )
        assert "try" in said
        promised = [int(word) for word in said if word != "try"]
        with book.opened() as db:
            held = written(db)
        last = promised[-1] if promised else base
        assert len(held) in (last, last + 1)  # the one that was killed is there, or is not
        assert held == {one: book_children.values_of(one) for one in range(1, len(held) + 1)}
        during += said[-1] == "try"
        confirmed += len(promised)
        base = len(held)
    assert during >= KILLS * 3 / 4
    assert confirmed >= KILLS / 6


def test_of_two_processes_that_race_exactly_one_wins_each_revision(children, tmp_path, monkeypatch):
    monkeypatch.setenv("INOVASI_BANUA_BOOK", str(tmp_path))
    first, second = children.order(folder=str(tmp_path), subject=SUBJECT, children=2, wins=8)
    won = [int(word) for word in first + second if word != "stale"]
    assert sorted(won) == list(range(1, 17))
    with book.opened() as db:
        assert written(db) == {number: book_children.values_of(number) for number in won}
        writers = db.execute("select who, count(*) from event group by who order by who").fetchall()
    assert writers == [("anak 0", 8), ("anak 1", 8)]
