"""Every question answers toy rows as one would in the head."""

from math import log

import pytest

from queries import ask
from queries.preparation import write
from tests import toy

READ = "bacaan penyusun"
STANDING = "predicate next_predicate distance bands_known"
POINTS = "indicator peer_median points_to_median headroom"


@pytest.fixture
def db():
    with toy.database() as province:
        yield province


def told(db, question, columns, **given):
    """Chosen columns of the answer to a question, as tuples."""
    return toy.rows(ask(db, question, **given), *columns.split())


def claim(db, code="9901", year=2024, score=None, **more):
    toy.add(db, "index_claim", code=code, year=year, score=score, **more)


def bands(db, year, **limits):
    """Bands of a year by lower limit; each ends a hundredth under the next, the last at 100."""
    uppers = [limit - 0.01 for limit in list(limits.values())[1:]] + [100]
    for (name, lower), upper in zip(limits.items(), uppers, strict=True):
        toy.add(db, "band", year=year, predicate=name.replace("_", " "), lower=lower, upper=upper)


# — Scores


def test_the_best_score_comes_first_and_the_unknown_last(db):
    claim(db, "9901", score=50)
    claim(db, "9903", score=70)
    best_first = [("9903", 70), ("9901", 50), ("9902", None)]
    assert told(db, "scores", "code score", year=None) == best_first


def test_without_scores_the_better_predicate_then_the_better_rank_comes_first(db):
    claim(db, "9901", predicate="Inovatif", rank=9, rank_scope="kalsel")
    claim(db, "9902", predicate="Inovatif", rank=8, rank_scope="kalsel")
    claim(db, "9903", predicate="Sangat Inovatif")
    assert told(db, "scores", "code", year=2024) == [("9903",), ("9902",), ("9901",)]


@pytest.mark.parametrize(("year", "row"), [
    (None, (60, 2023, "Inovatif", 2024)), (2022, (40, 2022, None, None)),
    (2024, (None, None, "Inovatif", 2024)), (2020, (None, None, None, None)),
])  # fmt: skip
def test_a_year_shows_what_it_knows_and_no_year_the_latest_known(db, year, row):
    claim(db, year=2022, score=40)
    claim(db, year=2023, score=60)
    claim(db, year=2024, predicate="Inovatif")
    claim(db, year=2020, predicate="Sangat Inovatif")
    columns = "code score score_year predicate predicate_year"
    assert ("9901", *row) in told(db, "scores", columns, year=year)


@pytest.mark.parametrize(("worse", "better"), [
    ({"status": "sementara"}, {"status": "tercetak"}),
    ({"status": "turunan"}, {"status": "sementara"}),
    ({"year_basis": READ}, {"year_basis": "tercetak"}),
    ({"source_id": "S2"}, {"source_id": "S1"}),
    ({"claim_id": "C2"}, {"claim_id": "C1"}),
    ({"status": "sementara"}, {"status": "tercetak", "year_basis": READ, "source_id": "S2"}),
    ({"year_basis": READ}, {"year_basis": "tercetak", "source_id": "S2"}),
    ({"source_id": "S2", "claim_id": "C1"}, {"source_id": "S1", "claim_id": "C2"}),
])  # fmt: skip
def test_the_preferred_claim_speaks_for_its_year(db, worse, better):
    toy.add(db, "source", source_id="S2", grade="B")
    claim(db, score=50, **worse)
    claim(db, score=60, **better)
    assert ("9901", 60) in told(db, "scores", "code score", year=2024)
    assert told(db, "claims", "score used", code="9901") == [(60, True), (50, False)]


def test_each_figure_comes_from_the_most_preferred_claim_that_has_it(db):
    claim(db, predicate="Inovatif")
    claim(db, score=55, status="sementara", innovations=20)
    claim(db, score=50, status="turunan", innovations=10)
    figures = db.execute("select score, predicate, innovations, claims from index_score")
    assert figures.fetchall() == [(55, "Inovatif", 20, 3)]


def test_a_count_that_is_not_final_is_no_count(db):
    claim(db, innovations=125, count_final=False)
    claim(db, innovations=60, status="turunan")
    assert db.execute("select innovations, in_conflict from index_score").fetchall() == [
        (60, False)
    ]


