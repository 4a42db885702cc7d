"""The page of gaps in both datasets: its sentences, controls, tables and files."""

import pandas as pd
import pytest

import queries
from data import shelf
from pages.parts import access, documents, gap_sentences, gap_tables, words
from queries import bootstrap, verdicts
from queries.preparation import write
from tests import toy
from tests.test_pages import leftovers, said

SIMULATED = shelf.DATASETS["simulasi"]
SOME = ["Tanah Bumbu", "Banjar", "Tabalong", "Banjarmasin"]
HEADINGS = [
    "Skor indeks dan pembanding", "Daerah pembanding", "Baris indeks terhadap median pembanding",
    "Semua daerah terhadap pembanding yang sama", "Inovasi per urusan",
]  # fmt: skip


def empty_report(db) -> tuple[str, int]:
    """A government that reported no innovation, and the year."""
    found = db.execute(
        "select name, year from index_result join regency using (code) where innovations = 0"
    ).fetchone()
    assert found is not None
    return found


def charts(app) -> int:
    return len(app.get("plotly_chart"))


@pytest.mark.parametrize("name", SOME)
@pytest.mark.parametrize("dataset", shelf.DATASETS)
def test_the_page_runs_in_both_datasets(visit, simulated, dataset, name):
    app = visit("gaps", regency=name, dataset=shelf.DATASETS[dataset])
    assert not app.exception
    assert leftovers(app) == []
    assert set(HEADINGS) <= {header.value for header in app.header}


def test_a_made_up_round_fills_all_forty_rows_and_names_no_open_source(visit, simulated):
    app = visit("gaps", dataset=SIMULATED)
    told = " ".join(said(app))
    assert "40 baris (20 SPD, 20 SID)" in told
    assert "sumber terbuka" not in told
    assert "dilaporkan pada simulasi" in told
    assert not app.info


def test_published_facts_say_which_rows_wait_for_data(visit):
    app = visit("gaps")
    assert "7 baris SPD yang dapat dihitung" in " ".join(said(app))
    assert "0 dari 20 baris SID" in app.info[0].value


def test_a_government_with_an_empty_report_is_told_the_next_step(visit, simulated):
    name, year = empty_report(simulated)
    app = visit("gaps", regency=name, year=str(year), dataset=SIMULATED)
    assert not app.exception
    assert leftovers(app) == []
    told = " ".join(said(app))
    assert f"Laporan {year} tidak memuat inovasi" in told
    assert "halaman Replikasi" in told


@pytest.mark.parametrize("dataset", shelf.DATASETS)
def test_without_peers_there_is_a_sentence_and_no_empty_chart(visit, simulated, dataset):
    given = {"dataset": shelf.DATASETS[dataset]}
    with_peers, alone = visit("gaps", **given), visit("gaps", basis="Pilih sendiri", **given)
    assert not alone.exception
    assert leftovers(alone) == []
    assert charts(alone) <= charts(with_peers) - 2
    assert any("Pilih sekurangnya satu daerah pembanding" in text for text in said(alone))


def test_a_year_without_reports_says_which_year_is_shown(visit, simulated):
    app = visit("gaps", year="2023", dataset=SIMULATED)
    assert any("untuk 2023 tidak ada laporan" in caption.value for caption in app.caption)
    app = visit("gaps", year="2025", dataset=SIMULATED)
    assert any("laporan 2025, aturan 2026" in caption.value for caption in app.caption)


def test_the_rows_can_be_narrowed_to_one_group_by_link(visit, simulated):
    app = visit("gaps", group="SID: hasil kreatif", dataset=SIMULATED)
    assert app.session_state["group"] == "SID · Hasil kreatif"
    open_table(app, "spine_table")
    rows = next(table.value for table in app.table if "Kelompok" in table.value)
    assert set(rows["Kelompok"]) == {"SID · Hasil kreatif"}


def test_a_group_without_known_rows_says_how_to_go_on(visit):
    app = visit("gaps", group="SID: semua baris")
    assert not app.exception
    assert any("pilih Semua baris" in caption.value for caption in app.caption)


def test_a_row_is_told_of_by_link(visit, simulated):
    app = visit("gaps", indicator="16 Regulasi inovasi daerah", dataset=SIMULATED)
    told = said(app)
    assert "16 Regulasi inovasi daerah" in told
    assert any("bukti: naskah regulasi" in text for text in told)
    assert any("Tiap inovasi yang naik satu parameter" in text for text in told)
    assert any(text.startswith("Rata-rata parameter: ") for text in told)
    assert any("kematangan" in text and "parameter 3" in text for text in told)
    assert leftovers(app) == []


def test_a_row_of_the_government_is_told_as_a_step(visit, simulated):
    app = visit("gaps", indicator="7 Peningkatan PAD (%)", regency="Barito Kuala")
    told = " ".join(said(app))
    assert "Langkah berikutnya" in told or "parameter tertinggi" in told
    assert any("Siapa di sini" in table.value for table in app.table)


def test_a_row_nobody_has_data_for_still_says_what_it_asks(visit):
    app = visit("gaps", indicator="35 Video inovasi")
    assert not app.exception
    assert any("Belum ada inovasi Tanah Bumbu" in text for text in said(app))
    assert any("Yang diminta" in table.value for table in app.table)


def test_unpicked_the_row_told_of_is_the_one_that_costs_most(visit):
    app = visit("gaps")
    assert app.session_state["indicator"] == words.ANY
    assert "7 Peningkatan PAD (%)" in [header.value.replace("\\", "") for header in app.header]


