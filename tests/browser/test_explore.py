"""Jelajah in a real browser: choose, count, click, open, take away."""

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import expect

SIMULATED = "dataset=Simulasi+(rekaan)"


def asked(window) -> dict[str, list[str]]:
    """What stands in the address."""
    return parse_qs(urlsplit(window.page.url).query)


def headline(window, text: str) -> None:
    expect(window.page.locator("h1").first).to_have_text(re.compile(text), timeout=30_000)
    window.settled()


def test_filters_are_chosen_dropped_and_cleared_and_stand_in_the_address(browse):
    window = browse(f"/explore?{SIMULATED}&sectors=Kesehatan&kinds=Kota&words=anak")
    window.page.get_by_role("button", name="Urusan: Kesehatan").click()
    expect(window.page).not_to_have_url(re.compile("sectors="), timeout=30_000)
    assert asked(window)["kinds"] == ["Kota"]
    window.settled()
    window.page.get_by_text("Saringan, dengan jumlah").click()
    window.page.get_by_text("Semua jumlah").wait_for(timeout=30_000)
    window.settled()  # the counts come under the filters and move them
    stage = window.page.get_by_role("combobox", name=re.compile("^Tahap"))
    stage.click()
    window.page.get_by_role("option", name="penerapan").click()
    expect(window.page).to_have_url(re.compile("stages=penerapan"), timeout=30_000)
    window.page.keyboard.press("Escape")
    window.settled()
    window.page.get_by_role("button", name="Hapus semua saringan").click()
    headline(window, r"^1\.384 inovasi")
    assert not {"sectors", "kinds", "stages", "words"} & asked(window).keys()
    window.page.get_by_test_id("stPagination").get_by_text("2", exact=True).click()
    expect(window.page).to_have_url(re.compile("rows_page=2"), timeout=30_000)
    window.page.reload()
    window.page.get_by_text("Baris 26–50").wait_for(timeout=30_000)
    window.settled()
    assert window.complaints == []
    assert window.outside == []


def test_a_cell_of_the_cross_table_sets_both_filters(browse):
    window = browse(f"/explore?{SIMULATED}&show=Tabulasi+silang&stages=uji+coba")
    cell = window.page.locator(".js-plotly-plot .bars .point path").first
    cell.wait_for(timeout=30_000)
    window.page.locator(".js-plotly-plot .bars .point").first.scroll_into_view_if_needed()
    box = cell.bounding_box()
    window.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(window.page).to_have_url(re.compile("regencies="), timeout=30_000)
    assert len(asked(window)["sectors"]) == 1
    assert asked(window)["stages"] == ["uji coba"]
    headline(window, r"^\d+ dari 1\.384")
    assert window.complaints == []


def test_a_row_opens_its_innovation_and_a_file_holds_what_is_shown(browse):
    path = f"/explore?{SIMULATED}&sectors=Kesehatan&order=Paling+matang"
    window = browse(path, width=390, height=2400)  # all 25 rows in view: a canvas has no rows
    box = window.page.get_by_test_id("stDataFrame").locator("canvas").first.bounding_box()
    window.page.mouse.click(box["x"] + 16, box["y"] + 52)
    expect(window.page).to_have_url(re.compile("innovation="), timeout=30_000)
    dialog = window.page.get_by_role("dialog")
    dialog.get_by_text("Parameter menurut laporan").wait_for(timeout=30_000)
    window.page.keyboard.press("Escape")
    expect(window.page).not_to_have_url(re.compile("innovation="), timeout=30_000)
    window.settled()
    with window.page.expect_download(timeout=30_000) as waiting:
        window.page.get_by_role("link", name="CSV").click()
    lines = Path(waiting.value.path()).read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 2 + 219
    assert "DATA SIMULASI" in lines[0]
    assert "sectors=Kesehatan" in lines[0]
    wide = window.page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 390
    assert window.complaints == []


def test_a_point_of_the_strip_opens_its_innovation(browse):
    window = browse(f"/explore?{SIMULATED}&show=Kematangan&sectors=Statistik", dark=True)
    point = window.page.locator(".js-plotly-plot .scatterlayer .point").first
    point.wait_for(timeout=30_000)
    point.scroll_into_view_if_needed()
    box = point.bounding_box()
    window.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(window.page).to_have_url(re.compile("innovation="), timeout=30_000)
    window.page.get_by_role("dialog").get_by_text("Urusan", exact=True).wait_for(timeout=30_000)
    assert window.complaints == []
