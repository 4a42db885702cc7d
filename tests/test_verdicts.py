"""What a gap is called, on rows one can check in the head."""

import pandas as pd
import pytest

from queries import standing, verdicts


@pytest.mark.parametrize(
    ("points", "verdict"),
    [
        (0.6, "di bawah"),
        (0.25, "di bawah"),
        (0.15, "belum dapat dibedakan"),
        (0.0, "setara"),
        (-0.15, "belum dapat dibedakan"),
        (-0.3, "di atas"),
        (float("nan"), "tidak dibandingkan"),
    ],
)
def test_each_distance_to_the_median_has_its_word(points, verdict):
    rows = pd.DataFrame({"grouping": ["SPD"], "points_to_median": [points]})
    assert verdicts.indicators(rows, 0.25, 5)["verdict"].tolist() == [verdict]


@pytest.mark.parametrize(
    ("low", "high", "points", "innovations", "verdict"),
    [
        (1.0, 1.9, 0.6, 5, "di bawah"),
        (1.0, 2.0, 0.6, 5, "belum dapat dibedakan"),
        (1.0, 1.9, 0.2, 5, "belum dapat dibedakan"),
        (2.1, 3.0, -0.6, 5, "di atas"),
        (2.0, 3.0, -0.6, 5, "belum dapat dibedakan"),
        (1.0, 1.9, 0.6, 4, "tidak dibandingkan"),
        (1.0, 1.9, float("nan"), 5, "tidak dibandingkan"),
    ],
)
def test_a_mean_is_told_apart_only_if_its_interval_lies_on_one_side(
    low, high, points, innovations, verdict
):
    row = {"grouping": "SID", "points_to_median": points, "innovations": innovations,
           "low": low, "high": high, "peer_median": 2.0}  # fmt: skip
    assert verdicts.indicators(pd.DataFrame([row]), 0.25, 5)["verdict"].tolist() == [verdict]


def government(*rows: tuple[str, float, float]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["number", "points_to_median", "headroom"])
    return verdicts.indicators(frame.assign(grouping="SPD"), 0.25, 5)


def sectors(*rows: tuple[str, bool, int, float, int]) -> pd.DataFrame:
    columns = ["sector_id", "basic", "innovations", "peer_median", "peers_with"]
    return verdicts.sectors(pd.DataFrame(rows, columns=columns))


def test_sectors_are_told_apart_by_count():
    rows = sectors(("01", True, 0, 2.0, 3), ("02", True, 3, 2.0, 3), ("03", True, 2, 2.0, 3))
    assert rows["verdict"].tolist() == ["di bawah", "di atas", "setara"]
    assert sectors(("01", True, 0, float("nan"), 0))["verdict"].tolist() == ["tidak dibandingkan"]


def test_the_costliest_come_first_by_points_at_stake():
    rows = government(("7", 0.6, 0.6), ("5b", 0.3, 1.2), ("9", 0.0, 0.9))
    named = verdicts.costliest(rows, sectors(("01", True, 0, 1.0, 2)))
    assert [row.get("number", row.get("sector_id")) for row in named] == ["5b", "7", "01"]
    assert [row["sort"] for row in named] == ["indikator", "indikator", "urusan"]


def test_rows_level_with_the_peers_fill_up_when_nothing_else_lags():
    rows = government(("7", 0.0, 0.6), ("9", 0.0, 0.0), ("3", -0.4, 0.3))
    named = verdicts.costliest(rows, sectors(("01", True, 1, 1.0, 2)))
    assert [(row["sort"], row["number"]) for row in named] == [("ruang", "7")]


def test_a_basic_service_nobody_has_on_record_is_not_called_a_gap():
    named = verdicts.costliest(government(), sectors(("01", True, 0, 0.0, 0)))
    assert named == []


def scores(**rows: tuple[float | None, str | None]) -> pd.DataFrame:
    return pd.DataFrame(
        [{"code": code, "score": score, "predicate": name} for code, (score, name) in rows.items()]
    ).astype({"score": "float64"})


def test_the_index_gap_is_own_less_the_median_of_the_known_peers():
    rows = scores(a=(50.0, "Inovatif"), b=(60.0, "Inovatif"), c=(80.0, None), d=(None, None))
    gap = verdicts.index_gap(rows, "a", ["b", "c", "d"])
    assert (gap["own"], gap["median"], gap["gap"], gap["known"]) == (50, 70, -20, 2)


def test_an_unknown_own_score_gives_no_gap_but_predicates_are_counted():
    rows = scores(a=(None, "Inovatif"), b=(None, "Sangat Inovatif"), c=(80.0, "Kurang Inovatif"))
    gap = verdicts.index_gap(rows, "a", ["b", "c"])
    assert gap["gap"] is None
    assert gap["median"] == 80
    assert gap["peers_with_better_predicate"] == 1


def test_without_peers_nothing_is_compared():
    gap = verdicts.index_gap(scores(a=(50.0, None)), "a", [])
    assert (gap["median"], gap["gap"], gap["known"]) == (None, None, 0)
    assert gap["peers_with_better_predicate"] is None


@pytest.mark.parametrize(
    ("own", "other", "reason"),
    [
        ((50.0, "Inovatif"), (60.0, None), "skor"),
        ((50.0, "Inovatif"), (40.0, "Sangat Inovatif"), None),
        ((None, "Inovatif"), (97.0, "Sangat Inovatif"), "predikat"),
        ((None, "Inovatif"), (57.0, "Inovatif"), None),
        ((None, "Inovatif"), (97.0, None), None),
        ((None, None), (None, "Inovatif"), "kekuatan sendiri belum diketahui"),
        ((None, None), (None, "Kurang Inovatif"), None),
        ((None, None), (None, None), None),
        ((40.0, None), (None, "Sangat Inovatif"), None),
    ],
)
def test_who_is_stronger_follows_score_then_predicate(own, other, reason):
    rows = scores(a=own, b=other).set_index("code")
    assert standing.stronger(rows.loc["a"], rows.loc["b"]) == reason


def test_strengths_leave_out_oneself_and_the_weaker():
    rows = scores(a=(50.0, None), b=(60.0, None), c=(40.0, None))
    assert standing.strengths(rows, "a").to_dict() == {"b": "skor"}
