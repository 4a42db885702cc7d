"""The PDFs of a briefing: one page stays one, the report has its chapters, both say what is so."""

import dataclasses
import io
import re
from functools import cache, partial

import pandas as pd
import pypdf
import pytest

import queries
from pages.parts import (
    brief_content,
    brief_map,
    brief_pdf,
    brief_pdf_bar,
    brief_report_history,
    brief_scenario,
    brief_standing,
    words,
)
from tests import briefs, toy

HOSTILE = '#read("/etc/passwd") $x^2$ @label *tebal* // \\ `kode` <b>&amp; #import "x": *'
LONG = "PELAYANANTERPADUSATUPINTU" * 30
BOTH = ("published", "simulated")
CHAPTERS = [
    "1. Ringkasan",
    "2. Profil",
    "3. Peta",
    "4. Pembanding dan kesenjangan",
    "5. Kandidat replikasi",
    "6. Bagaimana jika",
    "7. Kerja sama",
    "8. Metode",
    "9. Sumber",
]


@pytest.fixture(scope="module")
def tanah_bumbu(published):
    return briefs.of(published, "6310", note="Rapat Selasa.", cooperations=2)


@pytest.fixture(scope="module")
def made_up(simulated):
    return briefs.of(simulated, "6310")


@pytest.fixture(scope="module")
def page(tanah_bumbu):
    return read(brief_pdf.one_page(tanah_bumbu))


@pytest.fixture(scope="module")
def report(tanah_bumbu):
    return read(brief_pdf.report(tanah_bumbu))


@pytest.fixture(scope="module")
def played(made_up, simulated):
    return brief_scenario.closing(partial(queries.ask, simulated), made_up)


@pytest.fixture(scope="module")
def made_up_report(made_up, played):
    return read(brief_pdf.report(made_up, played))


def read(content: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(content))


def squeezed(text: str) -> str:
    """Without the spaces, and the places where a long word may break."""
    return re.sub(r"[\s\u200b]", "", text)


@cache
def told(reader: pypdf.PdfReader) -> str:
    return squeezed(" ".join(page.extract_text() for page in reader.pages))


def shown(text: str, reader: pypdf.PdfReader) -> bool:
    return squeezed(text) in told(reader)


# — One page


@pytest.mark.parametrize("code", ["6309", "6371", "6300"])
@pytest.mark.parametrize("dataset", BOTH)
def test_the_brief_is_one_page(request, dataset, code):
    brief = briefs.of(request.getfixturevalue(dataset), code)
    assert len(read(brief_pdf.one_page(brief)).pages) == 1


def test_the_page_says_what_the_briefing_says(page, tanah_bumbu):
    said = brief_content.content(tanah_bumbu)
    lines = [*said.gaps, *said.candidates, *said.cooperations]
    texts = [said.headline, said.remember, said.index, said.predicate, said.note, said.gaps_note]
    texts += [one.name for one in lines] + [one.worth for one in lines]
    texts += [value for _, value in said.scope]
    assert [text for text in texts if not shown(text, page)] == []


def test_every_publisher_of_the_page_stands_on_it_with_a_day(page, tanah_bumbu):
    publishers = brief_content.sources(tanah_bumbu)["publisher"].map(words.publisher)
    assert [one for one in publishers if not shown(f"{one} (24 November 2026)", page)] == []


def test_an_overfull_brief_stays_one_page_and_its_report_ten(simulated):
    full = overfull(briefs.of(simulated, "6310", cooperations=400))
    one_page, report = read(brief_pdf.one_page(full)), read(brief_pdf.report(full))
    assert len(one_page.pages) == 1
    assert shown("selengkapnya: tautan di bawah", one_page)
    assert len(report.pages) <= 10


def overfull(brief):
    """Very long names, and a note of a thousand letters, nearly each on a line of its own."""
    long = brief.ranked.assign(name=LONG, origin=LONG[:60])
    board = brief.board.assign(innovation=LONG)
    note = ("a\n" * 200) + ("kata " * 120)
    return dataclasses.replace(brief, ranked=long, board=board, note=note)


# — Both


def test_the_link_leads_back(page, report):
    for reader in (page, report):
        marks = [one.get_object() for part in reader.pages for one in part.annotations or []]
        assert briefs.LINK in {mark["/A"]["/URI"] for mark in marks if "/URI" in mark.get("/A", {})}


