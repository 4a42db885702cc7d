"""The page Bagaimana jika, as a user plays with it."""

import io
import re

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

import queries
from pages.parts import documents, whatif_tables, words
from queries import steps
from tests.conftest import SIMULATED
from tests.test_pages import leftovers, said
from tests.test_scenario import CODES, bench

__all__ = ["bench"]

YEARS = ["2025", "2026"]
LINK = "naik.35.3.semua_baru.20.10_isi.04.40"


@pytest.fixture
def scenario(simulated, visit):
    """Opens the page on the made-up data: scenario("Tapin", steps="…")."""

    def opened(regency: str = "Tanah Bumbu", year: str = "2026", **address: str) -> AppTest:
        app = visit("scenario", regency=regency, year=year, dataset=SIMULATED, **address)
        assert not app.exception
        return app

    return opened


def press(app: AppTest, button: str) -> AppTest:
    """By its label or, where it has none, its key."""
    (found,) = [one for one in app.button if button in (one.label, one.key)]
    assert not found.disabled
    found.click().run()
    assert not app.exception
    assert not app.error
    return app


def standing(app: AppTest) -> str:
    """The steps as the page holds them."""
    return app.text_input(key="steps").value or ""


def listed(app: AppTest) -> list[str]:
    """The steps as the page tells them."""
    return [one.value for one in app.markdown if re.match(r"\d+\. ", one.value)]


def score(app: AppTest) -> float:
    """The index at the end of the scenario, from the title."""
    (told,) = re.findall(r"indeks (?:\S+ menjadi )?(\d+,\d\d)", app.title[0].value)
    return float(told.replace(",", "."))


def columns(app: AppTest) -> list[str]:
    return list(app.table[0].value.columns)


# — Every government


@pytest.mark.parametrize("year", YEARS)
def test_the_page_runs_for_every_government_of_the_simulation(scenario, year):
    app = scenario(year=year, steps=LINK)
    for code in CODES:
        app.selectbox(key="regency").select(code).run()
        assert not app.exception
        assert not app.error
        assert re.search(r": indeks \d+,\d\d", app.title[0].value)
        assert leftovers(app) == []
        assert any(words.SIMULATED in warning.value for warning in app.warning)


@pytest.mark.parametrize("year", YEARS)
def test_published_facts_lead_on_to_the_simulation_for_every_government(visit, simulated, year):
    app = visit("scenario", year=year)
    for code in CODES:
        app.selectbox(key="regency").select(code).run()
        assert not app.exception
        assert app.title[0].value.endswith("bagaimana jika …?")
        assert any("tidak diterbitkan untuk umum" in info.value for info in app.info)
        assert leftovers(app) == []
    press(app, "Pakai data simulasi")
    assert "indeks" in app.title[0].value
    assert columns(app) == ["", "Sekarang"]
    assert any(words.SIMULATED in warning.value for warning in app.warning)


def test_a_government_that_reported_nothing_can_be_played_with(scenario, simulated):
    nothing = queries.ask(simulated, "scores", year=2025).iloc[-1]
    app = scenario(nothing["name"], "2025", steps="naik.9.3.semua_isi.01.60_lepas.3")
    assert score(app) > 0
    assert any("Tidak Dapat Dinilai" in text for text in said(app))
    assert len(listed(app)) == 3
    for kind in ["naik", "tiru", "baru", "isi", "lepas", "aturan"]:
        app.selectbox(key="kind").select(kind).run()
        assert not app.exception
        assert leftovers(app) == []


# — A link


def test_a_link_shows_its_steps_its_name_and_what_it_is_compared_with(scenario):
    app = scenario(steps=LINK, name="Fokus video", b="Lain!naik.16.3.semua", c="!baru.1.40")
    assert re.search(r"indeks 36,\d\d menjadi \d+,\d\d \(.\d+,\d\d\) dengan 3 langkah",
                     app.title[0].value)  # fmt: skip
    assert [text[:12] for text in listed(app)] == ["1. Naikkan 3", "2. Tambah 20", "3. Isi urusa"]
    assert columns(app) == ["", "Sekarang", "A\\: Fokus video", "B\\: Lain", "C\\: tanpa nama"]
    assert standing(app) == LINK


def test_without_steps_the_page_says_what_to_do(scenario):
    app = scenario()
    assert any("Belum ada langkah" in text for text in said(app))
    assert columns(app) == ["", "Sekarang"]


@pytest.mark.parametrize("piece", ["naik.16.4.semua", "omong", "tiru.tidak-ada.40", "isi.12.40"])
def test_what_cannot_be_played_is_named_and_skipped(scenario, piece):
    app = scenario(steps=f"baru.1.40_{piece}")
    assert any(words.escape(piece) in warning.value for warning in app.warning)
    assert len(listed(app)) == 1
    assert leftovers(app) == []


