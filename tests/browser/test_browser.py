"""The app in a real browser, as a planner opens it."""

import gzip
import json
import re
import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Watched, running

SIMULATED = "dataset=Simulasi+(rekaan)"
STEPS = "naik.35.3.semua_baru.2.20"
SCENARIO = f"/scenario?{SIMULATED}&regency=Banjar&steps={STEPS}&name=Video+dulu"
SHORTLIST = "/candidates?sector=Kesehatan"
PAGES = ["/", "/gaps", "/candidates", "/ledger", "/sources", f"/gaps?{SIMULATED}", SCENARIO]
AREAS = ".choroplethlayer path"


def test_the_first_deep_link_on_a_fresh_server_shows_what_it_names(browse, built):
    with running(built) as fresh:
        window = browse("/gaps?regency=Tabalong&year=2024", at=fresh)
        assert window.title().startswith("Tabalong:")
        assert "Kesenjangan" in window.page.locator("[aria-current=page]").first.inner_text()
        assert "year=2024" in window.page.url


def test_the_first_start_builds_the_database_and_says_so(chromium, tmp_path):
    with running(tmp_path / "db") as fresh:
        page = chromium.new_page()
        page.add_init_script(
            "window.seen = [];"
            "new MutationObserver(() => window.seen.push(document.body.innerText))"
            ".observe(document, {subtree: true, childList: true, characterData: true})"
        )
        page.goto(fresh)
        page.locator("h1").wait_for(timeout=30_000)
        seen = "\n".join(page.evaluate("window.seen"))
        page.close()
    assert "Menyiapkan basis data" in seen or "Membaca published/" in seen
    assert len(list((tmp_path / "db").glob("terbitan-*.duckdb"))) == 1


@pytest.fixture(scope="module")
def home(planner, server):
    """The first page, opened once for those who only look."""
    window = Watched(planner, server).open()
    yield window
    window.page.close()


def test_the_words_stand_before_any_chart(home):
    home.page.locator("table").first.wait_for(timeout=15_000)
    order = home.page.evaluate(
        "[...document.querySelectorAll('h1, table, .js-plotly-plot')].map(e => e.tagName)"
    )
    assert order[0] == "H1"
    assert "TABLE" in order


def test_the_map_draws_thirteen_governments_with_their_names(home):
    home.page.locator(AREAS).first.wait_for(state="attached", timeout=20_000)
    assert home.page.locator(AREAS).count() == 13
    assert home.page.locator(".scattergeo text", has_text="Tanah Bumbu").count() == 1


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_a_click_on_the_map_chooses_the_regency(browse, dark):
    window = browse(dark=dark)
    area = window.page.locator(".scattergeo text", has_text="Kotabaru").first
    area.wait_for(timeout=20_000)
    box = area.bounding_box()
    window.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] + 6)
    window.page.locator("h1", has_text="Kotabaru").wait_for(timeout=15_000)
    window.settled()
    assert "regency=Kotabaru" in window.page.url
    again = window.page.locator(".scattergeo text", has_text="Tapin").first.bounding_box()
    window.page.mouse.click(again["x"] + 4, again["y"] + again["height"] + 4)
    window.page.locator("h1", has_text="Tapin").wait_for(timeout=15_000)


def sticks_out(page) -> int:
    """By how many pixels the widest part of a page is wider than its window."""
    return page.evaluate(
        "Math.max(document.documentElement.scrollWidth - innerWidth,"
        " ...['stMain', 'stMainBlockContainer']"
        ".flatMap(id => [...document.querySelectorAll(`[data-testid=${id}]`)])"
        ".map(e => e.scrollWidth - e.clientWidth))"
    )


@pytest.mark.parametrize("path", [*PAGES, "/sources?part=Aturan", "/sources?part=Metode"])
def test_nothing_leaves_the_machine_or_complains_or_scrolls_sideways(browse, path):
    window = browse(path)
    for width, height in [(1366, 768), (390, 844)]:
        window.page.set_viewport_size({"width": width, "height": height})
        window.page.wait_for_timeout(800)
        assert sticks_out(window.page) <= 0
    assert window.outside == []
    assert window.complaints == []


