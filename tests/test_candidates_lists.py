"""The lists of the page of candidates: page and file say the same, and nothing gets lost."""

import io

import openpyxl
import pandas as pd
import pytest
from streamlit.runtime.state.query_params import QueryParams

from pages.parts import (
    candidate_sentences,
    cards,
    documents,
    offer_rows,
    offers,
    scrolling,
    side_by_side_files,
    side_by_side_rows,
    words,
)
from pages.parts.sentences import plain
from tests.conftest import SIMULATED
from tests.test_candidates_page import ASKED, ROWS, best, button, names, page
from tests.test_documents import ABOUT
from tests.test_pages import assert_whole

NAN = float("nan")


def test_page_and_file_name_the_same_governments_as_those_who_need_it():
    asked = offers.with_need(ASKED)
    rows = offers.offered(asked, ROWS)
    shown = offer_rows.table(rows, asked).iloc[:, 1].map(plain)
    assert shown.tolist() == [
        "Dibutuhkan 2 daerah: Banjar (ke-1; 0,80) dan Tapin (ke-3; 0,70)",
        "Dibutuhkan 1 daerah: Tapin (ke-2; 0,90)",
    ]
    file = offers.to_take_away(asked, rows, ABOUT)
    needed = file[file["Kebutuhan"] == offers.NEEDED]
    assert list(zip(needed["Inovasi"], needed["Daerah"], strict=True)) == [
        ("A", "Banjar"), ("A", "Tapin"), ("B", "Tapin"),
    ]  # fmt: skip


def test_what_nobody_needs_is_nearest_on_the_page_and_in_the_file():
    asked = offers.with_need(ASKED[ASKED["place"] > 20])
    rows = offers.offered(asked, ROWS)
    assert rows["learners"].tolist() == [0]
    assert offer_rows.table(rows, asked).iloc[0, 1].startswith("Urutan terdekat: Banjar")
    assert offers.to_take_away(asked, rows, ABOUT)["Kebutuhan"].tolist() == [offers.NEAREST]


def test_every_offer_can_be_reached_page_by_page(visit, simulated):
    app = page(visit, look="Tawaran kita", regency="Tabalong", dataset=SIMULATED)
    shown = set(app.table[0].value["Inovasi"])
    app.session_state["offers-simulasi-6309"] = 2
    app.run()
    assert_whole(app)
    assert len(shown) == len(app.table[0].value) == offers.A_PAGE
    assert shown.isdisjoint(app.table[0].value["Inovasi"])


@pytest.mark.parametrize(
    ("count", "dataset", "text"),
    [
        (
            0,
            "terbitan",
            "Tapin belum punya inovasi di urusan Sosial yang tercatat di sumber terbuka.",
        ),
        (3, "simulasi", "Tapin punya 3 inovasi di urusan Sosial yang dilaporkan pada simulasi."),
    ],
)
def test_a_card_says_where_one_s_own_innovations_are_on_record(count, dataset, text):
    row = {"sector": "Sosial", "own_in_sector": count}
    assert candidate_sentences.sector(row, "Tapin", dataset) == text


def test_where_nobody_is_stronger_the_page_says_so_and_leads_on(visit, simulated):
    app = page(visit, regency="Tabalong", dataset=SIMULATED)
    assert "tidak ada daerah lebih kuat" in app.title[0].value
    assert "tidak ada yang diusulkan" in app.info[0].value
    assert "saringan" not in app.info[0].value
    button(app, "Tampilkan semua daerah lain").click().run()
    assert len(names(app)) == 5


def test_one_s_own_records_are_folded_like_those_of_others(visit, simulated):
    app = page(visit, regency="Tabalong", dataset=SIMULATED)
    lines = next(text for text in told_records(app) if text.startswith("- **"))
    assert lines.count("\n- ") == 3
    assert any(one.label.startswith("Catatan lain (") for one in app.expander)


def told_records(app) -> list[str]:
    return [one.value for one in app.markdown if " ← " in one.value]


def test_the_page_of_the_list_stays_while_another_tab_is_open(visit):
    app = page(visit, list_page="2")
    second = names(app)
    assert second[0].startswith("## 6. ")
    for tab in ("Tawaran kita", "Kandidat"):
        app.session_state["look"] = tab
        app.run()
    assert names(app) == second


def test_another_list_starts_on_its_first_page(visit):
    app = page(visit, list_page="2")
    app.multiselect(key="award").set_value(["nasional"]).run()
    assert names(app)[0].startswith("## 1. ")


def test_one_click_on_the_matrix_is_one_step_of_the_history(visit, monkeypatch):
    app = page(
        visit, look="Siapa belajar dari siapa", award="Nasional", list_page="2", weight_fit="2"
    )
    app.selectbox(key="matrix_learner").set_value("6307").run()
    steps = counted(monkeypatch)
    app.button(key="matrix_open").click().run()
    assert_whole(app)
    assert app.session_state["look"] == "Kandidat"
    assert app.session_state["regency"] == "6307"
    assert app.session_state["weight_fit"] == 2
    assert len(steps) == 1
    assert set(steps[0]) == {"regency", "origin", "weight_fit"}


def test_the_usual_weights_are_one_step_of_the_history(visit, monkeypatch):
    app = page(visit, weight_fit="2", weight_need="0,5", weight_alive="0")
    steps = counted(monkeypatch)
    button(app, "Bobot bawaan").click().run()
    assert steps == [{}]


