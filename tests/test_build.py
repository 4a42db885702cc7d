"""A database is built whole or not at all, is read-only, and every question is asked properly."""

import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pandas as pd
import pytest

import queries
from data import build, seal, shelf
from data.__main__ import main
from data.errors import DataError, UnknownDatasetError

ROOT = Path(__file__).parents[1]
QUESTIONS = sorted((ROOT / "queries").glob("*.sql"))
CHECKS = sorted((ROOT / "queries" / "checks").glob("*.sql"))


def unfinished(_db: duckdb.DuckDBPyConnection) -> None:
    """A build that stores the facts and computes nothing."""


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    """An empty folder for built files."""
    monkeypatch.setenv("INOVASI_BANUA_DB", str(tmp_path / "db"))
    (tmp_path / "db").mkdir()
    return tmp_path / "db"


@pytest.fixture
def house(tmp_path) -> Path:
    """A copy of data/ and queries/ that a test may spoil."""
    for room in ("data", "queries"):
        leave_out = shutil.ignore_patterns("db", "__pycache__")
        shutil.copytree(ROOT / room, tmp_path / "house" / room, ignore=leave_out)
    return tmp_path / "house"


def spoil(file: Path, was: str, becomes: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert was in text
    file.write_text(text.replace(was, becomes, 1), encoding="utf-8")


def names(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()}


# — Building


def test_a_changed_fact_gives_a_new_fingerprint_and_a_new_file(folder, house):
    before = build.build("terbitan", unfinished, root=house / "data")
    spoil(house / "data" / "rules" / "settings.csv", "least_points,0.25", "least_points,0.3")
    after = build.build("terbitan", unfinished, root=house / "data")
    assert names(folder) == {before.name, after.name}
    assert before.name != after.name
    assert shelf.newest("terbitan") == after


def test_every_rule_and_fact_is_part_of_the_fingerprint(house):
    marks = {build.fingerprint(house / "data")}
    for name in build.FILES.values():
        file = house / "data" / name
        file.write_bytes(file.read_bytes() + b"\n")
        marks.add(build.fingerprint(house / "data"))
    assert len(marks) == 1 + len(build.FILES)


def test_unchanged_facts_are_not_built_again(folder):
    told: list[str] = []
    first = build.build("terbitan", unfinished, told.append)
    assert told
    told.clear()
    assert build.build("terbitan", unfinished, told.append) == first
    assert told == []


def test_going_back_to_earlier_facts_makes_their_file_the_newest_again(folder, house):
    first = build.build("terbitan", unfinished, root=house / "data")
    later = folder / "terbitan-later.duckdb"
    later.touch()
    assert shelf.newest("terbitan") == later
    build.build("terbitan", unfinished, root=house / "data")
    assert shelf.newest("terbitan") == first


def leave_old_files(folder: Path, count: int) -> None:
    for age in range(count):
        file = folder / f"terbitan-{age}.duckdb"
        file.touch()
        os.utime(file, (age + 1, age + 1))


def test_only_the_newest_three_files_are_kept(folder):
    leave_old_files(folder, 5)
    new = build.build("terbitan", unfinished)
    assert names(folder) == {new.name, "terbitan-4.duckdb", "terbitan-3.duckdb"}


def test_a_build_that_fails_at_the_end_leaves_nothing_behind(folder):
    leave_old_files(folder, 1)

    def fail(db: duckdb.DuckDBPyConnection) -> None:
        db.execute("create table half_done (a integer)")
        raise DataError("janji dilanggar")

    with pytest.raises(DataError, match="janji dilanggar"):
        build.build("terbitan", fail)
    assert names(folder) == {"terbitan-0.duckdb"}


def test_builders_in_one_process_do_not_disturb_each_other(folder):
    with ThreadPoolExecutor(2) as pool:
        files = list(pool.map(lambda _: build.build("terbitan", unfinished), range(2)))
    assert files[0] == files[1]
    assert names(folder) == {files[0].name}


def test_builders_that_clear_away_old_files_at_once_do_not_stumble(folder):
    for _ in range(20):
        leave_old_files(folder, 8)
        with ThreadPoolExecutor(4) as pool:
            list(pool.map(lambda _: shelf.prune("terbitan"), range(4)))
        assert names(folder) == {f"terbitan-{age}.duckdb" for age in (5, 6, 7)}


def test_two_processes_that_build_at_once_agree(folder):
    command = [sys.executable, "-m", "data", "build"]
    both = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) for _ in range(2)]
    told = [process.communicate()[0].decode().splitlines()[-1] for process in both]
    assert [process.returncode for process in both] == [0, 0]
    assert {line.split(" (")[0] for line in told} == {f"Siap: {shelf.newest('terbitan')}"}
    assert len(names(folder)) == 1


def test_an_unknown_dataset_is_refused_with_the_known_ones():
    with pytest.raises(UnknownDatasetError, match=r"'tebitan' tidak dikenal.*pilih terbitan"):
        build.build("tebitan", unfinished)