def test_a_scenario_link_reopens_the_scenario_on_a_fresh_server(browse, built):
    with running(built) as fresh:
        window = browse(f"{SCENARIO}&b=Lain!lepas.1", at=fresh)
        assert re.match(
            r"Banjar: indeks [\d,]+ menjadi [\d,]+ \(.*\) dengan 2 langkah", window.title()
        )
        for told in ("Naikkan 35 Video inovasi", "B: Lain", "Video dulu", "DATA SIMULASI"):
            window.page.get_by_text(told).first.wait_for(timeout=15_000)
        window.page.locator(".waterfalllayer").first.wait_for(state="attached", timeout=20_000)


def test_steps_are_added_suggested_and_kept_while_one_looks_elsewhere(browse):
    window = browse(f"/scenario?{SIMULATED}&regency=Banjar")
    window.page.get_by_role("button", name="Tambahkan langkah").click()
    window.page.locator("h1", has_text="dengan 1 langkah").wait_for(timeout=15_000)
    assert "steps=naik." in window.page.url
    assert window.page.get_by_label("Clear value").count() == 0
    window.page.get_by_role("button", name="Sarankan").click()
    window.page.get_by_text("tercapai dengan").wait_for(timeout=15_000)
    window.settled()
    title, link = window.title(), window.page.url
    window.page.get_by_role("link", name="Ringkasan").first.click()
    window.page.locator("h1", has_text="Banjar: skor").wait_for(timeout=15_000)
    window.page.get_by_role("link", name="Bagaimana jika").first.click()
    window.page.locator("h1", has_text="langkah").wait_for(timeout=15_000)
    window.settled()
    assert (window.title(), window.page.url) == (title, link)


@pytest.mark.parametrize("chart", ["spine", "rug"])
def test_a_click_on_a_row_of_a_chart_tells_of_that_row(browse, chart):
    window = browse(f"/gaps?{SIMULATED}")
    mark = window.page.locator(f".st-key-{chart} .points path").last
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    window.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(window.page).to_have_url(re.compile("indicator="), timeout=15_000)
    window.settled()
    row = window.page.get_by_role("combobox", name="Rincian baris").input_value()
    told = window.page.locator("#rincian").inner_text()
    assert told.strip() == row


def test_a_click_in_the_matrix_lists_what_one_can_learn_from_the_other(browse):
    window = browse("/candidates?look=Siapa+belajar+dari+siapa&award=Provinsi", width=390)
    cell = window.page.locator(".st-key-learning .points path").first
    cell.scroll_into_view_if_needed(timeout=20_000)
    assert sticks_out(window.page) <= 0
    box = cell.bounding_box()
    window.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(window.page).to_have_url(re.compile("origin="), timeout=15_000)
    window.settled()
    assert "award=" not in window.page.url
    assert "kandidat replikasi" in window.title()
    window.page.get_by_role("button", name="Bandingkan", exact=True).first.click()
    window.page.get_by_role("button", name="Buka perbandingan").click()
    window.page.get_by_role("heading", name="Ringkas").wait_for(timeout=15_000)
    window.settled()
    assert sticks_out(window.page) <= 0
    assert "compare=" in window.page.url
    assert window.complaints == []


def test_the_published_facts_lead_on_to_the_simulation(browse):
    window = browse("/scenario")
    window.page.get_by_role("button", name="Pakai data simulasi").click()
    window.page.get_by_text("DATA SIMULASI").first.wait_for(timeout=15_000)
    window.settled()
    assert "dataset=Simulasi" in window.page.url


def test_the_controls_start_near_the_top(home):
    box = home.page.get_by_text("Daerah", exact=True).first.bounding_box()
    assert box["y"] < 90


def test_choices_stay_in_the_address_from_page_to_page(browse):
    window = browse("/?regency=Balangan&year=2025")
    window.page.get_by_role("link", name="Kesenjangan").first.click()
    window.page.locator("h1", has_text="kesenjangan").wait_for(timeout=15_000)
    address = re.compile("/gaps.*regency=Balangan.*year=2025")
    expect(window.page).to_have_url(address, timeout=15_000)
    window.settled()
    assert window.title().startswith("Balangan")


def test_a_regency_is_chosen_with_the_keyboard_alone(browse):
    window = browse()
    box = window.page.get_by_role("combobox", name="Daerah")
    box.focus()
    window.page.keyboard.type("Barito")
    window.page.keyboard.press("Enter")
    window.page.locator("h1", has_text="Barito Kuala").wait_for(timeout=15_000)