def test_simulated_data_is_marked_in_the_head_of_and_across_every_page(made_up, made_up_report):
    for reader in (read(brief_pdf.one_page(made_up)), made_up_report):
        counts = [page.extract_text().count(words.SIMULATED) for page in reader.pages]
        assert min(counts) >= 2


def test_published_data_is_not_called_simulated(page, report):
    assert "SIMULASI" not in told(page) + told(report)


@pytest.mark.parametrize("which", ["page", "report", "made_up_report"])
def test_the_file_is_for_screen_readers_and_archives(request, which):
    reader = request.getfixturevalue(which)
    root = reader.trailer["/Root"]
    assert (root["/Lang"], bool(root["/MarkInfo"]["/Marked"])) == ("id-ID", True)
    assert "Kabupaten Tanah Bumbu" in reader.metadata.title
    claims = root["/Metadata"].get_object().get_data().decode()
    assert "pdfuaid:part" in claims
    assert "pdfaid:part" in claims


@pytest.mark.parametrize("which", ["page", "report"])
def test_every_font_is_inside_the_file(request, which):
    fonts = {
        name: font.get_object()
        for page in request.getfixturevalue(which).pages
        for name, font in page["/Resources"]["/Font"].items()
    }
    inside = [
        font["/DescendantFonts"][0].get_object()["/FontDescriptor"] for font in fonts.values()
    ]
    assert inside
    assert all({"/FontFile2", "/FontFile3"} & set(one.keys()) for one in inside)


def test_drawings_are_told_in_words(page, tanah_bumbu):
    texts = alternatives(page.trailer["/Root"]["/StructTreeRoot"])
    assert brief_map.finding(tanah_bumbu) in texts
    assert brief_pdf_bar.bar(tanah_bumbu, 100).alt in texts


def alternatives(element) -> list[str]:
    element = element.get_object()
    if isinstance(element, list):
        return [text for child in element for text in alternatives(child)]
    if not isinstance(element, dict):
        return []
    own = [str(element["/Alt"])] if "/Alt" in element else []
    return own + (alternatives(element["/K"]) if "/K" in element else [])


def test_hostile_words_are_only_letters(published):
    brief = briefs.of(published, "6310", note=HOSTILE, cooperations=1)
    brief = dataclasses.replace(brief, board=brief.board.assign(innovation=HOSTILE))
    for content in (brief_pdf.one_page(brief), brief_pdf.report(brief)):
        assert shown(HOSTILE, read(content))
        assert "root:" not in told(read(content))


def test_a_sign_no_font_has_and_control_signs_break_nothing(published):
    brief = briefs.of(published, "6309", note="Bagus 😀 中文 \ue000\x00\x0b\u202eterbalik\ud800")
    reader = read(brief_pdf.one_page(brief))
    assert shown("Bagus", reader)
    assert shown("terbalik", reader)
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]


# — The report


def outline(reader: pypdf.PdfReader) -> list[str]:
    """The chapters, which stand under the title."""
    _, chapters = reader.outline
    return [one.title for one in chapters if not isinstance(one, list)]


@pytest.mark.parametrize("which", ["report", "made_up_report"])
def test_the_report_has_its_chapters_and_six_to_ten_pages(request, which):
    reader = request.getfixturevalue(which)
    assert outline(reader) == CHAPTERS
    assert 6 <= len(reader.pages) <= 10
    last = reader.pages[-1].extract_text()
    assert f"halaman {len(reader.pages)} dari {len(reader.pages)}" in last


@pytest.mark.parametrize("dataset", BOTH)
def test_the_report_of_the_province_has_the_same_chapters(request, dataset):
    reader = read(brief_pdf.report(briefs.of(request.getfixturevalue(dataset), "6300")))
    assert outline(reader) == CHAPTERS
    assert 6 <= len(reader.pages) <= 10


def test_the_head_of_a_table_stands_on_each_of_its_pages(made_up_report):
    texts = [page.extract_text() for page in made_up_report.pages]
    assert sum("Putusan" in text and "di bawah" in text for text in texts) >= 2


def test_figures_come_with_their_year_the_median_and_the_place(report):
    assert shown("Penduduk terdaftar 357.221 jiwa (2025) 300.287 jiwa 4 dari 13", report)


