"""The questions of Jelajah: which rows pass, and counts that follow the other filters."""

import pandas as pd
import pytest

import queries
from queries import explore, explore_correlation, explore_words, preparation
from tests import toy


@pytest.fixture(scope="module")
def few():
    """Four innovations of two governments; the last one was only seen."""
    db = toy.official("9901", "9902")
    toy.report(
        db,
        "9901",
        toy.spd(45),
        [
            toy.innovation(70, "01"),
            toy.innovation(30, "02", "uji coba"),
        ],
    )
    toy.report(db, "9902", toy.spd(45), [toy.innovation(50, "01")])
    toy.add(db, "innovation", innovation_id="seen", code="9902", name="PASAR", last_year=2024)
    for theme in ("a", "b"):
        toy.add(db, "theme", theme=theme)
        preparation.write(
            db, "innovation_theme", pd.DataFrame({"innovation_id": ["seen"], "theme": [theme]})
        )
    return prepared(db)


@pytest.fixture(scope="module")
def twice():
    """One innovation that was reported in two years."""
    db = toy.official("9901")
    toy.report(db, "9901", {}, [toy.innovation(30, "01", "uji coba")], year=2025)
    toy.report(db, "9901", {}, [])
    toy.add(db, "innovation_report", innovation_id="9901-2025-000", year=2026, reported_maturity=80)
    return prepared(db)


def prepared(db):
    preparation.write(db, "word_stem", explore_words.stemmed(queries.ask(db, "explore_words")))
    return db


def ids(db, **filters) -> set[str]:
    given = explore.ALL | filters
    rows = queries.ask(db, "explore_innovations", **given, order="name", skip=0, most=None)
    return set(rows["innovation_id"])


def counts(db, name: str, **filters) -> dict[str, int]:
    rows = queries.ask(db, "explore_facets", **explore.ALL | filters)
    return dict(toy.rows(rows[rows["filter"] == name], "value", "innovations"))


@pytest.mark.parametrize(
    ("filters", "passing"),
    [
        ({}, {"9901-2026-000", "9901-2026-001", "9902-2026-000", "seen"}),
        ({"sectors": ["01"]}, {"9901-2026-000", "9902-2026-000"}),
        ({"sectors": ["02", ""]}, {"9901-2026-001", "seen"}),
        ({"sectors": ["01"], "regencies": ["9902"]}, {"9902-2026-000"}),
        ({"stages": [""]}, {"seen"}),
        ({"themes": ["b"]}, {"seen"}),
        ({"themes": [""], "stages": ["uji coba"]}, {"9901-2026-001"}),
        ({"classes": ["3"]}, {"9901-2026-000"}),
        ({"least_maturity": 50}, {"9901-2026-000", "9902-2026-000"}),
        ({"most_maturity": 49}, {"9901-2026-001"}),
        ({"years": ["2024"]}, {"seen"}),
        ({"words": explore_words.wanted("pasar")}, {"seen"}),
        ({"kinds": ["Kota"]}, set()),
    ],
)
def test_filters_narrow_and_the_unknown_is_a_value_of_its_own(few, filters, passing):
    assert ids(few, **filters) == passing


def test_counts_follow_the_other_filters_but_not_their_own(few):
    assert counts(few, "sectors") == {"01": 2, "02": 1, "": 1}
    assert counts(few, "sectors", sectors=["02"]) == {"01": 2, "02": 1, "": 1}
    assert counts(few, "regencies", sectors=["02"]) == {"9901": 1}
    assert counts(few, "sectors", sectors=["02"], regencies=["9902"]) == {"01": 1, "": 1}
    assert counts(few, "stages", least_maturity=40) == {"penerapan": 2}
    assert counts(few, "classes") == {"1": 1, "2": 1, "3": 1, "": 1}


def test_an_innovation_of_two_themes_counts_in_both(few):
    assert counts(few, "themes") == {"a": 1, "b": 1, "": 3}
    assert counts(few, "themes", themes=["a"]) == {"a": 1, "b": 1, "": 3}


def test_the_last_of_the_wanted_years_speaks_for_an_innovation(twice):
    every = explore.ALL
    last = queries.ask(twice, "explore_innovations", **every, order="name", skip=0, most=9)
    assert toy.rows(last, "year", "stage", "maturity") == [(2026, "penerapan", 80)]
    before = queries.ask(
        twice, "explore_innovations", **every | {"years": ["2025"]}, order="name", skip=0, most=9
    )
    assert toy.rows(before, "year", "stage", "maturity") == [(2025, "uji coba", 30)]
    assert ids(twice, stages=["uji coba"]) == set()
    assert counts(twice, "years", years=["2025"]) == {"2025": 1, "2026": 1}


