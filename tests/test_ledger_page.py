"""The page of cooperations as a user meets it: read, write, collide, and what is refused."""

import datetime

import pytest

import queries
from data import book
from pages.parts import desk, words, writer
from tests.conftest import SIMULATED
from tests.test_pages import NAMES, assert_whole, said

COPY = {
    "dataset": "terbitan",
    "born_of": "replikasi",
    "innovation": "TELAH BERKEMAS",
    "receiver_code": "6310",
    "receiver": "Tanah Bumbu",
    "giver_code": "6306",
    "giver": "Hulu Sungai Selatan",
}
ONE = "buku-000000000001"


@pytest.fixture(autouse=True)
def own_book(tmp_path, monkeypatch):
    monkeypatch.setenv("INOVASI_BANUA_BOOK", str(tmp_path))


@pytest.fixture
def editor(monkeypatch):
    """Everybody in this test may write for Tanah Bumbu."""
    who = writer.Writer("uji@contoh.id", frozenset({"6310"}))
    monkeypatch.setattr(writer, "current", lambda: who)


def recorded(subject: str = ONE, **more: str | None) -> None:
    given = COPY | {name.replace("__", "."): value for name, value in more.items()}
    book.write(subject, 0, "membuat", given, "penguji")


def held(subject: str = ONE) -> dict[str, str]:
    with book.opened() as db:
        rows = queries.ask(db, "ledger/values", subject=subject)
    return dict(zip(rows["field"], rows["value"], strict=True))


def day_after(days: int) -> str:
    return (desk.today() + datetime.timedelta(days=days)).isoformat()


def button(app, label: str):
    return next(one for one in app.button if one.label == label)


def widget(app, kind: str, field: str):
    return next(one for one in getattr(app, kind) if one.key.endswith(f":{field}"))


@pytest.mark.parametrize("name", NAMES)
def test_the_board_runs_for_every_government(visit, name):
    app = visit("ledger", regency=name)
    assert app.title[0].value.startswith("Buku replikasi")
    assert_whole(app)


@pytest.mark.parametrize(
    "leaf", ["Papan", "Terlambat", "Garis waktu", "Bukti replikasi", "Masa wajib jalan"]
)
def test_every_leaf_opens_by_link_empty_and_filled(visit, leaf):
    assert_whole(visit("ledger", leaf=leaf))
    recorded(planned__visit=day_after(-5), interest_number="1/2026", delay__visit="*menunggu*")
    recorded("buku-000000000002", real__running="2026-01-01")
    app = visit("ledger", leaf=leaf)
    assert not app.error
    assert_whole(app)


def test_the_title_counts_what_is_late(visit):
    recorded(planned__visit=day_after(-5))
    app = visit("ledger", whose="Semua daerah")
    assert app.title[0].value == "Buku replikasi: 1 kerja sama, 1 terlambat"


def test_published_cooperations_open_as_examples_that_cannot_be_written(visit, editor):
    app = visit("ledger", record="terbit-R07")
    assert any("hanya dapat dibaca" in one.value for one in app.info)
    assert any("22 Mei 2024" in text for text in said(app))
    assert not any("Simpan" in one.label for one in app.button)
    assert_whole(app)


def test_a_reader_sees_a_record_and_why_it_may_not_be_written(visit, monkeypatch):
    monkeypatch.setattr(writer, "current", lambda: None)
    recorded()
    app = visit("ledger", record=ONE)
    assert app.title[0].value == "TELAH BERKEMAS"
    assert not any("Simpan" in one.label for one in app.button)
    assert app.info


def test_an_editor_of_another_regency_only_reads(visit, monkeypatch):
    other = writer.Writer("x@contoh.id", frozenset({"6303"}))
    monkeypatch.setattr(writer, "current", lambda: other)
    recorded()
    app = visit("ledger", record=ONE)
    assert not any("Simpan" in one.label for one in app.button)


def test_a_step_is_filled_in_and_saved_with_the_name_of_who_did(visit, editor):
    recorded()
    app = visit("ledger", record=ONE)
    widget(app, "date_input", "real.visit").set_value(desk.today())
    widget(app, "text_input", "document.request_letter").set_value("005/12/2026")
    button(app, "Simpan").click().run()
    assert held()["real.visit"] == desk.today().isoformat()
    assert held()["document.request_letter"] == "005/12/2026"
    assert any("perubahan ke-2" in one.value for one in app.success)
    assert any("uji@contoh" in text.replace("\\", "") for text in said(app))
    assert_whole(app)


