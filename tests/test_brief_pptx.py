"""The slides of a briefing: to be edited, marked, sourced, and never wider than they are."""

import dataclasses
import datetime
import io
import zipfile
from functools import partial

import openpyxl
import pandas as pd
import pptx
import pytest
from pptx.enum.shapes import MSO_SHAPE_TYPE as TYPE
from pptx.oxml.ns import qn

import queries
from pages.parts import brief_content, brief_pptx, words
from pages.parts.brief_asking import brief, ranked
from pages.parts.brief_facts import PROVINCE, Brief, Chosen
from pages.parts.brief_pptx_text import LEADING, POINTS, wrapped

OWN, STRONG = "6310", "6309"
LINK = "https://inovasi.contoh.go.id/briefing?regency=Tanah+Bumbu&dataset=x"
DAY = datetime.date(2026, 11, 25)
EMU, HAIR = 914400, 0.005
HOSTILE = '=HYPERLINK("http://x") <b>&amp; {"a"} \x00\x0b\u202e https://x.y @SUM'
SHOWN = '=HYPERLINK("http://x") <b>&amp; {"a"} https://x.y @SUM'
LONG = "PELAYANANTERPADU" * 20
WORDY = "Percepatan pelayanan terpadu satu pintu bagi masyarakat pesisir " * 8
COOPERATION = {
    "record_id": "buku-1", "innovation": "SILANGKARR", "receiver": "Tanah Bumbu",
    "receiver_code": OWN, "giver": "Tabalong", "giver_code": STRONG, "place": 2,
    "next_planned": pd.Timestamp("2026-12-03"), "late_days": 0,
}  # fmt: skip


def made(db, code: str, board: pd.DataFrame | None = None, **chosen) -> Brief:
    ask = partial(queries.ask, db)
    usual = {"year": None, "sector": None, "peers": None, "basis": "struktur paling mirip"}
    asked = Chosen(code=code, link=LINK, day=DAY, **usual | chosen)
    rows = pd.DataFrame() if board is None else board
    return brief(ask, asked, ranked(ask, code, None), rows, "")


def opened(facts: Brief):
    return pptx.Presentation(io.BytesIO(brief_pptx.slides(facts)))


@pytest.fixture(scope="module")
def facts(simulated) -> Brief:
    return made(simulated, OWN)


@pytest.fixture(scope="module")
def show(facts):
    return opened(facts)


@pytest.fixture(scope="module")
def real(published) -> Brief:
    return made(published, STRONG)


@pytest.fixture(scope="module")
def real_show(real):
    return opened(real)


def inside(shapes) -> list:
    """Every shape, those in groups too."""
    found = []
    for shape in shapes:
        found += inside(shape.shapes) if shape.shape_type == TYPE.GROUP else [shape]
    return found


def charts(slide) -> list:
    return [shape.chart for shape in slide.shapes if shape.has_chart]


def tables(slide) -> list:
    return [shape.table for shape in slide.shapes if shape.has_table]


def cells(slide) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for table in tables(slide) for row in table.rows]


def told(slide) -> str:
    texts = [shape.text_frame.text for shape in inside(slide.shapes) if shape.has_text_frame]
    return "\n".join([*texts, *(cell for row in cells(slide) for cell in row)])


def notes(slide) -> str:
    return slide.notes_slide.notes_text_frame.text


def labels(chart) -> list[str]:
    """The words beside the bars of the first series."""
    found = chart._chartSpace.xpath("(.//c:ser)[1]//c:dLbl//a:t")
    return [one.text for one in found]


def sheet(chart):
    return openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).active


def test_eight_wide_slides_have_a_finding_as_title_and_no_empty_placeholder(facts, show):
    slides = list(show.slides)
    assert len(slides) == 8
    assert (show.slide_width / EMU, show.slide_height / EMU) == pytest.approx((13.333, 7.5))
    assert slides[0].shapes.title.text == brief_content.content(facts).headline
    assert slides[1].shapes.title.text.startswith("Tanah Bumbu: urutan")
    assert len({slide.shapes.title.text for slide in slides}) == 8
    assert all(holder.text_frame.text for slide in slides for holder in slide.placeholders)