FIRST_BYTES = {"CSV": b"\xef\xbb\xbfNomor", "XLSX": b"PK"}


@pytest.mark.parametrize(
    ("path", "file", "labels"),
    [
        (SHORTLIST, "kandidat-tanah-bumbu", ["CSV", "XLSX"]),
        (f"/gaps?{SIMULATED}", "kesenjangan-tanah-bumbu", ["CSV", "XLSX"]),
        (SCENARIO, "skenario-banjar", ["XLSX"]),
    ],
)
def test_a_file_is_made_when_its_button_is_pressed(browse, path, file, labels):
    window = browse(path)
    for label in labels:
        with window.page.expect_download(timeout=20_000) as waiting:
            window.page.get_by_role("button", name=label).click()
        assert waiting.value.suggested_filename == f"{file}.{label.lower()}"
        assert Path(waiting.value.path()).read_bytes().startswith(FIRST_BYTES[label])


def test_health_answers_and_answers_are_compressed(server):
    with urllib.request.urlopen(f"{server}/health") as answer:
        health = json.load(answer)
    assert health["status"] == "baik"
    request = urllib.request.Request(server, headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(request) as answer:
        assert answer.headers["Content-Encoding"] == "gzip"


def fetched(address: str, **headers: str) -> tuple[int, dict, bytes]:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    request = urllib.request.Request(address, headers=named)
    with urllib.request.urlopen(request) as answer:
        named = {name.lower(): value for name, value in answer.headers.items()}
        return answer.status, named, answer.read()


def a_script(server: str) -> str:
    page = fetched(server)[2].decode()
    return f"{server}/{re.search(r'static/js/index[^<>]*?[.]js', page)[0]}"


def test_files_of_the_app_are_soon_compressed_harder_and_stay_what_they_are(server):
    script = a_script(server)
    _, _, plain = fetched(script)
    _, headers, quick = fetched(script, Accept_Encoding="gzip, deflate")
    hard = quick
    for _ in range(50):
        hard = fetched(script, Accept_Encoding="gzip, deflate")[2]
        if len(hard) < len(quick):
            break
        time.sleep(0.1)
    assert headers["content-encoding"] == "gzip"
    assert "immutable" in headers["cache-control"]
    assert len(hard) < len(quick) < len(plain)
    assert gzip.decompress(quick) == gzip.decompress(hard) == plain


def test_a_browser_that_weighs_encodings_or_has_the_file_is_answered_as_it_asks(server):
    script = a_script(server)
    _, refused, _ = fetched(script, Accept_Encoding="gzip;q=0")
    assert "content-encoding" not in refused
    with pytest.raises(urllib.error.HTTPError, match="304"):
        fetched(script, If_None_Match=refused["etag"])
    status, _, part = fetched(script, Range="bytes=0-9")
    assert (status, len(part)) == (206, 10)


def test_many_first_visits_at_once_get_the_same_file(server):
    script = a_script(server)
    with ThreadPoolExecutor(8) as visitors:
        found = list(visitors.map(lambda _: fetched(script, Accept_Encoding="gzip"), range(16)))
    assert len({gzip.decompress(body) for _, _, body in found}) == 1


def test_the_map_is_given_an_empty_world(server):
    with urllib.request.urlopen(f"{server}/topo/world_110m.json") as answer:
        world = json.load(answer)
    assert world["type"] == "Topology"
    assert all(layer["geometries"] == [] for layer in world["objects"].values())


def test_an_address_that_does_not_exist_says_so_without_breaking(server):
    with pytest.raises(urllib.error.HTTPError, match=r"40[04]"):
        urllib.request.urlopen(f"{server}/topo/../../etc/passwd")
    with urllib.request.urlopen(f"{server}/health") as answer:
        assert answer.status == 200


def test_data_that_cannot_be_built_is_told_once_in_indonesian(chromium, tmp_path):
    (tmp_path / "file").write_text("in the way")
    with running(tmp_path / "file" / "db") as broken:
        page = chromium.new_page()
        page.goto(broken)
        alert = page.get_by_role("alert").first
        alert.wait_for(timeout=30_000)
        told = alert.inner_text()
        page.wait_for_timeout(500)
        assert page.get_by_role("alert").count() == 1
        page.close()
    assert "tidak dapat ditulis" in told
    assert "Perbaikan" in told
    assert "Traceback" not in told