def choose_form(app, form: str):
    return app.button_group(key="form").select(form).run()


def test_what_was_typed_in_another_form_stays_and_is_saved_with_it(visit, editor):
    recorded()
    app = visit("ledger", record=ONE)
    widget(app, "text_input", "document.visit_note").set_value("map A").run()
    choose_form(app, "letters")
    widget(app, "text_input", "interest_number").set_value("12/2026").run()
    assert any("Belum disimpan" in text and "map A" in text for text in said(app))
    choose_form(app, "step")
    assert widget(app, "text_input", "document.visit_note").value == "map A"
    button(app, "Simpan").click().run()
    assert (held()["document.visit_note"], held()["interest_number"]) == ("map A", "12/2026")
    assert any("nomor surat minat: 12/2026" in one.value for one in app.success)
    assert not any("Belum disimpan" in text for text in said(app))


def test_a_day_out_of_range_is_refused_in_words(visit, editor):
    recorded()
    app = visit("ledger", record=ONE)
    widget(app, "date_input", "planned.visit").set_value(datetime.date(2199, 12, 10))
    button(app, "Simpan").click().run()
    assert any("Tanggal 2199 tidak masuk akal" in one.value for one in app.error)
    assert widget(app, "date_input", "planned.visit").value.year == 2199
    assert "planned.visit" not in held()


def test_a_day_that_an_import_brought_can_be_mended_here(visit, editor):
    recorded(planned__visit="1950-01-01")
    app = visit("ledger", record=ONE)
    widget(app, "date_input", "planned.visit").set_value(datetime.date(2027, 1, 1))
    button(app, "Simpan").click().run()
    assert held()["planned.visit"] == "2027-01-01"


def test_what_the_book_does_not_take_is_told_and_stays_in_its_field(visit, editor, monkeypatch):
    recorded()
    app = visit("ledger", record=ONE)
    widget(app, "text_input", "delay.visit").set_value("menunggu paraf").run()
    with monkeypatch.context() as patch:
        patch.setattr(desk.book, "write", busy)
        button(app, "Simpan").click().run()
    assert any("sedang dipakai proses lain" in one.value for one in app.error)
    assert widget(app, "text_input", "delay.visit").value == "menunggu paraf"
    button(app, "Simpan").click().run()
    assert held()["delay.visit"] == "menunggu paraf"


def busy(*_given: object) -> None:
    raise book.BusyBookError


def test_a_page_from_before_a_restore_overwrites_nothing(visit, editor):
    recorded()
    app = visit("ledger", record=ONE)
    with book.opened() as db:  # as a restore and another writer leave it
        db.execute("update event set written_at = written_at + interval 1 hour")
    widget(app, "text_input", "delay.visit").set_value("lama").run()
    button(app, "Simpan").click().run()
    assert any("belum disimpan" in one.value for one in app.warning)
    assert "delay.visit" not in held()


def test_what_was_typed_into_a_record_that_is_gone_can_be_saved_anew(visit, editor):
    recorded()
    app = visit("ledger", record=ONE)
    with book.opened() as db:
        db.execute("delete from event_value")
        db.execute("delete from event")
    widget(app, "text_input", "delay.visit").set_value("menunggu paraf")
    button(app, "Simpan").click().run()
    assert any("cadangan yang lebih lama" in one.value for one in app.warning)
    button(app, "Simpan lagi sebagai catatan baru").click().run()
    anew = app.query_params["record"]
    made = held(anew if isinstance(anew, str) else anew[0])
    assert (made["innovation"], made["delay.visit"]) == ("TELAH BERKEMAS", "menunggu paraf")


def test_a_link_to_a_new_record_knows_its_candidate_and_the_board_forgets_it(visit, editor):
    app = visit("ledger", record="baru", copy="6306-telah-berkemas")
    assert widget(app, "text_input", "innovation").value == "TELAH BERKEMAS"
    assert widget(app, "text_input", "giver").value == ""
    button(app, "Kembali ke papan").click().run()
    button(app, "Catatan baru").click().run()
    assert widget(app, "text_input", "innovation").value == ""
    assert not visit("ledger", record="baru", copy="../../x").exception


def test_a_giver_from_elsewhere_takes_the_name_of_the_one_before_away(visit, editor):
    recorded()
    app = choose_form(visit("ledger", record=ONE), "identity")
    widget(app, "selectbox", "giver_code").select(words.ANY).run()
    assert widget(app, "text_input", "giver").value == ""
    button(app, "Simpan").click().run()
    assert any("pemberi kosong" in one.value for one in app.error)


