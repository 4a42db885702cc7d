"""The workbook of a briefing: figures as figures, headings that stay, charts, sources, marks."""

import dataclasses
import datetime
import zipfile
from functools import partial
from io import BytesIO

import openpyxl
import pandas as pd
import pytest

import queries
from pages.parts import brief_content, brief_workbook, words
from pages.parts.brief_asking import brief, ranked
from pages.parts.brief_facts import PROVINCE, Brief, Chosen
from pages.parts.brief_workbook_sheet import HEADINGS
from tests import workbook_looking

OWN = "6310"
DAY = datetime.date(2026, 11, 25)
LINK = "https://inovasi.contoh.go.id/briefing?regency=Tanah+Bumbu&dataset=x"
SHEETS = [
    "Ringkasan", "Skor", "Riwayat", "Pembanding", "Baris indeks", "Urusan", "Kandidat",
    "Kerja sama", "Sumber", "Metode",
]  # fmt: skip
COOPERATION = {
    "record_id": "buku-1", "innovation": "=SUM(A1)", "receiver": "Tanah Bumbu",
    "receiver_code": OWN, "giver": "Banjar", "giver_code": "6303", "born_of": "replikasi",
    "place": 2, "reached_on": pd.Timestamp("2026-10-01"), "next_place": 3,
    "next_planned": pd.Timestamp("2026-12-03"), "late_days": 0, "next_delay": None,
    "lock_until": pd.NaT, "legal_basis": None, "agreement_number": "1/2026",
    "agreement_date": pd.NaT, "receiver_office": None, "giver_office": None, "documents": 1,
    "updated_by": "orang@contoh.go.id",
}  # fmt: skip


def made(db, code: str, board: pd.DataFrame | None = None) -> Brief:
    ask = partial(queries.ask, db)
    chosen = Chosen(code, None, None, None, "struktur paling mirip", LINK, DAY)
    rows = pd.DataFrame() if board is None else board
    return brief(ask, chosen, ranked(ask, code, None), rows, "Catatan pimpinan")


def opened(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(content))


@pytest.fixture(scope="module")
def facts(simulated) -> Brief:
    return made(simulated, OWN, pd.DataFrame([COOPERATION]))


@pytest.fixture(scope="module")
def content(facts) -> bytes:
    return brief_workbook.workbook(facts)


@pytest.fixture(scope="module")
def book(content) -> openpyxl.Workbook:
    return opened(content)


@pytest.fixture(scope="module")
def real(published) -> tuple[Brief, openpyxl.Workbook]:
    facts = made(published, OWN)
    return facts, opened(brief_workbook.workbook(facts))


def table(book: openpyxl.Workbook, name: str) -> list[dict]:
    """The rows of a sheet by their headings."""
    lines = list(book[name].iter_rows(min_row=HEADINGS + 1, values_only=True))
    return [dict(zip(lines[0], line, strict=True)) for line in lines[1:]]


def test_it_has_a_sheet_for_every_page_and_says_so_on_the_first(book):
    assert book.sheetnames == SHEETS
    told = [row[0].value for row in book["Ringkasan"].iter_rows()]
    assert [name for name in SHEETS if name in told] == SHEETS[1:]


def test_headings_stay_can_be_filtered_and_come_again_on_every_printed_page(book):
    for sheet in book.worksheets:
        assert sheet.freeze_panes[1:] == str(HEADINGS + 2), sheet.title
        assert sheet.print_title_rows == f"$1:${HEADINGS + 1}", sheet.title
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToHeight == 0  # as many pages as it takes, one wide
    for sheet in book.worksheets[1:]:
        assert sheet.auto_filter.ref, sheet.title


def test_made_up_data_says_so_on_every_sheet_and_every_printed_page(book):
    for sheet in book.worksheets:
        assert sheet["A1"].value == words.SIMULATED, sheet.title
        assert sheet.oddHeader.center.text == words.SIMULATED, sheet.title
    assert book.properties.subject.startswith(words.SIMULATED)


def test_published_data_bears_no_such_mark_but_its_date(real):
    for sheet in real[1].worksheets:
        assert sheet["A1"].value.startswith("Terbitan (bersumber), dikumpulkan"), sheet.title
        assert not sheet.oddHeader.center.text
        assert "25 November 2026" in sheet.oddHeader.right.text


def test_the_scores_of_all_regencies_are_numbers_and_the_unknown_is_empty(real):
    facts, book = real
    rows = table(book, "Skor")
    assert [row["Daerah"] for row in rows] == facts.scores["name"].tolist()
    assert [row["Skor"] for row in rows] == [
        None if words.missing(score) else score for score in facts.scores["score"]
    ]
    assert None in [row["Skor"] for row in rows]


def test_a_year_without_a_score_stays_empty_in_the_history(real):
    rows = table(real[1], "Riwayat")
    years = [row["Tahun"] for row in rows]
    assert years == list(range(years[0], years[-1] + 1))
    assert years[0] >= 2021
    assert any(row["Tanah Bumbu"] is None for row in rows)


def test_the_rows_of_the_index_have_their_points_and_a_chart_of_them(book, facts):
    rows = table(book, "Baris indeks")
    assert [row["Baris"] for row in rows] == facts.gaps["name"].tolist()
    assert [row["Poin ke parameter 3"] for row in rows] == pytest.approx(
        facts.gaps["headroom"].tolist()
    )
    assert rows[0]["Putusan"] in {f"{sign} {word}" for word, sign in words.VERDICT_SYMBOL.items()}


