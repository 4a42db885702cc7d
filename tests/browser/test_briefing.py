"""Taklimat in a real browser: one screen, from regency to regency by arrow keys."""

import pytest

from tests.browser.test_browser import AREAS, SIMULATED


@pytest.fixture
def presented(planner, server):
    """Opens the briefing as it is presented; the footer, which others wait for, is hidden."""
    pages = []

    def open_page(width: int, height: int):
        page = planner.new_page()
        pages.append(page)
        page.set_viewport_size({"width": width, "height": height})
        page.goto(f"{server}/briefing?{SIMULATED}&regency=Tanah+Bumbu&present=1")
        page.locator(AREAS).first.wait_for(state="attached", timeout=30_000)
        page.wait_for_timeout(500)
        return page

    yield open_page
    for page in pages:
        page.close()


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1920, 1080)])
def test_what_is_presented_fits_the_screen_without_its_controls(presented, width, height):
    page = presented(width, height)
    box = page.locator(".st-key-brief").bounding_box()
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= height
    main = page.locator("[data-testid=stMain]")
    assert main.evaluate("e => e.scrollHeight - e.clientHeight") <= 0
    assert not page.locator("[data-testid=stSelectbox]").first.is_visible()
    assert page.get_by_text("DATA SIMULASI").first.is_visible()


def test_arrow_keys_lead_to_the_next_regency_and_escape_out(presented):
    page = presented(1366, 768)
    page.keyboard.press("ArrowRight")
    page.locator("h1", has_text="Balangan").wait_for(timeout=20_000)
    page.keyboard.press("ArrowLeft")
    page.locator("h1", has_text="Tanah Bumbu").wait_for(timeout=20_000)
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Presentasi").wait_for(timeout=20_000)
    assert "present" not in page.url