def open_table(app, key: str):
    app.session_state[key] = True
    return app.run()


@pytest.mark.parametrize("key", ["spine_table", "rug_table", "sector_table"])
@pytest.mark.parametrize("dataset", shelf.DATASETS)
def test_tables_are_made_when_they_are_opened(visit, simulated, dataset, key):
    app = visit("gaps", dataset=shelf.DATASETS[dataset])
    closed = len(app.table)
    open_table(app, key)
    assert not app.exception
    assert len(app.table) > closed
    assert leftovers(app) == []


def test_the_table_of_all_governments_names_each_verdict_in_words(visit, simulated):
    app = open_table(visit("gaps", dataset=SIMULATED), "rug_table")
    table = next(table.value for table in app.table if "▼ di bawah" in table.value)
    assert len(table) == 40
    assert list(table.columns[1:]) == [
        "▼ di bawah", "▲ di atas", "● setara", "◆ belum dapat dibedakan", "○ tidak dibandingkan",
    ]  # fmt: skip


PEERS = ["6301", "6302", "6305", "6309"]


def told_gaps(db, **given) -> pd.DataFrame:
    asked = {"code": "6310", "peers": PEERS, "year": None} | given
    return verdicts.indicators(queries.ask(db, "indicator_gaps", **asked), 0.25, 5)


def test_the_file_to_take_away_has_all_rows_and_says_it_is_made_up(simulated):
    view = access.View(
        dataset="simulasi", year=None, code="6310", name="Tanah Bumbu", short_name="Tanah Bumbu",
        kind="Kabupaten", sector=None, sector_name=None, dark=False, simulated=True,
        data_year=2026,
    )  # fmt: skip
    about = queries.ask(simulated, "about").iloc[0]
    table = gap_tables.to_take_away(told_gaps(simulated), "Tapin", view, about)
    assert len(table) == 40
    assert set(table["Data"]) == {"DATA SIMULASI – bukan nilai resmi"}
    assert documents.csv(table).startswith("\ufeffNomor;Baris;".encode())


def test_every_row_of_all_governments_agrees_with_the_gaps_of_one(simulated):
    given = {"code": "6310", "peers": PEERS, "year": None}
    rug = queries.ask(simulated, "indicator_rug", **given)
    own = rug[rug["code"] == "6310"].set_index("indicator").sort_index()
    gaps = queries.ask(simulated, "indicator_gaps", **given).set_index("indicator").sort_index()
    for column in ("level", "low", "high", "peer_median", "points_to_median"):
        assert own[column].tolist() == pytest.approx(gaps[column].tolist(), nan_ok=True)


def test_the_sentence_of_a_mean_names_interval_innovations_and_points():
    row = {
        "sort": "indikator", "name": "Video inovasi", "grouping": "SID", "level": 1.32,
        "low": 1.18, "high": 1.47, "innovations": 58, "peer_median": 1.84,
        "points_to_median": 0.82, "headroom": 2.6,
    }  # fmt: skip
    assert gap_sentences.weakness(row, dataset="simulasi") == (
        "**Video inovasi**: rata-rata parameter 1,32 (95%: 1,18–1,47; 58 inovasi), median "
        "pembanding 1,84. Menyamai mereka bernilai **0,82 poin** indeks; sampai parameter "
        "tertinggi 2,60 poin."
    )


@pytest.fixture
def reported():
    """9901 reports one innovation, 9902 three, 9903 an empty list; the rules are the official."""
    db = toy.official()
    weak = toy.Innovation({"REGULASI": 1}, "01", "penerapan")
    strong = toy.Innovation({"REGULASI": 3}, "01", "penerapan")
    toy.report(db, "9901", {"PAD": 1}, [weak])
    toy.report(db, "9902", {"PAD": 3}, [strong, strong, strong])
    toy.report(db, "9903", {"PAD": 2}, [])
    write(db, "indicator_level", queries.ask(db, "government_levels"))
    levels, _ = bootstrap.intervals(queries.ask(db, "reported_levels", year=2026), 20, 1)
    write(db, "indicator_level", levels)
    yield db
    db.close()


def test_a_government_without_innovations_keeps_its_place_in_the_rug(reported):
    given = {"code": "9901", "peers": ["9902"], "year": None}
    rug = queries.ask(reported, "indicator_rug", **given)
    regulation = rug[rug["indicator"] == "REGULASI"]
    assert toy.rows(regulation, "code", "level", "peer_median") == [
        ("9901", 1, 3), ("9902", 3, None), ("9903", None, 3),
    ]  # fmt: skip


def test_innovations_spread_over_levels_here_and_among_the_peers(reported):
    given = {"code": "9901", "peers": ["9902"], "year": None, "indicator": "REGULASI"}
    levels = queries.ask(reported, "level_spread", **given)
    columns = ("level", "innovations", "peer_innovations", "own_share", "points_up")
    assert toy.rows(levels, *columns) == [
        (0, 0, 0, 0, 0), (1, 1, 0, 1, pytest.approx(0.1)), (2, 0, 0, 0, 0), (3, 0, 3, 0, None),
    ]  # fmt: skip


def test_at_most_two_examples_of_one_government(reported):
    given = {"code": "9901", "peers": ["9902", "9903"], "year": None, "indicator": "REGULASI"}
    best = queries.ask(reported, "best_examples", **given)
    assert toy.rows(best, "innovation_id", "level") == [("9902-2026-000", 3), ("9902-2026-001", 3)]
