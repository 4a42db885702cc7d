"""Whoever listens, tabs or sees little: axe-core finds nothing serious, every control is reached.

axe-core 4.12.1 comes with axe-playwright-python and is run from there; nothing is fetched.
"""

from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from pages.parts.frame import PAGES_SHOWN
from tests.browser.conftest import Watched
from tests.browser.test_browser import sticks_out

SIMULATED = "dataset=Simulasi+(rekaan)"
STEPS = "regency=Banjar&steps=naik.35.3.semua_baru.2.20&name=Video"
FIRST = [
    f"/?{SIMULATED}",
    f"/gaps?{SIMULATED}",
    f"/candidates?{SIMULATED}",
    f"/scenario?{SIMULATED}&{STEPS}",
    "/ledger",
    f"/briefing?{SIMULATED}",
    f"/explore?{SIMULATED}",
    f"/explore?{SIMULATED}&show=SQL",
    "/sources",
]
INNER = [
    "/",
    "/gaps",
    f"/candidates?{SIMULATED}&look=Bandingkan",
    "/candidates?look=Tawaran+kita",
    f"/candidates?{SIMULATED}&look=Siapa+belajar+dari+siapa",
    "/candidates?look=Nota+kunjungan",
    "/scenario",
    "/ledger?leaf=Terlambat",
    "/ledger?leaf=Garis+waktu",
    "/ledger?leaf=Bukti+replikasi",
    f"/ledger?{SIMULATED}&leaf=Masa+wajib+jalan",
    "/ledger?record=baru",
    "/sources?part=Pertentangan",
    "/sources?part=Sumber",
    "/sources?part=Metode",
    "/sources?part=Aturan",
    "/sources?part=Impor",
    "/sources?part=Versi+impor",
    "/sources?part=Panduan+impor",
    "/sources?part=Istilah",
    f"/explore?{SIMULATED}&show=Tabulasi+silang",
    f"/explore?{SIMULATED}&show=Kematangan",
]
LIGHT = {"width": 1366, "height": 768, "dark": False}
DARK_PHONE = {"width": 390, "height": 844, "dark": True}
LOOKS = [
    *[(path, look) for path in FIRST for look in (LIGHT, DARK_PHONE)],
    *[(path, (LIGHT, DARK_PHONE)[place % 2]) for place, path in enumerate(INNER)],
]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# The inside of a chart is one picture with an alt text and a table beside it.
CHARTS = {"exclude": [[".main-svg"]]}
OPTIONS = {
    "runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"], "preload": False,
}  # fmt: skip
# look.js works a moment after what it improves was drawn.
IMPROVED = """() => [...document.querySelectorAll("[data-testid=stTable] div:has(> table)")]
    .every(e => e.scrollWidth <= e.clientWidth + 1 || e.tabIndex === 0)"""
GRAVE = {"serious", "critical"}


@pytest.fixture(scope="module")
def windows(planner, server) -> Iterator[Callable[..., Watched]]:
    """One window for each look, used again for every path."""
    open_ones: dict[bool, Watched] = {}

    def window(**look: int | bool) -> Watched:
        dark = bool(look["dark"])
        if dark not in open_ones:
            open_ones[dark] = Watched(planner, server, **look)
        return open_ones[dark]

    yield window
    for one in open_ones.values():
        one.page.close()


def findings(window: Watched) -> list[str]:
    """What axe finds serious or critical, each with its place."""
    answer = Axe().run(window.page, context=CHARTS, options=OPTIONS).response
    assert answer["testEngine"]["version"] == "4.12.1"
    assert len(answer["passes"]) > 10  # it did look
    return [
        f"{one['id']}: {node['target']} {node['html'][:200]}"
        for one in answer["violations"]
        if one["impact"] in GRAVE
        for node in one["nodes"]
    ]


@pytest.mark.parametrize(
    ("path", "look"), LOOKS, ids=[f"{path}-{look['width']}" for path, look in LOOKS]
)
def test_axe_finds_nothing_serious(windows, path, look):
    window = windows(**look).open(path)
    window.page.wait_for_function(IMPROVED, timeout=10_000)
    assert findings(window) == []
    assert sticks_out(window.page) <= 0


