"""The page Jelajah, as an analyst uses it."""

import io
import re

import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest
from streamlit.testing.v1 import AppTest

import queries
from pages.parts import (
    explore_columns,
    explore_files,
    explore_labels,
    explore_scatter_sentences,
    fresh_files,
    words,
)
from queries import explore
from tests.conftest import SIMULATED
from tests.test_documents import ABOUT
from tests.test_pages import assert_whole, said

LOOKS = ("Tabel", "Tabulasi silang", "Kematangan", "Hubungan angka")


def page(visit, **address) -> AppTest:
    app = visit("explore", **address)
    assert_whole(app, figures=False)
    return app


def told(app: AppTest) -> str:
    return " ".join(said(app))


def button(app: AppTest, label: str):
    return next(one for one in app.button if label in one.label)


def table(app: AppTest) -> pd.DataFrame:
    return app.dataframe[0].value


@pytest.mark.parametrize("dataset", ["", SIMULATED])
@pytest.mark.parametrize("look", LOOKS)
def test_every_look_runs_and_says_something(visit, published, simulated, look, dataset):
    app = page(visit, show=look, dataset=dataset) if dataset else page(visit, show=look)
    assert re.search(r"\d inovasi", app.title[0].value)
    if not dataset and look == "Kematangan":
        assert "belum ada data" in app.info[0].value


@pytest.mark.parametrize("which", [one.label for one in explore_columns.TABLES.values()])
def test_every_table_shows_rows_and_their_source(visit, simulated, which):
    app = page(visit, dataset=SIMULATED, rows=which)
    assert 1 <= len(table(app)) <= 25
    assert "Sumber baris ini: Inovasi Banua" in told(app) or which == "Angka daerah"


def test_filters_of_a_link_narrow_rows_and_headline_and_stand_as_chips(visit, simulated):
    app = page(
        visit,
        dataset=SIMULATED,
        sectors=["Kesehatan", "Sosial"],
        stages=["penerapan"],
        words="anak",
    )
    passing = queries.ask(
        simulated, "explore_count",
        **explore.ALL | {"sectors": ["02", "06"], "stages": ["penerapan"],
                         "words": [" =anak | anak | anak| =anak"]},
    ).iloc[0]  # fmt: skip
    assert app.title[0].value.startswith(f"{words.whole(passing['innovations'])} dari 1.384")
    assert set(table(app)["Urusan"]) <= {"Kesehatan", "Sosial"}
    labels = [one.label for one in app.button]
    assert {"Urusan: Kesehatan", "Urusan: Sosial", "Tahap: penerapan", "Kata: anak"} <= set(labels)


def test_a_chip_takes_one_value_out_and_one_button_all(visit, simulated):
    app = page(visit, dataset=SIMULATED, sectors=["Kesehatan", "Sosial"], kinds=["Kota"])
    button(app, "Urusan: Sosial").click().run()
    assert app.session_state["sectors"] == ["02"]
    button(app, "Hapus semua saringan").click().run()
    assert app.session_state["sectors"] == []
    assert app.session_state["kinds"] == []
    assert app.title[0].value.startswith("1.384 inovasi")
    assert not [one for one in app.button if "Urusan:" in one.label]


def test_sector_and_year_of_the_frame_filter_until_others_are_chosen(visit, simulated):
    app = page(visit, dataset=SIMULATED, sector="Kesehatan", year="2025")
    assert set(table(app)["Urusan"]) == {"Kesehatan"}
    assert set(table(app)["Tahun"]) == {2025}
    button(app, "Tahun laporan: 2025 (baris atas)").click().run()
    assert app.session_state["year"] == words.ANY
    app.session_state["sectors"] = ["06"]
    app.run()
    assert set(table(app)["Urusan"]) == {"Sosial"}


def test_what_a_link_names_and_is_not_there_is_told(visit, published):
    app = page(visit, sectors=["Perikanan Darat"], innovation="tidak-ada")
    toasts = " ".join(one.value for one in app.toast)
    assert "'Perikanan Darat' pada tautan tidak dikenal" in toasts
    assert re.search(r"'tidak\\-ada' pada tautan tidak ada", toasts)
    assert app.title[0].value.startswith("140 inovasi")


def test_an_answer_without_rows_says_how_to_go_on(visit, published):
    app = page(visit, words="zzzz")
    assert app.title[0].value.startswith("0 dari 140 inovasi")
    assert "Lepas salah satunya" in app.info[0].value


def test_a_table_says_which_filters_it_does_not_know(visit, published):
    app = page(visit, rows="Angka daerah", stages=["belum diketahui"], words="layanan")
    assert "Tabel ini tidak mengenal tahap dan kata" in told(app)


def test_levels_that_no_open_source_has_are_told(visit, published):
    app = page(visit, rows="Parameter inovasi")
    assert "sumber terbuka tidak memuatnya" in app.info[0].value


