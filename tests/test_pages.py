"""Every page, for every government, as a user meets it."""

import json
import re

import plotly.graph_objects as go
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

import queries
from pages.parts import frame, words
from tests.conftest import PAGES, SIMULATED

NAMES = [
    "Tanah Laut", "Kotabaru", "Banjar", "Barito Kuala", "Tapin", "Hulu Sungai Selatan",
    "Hulu Sungai Tengah", "Hulu Sungai Utara", "Tabalong", "Tanah Bumbu", "Balangan",
    "Banjarmasin", "Banjarbaru",
]  # fmt: skip
DRAWN = ("Tanah Bumbu", "Banjarmasin")  # of each kind one
LEFTOVERS = re.compile(
    r"\bnan\b|\bNone\b|<NA>|\bNaN\b|\b(the|score|rank|unknown|loading)\b|\d\.\d{1,2}(?!\d)", re.I
)
KINDS = ("title", "header", "markdown", "caption", "info", "warning", "error")
ADDRESSES = re.compile(r"\]\(<[^>]*>\)|rejected|data:\S+|<style>(?s:.*?)</style>")


def said(app: AppTest) -> list[str]:
    """Every sentence, heading, caption and table cell of a page; no web address, no style."""
    texts = [
        str(element.value)
        for kind in (
            "title",
            "header",
            "subheader",
            "markdown",
            "caption",
            "info",
            "warning",
            "error",
        )
        for element in app.get(kind)
    ]
    texts += [
        str(cell) for table in app.table for row in table.value.values.tolist() for cell in row
    ]
    texts += [str(column) for table in app.table for column in table.value.columns]
    return [ADDRESSES.sub("", text).replace(words.JOINER, "") for text in texts]


def without_versions(text: str) -> str:
    """Numbers of decrees and file marks have points of their own."""
    return re.sub(r"\d+\\?\.\d+\\?\.\d+\S*|sha256 \S+|\d\\?\.\d{3}\b", "", text)


def leftovers(app: AppTest) -> list[str]:
    return [text for text in said(app) if LEFTOVERS.search(without_versions(text))]


def assert_whole(app: AppTest, figures: bool = True) -> None:
    """Nothing broke, nothing of the machine shows, and plotly knows every name in a chart.

    Args:
        figures: whether plotly is asked; that takes as long as the page itself.
    """
    assert not app.exception
    assert leftovers(app) == []
    assert all(box.value is not None for box in app.selectbox)  # else it could be cleared
    for chart in app.get("plotly_chart") if figures else []:
        go.Figure(json.loads(chart.proto.spec))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("page", PAGES)
def test_every_page_runs_for_every_government(visit, published, page, name):
    app = visit(page, regency=name)
    assert not app.error
    assert app.title[0].value
    regencies = queries.ask(published, "regencies").set_index("name")["code"]
    assert app.session_state["regency"] == regencies[name]
    assert_whole(app, figures=name in DRAWN)


@pytest.mark.parametrize("year", ["2021", "2022", "2023", "2024", "2025"])
@pytest.mark.parametrize("page", ["overview", "gaps"])
def test_every_year_can_be_looked_at(visit, page, year):
    app = visit(page, year=year, regency="Balangan")
    assert_whole(app)


@pytest.mark.parametrize(
    "layer",
    ["Predikat", "Inovasi tercatat", "Penduduk miskin", "Indeks Pembangunan Manusia"],
)
def test_the_map_shows_other_facts(visit, layer):
    app = visit(layer=layer)
    assert any(layer in text for text in said(app))
    assert_whole(app)


@pytest.mark.parametrize("part", ["Cakupan", "Pertentangan", "Sumber", "Metode", "Aturan"])
def test_every_part_of_data_and_method_opens_by_link(visit, part):
    app = visit("sources", part=part)
    assert not app.exception
    assert len(said(app)) > 10


