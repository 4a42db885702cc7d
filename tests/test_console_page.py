"""The SQL of every figure: each names its questions, and the link opens, fills and runs them."""

import ast
import json
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

import queries
from pages.parts import console_link
from queries import console
from tests.conftest import SIMULATED

ROOT = Path(__file__).parents[1]
LINK = re.compile(r"\]\(<(explore\?[^>]*)>\)")
PLACES = [
    ("overview", {}),
    ("overview", {"layer": "Inovasi tercatat"}),
    ("overview", {"layer": "Penduduk miskin"}),
    ("gaps", {"sector": "Kesehatan"}),
    ("gaps", {"indicator": "1 Visi dan misi inovasi"}),
    ("candidates", {}),
    ("candidates", {"look": "Tawaran kita"}),
    ("candidates", {"look": "Siapa belajar dari siapa"}),
    ("scenario", {"steps": "naik.31.2.semua"}),
    ("ledger", {}),
    ("ledger", {"leaf": "Bukti replikasi"}),
    ("ledger", {"leaf": "Masa wajib jalan"}),
    ("sources", {}),
    ("sources", {"part": "Sumber"}),
    ("sources", {"part": "Aturan"}),
    ("briefing", {}),
    ("explore", {}),
    ("explore", {"show": "Tabulasi silang"}),
    ("explore", {"show": "Kematangan"}),
    ("explore", {"show": "Hubungan angka"}),
]