def test_a_report_adds_up_the_gaps_as_the_page_does(made_up, made_up_report):
    points = sum(row["points_to_median"] for row in made_up.weaknesses)
    told = brief_standing.closing(made_up)
    assert words.points(points) in told
    assert shown(told[1:], made_up_report)
    sums = brief_scenario.summed(made_up).rows[-1]
    assert sums == (
        "Jumlah", "", words.signed(points), words.number(made_up.own["score"] + points)
    )  # fmt: skip
    assert shown("".join(sums), made_up_report)


def test_a_report_also_plays_its_gaps_closed_in_whole_levels(made_up_report, played):
    assert shown("Bila parameter dinaikkan ke bilangan bulat", made_up_report)
    assert shown(played.finding, made_up_report)
    assert len(played.steps) == 3
    assert {label: now for label, now, _ in played.states}["Indeks"] == "36,85"
    assert all(shown(name, made_up_report) for name, _, _ in played.steps)


def test_without_a_complete_report_no_scenario_is_played(published, tanah_bumbu, report):
    ask = partial(queries.ask, published)
    assert brief_scenario.closing(ask, tanah_bumbu) is None
    assert brief_scenario.closing(ask, briefs.of(published, "6300")) is None
    assert not shown("Bila parameter dinaikkan ke bilangan bulat", report)
    assert shown("Bagaimana jika dari laporan lengkap", report)


def test_every_source_named_in_the_report_is_listed(report):
    text = " ".join(page.extract_text() for page in report.pages)
    named, listed = (set(re.findall(r"\bS\d{3}\b", part)) for part in text.split("9. Sumber"))
    assert named
    assert named <= listed


# — Drawings


def year(number: int, score: float | None, **more) -> dict:
    unknown = {"predicate": None, "band_lower": None, "band_upper": None, "claims": 1}
    return {"year": number, "score": score} | unknown | more


def test_a_line_joins_only_neighbouring_years_and_the_unknown_says_so():
    rows = [year(2021, 50.0), year(2022, 60.0), year(2023, None, claims=0), year(2024, 70.0)]
    drawn = brief_report_history.history(pd.DataFrame(rows), 400)
    signs = [one for one in drawn.marks if one["shape"] == "area"]
    joined = [one for one in drawn.marks if one["shape"] == "line" and one["thick"] > 1]
    texts = [
        line["text"] for one in drawn.marks if one["shape"] == "words" for line in one["lines"]
    ]
    assert (len(signs), len(joined)) == (3, 1)
    assert {"50,00", "60,00", "70,00", words.UNKNOWN} <= set(texts)
    assert drawn.alt == "Skor indeks 2021–2024: 2021 50,00, 2022 60,00, 2024 70,00."


def test_the_bar_points_at_the_score_and_outlines_a_bare_predicate(made_up, tanah_bumbu):
    scored, named = (brief_pdf_bar.bar(one, 100) for one in (made_up, tanah_bumbu))
    assert "skor 36,85" in scored.alt
    assert "hanya predikat Inovatif (2024)" in named.alt
    outlined = [one for one in named.marks if one.get("thick") == 2.0]
    assert [point[0] for point in outlined[0]["rings"][0]] == [35, 60, 60, 35]


def test_every_figure_stands_beside_its_name_and_source():
    db = toy.database("9901", "9902")
    toy.add(db, "fact", fact="area", name="Luas", unit="km²")
    for code, value in (("9901", 5), ("9902", 7)):
        toy.add(db, "regency_fact", code=code, fact="area", year=2025, value=value)
    rows = toy.rows(queries.ask(db, "figures"), "code", "fact_name", "value", "year", "source_id")
    assert rows == [("9901", "Luas", 5, 2025, "S1"), ("9902", "Luas", 7, 2025, "S1")]


def test_each_year_of_the_index_names_its_source(published):
    brief = briefs.of(published, "6309")
    rows = brief_report_history.table(brief.history, brief.claims)
    years = {row[0]: row[-1] for row in rows[1:]}
    assert list(years) == ["2025", "2024", "2023", "2022", "2021"]
    assert all(re.fullmatch(r"S\d{3}(, S\d{3})*", told) for told in years.values())