def test_every_slide_has_its_number_and_a_footer_that_leads_back(show):
    for number, slide in enumerate(show.slides, start=1):
        by_kind = {holder.placeholder_format.type.name: holder for holder in slide.placeholders}
        footer = by_kind["FOOTER"].text_frame
        assert footer.paragraphs[0].runs[0].hyperlink.address == LINK
        assert "Simulasi (rekaan)" in footer.text
        assert "25 November 2026" in footer.text
        field = by_kind["SLIDE_NUMBER"]._element.find(f".//{qn('a:fld')}")
        assert (field.get("type"), field.find(qn("a:t")).text) == ("slidenum", str(number))


def test_shapes_of_a_slide_have_numbers_of_their_own(show):
    for slide in show.slides:
        numbers = [one.get("id") for one in slide._element.xpath(".//p:cNvPr")]
        assert len(set(numbers)) == len(numbers)


def test_the_chart_of_peers_is_native_and_holds_their_scores(facts, show):
    chart = charts(show.slides[1])[0]
    codes = [OWN, *facts.peers]
    scores = facts.scores.loc[codes, "score"].sort_values(ascending=False)
    values = list(chart.plots[0].series[0].values)
    median = facts.scores.loc[list(facts.peers), "score"].median()
    assert values == pytest.approx([*scores, median])
    assert labels(chart) == [words.number(value) for value in values]
    names = list(chart.plots[0].categories)
    assert names[list(scores.index).index(OWN)] == "Tanah Bumbu (2026, dihitung)"
    assert names[-1] == "Median 4 dari 4 pembanding (dihitung)"


def test_peers_without_a_score_are_named_and_have_no_bar(real, real_show):
    chart = charts(real_show.slides[1])[0]
    bars = dict(zip(chart.plots[0].categories, chart.plots[0].series[0].values, strict=True))
    unknown = [name for name, value in bars.items() if value is None]
    without = real.scores.loc[list(real.peers)].query("score.isna()")["name"]
    assert len(unknown) == len(without) > 0
    assert all(any(name in one and words.UNKNOWN in one for one in unknown) for name in without)


def test_the_gap_chart_holds_the_points_and_the_table_the_same_lines(facts, show):
    near, far = charts(show.slides[3])[0].plots[0].series
    rows = facts.weaknesses
    assert list(near.values) == pytest.approx([row["points_to_median"] for row in rows])
    assert list(far.values) == pytest.approx([row["headroom"] for row in rows])
    lines = brief_content.content(facts).gaps
    assert [row[0] for row in cells(show.slides[3])[1:]] == [f"▼ {one.name}" for one in lines]
    assert [row[2] for row in cells(show.slides[3])[1:]] == [one.worth for one in lines]


def test_years_without_a_score_stay_empty(real, real_show):
    chart = charts(real_show.slides[5])[0]
    values = list(chart.plots[0].series[0].values)
    expected = [None if pd.isna(one) else one for one in real.history["score"]]
    assert values == expected
    assert None in values
    names = list(chart.plots[0].categories)
    assert all(
        words.UNKNOWN in name for name, one in zip(names, values, strict=True) if one is None
    )


def test_a_history_without_scores_is_told_as_a_table(published):
    slide = opened(made(published, OWN)).slides[5]
    assert charts(slide) == []
    assert ["2024", "Inovatif; skor belum ada data"] in cells(slide)


