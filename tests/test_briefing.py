"""What a briefing says: place among peers, distance, the sentence to remember, the province."""

import datetime
from dataclasses import replace
from functools import partial

import pandas as pd
import pytest

import queries
from data import build, intake
from pages.parts import brief_asking, brief_content, brief_lines, brief_standing
from pages.parts.brief_facts import PROVINCE, Chosen
from queries.preparation import prepare
from tests import toy

DAY = datetime.date(2026, 11, 25)


@pytest.fixture(scope="module")
def reported():
    """Three governments of one province: 9901 reports best, 9903 worst; each has 12 innovations."""
    db = toy.official("9901", "9902", "9903")
    toy.add(db, "feature", feature="kind")
    db.execute("insert into map values ('batas mainan', 'Peta: mainan.', false)")
    db.execute("insert into boundary select code, '{}', 115, -3, 1 from regency")
    for code, maturity in (("9901", 90), ("9902", 60), ("9903", 30)):
        toy.report(db, code, toy.spd(30), [toy.innovation(maturity, "01")] * 12)
    intake.load(db, "step", build.DATA / build.FILES["step"])
    # The innovations of a toy are called alike, and none is a copy of another.
    db.execute("update setting set value = 101 where starts_with(setting, 'duplicate_')")
    prepare(db)
    return db


def made(db, code, board=None, note="", **chosen):
    ask = partial(queries.ask, db)
    given = {"year": None, "sector": None, "peers": None, "basis": "termirip"} | chosen
    asked = Chosen(code=code, link="https://contoh.id/briefing", day=DAY, **given)
    rows = pd.DataFrame() if board is None else board
    ranked = brief_asking.ranked(ask, code, asked.year)
    return brief_asking.brief(ask, asked, ranked, rows, note)


def test_the_place_among_the_peers_counts_these_peers_only(reported):
    everybody = queries.ask(reported, "peer_rank", code="9903", peers=["9901", "9902"])
    assert toy.rows(everybody, "rank", "rank_of", "rank_low", "rank_high") == [(3, 3, 3, 3)]
    one = queries.ask(reported, "peer_rank", code="9902", peers=["9903"])
    assert toy.rows(one, "rank", "rank_of") == [(1, 2)]


def test_without_a_peer_that_reported_there_is_no_place(reported):
    assert queries.ask(reported, "peer_rank", code="9902", peers=[]).empty


def test_the_province_counts_the_points_an_average_regency_leaves(reported):
    rows = queries.ask(reported, "province_gaps", year=None).set_index("indicator")
    assert (rows["regencies"] == 3).all()
    assert rows["headroom_mean"].is_monotonic_decreasing
    one = rows.loc[rows.index[0]]
    given = reported.execute(
        "select avg(headroom) from valued_level where indicator = $one", {"one": one.name}
    )
    assert one["headroom_mean"] == pytest.approx(given.fetchone()[0])


def test_an_innovation_stands_on_as_many_lists_as_there_are_learners(reported):
    rows = queries.ask(reported, "province_candidates", top=20, sector=None)
    lists = dict(zip(rows["innovation_id"], rows["lists"], strict=True))
    assert lists["9901-2026-000"] == 2  # 9902 and 9903 are weaker
    assert not any(key.startswith("9903") for key in lists)


def standing(**given):
    row = {
        "year": 2026, "has_score": True, "predicate": "Inovatif", "bands_known": True,
        "next_predicate": "Sangat Inovatif", "next_lower": 65.01, "distance": 3.5,
        "distance_least": None, "distance_most": None,
    }  # fmt: skip
    return pd.DataFrame([row | given])


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({}, "3,50 poin lagi ke Sangat Inovatif (mulai 65,01)"),
        (
            {"has_score": False, "distance_least": 0.01, "distance_most": 25.01},
            "antara 0,01 dan 25,01 poin lagi ke Sangat Inovatif (mulai 65,01)",
        ),
        ({"next_predicate": None}, "tidak ada predikat yang lebih tinggi"),
        (
            {"next_predicate": None, "predicate": None},
            "rentang predikat 2026 belum diketahui",
        ),
    ],
)
def test_the_distance_to_the_next_band_says_what_is_known(given, told):
    assert brief_standing.distance(standing(**given)) == told


def test_points_that_reach_the_next_band_say_so(reported):
    brief = replace(made(reported, "9903"), standing=standing(distance=2.0))
    assert brief_standing.reach(brief, 2.0) == ", cukup untuk predikat Sangat Inovatif"
    assert brief_standing.reach(brief, 1.5) == " dari 2,00 yang kurang untuk Sangat Inovatif"


