"""The picture of a chart: what it is called and what stands around the chart in it."""

import dataclasses
import json
import re

import pytest

from pages.parts import access, share_picture, words
from tests.conftest import PAGES, SIMULATED

VIEW = access.View(
    dataset="terbitan",
    year=None,
    code="6310",
    name="Tanah Bumbu",
    short_name="Tanah Bumbu",
    kind="Kabupaten",
    sector=None,
    sector_name=None,
    dark=False,
    simulated=False,
    data_year=2026,
)
MADE_UP = dataclasses.replace(VIEW, dataset="simulasi", year=2026, simulated=True)


def pictures(app) -> list[dict]:
    """What each chart's buttons were given."""
    return [json.loads(one.proto.json) for one in app.get("bidi_component") if is_picture(one)]


def is_picture(one) -> bool:
    return one.proto.component_name == "share_picture"


@pytest.mark.parametrize(
    ("key", "view", "name"),
    [
        ("spine", MADE_UP, "kesenjangan-baris-tanah-bumbu-2026-simulasi"),
        ("map", VIEW, "ringkasan-peta-tanah-bumbu-terakhir-terbitan"),
        ("not named yet!", VIEW, "not-named-yet-tanah-bumbu-terakhir-terbitan"),
    ],
)
def test_a_picture_is_called_by_page_figure_government_year_and_dataset(key, view, name):
    assert share_picture.file_name(key, view) == name


def test_what_was_chosen_stands_in_the_picture():
    assert share_picture.seen(VIEW) == "Kabupaten Tanah Bumbu · terakhir diketahui"
    chosen = dataclasses.replace(MADE_UP, sector="kesehatan", sector_name="Kesehatan")
    assert share_picture.seen(chosen) == "Kabupaten Tanah Bumbu · 2026 · Kesehatan"


@pytest.mark.parametrize("page", [*PAGES, "ledger"])
def test_every_chart_has_its_picture_with_finding_source_and_name(visit, published, page):
    app = visit(page)
    told = pictures(app)
    assert len(told) == len(app.get("plotly_chart"))
    for one in told:
        assert one["chart"] in share_picture.FIGURES
        assert one["told"]
        assert one["mark"] == ""
        assert one["source"].startswith("Sumber: ")
        assert re.search(r"\d+ \w+ 20\d\d", one["source"])


@pytest.mark.parametrize(
    ("page", "more"),
    [
        ("overview", {}),
        ("gaps", {}),
        ("scenario", {"steps": "naik.35.3.semua"}),
        ("candidates", {"look": "Siapa belajar dari siapa"}),
    ],
)
def test_a_picture_of_the_simulation_carries_the_words(visit, simulated, page, more):
    app = visit(page, dataset=SIMULATED, **more)
    told = pictures(app)
    assert len(told) == len(app.get("plotly_chart")) > 0
    for one in told:
        assert one["mark"] == words.SIMULATED
        assert one["file"].endswith("-simulasi")
        assert one["chart"] in share_picture.FIGURES
        assert "Klik" not in one["legend"]


def test_the_signs_of_a_chart_are_told_in_its_picture(visit, simulated):
    legends = {one["chart"]: one["legend"] for one in pictures(visit("gaps", dataset=SIMULATED))}
    assert "median pembanding" in legends["spine"]
    assert "▼ di bawah" in legends["rug"]
    assert legends["index"] == ""
