"""The ranking of candidates, on a toy pool in which a person can see the right order."""

import pandas as pd
import pytest

from queries import baselines, candidates, near_duplicates

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
# Behind the peers: PAD (2 of 2 levels to win), VIDEO and MONEV; REPLIKASI is for others to give.
INDICATORS = pd.DataFrame(
    {
        "number": ["7", "5b", "35", "34", "31"],
        "indicator": ["PAD", "TPT_NILAI", "VIDEO", "MONEV", "REPLIKASI"],
        "grouping": ["SPD", "SPD", "SID", "SID", "SID"],
        "outcome": [True, True, False, False, True],
        "name": ["Peningkatan PAD", "Pengangguran", "Video", "Monev", "Replikasi"],
        "verdict": ["di bawah", "setara", "di bawah", "di bawah", "di bawah"],
        "headroom": [1.2, 0.6, 3.0, 1.0, 3.6],
        "points_per_level": [0.6, 0.3, 1.6, 0.8, 1.2],
        "level_max": [3.0] * 5,
        "level_floor": [1, 1, 0, 0, 0],
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
# One more innovation of sector 01 opens the count score, of which a second one still lacks.
STAKES = pd.DataFrame(
    {
        "sector_id": ["01", "34", "27"],
        "innovations": [0, 0, 3],
        "points": [2.8, 0.0, 0.0],
        "lacking": pd.array([2, None, None], dtype="Int32"),
    }
)
MOST = 3.0 + 1.0 + 1.2 + 2.8
FIGURES = ["need_row_total", "need_indicator_points", "need_sector_points"]


def pool(*names: str, **columns: list) -> pd.DataFrame:
    count = len(names)
    usual = {
        "innovation_id": [f"b-{name}" for name in names],
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
        "strong": [None] * count,
    }
    return pd.DataFrame({"name": list(names), **usual, **columns})


def ranked(
    rows: pd.DataFrame,
    own: tuple[str, ...] = (),
    alike: pd.DataFrame | None = None,
    copies: dict[str, str] | None = None,
    **given: object,
) -> pd.DataFrame:
    """The pool ranked for a Kabupaten without a report, unless stakes are given.

    Args:
        copies: of the government's own: status by id, all of 2025.
    """
    ids = [f"own-{name}" for name in own]
    running = pd.DataFrame({"name": own, "innovation_id": ids, "sector_id": "01"}, dtype="str")
    texts = pd.DataFrame(columns=["innovation_id", "own_id", "alike"]) if alike is None else alike
    made = copies or {}
    copied = pd.DataFrame({"innovation_id": [*made], "status": [*made.values()], "year": 2025})
    usual: dict = {"strength": pd.Series({"b": "skor"})}
    fixed = {"twins": near_duplicates.found(rows, running, texts, copied, SETTING),
             "near": NEAR, "kind": "Kabupaten", "sectors": SECTORS, "indicators": INDICATORS,
             "needs": NEEDS, "setting": SETTING, "year": 2026}  # fmt: skip
    return candidates.rank(pool=rows, **(usual | fixed | given))


def weights(**given: float) -> dict[str, float]:
    return {part: given.get(part, 1.0) for part in candidates.PARTS}


# — The parts


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
    both = pd.Series({"b": "skor", "c": "skor"})
    rows = ranked(pool("far", "near", code=["c", "b"]), strength=both)
    assert rows["name"].tolist() == ["near", "far"]
    assert rows["fit"].tolist() == pytest.approx([0.75 * 0.8 + 0.25, 0.75 * 0.2 + 0.25])
    assert rows["same_kind"].all()


def test_the_most_unlike_origin_still_counts_for_something():
    near = NEAR.assign(similarity=[80.0, 0.0])
    rows = ranked(pool("unlike", code=["c"], origin_kind=["Kota"]), near=near)
    assert rows["fit"].tolist() == [SETTING["fit_floor"]]
    assert rows["score"].iloc[0] > 0


def test_one_long_unseen_fades():
    rows = ranked(
        pool("old", "new", "unknown", last_year=pd.array([2018, 2025, None], dtype="Int32"))
    ).set_index("name")
    assert rows.loc["new", ["alive", "years_since"]].tolist() == [1, 0]
    assert rows.loc["old", ["alive", "years_since"]].tolist() == pytest.approx([0.1, 7])
    assert rows.loc["unknown", ["alive", "years_since"]].isna().all()


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


def test_only_stronger_origins_or_national_awards_are_admitted():
    rows = ranked(
        pool("weak", "weak but national", "strong", code=["c", "c", "b"],
             award_grade=[None, "nasional", None])
    ).set_index("name")  # fmt: skip
    admitted = {"weak": False, "weak but national": True, "strong": True}
    assert rows["admitted"].to_dict() == admitted
    assert rows.loc["strong", "stronger_by"] == "skor"


# — Need without a report: shares stand in for points


def test_the_indicator_behind_the_peers_makes_its_sector_needed():
    row = ranked(pool("pajak", sector_id=["34"])).iloc[0]
    assert row["need_indicator"] == "PAD"
    assert row["need_indicator_points"] == row["need_points"] == 1.2
    assert row["need"] == 1.0  # the whole row is still to win: 1.2 of 2 levels × 0.6


def test_an_indicator_level_with_the_peers_makes_no_need():
    row = ranked(pool("kerja", sector_id=["27"], themes=["jobs"])).iloc[0]
    assert pd.isna(row["need_indicator"])
    assert row["need"] == 0.2


def test_without_a_report_no_points_of_sid_rows_are_told():
    row = ranked(pool("video", strong=["VIDEO"])).iloc[0]
    assert row[["need_rows", "need_row_total", "need_sector_points", "need_most"]].isna().all()


# — Need with a report: points at stake where the candidate is strong


def test_need_counts_the_points_of_every_row_behind_in_which_the_candidate_is_strong():
    strong = ["VIDEO MONEV", "MONEV VIDEO_LAIN", ""]
    rows = ranked(pool("both", "one", "none", sector_id=["27"] * 3, strong=strong),
                  sectors=STAKES)  # fmt: skip
    assert rows["name"].tolist() == ["both", "one", "none"]
    assert rows["need_rows"].tolist() == ["35 34", "34", ""]
    assert rows["need_row_points"].tolist() == ["3.0000 1.0000", "1.0000", ""]
    assert rows["need_points"].tolist() == [4, 1, 0]
    assert rows["need"].tolist() == pytest.approx([0.2 + 0.8 * 4 / MOST, 0.2 + 0.8 / MOST, 0.2])


def test_what_others_made_of_an_innovation_is_not_for_copying():
    row = ranked(pool("copied", sector_id=["27"], strong=["REPLIKASI"]), sectors=STAKES)
    assert row.loc[0, "need_points"] == 0


def test_the_linked_indicator_and_the_sector_add_their_points():
    rows = ranked(
        pool("pajak", "sekolah", sector_id=["34", "01"], strong=["MONEV", "MONEV"]),
        sectors=STAKES,
    ).set_index("name")
    assert rows.loc["pajak", FIGURES].tolist() == [1, 1.2, 0]
    assert rows.loc["sekolah", FIGURES].fillna(0).tolist() == [1, 0, 2.8]
    assert rows.loc["sekolah", "need_lacking"] == 2
    assert rows["need_points"].to_dict() == pytest.approx({"pajak": 2.2, "sekolah": 3.8})
    assert rows["need_most"].tolist() == pytest.approx([MOST, MOST])


def test_who_brings_all_that_is_at_stake_is_needed_wholly_and_unknown_levels_bring_none():
    everything = {"sector_id": ["01", "01"], "strong": ["MONEV VIDEO", None]}
    needs = NEEDS.assign(value=["01", "jobs"])
    rows = ranked(pool("all", "unseen", **everything), sectors=STAKES, needs=needs)
    assert rows["need"].tolist() == pytest.approx([1, 0.2 + 0.8 * (1.2 + 2.8) / MOST])
    assert pd.isna(rows.loc[1, "need_rows"])


def test_where_nothing_is_at_stake_everything_is_needed_as_little():
    level = INDICATORS.assign(verdict="setara")
    rows = ranked(pool("a", "b", strong=["VIDEO", ""]), indicators=level,
                  sectors=STAKES.assign(points=0.0))  # fmt: skip
    assert rows["need"].tolist() == [0.2, 0.2]


def test_where_hardly_anything_is_at_stake_nothing_is_an_urgent_need():
    level = INDICATORS.assign(verdict="setara")
    few = STAKES.assign(points=[0.5, 0.0, 0.0])
    rows = ranked(pool("a", strong=[""]), indicators=level, sectors=few)
    assert rows["need_most"].tolist() == [SETTING["need_full_points"]] == [2]
    assert rows["need"].tolist() == pytest.approx([0.2 + 0.8 * 0.5 / 2])


def test_who_is_known_by_nothing_has_no_need():
    row = ranked(pool("unknown", sector_id=[None]), sectors=STAKES).iloc[0]
    assert pd.isna(row["need"])
    assert pd.isna(row["need_points"])


# — The score


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


def test_a_weight_of_two_counts_a_part_twice():
    row = ranked(pool("only"), weights=weights(proof=2)).iloc[0]
    known = row["need"] * row["proof"] ** 2 * row["fit"] * row["alive"]
    assert row["score"] == pytest.approx(known**0.2)


def test_a_weight_of_zero_leaves_a_part_out_that_is_still_known():
    row = ranked(pool("only"), weights=weights(proof=0)).iloc[0]
    assert row["score"] == pytest.approx((row["need"] * row["fit"] * row["alive"]) ** (1 / 3))
    assert row["unknown"] == "ease"


def test_other_weights_give_another_order():
    rows = pool("proven", "needed", sector_id=["27", "01"], copies=[1, 0])
    assert ranked(rows, weights=weights(need=0)).loc[0, "name"] == "proven"
    assert ranked(rows, weights=weights(proof=0)).loc[0, "name"] == "needed"


def test_who_is_known_by_no_part_that_weighs_has_no_score_and_comes_last():
    only_ease = {"need": 0, "proof": 0, "fit": 0, "ease": 1, "alive": 0}
    rows = ranked(pool("a", "z", demand=[float("nan"), 1]), weights=only_ease)
    assert rows["name"].tolist() == ["z", "a"]
    assert pd.isna(rows.loc[1, "score"])


@pytest.mark.parametrize("wrong", [
    weights(need=-1), weights(need=float("nan")), weights(need=float("inf")),
    dict.fromkeys(candidates.PARTS, 0.0), {"need": 1.0}, weights() | {"price": 1.0},
])  # fmt: skip
def test_weights_that_are_none_are_refused(wrong):
    with pytest.raises(ValueError, match="weight"):
        ranked(pool("only"), weights=wrong)


def test_ties_go_to_better_proof_then_to_the_name():
    same = {"sector_id": ["01", "27", "01"], "copies": [0, 1, 0]}
    rows = ranked(pool("b", "proven", "a", **same), weights=weights(fit=0))
    assert rows["score"].nunique() == 1  # 1.0 × 0.2 and 0.2 × 1.0
    assert rows["name"].tolist() == ["proven", "a", "b"]


# — Near-duplicates of what the government runs


def test_a_near_duplicate_by_name_is_set_apart_with_the_reason_and_comes_last():
    rows = ranked(pool("SI PINTAR (contoh)", "LAIN", copies=[5, 0]), own=("Si Pintar (uji)",))
    assert rows["name"].tolist() == ["LAIN", "SI PINTAR (contoh)"]
    assert rows["duplicate_of"].fillna("").tolist() == ["", "Si Pintar (uji)"]
    assert rows.loc[1, "duplicate_why"] == "nama 100/100, urusan sama, uraian lain"


def test_what_the_government_copied_already_is_set_apart_as_that():
    copies = {"b-COPIED": "direplikasi", "b-PROMISED": "komitmen", "elsewhere": "direplikasi"}
    rows = ranked(pool("COPIED", "PROMISED", "NEW", copies=[5, 5, 0]), copies=copies)
    assert rows["name"].iloc[0] == "NEW"
    told = rows.set_index("name")["duplicate_why"]
    assert told["COPIED"] == "sudah direplikasi (2025)"
    assert told["PROMISED"] == "sudah disepakati ditiru (2025)"
    assert rows["duplicate_of"].notna().tolist() == [False, True, True]


def test_a_common_ending_makes_no_two_names_alike():
    rows = ranked(
        pool("JUPE (contoh dari putaran rekaan)"), own=("SIBA (contoh dari putaran rekaan)",)
    )
    assert rows["duplicate_of"].isna().all()


def test_a_near_duplicate_by_its_text_is_told_from_the_most_alike_of_the_own():
    alike = pd.DataFrame(
        {"innovation_id": ["b-X", "b-X"], "own_id": ["own-A", "own-B"], "alike": [71.0, 82.0]}
    )
    row = ranked(pool("X"), own=("A", "B"), alike=alike).iloc[0]
    assert row["duplicate_of"] == "B"
    assert row[["duplicate_name", "duplicate_text"]].tolist() == [0, 82]
    assert row["duplicate_why"] == "nama 0/100, urusan sama, uraian 82/100"


def test_a_text_alike_to_one_that_is_not_offered_counts_for_nobody():
    alike = pd.DataFrame({"innovation_id": ["elsewhere"], "own_id": ["own-A"], "alike": [99.0]})
    assert ranked(pool("X"), own=("A",), alike=alike)["duplicate_of"].isna().all()


# — The whole


def test_nothing_is_changed_in_place():
    rows = pool("one", "two")
    before = rows.copy(deep=True)
    ranked(rows)
    pd.testing.assert_frame_equal(rows, before)


def test_who_is_offered_nothing_ranks_nothing():
    rows = ranked(pool(), own=("A",))
    assert rows.empty
    assert {"score", "need", "duplicate_of"} <= set(rows.columns)


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