def test_every_candidate_is_there_with_why_it_is_on_the_list_or_is_not(book, facts):
    rows = table(book, "Kandidat")
    assert len(rows) == len(facts.ranked)
    assert sum(row["Di daftar"] == "ya" for row in rows) == len(facts.listed)
    assert all(row["Alasan"] and row["ID sumber"] for row in rows)
    assert isinstance(rows[0]["Poin bila ditiru, matang seperti median sendiri"], float)


@pytest.mark.parametrize(
    ("name", "charts"),
    [("Skor", 1), ("Riwayat", 1), ("Pembanding", 1), ("Baris indeks", 1), ("Urusan", 1),
     ("Kandidat", 0), ("Sumber", 0)],
)  # fmt: skip
def test_charts_are_native_and_stand_under_their_tables(book, name, charts):
    found = book[name]._charts
    assert len(found) == charts
    for chart in found:
        assert chart.anchor._from.row > book[name].max_row


def test_every_chart_says_what_it_shows_to_those_who_cannot_see_it(content):
    with zipfile.ZipFile(BytesIO(content)) as parts:
        drawings = [parts.read(name).decode() for name in parts.namelist() if "/drawing" in name]
    told = [one for one in drawings if "<xdr:cNvPr" in one]
    assert len(told) == 5
    assert all('descr="' in one for one in told)


def test_a_cooperation_has_dates_as_dates_and_names_nobody(book):
    row = table(book, "Kerja sama")[0]
    assert row["Rencana"] == datetime.datetime(2026, 12, 3)
    assert row["Tahap"] == "Kesepakatan"
    assert row["Terkunci sampai"] is None
    assert "orang@contoh.go.id" not in row.values()


def test_text_that_looks_like_a_formula_stays_text(book, content):
    cell = book["Kerja sama"].cell(HEADINGS + 2, 1)
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=SUM(A1)", "s", True)
    assert not [name for name in workbook_looking.formulas(content) if "_rels" not in name]


def test_whatever_stands_in_the_ledger_the_workbook_opens_and_runs_nothing(facts):
    rows = [COOPERATION | {"innovation": one, "receiver": one} for one in workbook_looking.HOSTILE]
    note = "\n".join(workbook_looking.HOSTILE)
    board = pd.DataFrame(rows)
    few = dataclasses.replace(facts, board=board, note=note, ranked=facts.ranked.head(3))
    file = brief_workbook.workbook(few)
    sheet = opened(file)["Kerja sama"]
    kinds = {sheet.cell(HEADINGS + 2 + row, 1).data_type for row in range(len(rows))}
    assert kinds == {"s"}
    assert not [name for name in workbook_looking.formulas(file) if "_rels" not in name]


def test_sources_have_addresses_to_follow_dates_and_say_which_sheet_names_them(real):
    facts, book = real
    rows = {row["ID sumber"]: row for row in table(book, "Sumber")}
    assert set(rows) == set(facts.sources.index)
    for one in brief_content.sources(facts).index:
        assert rows[one]["Diakses"] == facts.sources.loc[one, "accessed"]
    named = facts.scores["source_id"].dropna().iloc[0]
    assert "Skor" in rows[named]["Dirujuk di lembar"]
    links = [cell.hyperlink.target for row in book["Sumber"] for cell in row if cell.hyperlink]
    assert links
    assert all(link.startswith("http") for link in links)


def test_the_first_sheet_tells_the_briefing_and_leads_back(book, facts):
    said = brief_content.content(facts)
    cells = [cell for row in book["Ringkasan"].iter_rows() for cell in row if cell.value]
    told = {cell.value for cell in cells}
    assert {said.headline, said.remember, said.note} <= told
    assert LINK in [cell.hyperlink.target for cell in cells if cell.hyperlink]


def test_the_method_has_the_numbers_we_chose_with_their_reasons(book, facts):
    rows = {row["Hal"]: row for row in table(book, "Metode")}
    chosen = facts.settings.iloc[0]
    assert rows[chosen["label"]]["Nilai"] == chosen["value"]
    assert "Indeks (aturan 2026)" in rows


def test_the_province_has_its_own_rows_and_no_peers(published):
    book = opened(brief_workbook.workbook(made(published, PROVINCE)))
    assert book.sheetnames == [name for name in SHEETS if name != "Urusan"]
    assert "Median parameter" in table(book, "Baris indeks")[0]
    assert table(book, "Kandidat")[0]["Di daftar (daerah)"] > 0
    assert len(table(book, "Pembanding")) == 13


def test_a_regency_of_which_nothing_is_known_still_has_a_workbook(facts):
    empty = {
        name: getattr(facts, name).head(0)
        for name in ("gaps", "sectors", "ranked", "history", "standing", "place", "board")
    }
    scores = facts.scores.assign(score=float("nan"))
    years = facts.score_years.head(0)
    bare = dataclasses.replace(facts, **empty, scores=scores, score_years=years)
    book = opened(brief_workbook.workbook(bare))
    assert book.sheetnames == SHEETS
    assert not book["Skor"]._charts
    assert book["Kandidat"].max_row == HEADINGS + 1
