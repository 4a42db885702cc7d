"""The page of cooperations, leaf by leaf: what filters leave, what is late, dates, proofs."""

import datetime
from functools import partial

import pyarrow as pa
import pytest

import queries
from data import book
from pages.parts import ledger_board_sentences as said
from pages.parts import ledger_proofs, ledger_timeline, words
from tests import noting
from tests.conftest import SIMULATED
from tests.test_ledger_page import COPY, button, day_after
from tests.test_pages import assert_whole
from tests.test_pages import said as told_on

STEPS = pa.table({"step": ["visit", "closed"], "place": [1, 11], "name": ["A", "B"]})
TODAY = datetime.date(2026, 11, 25)
SEA = "Kelautan dan Perikanan"
LONG = "Sistem Informasi Pelayanan Terpadu Kependudukan dan Pencatatan Sipil Desa"


@pytest.fixture(autouse=True)
def own_book(tmp_path, monkeypatch):
    monkeypatch.setenv("INOVASI_BANUA_BOOK", str(tmp_path))


recorded = partial(noting.recorded, COPY)


def everything(app) -> str:
    return " ".join([*told_on(app), *(one.label for one in app.button)])


def turned(app) -> None:
    """To the second page of the list in view."""
    key = app.get("pagination")[0].proto.id.split("-", 2)[2]
    app.session_state[key] = 2
    app.run()


# What filters leave


@pytest.mark.parametrize(
    ("address", "narrowed", "way"),
    [
        ({"at_step": "Deliver"}, "pada tahap Deliver", "Semua tahap"),
        ({"sector": "Kesehatan"}, "di urusan Kesehatan", "Semua urusan"),
        ({"regency": "Tapin"}, "yang melibatkan Tapin", "Cakupan Semua daerah"),
    ],
)
@pytest.mark.parametrize("leaf", ["Papan", "Terlambat", "Garis waktu"])
def test_a_filter_without_hits_says_what_it_left_out_and_how_to_loosen_it(
    visit, leaf, address, narrowed, way
):
    recorded(planned__visit=day_after(-5))
    app = visit("ledger", leaf=leaf, **address)
    assert "belum ada kerja sama" in app.title[0].value
    assert narrowed in app.title[0].value
    assert "Buku masih kosong" not in everything(app)
    assert f"**{way}**" in everything(app)
    assert_whole(app)
    button(app, "Tampilkan semua").click().run()
    assert app.title[0].value == "Buku replikasi: 1 kerja sama, 1 terlambat"


def test_the_title_names_the_step_and_the_sector_in_view(visit):
    recorded(real__visit="2026-01-05", sector_id="02")
    app = visit("ledger", at_step="Penjajakan/kunjungan", sector="Kesehatan")
    assert app.title[0].value == (
        "Buku replikasi: 1 kerja sama yang melibatkan Tanah Bumbu pada tahap Penjajakan/kunjungan "
        "di urusan Kesehatan, tidak ada yang terlambat"
    )


def test_a_book_with_nothing_of_the_dataset_is_empty_whatever_the_filters(visit):
    recorded(dataset="simulasi")
    app = visit("ledger", at_step="Deliver")
    assert "Buku masih kosong" in everything(app)


def test_a_full_line_still_shows_examples_and_counts_all_it_hides(visit):
    for number in range(9):
        recorded(number, real__agreement="2026-01-05")
    app = visit("ledger", whose="Semua daerah")
    shown = sum("◆" in one.label for one in app.button)
    beyond = [one.label for one in app.button if one.label.endswith("lainnya")]
    without = visit("ledger", whose="Semua daerah", examples="false")
    assert shown >= 2
    assert [one.label for one in without.button if one.label.endswith("lainnya")] == ["+3 lainnya"]
    at_step = visit("ledger", whose="Semua daerah", at_step="Kesepakatan")
    every = sum("◆" in one.label for one in at_step.button)
    second_line = min(every, 2)
    assert f"+{3 + every - second_line} lainnya" in beyond