def test_the_counts_of_each_filter_are_what_choosing_it_would_show(simulated):
    chosen = explore.ALL | {
        "sectors": ["02"], "stages": ["penerapan"], "years": ["2025"], "digitals": ["ya"],
        "words": explore_words.wanted("kesehatan"),
    }  # fmt: skip
    rows = queries.ask(simulated, "explore_facets", **chosen)
    assert set(rows["filter"]) == set(explore.FILTERS)
    for name in explore.FILTERS:
        own = rows[rows["filter"] == name].head(3)
        for value, told in zip(own["value"], own["innovations"], strict=True):
            one = queries.ask(simulated, "explore_count", **chosen | {name: [value]})
            assert one["innovations"].iloc[0] == told, (name, value)


def test_pages_of_levels_meet_without_gap_or_overlap(simulated):
    given = explore.ALL | {"sectors": ["38"]}
    whole = queries.ask(simulated, "explore_levels", **given, skip=0, most=None)
    pages = [
        queries.ask(simulated, "explore_levels", **given, skip=skip, most=7)
        for skip in range(0, 28, 7)
    ]
    cells = ("innovation_id", "indicator", "level")
    assert [row for page in pages for row in toy.rows(page, *cells)] == toy.rows(whole, *cells)[:28]
    counted = queries.ask(simulated, "explore_count", **given)
    assert len(whole) == counted["levels"].iloc[0]


def test_a_cross_table_adds_up_to_all_that_pass(few, simulated):
    cells = queries.ask(few, "explore_cross", **explore.ALL, down="sectors", across="regencies")
    assert toy.rows(cells, "down", "across", "innovations", "maturity") == [
        ("", "9902", 1, None), ("01", "9901", 1, 70), ("01", "9902", 1, 50), ("02", "9901", 1, 30),
    ]  # fmt: skip
    alone = queries.ask(few, "explore_cross", **explore.ALL, down="themes", across="")
    assert toy.rows(alone, "down", "across", "innovations") == [
        ("", "", 3), ("a", "", 1), ("b", "", 1),
    ]  # fmt: skip
    given = explore.ALL | {"stages": ["penerapan"]}
    every = queries.ask(simulated, "explore_cross", **given, down="classes", across="initiators")
    counted = queries.ask(simulated, "explore_count", **given)
    assert every["innovations"].sum() == counted["innovations"].iloc[0]


def test_points_of_a_sector_are_few_always_the_same_and_hold_both_ends(simulated):
    asked = [queries.ask(simulated, "explore_points", **explore.ALL, each=10) for _ in range(2)]
    assert asked[0].equals(asked[1])
    assert asked[0].groupby("sector_id").size().max() <= 10
    ends = queries.ask(simulated, "explore_maturity", **explore.ALL).set_index("sector_id")
    drawn = asked[0].groupby("sector_id")["maturity"].agg(["min", "max"])
    assert drawn["min"].equals(ends["least"].loc[drawn.index].rename("min"))
    assert drawn["max"].equals(ends["most"].loc[drawn.index].rename("max"))


def test_governments_records_keep_to_their_filters(published):
    given = {"years": ["2024"], "regencies": ["6310"], "kinds": []}
    facts = queries.ask(published, "explore_facts", **given, skip=0, most=None)
    assert set(facts["code"]) == {"6310"}
    assert set(facts["year"]) == {2024}
    assert (facts["total"] == len(facts)).all()
    records = queries.ask(
        published, "explore_replications", **given | {"years": [], "sectors": []}, skip=0, most=None
    )
    assert records["receiver"].str.contains("Tanah Bumbu").any()
    scores = queries.ask(published, "explore_scores", **given | {"years": []}, skip=0, most=None)
    levels = queries.ask(
        published, "explore_government_levels", **given | {"years": []}, skip=0, most=2
    )
    assert set(scores["code"]) == {"6310"}
    assert len(levels) == 2
    assert levels["total"].iloc[0] > 2
    assert levels["indicator_name"].notna().all()


def test_two_figures_of_a_toy_province_go_together_as_computed_by_hand(published):
    rows = queries.ask(published, "explore_figure", figure="poverty_rate", year=None)
    assert len(rows) == 13
    assert rows["year"].nunique() == 1
    both = explore_correlation.together(rows["value"], -rows["value"])
    assert both.pearson is not None
    assert both.pearson.value == pytest.approx(-1)


def test_every_offered_figure_can_be_asked(published, simulated):
    for db in (published, simulated):
        offered = queries.ask(db, "explore_figures")
        for figure, governments in toy.rows(offered, "figure", "governments"):
            rows = queries.ask(db, "explore_figure", figure=figure, year=None)
            assert rows["value"].notna().sum() == governments, figure