@pytest.mark.parametrize(("year", "score", "outside"), [
    (2024, 68.67, True), (2024, 34.99, True), (2024, 35, False), (2024, 60, False),
    (2022, 68.67, False),
])  # fmt: skip
def test_a_score_outside_the_band_of_its_predicate_is_told(db, year, score, outside):
    bands(db, 2024, Inovatif=35, Sangat_Inovatif=60.01)
    claim(db, year=year, score=score, predicate="Inovatif")
    assert db.execute("select outside_band from index_score").fetchone() == (outside,)
    assert len(ask(db, "conflicts")) == outside


@pytest.mark.parametrize(("one", "other", "contradict"), [
    ({"score": 50}, {"score": 51}, True),
    ({"rank": 4, "rank_scope": "nasional"}, {"rank": 6, "rank_scope": "nasional"}, True),
    ({"rank": 4, "rank_scope": "nasional"}, {"rank": 6, "rank_scope": "kalsel"}, False),
    ({"predicate": "Inovatif"}, {"score": 51}, False),
    ({"innovations": 20}, {"innovations": 21}, True),
    ({"innovations": 20}, {"innovations": 21, "count_final": False}, False),
])  # fmt: skip
def test_contradicting_claims_are_told_the_preferred_first(db, one, other, contradict):
    claim(db, **other, status="turunan")
    claim(db, **one)
    both = [("C02", True), ("C01", False)]
    assert told(db, "conflicts", "claim_id used") == (both if contradict else [])


def test_the_years_between_the_first_and_last_known_are_rows_of_nulls(db):
    claim(db, year=2020, predicate="Inovatif")
    claim(db, year=2021, score=30)
    claim(db, "9902", year=2024, score=60)
    known = [(2021, 30), (2022, None), (2023, None), (2024, None)]
    assert told(db, "score_history", "year score", code="9901") == known


def test_coverage_says_of_every_regency_and_year_what_is_known(db):
    claim(db, year=2020, predicate="Inovatif")
    claim(db, year=2022, score=30)
    claim(db, year=2022, score=31)
    known = told(db, "coverage", "year has_score has_predicate in_conflict claims")
    assert len(known) == 3 * 3
    assert known[0] == (2020, False, True, False, 1)
    assert known[1] == (2021, False, False, False, 0)
    assert known[2] == (2022, True, False, True, 2)


# — Standing


def test_a_scored_regency_stands_in_its_band_and_sees_the_next(db):
    bands(db, 2024, Kurang_Inovatif=0.01, Inovatif=40, Sangat_Inovatif=65)
    claim(db, "9901", score=55)
    claim(db, "9902", score=90)
    middle, top = ("Inovatif", "Sangat Inovatif", 10, True), ("Sangat Inovatif", None, None, True)
    assert told(db, "standing", STANDING, code="9901", year=None) == [middle]
    assert told(db, "standing", STANDING, code="9902", year=2024) == [top]


def test_a_score_of_a_year_without_bands_stands_nowhere(db):
    bands(db, 2024, Inovatif=40)
    claim(db, year=2022, score=55)
    nowhere = (None, None, None, False)
    assert told(db, "standing", STANDING, code="9901", year=None) == [nowhere]


def test_a_predicate_alone_is_between_its_limits_away_from_the_next(db):
    bands(db, 2024, Inovatif=40, Sangat_Inovatif=65)
    claim(db, predicate="Inovatif")
    columns = "score next_predicate distance_least distance_most"
    away = (None, "Sangat Inovatif", pytest.approx(0.01), 25)
    assert told(db, "standing", columns, code="9901", year=2024) == [away]


def test_a_predicate_newer_than_the_score_comes_before_it(db):
    claim(db, year=2021, predicate="Kurang Inovatif")
    claim(db, year=2022, score=55)
    claim(db, year=2023, predicate="Inovatif")
    newer_first = [(2023, False), (2022, True)]
    assert told(db, "standing", "year has_score", code="9901", year=None) == newer_first


def test_of_whom_nothing_is_known_nothing_is_said(db):
    claim(db, year=2020, predicate="Inovatif")
    assert ask(db, "standing", code="9901", year=None).empty


# — Government levels from published figures


