"""The tour by keyboard, on a phone, and in a browser that remembers it."""

from collections.abc import Callable, Iterator

import pytest

from tests.browser.conftest import Watched

FOCUSED = "() => document.activeElement.innerText"


@pytest.fixture
def browse_alone(chromium, server) -> Iterator[Callable[..., Watched]]:
    """A window of a browser that was never here."""
    context = chromium.new_context(locale="id-ID")
    yield lambda **size: Watched(context, server, **size).open()
    context.close()


def begin(window):
    window.page.get_by_role("button", name="Tur singkat, 1 menit").press("Enter")
    window.page.get_by_text("Tur 1 dari 6").wait_for()
    window.settled()


def test_the_keyboard_leads_from_page_to_page_and_out(browse_alone):
    window = browse_alone()
    begin(window)
    assert window.page.evaluate(FOCUSED).startswith("Lanjut: Kesenjangan")
    window.page.keyboard.press("Enter")
    window.page.get_by_text("Tur 2 dari 6").wait_for()
    window.settled()
    assert window.page.url.split("?")[0].endswith("/gaps")
    assert window.page.evaluate(FOCUSED).startswith("Lanjut: Replikasi")
    window.page.keyboard.press("Escape")
    window.page.get_by_text("Tur 2 dari 6").wait_for(state="detached")
    window.settled()
    assert window.page.evaluate(FOCUSED).startswith("Tur singkat")
    assert not window.complaints


def test_turned_down_it_is_not_offered_to_this_browser_again(browse_alone):
    window = browse_alone()
    window.page.get_by_role("button", name="Tidak perlu").click()
    window.page.wait_for_function("document.cookie.includes('tur_dilihat=1')")
    window.open()
    assert window.page.get_by_role("button", name="Tur singkat, 1 menit").count() == 0


def test_on_a_phone_a_step_is_no_wider_than_the_screen(browse_alone):
    window = browse_alone(width=390, height=844)
    begin(window)
    box = window.page.locator(".st-key-tour_step").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