def test_the_map_is_thirteen_shapes_with_names_and_what_is_known(facts, show):
    slide = show.slides[2]
    areas = [one for one in inside(slide.shapes) if one.shape_type == TYPE.FREEFORM]
    assert sorted(one.name for one in areas) == sorted(facts.regencies["name"])
    for area in areas:
        alt = area._element.xpath(".//p:cNvPr")[0].get("descr")
        assert alt.startswith(f"{area.name}: indeks ")
    names = {one.text_frame.text.split("\n")[0] for one in inside(slide.shapes)
             if one.name.startswith("Nama ")}  # fmt: skip
    assert names == set(facts.regencies["short_name"])
    assert "bukan batas resmi" in told(slide)


def test_candidates_are_a_native_table_with_their_order(facts, show):
    rows = cells(show.slides[4])[1:]
    assert [row[0] for row in rows] == facts.listed["name"].head(6).tolist()
    assert [row[1] for row in rows] == facts.listed["origin"].head(6).tolist()


def test_closing_the_gaps_adds_up_to_an_index_only_where_it_is_computed(facts, show, real_show):
    rows = cells(show.slides[6])
    points = sum(row["points_to_median"] for row in facts.weaknesses)
    assert rows[-1][2:] == [words.signed(points), words.number(facts.own["score"] + points)]
    assert "Indeks menjadi" not in cells(real_show.slides[6])[0]


def test_charts_tables_and_map_have_a_text_for_those_who_cannot_see_them(show):
    graphics = [
        shape
        for slide in show.slides
        for shape in slide.shapes
        if shape.has_chart or shape.has_table or shape.shape_type == TYPE.GROUP
    ]
    assert len(graphics) >= 10
    assert all(shape._element.xpath(".//p:cNvPr")[0].get("descr") for shape in graphics)


def test_notes_name_the_sources_of_the_slide_and_the_last_all(real, real_show):
    rows = brief_content.sources(real)
    last = notes(real_show.slides[-1])
    for key, row in zip(rows.index, rows.to_dict("records"), strict=True):
        told_of = next(line for line in last.split("\n") if line.startswith(f"{key} · "))
        assert row["publisher"] in told_of
        assert row["title"] in told_of
        assert "diakses 24 November 2026" in told_of
    own = real.own["source_id"]
    assert all(f"{own} · " in notes(real_show.slides[number]) for number in (0, 1, 2, 5))
    assert all(
        LINK in notes(slide) and "Pembanding: " in notes(slide) for slide in real_show.slides
    )


def test_made_up_data_is_marked_on_every_slide_chart_and_sheet(show):
    for slide in show.slides:
        marks = [
            one
            for one in slide.shapes
            if one.has_text_frame and one.text_frame.text == words.SIMULATED
        ]
        assert [one.name for one in marks] == ["Tanda air", "Tanda simulasi"]
        assert notes(slide).startswith(words.SIMULATED)
        for chart in charts(slide):
            assert words.SIMULATED in chart.chart_title.text_frame.text
            assert sheet(chart)["A1"].value == words.SIMULATED
    assert words.SIMULATED in show.core_properties.subject


def test_published_data_is_not_called_made_up(real):
    with zipfile.ZipFile(io.BytesIO(brief_pptx.slides(real))) as file:
        parts = [file.read(name).decode() for name in file.namelist() if name.endswith(".xml")]
    assert all("DATA SIMULASI" not in part for part in parts)


def test_charts_speak_indonesian_and_no_bar_has_a_decimal_point(show):
    for chart in [chart for slide in show.slides for chart in charts(slide)]:
        first = [child.tag for child in chart._chartSpace][:3]
        assert first == [qn("c:date1904"), qn("c:lang"), qn("c:roundedCorners")]
        assert chart._chartSpace.find(qn("c:lang")).get("val") == "id-ID"
        assert {run.get("lang") for run in chart._chartSpace.iter(qn("a:rPr"))} == {"id-ID"}
        assert all("," in label and "." not in label for label in labels(chart))


