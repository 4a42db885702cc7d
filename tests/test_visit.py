"""The visit note: honest about what is not known, and the tab that plans it."""

import dataclasses
import datetime
import re
from functools import partial

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

import queries
from pages.parts import pick, visit, visit_programme, visit_questions
from queries import ranking
from tests.conftest import SIMULATED
from tests.visiting import HOST, OWN, note, of_kind, told


def test_the_note_has_its_chapters_in_order(known):
    assert [block.text for block in of_kind(note(known), "chapter")] == [
        "1. Tujuan dan dasar hukum",
        "2. Profil kedua daerah",
        "3. Kesenjangan kami",
        "4. Susunan acara",
        "5. Kandidat yang dilihat",
        "6. Lembar isian tangan",
        "7. Sumber",
    ]


def test_every_figure_has_its_year_and_the_unknown_says_so(known):
    profile = of_kind(note(known), "table")[0].rows
    cells = {row[0]: row[1:] for row in profile[1:]}
    assert cells["Penduduk terdaftar"] == ("357.221 jiwa (2025)", "590.393 jiwa (2025)")
    assert cells["Indeks Inovasi Daerah"] == ("belum ada data", "57,64 (2023)")
    assert cells["Peringkat"][0] == "9 dari 13 di Kalsel (2024)"
    counts = "Inovasi tercatat di sumber terbuka"
    for cell in (cell for name, row in cells.items() if name != counts for cell in row):
        assert re.search(r"\(\d{4}|belum ada data", cell), cell


def test_a_computed_rank_comes_with_its_range(known_simulated):
    cells = {row[0]: row[1] for row in of_kind(note(known_simulated), "table")[0].rows}
    assert re.fullmatch(r"\d+ dari 13 di Kalsel \(2026; 90%: \d+(–\d+)?\)", cells["Peringkat"])


def test_the_three_costliest_gaps_stand_beside_the_level_of_the_host(known):
    rows = of_kind(note(known), "table")[1].rows
    assert rows[0] == ("Kesenjangan", "Tanah Bumbu", "Pembanding", "Poin indeks", "Banjar")
    assert rows[1] == (
        "7 Peningkatan PAD (%)",
        "parameter 2 dari 3 (2024–2025)",
        "3",
        "0,60 sampai median\n0,60 sampai parameter 3",
        "parameter 2 dari 3 (2024–2025)",
    )
    assert rows[3][-1] == "3 inovasi"


def test_the_earlier_visit_is_in_the_note_with_its_doubtful_date(known):
    told_before = of_kind(note(known), "items")[1].rows[0][0]
    assert "Kamis, 6/5/2024" in told_before
    assert "S039" in told_before
    assert "jadi hari atau bulannya keliru" in told_before


def test_every_source_named_is_listed_with_the_day_it_was_read(known):
    made = note(known)
    listed = {row[0]: row for row in of_kind(made, "table")[3].rows}
    named = set(re.findall(r"\bS\d{3}\b", told(made)))
    assert named <= set(listed)
    assert listed["S039"][2] == "24 November 2026"
    assert "bukan rekomendasi" in told(made)


def test_a_source_for_the_legal_basis_is_listed_only_with_that_basis(known):
    made = note(known, legal_basis="Perda 1\n\n  Perda 2 ")
    assert of_kind(made, "items")[0].rows == (("Perda 1",), ("Perda 2",))
    facts, ranked = known
    elsewhere = dataclasses.replace(facts, replications=facts.replications.head(0))
    made = note((elsewhere, ranked), legal_basis="")
    assert "S039" not in told(made)
    assert "Belum ada kunjungan" in told(made)


def test_the_programme_runs_without_gaps_from_the_start_to_the_end():
    rows = [{"name": "SERASI", "office": "Dinas A"}, {"name": "SETARA", "office": None}]
    block = visit_programme.programme(datetime.time(8, 30), rows, "Kami", "Tuan")[0]
    hours = [row[0].split("–") for row in block.rows[1:]]
    assert hours[0] == ["08.30", "08.45"]
    assert [one[1] for one in hours[:-1]] == [one[0] for one in hours[1:]]
    assert (
        visit_programme.times(datetime.time(8, 30), 2) == f"08.30–{hours[-1][1]}" == "08.30–11.15"
    )
    assert [row[2] for row in block.rows[3:5]] == ["Tuan: Dinas A", "Tuan"]


def test_a_date_is_told_with_its_day_and_an_open_one_is_left_for_the_pen(known):
    settled = note(known, date=datetime.date(2024, 6, 6))
    assert ("Hari dan tanggal", "Kamis, 6 Juni 2024") in settled.blocks[0].rows
    assert ("Hari dan tanggal", "") in note(known).blocks[0].rows


CERTAIN = {
    "office": "Dinas A", "last_year": 2026, "alive": 1.0, "proof_kind": "national",
    "copies": 0, "digital": False, "ease": 0.9,
}  # fmt: skip


def asked(**row) -> list[str]:
    return [label for label, _ in visit_questions.questions(CERTAIN | row)]


def test_every_candidate_is_asked_for_cost_staff_regulation_failure_documents_and_terms():
    standing = ["Biaya", "Pelaksana", "Regulasi", "Kegagalan", "Dokumen", "Syarat meniru"]
    assert asked() == standing