def test_examples_are_of_the_sector_in_view(visit):
    everywhere, of_the_sea = (
        [one.label for one in visit("ledger", **address).button if "◆" in one.label]
        for address in ({"whose": "Semua daerah"}, {"whose": "Semua daerah", "sector": SEA})
    )
    assert [one for one in of_the_sea if "BERKEMAS" in one]
    assert 0 < len(of_the_sea) < len(everywhere)


def test_a_button_of_the_board_keeps_the_pair_and_goes_on_in_a_second_line(visit):
    recorded(innovation=LONG)
    told = button(
        visit("ledger"),
        words.text("Sistem Informasi Pelayanan Terpadu… · Tanah Bumbu ← Hulu Sungai Selatan")
        + " :gray-badge[direncanakan]",
    )
    assert told.proto.wrap


# What is late


def test_each_late_one_opens_its_record_under_its_whole_name(visit):
    subject = recorded(innovation=LONG, planned__visit=day_after(-5), delay__visit="hujan")
    app = visit("ledger", leaf="Terlambat")
    assert any("**▼ 5 hari** di Penjajakan/kunjungan" in text for text in told_on(app))
    assert any("Sebab: hujan" in text for text in told_on(app))
    button(app, f"{LONG} · Tanah Bumbu ← Hulu Sungai Selatan").click().run()
    assert app.query_params["record"] == subject
    assert app.title[0].value == LONG


def test_more_late_ones_than_a_page_holds_have_more_pages(visit):
    for number in range(21):
        recorded(number, innovation=f"Inovasi {number}", planned__visit=day_after(-50 + number))
    app = visit("ledger", leaf="Terlambat")
    assert "Inovasi 0 ·" in everything(app)
    assert "Inovasi 20 ·" not in everything(app)
    turned(app)
    assert "Inovasi 20 ·" in everything(app)


# The timeline


def test_a_closed_record_with_a_skipped_plan_is_late_nowhere(visit):
    recorded(planned__visit="2026-01-01", real__closed="2026-03-01", born_of="lainnya")
    app = visit("ledger", leaf="Garis waktu")
    assert "tidak ada yang terlambat" in app.title[0].value
    assert any("**0** melewati" in text for text in told_on(app))
    assert said.SKIPPED in told_on(app)
    with book.opened() as db:
        rows = queries.ask(db, "ledger/dates", dataset="terbitan", step=STEPS)
    state = ledger_timeline.states(rows, TODAY)
    assert state.tolist() == ["dilewati", "nyata"]


def test_the_timeline_counts_all_that_are_dated_and_draws_them_a_page_at_a_time(visit):
    for number in range(12):
        recorded(number, planned__visit=day_after(-50 + number))
    recorded(12, planned__visit=day_after(5))
    recorded(13, delay__visit="tanpa tanggal")
    app = visit("ledger", leaf="Garis waktu")
    assert any("13 dari 14 kerja sama bertanggal; **12** melewati" in text for text in told_on(app))
    assert any("Tergambar urutan 1–10" in text for text in told_on(app))
    turned(app)
    assert any("Tergambar urutan 11–13" in text for text in told_on(app))
    assert_whole(app)


def test_the_board_of_the_simulation_keeps_its_filters(visit, simulated):
    recorded(dataset="simulasi", planned__visit=day_after(-5))
    app = visit("ledger", dataset=SIMULATED, leaf="Garis waktu")
    assert any(words.SIMULATED in caption.value for caption in app.caption)
    assert_whole(app)


# Proofs


def test_proofs_say_that_filters_do_not_count_and_leave_nobody_out(visit):
    recorded(1, giver_code="6310", giver="Tanah Bumbu", receiver_code="6303", receiver="Banjar",
             innovation="Sendiri", interest_number="1")  # fmt: skip
    for number in range(2, 32):
        recorded(number, innovation=f"Inovasi {number:02}", interest_number="1")
    app = visit("ledger", leaf="Bukti replikasi", examples="false")
    own, others = (one.value for one in app.table)
    assert own["Inovasi"].tolist() == ["Sendiri"]
    assert len(others) == ledger_proofs.A_PAGE
    assert any("Di sini urutan 1–20" in text for text in told_on(app))
    assert said.WHOLE_BOOK in told_on(app)
    turned(app)
    assert "Inovasi 31" in [one for table in app.table for one in table.value["Inovasi"]]
    assert_whole(app)