def test_the_file_says_what_it_is_and_names_no_person(show):
    about = show.core_properties
    assert about.title.startswith("Kabupaten Tanah Bumbu: indeks")
    assert about.author == about.last_modified_by == "Inovasi Banua"
    assert about.language == "id-ID"
    assert about.created.date() == DAY
    languages = {
        one.get("lang") for slide in show.slides for one in slide._element.xpath(".//a:r/a:rPr")
    }
    assert languages == {"id-ID"}


def test_the_same_briefing_gives_the_same_slides(facts):
    first, second = (zipfile.ZipFile(io.BytesIO(brief_pptx.slides(facts))) for _ in range(2))
    assert first.namelist() == second.namelist()
    for name in first.namelist():
        if name.endswith(".xml"):
            assert first.read(name) == second.read(name), name


def test_text_that_looks_like_commands_comes_out_as_letters(facts):
    first = facts.ranked.index == facts.listed.index[0]
    odd = dataclasses.replace(
        facts,
        chosen=dataclasses.replace(facts.chosen, link="javascript:alert(1)"),
        ranked=facts.ranked.assign(
            name=facts.ranked["name"].mask(first, HOSTILE), url="javascript:x"
        ),
        gaps=facts.gaps.assign(name=HOSTILE),
        scores=facts.scores.assign(name=HOSTILE),
        note=HOSTILE + "\ud800",
    )  # fmt: skip
    show = opened(odd)
    assert cells(show.slides[4])[1][0] == SHOWN
    assert SHOWN in told(show.slides[6])
    rows = [cell for chart in (charts(show.slides[1])[0], charts(show.slides[3])[0])
            for row in sheet(chart).iter_rows() for cell in row]  # fmt: skip
    assert any(str(cell.value).startswith("=HYPERLINK") for cell in rows)
    assert all(cell.data_type != "f" for cell in rows)
    assert all("javascript" not in rel.target_ref for slide in show.slides
               for rel in slide.part.rels.values() if rel.is_external)  # fmt: skip


def overflowing(show) -> list[str]:
    """Shapes that reach beyond the slide, and texts that are higher than their shape."""
    found = []
    for number, slide in enumerate(show.slides, start=1):
        for shape in inside(slide.shapes):
            right, low = shape.left + shape.width, shape.top + shape.height
            if (
                shape.left < 0
                or shape.top < 0
                or right > show.slide_width
                or low > show.slide_height
            ):
                found.append(f"{number}: {shape.name} is outside")
            if (
                shape.has_text_frame
                and high(shape.text_frame, shape.width) > shape.height / EMU + HAIR
            ):
                found.append(f"{number}: {shape.name} has more text than room")
        for table in tables(slide):
            found += [f"{number}: {cell.text}" for row in table.rows
                      for cell, column in zip(row.cells, table.columns, strict=True)
                      if high(cell.text_frame, column.width) > row.height / EMU + HAIR]  # fmt: skip
    return found


def high(frame, width: int) -> float:
    """How high a text is, in inches, by the lines it fills."""
    room = (width - frame.margin_left - frame.margin_right) / EMU * POINTS
    points = 0.0
    for paragraph in frame.paragraphs:
        for run in paragraph.runs:
            size = run.font.size.pt if run.font.size else 0
            lines = len(wrapped(run.text, room, size, bool(run.font.bold))) if size else 0
            points += lines * size * LEADING
    return (points / POINTS + (frame.margin_top + frame.margin_bottom) / EMU) if points else 0


@pytest.mark.parametrize("name", [LONG, WORDY])
def test_very_long_names_are_cut_and_stay_on_their_slides(facts, name):
    board = pd.DataFrame([COOPERATION | {"innovation": name, "giver": name}] * 9)
    long = dataclasses.replace(
        facts,
        ranked=facts.ranked.assign(name=name, origin=name),
        gaps=facts.gaps.assign(name=name),
        scores=facts.scores.assign(name=name),
        regencies=facts.regencies.assign(name=name),
        sources=facts.sources.assign(title=name, publisher=name),
        board=board,
        note=name,
    )
    show = opened(long)
    assert overflowing(show) == []
    assert "…" in told(show.slides[4])


