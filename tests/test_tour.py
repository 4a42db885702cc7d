"""The tour: offered to a newcomer, never over a link to a view, from score to cooperation."""

import pytest
from streamlit.testing.v1 import AppTest

from pages.parts import tour, tour_steps

OFFER = "Tur singkat, 1 menit"


def labels(app: AppTest) -> list[str]:
    return [button.label for button in app.button]


def press(app: AppTest, label: str) -> AppTest:
    next(button for button in app.button if button.label == label).click()
    return app.run()


def told(app: AppTest) -> str:
    """What the step in view says; nothing without one."""
    return next((one.value for one in app.markdown if one.value.startswith(":small[Tur ")), "")


@pytest.fixture
def newcomer(visit, published, simulated) -> AppTest:
    return visit()


def test_a_newcomer_on_the_start_page_is_offered_the_tour_and_it_does_not_begin(newcomer):
    assert OFFER in labels(newcomer)
    assert not told(newcomer)


@pytest.mark.parametrize("address", [{"regency": "Tabalong"}, {"layer": "Predikat"}])
def test_a_link_to_a_view_shows_the_view_and_no_offer(visit, published, simulated, address):
    app = visit(**address)
    assert OFFER not in labels(app)
    assert "Tur singkat" in labels(app)


def test_another_page_makes_no_offer_but_has_the_tour_at_its_foot(visit, published, simulated):
    app = visit("sources")
    assert OFFER not in labels(app)
    assert "di mana posisi kita?" in told(press(app, "Tur singkat")).lower()


def test_turned_down_it_is_not_offered_again_and_the_browser_is_told(newcomer):
    app = press(newcomer, "Tidak perlu")
    assert OFFER not in labels(app)
    assert tour.SEEN in app.session_state
    assert [one for one in app.get("bidi_component") if one.proto.component_name.endswith("tour")]


def test_a_browser_that_remembers_is_offered_nothing(visit, published, simulated, monkeypatch):
    monkeypatch.setattr(tour, "remembered", lambda: True)
    assert OFFER not in labels(visit())


def test_it_leads_from_the_score_to_the_leadership_and_back(visit, published, simulated):
    app = visit(dataset="Simulasi (rekaan)")
    app = press(app, "Tur singkat")
    for place, step in enumerate(tour_steps.STEPS):
        assert not app.exception
        assert told(app).startswith(f":small[Tur {place + 1} dari 6 · {step.title}]")
        last = place + 1 == len(tour_steps.STEPS)
        app = press(app, "Selesai" if last else f"Lanjut: {tour_steps.STEPS[place + 1].title}")
    assert not told(app)


def test_every_step_has_its_page_below_it(newcomer):
    app = press(newcomer, OFFER)
    app = press(app, "Lanjut: Kesenjangan")
    assert app.title[0].value.startswith("Tanah Bumbu")
    assert "kesenjangan terbesar" in app.title[0].value
    app = press(app, "Kembali")
    assert "Peta menunjukkan" in [one.label for one in app.selectbox]


def test_away_from_the_page_of_the_step_a_link_leads_back(newcomer):
    app = press(newcomer, OFFER)
    app.switch_page("../sources.py").run()
    assert told(app)
    assert "Buka Ringkasan" in [one.proto.label for one in app.get("page_link")]


@pytest.mark.parametrize("dataset", ["Terbitan (bersumber)", "Simulasi (rekaan)"])
@pytest.mark.parametrize("regency", ["Tanah Bumbu", "Banjarmasin"])
def test_every_finding_is_about_the_regency_in_view(visit, published, simulated, dataset, regency):
    app = visit(regency=regency, dataset=dataset)
    app = press(app, "Tur singkat")
    found = []
    for step in tour_steps.STEPS[1:]:
        found.append(told(app))
        app = press(app, f"Lanjut: {step.title}")
    found.append(told(app))
    assert regency in found[0]
    assert "nan" not in " ".join(found).lower().split()
    assert "None" not in " ".join(found)
    assert ("belum dapat dihitung" in found[3]) == (dataset == "Terbitan (bersumber)")


def test_closed_it_is_gone_from_every_page(newcomer):
    app = press(press(newcomer, OFFER), "Tutup tur")
    assert not told(app)
    app.switch_page("../gaps.py").run()
    assert not told(app)
