"""Taklimat in a real browser: one screen, from regency to regency by arrow keys."""

import itertools

import pytest
import shapely

from data import book
from tests.browser.conftest import running
from tests.browser.test_browser import AREAS, SIMULATED

NAME = "Layanan Terpadu Administrasi Kependudukan sampai ke Desa dan Kelurahan"
FULL = {"6310": "Tanah Bumbu", "6307": "Hulu Sungai Tengah"}  # one has short lines, one long ones

# The place of the map, then every name on it with the figure under it.
RECTANGLES = """place => [place, ...place.querySelectorAll(".scattergeo text")].map(
  e => e.getBoundingClientRect()).map(r => [r.left, r.top, r.right, r.bottom])"""


@pytest.fixture(scope="module")
def busy(built, tmp_path_factory):
    """A server whose book has as much to tell of two regencies as their screens show."""
    folder = tmp_path_factory.mktemp("busy")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("INOVASI_BANUA_BOOK", str(folder))
        given = {"dataset": "simulasi", "born_of": "replikasi", "innovation": NAME}
        given |= {"giver_code": "6306", "giver": "Hulu Sungai Selatan"}
        given |= {"planned.visit": "2026-01-02"}
        note = {"brief_note.simulasi": "Rapat membahas surat minat. " * 35}
        for code, receiver in FULL.items():
            given |= {"receiver_code": code, "receiver": receiver}
            for number in range(4):
                book.write(f"buku-{code}{number:08x}", 0, "membuat", given, "penguji")
            book.write(f"daerah-{code}", 0, "menulis", note, "penguji")
    with running(built, INOVASI_BANUA_BOOK=str(folder)) as address:
        yield address


@pytest.fixture
def shown(planner, busy):
    """Opens the briefing of a regency; waits for its map, for the footer may be hidden."""
    pages = []

    def open_page(width: int, height: int, more: str = "&present=1", regency: str = "Tanah Bumbu"):
        page = planner.new_page()
        pages.append(page)
        page.set_viewport_size({"width": width, "height": height})
        page.goto(f"{busy}/briefing?{SIMULATED}&regency={regency.replace(' ', '+')}{more}")
        page.locator(AREAS).first.wait_for(state="attached", timeout=30_000)
        page.wait_for_timeout(500)
        return page

    yield open_page
    for page in pages:
        page.close()


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1920, 1080)])
@pytest.mark.parametrize("more", ["", "&present=1"], ids=["page", "presented"])
@pytest.mark.parametrize("regency", FULL.values())
def test_the_fullest_briefing_fits_the_screen(shown, width, height, more, regency):
    page = shown(width, height, more, regency)
    box = page.locator(".st-key-brief").bounding_box()
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= height
    assert page.get_by_text("DATA SIMULASI").first.is_visible()
    assert page.get_by_text("4 berjalan, 4 terlambat").is_visible()
    assert page.locator("[data-testid=stSelectbox]").first.is_visible() == (more == "")


@pytest.mark.parametrize("regency", FULL.values())
def test_what_is_presented_needs_no_scrolling(shown, regency):
    main = shown(1366, 768, regency=regency).locator("[data-testid=stMain]")
    assert main.evaluate("e => e.scrollHeight - e.clientHeight") <= 0


@pytest.mark.parametrize("regency", ["Banjarbaru", "Hulu Sungai Tengah", "Tanah Laut"])
@pytest.mark.parametrize("more", ["", "&present=1"], ids=["page", "presented"])
def test_names_on_the_small_map_are_whole_and_cover_no_other(shown, more, regency):
    page = shown(1366, 768, more, regency)
    rooms = page.locator(".st-key-brief_map_place").evaluate(RECTANGLES)
    place, names = shapely.box(*rooms[0]), [shapely.box(*room) for room in rooms[1:]]
    assert len(names) >= 2
    assert all(place.contains(name) for name in names)
    assert not any(one.overlaps(other) for one, other in itertools.combinations(names, 2))


def test_letters_shrink_to_fit_a_screen_and_not_on_a_phone(shown):
    told = shown(1366, 768).locator(".st-key-brief_remember p")
    size = "e => parseFloat(getComputedStyle(e).fontSize)"
    smaller, page = told.evaluate(size), told.page
    page.set_viewport_size({"width": 1366, "height": 2000})
    page.wait_for_timeout(500)
    assert smaller < told.evaluate(size)
    page.set_viewport_size({"width": 390, "height": 844})
    page.wait_for_timeout(500)
    assert told.evaluate(size) >= 16


def test_arrow_keys_lead_to_the_next_regency_and_escape_out(shown):
    page = shown(1366, 768)
    page.keyboard.press("ArrowRight")
    page.locator("h1", has_text="Balangan").wait_for(timeout=20_000)
    page.keyboard.press("ArrowLeft")
    page.locator("h1", has_text="Tanah Bumbu").wait_for(timeout=20_000)
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Presentasi").wait_for(timeout=20_000)
    assert "present" not in page.url