@pytest.fixture
def one():
    """A single regency, three facts and the rules that turn them into levels."""
    edges = {"KEMISKINAN_NILAI": (13.10, 4.82, "down"), "KEMISKINAN_PROGRES": (0.08, 1.16, "up"),
             "IPM_NILAI": (70, 80, "up"), "PAD": (-5.13, 33.85, "up")}  # fmt: skip
    with toy.database("9901") as province:
        for fact in ("poverty_rate", "human_development_index", "realised_own_revenue"):
            toy.add(province, "fact", fact=fact)
        toy.add(province, "ruleset", year=2026)
        for code, (second, third, better) in edges.items():
            limits = {"level2_from": second, "level3_from": third, "better": better}
            toy.add(province, "indicator", code=code, **limits)
        yield province


def figure(db, fact, year, value, code="9901", **more):
    toy.add(db, "regency_fact", code=code, fact=fact, year=year, value=value, **more)


def levels(db, indicator, columns):
    rows = told(db, "spd_levels", f"indicator {columns}")
    return [row[1:] for row in rows if row[0] == indicator]


@pytest.mark.parametrize(("fact", "indicator", "value", "level"), [
    ("poverty_rate", "KEMISKINAN_NILAI", 13.11, 1), ("poverty_rate", "KEMISKINAN_NILAI", 13.10, 2),
    ("poverty_rate", "KEMISKINAN_NILAI", 4.83, 2), ("poverty_rate", "KEMISKINAN_NILAI", 4.82, 3),
    ("human_development_index", "IPM_NILAI", 69.99, 1),
    ("human_development_index", "IPM_NILAI", 70, 2),
    ("human_development_index", "IPM_NILAI", 79.99, 2),
    ("human_development_index", "IPM_NILAI", 80, 3),
])  # fmt: skip
def test_on_the_edge_the_upper_level_wins(one, fact, indicator, value, level):
    figure(one, fact, 2025, value)
    assert levels(one, indicator, "level raw_value years") == [(level, value, "2025")]


@pytest.mark.parametrize(("fact", "indicator", "before", "now", "change", "level"), [
    ("poverty_rate", "KEMISKINAN_PROGRES", 8.00, 7.93, 0.07, 1),
    ("poverty_rate", "KEMISKINAN_PROGRES", 8.00, 6.84, 1.16, 3),
    ("realised_own_revenue", "PAD", 100, 94.86, -5.14, 1),
    ("realised_own_revenue", "PAD", 100, 120, 20, 2),
    ("realised_own_revenue", "PAD", 200, 268, 34, 3),
])  # fmt: skip
def test_a_change_is_this_year_against_the_last(one, fact, indicator, before, now, change, level):
    figure(one, fact, 2024, before)
    figure(one, fact, 2025, now)
    row = (change, level, "2024–2025", "dihitung")
    assert levels(one, indicator, "raw_value level years basis") == [row]


def test_a_change_that_rests_on_a_provisional_figure_is_provisional(one):
    figure(one, "poverty_rate", 2024, 8, status="sementara")
    figure(one, "poverty_rate", 2025, 7)
    assert levels(one, "KEMISKINAN_PROGRES", "status") == [("sementara",)]
    assert levels(one, "KEMISKINAN_NILAI", "status") == [("tetap",)]


def test_without_the_year_before_there_is_no_change(one):
    figure(one, "poverty_rate", 2023, 8)
    figure(one, "poverty_rate", 2025, 7)
    assert levels(one, "KEMISKINAN_PROGRES", "level") == []


def test_the_year_used_is_the_latest_that_all_regencies_have_and_is_over(one):
    toy.add(one, "regency", code="9902")
    for code, years in {"9901": (2023, 2024, 2025, 2026), "9902": (2023, 2024, 2026)}.items():
        for year in years:
            figure(one, "poverty_rate", year, 5, code=code)
    assert levels(one, "KEMISKINAN_NILAI", "code years") == [("9901", "2024"), ("9902", "2024")]


# — Gaps