def test_the_next_page_has_other_rows_and_another_filter_begins_anew(visit, simulated):
    app = page(visit, dataset=SIMULATED)
    first = table(app)["Inovasi"].tolist()
    app.session_state["rows_page"] = 2
    app.run()
    assert not set(first) & set(table(app)["Inovasi"])
    app.session_state["stages"] = ["penerapan"]
    app.run()
    assert "Baris 1–25" in told(app)


def test_a_link_names_the_page_and_one_that_is_not_there_is_the_first(visit, simulated):
    assert "Baris 26–50 dari" in told(page(visit, dataset=SIMULATED, rows_page="2"))
    for strange in ("9999", "0", "-1", "dua"):
        assert "Baris 1–25 dari" in told(page(visit, dataset=SIMULATED, rows_page=strange))


def test_an_innovation_opens_over_the_page_with_all_that_is_known(visit, simulated):
    one = queries.ask(
        simulated, "explore_innovations", **explore.ALL, order="maturity", skip=0, most=1
    ).iloc[0]
    app = page(visit, dataset=SIMULATED, innovation=one["innovation_id"])
    assert one["description"] in told(app).replace("\\", "")
    assert "Parameter menurut laporan" in told(app)
    assert words.SIMULATED in told(app)


def test_counts_stand_under_the_filters_when_they_are_open(visit, simulated):
    app = page(visit, dataset=SIMULATED)
    assert "Kesehatan **219**" not in told(app)
    app.session_state["filters"] = True
    app.run()
    assert "Kesehatan **219**" in told(app)


def test_names_beside_points_avoid_one_another():
    near = pd.Series([0.0, 0.01, 1.0]), pd.Series([0.0, 0.01, 1.0])
    places = explore_labels.beside(*near, pd.Series(["Tabalong", "Balangan", "Tapin"]))
    assert places[0] != places[1]
    assert places[2] == "top center"


def test_a_scatter_names_who_is_unknown_and_that_few_points_say_little():
    rows = pd.DataFrame({"name": ["Satu", "Dua"], "across": [1.0, None], "up": [1.0, 2.0]})
    both = explore_scatter_sentences.Together(13, None, None)
    said_of = explore_scatter_sentences.care(both, rows)
    assert "13 titik itu sedikit" in said_of
    assert "Belum ada data: Dua" in said_of


ROWS = pd.DataFrame({"Inovasi": ["=1+1", "DUA"], "Kematangan": [77.5, None], "Tahun": [2026, 2025]})
CITE = 'Inovasi Banua, "Terbitan"; saringan: Kata: layanan'


def test_csv_begins_with_the_citation_and_runs_no_formula():
    content = explore_files.csv(ROWS, CITE).decode("utf-8-sig")
    lines = content.splitlines()
    assert lines[0] == '"# Inovasi Banua, ""Terbitan""; saringan: Kata: layanan"'
    assert lines[1:] == ["Inovasi;Kematangan;Tahun", "'=1+1;77,5;2026", "DUA;;2025"]


def test_parquet_carries_the_citation_as_metadata_and_numbers_as_numbers():
    read = pq.read_table(io.BytesIO(explore_files.parquet(ROWS, CITE, ABOUT)))
    assert read.schema.metadata[b"citation"].decode() == CITE
    assert read.to_pandas()["Kematangan"].iloc[0] == 77.5


def test_the_workbook_has_the_rows_and_the_citation():
    book = openpyxl.load_workbook(io.BytesIO(explore_files.workbook(ROWS, CITE, "Inovasi", ABOUT)))
    assert book["Daftar"]["A2"].value == "=1+1"
    assert book["Daftar"]["A2"].data_type == "s"
    assert any(CITE in str(cell.value) for cell in book["Asal data"]["A"])


@pytest.mark.parametrize("label", ["CSV", "XLSX", "Parquet"])
def test_a_file_holds_all_rows_that_pass_and_says_that_they_are_made_up(visit, simulated, label):
    app = page(visit, dataset=SIMULATED, sectors=["Kesehatan"])
    made = fresh_files.DESKS[app.session_state["fresh_files"]].made
    content = made[f"jelajah-innovations.{label.lower()}"][1]()
    if label == "CSV":
        lines = content.decode("utf-8-sig").splitlines()
        assert words.SIMULATED in lines[0]
        assert "Urusan: Kesehatan" in lines[0]
        assert len(lines) == 2 + 219
        assert lines[1].split(";") == [str(one) for one in table(app).columns]
    elif label == "Parquet":
        read = pq.read_table(io.BytesIO(content))
        assert read.num_rows == 219
        assert words.SIMULATED in read.schema.metadata[b"dataset"].decode()
    else:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True)
        assert book["Daftar"].max_row == 220