@pytest.mark.parametrize(("given", "told"), [
    ({"real__running": "2026-01-05", "real__closed": "2026-02-01", "close_reason": "a",
      "close_basis": "b"}, "Ditutup pada 1 Februari 2026"),
    ({"born_of": "lainnya"}, "tidak punya masa wajib jalan"),
])  # fmt: skip
def test_the_lock_is_told_only_where_it_holds(visit, given, told):
    recorded(**given)
    texts = said(visit("ledger", record=ONE))
    assert any(told in text.replace("\\", "") for text in texts)
    assert not any("Terkunci sampai" in text for text in texts)


def test_the_lock_is_set_where_the_published_facts_are(visit, editor):
    app = visit("ledger", leaf="Masa wajib jalan", dataset=SIMULATED)
    assert not any(one.label == "Simpan" for one in app.button)
    assert any("diatur pada data yang bukan simulasi" in text for text in said(app))


def test_what_the_rules_refuse_is_told_and_nothing_is_written(visit, editor):
    recorded()
    app = visit("ledger", record=ONE)
    widget(app, "date_input", "real.visit").set_value(desk.today() + datetime.timedelta(days=1))
    button(app, "Simpan").click().run()
    assert any("belum lewat" in one.value for one in app.error)
    assert "real.visit" not in held()


def test_the_second_of_two_browsers_is_told_and_decides(visit, editor):
    recorded()
    first, second = visit("ledger", record=ONE), visit("ledger", record=ONE)
    for app, text in ((first, "dari pertama"), (second, "dari kedua")):
        widget(app, "text_input", "delay.visit").set_value(text)
        button(app, "Simpan").click().run()
    assert held()["delay.visit"] == "dari pertama"
    assert any("belum disimpan" in one.value for one in second.warning)
    table = second.table[0].value
    assert table.iloc[0].tolist()[1:] == ["–", "dari pertama", "dari kedua"]
    assert_whole(second)
    button(second, "Simpan isian saya di atas versi terbaru").click().run()
    assert held()["delay.visit"] == "dari kedua"


def test_what_the_other_wrote_elsewhere_stays_when_mine_goes_on_top(visit, editor):
    recorded()
    first, second = visit("ledger", record=ONE), visit("ledger", record=ONE)
    widget(first, "text_input", "document.visit_note").set_value("map A")
    button(first, "Simpan").click().run()
    widget(second, "text_input", "delay.visit").set_value("hujan")
    button(second, "Simpan").click().run()
    button(second, "Simpan isian saya di atas versi terbaru").click().run()
    assert (held()["document.visit_note"], held()["delay.visit"]) == ("map A", "hujan")


def test_typing_can_be_thrown_away(visit, editor):
    recorded()
    first, second = visit("ledger", record=ONE), visit("ledger", record=ONE)
    for app, text in ((first, "dari pertama"), (second, "dari kedua")):
        widget(app, "text_input", "delay.visit").set_value(text)
        button(app, "Simpan").click().run()
    button(second, "Buang isian saya").click().run()
    assert widget(second, "text_input", "delay.visit").value == "dari pertama"
    assert not second.warning


def test_a_new_record_starts_from_a_candidate(visit, editor):
    app = visit("candidates")
    app.query_params["record"] = "baru"
    app.query_params["copy"] = "6306-telah-berkemas"
    app.switch_page("../ledger.py").run()
    assert widget(app, "text_input", "innovation").value == "TELAH BERKEMAS"
    button(app, "Simpan catatan baru").click().run()
    assert app.title[0].value == "TELAH BERKEMAS"
    made = held(app.query_params["record"])
    assert made["receiver"] == "Tanah Bumbu"
    assert made["giver_code"] == "6306"
    assert made["innovation_id"] == "6306-telah-berkemas"
    assert_whole(app)


