"""Peers are alike in structure; on four toy governments one can see who is near whom."""

import pandas as pd
import pytest

from queries import peers


def features(**values: list[float]) -> pd.DataFrame:
    """features(size=[1, 2, 3]) gives governments a, b, c."""
    return pd.DataFrame(
        [
            {"code": code, "feature": feature, "value": float(value)}
            for feature, row in values.items()
            for code, value in zip("abcdefgh", row, strict=False)
        ]
    )


def near(frame: pd.DataFrame, code: str) -> pd.DataFrame:
    found = peers.distances(peers.standardise(frame))
    return found[found["code"] == code].set_index("peer")


def test_standardised_features_have_mean_0_and_deviation_1():
    rows = peers.standardise(features(size=[1, 2, 3], wealth=[10, 10, 40]))
    by_feature = rows.groupby("feature")["standardised"]
    assert by_feature.mean().abs().max() < 1e-12
    assert by_feature.std(ddof=0).tolist() == pytest.approx([1, 1])


def test_a_feature_without_spread_separates_nobody():
    rows = peers.standardise(features(size=[1, 2, 3], same=[5, 5, 5]))
    assert (rows.loc[rows["feature"] == "same", "standardised"] == 0).all()


def test_the_unit_of_a_feature_does_not_matter():
    in_people = near(features(size=[1, 2, 9], wealth=[3, 1, 2]), "a")
    in_thousands = near(features(size=[1000, 2000, 9000], wealth=[3, 1, 2]), "a")
    pd.testing.assert_frame_equal(in_people, in_thousands)


def test_similarity_is_0_for_the_most_unlike_pair_and_falls_with_distance():
    rows = near(features(size=[0, 1, 10]), "a")
    assert rows.loc["c", "similarity"] == pytest.approx(0)
    assert rows.loc["b", "similarity"] == pytest.approx(90)
    assert rows["place"].to_dict() == {"b": 1, "c": 2}


def test_distance_is_the_same_both_ways():
    frame = features(size=[0, 1, 10, 4], wealth=[2, 8, 1, 1])
    assert near(frame, "a").loc["d", "distance"] == near(frame, "d").loc["a", "distance"]


def test_reasons_name_what_brings_together_and_what_separates():
    frame = features(size=[0, 0, 10, 10], wealth=[0, 1, 9, 10], mine=[0, 10, 0, 10])
    row = near(frame, "a").loc["b"]
    assert set(row["together"].split()) == {"size", "wealth"}
    assert row["apart"] == "mine"


def test_a_peer_that_hangs_on_one_feature_falls_back_without_it():
    # b differs from a in size only, c in wealth only, d in both
    frame = features(size=[0, 9, 0, 9], wealth=[0, 0, 9, 9])
    rows = near(frame, "a")
    assert rows.loc["b", "place"] == 1
    assert rows.loc["b", "worst_place"] == 2  # leave wealth out: c is as a is, b is not
    assert rows.loc["d", "worst_place"] == 3


def test_identical_governments_are_fully_alike():
    rows = near(features(size=[1, 1, 1]), "a")
    assert rows["distance"].eq(0).all()
    assert rows["similarity"].eq(100).all()


REGENCIES = pd.DataFrame({"code": list("abcd"), "kind": ["Kabupaten", "Kota", "Kabupaten", "Kota"]})
NEIGHBOURS = pd.DataFrame({"code": ["a", "a", "b"], "neighbour": ["d", "c", "a"]})
NEAR = pd.DataFrame({"peer": ["b", "c", "d"], "place": [1, 2, 3]})


@pytest.mark.parametrize(
    ("basis", "picked", "chosen"),
    [
        ("struktur", (), ["b", "c"]),
        ("bertetangga", (), ["c", "d"]),
        ("sejenis", (), ["c"]),
        ("semua", (), ["b", "c", "d"]),
        ("pilih sendiri", ("d", "a", "zz"), ["d"]),
        ("pilih sendiri", (), []),
    ],
)
def test_peers_are_chosen_by_the_basis_and_never_include_oneself(basis, picked, chosen):
    assert peers.choose(basis, NEAR, REGENCIES, NEIGHBOURS, "a", 2, picked) == chosen


def test_tanah_bumbu_is_most_like_tanah_laut(published):
    import queries

    rows = queries.ask(published, "peer_distances", code="6310")
    assert rows["name"].head(4).tolist() == ["Tanah Laut", "Tapin", "Kotabaru", "Tabalong"]
    assert rows["similarity"].is_monotonic_decreasing
    assert rows["worst_place"].ge(rows["place"]).all()
