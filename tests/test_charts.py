"""Charts and map are frame in, figure out; what they show can be read from the figure."""

import json

import pandas as pd
import plotly.graph_objects as go
import pytest

import queries
from pages.parts import bars, charts, history, map
from pages.parts.colours import DARK, LIGHT, luminance, on_scale, readable_on


@pytest.fixture
def shapes(published) -> pd.DataFrame:
    return queries.ask(published, "boundaries")


def values(shapes: pd.DataFrame, known: dict[str, float]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "code": shapes["code"],
            "value": shapes["code"].map(known).astype("float64"),
            "label": "1,0",
            "hover": shapes["name"],
        }
    )


def areas(figure: go.Figure) -> go.Choropleth:
    return next(trace for trace in figure.data if isinstance(trace, go.Choropleth))


def colour_of(figure: go.Figure, code: str) -> str:
    place = list(areas(figure).locations).index(code)
    return areas(figure).colorscale[2 * place][1]


def test_the_unknown_is_grey_and_the_highest_darkest(shapes):
    rows = values(shapes, {"6310": 0.0, "6311": 100.0})
    figure = map.choropleth(shapes, rows, "6310", LIGHT, 0, 100)
    assert colour_of(figure, "6301") == LIGHT.unknown
    assert colour_of(figure, "6311") == LIGHT.sequence[-1]
    assert colour_of(figure, "6310") == LIGHT.sequence[0]


def test_only_the_chosen_government_is_outlined_and_drawn_last(shapes):
    figure = map.choropleth(shapes, values(shapes, {}), "6371", LIGHT)
    lines = areas(figure).marker.line.color
    assert [line for line in lines if line == LIGHT.chosen] == [LIGHT.chosen]
    assert areas(figure).locations[-1] == "6371"


def test_a_choice_dims_nobody(shapes):
    trace = areas(map.choropleth(shapes, values(shapes, {}), "6310", LIGHT))
    assert trace.selected.marker.opacity == trace.unselected.marker.opacity == 1


def test_every_name_stands_on_the_map(shapes):
    figure = map.choropleth(shapes, values(shapes, {}), "6310", LIGHT)
    text = " ".join(
        word for trace in figure.data if trace.type == "scattergeo" for word in trace.text or ()
    )
    assert all(name in text for name in shapes["short_name"])


def test_small_cities_are_led_out_to_the_west(shapes):
    figure = map.choropleth(shapes, values(shapes, {}), "6310", LIGHT)
    outside = figure.data[-1]
    assert len(outside.text) == 2
    inner_west = min(figure.data[1].lon)
    assert max(outside.lon) < inner_west


def test_the_map_asks_for_nothing_outside_and_stays_small(shapes):
    figure = map.choropleth(shapes, values(shapes, {"6310": 1.0}), "6310", DARK)
    assert map.CONFIG["topojsonURL"].startswith("/")
    assert len(figure.to_json()) < 150_000


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_words_on_every_colour_of_the_map_are_readable(palette):
    for step in range(21):
        ground = on_scale(palette.sequence, step / 20)
        bright, dim = sorted([luminance(ground), luminance(readable_on(ground))], reverse=True)
        assert (bright + 0.05) / (dim + 0.05) >= 4.0


def test_the_dark_scale_turns_the_light_one_round():
    assert luminance(LIGHT.sequence[0]) > luminance(LIGHT.sequence[-1])
    assert luminance(DARK.sequence[0]) < luminance(DARK.sequence[-1])


def scatters(figure: go.Figure) -> list[go.Scatter]:
    return [trace for trace in figure.data if trace.type == "scatter"]


def toy_history() -> pd.DataFrame:
    nothing = [None] * 4
    return pd.DataFrame(
        {
            "year": [2021, 2022, 2023, 2024],
            "score": [20.0, None, 50.0, 55.0],
            "score_status": ["turunan", None, "tercetak", "sementara"],
            "predicate": [None, "Inovatif", None, None],
            "claims": [1, 1, 1, 1],
            "band_lower": [None, 35.0, None, None],
            "band_upper": [None, 60.0, None, None],
            "rank": nothing,
        }
    ).astype({"score": "float64", "band_lower": "float64", "band_upper": "float64"})


BANDS = pd.DataFrame(
    {"year": [2023, 2023], "predicate": ["Inovatif", "Sangat Inovatif"], "lower": [35.0, 60.01]}
)


def test_a_gap_in_the_years_stays_a_gap():
    figure = history.history(toy_history(), BANDS, LIGHT)
    line = next(trace for trace in scatters(figure) if trace.mode == "lines")
    assert line.connectgaps is False
    assert pd.isna(line.y[1])


def test_provisional_and_derived_scores_have_signs_of_their_own():
    figure = history.history(toy_history(), BANDS, LIGHT)
    marked = [trace for trace in scatters(figure) if trace.mode == "markers+text"]
    signs = {trace.name: trace.marker.symbol for trace in marked}
    assert signs == {
        "angka tercetak di sumber": "circle",
        "sementara": "circle-open",
        "dihitung penyusun": "diamond-open",
    }


def test_a_predicate_without_a_score_is_drawn_as_its_range():
    figure = history.history(toy_history(), BANDS, LIGHT)
    bar = next(trace for trace in figure.data if trace.type == "bar")
    assert (list(bar.x), list(bar.base), list(bar.y)) == ([2022], [35.0], [25.0])


def test_a_year_without_claims_says_so():
    rows = toy_history().assign(score=float("nan"), predicate=None, band_lower=float("nan"))
    rows["claims"] = [0, 1, 0, 0]
    figure = history.history(rows, BANDS, LIGHT)
    told = [annotation.text.replace("<br>", " ") for annotation in figure.layout.annotations]
    assert told == ["belum ada data", "skor belum diketahui", "belum ada data", "belum ada data"]


def test_the_index_chart_says_where_a_score_is_missing():
    rows = pd.DataFrame(
        {
            "code": ["a", "b"],
            "name": ["Sini", "Sana"],
            "score": [None, 70.0],
            "score_year": [None, 2024],
            "score_status": [None, "sementara"],
            "predicate": ["Inovatif", None],
            "predicate_year": [2024, None],
            "predicate_as_printed": [None, None],
        }
    ).astype({"score": "float64"})
    figure = bars.index_peers(rows, "a", {"known": 1, "median": 70.0}, LIGHT)
    assert figure.layout.annotations[0].text == "skor belum diketahui · Inovatif (2024)"
    assert list(figure.data[0].text) == ["", "70,00* (2024)", "70,00"]


def test_long_names_are_wrapped_not_cut():
    name = "Ketenteraman, Ketertiban Umum, dan Pelindungan Masyarakat"
    assert charts.wrapped(name, 20).replace("<br>", " ") == name


@pytest.mark.parametrize("code", ["6301", "6310", "6371"])
def test_no_figure_says_nan_or_none(published, shapes, code):
    rows = queries.ask(published, "score_history", code=code)
    figure = history.history(rows, queries.ask(published, "bands"), LIGHT)
    words = json.dumps(figure.to_dict()["layout"].get("annotations", []), default=str)
    assert "nan" not in words
    assert "None" not in words