def test_an_innovation_on_record_of_the_giver_is_chosen_and_names_the_record(visit, editor):
    app = visit("ledger", record="baru")
    widget(app, "selectbox", "giver_code").select("6306").run()
    widget(app, "selectbox", "innovation_id").select("6306-telah-berkemas").run()
    widget(app, "selectbox", "giver_code").select("6303").run()
    assert widget(app, "selectbox", "innovation_id").value == words.ANY
    widget(app, "selectbox", "giver_code").select("6306").run()
    widget(app, "selectbox", "innovation_id").select("6306-telah-berkemas")
    button(app, "Simpan catatan baru").click().run()
    assert app.title[0].value == "TELAH BERKEMAS"
    made = held(app.query_params["record"])
    assert (made["innovation_id"], made["giver"]) == ("6306-telah-berkemas", "Hulu Sungai Selatan")
    assert any("Kelautan dan Perikanan" in text for text in said(app))
    assert_whole(app)


def test_a_name_of_ones_own_keeps_the_innovation_it_copies(visit, editor):
    recorded(innovation_id="6306-telah-berkemas")
    app = choose_form(visit("ledger", record=ONE), "identity")
    widget(app, "text_input", "innovation").set_value("BERKEMAS TANBU")
    button(app, "Simpan").click().run()
    assert held()["innovation"] == "BERKEMAS TANBU"
    assert held()["innovation_id"] == "6306-telah-berkemas"


def test_an_innovation_of_the_giver_before_does_not_stay(visit, editor):
    recorded(innovation_id="6306-telah-berkemas")
    app = choose_form(visit("ledger", record=ONE), "identity")
    widget(app, "selectbox", "giver_code").select("6303")
    button(app, "Simpan").click().run()
    assert held()["giver"] == "Banjar"
    assert "innovation_id" not in held()
    assert_whole(app)


def test_a_new_record_for_another_regency_is_refused(visit, editor):
    app = visit("ledger", record="baru")
    widget(app, "text_input", "innovation").set_value("Satu")
    widget(app, "selectbox", "receiver_code").select("6303")
    widget(app, "selectbox", "giver_code").select("6306")
    button(app, "Simpan catatan baru").click().run()
    assert app.error
    with book.opened() as db:
        assert db.execute("select count(*) from event").fetchone() == (0,)


def test_a_made_up_cooperation_is_marked_and_apart(visit, editor):
    recorded(dataset="simulasi")
    assert "belum ada" in visit("ledger", whose="Semua daerah").title[0].value
    app = visit("ledger", dataset=SIMULATED, whose="Semua daerah")
    assert "1 kerja sama" in app.title[0].value
    assert any(words.SIMULATED in one.value for one in app.warning)


def test_hostile_words_are_only_letters(visit, editor):
    bad = "<script>alert(1)</script> [x](javascript:alert(1)) :red[merah] $x$"
    recorded(
        innovation=bad, legal_basis=bad, note=bad, planned__visit=day_after(-1), delay__visit=bad
    )
    for address in ({"record": ONE}, {}, {"leaf": "Terlambat"}, {"leaf": "Garis waktu"}):
        app = visit("ledger", **address)
        assert not app.exception
        told = " ".join([*said(app), *(one.label for one in app.button)])
        assert "<script>" not in told.replace("\\<", "")
        assert "](javascript" not in told


@pytest.mark.parametrize("wanted", ["buku-ffffffffffff", "'; drop table event;--", "terbit-R99"])
def test_a_record_that_is_not_there_says_so(visit, wanted):
    app = visit("ledger", record=wanted)
    assert app.title[0].value == "Catatan tidak ditemukan"
    assert_whole(app)


def test_the_lock_of_a_regency_is_set_by_its_editors(visit, editor):
    app = visit("ledger", leaf="Masa wajib jalan")
    widget(app, "number_input", "lock_months").set_value(18)
    widget(app, "text_input", "lock_basis").set_value("Perbup 7/2026")
    button(app, "Simpan").click().run()
    assert held("daerah-6310") == {"lock_months": "18", "lock_basis": "Perbup 7/2026"}
    assert any("18 bulan" in text for text in said(app))
    assert_whole(app)


def test_two_who_set_it_at_once_are_told_too(visit, editor):
    app = visit("ledger", leaf="Masa wajib jalan")
    book.write("daerah-6310", 0, "mengatur", {"lock_months": "24"}, "lain@contoh.id")
    widget(app, "number_input", "lock_months").set_value(18)
    button(app, "Simpan").click().run()
    assert any("Orang lain mengubah pengaturan ini" in one.value for one in app.error)
    assert held("daerah-6310") == {"lock_months": "24"}
    assert widget(app, "number_input", "lock_months").value == 24


def test_others_do_not_set_it(visit, editor):
    app = visit("ledger", leaf="Masa wajib jalan", regency="Banjar")
    assert not any(one.label == "Simpan" for one in app.button)
