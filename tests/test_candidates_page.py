"""The page of candidates, tab by tab, as a planner uses it."""

import re
from collections.abc import Callable

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

import queries
from data import book
from pages.parts import (
    candidate_sentences,
    compared,
    documents,
    frame,
    offers,
    trace,
    weights,
    words,
)
from pages.parts import side_by_side_rows as rows_told
from pages.parts import side_by_side_sentences as side
from queries import replication_gain
from queries.ranking import EVEN
from queries.sensitivity import Stability
from tests.conftest import SIMULATED
from tests.test_documents import ABOUT
from tests.test_pages import assert_whole, said

TABS = ("Bandingkan", "Tawaran kita", "Siapa belajar dari siapa", "Nota kunjungan")
NAN = float("nan")


def page(visit: Callable[..., AppTest], **address: str) -> AppTest:
    app = visit("candidates", **address)
    assert_whole(app)
    return app


def best(app: AppTest) -> str:
    """The id of the candidate on the first card."""
    return next(one.key for one in app.button if one.key.startswith("compare_")).split("_")[1]


def names(app: AppTest) -> list[str]:
    return [text for text in said(app) if text.startswith("## ")]


def told(app: AppTest) -> str:
    return " ".join(said(app))


def button(app: AppTest, label: str):
    return next(one for one in app.button if one.label == label)


@pytest.mark.parametrize("dataset", ["", SIMULATED])
@pytest.mark.parametrize("name", ["Tanah Bumbu", "Tabalong", "Kotabaru"])
@pytest.mark.parametrize("tab", TABS)
def test_every_tab_opens_by_link(visit, simulated, tab, name, dataset):
    given = {"dataset": dataset} if dataset else {}
    app = page(visit, look=tab, regency=name, **given)
    assert not app.error
    assert name in app.title[0].value
    assert app.session_state["look"] == tab
    marks = [one for one in app.caption if one.value == f"**{words.SIMULATED}**"]
    assert len(marks) == (len(app.get("plotly_chart")) if dataset else 0)


def test_weights_in_the_address_change_the_order_and_the_page_says_so(visit):
    usual = page(visit)
    moved = page(visit, weight_fit="2", weight_need="0,5")
    assert "Bobot diubah: Perlu 0,5 dan Cocok 2; lainnya 1." in told(moved)
    assert "Bobot diubah" not in told(usual)
    assert names(usual) != names(moved)
    assert "bobot Perlu 0,5; Bukti 1; Cocok 2" in told(moved)


def test_the_usual_weights_are_one_click_away(visit):
    app = page(visit, weight_fit="2")
    button(app, "Bobot bawaan").click().run()
    assert app.session_state["weight_fit"] == 1
    assert names(app) == names(page(visit))


def test_weights_of_nothing_count_as_the_usual_ones_and_the_page_says_so(visit):
    app = page(visit, **dict.fromkeys(weights.KEYS.values(), "0"))
    assert weights.ALL_ZERO in told(app)
    assert names(app) == names(page(visit))


@pytest.mark.parametrize("hostile", ["3", "-1", "nan", "<b>", "1;drop"])
def test_a_weight_that_is_none_is_the_usual_one(visit, hostile):
    assert names(page(visit, weight_need=hostile)) == names(page(visit))


def test_the_page_says_how_steady_its_first_five_are(visit):
    assert re.search(
        r"lima teratas tetap sama dalam \d+%; rata-rata [\d,]+ dari 5 tetap", told(page(visit))
    )


def test_filters_stay_while_another_tab_is_open(visit):
    app = page(visit, award="Nasional", weight_fit="2")
    before = names(app)
    for tab in ("Tawaran kita", "Kandidat"):
        app.session_state["look"] = tab
        app.run()
    assert app.session_state["award"] == ["nasional"]
    assert names(app) == before


def test_what_one_runs_already_is_set_apart_with_the_reason(visit):
    app = page(visit)
    assert any("Sudah dijalankan, atau mirip" in one.value for one in app.header)
    assert "**SIID** (Tanah Laut), mirip SERASI: nama 40/100, urusan sama" in told(app)
    assert not any("SIID" in name for name in names(app))


def test_up_to_three_are_put_side_by_side_and_taken_out_again(visit):
    app = page(visit)
    for _ in range(compared.MOST):
        button(app, "Bandingkan").click().run()
    assert len(compared_ids(app)) == compared.MOST
    assert button(app, "Bandingkan").disabled
    button(app, "Keluarkan dari banding").click().run()
    assert len(compared_ids(app)) == compared.MOST - 1
    button(app, "Buka perbandingan").click().run()
    assert app.session_state["look"] == "Bandingkan"
    assert len(app.table[0].value.columns) == compared.MOST