def calls(name: str) -> list[tuple[str, ast.Call]]:
    """Every call of a function, with the file it stands in."""
    return [
        (file.name, node)
        for file in sorted((ROOT / "pages").rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and called(node) == name
    ]


def called(node: ast.Call) -> str:
    return getattr(node.func, "attr", getattr(node.func, "id", ""))


def test_every_chart_names_its_questions():
    drawn = [(file, call) for file, call in calls("plot") if file != "plotting.py"]
    assert len(drawn) >= 10
    for file, call in drawn:
        assert "asked" in {word.arg for word in call.keywords}, f"{file}:{call.lineno}"


def test_every_question_that_is_named_exists_and_is_given_what_it_takes():
    named = [
        (file, call)
        for file, call in calls("asked")
        if call.args and isinstance(call.args[0], ast.Constant)
    ]
    assert len(named) >= 20
    for file, call in named:
        question = call.args[0].value
        assert question in console.names(), f"{file}:{call.lineno} asks {question}"
        given = {word.arg for word in call.keywords}
        wanted = queries.named(queries.text(question))
        assert given == wanted or (None in given and given - {None} <= wanted), (
            f"{file}:{call.lineno}: {question} takes {sorted(wanted)}"
        )


def links(app) -> list[dict[str, str]]:
    """The addresses that the page's figures link to, taken apart."""
    told = [found for part in (*app.caption, *app.markdown) for found in LINK.findall(part.value)]
    return [
        {key: values[0] for key, values in parse_qs(urlsplit(one).query).items()} for one in told
    ]


@pytest.mark.parametrize(("page", "address"), PLACES, ids=[f"{p} {a}" for p, a in PLACES])
def test_the_links_of_a_page_open_the_console_with_all_it_needs(
    page, address, visit, published, simulated
):
    app = visit(page, dataset=SIMULATED, regency="Banjar", **address)
    found = links(app)
    assert found
    for one in found:
        assert one["show"] == "SQL"
        assert (one["dataset"], one["regency"]) == (SIMULATED, "Banjar")
        assert json.loads(one["given"]).keys() == queries.named(queries.text(one["question"]))
        assert max(map(len, one.values())) <= console_link.LONGEST


def test_a_long_scenario_leaves_its_tables_out_of_the_link(visit, simulated, published):
    app = visit("scenario", dataset=SIMULATED, steps="baru.200.60_baru.200.50")
    (one,) = {one["given"]: one for one in links(app) if one["question"] == "scenario"}.values()
    assert json.loads(one["given"]).keys() == {"code", "year"}
    opened = visit("explore", **one)
    assert any("terlalu panjang untuk tautan" in told.value for told in opened.info)


def opened(visit, **address: str):
    return visit("explore", show="SQL", **address)


def sql_of(app) -> str:
    return app.text_area(key="console_sql").value


def pressed(app, sql: str, given: str = ""):
    app.text_area(key="console_sql").set_value(sql)
    app.text_input(key="console_given").set_value(given)
    button = next(one for one in app.button if one.label.startswith("Jalankan"))
    return button.click().run()


def told(app) -> str:
    return " ".join(part.value for part in (*app.markdown, *app.caption, *app.info, *app.error))


def test_a_link_to_a_question_fills_the_editor_and_runs(visit, published, simulated):
    app = opened(visit, dataset=SIMULATED, question="scores", given='{"year":2026}')
    assert sql_of(app) == queries.text("scores")
    assert json.loads(app.text_input(key="console_given").value) == {"year": 2026}
    assert "**13 baris**" in told(app)
    assert "DATA SIMULASI" in told(app)
    assert any("Balangan" in str(table.value) for table in app.table)


def test_sql_of_a_link_runs_only_when_the_button_is_pressed(visit, published, simulated):
    app = opened(visit, sql="select 40 + 2 as answer")
    assert sql_of(app) == "select 40 + 2 as answer"
    assert any("datang dari tautan" in one.value for one in app.warning)
    assert "**1 baris**" not in told(app)
    app = pressed(app, "select 40 + 2 as answer")
    assert "**1 baris**" in told(app)
    assert not any("datang dari tautan" in one.value for one in app.warning)


def test_what_was_run_stands_in_the_address_and_is_not_run_again(visit, published, simulated):
    app = pressed(opened(visit, question="scores", given='{"year":null}'), "select 1 as one")
    assert app.query_params["sql"] == "select 1 as one"
    assert "question" not in app.query_params
    number = app.session_state["console_outcome"].number
    assert app.run().session_state["console_outcome"].number == number


def test_an_edited_question_is_nobodys_but_the_whole_one_is_the_houses(visit, published, simulated):
    app = pressed(opened(visit), queries.text("scores"), '{"year": 2022}')
    assert app.query_params["question"] == "scores"
    app = pressed(app, queries.text("scores") + "\nlimit 3", '{"year": 2022}')
    assert "question" not in app.query_params
    assert "**3 baris**" in told(app)


def test_a_refusal_says_what_and_where(visit, published, simulated):
    app = pressed(opened(visit), "select nme\nfrom regency")
    assert "baris 1, huruf ke-8" in app.error[0].value
    assert app.code[0].value == "select nme\n       ▲"
    app = pressed(app, "drop table regency")
    assert "SELECT" in app.error[0].value
    app = pressed(app, "select 1", "{")
    assert "bukan JSON yang sah" in app.error[0].value


def test_no_rows_get_a_sentence(visit, published, simulated):
    app = pressed(opened(visit), "select name from regency where false")
    assert "tidak ada baris yang cocok" in told(app)


def test_rows_come_a_page_at_a_time_and_the_cap_is_told(visit, published, simulated, monkeypatch):
    monkeypatch.setattr(console, "ROWS", 30)
    app = pressed(opened(visit), "select range as number from range(100000000000)")
    assert "**dipotong pada 30 baris**" in told(app)
    assert len(app.table[0].value) == 25


def test_another_dataset_does_not_show_the_rows_of_the_first(visit, published, simulated):
    app = pressed(opened(visit), "select count(*) as innovations from innovation")
    assert "**1 baris**" in told(app)
    app.selectbox(key="dataset").set_value("simulasi").run()
    assert "**1 baris**" not in told(app)


def test_a_question_to_the_ledger_is_shown_and_not_run(visit, published, simulated):
    app = opened(visit, question="ledger/history", given='{"subject":"x"}')
    assert sql_of(app) == queries.text("ledger/history")
    assert "Buku replikasi, berkas tersendiri" in told(app)
    assert not app.error


@pytest.mark.parametrize(
    "address",
    [
        {"question": "../../etc/passwd"},
        {"question": "scores", "given": "[[[["},
        {"question": "scores", "given": '{"year": {"a": 1}}'},
        {"sql": "x" * 5_000},
    ],
)
def test_a_broken_link_is_told(address, visit, published, simulated):
    app = opened(visit, **address)
    assert app.error
    assert not app.exception
    assert sql_of(app) == queries.text("examples/latest_scores")


def test_an_example_runs_with_one_click_and_is_remembered(visit, published, simulated):
    app = opened(visit)
    app.button(key="example_examples/nearest_peers").click().run()
    assert sql_of(app) == queries.text("examples/nearest_peers")
    assert "**12 baris**" in told(app)
    app = pressed(app, "select 1 as one")
    assert [one.label for one in app.button if str(one.key).startswith("past_")][1].endswith(
        "examples/nearest\\_peers"
    )
    app.button(key="past_1").click().run()
    assert sql_of(app) == queries.text("examples/nearest_peers")


def test_the_tables_stand_beside_the_editor(visit, published, simulated):
    listed = next(part.value for part in opened(visit).markdown if "<details>" in part.value)
    assert "<b>innovation</b> · 140 baris: inovasi yang tercatat" in listed
    assert "<b>code</b> varchar" in listed