def test_hostile_words_in_a_link_are_only_letters(scenario):
    hostile = "<script>alert(1)</script> **x** [a](http://b) $1$ :red[y]"
    app = scenario(steps=f"{hostile}_baru.1.40", name=hostile[:60], b=f"{hostile}!baru.1.40")
    told = [text for text in said(app) if "script" in text]
    assert len(told) == 3
    for text in told:
        bare = re.sub(r"\\.", "", text)
        assert not re.search(r"[<>*\[\]$]", bare), text
    assert score(app) > 0


def test_steps_stay_while_other_pages_are_looked_at(scenario):
    app = scenario(steps="baru.3.40")
    app.switch_page("../gaps.py").run()
    app.switch_page("../scenario.py").run()
    assert standing(app) == "baru.3.40"
    assert len(listed(app)) == 1


# — What a step brings


def test_a_step_that_costs_points_is_warned_about_and_says_why(scenario):
    app = scenario("Tabalong", steps="naik.35.3.semua_baru.20.10")
    first, second = listed(app)
    assert "▲ **+" in first
    assert "▼ **−" in second
    assert "Rata-rata kematangan turun dari" in second
    assert any("Langkah 2 menurunkan indeks" in warning.value for warning in app.warning)


def test_a_lost_count_score_is_named_as_the_reason(scenario, simulated):
    (sector,) = set(queries.ask(simulated, "sectors").query("basic")["sector_id"]) - covered(
        simulated, "6303"
    )
    app = scenario("Banjar", steps="aturan.2027-prognosis")
    (told,) = listed(app)
    assert "Skor jumlah hilang: 5 urusan pelayanan dasar dilaporkan" in told
    assert "aturan 2027 meminta sekurangnya 6" in told
    app = scenario("Banjar", steps=f"aturan.2027-prognosis_isi.{sector}.75")
    assert not any("Langkah 2" in warning.value for warning in app.warning)


def covered(db, code: str) -> set[str]:
    own = queries.ask(db, "own_levels", code=code, year=2026)
    return set(own["sector_id"].dropna())


def test_a_step_that_changes_nothing_says_so(scenario):
    app = scenario(steps="naik.35.3.semua_naik.35.3.semua")
    assert "tidak mengubah indeks: tidak ada yang perlu dinaikkan" in listed(app)[1]


# — Buttons


@pytest.mark.parametrize(("kind", "written"), [
    ("naik", r"naik\.\S+"), ("tiru", r"tiru\.63[a-z0-9-]+\.\d+"), ("baru", r"baru\.5\.\d+"),
    ("isi", r"isi\.0\d\.\d+"), ("lepas", r"lepas\.1"), ("aturan", r"aturan\.2027-prognosis"),
])  # fmt: skip
def test_every_kind_of_step_can_be_added(scenario, kind, written):
    app = scenario(steps="baru.2.40")
    app.selectbox(key="kind").select(kind).run()
    assert all(type(one.value) is int for one in app.number_input)  # others show a point
    press(app, "Tambahkan langkah")
    assert re.fullmatch(rf"baru\.2\.40_{written}", standing(app))
    assert len(listed(app)) == 2
    assert leftovers(app) == []


def test_the_next_missing_basic_service_is_offered_first(scenario, simulated):
    name, missing = simulated.execute("""
        select name, missing_sectors
        from index_result
        join regency using (code)
        where ruleset = '2026' and year = 2026
        order by len(missing_sectors) desc, code
    """).fetchone()
    app = scenario(name)
    app.selectbox(key="kind").select("isi").run()
    for sector_id in missing.split()[:2]:
        (offered,) = [one for one in app.selectbox if one.label == "Urusan pelayanan dasar"]
        assert offered.value == sector_id
        press(app, "Tambahkan langkah")
    assert len(listed(app)) == 2


def test_a_full_scenario_takes_no_more_and_says_so(scenario):
    app = scenario(steps="_".join(["baru.1.40"] * steps.MOST_STEPS))
    (add,) = [one for one in app.button if one.label == "Tambahkan langkah"]
    assert add.disabled
    assert any("penuh" in text for text in said(app))


def test_a_suggestion_too_long_for_the_address_is_not_put_there(scenario):
    full = "_".join(["lepas.1"] * steps.MOST_STEPS)
    app = press(scenario("Tapin", steps=full), "Sarankan")
    assert standing(app) == full
    assert any("terlalu panjang" in info.value for info in app.info)


def test_named_innovations_can_be_raised_and_left_out(scenario, simulated):
    own = queries.ask(simulated, "own_levels", code="6310", year=2026)["innovation_id"].tolist()
    app = scenario()
    app.selectbox(key="kind").select("lepas").run()
    app.button_group(key="which").select("pilihan").run()
    assert next(one for one in app.button if one.label == "Tambahkan langkah").disabled
    app.multiselect(key="some").select(own[0]).select(own[1]).run()
    press(app, "Tambahkan langkah")
    assert standing(app) == f"lepas.{own[0]}~{own[1]}"
    assert listed(app)[0].startswith("1. Lepas ")


