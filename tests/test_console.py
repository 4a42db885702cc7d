"""The console of analysts: what it answers, where it stops, and that it disturbs nobody."""

import io
import json
import sys
import threading
from pathlib import Path

import openpyxl
import pandas as pd
import pyarrow as pa
import pyarrow.parquet
import pytest

import queries
from data import shelf
from pages.parts import (
    console_address,
    console_cells,
    console_examples,
    console_files,
    console_link,
    console_refusals,
    console_schema,
)
from pages.parts.console_address import Unreadable
from queries import console, console_process, scenario
from tests.test_console_hostile import children

ABOUT = pd.Series(
    {"name": "simulasi", "label": "Simulasi (rekaan)", "simulated": True, "fingerprint": "abc",
     "data_date": pd.Timestamp("2026-11-24"), "seed": 7}
)  # fmt: skip
PEERS = {"code": "6310", "peers": ["6301", "6303"], "year": 2026}


@pytest.fixture(scope="module")
def file(simulated: object) -> Path:
    newest = shelf.newest("simulasi")
    assert newest is not None
    return newest


@pytest.fixture(scope="module")
def published_file(published: object) -> Path:
    newest = shelf.newest("terbitan")
    assert newest is not None
    return newest


def rows(answer: console.Answer) -> list[tuple]:
    return list(zip(*(column.to_pylist() for column in answer.table.columns), strict=True))


def refusal(file: Path, sql: str, **given: object) -> console.Refused:
    with pytest.raises(console.Refused) as caught:
        console.run(file, sql, given)
    return caught.value


@pytest.mark.parametrize(
    ("question", "given"),
    [
        ("scores", {"year": None}),
        ("indicator_gaps", PEERS),
        ("indicator_gaps", PEERS | {"peers": []}),
        ("recorded", {"sector": None, "year": 2026}),
        ("levels_of", {"innovations": []}),
    ],
)
def test_the_console_answers_as_the_page_was_answered(question, given, file, simulated):
    answer = console.run(file, queries.text(question), given)
    asked = queries.ask(simulated, question, **given)
    assert answer.table.column_names == list(asked.columns)
    assert answer.table.num_rows == len(asked)
    first = asked.columns[0]
    assert answer.table[first].to_pylist() == asked[first].tolist()


def test_the_steps_of_a_scenario_come_as_tables(file, simulated):
    tables = {
        "stage": scenario.table([(0, "2026"), (1, "2026")], scenario.STAGE),
        "change": scenario.table([], scenario.CHANGE),
        "added": scenario.table([(1, "new", None, 60.0)], scenario.ADDED),
        "dropped": scenario.table([], scenario.DROPPED),
    }
    given = {"code": "6310", "year": 2026, **tables}
    asked = queries.ask(simulated, "scenario", **given)
    told = json.loads(console_link.written(given))
    answer = console.run(file, queries.text("scenario"), told)
    assert answer.table["score"].to_pylist() == pytest.approx(asked["score"].tolist())


@pytest.mark.parametrize("title", console_examples.EXAMPLES)
def test_every_example_runs_on_every_dataset(title, file, published_file):
    one = console_examples.EXAMPLES[title]
    for built in (file, published_file):
        assert console.run(built, queries.text(one.question), one.given).table.num_rows


def test_others_are_answered_while_a_statement_runs(file, simulated):
    begun, ended = threading.Event(), threading.Event()

    def hostile() -> None:
        slow = "select sum(n * random()) from range(1000000000000) as numbers(n)"
        with pytest.raises(console.Refused):
            console.run(file, slow, {}, lambda _: begun.set())
        ended.set()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(console, "SECONDS", 2)
        thread = threading.Thread(target=hostile)
        thread.start()
        assert begun.wait(20)
        answers = [len(queries.ask(simulated, "regencies")) for _ in range(20)]
        beside = console.run(file, "select count(*) from regency", {})
        assert not ended.is_set()
        thread.join()
    assert set(answers) == {13}
    assert rows(beside) == [(13,)]
    assert children() == []


def test_leaving_ends_the_statement(file):
    class Left(Exception):
        pass

    def leave(_: float) -> None:
        assert children()
        raise Left

    with pytest.raises(Left):
        console.run(file, "select count(*) from range(1000000000000)", {}, leave)
    assert children() == []