WATCH = """() => {
  window.reached = new Set(); window.dim = []
  document.addEventListener("focusin", event => {
    const place = event.composedPath()[0]
    window.reached.add(place)
    const shown = e => e && getComputedStyle(e)
    const marked = e => shown(e).outlineStyle !== "none" || shown(e).boxShadow !== "none"
    let seen = false, parent = place
    for (let up = 0; up < 6 && parent instanceof Element; up++, parent = parent.parentElement)
      seen ||= marked(parent)
    const caret = place.matches("textarea, [contenteditable], input:not([aria-autocomplete])")
    if (!seen && !caret && place.id !== "stMain") window.dim.push(place.outerHTML.slice(0, 160))
  }, true)
}"""
# Of a group of tabs or choices only one is in the order of the keyboard, arrows lead to the others.
MISSED = """() => {
  const all = root => [...root.querySelectorAll("*")].flatMap(
    e => e.shadowRoot ? [e, ...all(e.shadowRoot)] : [e])
  const control = "button, a[href], input, textarea, select, [role=combobox], [role=spinbutton]"
  const grouped = "[role=tab], [role=radio], [role=radiogroup] *, [role=toolbar] *, [type=radio]"
  return all(document.body).filter(e => e.matches(control) && e.checkVisibility() && !e.disabled
      && !e.matches(grouped) && e.tabIndex >= 0 && e.getBoundingClientRect().width > 1
      && !window.reached.has(e)).map(e => e.outerHTML.slice(0, 160))
}"""
# Within a component the focus moves unheard by the document.
HERE = """() => {
  let place = document.activeElement
  while (place.shadowRoot?.activeElement) place = place.shadowRoot.activeElement
  window.reached.add(place)
  return place === document.body || place.id === "langsung"
}"""


@pytest.mark.parametrize(
    "path",
    [
        f"/?{SIMULATED}",
        f"/gaps?{SIMULATED}",
        f"/candidates?{SIMULATED}",
        f"/scenario?{SIMULATED}&{STEPS}",
        "/ledger?record=baru",
        f"/briefing?{SIMULATED}",
        f"/explore?{SIMULATED}",
        f"/explore?{SIMULATED}&show=SQL",
        "/sources?part=Sumber",
    ],
)
def test_the_tab_key_reaches_every_control_is_seen_and_comes_round(windows, path):
    window = windows(**LIGHT).open(path)
    # Streamlit measures its navigation before it draws the links, later than the page when slow.
    expect(window.page.get_by_test_id("stTopNavLink")).to_have_count(len(PAGES_SHOWN))
    expect(window.page.get_by_test_id("stTopNavSection")).to_have_count(0)
    window.page.evaluate("document.activeElement.blur()")
    window.page.evaluate(WATCH)
    for _ in range(400):
        window.page.keyboard.press("Tab")
        if window.page.evaluate(HERE) and window.page.evaluate("window.reached.size") > 1:
            break
    else:
        pytest.fail("the keyboard does not come round")
    assert window.page.evaluate(MISSED) == []
    assert window.page.evaluate("window.dim") == []


def test_the_first_tab_leads_past_the_navigation(browse):
    window = browse("/gaps")
    assert window.page.locator("html").get_attribute("lang") == "id"
    window.page.keyboard.press("Tab")
    link = window.page.get_by_role("link", name="Langsung ke isi")
    assert link.is_visible()
    assert link.bounding_box()["y"] >= 0
    window.page.keyboard.press("Enter")
    assert window.page.evaluate("document.activeElement.tagName") == "H1"
    assert window.page.url.endswith("/gaps")


def test_streamlit_s_own_names_are_indonesian(windows):
    window = windows(**LIGHT).open("/sources?part=Impor")
    window.page.wait_for_timeout(500)
    names = window.page.locator("[aria-label]").evaluate_all(
        "all => all.map(e => e.getAttribute('aria-label'))"
    )
    english = ("Help", "Open", "App pages", "Sidebar", "file upload", "Link to heading")
    assert "Halaman aplikasi" in names
    assert not [name for name in names if name.startswith(english)]


def test_what_scrolls_sideways_on_a_phone_takes_the_focus_and_arrows_move_it(windows):
    window = windows(**DARK_PHONE).open("/sources?part=Aturan")
    place = window.page.locator("[data-scrolls=sideways]").first
    place.wait_for(timeout=15_000)
    place.focus()
    window.page.keyboard.press("ArrowRight")
    window.page.wait_for_function("document.activeElement.scrollLeft > 0")