def test_the_sentence_to_remember_adds_up_the_rows_it_names(reported):
    brief = made(reported, "9903")
    behind = [row for row in brief.weaknesses if row["sort"] == "indikator"]
    told = brief_content.content(brief).remember
    total = sum(row["points_to_median"] for row in behind)
    assert f"{len(behind)} baris ini menambah {total:.2f} poin".replace(".", ",") in told
    assert "kandidat pertama untuk ditiru: 9901-2026-" in told
    assert told.endswith("dari Daerah 9901.")


def test_the_strongest_has_nobody_to_copy_and_is_told_so(reported):
    said = brief_content.content(made(reported, "9901"))
    assert said.candidates == ()
    assert said.candidates_note.startswith("Tidak ada kandidat dari daerah yang lebih kuat")


def test_a_sector_narrows_the_candidates_and_is_printed(reported):
    said = brief_content.content(made(reported, "9903", sector="02"))
    assert said.candidates == ()
    assert dict(said.scope)["Urusan"] == "Kesehatan"


BOARD = pd.DataFrame(
    {
        "record_id": ["a", "b", "c"],
        "innovation": ["SATU", None, "TIGA"],
        "receiver": ["Daerah 9903", "Daerah 9901", "Daerah 9903"],
        "giver": ["Daerah 9901", None, "Daerah 9902"],
        "receiver_code": ["9903", "9901", "9903"],
        "giver_code": ["9901", None, "9902"],
        "place": [2, 1, 99],
        "late_days": [12, 0, 0],
        "next_planned": pd.to_datetime(["2026-11-13", "2026-12-01", None]),
    }
)


def test_cooperations_under_way_are_those_of_the_regency_that_are_not_closed(reported):
    said = brief_content.content(made(reported, "9903", BOARD))
    assert [line.key for line in said.cooperations] == ["a"]
    assert said.cooperations[0].worth == "terlambat 12 hari"
    assert said.cooperations_note == "1 berjalan, 1 terlambat."


def test_the_giver_sees_a_cooperation_too_and_an_unnamed_innovation_is_unknown(reported):
    said = brief_content.content(made(reported, "9901", BOARD))
    assert [(line.key, line.name) for line in said.cooperations] == [
        ("a", "SATU"),
        ("b", "belum ada data"),
    ]
    assert said.cooperations[1].worth == "berikutnya 1 Desember 2026"


def test_the_province_has_a_briefing_of_its_own(reported):
    said = brief_content.content(made(reported, PROVINCE, BOARD))
    assert said.headline.endswith("skor indeks diketahui untuk 3 dari 3 daerah")
    assert len(said.cooperations) == 2
    assert "Pembanding" not in dict(said.scope)
    assert said.gaps[0].worth.endswith(" poin")


def test_every_briefing_is_plain_text(published, simulated):
    for db in (published, simulated):
        codes = [*queries.ask(db, "regencies")["code"], PROVINCE]
        for code in codes:
            said = brief_content.content(made(db, code, note="catatan"))
            lines = [*said.gaps, *said.candidates, *said.cooperations]
            texts = [said.headline, said.remember, said.distance, said.position]
            texts += [f"{line.name} {line.told} {line.worth}" for line in lines]
            for text in texts:
                assert not {"nan", "None", "<NA>"} & set(text.replace(",", " ").split())
                assert "**" not in text
                assert "\\" not in text
            assert bool(said.mark) == (db is simulated)


def test_a_note_and_the_link_are_part_of_what_is_printed(reported):
    said = brief_content.content(made(reported, "9902", note="Rapat 3 Desember"))
    assert said.note == "Rapat 3 Desember"
    assert dict(said.scope)["Tautan"] == "https://contoh.id/briefing"


def test_each_gap_says_what_the_median_brings_and_what_is_left(reported):
    brief = made(reported, "9903")
    for row, line in zip(brief.weaknesses, brief_content.content(brief).gaps, strict=True):
        assert row["sort"] == "indikator"
        points = f"+{row['points_to_median']:.2f} dari {row['headroom']:.2f} poin"
        assert line.worth == points.replace(".", ",")
    assert "menyamai median" in brief_lines.gaps_note(brief)


def test_where_no_gap_has_points_the_note_speaks_of_none(published):
    brief = made(published, "6310")
    without = replace(brief, gaps=brief.gaps.head(0))
    assert {row["sort"] for row in without.weaknesses} == {"urusan"}
    assert brief_lines.gaps_note(without) == "▼ di bawah pembanding."


def test_points_at_stake_stand_where_no_copy_can_be_counted():
    row = {"as_usual": None, "need_points": 0.6}
    assert brief_lines.worth(row) == "0,60 poin"
    assert brief_lines.worth(row | {"need_points": None}) == ""
    assert brief_lines.worth(row | {"as_usual": -0.05}) == "−0,05 poin"