@pytest.mark.parametrize(
    ("row", "label"),
    [
        ({"office": None}, "Kantor"),
        ({"last_year": pd.NA, "alive": float("nan")}, "Masih berjalan"),
        ({"last_year": 2021, "alive": 0.4}, "Masih berjalan"),
        ({"proof_kind": "reported"}, "Manfaat"),
        ({"copies": 2}, "Peniru"),
        ({"digital": True}, "Aplikasi"),
        ({"digital": None}, "Aplikasi"),
        ({"ease": 0.3}, "Beban"),
    ],
)
def test_what_is_not_known_or_weighs_much_is_asked(row, label):
    assert asked(**row)[6:] == [label]


def test_every_question_has_a_line_to_write_on_and_cost_has_two(known):
    questions = of_kind(note(known), "question")
    assert min(question.lines for question in questions) >= 1
    assert all(question.lines == 2 for question in questions if question.label == "1. Biaya:")


def test_near_duplicates_are_not_offered_and_stronger_origins_come_first():
    ranked = pd.DataFrame(
        {
            "innovation_id": ["a", "b", "c"],
            "admitted": [False, True, True],
            "duplicate_of": [None, None, "Milik sendiri"],
        }
    )
    assert visit.offered(ranked)["innovation_id"].tolist() == ["b", "a"]


def test_two_innovations_of_one_name_can_be_told_apart():
    names = pd.Series(["SERASI", "SETARA", "SERASI"], index=["a", "b", "c"])
    assert pick.distinct(names) == {"a": "SERASI", "b": "SETARA", "c": "SERASI (2)"}


def tab() -> None:
    """Only the tab, with the controls around it."""
    from data import shelf
    from pages.parts import access, frame, shortlist, visit

    for dataset in shelf.DATASETS:
        frame.prepare(dataset)
    frame.controls()
    view = access.view()
    ranked = shortlist.ranked(view)
    visit.draw(view, ranked[ranked["code"] != "6304"])


def opened(**address: str) -> AppTest:
    app = AppTest.from_function(tab, default_timeout=30)
    for name, value in address.items():
        app.query_params[name] = value
    return app.run()


def test_the_first_choice_is_the_origin_of_the_best_candidate_and_its_first_three(published):
    app = opened()
    best = visit.offered(ranking.ranking(partial(queries.ask, published), OWN, None))
    assert not app.exception
    assert app.selectbox(key="host").value == best["code"].iloc[0]
    here = best[(best["code"] == best["code"].iloc[0]) & best["admitted"]]["innovation_id"]
    assert app.multiselect[0].value == here.head(3).tolist()
    assert labels(app) == ["DOCX", "PDF"]


def labels(app: AppTest) -> list[str]:
    return [link.proto.label for link in app.get("link_button")]


def test_what_is_no_candidate_is_called_that_and_not_chosen_unasked():
    app = opened(host="Hulu Sungai Tengah")
    offered = app.multiselect[0].options
    others = [name for name in offered if name.endswith(visit.OTHER)]
    assert 0 < len(others) < len(offered)
    assert len(app.multiselect[0].value) == len(offered) - len(others) == 1
    assert app.title[0].value.endswith(f"1 kandidat dan {len(others)} inovasi lain")


def test_a_link_opens_the_same_host_and_candidates():
    app = opened(host="Banjar", **{"see-6303": "GEBRAKS"})
    assert app.title[0].value.startswith("Tanah Bumbu: kunjungan ke Banjar")
    assert app.multiselect[0].value == ["6303-gebraks"]
    assert any("GEBRAKS" in text.value for text in app.markdown)


def test_another_host_brings_its_own_purpose_and_candidates():
    app = opened(host="Banjar")
    app.text_area[0].set_value("Tujuan sendiri").run()
    app.selectbox(key="host").select("6309").run()
    assert "Kabupaten Tabalong" in app.text_area[0].value
    assert all(key.startswith("6309") for key in app.multiselect[0].value)
    app.selectbox(key="host").select("6303").run()
    assert app.text_area[0].value == "Tujuan sendiri"


def test_a_host_without_candidates_says_how_to_go_on():
    app = opened(host="Barito Kuala")
    assert not app.exception
    assert "Pilih tuan rumah lain" in app.info[0].value
    assert labels(app) == []


def test_without_a_chosen_candidate_there_is_nothing_to_download():
    app = opened(host="Banjar")
    app.multiselect[0].set_value([]).run()
    assert not app.exception
    assert labels(app) == []


def test_more_than_five_are_cut_and_it_is_said(published):
    ids = queries.ask(published, "own_innovations", code=HOST)["innovation_id"].tolist()
    app = opened(host="Banjar")
    app.multiselect[0].set_value(ids[:6]).run()
    assert any("Hanya 5" in caption.value for caption in app.caption)
    lines = [line for text in app.markdown for line in text.value.splitlines()]
    assert sum(line.endswith(" pertanyaan") for line in lines) == 5


def test_the_simulation_has_its_note(simulated):
    app = opened(dataset=SIMULATED)
    assert not app.exception
    assert labels(app) == ["DOCX", "PDF"]
