"""The ledger in a real browser: write, meet another writer, take the dates away."""

import re
from pathlib import Path

from playwright.sync_api import expect

from pages.parts import words
from tests.browser.test_accessibility import findings

NASTY = ":smile: :material/home: **b** <b>x</b> &lt; www.jahat.id http://x.id a@b.id -> $x$"


def start(browse):
    """A new record, as the planner of Tanah Bumbu makes it on the server's own machine."""
    window = browse("/ledger?record=baru")
    window.page.get_by_role("combobox", name="Daerah pemberi").click()
    window.page.get_by_role("option", name="Hulu Sungai Selatan").click()
    window.settled()
    name = window.page.get_by_role("textbox", name="Nama inovasi")
    expect(name).to_have_count(1)  # while a run goes on the fields of the one before stand beside
    name.fill("TELAH BERKEMAS")
    window.page.get_by_role("button", name="Simpan catatan baru").click()
    expect(window.page).to_have_url(re.compile("record=buku-"), timeout=15_000)
    window.settled()
    return window


def late(window, reason: str) -> None:
    window.page.get_by_label("Sebab terlambat").fill(reason)
    window.page.get_by_role("button", name="Simpan", exact=True).click()


def test_the_second_of_two_browsers_is_told_and_nothing_is_overwritten(browse):
    first = start(browse)
    assert first.title() == "TELAH BERKEMAS"
    path = first.page.url.removeprefix(first.address)
    second = browse(path, width=390)
    late(first, NASTY)
    first.page.get_by_text("Tersimpan sebagai perubahan ke-2").wait_for(timeout=15_000)
    late(second, "menunggu anggaran")
    second.page.get_by_text("Catatan sudah berubah").wait_for(timeout=15_000)
    table = second.page.get_by_role("table").filter(has_text="menunggu anggaran")
    shown = table.inner_text().replace(words.JOINER, "")
    assert NASTY in shown
    assert table.locator("a, img, script, [data-testid=stIconMaterial]").count() == 0
    assert "menunggu anggaran" in shown
    second.page.get_by_role("button", name="Simpan isian saya di atas").click()
    second.page.get_by_text("Tersimpan sebagai perubahan ke-3").wait_for(timeout=15_000)
    second.settled()
    assert findings(first) + findings(second) == []
    assert first.complaints + second.complaints == []
    assert first.outside + second.outside == []


def test_planned_days_go_into_a_calendar_and_the_board_opens_a_record(browse):
    window = start(browse)
    day = window.page.get_by_role("group", name="Tanggal rencana")
    day.get_by_role("spinbutton").first.click()
    window.page.keyboard.type("31122027")
    window.page.get_by_role("button", name="Simpan", exact=True).click()
    window.page.get_by_text("Tersimpan sebagai perubahan ke-2").wait_for(timeout=15_000)
    window.page.get_by_role("cell", name="31 Desember 2027").wait_for(timeout=15_000)
    window.page.get_by_role("button", name="Kembali ke papan").click()
    with window.page.expect_download(timeout=20_000) as waiting:
        window.page.get_by_role("button", name="ICS").click()
    assert b"DTSTART;VALUE=DATE:20271231" in Path(waiting.value.path()).read_bytes()
    window.page.get_by_role("button", name=re.compile("TELAH BERKEMAS · Tanah")).first.click()
    expect(window.page).to_have_url(re.compile("record=buku-"), timeout=15_000)
    assert window.complaints == []
