"""The page Taklimat as a user meets it: one screen, presenting, notes."""

import pytest

import queries
from data import book
from pages.parts import brief_note, writer
from tests.conftest import SIMULATED
from tests.test_pages import NAMES, assert_whole, said

SUBJECT, FIELD = "daerah-6310", "brief_note.terbitan"
pytestmark = pytest.mark.usefixtures("published", "simulated")


@pytest.fixture(autouse=True)
def own_book(tmp_path, monkeypatch):
    monkeypatch.setenv("INOVASI_BANUA_BOOK", str(tmp_path))


@pytest.fixture
def editor(monkeypatch):
    """Everybody in this test may write for Tanah Bumbu."""
    who = writer.Writer("uji@contoh.id", frozenset({"6310"}))
    monkeypatch.setattr(writer, "current", lambda: who)


def noted(text: str | None, base: int) -> None:
    book.write(SUBJECT, base, "menulis", {FIELD: text}, "orang lain")


def held() -> dict[str, str]:
    with book.opened() as db:
        rows = queries.ask(db, "ledger/values", subject=SUBJECT)
    return dict(zip(rows["field"], rows["value"], strict=True))


@pytest.mark.parametrize("name", NAMES)
def test_the_briefing_stands_for_every_government(visit, name):
    app = visit("briefing", regency=name)
    assert_whole(app)
    assert name in app.title[0].value
    assert [one.value for one in app.header] == [
        "Kesenjangan terbesar",
        "Kandidat untuk ditiru",
    ]


@pytest.mark.parametrize("dataset", ["Terbitan (bersumber)", SIMULATED])
def test_the_province_has_one_too(visit, dataset):
    app = visit("briefing", scope_of_brief="Provinsi", dataset=dataset)
    assert_whole(app)
    assert app.title[0].value.startswith("Provinsi Kalimantan Selatan")


def test_other_peers_give_other_gaps(visit):
    usual = visit("briefing", regency="Tabalong")
    other = visit("briefing", regency="Tabalong", basis="Pilih sendiri", peers="Banjar")
    assert "Pembanding: Banjar (dipilih sendiri)" in " ".join(said(other)).replace("\\", "")
    assert said(usual) != said(other)


def test_presenting_leads_through_all_regencies_and_the_province(visit):
    app = visit("briefing", regency="Banjarbaru", present="1")
    assert {one.label for one in app.button} >= {"Sebelumnya", "Berikutnya", "Keluar"}
    app.button("stage_next").click().run()
    assert app.title[0].value.startswith("Provinsi")
    app.button("stage_next").click().run()
    assert "Tanah Laut" in app.title[0].value
    app.button("stage_back").click().run()
    app.button("stage_back").click().run()
    assert "Banjarbaru" in app.title[0].value
    app.button("stage_end").click().run()
    assert "present" not in app.query_params
    assert "Berikutnya" not in {one.label for one in app.button}


def test_an_editor_writes_a_note_that_everybody_reads(visit, editor):
    app = visit("briefing")
    app.text_area[0].set_value("Rapat dengan *sekda*\nKamis").run()
    app.button("save_brief_note").click().run()
    assert held() == {FIELD: "Rapat dengan *sekda*\nKamis"}
    assert any("Tersimpan oleh" in one.value for one in app.success)
    again = visit("briefing")
    assert sum("Rapat dengan \\*sekda\\*" in text for text in said(again)) == 2


def test_simulated_data_has_notes_of_its_own(visit, editor):
    noted("nyata", 0)
    app = visit("briefing", dataset=SIMULATED)
    assert app.text_area[0].value == ""
    assert not any("nyata" in text for text in said(app))


def test_a_reader_reads_a_note_and_changes_nothing(visit, monkeypatch):
    monkeypatch.setattr(writer, "current", lambda: None)
    noted("Untuk dibaca", 0)
    app = visit("briefing")
    assert any("Untuk dibaca" in text for text in said(app))
    assert not app.text_area


def test_an_editor_of_another_regency_has_no_field_here(visit, editor):
    assert not visit("briefing", regency="Banjar").text_area
    assert not visit("briefing", scope_of_brief="Provinsi").text_area


def test_of_two_who_write_the_second_is_told_and_overwrites_nothing(visit, editor):
    app = visit("briefing")
    app.text_area[0].set_value("tulisan saya").run()
    noted("tulisan orang lain", 0)
    app.button("save_brief_note").click().run()
    assert held() == {FIELD: "tulisan orang lain"}
    assert app.text_area[0].value == "tulisan saya"
    assert [one.value for one in app.error] == [brief_note.TAKEN]
    app.button("save_brief_note").click().run()
    assert held() == {FIELD: "tulisan saya"}


def test_a_field_nobody_touched_follows_the_note(visit, editor):
    app = visit("briefing")
    noted("baru", 0)
    app.run()
    assert app.text_area[0].value == "baru"


def test_the_lock_of_the_regency_stays_beside_its_note(visit, editor):
    book.write(SUBJECT, 0, "mengatur", {"lock_months": "24"}, "orang lain")
    app = visit("briefing")
    app.text_area[0].set_value("catatan").run()
    app.button("save_brief_note").click().run()
    assert held() == {"lock_months": "24", FIELD: "catatan"}


def test_an_emptied_note_is_gone(visit, editor):
    noted("lama", 0)
    app = visit("briefing")
    app.text_area[0].set_value("  ").run()
    app.button("save_brief_note").click().run()
    assert held() == {}
