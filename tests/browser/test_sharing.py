"""What one takes away and hands on: pictures of charts, and the link to the present view."""

import re
import struct
from pathlib import Path

import pytest
from playwright.sync_api import expect

from pages.parts import words
from pages.parts.colours import DARK, LIGHT
from tests.browser.conftest import Watched

SIMULATED = "dataset=Simulasi+(rekaan)"
BANJAR = f"{SIMULATED}&regency=Banjar&year=2025&sector=Kesehatan"
CHOICES = "[role=combobox], [role=tab][aria-selected=true], [role=radio][aria-checked=true]"
SEEN = f"""[...document.querySelectorAll('{CHOICES}')]
    .filter(e => e.checkVisibility()).map(e => e.value || e.innerText.trim())"""


def picture(window: Watched, key: str, form: str) -> tuple[str, bytes]:
    """Name and content of what a chart's button gives."""
    window.page.locator(f".st-key-{key} .main-svg").first.wait_for(timeout=30_000)
    button = window.page.locator(f".st-key-picture_{key}").get_by_role("button", name=form)
    with window.page.expect_download(timeout=30_000) as waiting:
        button.press("Enter")
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_map_is_a_picture_with_names_words_and_ground(browse, dark):
    window = browse(f"/?{SIMULATED}&year=2026", dark=dark)
    name, content = picture(window, "map", "SVG")
    drawn = content.decode()
    assert name == "ringkasan-peta-tanah-bumbu-2026-simulasi.svg"
    assert drawn.count('class="choroplethlayer"') == 1
    for told in ("Tanah Bumbu", words.SIMULATED, "Sumber: putaran rekaan", "Skor indeks"):
        assert told in drawn
    assert f'fill="{(DARK if dark else LIGHT).paper}"' in drawn
    name, content = picture(window, "map", "PNG")
    assert name.endswith("-simulasi.png")
    width, height = size(content)
    assert width > 1500
    assert height > 900
    assert window.complaints == []
    assert window.outside == []


def test_a_picture_taken_on_a_phone_can_be_read_on_a_screen(browse):
    window = browse("/gaps?regency=Banjar", width=390)
    name, content = picture(window, "sectors", "PNG")
    assert name == "kesenjangan-urusan-banjar-terakhir-terbitan.png"
    assert size(content)[0] > 1500
    _, drawn = picture(window, "sectors", "SVG")
    assert words.SIMULATED.encode() not in drawn
    assert b"Sumber: 47 klaim" in drawn


def test_the_buttons_of_a_picture_cover_no_chart(browse):
    window = browse(f"/gaps?{SIMULATED}", width=390)
    window.page.locator(".st-key-rug .main-svg").first.wait_for(timeout=30_000)
    for key in ("index", "spine", "rug", "sectors"):
        buttons = window.page.locator(f".st-key-picture_{key} button").last.bounding_box()
        chart = window.page.locator(f".st-key-{key} .js-plotly-plot").bounding_box()
        assert buttons["y"] + buttons["height"] <= chart["y"]
        assert buttons["x"] + buttons["width"] <= 390


@pytest.fixture(scope="module")
def clipboard(planner, server):
    """Whoever copies, reads what was copied."""
    planner.grant_permissions(["clipboard-read", "clipboard-write"], origin=server)
    yield lambda window: window.page.evaluate("navigator.clipboard.readText()")
    planner.clear_permissions()


def copied(window: Watched, clipboard) -> str:
    window.page.get_by_role("combobox", name="Daerah", exact=True).wait_for()
    window.page.get_by_role("button", name="Salin tautan").press("Enter")
    expect(window.page.get_by_text("Tautan disalin")).to_be_visible()
    return clipboard(window)


VIEWS = [
    f"/?{BANJAR}&layer=Predikat",
    f"/gaps?{BANJAR}&basis=Sejenis",
    f"/candidates?{BANJAR}&digital=Digital",
    f"/candidates?{BANJAR}&look=Tawaran+kita",
    f"/scenario?{BANJAR}&steps=naik.35.3.semua&name=Video",
    f"/ledger?{BANJAR}&leaf=Masa+wajib+jalan",
    f"/briefing?{BANJAR}",
    f"/explore?{BANJAR}&words=anak&stages=penerapan",
    f"/sources?{BANJAR}&part=Sumber&find=BPS",
]


@pytest.mark.parametrize("path", VIEWS, ids=lambda path: path.split("&", 1)[0].split("?")[0])
def test_the_link_opens_the_same_view_in_a_new_window(browse, clipboard, path):
    window = browse(path)
    link = copied(window, clipboard)
    again = browse(link.removeprefix(window.address))
    assert again.title() == window.title()
    chosen = window.page.evaluate(SEEN)
    assert "Banjar" in chosen
    same = f"chosen => JSON.stringify({SEEN}) === JSON.stringify(chosen)"
    again.page.wait_for_function(same, arg=chosen, timeout=15_000)


def test_choices_made_by_hand_are_in_the_link(browse, clipboard):
    window = browse("/gaps")
    for label, choice in (("Daerah", "Tabalong"), ("Tahun", "2025"), ("Data", "Simulasi")):
        box = window.page.get_by_role("combobox", name=label, exact=True)
        box.click()
        window.page.get_by_role("option", name=re.compile(choice)).click()
        window.settled()
    again = browse(copied(window, clipboard).removeprefix(window.address))
    assert again.title() == window.title()
    assert again.title().startswith("Tabalong")


def test_what_stands_at_its_usual_is_told_too(browse, clipboard):
    link = copied(browse(), clipboard)
    for told in ("regency=Tanah+Bumbu", "year=Terakhir", "sector=Semua", "dataset=Terbitan"):
        assert told in link


def test_without_a_clipboard_as_over_http_the_link_is_copied_or_shown(browse, clipboard):
    window = browse("/sources?part=Aturan")
    window.page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    button = window.page.get_by_role("button", name="Salin tautan")
    button.press("Enter")
    expect(window.page.get_by_text("Tautan disalin")).to_be_visible()
    expect(button).to_be_focused()
    window.page.evaluate("document.execCommand = () => false")
    button.press("Enter")
    field = window.page.get_by_role("textbox", name="Tautan ke tampilan ini")
    expect(field).to_be_focused()
    assert "part=Aturan" in field.input_value()
    window.page.keyboard.press("Tab")
    expect(field).to_be_hidden()
    window.page.evaluate("delete navigator.clipboard")
    assert window.complaints == []
