"""The console in a real browser: the keyboard runs it, a figure leads to it, files come out."""

import csv
import io

HEAVY = "select count(*) from range(1000000000000)"


def typed(window, sql: str) -> None:
    """Write a statement into the editor and run it with the keyboard."""
    editor = window.page.get_by_role("textbox", name="SQL", exact=True)
    editor.fill(sql)
    window.page.get_by_role("textbox", name="Parameter (JSON)").fill("")
    editor.press("Control+Enter")


def test_a_figure_leads_to_its_sql_and_the_keyboard_runs_another(browse):
    window = browse("/gaps?dataset=Simulasi+%28rekaan%29&regency=Banjar")
    link = window.page.get_by_role("link", name="SQL", exact=True).first
    with window.page.context.expect_page() as opening:
        link.click()
    window.page.close()
    window.page = opening.value
    window.settled()
    rows = window.page.locator(".st-key-console_rows table")
    rows.wait_for()
    assert "Balangan" in rows.inner_text()
    assert "regency=Banjar" in window.page.url
    typed(window, "select 'Rp' || 1234.5 as told, 1234.5 as number, '<b>x</b>' as \"<i>\"")
    window.page.get_by_text("1 baris", exact=True).wait_for()
    assert "1.234,5" in rows.inner_text()
    assert "<b>x</b>" in rows.inner_text()
    with window.page.expect_download() as waiting:
        window.page.get_by_role("button", name="CSV").click()
    text = waiting.value.path().read_text(encoding="utf-8-sig")
    first, second = csv.reader(io.StringIO(text), delimiter=";")
    assert first == ["told", "number", "<i>", "kutipan"]
    assert second[1] == "1234,5"
    assert second[3].startswith("DATA SIMULASI – bukan nilai resmi. SQL sendiri: select 'Rp'")
    assert window.outside == window.complaints == []


def test_a_heavy_statement_hinders_nobody_and_the_next_one_ends_it(browse):
    window, other = browse("/explore?show=SQL"), browse("/explore?show=SQL")
    typed(window, HEAVY)
    window.page.get_by_text("Menjalankan …").first.wait_for()
    typed(other, "select 6 * 7 as answer")
    other.page.get_by_text("1 baris", exact=True).wait_for()
    typed(window, "select 2 + 2 as answer")
    window.page.get_by_text("1 baris", exact=True).wait_for()
    assert "batas waktu" not in window.page.locator("[data-testid=stMain]").inner_text()
    assert window.complaints == other.complaints == []