def test_a_folder_that_cannot_be_written_is_refused_with_the_way_out(tmp_path, monkeypatch):
    (tmp_path / "file").touch()
    monkeypatch.setenv("INOVASI_BANUA_DB", str(tmp_path / "file" / "db"))
    with pytest.raises(DataError, match=r"tidak dapat ditulis\. Perbaikan: .*INOVASI_BANUA_DB"):
        build.build("terbitan", unfinished)


# — Asking


@pytest.mark.parametrize("sql", [
    "from read_csv('/etc/passwd')",
    "copy regency to '/tmp/regency.csv'",
    "set threads = 1",
    "create table mine (a integer)",
    "delete from regency",
    "from frame",
])  # fmt: skip
def test_an_open_database_can_neither_be_changed_nor_left(published, sql):
    frame = pd.DataFrame({"a": [1]})
    assert len(frame) == 1
    with pytest.raises(duckdb.Error):
        published.cursor().execute(sql)


def test_an_open_database_opens_no_other(published, tmp_path):
    duckdb.connect(tmp_path / "other.duckdb").close()
    with pytest.raises(duckdb.PermissionException):
        published.cursor().execute(f"attach '{tmp_path}/other.duckdb' (read_only)")


def test_eight_threads_on_one_connection_all_get_the_right_answers(published):
    codes = queries.ask(published, "regencies")["code"]
    right = {code: queries.ask(published, "own_innovations", code=code) for code in codes}

    def question(number: int) -> bool:
        code = codes[number % len(codes)]
        return queries.ask(published, "own_innovations", code=code).equals(right[code])

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(question, range(800))) == 800


@pytest.mark.parametrize("given", [{}, {"kode": "6301"}, {"code": "6301", "year": 2024}])
def test_a_missing_or_strange_parameter_is_named(published, given):
    with pytest.raises(TypeError, match=r"claims takes \['code'\], not"):
        queries.ask(published, "claims", **given)


@pytest.mark.parametrize("file", QUESTIONS, ids=lambda file: file.stem)
def test_a_question_is_a_question_with_grain_order_and_no_formatting(file):
    sql = file.read_text(encoding="utf-8")
    first, second = sql.splitlines()[:2]
    assert re.fullmatch(r"-- [A-Z].*\?", first)
    assert second.startswith("-- One row")
    one_row = re.match(r"-- One row[.:]", second)
    assert one_row or re.search(r"^order by [^;]*\Z", sql, re.MULTILINE)
    assert not re.search(r"[{}]|%s|%\(|;", sql.replace("; ", " "))


@pytest.mark.parametrize("file", CHECKS, ids=lambda file: file.stem)
def test_a_check_opens_with_its_promise_in_indonesian(file):
    sql = file.read_text(encoding="utf-8")
    promise = sql.splitlines()[0]
    assert re.fullmatch(r"-- [A-Z][^?]*[^?.]", promise)
    assert re.search(r"\b(?:setiap|tidak|dan|dalam|yang|di)\b", promise, re.IGNORECASE)
    assert not re.search(r"\b(?:the|every|each|no|not|is|are)\b", promise, re.IGNORECASE)
    assert re.search(r"^order by ", sql, re.MULTILINE)


# — The second door


def test_build_says_what_it_reads_and_where_the_file_is(folder, capsys):
    assert main(["build"]) == 0
    told = capsys.readouterr().out
    assert f"Siap: {shelf.newest('terbitan')}" in told
    assert all(f"Membaca {name}" in told for name in build.FILES.values())


def test_check_lists_every_promise_and_exits_with_0(published, capsys):
    assert main(["check"]) == 0
    told = capsys.readouterr().out
    assert "✗" not in told
    for file in CHECKS:
        promise = file.read_text(encoding="utf-8").splitlines()[0].removeprefix("-- ")
        assert f"✓ {promise} ({file.stem})" in told
    assert "✓ regency: " in told


def check(house: Path) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "data", "check"], cwd=house, capture_output=True, text=True
    )
    return done.returncode, done.stdout, done.stderr


def test_check_exits_with_1_and_names_the_rows_that_break_a_promise(folder, house):
    spoil(house / "data" / "rules" / "bands.csv", "Inovatif,35.00,60.00", "Inovatif,35.00,61.00")
    code, _, told = check(house)
    assert code == 1
    assert "bands_do_not_overlap" in told
    assert "year = 2023, predicate = Inovatif, bertumpang_dengan = Sangat Inovatif" in told
    assert names(folder) == set()


def test_check_exits_with_1_and_names_the_file_whose_seal_is_broken(folder, house):
    spoil(house / "data" / "rules" / "settings.csv", "least_points,0.25", "least_points,0.3")
    code, told, _ = check(house)
    assert code == 1
    assert "✗ sha256" in told
    assert "berkas = data/rules/settings.csv" in told


def test_the_seal_breaks_with_a_changed_file_and_holds_after_sealing(house):
    spoil(house / "data" / "rules" / "settings.csv", "least_points,0.25", "least_points,0.3")
    assert [row["berkas"] for row in seal.broken(house)] == ["data/rules/settings.csv"]
    assert seal.seal(house) == 1
    assert seal.broken(house) == []


def test_sealing_what_is_unchanged_changes_no_byte(house):
    before = (house / seal.SOURCES).read_bytes()
    assert seal.seal(house) == 0
    assert (house / seal.SOURCES).read_bytes() == before
