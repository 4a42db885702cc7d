"""Indonesian numbers, dates and plain text."""

import datetime

import pandas as pd
import pytest

from pages.parts import claim_words, words


@pytest.mark.parametrize(
    ("value", "decimals", "told"),
    [
        (1234.5, 2, "1.234,50"),
        (97.6, 1, "97,6"),
        (-0.001, 2, "0,00"),
        (0, 0, "0"),
        (1_000_000, 0, "1.000.000"),
        (float("nan"), 2, "–"),
        (None, 2, "–"),
        (pd.NA, 2, "–"),
    ],
)
def test_a_number_has_points_for_thousands_and_a_decimal_comma(value, decimals, told):
    assert words.number(value, decimals) == told


def test_brief_numbers_drop_trailing_zeros():
    assert [words.brief(value) for value in (2.0, 2.5, 0.38)] == ["2", "2,5", "0,38"]


def test_a_signed_number_has_a_true_minus():
    assert words.signed(-0.6) == "−0,60"
    assert words.signed(0.6) == "+0,60"
    assert words.signed(-0.001) == "0,00"
    assert words.signed(float("nan")) == "–"


def test_a_measured_figure_names_its_unit():
    assert words.measured(3.13, "persen", 2) == "3,13%"
    assert words.measured(74.5, "indeks", 2) == "74,50"
    assert words.measured(104302.29, "ribu rupiah per orang", 0) == "104.302 ribu rupiah per orang"
    assert words.measured(float("nan"), "persen", 2) == "belum ada data"


def test_a_date_is_indonesian():
    assert words.date(datetime.date(2026, 8, 24)) == "24 Agustus 2026"


def test_lists_read_as_sentences_do():
    assert words.listed([]) == ""
    assert words.listed(["A"]) == "A"
    assert words.listed(["A", "B"]) == "A dan B"
    assert words.listed(["A", "B", "C"]) == "A, B, dan C"


def test_markdown_and_html_in_data_are_shown_as_letters():
    assert words.text("**tebal** <b>x</b> [a](b)") == (r"\*\*tebal\*\* \<b\>x\</b\> \[a\]\(b\)")
    assert words.text(":red[x] $y$ :material/home:").count("\\") >= 6


def test_a_link_is_made_only_of_a_web_address():
    assert words.link("Judul", "https://a.id/x(1)") == "[Judul](<https://a.id/x%281%29>)"
    assert words.link("Judul", "javascript:alert(1)") == "Judul"
    assert words.link("Judul", None) == "Judul"


def row(**given):
    known = {
        "score": None, "score_year": None, "score_status": None, "score_year_basis": None,
        "predicate": None, "predicate_year": None, "predicate_as_printed": None,
        "rank": None, "rank_of": None, "rank_scope": None, "rank_year": None,
    }  # fmt: skip
    return pd.Series(known | given)


def test_a_score_says_its_year_and_what_is_uncertain():
    assert claim_words.score_with_year(row()) == "belum ada data"
    plain = row(score=58.41, score_year=2024, score_status="tercetak", score_year_basis="tercetak")
    assert claim_words.score_with_year(plain) == "58,41 (2024)"
    early = plain.copy()
    early["score_status"] = "sementara"
    assert claim_words.score_with_year(early) == "58,41 (2024, sementara)"
    early["score_status"] = "turunan"
    assert claim_words.score_with_year(early) == "58,41 (2024, dihitung penyusun)"
    early["score_status"], early["score_year_basis"] = "tercetak", "bacaan penyusun"
    assert claim_words.score_with_year(early) == "58,41 (2024, tahun bacaan penyusun)"


def test_a_rank_says_among_whom():
    assert claim_words.rank(row()) == "–"
    known = row(rank=9, rank_of=13, rank_scope="kalsel", rank_year=2024)
    assert claim_words.rank(known) == "peringkat 9 dari 13 di Kalsel (2024)"


@pytest.mark.parametrize(("points", "sign"), [(0.005, "▲"), (0.004, "●"), (-0.3, "▼")])
def test_a_change_has_a_sign_that_its_two_decimals_agree_with(points, sign):
    assert words.change(points) == sign


def test_an_award_word_is_not_passed_off_as_a_predicate():
    assert (
        claim_words.predicate(row(predicate="Inovatif", predicate_year=2024)) == "Inovatif (2024)"
    )
    printed = row(predicate_as_printed="Terinovatif (kata di sumber)")
    assert claim_words.predicate(printed) == "“Terinovatif” (bukan predikat resmi)"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (":smile: :material/home:", ":|smile: :|material/home:"),
        ("a -> b -- c", "a |-> b |-- c"),
        ("http://x.id www.x.id a@x.id", "http:|//x.id www|.x.id a|@x.id"),
        ("pukul 10:30, a->b", "pukul 10:30, a->b"),
    ],
)
def test_what_streamlit_reads_after_markdown_is_kept_apart(typed, told):
    assert words.escape(typed).replace("\\", "").replace(words.JOINER, "|") == told
