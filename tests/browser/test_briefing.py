"""Taklimat in a real browser: one screen, from regency to regency by arrow keys."""

import pytest

from data import book
from tests.browser.conftest import running
from tests.browser.test_browser import AREAS, SIMULATED

NAME = "Layanan Terpadu Administrasi Kependudukan sampai ke Desa dan Kelurahan"


@pytest.fixture(scope="module")
def busy(built, tmp_path_factory):
    """A server whose book has as much to tell of Tanah Bumbu as its screen shows."""
    folder = tmp_path_factory.mktemp("busy")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("INOVASI_BANUA_BOOK", str(folder))
        given = {"dataset": "simulasi", "born_of": "replikasi", "innovation": NAME}
        given |= {"receiver_code": "6310", "receiver": "Tanah Bumbu", "giver_code": "6306"}
        given |= {"giver": "Hulu Sungai Selatan", "planned.visit": "2026-01-02"}
        for number in range(4):
            book.write(f"buku-{number:012x}", 0, "membuat", given, "penguji")
        note = {"brief_note.simulasi": "Rapat membahas surat minat. " * 35}
        book.write("daerah-6310", 0, "menulis", note, "penguji")
    with running(built, INOVASI_BANUA_BOOK=str(folder)) as address:
        yield address


@pytest.fixture
def shown(planner, busy):
    """Opens the briefing of Tanah Bumbu; waits for its map, for the footer may be hidden."""
    pages = []

    def open_page(width: int, height: int, more: str = "&present=1"):
        page = planner.new_page()
        pages.append(page)
        page.set_viewport_size({"width": width, "height": height})
        page.goto(f"{busy}/briefing?{SIMULATED}&regency=Tanah+Bumbu{more}")
        page.locator(AREAS).first.wait_for(state="attached", timeout=30_000)
        page.wait_for_timeout(500)
        return page

    yield open_page
    for page in pages:
        page.close()


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1920, 1080)])
@pytest.mark.parametrize("more", ["", "&present=1"], ids=["page", "presented"])
def test_the_fullest_briefing_fits_the_screen(shown, width, height, more):
    page = shown(width, height, more)
    box = page.locator(".st-key-brief").bounding_box()
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= height
    assert page.get_by_text("DATA SIMULASI").first.is_visible()
    assert page.get_by_text("4 berjalan, 4 terlambat").is_visible()
    assert page.locator("[data-testid=stSelectbox]").first.is_visible() == (more == "")


def test_what_is_presented_needs_no_scrolling(shown):
    main = shown(1366, 768).locator("[data-testid=stMain]")
    assert main.evaluate("e => e.scrollHeight - e.clientHeight") <= 0


def test_arrow_keys_lead_to_the_next_regency_and_escape_out(shown):
    page = shown(1366, 768)
    page.keyboard.press("ArrowRight")
    page.locator("h1", has_text="Balangan").wait_for(timeout=20_000)
    page.keyboard.press("ArrowLeft")
    page.locator("h1", has_text="Tanah Bumbu").wait_for(timeout=20_000)
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Presentasi").wait_for(timeout=20_000)
    assert "present" not in page.url
