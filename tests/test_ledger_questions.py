"""What the book answers of cooperations: how far, what is late, until when locked."""

from functools import partial

import pyarrow as pa
import pytest

import queries
from data import book
from tests import noting, toy

STEPS = pa.table(
    {
        "step": ["visit", "agreement", "running", "running_year", "closed"],
        "place": [1, 2, 9, 10, 11],
        "name": ["Penjajakan", "Kesepakatan", "Berjalan", "Berjalan ≥ 1 tahun", "Ditutup"],
    }
)
COPY = {
    "dataset": "terbitan",
    "born_of": "replikasi",
    "innovation": "Satu",
    "innovation_id": "one",
    "receiver_code": "6310",
    "receiver": "Tanah Bumbu",
    "giver_code": "6306",
    "giver": "HSS",
}


@pytest.fixture(autouse=True)
def own_book(tmp_path, monkeypatch):
    monkeypatch.setenv("INOVASI_BANUA_BOOK", str(tmp_path))


recorded = partial(noting.recorded, COPY)


def asked(question: str, **given):
    with book.opened() as db:
        return queries.ask(db, f"ledger/{question}", **given)


def board(today: str = "2026-11-24", dataset: str = "terbitan"):
    return asked("board", dataset=dataset, today=today, lock_months=12, step=STEPS)


def test_a_record_stands_at_the_last_step_it_took():
    recorded(real__visit="2026-01-05", real__agreement="2026-02-01", planned__running="2026-12-01")
    row = board().iloc[0]
    assert (row["place"], row["next_place"], row["late_days"]) == (2, 9, 0)


def test_what_has_not_begun_stands_at_no_step():
    recorded(planned__visit="2026-12-01")
    assert board()["place"].tolist() == [0]


def test_a_planned_day_that_passed_is_late_by_days_and_says_why():
    recorded(planned__visit="2026-11-20", delay__visit="menunggu balasan")
    row = board().iloc[0]
    assert (row["late_days"], row["next_delay"]) == (4, "menunggu balasan")


def test_a_step_that_was_taken_is_not_late_nor_is_one_before_it():
    recorded(
        planned__visit="2026-01-01", planned__agreement="2026-01-02", real__agreement="2026-03-01"
    )
    assert board()["late_days"].tolist() == [0]


def test_today_is_not_late():
    recorded(planned__visit="2026-11-24")
    assert board()["late_days"].tolist() == [0]


def test_the_latest_stands_first_then_the_next_to_come():
    recorded(1, planned__visit="2026-12-24")
    recorded(2)
    recorded(3, planned__visit="2026-11-01")
    recorded(4, planned__visit="2026-12-01")
    order = [int(one[-1]) for one in board()["record_id"]]
    assert order == [3, 4, 1, 2]


def test_a_copy_that_runs_is_locked_for_a_year_or_as_its_regency_says():
    recorded(1, real__running="2026-03-01")
    recorded(2, real__running="2026-03-01", receiver_code="6303", receiver="Banjar")
    recorded(3, real__running="2026-03-01", born_of="lainnya")
    rule = {"lock_months": "24", "lock_basis": "Perbup 1/2026"}
    book.write("daerah-6303", 0, "mengatur", rule, "penguji")
    rows = board().sort_values("record_id")
    until = [None if one is None or one != one else f"{one:%Y-%m-%d}" for one in rows["lock_until"]]
    assert until[:2] == ["2027-03-01", "2028-03-01"]
    assert rows["lock_until"].isna().tolist() == [False, False, True]
    assert rows["lock_basis"].tolist()[1] == "Perbup 1/2026"


def test_a_made_up_record_stays_with_the_made_up_dataset():
    recorded(1)
    recorded(2, dataset="simulasi")
    assert len(board()) == 1
    assert board(dataset="simulasi")["record_id"].tolist() == ["buku-000000000002"]


def test_a_letter_an_agreement_or_its_day_proves_a_copy_and_a_plan_does_not():
    recorded(1, interest_number="12/2026")
    recorded(2, agreement_number="3/PKS/2026")
    recorded(3, real__agreement="2026-02-01")
    recorded(4, planned__agreement="2026-02-01")
    recorded(5, born_of="lainnya", interest_number="9")
    rows = asked("agreed", dataset="terbitan", step=STEPS)
    assert sorted(rows["record_id"].str[-1]) == ["1", "2", "3"]


def test_the_history_tells_every_change_newest_first_and_keeps_what_was_cleared():
    subject = recorded()
    book.write(subject, 1, "mengubah surat", {"legal_basis": "Perbup"}, "a@contoh.id")
    book.write(subject, 2, "mengubah surat", {"legal_basis": None}, "b@contoh.id")
    rows = asked("history", subject=subject)
    assert toy.rows(rows.head(2), "revision", "who", "field", "value") == [
        (3, "b@contoh.id", "legal_basis", None),
        (2, "a@contoh.id", "legal_basis", "Perbup"),
    ]
    held = asked("values", subject=subject)
    assert "legal_basis" not in set(held["field"])


def test_dates_come_in_the_order_of_the_steps():
    recorded(real__visit="2026-01-05", planned__running="2026-12-01", delay__agreement="ditunda")
    rows = asked("dates", dataset="terbitan", step=STEPS)
    assert rows["place"].tolist() == [1, 2, 9]
