"""Two datasets side by side: seeds, years, and what only a reported round has."""

import argparse
import os

import pytest
import streamlit as st

import queries
from data import build, shelf
from data.__main__ import main, seed
from pages.parts import files_in_view
from tests import toy
from tests.test_build import unfinished


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("INOVASI_BANUA_DB", str(tmp_path))
    return tmp_path


def test_a_made_up_file_is_named_after_its_seed_and_the_first_seed_is_the_usual_one(folder):
    file = build.build("simulasi", unfinished)
    assert shelf.seed_in(file) == shelf.FIRST_SEED
    assert shelf.seed_in(build.build("terbitan", unfinished)) is None


def test_the_seed_last_chosen_is_built_again_after_the_rules_change(folder, monkeypatch):
    chosen = build.build("simulasi", unfinished, seed=7)
    assert build.build("simulasi", unfinished) == chosen
    monkeypatch.setattr(build, "fingerprint", lambda root: "anotherprint")
    again = build.build("simulasi", unfinished)
    assert again.name == "simulasi-anotherprint-7.duckdb"


def test_a_seed_of_zero_is_a_seed_like_any_other(folder):
    build.build("simulasi", unfinished, seed=0)
    assert shelf.seed_in(build.build("simulasi", unfinished)) == 0


@pytest.mark.parametrize("word", ["-1", "1.5", "x", "1234567890", "../7", ""])
def test_a_seed_that_is_no_whole_number_is_refused(word):
    with pytest.raises(argparse.ArgumentTypeError, match="bukan bilangan bulat"):
        seed(word)


def test_the_command_makes_a_round_and_says_where(folder, capsys):
    assert main(["simulate", "--seed", "5"]) == 0
    told = capsys.readouterr().out
    assert f"Siap: {shelf.newest('simulasi')}" in told
    assert "rekaan" in told or "contoh" in told
    with queries.connect(shelf.newest("simulasi")) as db:
        about = queries.ask(db, "about").iloc[0]
    assert (about["name"], about["seed"], bool(about["simulated"])) == ("simulasi", 5, True)


def test_a_dataset_to_measure_with_is_known_but_never_offered():
    assert "nasional" in shelf.LABELS
    assert "nasional" not in shelf.DATASETS


def test_published_facts_give_no_index_because_nothing_is_reported_whole(published):
    assert published.execute("select count(*) from index_result").fetchone() == (0,)
    assert queries.ask(published, "report", code="6310", year=None).empty


def test_where_nothing_is_reported_every_innovation_is_on_record():
    with toy.database() as db:
        toy.add(db, "innovation", code="9901")
        assert len(db.execute("from on_record(2024)").fetchall()) == 1


@pytest.mark.parametrize(
    ("year", "found"), [(2025, "old"), (2026, "new"), (None, "new"), (2021, "new")]
)
def test_where_reports_exist_those_of_the_year_asked_or_the_latest_count(year, found):
    with toy.official() as db:
        for innovation_id, reported in (("old", 2025), ("new", 2026)):
            toy.add(db, "innovation", code="9901", innovation_id=innovation_id)
            toy.add(db, "report", code="9901", year=reported, ruleset="2026")
            toy.add(db, "innovation_report", innovation_id=innovation_id, year=reported)
        held = db.execute("select innovation_id from on_record($year)", {"year": year}).fetchall()
    assert held == [(found,)]


def test_a_year_scored_by_other_rules_has_the_bands_of_those_rules():
    with toy.official() as db:
        before = db.execute("select count(*) from band_in_year where year = 2025").fetchone()
        toy.add(db, "report", code="9901", year=2025, ruleset="2026")
        after = db.execute(
            "select predicate, lower from band_in_year where year = 2025 order by lower"
        ).fetchall()
    assert before == (1,)  # of the official bands of 2025 only the highest is known
    assert [predicate for predicate, _ in after] == [
        "Tidak Dapat Dinilai", "Kurang Inovatif", "Inovatif", "Sangat Inovatif",
    ]  # fmt: skip


def test_a_run_looks_at_one_file_whatever_is_built_meanwhile(folder, monkeypatch):
    monkeypatch.setattr(st, "session_state", {})
    assert files_in_view.of("terbitan") is None
    first, second = folder / "terbitan-a.duckdb", folder / "terbitan-b.duckdb"
    first.touch()
    assert files_in_view.of("terbitan") == first
    second.touch()
    os.utime(first, (1, 1))
    assert files_in_view.of("terbitan") == first
    files_in_view.look_anew()
    assert files_in_view.of("terbitan") == second