def compared_ids(app: AppTest) -> list[str]:
    return app.session_state[compared.KEY].split(compared.BETWEEN)


def test_pieces_of_a_link_that_name_no_candidate_are_named_and_skipped(visit):
    first = best(page(visit))
    app = page(visit, look="Bandingkan", compare=f"{first}~<b>x~'; drop table~{first}~6310-serasi")
    assert len(app.table[0].value.columns) == 2
    warned = app.warning[0].value
    assert r"“\<b\>x”" in warned
    assert "6310" in warned


def test_a_candidate_is_added_by_its_name(visit):
    app = page(visit, look="Bandingkan")
    assert "belum ada kandidat yang dibandingkan" in app.title[0].value
    app.selectbox(key="compare_add").select_index(1).run()
    button(app, "Tambahkan").click().run()
    assert len(compared_ids(app)) == 1
    assert "skor" in app.title[0].value


def test_side_by_side_tells_levels_documents_and_both_gains(visit, simulated):
    first = best(page(visit, dataset=SIMULATED))
    app = page(visit, dataset=SIMULATED, look="Bandingkan", compare=first)
    facts, levels = app.table[0].value, app.table[1].value
    gains = [line for line in facts[rows_told.ABOUT] if line.startswith("Indeks bila ditiru")]
    assert len(gains) == 2
    assert len(levels) == 20
    assert levels["Dokumen"].str.len().min() > 0
    assert any(cell.endswith("dari 3") for cell in levels.iloc[:, 2])


def test_side_by_side_says_what_is_not_known_of_published_candidates(visit):
    app = page(visit, look="Bandingkan", compare=best(page(visit)))
    assert rows_told.NOT_YET in told(app)
    assert side.NO_LEVELS in told(app)


def test_what_an_innovation_brings_is_reckoned_in_the_scenario_in_view(visit, simulated):
    app = page(visit, dataset=SIMULATED)
    one = best(app)
    app.button(key=f"play_{one}").click().run()
    assert app.session_state["steps"].startswith(f"tiru.{one}.")


def test_without_a_report_nothing_is_reckoned(visit):
    assert not any(one.label == "Hitung di Bagaimana jika" for one in page(visit).button)


def test_a_cooperation_begins_with_the_candidate_in_the_address(visit, monkeypatch):
    app, gone = page(visit), []
    monkeypatch.setattr(frame, "go_to", lambda page, **address: gone.append((page, address)))
    app.button(key=f"begin_{best(app)}").click().run()
    assert gone == [("ledger.py", {"record": "baru", "copy": best(app)})]


def test_a_cooperation_that_was_begun_is_opened_instead(visit, monkeypatch, tmp_path):
    monkeypatch.setenv("INOVASI_BANUA_BOOK", str(tmp_path))
    one = best(page(visit))
    given = {"dataset": "terbitan", "receiver_code": "6310", "innovation_id": one}
    book.write("buku-000000000001", 0, "membuat", given, "penguji")
    app, gone = page(visit), []
    monkeypatch.setattr(frame, "go_to", lambda page, **address: gone.append((page, address)))
    assert app.button(key=f"begin_{one}").label == "Buka kerja sama"
    app.button(key=f"begin_{one}").click().run()
    assert gone == [("ledger.py", {"record": "buku-000000000001"})]


def test_a_score_is_traced_part_by_part(visit):
    app = page(visit)
    app.session_state[f"trace_{best(app)}"] = True
    app.run()
    assert_whole(app)
    table = app.table[0].value
    assert table["Bagian"].tolist() == [*words.PART.values(), "**Skor**"]
    assert table["Angka"].iloc[3] == trace.UNKNOWN


def candidate(**given) -> dict:
    """A candidate with a report: 1.5 of 3 points, all else known."""
    return {
        "need": 0.6, "proof": 1.0, "fit": 0.5, "ease": NAN, "alive": 1.0, "score": 0.74,
        "need_most": 3.0, "need_points": 1.5, "need_rows": "31 16", "need_row_points": "1.0 0.35",
        "need_row_total": 1.35, "need_indicator": None, "need_name": None,
        "need_sector_points": 0.15, "need_lacking": NAN,
    } | given  # fmt: skip


def test_the_total_of_a_trace_shows_the_powers_of_moved_weights():
    line = trace.total(candidate(), EVEN | {"proof": 2.0, "fit": 0.0})
    assert line["Bobot"] == "4"
    assert line["Angka"].replace("\\", "") == "(0,60 × 1,00^2 × 1,00) ^ (1/4)"


def test_a_sector_short_of_the_basic_services_says_how_many_are_lacking():
    told_one = trace.one_more(candidate(need_lacking=2))
    assert told_one.endswith("(kurang 2 urusan dasar sampai skor jumlah terbuka)")


