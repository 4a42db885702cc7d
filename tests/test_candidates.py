"""The ranking of candidates, on a toy pool in which a person can see the right order."""

import pandas as pd
import pytest

from queries import baselines, candidates

SETTING = pd.read_csv("data/rules/settings.csv").set_index("setting")["value"]
NEAR = pd.DataFrame({"peer": ["b", "c"], "similarity": [80.0, 20.0]})
SECTORS = pd.DataFrame(
    {
        "sector_id": ["01", "34", "27"],
        "basic": [True, False, False],
        "innovations": [0, 0, 3],
        "peer_median": [1.0, 1.0, 1.0],
    }
)
INDICATORS = pd.DataFrame(
    {
        "number": ["7", "5b"],
        "indicator": ["PAD", "TPT_NILAI"],
        "name": ["Peningkatan PAD", "Pengangguran"],
        "verdict": ["di bawah", "setara"],
        "headroom": [1.2, 0.6],
        "points_per_level": [0.6, 0.3],
        "level_max": [3.0, 3.0],
        "level_floor": [1, 1],
    }
)
NEEDS = pd.DataFrame(
    {
        "kind": ["urusan", "tema"],
        "value": ["34", "jobs"],
        "indicator": ["PAD", "TPT_NILAI"],
        "reason": ["pajak menaikkan PAD", "kerja menurunkan pengangguran"],
    }
)


def pool(*names: str, **columns: list) -> pd.DataFrame:
    count = len(names)
    usual = {
        "code": ["b"] * count,
        "origin_kind": ["Kabupaten"] * count,
        "sector_id": ["01"] * count,
        "award_grade": [None] * count,
        "copies": [0] * count,
        "last_year": pd.array([2025] * count, dtype="Int32"),
        "themes": [None] * count,
        "maturity": [float("nan")] * count,
        "maturity_max": [111.0] * count,
        "demand": [float("nan")] * count,
    }
    return pd.DataFrame({"name": list(names), **usual, **columns})


def ranked(rows: pd.DataFrame, own: tuple[str, ...] = (), **strength: str) -> pd.DataFrame:
    return candidates.rank(
        pool=rows,
        own=pd.DataFrame({"name": list(own)}, dtype="str"),
        strength=pd.Series(strength or {"b": "skor"}),
        near=NEAR,
        kind="Kabupaten",
        sectors=SECTORS,
        indicators=INDICATORS,
        needs=NEEDS,
        setting=SETTING,
        year=2026,
    )


def test_better_proof_ranks_higher_when_all_else_is_equal():
    rows = ranked(
        pool(
            "reported", "local", "national", "copied",
            award_grade=[None, "kabupaten", "nasional", None], copies=[0, 0, 0, 2],
        )
    )  # fmt: skip
    assert rows["name"].tolist() == ["copied", "national", "local", "reported"]
    assert rows["proof_kind"].tolist() == ["copied", "national", "local", "reported"]


def test_a_missing_basic_service_is_needed_more_than_one_that_is_covered():
    rows = ranked(pool("covered", "missing", sector_id=["27", "01"]))
    assert rows["name"].tolist() == ["missing", "covered"]
    assert rows["need"].tolist() == [1.0, 0.2]


def test_a_nearer_origin_fits_better():
    rows = ranked(pool("far", "near", code=["c", "b"]), b="skor", c="skor")
    assert rows["name"].tolist() == ["near", "far"]
    assert rows["fit"].tolist() == pytest.approx([0.75 * 0.8 + 0.25, 0.75 * 0.2 + 0.25])


def test_one_long_unseen_fades():
    rows = ranked(
        pool("old", "new", "unknown", last_year=pd.array([2018, 2025, None], dtype="Int32"))
    )
    alive = rows.set_index("name")["alive"]
    assert alive["new"] == 1
    assert alive["old"] == pytest.approx(0.1)
    assert pd.isna(alive["unknown"])


def test_the_score_is_the_geometric_mean_of_the_known_parts():
    row = ranked(pool("only")).iloc[0]
    known = row["need"] * row["proof"] * row["fit"] * row["alive"]
    assert row["score"] == pytest.approx(known**0.25)
    assert row["unknown"] == "ease"
    assert row["completeness"] == pytest.approx(0.8)


def test_unknown_parts_are_left_out_not_counted_as_zero():
    rows = ranked(pool("no sector", sector_id=[None], last_year=pd.array([None], dtype="Int32")))
    row = rows.iloc[0]
    assert row["unknown"].split() == ["need", "ease", "alive"]
    assert row["score"] == pytest.approx((row["proof"] * row["fit"]) ** 0.5)


def test_the_indicator_behind_the_peers_makes_its_sector_needed():
    row = ranked(pool("pajak", sector_id=["34"])).iloc[0]
    assert row["need_indicator"] == "PAD"
    assert row["need_points"] == 1.2
    assert row["need"] == 1.0  # the whole row is still to win: 1.2 of 2 levels × 0.6


def test_an_indicator_level_with_the_peers_makes_no_need():
    row = ranked(pool("kerja", sector_id=["27"], themes=["jobs"])).iloc[0]
    assert pd.isna(row["need_indicator"])
    assert row["need"] == 0.2


def test_a_near_duplicate_of_what_one_has_is_left_out():
    rows = ranked(pool("SI PINTAR", "LAIN"), own=("Si Pintar",))
    assert rows["name"].tolist() == ["LAIN"]


def test_only_stronger_origins_or_national_awards_are_admitted():
    rows = ranked(
        pool("weak", "weak but national", "strong", code=["c", "c", "b"],
             award_grade=[None, "nasional", None])
    ).set_index("name")  # fmt: skip
    assert rows["admitted"].to_dict() == {
        "weak": False,
        "weak but national": True,
        "strong": True,
    }
    assert rows.loc["strong", "stronger_by"] == "skor"


def test_what_asks_for_little_is_easier():
    rows = ranked(pool("light", "heavy", demand=[0.0, 1.0])).set_index("name")
    assert rows.loc["light", "ease"] == 1
    assert rows.loc["heavy", "ease"] == pytest.approx(SETTING["ease_floor"])
    assert rows.loc["heavy", "unknown"] == ""


def test_maturity_proves_more_than_a_local_award_and_less_than_a_national_one():
    rows = ranked(
        pool("local", "mature", "national", maturity=[10, 90, 90],
             award_grade=["kabupaten", "kabupaten", "nasional"])
    )  # fmt: skip
    kinds = rows.set_index("name")["proof_kind"].to_dict()
    assert kinds == {"local": "local", "mature": "maturity", "national": "national"}
    assert baselines.most_mature(rows, 2)["name"].tolist() == ["mature", "national"]


def test_nothing_is_changed_in_place():
    rows = pool("one", "two")
    before = rows.copy(deep=True)
    ranked(rows)
    pd.testing.assert_frame_equal(rows, before)


def test_the_baselines_know_nothing_of_the_asker():
    rows = ranked(pool("a", "b", "c", copies=[0, 3, 1], award_grade=["nasional", None, None]))
    assert baselines.most_copied(rows)["name"].tolist() == ["b", "c"]
    assert baselines.best_proven(rows, 2)["name"].tolist() == ["b", "c"]


@pytest.mark.parametrize("code", ["6310", "6302", "6371", "6311"])
def test_published_facts_never_offer_a_government_its_own(published, code):
    import queries

    rows = queries.ask(published, "candidate_pool", code=code)
    assert code not in set(rows["code"])
    assert rows["innovation_id"].is_unique