def test_one_too_many_is_told_to_come_back(file, monkeypatch):
    monkeypatch.setattr(console, "PATIENCE", 0.1)
    monkeypatch.setattr(console, "turns", threading.BoundedSemaphore(1))
    console.turns.acquire()
    told = []
    with pytest.raises(console.Refused) as caught:
        console.run(file, "select 1", {}, told.append)
    assert caught.value.kind == "busy"
    assert told


def test_a_killed_process_is_told_and_gives_its_place_back(file, monkeypatch):
    monkeypatch.setattr(console_process, "CHILD", [sys.executable, "-c", "import os; os.abort()"])
    monkeypatch.setattr(console, "turns", threading.BoundedSemaphore(1))
    assert [refusal(file, "select 1").kind for _ in range(2)] == ["died", "died"]


def test_rows_beyond_the_cap_are_not_taken(file, monkeypatch):
    monkeypatch.setattr(console, "ROWS", 5)
    answer = console.run(file, "select range as number from range(1000000000000)", {})
    assert answer.cut == "rows"
    assert rows(answer) == [(0,), (1,), (2,), (3,), (4,)]
    assert console.run(file, "select range from range(5)", {}).cut == ""


def test_many_columns_leave_room_for_fewer_rows(file, monkeypatch):
    monkeypatch.setattr(console, "CELLS", 100)
    answer = console.run(file, "select 1 as a, 2 as b, 3 as c, 4 as d from range(1000)", {})
    assert (answer.cut, answer.table.num_rows) == ("rows", 25)


def test_cells_beyond_the_size_are_not_taken(file, monkeypatch):
    monkeypatch.setattr(console, "BYTES", 100_000)
    answer = console.run(file, "select repeat('x', 1000) as wide from range(1000)", {})
    assert answer.cut == "size"
    assert 0 < answer.table.num_rows < 100
    assert refusal(file, "select repeat('x', 1000000)").kind == "size"


def test_every_type_is_shown_and_taken_away(file):
    table = console.run(file, "from test_all_types()", {}).table
    shown = console_cells.shown(table)
    assert len(shown) == 3
    assert shown.map(lambda cell: isinstance(cell, str) and cell != "").to_numpy().sum() > 150
    for made in (
        console_files.csv(table, "k"),
        console_files.workbook(table, "k", ABOUT),
        console_files.parquet(table, "k"),
    ):
        assert len(made) > 1000


def test_what_no_spreadsheet_knows_is_spelled_by_duckdb_in_the_same_order(file):
    sql = """select number, interval (number) day as wait, {'a': number} as pair, [number] as list,
        date 'infinity' as never, 2::hugeint ** 100 as huge, '\\xff'::blob as bytes
        from range(3) as numbers(number) order by number desc"""
    answer = console.run(file, sql, {})
    assert answer.table["number"].to_pylist() == [2, 1, 0]
    assert answer.table["wait"].to_pylist() == ["2 days", "1 day", "00:00:00"]
    assert rows(answer)[0][2:5] == ("{'a': 2}", "[2]", "infinity")


@pytest.mark.parametrize(
    ("value", "name", "told"),
    [
        (1234.5, "score", "1.234,5"),
        (0.1 + 0.2, "score", "0,3"),
        (1234567, "count", "1.234.567"),
        (2026, "year", "2026"),
        (1e-9, "p", "1e-09"),
        (float("inf"), "p", "tak hingga"),
        (float("nan"), "p", "bukan bilangan"),
        (None, "p", "–"),
        (True, "p", "ya"),
        ("a", "p", "a"),
    ],
)
def test_cells_are_told_in_indonesian(value, name, told):
    assert console_cells.told(value, name) == told


def test_the_place_of_a_slip_is_told_in_letters(file):
    refused = refusal(file, "select 'é', 'é',\n  nme from regency")
    assert (refused.told["line"], refused.told["column"]) == (2, 3)
    marked = console_refusals.marked("select 'é', 'é',\n  nme from regency", refused.told)
    assert marked == "  nme from regency\n  ▲"
    assert "baris 2, huruf ke-3" in console_refusals.reason(refused)


@pytest.mark.parametrize(
    ("given", "missing", "extra"),
    [
        ({}, ["code"], []),
        ({"code": "6310", "year": 2026}, [], ["year"]),
        ({"kode": "6310"}, ["code"], ["kode"]),
    ],
)
def test_parameters_must_be_those_that_the_sql_names(given, missing, extra, file):
    refused = refusal(file, "select name from regency where code = $code", **given)
    assert refused.told == {"missing": missing, "extra": extra}