def test_points_at_stake_are_told_only_where_somebody_can_count_them():
    assert candidate_sentences.stake(candidate()) == "1,50 poin dipertaruhkan"
    assert candidate_sentences.stake(candidate(need_points=NAN)) == ""


def test_a_card_says_what_one_copy_brings_under_both_assumptions():
    row = {"as_origin": 0.69, "maturity": 93.0, "as_usual": -0.012, "usual_maturity": 46.0}
    assert candidate_sentences.copied(row).replace("\\", "") == (
        "Bila ditiru: **▲ +0,69 poin** bila sematang di asal (93); "
        "**▼ −0,01 poin** bila sematang median inovasi sendiri (46)."
    )
    assert "di asal" not in candidate_sentences.copied(row | {"as_origin": NAN})
    assert candidate_sentences.copied(row | {"as_origin": NAN, "as_usual": NAN}) == ""


def test_the_sentence_on_steadiness_counts_those_that_always_stay():
    stays = pd.Series([1.0, 1.0, 0.4], index=["a", "b", "c"])
    text = candidate_sentences.stability(Stability(240, 0.62, 4.5, stays), 40)
    assert text == (
        "Bila bobot digeser ±25% (240 kombinasi), lima teratas tetap sama dalam 62%; rata-rata 4,5 "
        "dari 5 tetap; 2 selalu bertahan (✓ stabil)."
    )
    assert "tidak berubah" in candidate_sentences.stability(Stability(0, 1.0, 3.0, stays), 3)


ROWS = pd.DataFrame(
    {
        "innovation_id": ["a", "b", "c", "d"], "name": ["A", "B", "C", "D"],
        "level": pd.array([1, 3, None, 0], dtype="Int32"), "regencies": [1, 4, 2, 2],
        "points_per_level": [0.1, 0.1, NAN, 0.1],
    }
)  # fmt: skip


def test_one_more_replication_lifts_the_row_until_three():
    rows = replication_gain.with_gain(ROWS).set_index("innovation_id")
    assert rows["after"].tolist() == [2, 3, 3, 3]
    assert rows["gain"].round(2).astype("object").where(rows["gain"].notna(), None).tolist() == [
        0.1, 0.0, None, 0.3,
    ]  # fmt: skip


def test_more_on_record_than_reported_is_pointed_out():
    assert replication_gain.with_gain(ROWS)["unclaimed"].tolist() == [False, False, False, True]


ASKED = pd.DataFrame(
    {
        "innovation_id": ["a", "a", "b", "b"], "sector": ["Sosial"] * 4,
        "learner": ["Tapin", "Banjar", "Tapin", "Banjar"], "place": [3, 1, 2, 21],
        "score": [0.7, 0.8, 0.9, 0.1], "name": ["A", "A", "B", "B"], "need_points": [1.0] * 4,
    }
)  # fmt: skip


def test_what_more_governments_need_is_offered_first():
    rows = offers.offered(offers.with_need(ASKED), ROWS)
    assert rows["name"].tolist() == ["A", "B"]
    assert rows["learners"].tolist() == [2, 1]


def test_nothing_to_offer_is_an_empty_list():
    assert offers.offered(offers.with_need(ASKED.head(0)), ROWS).empty


def test_every_row_of_the_file_names_the_list_it_is_on():
    asked = offers.with_need(ASKED)
    table = offers.to_take_away(asked, offers.offered(asked, ROWS), ABOUT)
    assert table["Daerah"].tolist() == ["Banjar", "Tapin", "Tapin", "Banjar"]
    assert set(table["Data"]) == {documents.dataset_line(ABOUT)}


def test_tabalong_has_much_to_offer_and_kotabaru_is_told_why_it_has_not(visit, published):
    table = page(visit, look="Tawaran kita", regency="Tabalong").table[0].value
    own = set(queries.ask(published, "own_innovations", code="6309")["name"])
    assert all(any(name in cell for name in own) for cell in table["Inovasi"])
    poor = page(visit, look="Tawaran kita", regency="Kotabaru")
    assert "berpenghargaan nasional" in poor.info[0].value


def test_the_matrix_has_a_table_that_says_the_same(visit, published):
    app = page(visit, look="Siapa belajar dari siapa")
    app.session_state["learning_table"] = True
    app.run()
    assert_whole(app)
    rows = queries.ask(published, "learning").set_index(["code", "origin_code"])
    table = app.table[0].value.set_index("Belajar ↓ dari →")
    count = rows.loc[("6310", "6309"), "candidates"]
    assert table.loc["Tanah Bumbu", "Tabalong"].startswith(f"{count} (")
    assert table.loc["Tanah Bumbu", "Tanah Bumbu"] == words.DASH