@pytest.mark.parametrize(
    ("dataset", "code"),
    [("published", OWN), ("published", "6372"), ("published", PROVINCE), ("simulated", PROVINCE)],
)
def test_nothing_overflows_or_is_left_unsaid(request, dataset, code):
    show = opened(made(request.getfixturevalue(dataset), code))
    assert overflowing(show) == []
    for slide in show.slides:
        assert not {"nan", "None", "NaT"} & set(told(slide).replace("\n", " ").split())


def test_text_is_large_enough_for_the_back_of_a_room(show):
    fine = {"FOOTER", "SLIDE_NUMBER"}
    for slide in show.slides:
        assert slide.shapes.title.text_frame.paragraphs[0].runs[0].font.size.pt >= 28
        for shape in slide.placeholders:
            if shape.placeholder_format.type.name not in fine:
                assert shape.text_frame.paragraphs[0].runs[0].font.size.pt >= 18
        sizes = [cell.text_frame.paragraphs[0].runs[0].font.size.pt
                 for table in tables(slide) for cell in table.iter_cells()]  # fmt: skip
        assert min(sizes, default=14) >= 14


def test_a_cooperation_under_way_takes_the_place_of_what_copies_bring(simulated):
    slide = opened(made(simulated, OWN, pd.DataFrame([COOPERATION]))).slides[5]
    row = cells(slide)[-1]
    assert row[0] == "SILANGKARR"
    assert "Kesepakatan" in row[1]
    assert row[2] == "berikutnya 3 Desember 2026"


def test_a_regency_without_candidates_is_told_the_next_step(simulated):
    slide = opened(made(simulated, STRONG)).slides[4]
    assert tables(slide) == []
    assert "Ubah Asal kandidat menjadi Semua daerah lain" in told(slide)


def test_without_peers_there_is_no_median_and_the_slides_are_whole(simulated):
    show = opened(made(simulated, OWN, peers=()))
    assert len(show.slides) == 8
    assert list(charts(show.slides[1])[0].plots[0].categories) == ["Tanah Bumbu (2026, dihitung)"]


def test_the_province_counts_predicates_and_shows_all_scores(published):
    facts = made(published, PROVINCE)
    show = opened(facts)
    assert len(show.slides) == 7
    counts = charts(show.slides[1])[0].plots[0]
    assert sum(counts.series[0].values) == 13
    assert dict(zip(counts.categories, counts.series[0].values, strict=True))["Inovatif"] == (
        facts.scores["predicate"].eq("Inovatif").sum()
    )
    values = list(charts(show.slides[3])[0].plots[0].series[0].values)
    assert values == [None if pd.isna(one) else one for one in facts.scores["score"]]
    gaps = charts(show.slides[4])[0].plots[0].series[0].values
    assert list(gaps) == pytest.approx(facts.province_gaps["headroom_mean"].head(3).tolist())
    assert [row[0] for row in cells(show.slides[5])[1:]] == (
        facts.province_candidates["name"].head(6).tolist()
    )


def test_the_province_shows_its_cooperations_where_any_run(published):
    show = opened(made(published, PROVINCE, pd.DataFrame([COOPERATION])))
    assert len(show.slides) == 8
    assert show.slides[6].shapes.title.text == (
        "Kerja sama antardaerah: 1 berjalan, tidak ada yang terlambat"
    )


def test_a_year_without_any_score_is_said_not_left_blank(simulated):
    show = opened(made(simulated, PROVINCE, year=2021))
    assert show.slides[2].shapes.title.text == "Skor indeks 2021 diketahui untuk 0 dari 13 daerah"
    assert show.slides[3].shapes.title.text == "Belum ada daerah yang skor indeksnya diketahui"
    assert charts(show.slides[3]) == []
    assert len(cells(show.slides[3])) == 14