@pytest.fixture
def levelled(db):
    """Weights 1 and 2, so a highest of 3 × 3 = 9; of 200 in all, a level is worth 0.5 and 1."""
    toy.add(db, "ruleset", year=2026, spd_max=9, total_max=200)
    for indicator, weight, own in (("ONE", 1, 1), ("TWO", 2, 2)):
        toy.add(db, "indicator", code=indicator, weight=weight)
        for code, level in (("9901", own), ("9902", 3), ("9903", 2)):
            toy.add(db, "government_level", code=code, indicator=indicator, level=level)
    write(db, "indicator_level", ask(db, "government_levels"))
    return db


def points(db, code, peers):
    return told(db, "indicator_gaps", POINTS, code=code, peers=peers, year=None)


def test_a_gap_is_worth_weight_times_levels_over_the_total(levelled):
    one, two = ("ONE", 2.5, 0.75, 1), ("TWO", 2.5, 0.5, 1)
    assert points(levelled, "9901", ["9902", "9903"]) == [one, two]


def test_the_most_points_at_stake_come_first(levelled):
    assert points(levelled, "9903", ["9902"]) == [("TWO", 3, 1, 1), ("ONE", 3, 0.5, 0.5)]


def test_without_peers_only_the_headroom_is_known(levelled):
    assert points(levelled, "9902", []) == [("ONE", None, None, 0), ("TWO", None, None, 0)]


def test_an_older_ruleset_does_not_change_what_a_level_is_worth(levelled):
    toy.add(levelled, "ruleset", year=2023, spd_max=9, total_max=100)
    toy.add(levelled, "indicator", ruleset="2023", code="ONE", weight=3)
    assert points(levelled, "9901", ["9902"]) == [("ONE", 3, 1, 1), ("TWO", 3, 1, 1)]


@pytest.fixture
def inventive(db):
    """Sector 01: none here (9901), one in 9902, three in 9903; sector 02: one here."""
    for sector in ("01", "02"):
        toy.add(db, "sector", sector_id=sector)
    prize = {"award": "Juara", "award_grade": "nasional"}
    toy.add(db, "innovation", code="9901", sector_id="02", **prize)
    for code in ("9902", "9903", "9903", "9903"):
        toy.add(db, "innovation", code=code, sector_id="01")
    return db


def test_sectors_are_counted_here_and_among_the_peers(inventive):
    columns = "sector_id innovations peer_median peer_high peer_total peers_with"
    counted = told(
        inventive, "sector_gaps", columns, code="9901", peers=["9902", "9903"], year=None
    )
    assert counted == [("01", 0, 2, 3, 4, 2), ("02", 1, 0, 0, 0, 0)]


@pytest.mark.parametrize(("sector", "counts"), [
    (None, [("9903", 3, 0), ("9901", 1, 1), ("9902", 1, 0)]),
    ("02", [("9901", 1, 1), ("9902", 0, 0), ("9903", 0, 0)]),
])  # fmt: skip
def test_recorded_innovations_are_counted_most_first(inventive, sector, counts):
    columns = "code innovations national"
    assert told(inventive, "recorded", columns, sector=sector, year=None) == counts


def test_the_pool_holds_those_of_others_and_counts_only_real_copies(inventive):
    for status in ("komitmen", "direplikasi", "kunjungan", "studi tiru", "rencana"):
        toy.add(inventive, "replication", innovation_id="i02", status=status)
    pool = told(inventive, "candidate_pool", "innovation_id code copies", code="9901")
    assert pool == [("i02", "9902", 2)] + [(f"i0{n}", "9903", 0) for n in (3, 4, 5)]


# — Structure


def test_features_are_logarithms_ratios_and_plain_figures():
    facts = {"population": 1000, "area": 10, "realised_own_revenue": 20, "realised_revenue": 80,
             "poverty_rate": 4.5, "mining_share_of_grdp": 30, "agriculture_share_of_grdp": 15,
             "grdp_per_capita_current_price": 70}  # fmt: skip
    with toy.database("9901") as db:
        db.execute("update regency set kind = 'Kota'")
        for fact, value in facts.items():
            toy.add(db, "fact", fact=fact)
            figure(db, fact, 2025, value)
        found = dict(told(db, "features", "feature value"))
    expected = {"population": log(1000), "density": log(100), "kind": 1, "grdp_per_person": 70,
                "mining_share": 30, "agriculture_share": 15, "own_revenue_share": 0.25,
                "poverty_rate": 4.5}  # fmt: skip
    assert found == pytest.approx(expected)