def test_a_link_shows_what_it_names(visit):
    app = visit("gaps", regency="Tabalong", year="2024", sector="Kesehatan")
    assert app.session_state["regency"] == "6309"
    assert app.session_state["year"] == 2024
    assert app.session_state["sector"] == "02"
    assert app.title[0].value.startswith("Tabalong")


def test_the_controls_stay_when_the_page_changes(visit):
    app = visit(regency="Tapin", year="2023")
    app.switch_page("../candidates.py").run()
    assert app.session_state["regency"] == "6305"
    assert app.session_state["year"] == 2023


def test_a_name_that_is_not_in_the_list_is_named_and_the_first_choice_shown(visit):
    app = visit(regency="Surabaya")
    assert not app.exception
    assert app.session_state["regency"] == frame.HOME
    assert any("Surabaya" in toast.value for toast in app.toast)


def test_an_address_that_a_hurried_click_lost_is_written_again(visit):
    app = visit(regency="Balangan", year="2025")
    app.query_params.clear()
    app.switch_page("../gaps.py").run()
    address = {key: app.query_params[key] for key in ("regency", "year")}
    assert address == {"regency": "Balangan", "year": "2025"}
    assert app.title[0].value.startswith("Balangan")


def test_a_link_left_before_the_controls_were_ever_drawn_is_not_lost(visit, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(frame, "controls", st.stop)
        app = visit(regency="Balangan", year="2025")
    app.query_params.clear()
    app.switch_page("../gaps.py").run()
    address = {key: app.query_params[key] for key in ("regency", "year")}
    assert address == {"regency": "Balangan", "year": "2025"}
    assert app.title[0].value.startswith("Balangan")


def test_hostile_words_in_the_address_are_only_letters(visit):
    app = visit(regency="<script>alert(1)</script>", layer="'; drop table regency;--")
    assert not app.exception
    assert app.title[0].value.startswith("Tanah Bumbu")


def test_the_headline_says_what_is_known_of_tanah_bumbu(visit):
    app = visit()
    assert app.title[0].value == (
        "Tanah Bumbu: predikat Inovatif (2024), peringkat 9 dari 13 di Kalsel (2024); "
        "skor belum diketahui"
    )
    assert any("**5 dari 13** belum ada data" in text or "5 dari 13" in text for text in said(app))


def test_the_list_beside_the_map_names_all_thirteen_unknown_last(visit):
    table = visit().table[0].value
    assert len(table) == 13
    assert table["Daerah"].iloc[0] == "Balangan"
    assert table["Nilai"].tail(5).tolist() == [words.UNKNOWN] * 5


def test_choosing_another_regency_changes_the_page(visit):
    app = visit()
    app.selectbox(key="regency").select("6311").run()
    assert app.title[0].value.startswith("Balangan: skor 97,60 (2025, sementara)")


def test_the_gaps_of_tanah_bumbu_start_with_own_revenue(visit):
    app = visit("gaps")
    assert app.title[0].value == "Tanah Bumbu: tiga kesenjangan terbesar"
    assert any("1. **Peningkatan PAD" in text and "0,60 poin" in text for text in said(app))


def test_peers_can_be_picked_by_hand(visit):
    app = visit("gaps", basis="Pilih sendiri", peers="Banjar")
    assert any(text.startswith("**Banjar** · mirip") for text in said(app))
    assert not any(text.startswith("**Tapin** · mirip") for text in said(app))


def test_without_peers_the_page_says_what_to_do(visit):
    app = visit("gaps", basis="Pilih sendiri")
    assert not app.exception
    assert any("Pilih sekurangnya satu daerah" in text for text in said(app))


def test_the_visit_of_tanah_bumbu_to_banjar_is_shown_with_its_doubtful_date(visit):
    told = " ".join(said(visit("candidates")))
    assert "Tanah Bumbu" in told
    assert "6/5/2024" in told
    assert "Senin" in told


def test_candidates_can_be_filtered_by_sector_theme_and_award(visit):
    app = visit("candidates", sector="Kesehatan", award="Nasional")
    assert "di urusan Kesehatan" in app.title[0].value
    assert any("YAN TARO" in text for text in said(app))
    assert not any("SILANGKARR" in text for text in app.header)


def first_place(app: AppTest) -> str:
    return next(text for text in said(app) if text.startswith("## ")).split(".")[0]


def test_another_list_starts_on_its_first_page(visit):
    app = visit("candidates")
    app.session_state["list_page"] = 3
    app.run()
    assert first_place(app) == "## 11"
    app.selectbox(key="regency").select("6305").run()
    assert first_place(app) == "## 1"


def test_the_baselines_keep_to_the_chosen_sector(visit):
    everywhere = " ".join(said(visit("candidates")))
    health = " ".join(said(visit("candidates", sector="Kesehatan")))
    assert "- **TELAH BERKEMAS**" in everywhere
    assert "- **TELAH BERKEMAS**" not in health


def test_the_map_says_whose_borders_it_draws(visit):
    assert any("Natural Earth" in text for text in said(visit()))


def test_a_filter_that_leaves_nothing_says_how_to_go_on(visit):
    app = visit("candidates", sector="Persandian")
    assert "belum ada kandidat" in app.title[0].value
    assert any("Longgarkan saringan" in text for text in said(app))
    assert all(button.disabled for button in app.get("download_button"))


def test_a_source_is_found_by_its_words(visit):
    app = visit("sources", part="Sumber")
    app.text_input(key="find").input("kompasiana").run()
    assert len(app.table[0].value) == 1


def test_the_footer_names_sources_date_and_licence(visit):
    footer = visit().caption[-1].value
    for part in ("47 klaim", "24 November 2026", "batas skematik", "Lisensi"):
        assert part in footer


@pytest.mark.parametrize("page", PAGES)
def test_simulated_data_is_marked_on_every_page(visit, simulated, page):
    app = visit(page, dataset=SIMULATED)
    assert any(words.SIMULATED in warning.value for warning in app.warning)
    assert "putaran rekaan" in app.caption[-1].value


STEPS = {"scenario": {"steps": "naik.35.3.semua"}}


@pytest.mark.parametrize("page", ["overview", "gaps", "scenario"])
def test_every_chart_of_the_simulation_carries_the_words_and_no_other_does(visit, simulated, page):
    app = visit(page, dataset=SIMULATED, **STEPS.get(page, {}))
    marks = [caption for caption in app.caption if words.SIMULATED in caption.value]
    assert_whole(app)
    assert len(marks) == len(app.get("plotly_chart")) > 0
    assert not any(words.SIMULATED in text for text in said(visit(page)))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("page", PAGES)
def test_every_page_runs_for_every_government_in_the_simulation(visit, simulated, page, name):
    app = visit(page, regency=name, dataset=SIMULATED)
    assert not app.error
    assert app.title[0].value
    assert_whole(app, figures=name in DRAWN)


@pytest.mark.parametrize("page", PAGES)
def test_a_government_that_reported_nothing_has_its_pages(visit, simulated, page):
    nothing = queries.ask(simulated, "scores", year=2025).iloc[-1]
    assert nothing["predicate"] == "Tidak Dapat Dinilai"
    app = visit(page, regency=nothing["name"], dataset=SIMULATED, year="2025")
    assert_whole(app)


def test_a_computed_rank_is_told_with_its_range(visit, simulated):
    title = visit(dataset=SIMULATED).title[0].value
    assert re.search(r"peringkat \d+ dari 13 di Kalsel \(2026; 90%: \d+(–\d+)?\)", title)


def test_candidates_of_the_simulation_know_how_easy_they_are(visit, simulated):
    told = " ".join(said(visit("candidates", dataset=SIMULATED)))
    assert "kelengkapan bukti 100%" in told
    assert "Paling matang" in told
    assert "Kematangan" in told
