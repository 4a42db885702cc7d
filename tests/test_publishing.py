"""What publishing would do is told before; it is done whole, by one rename, or not at all."""

import shutil

import duckdb
import pandas as pd
import pytest

import queries.publishing
from data import build, shelf
from data.__main__ import main
from data.errors import BrokenPromiseError, DataError
from data.importing import publishing, versions
from tests import importing, publishing_children, toy
from tests.publishing_children import SCORE, held, unfinished


@pytest.fixture(autouse=True)
def folders(tmp_path, monkeypatch):
    """Folders of the test's own."""
    monkeypatch.setenv("INOVASI_BANUA_BOOK", str(tmp_path / "book"))
    monkeypatch.setenv("INOVASI_BANUA_DB", str(tmp_path / "db"))
    (tmp_path / "db").mkdir()
    return tmp_path


def toy_draft(folders) -> publishing.Draft:
    """The first version, as if it had been built."""
    return publishing_children.drafted(publishing_children.toy_base(folders / "early"), 0)


def publish(folders, count: int = 1) -> None:
    """So many versions, as if they had been built: number n holds the score n."""
    base = folders / "base"
    if not base.exists():
        publishing_children.toy_base(base)
    for _ in range(count):
        publishing_children.publish(base, "Siti")


def score_shown() -> float:
    with duckdb.connect(shelf.newest("resmi"), read_only=True) as db:
        return db.execute(SCORE).fetchone()[0]


def left_over(folders) -> list[str]:
    return [file.name for file in folders.rglob(".*.tmp*")]


def test_without_an_import_the_dataset_is_refused_with_the_way_to_it():
    with pytest.raises(DataError, match=r"Belum ada data yang diimpor\. Perbaikan: impor berkas"):
        queries.ensure("resmi")


def test_publishing_puts_the_drafted_file_on_the_shelf_and_builds_nothing_again(folders):
    built: list[str] = []

    def finish(_db):
        built.append("built")

    draft = publishing.draft(held(7), finish)
    publishing.publish(draft, "Siti", "", "impor", finish)
    assert build.build("resmi", finish) == shelf.newest("resmi")
    assert (built, score_shown(), left_over(folders)) == (["built"], 7, [])
    with duckdb.connect(shelf.newest("resmi"), read_only=True) as db:
        name, simulated, day, mark = db.execute(
            "select name, simulated, data_date::text, fingerprint from dataset"
        ).fetchone()
    assert (name, simulated, day) == ("resmi", False, "2026-11-25")
    assert shelf.newest("resmi").stem == f"resmi-{mark}-1"


def test_a_stale_draft_is_refused_and_names_who_was_first(folders):
    draft = toy_draft(folders)
    publish(folders)
    told = r"Versi 1 sudah diterbitkan oleh Siti pada \d\d/.*pratinjau"
    with pytest.raises(publishing.StaleError, match=told):
        publishing.publish(draft, "Budi", "", "impor", unfinished)
    with pytest.raises(publishing.StaleError, match=told):
        publishing.draft(held(8), unfinished, parent=0)
    assert (versions.current().who, score_shown()) == ("Siti", 1)


def test_a_build_that_fails_changes_nothing(folders):
    publish(folders)

    def fail(db):
        db.execute("insert into need values ('lain', 'a', 'b', 'c', 'd')")

    with pytest.raises(BrokenPromiseError, match=r"CHECK .*Perbaikan: .*impor lagi"):
        publishing.draft(held(8), fail)
    assert (versions.current().number, score_shown(), left_over(folders)) == (1, 1, [])


def test_a_version_whose_file_was_never_put_on_the_shelf_is_built_at_the_next_opening(folders):
    publish(folders, 2)
    shelf.newest("resmi").unlink()  # as when killed between the two renames
    assert score_shown() == 1
    build.build("resmi", unfinished)
    assert score_shown() == 2


def test_a_draft_that_was_swept_away_is_built_again_when_published(folders):
    draft = toy_draft(folders)
    draft.file.unlink()
    publishing.publish(draft, "Siti", "", "impor", unfinished)
    assert (score_shown(), left_over(folders)) == (1, [])


def test_an_older_version_comes_back_as_a_new_one(folders, monkeypatch):
    monkeypatch.setattr(queries.publishing, "prepare", lambda _db, progress: None)
    publish(folders, 2)
    again = queries.publishing.restore(1, "Budi")
    assert (again.number, again.kind, again.parent, score_shown()) == (3, "pemulihan", 2, 1)


def test_nothing_is_a_version_too_and_not_the_end(folders, capsys):
    publish(folders)
    assert main(["restore-version", "0", "--note", "salah kirim"]) == 0
    assert "Terbit: 2  " in capsys.readouterr().out
    assert (versions.current().note, versions.current().rows) == ("salah kirim", 0)
    assert list(shelf.offered()) == ["terbitan", "simulasi"]
    with pytest.raises(DataError, match="Belum ada data yang diimpor"):
        queries.ensure("resmi")
    publish(folders)
    assert (versions.current().number, score_shown()) == (3, 3)


def test_an_unknown_government_is_refused_with_a_word_on_the_import(folders):
    with pytest.raises(DataError, match=r"9999 tidak dikenal.*impor lagi"):
        queries.publishing.preview(importing.results({"9999": 50.0}))
    assert (versions.current(), left_over(folders)) == (None, [])


def test_a_preview_says_what_becomes_of_index_and_rank_as_the_simulation_has_it(
    simulated, published, own_database_folder, folders
):
    for file in own_database_folder.glob("terbitan-*.duckdb"):
        shutil.copy2(file, folders / "db")
    printed = importing.results({"6310": 20.0}).result
    shown = queries.publishing.preview(importing.round_of(simulated).with_frames(result=printed))
    computed = simulated.execute(
        "select code, round(score, 2) from index_result where ruleset = '2026' and year = 2026"
    ).fetchall()
    expected = dict(computed) | {"6310": 20.0}
    rows = shown.scores[shown.scores["year"] == 2026].set_index("code")
    assert rows["after"].round(2).to_dict() == expected
    assert rows["before"].isna().all()
    bases = dict.fromkeys(expected, "dihitung") | {"6310": "tercetak"}
    assert rows["basis_after"].to_dict() == bases
    assert rows["rank_after"].idxmin() == max(expected, key=expected.get)
    assert toy.rows(shown.contradictions, "code", "year", "printed") == [("6310", 2026, 20.0)]
    assert shown.lacking.empty
    assert versions.current() is None
    shown.discard()
    assert left_over(folders) == []


def test_what_is_imported_without_an_index_is_in_the_preview_too():
    known = pd.DataFrame(
        columns=["code", "name", "year", "score", "basis", "rank", "predicate"]
    ).astype({"code": "str", "name": "str"})
    named = pd.DataFrame({"code": ["6303"], "name": ["Banjar"], "year": [2026]})
    rows = queries.publishing.compared(known, known, named)
    assert toy.rows(rows, "code", "year", "before", "after") == [("6303", 2026, None, None)]


def test_a_version_that_can_be_built_no_more_does_not_stand_in_the_way(folders, monkeypatch):
    publish(folders)
    monkeypatch.setitem(build.FILES, "award", "published/no_such_file.csv")
    shown = shelf.newest("resmi")
    assert queries.publishing.before_file(1, build.silent) == shown