def test_a_step_can_be_taken_out_and_moved_up(scenario):
    app = scenario(steps="baru.1.40_lepas.2_naik.9.3.semua")
    press(app, "up2")
    assert standing(app) == "baru.1.40_naik.9.3.semua_lepas.2"
    press(app, "up1")
    assert standing(app) == "naik.9.3.semua_baru.1.40_lepas.2"
    press(app, "out1")
    assert standing(app) == "naik.9.3.semua_lepas.2"
    press(app, "Kosongkan langkah")
    assert standing(app) == ""
    assert listed(app) == []


def test_a_scenario_can_be_kept_swapped_and_forgotten(scenario):
    app = scenario(steps="baru.1.40", name="Satu")
    press(app, "Simpan sebagai pembanding")
    assert app.text_input(key="b").value == "Satu!baru.1.40"
    app.text_input(key="steps").input("lepas.2").run()
    app.text_input(key="name").input("Dua!").run()
    press(app, "Tukar dengan B")
    assert (app.text_input(key="name").value, standing(app)) == ("Satu", "baru.1.40")
    assert app.text_input(key="b").value == "Dua !lepas.2"
    assert columns(app) == ["", "Sekarang", "A\\: Satu", "B\\: Dua "]
    press(app, "Hapus pembanding")
    assert columns(app) == ["", "Sekarang", "A\\: Satu"]


def test_with_nothing_kept_as_b_there_is_nothing_to_swap(scenario):
    app = scenario(steps="baru.1.40", b="Kosong!", c="Tiga!lepas.2")
    (swap,) = [one for one in app.button if one.label == "Tukar dengan B"]
    assert swap.disabled


# — The suggestion


@pytest.mark.parametrize(("outcomes", "new"), [(False, True), (True, False)])
def test_the_suggestion_reaches_the_next_band(scenario, outcomes, new):
    app = scenario()
    assert any("Kurang Inovatif" in text for text in said(app))
    app.checkbox(key="outcomes").set_value(outcomes)
    app.checkbox(key="allow_new").set_value(new).run()
    press(app, "Sarankan")
    assert score(app) >= 40.01
    assert any("menjadi **Inovatif**" in text for text in said(app))
    assert any("Inovatif tercapai dengan" in info.value for info in app.info)
    assert ("baru." in standing(app)) <= new
    assert leftovers(app) == []


def test_a_suggestion_goes_on_from_the_steps_there_are(scenario):
    app = press(scenario(steps="lepas.3"), "Sarankan")
    assert standing(app).startswith("lepas.3_")
    assert score(app) >= 40.01


def test_what_cannot_be_reached_is_said(scenario):
    app = scenario(steps="lepas.500")
    app.checkbox(key="allow_new").set_value(False).run()
    press(app, "Sarankan")
    assert any("tidak tercapai dengan pilihan ini" in info.value for info in app.info)
    assert standing(app) == "lepas.500"


def test_at_the_highest_band_there_is_nothing_to_suggest(scenario):
    app = scenario("Tabalong")
    assert any("Predikat tertinggi sudah tercapai" in text for text in said(app))
    assert not [one for one in app.button if one.label == "Sarankan"]


# — To take away


def workbook(simulated, bench, code: str, link: str, name: str) -> openpyxl.Workbook:
    one = bench(code, 2026)
    outcome, beside = one.play(link, name), {"B": one.play("baru.1.40", "=1+1")}
    about = queries.ask(simulated, "about").iloc[0]
    content = documents.scenario_workbook(
        whatif_tables.steps(one, outcome),
        whatif_tables.to_take_away(one, outcome, beside),
        "Judul",
        about,
    )
    return openpyxl.load_workbook(io.BytesIO(content))


@pytest.mark.parametrize("code", CODES)
def test_the_workbook_has_three_sheets_that_say_what_data_it_is(simulated, bench, code):
    book = workbook(simulated, bench, code, LINK, "=HYPERLINK(1)")
    assert book.sheetnames == ["Langkah", "Sebelum dan sesudah", "Asal data"]
    for sheet in book.worksheets:
        told = [cell.value for row in sheet.iter_rows() for cell in row]
        assert any(words.SIMULATED in str(value) for value in told)
        assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)


def test_the_workbook_holds_numbers_as_numbers(simulated, bench):
    steps = workbook(simulated, bench, "6310", LINK, "Satu")["Langkah"]
    heading, *rows = steps.iter_rows(values_only=True)
    assert heading[:3] == ("Nomor", "Langkah", "Poin indeks")
    assert [row[0] for row in rows] == [1, 2, 3]
    for row in rows:
        numbers = [value for name, value in zip(heading, row, strict=True)
                   if name not in ("Langkah", "Data")]  # fmt: skip
        assert all(isinstance(value, int | float) for value in numbers)
    states = workbook(simulated, bench, "6310", LINK, "Satu")["Sebelum dan sesudah"]
    assert [row[0].value for row in states.iter_rows(min_row=2)] == [
        "Sekarang", "A: Satu", "B: =1+1",
    ]  # fmt: skip
    assert all(isinstance(row[1].value, float) for row in states.iter_rows(min_row=2))
    points = sum(row[2] for row in rows)
    after = bench("6310", 2026).play(LINK).after["score"]
    assert points == pytest.approx(after.iloc[-1] - after.iloc[0], abs=3e-4)
