"""Who learns from whom, and parts side by side, on toy frames."""

import pandas as pd
import plotly.graph_objects as go
import pytest

from pages.parts.colours import DARK, LIGHT, luminance
from pages.parts.learning_matrix import lines, matrix
from pages.parts.parts_chart import parts_chart
from pages.parts.words import PART

NAN = float("nan")


def pair(code: str, origin: str, candidates: int, value: float = NAN) -> dict:
    return {
        "code": code, "name": f"Daerah {code}", "short_name": code.upper(), "origin_code": origin,
        "origin": f"Daerah {origin}", "origin_short": origin.upper(), "candidates": candidates,
        "value": value, "best": "SERASI" if candidates else None,
    }  # fmt: skip


# b gives to a and c, c gives to a, a gives to nobody.
PAIRS = pd.DataFrame(
    [
        pair("a", "a", 0), pair("a", "b", 12, 0.8), pair("a", "c", 3, 0.4),
        pair("b", "a", 0), pair("b", "b", 0), pair("b", "c", 0),
        pair("c", "a", 0), pair("c", "b", 7, 0.6), pair("c", "c", 0),
    ]
)  # fmt: skip


def drawn(code: str = "a", palette=LIGHT) -> go.Figure:
    return matrix(PAIRS, code, palette)


def bars(figure: go.Figure) -> go.Bar:
    return next(trace for trace in figure.data if trace.type == "bar")


def test_every_pair_with_candidates_has_a_cell_with_their_number_and_value():
    cells = bars(drawn())
    assert [text.split("</b>")[0] for text in cells.text] == ["<b>12", "<b>3", "<b>7"]
    assert ["0,80" in cells.text[0], "0,40" in cells.text[1], "0,60" in cells.text[2]] == [True] * 3


def test_a_click_gives_learner_and_giver():
    assert list(bars(drawn()).customdata) == ["a b", "a c", "c b"]


def test_who_gives_to_most_stands_first_downwards_and_across():
    figure = drawn()
    assert list(figure.layout.xaxis.ticktext) == ["B", "C", "<b>► A</b>"]
    assert figure.layout.xaxis.ticktext == figure.layout.yaxis.ticktext
    assert list(bars(figure).y) == [2, 2, 1]


def test_the_names_that_stay_while_the_matrix_scrolls_are_those_of_its_lines():
    drawn_ones = [
        name.replace("<b>", "").replace("</b>", "") for name in drawn().layout.yaxis.ticktext
    ]
    assert lines(PAIRS, "a") == drawn_ones == ["B", "C", "► A"]


def test_one_s_own_line_and_column_are_outlined():
    assert list(bars(drawn("a")).marker.line.width) == [2.5, 2.5, 0]
    assert list(bars(drawn("b")).marker.line.width) == [2.5, 0, 2.5]


def test_a_pair_without_candidates_is_a_quiet_dot_that_answers_no_click():
    dots = next(trace for trace in drawn().data if trace.type == "scatter")
    assert len(dots.x) == 6
    assert set(dots.text) == {"·"}
    assert dots.hoverinfo == "skip"


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_words_in_every_cell_can_be_read(palette):
    cells = bars(drawn(palette=palette))
    for ground, ink in zip(cells.marker.color, cells.textfont.color, strict=True):
        lights = sorted([luminance(ground), luminance(ink)])
        assert (lights[1] + 0.05) / (lights[0] + 0.05) >= 4.0


def test_more_value_is_a_deeper_colour():
    colours = dict(zip(bars(drawn()).customdata, bars(drawn()).marker.color, strict=True))
    lights = [luminance(colours[one]) for one in ("a c", "c b", "a b")]
    assert lights == sorted(lights, reverse=True)


def test_a_province_in_which_nobody_can_learn_is_all_dots():
    figure = matrix(PAIRS.assign(candidates=0, value=NAN), "a", LIGHT)
    assert len(bars(figure).x) == 0


def test_an_unknown_part_has_no_mark():
    rows = pd.DataFrame(
        [
            {"label": "1. A", "need": 1.0, "proof": 0.5, "fit": 0.5, "ease": NAN, "alive": 1.0},
            {"label": "2. B", "need": 0.2, "proof": 0.5, "fit": 0.5, "ease": 0.4, "alive": 1.0},
        ]
    )
    figure = parts_chart(rows, LIGHT)
    assert [len(trace.x) for trace in figure.data] == [4, 5]
    assert list(figure.layout.yaxis.ticktext) == list(PART.values())
    assert len({trace.marker.symbol for trace in figure.data}) == 2
    assert figure.data[0].y[0] != figure.data[1].y[0]