def counted(monkeypatch: pytest.MonkeyPatch) -> list[dict]:
    """Every address the server will have written."""
    steps: list[dict] = []
    send = QueryParams._send_query_param_msg

    def count(held: QueryParams) -> None:
        steps.append(dict(held._query_params))
        send(held)

    monkeypatch.setattr(QueryParams, "_send_query_param_msg", count)
    return steps


def test_the_controls_of_the_matrix_open_what_a_click_would(visit, simulated):
    app = page(visit, look="Siapa belajar dari siapa", dataset=SIMULATED)
    app.button(key="matrix_open").click().run()
    assert app.session_state["origin"] == ["6309"]
    assert {name.split(":gray-badge[")[1].split("]")[0] for name in names(app)} == {"Tabalong"}


def test_an_unknown_part_weighs_nothing_in_a_trace(visit):
    app = page(visit)
    app.session_state[f"trace_{best(app)}"] = True
    app.run()
    table = app.table[0].value.set_index("Bagian")
    assert table["Bobot"].tolist() == ["1", "1", "1", "–", "1", "4"]


def test_brackets_in_a_name_or_an_award_stand_in_no_others():
    row = {
        "name": "SIPADU (contoh)", "origin": "Tapin", "copies": 3, "award": "Digital (divalidasi)",
        "maturity": 107.0, "maturity_max": 111, "maturity_year": 2026,
    }  # fmt: skip
    assert plain(cards.baseline_line(row)) == (
        "- SIPADU (contoh) · Tapin · 3 catatan · Digital (divalidasi) · "
        "kematangan 107 dari 111 (2026)"
    )


def test_points_of_a_copy_read_as_in_the_file():
    row = {"level": 0, "after": 1, "gain": 0.0375}
    assert plain(offer_rows.then(row)) == "parameter 1: +0,0375 poin"


SIDE = pd.DataFrame(
    {
        "label": ["1. A", "2. B"], "score": [0.7, 0.6], "need": [0.5, NAN],
        "completeness": [1.0, 0.8], "need_points": [1.23456, NAN], "as_origin": [0.5, NAN],
        "as_usual": [0.1, 0.1], "maturity": [90.0, NAN], "maturity_year": [2026, None],
        "usual_maturity": [46.0, 46.0],
        "similarity": [72.0, 60.0], "publisher": ["BPS", "BPS"], "url": ["a", "b"],
    }
)  # fmt: skip
FACTS = pd.DataFrame(
    {
        "1. A": ["**0,70**", "0,50", "1,23", "Tapin"],
        "2. B": ["**0,60**", "belum diketahui", "belum dapat dihitung", "Banjar"],
    },
    index=["**Skor**", "Perlu (bobot 2)", "Poin dipertaruhkan", "Daerah asal"],
)
LEVELS = pd.DataFrame(
    {
        "number": ["16"], "name": ["Regulasi"], "own": [1.25], "behind": [True], "1. A": [3.0],
        "2. B": [NAN], "evidence": ["SK"],
    }
)  # fmt: skip


def test_what_stands_side_by_side_goes_into_a_file_as_numbers():
    table = side_by_side_files.to_take_away(FACTS, SIDE, LEVELS, "Tapin", "data").set_index("Hal")
    assert table.loc["Skor", ["1. A", "2. B"]].tolist() == [0.7, 0.6]
    assert table.loc["Perlu (bobot 2)", ["1. A", "2. B"]].tolist() == [0.5, "belum diketahui"]
    assert table.loc["Poin dipertaruhkan", "1. A"] == 1.2346
    assert table.loc["Daerah asal", "2. B"] == "Banjar"
    assert table.loc["Parameter 16 Regulasi", ["1. A", "Tapin (rata-rata)"]].tolist() == [3, 1.25]


def test_a_file_of_words_and_numbers_keeps_both():
    table = side_by_side_files.to_take_away(FACTS, SIDE, LEVELS, "Tapin", "data")
    book = openpyxl.load_workbook(io.BytesIO(documents.workbook(table, "Judul", ABOUT, ())))
    score = book["Daftar"]["B2"]
    assert (score.value, score.data_type, score.number_format) == (0.7, "n", "0.00")
    assert documents.csv(table).decode("utf-8-sig").splitlines()[1].startswith("Skor;0,7;0,6;")


def test_the_levels_shown_mark_where_one_s_own_are_behind():
    told = side_by_side_rows.levels_told(LEVELS, ["1. A", "2. B"], "Tapin")
    assert told.iloc[0].tolist() == [
        "**▼ 16 Regulasi**",
        "1,25",
        "**3 dari 3**",
        words.UNKNOWN,
        "SK",
    ]


@pytest.mark.parametrize("tab", ["Bandingkan", "Siapa belajar dari siapa"])
def test_what_a_phone_cannot_show_whole_says_that_it_scrolls_and_keeps_its_names(
    visit, simulated, tab
):
    chosen = best(page(visit, dataset=SIMULATED))
    app = page(visit, dataset=SIMULATED, look=tab, compare=chosen)
    styled = [one.value for one in app.caption if scrolling.HINTED in one.value]
    assert len(styled) == (2 if tab == "Bandingkan" else 1)
    assert all("position: sticky; left: 0" in style for style in styled)
