"""Spine, rug and spread on toy frames: what they show can be read from the figure."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

import queries
from pages.parts import comparison, indicator_rows, indicator_sentences, level_sentences
from pages.parts.colours import DARK, LIGHT, luminance
from pages.parts.rug import ground, rug
from pages.parts.spine import spine
from pages.parts.spread import spread
from pages.parts.words import VERDICT_SYMBOL

NAN = float("nan")


def row(**given: Any) -> dict:
    """One row of `verdicts.indicators`: a SPD row at level 2, the peers' median 2."""
    usual = {
        "number": "1", "indicator": "VISI_MISI", "name": "Visi dan misi inovasi",
        "grouping": "SPD", "variable": "Institusi", "level": 2.0, "peer_median": 2.0,
        "peer_low": 1.0, "peer_high": 3.0, "peer_q1": 2.0, "peer_q3": 3.0, "innovations": None,
        "points_to_median": 0.0, "headroom": 0.4, "verdict": "setara",
        "code": "a", "short_name": "Sini",
    }  # fmt: skip
    level = given.get("level", usual["level"])
    return usual | {"low": level, "high": level} | given


VIDEO = {"number": "35", "indicator": "VIDEO", "name": "Video inovasi", "grouping": "SID",
         "variable": "Hasil kreatif"}  # fmt: skip
BEHIND = row(level=1.0, points_to_median=0.6, headroom=1.2, verdict="di bawah")
MEAN = row(
    **VIDEO, level=1.32, low=1.18, high=1.47, innovations=58, peer_median=1.84,
    points_to_median=0.82, headroom=2.6, verdict="di bawah",
)  # fmt: skip


def drawn(*rows: dict, chosen: str | None = None) -> go.Figure:
    return spine(pd.DataFrame(rows), LIGHT, chosen)


def own_marks(figure: go.Figure) -> go.Scatter:
    return next(trace for trace in figure.data if trace.type == "scatter" and trace.marker.symbol)


def texts(figure: go.Figure) -> list[str]:
    return [word for trace in figure.data for word in trace.text or () if word]


def test_one_s_own_mark_stands_at_its_distance_to_the_median():
    marks = own_marks(drawn(MEAN, BEHIND))
    assert [round(x, 2) for x in marks.x] == [-0.52, -1.0]


@pytest.mark.parametrize("verdict", VERDICT_SYMBOL)
def test_every_verdict_has_a_sign_of_its_own(verdict):
    signs = {one: own_marks(drawn(row(verdict=one))).marker.symbol[0] for one in VERDICT_SYMBOL}
    assert list(signs.values()).count(signs[verdict]) == 1


def test_only_a_mean_has_an_interval():
    figure = drawn(MEAN, BEHIND)
    lines = [trace for trace in figure.data if trace.type == "scatter" and None in trace.x]
    assert [round(x, 2) for x in lines[0].x[:2]] == [-0.66, -0.37]
    assert len(lines[0].x) == 3


def test_groups_with_more_points_at_stake_come_first_and_so_do_their_rows():
    lines = indicator_rows.in_groups(
        pd.DataFrame([row(number="9", headroom=0.1), row(number="3", headroom=0.5), MEAN])
    )
    told = [line.get("heading", line.get("number")) for line in lines]
    assert told == ["SID · Hasil kreatif", "35", "SPD · Institusi", "3", "9"]


def test_points_are_told_only_where_there_are_some_to_gain():
    ahead = row(number="2", points_to_median=-0.3, headroom=0.0, verdict="di atas")
    assert sorted(texts(drawn(BEHIND, ahead))) == ["0,60", "1,20"]


def test_the_axis_reaches_as_far_as_values_and_peers_do():
    near = row(peer_low=2.0)
    assert list(drawn(near).layout.xaxis.tickvals) == [-1, 0, 1]
    assert drawn(near, row(number="2", peer_low=0.0)).layout.xaxis.tickvals[0] == -2


def test_a_row_without_peers_says_so_and_has_no_mark():
    alone = row(number="2", peer_median=NAN, points_to_median=NAN, verdict="tidak dibandingkan")
    figure = drawn(BEHIND, alone)
    assert len(own_marks(figure).x) == 1
    assert "pembanding belum ada data" in [note.text for note in figure.layout.annotations]


def test_the_chosen_line_is_marked_and_a_click_anywhere_on_a_line_names_its_row():
    figure = drawn(MEAN, BEHIND, chosen="VIDEO")
    assert figure.layout.yaxis.ticktext[0] == "<b>► 35 Video</b>"
    assert list(figure.data[0].customdata) == ["VIDEO", "VISI_MISI"]
    assert [trace.hoverinfo for trace in figure.data[1:]] == ["skip"] * (len(figure.data) - 1)


def cells(*rows: dict) -> pd.DataFrame:
    return pd.DataFrame(rows)


ELSEWHERE = row(code="b", short_name="Sana", verdict="di bawah", points_to_median=0.6)
THIRD = row(code="c", short_name="Situ", verdict="di atas", points_to_median=-0.6)