@pytest.mark.parametrize("value", ["satu", [1, 2], True, 10**30])
def test_a_parameter_of_the_wrong_type_is_refused_or_finds_nothing(value, file):
    sql = "select name from regency_fact join regency using (code) where year = $year and false"
    assert kind(file, sql, year=value) in ("nothing", "error")


def kind(file: Path, sql: str, **given: object) -> str:
    """How a statement ends."""
    try:
        answer = console.run(file, sql, given)
    except console.Refused as refused:
        return refused.kind
    return "rows" if answer.table.num_rows else "nothing"


def test_every_table_of_the_data_is_explained(simulated, published):
    for db in (simulated, published):
        names = set(queries.ask(db, "console_tables")["table_name"])
        assert names <= console_schema.MEANING.keys()
        assert names == set(queries.ask(db, "console_columns")["table_name"])


# What a link brings


@pytest.mark.parametrize(
    "question",
    ["../data/schema", "/etc/passwd", "scores.sql", "checks/bands_do_not_overlap", "nope", "..",
     "ledger/../scores", "scores\0"],
)  # fmt: skip
def test_only_a_question_that_exists_is_shown(question):
    with pytest.raises(Unreadable, match="tidak dikenal"):
        console_address.wanted(question, "", "")


@pytest.mark.parametrize(
    "given",
    [
        "[1]", "1", "{", "nope", '{"a": NaN}', '{"a": Infinity}', "[" * 40_000, '{"A b": 1}',
        '{"a": {"b": 1}}', '{"a": {"b": [1], "c": []}}', '{"a": [[1]]}', '{"a": [{}]}',
        '{"a": "\\ud800"}', '{"a": "\\u0000"}', '{"a": 1e400}', '{"a": 9999999999999999999999}',
        '{"a": [' + ",".join("1" * 2_000) + "]}", '{"a": "' + "x" * 60_000 + '"}',
        '{"a": ' + "9" * 6_000 + "}",
    ],
)  # fmt: skip
def test_parameters_that_are_no_plain_values_are_refused(given):
    with pytest.raises(Unreadable):
        console_address.parameters(given)


def test_parameters_are_read_as_they_were_written():
    given = {"code": "6310", "peers": ["6301"], "year": None, "exact": 0.5, "yes": True, "t": {}}
    table = pa.table({"step": [1, 2], "name": ["a", None]})
    told = console_link.written({**given, "t": table})
    assert console_address.parameters(told) == given | {"t": {"step": [1, 2], "name": ["a", None]}}


def test_sql_of_a_link_is_as_long_as_an_address_may_be():
    wanted = console_address.wanted("", "", "select 1")
    assert wanted is not None
    assert wanted.sql == "select 1"
    assert wanted.question == ""
    with pytest.raises(Unreadable, match=r"4\.000"):
        console_address.wanted("", "", "x" * 4_001)


# Files


TABLE = pa.table(
    {"=1+1": ["=cmd()", "a;b", None], "n": pa.array([1.5, None, 2.0]), "big": [2**60, 1, 2]}
)


def test_a_csv_has_its_citation_and_no_formula():
    cited = console_files.citation("How many", ABOUT)
    text = console_files.csv(TABLE, cited).decode("utf-8-sig")
    lines = text.split("\r\n")
    assert lines[0] == "'=1+1;n;big;kutipan"
    assert lines[1].startswith(f"'=cmd();1,5;{2**60};DATA SIMULASI – bukan nilai resmi. How many.")
    assert all("DATA SIMULASI" in line for line in lines[1:4])


def test_a_workbook_has_its_citation():
    content = console_files.workbook(TABLE, "Ini kutipan", ABOUT)
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert [cell.value for cell in book["Daftar"][2]] == ["=cmd()", 1.5, str(2**60), "Ini kutipan"]
    assert book["Daftar"]["A2"].data_type == "s"
    assert "DATA SIMULASI" in book["Asal data"]["A2"].value


def test_a_parquet_file_has_its_types_and_its_citation():
    content = console_files.parquet(TABLE, "Ini kutipan")
    table = pyarrow.parquet.read_table(io.BytesIO(content))
    assert table.schema.field("big").type == pa.int64()
    assert table["kutipan"].to_pylist() == ["Ini kutipan"] * 3
    assert table.schema.metadata[b"citation"].decode() == "Ini kutipan"


def test_columns_of_one_name_are_told_apart():
    table = pa.table([[1], [2], [3], [4]], names=["a", "a", "", "a_2"])
    assert console_cells.columns(table) == ["a", "a_2", "kolom_3", "a_2_2"]