def test_the_rug_has_a_cell_for_each_government_and_row():
    rows = cells(row(), ELSEWHERE, THIRD, MEAN)
    figure = rug(rows, comparison.columns(rows, "a", ["c"]), LIGHT)
    assert list(figure.data[0].text) == ["●", "▼", "▲", "▼"]
    assert list(figure.layout.xaxis.ticktext) == ["<b>Sini</b>", "Situ", "Sana"]
    assert list(figure.layout.yaxis.ticktext) == [
        "<b>SPD (pemerintah)</b>", "1 Visi dan misi", "<b>SID (per inovasi)</b>", "35 Video",
    ]  # fmt: skip


def test_columns_start_with_the_chosen_government_then_its_peers_as_given():
    rows = cells(row(), ELSEWHERE, THIRD)
    assert comparison.columns(rows, "b", ["c"]) == (["b"], ["c"], ["a"])
    assert comparison.columns(rows, "b", []) == (["b"], [], ["a", "c"])


def test_a_gap_parts_the_blocks_of_columns():
    rows = cells(row(), ELSEWHERE, THIRD)
    figure = rug(rows, (["a"], ["c"], ["b"]), LIGHT)
    assert list(figure.layout.xaxis.tickvals) == [0, 1.4, 2.8]


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_signs_can_be_read_on_every_cell(palette):
    for verdict in VERDICT_SYMBOL:
        lights = sorted([luminance(palette.ink), luminance(ground(verdict, palette))])
        assert (lights[1] + 0.05) / (lights[0] + 0.05) >= 4.5


def test_the_hover_of_a_cell_says_verdict_and_numbers_in_words():
    told = indicator_sentences.cell_hover(MEAN)
    assert told == (
        "<b>Sini</b>, 35 Video inovasi<br>▼ di bawah<br>rata-rata parameter 1,32 (95%: 1,18–1,47; "
        "58 inovasi)<br>median pembanding 1,84<br>menyamai mereka bernilai 0,82 poin indeks"
    )
    nothing = row(**VIDEO, level=NAN, points_to_median=NAN, verdict="tidak dibandingkan")
    assert "tidak ada inovasi yang dinilai" in indicator_sentences.cell_hover(nothing)


def test_the_sentence_above_the_rug_counts_and_names_the_row_that_lags_most():
    told = indicator_sentences.rug(cells(row(), ELSEWHERE, THIRD), "a", "Sini")
    assert told == (
        "Sini di bawah median pembanding pada **0 dari 1** baris; daerah lain pada 0 sampai 1 "
        "baris. Paling sering tertinggal: **Visi dan misi inovasi** (1 dari 3 daerah)."
    )
    alone = cells(row(verdict="tidak dibandingkan"))
    assert "Pilih sekurangnya satu" in indicator_sentences.rug(alone, "a", "Sini")


def test_every_row_in_force_has_a_short_name_that_fits(published):
    known = queries.ask(published, "indicators")
    assert set(known["code"]) == set(indicator_rows.SHORT)
    assert max(map(len, indicator_rows.SHORT.values())) <= indicator_rows.LONGEST
    assert indicator_rows.short("BARU", "Baris baru yang namanya panjang") == "Baris baru yang n…"


INDICATOR = {"level1": "SK", "level2": "perkada", "level3": "perda"}
LEVELS = pd.DataFrame(
    {
        "level": [0, 1, 2, 3], "innovations": [2, 6, 2, 0], "peer_innovations": [0, 5, 10, 5],
        "own_total": 10, "peer_total": 20, "own_share": [0.2, 0.6, 0.2, 0.0],
        "peer_share": [0.0, 0.25, 0.5, 0.25], "points_up": [0.2, 0.6, 0.2, NAN],
        "points_each": [0.1, 0.1, 0.1, NAN],
    }
)  # fmt: skip


def test_the_spread_shows_counts_and_shares_level_by_level():
    figure = spread(LEVELS, INDICATOR, "Sini", LIGHT)
    assert list(figure.data[0].text) == ["2 (20%)", "6 (60%)", "2 (20%)", "0"]
    assert list(figure.data[1].text) == ["0%", "25%", "50%", "25%"]
    assert list(figure.data[0].y) == ["0: belum terpenuhi", "1: SK", "2: perkada", "3: perda"]


def test_without_innovations_of_one_s_own_the_peers_are_still_shown():
    nothing = LEVELS.assign(innovations=0, own_total=0, own_share=NAN, points_up=0.0)
    figure = spread(nothing, INDICATOR, "Sini", LIGHT)
    assert [trace.name for trace in figure.data] == ["pembanding"]
    assert "tidak melaporkan inovasi" in level_sentences.spread(nothing, "Sini")


def test_the_step_that_lifts_most_comes_first_with_what_it_asks_for():
    told = level_sentences.steps(LEVELS, INDICATOR).splitlines()
    assert told[0] == "- **6 inovasi dari 1 ke 2** (perkada): 0,60 poin indeks"
    assert told[-1] == ":small[Tiap inovasi yang naik satu parameter menambah 0,100 poin.]"
    best = LEVELS.assign(innovations=[0, 0, 0, 10])
    assert level_sentences.steps(best, INDICATOR) == "Tidak ada inovasi di bawah parameter 3."
