"""The rules of a record, the lock of a year, and what copies prove, on records one can read."""

import datetime

import pandas as pd
import pytest

from queries import ledger, proofs

NAMES = {
    "visit": "Penjajakan/kunjungan",
    "agreement": "Kesepakatan",
    "running": "Berjalan",
    "running_year": "Berjalan ≥ 1 tahun",
    "closed": "Ditutup",
}
COPY = {
    "born_of": "replikasi",
    "innovation": "TELAH BERKEMAS",
    "receiver_code": "6310",
    "receiver": "Tanah Bumbu",
    "giver": "Paser",
}
REGENCIES = {"6303": "Banjar", "6302": "Kotabaru", "6371": "Banjarmasin", "6310": "Tanah Bumbu"}
TODAY = datetime.date(2026, 11, 24)


def fields(**more: str) -> dict[str, str]:
    """The usual copy and `more`; real__visit stands for real.visit."""
    given = COPY | {name.replace("__", "."): value for name, value in more.items()}
    return {name: value for name, value in given.items() if value}


def refused(months: int = 12, before: dict[str, str] | None = None, **more: str) -> list[str]:
    """What is wrong with the usual copy and `more`."""
    record = ledger.Record(fields(**more), NAMES, REGENCIES, TODAY, months, before or {})
    return ledger.refusals(record)


def test_a_copy_with_two_governments_and_a_name_may_stand():
    assert refused() == []


@pytest.mark.parametrize(
    ("field", "told"),
    [
        ("innovation", "Nama inovasi kosong"),
        ("receiver", "penerima kosong"),
        ("giver", "pemberi kosong"),
        ("born_of", "Asal inovasi belum dipilih"),
    ],
)
def test_what_is_missing_is_named(field, told):
    assert any(told in one for one in refused(**{field: ""}))


def test_a_project_of_a_course_needs_no_giver():
    assert refused(born_of="aksi perubahan", giver="") == []


def test_nobody_copies_from_itself():
    assert any("sama" in one for one in refused(giver="Tanah Bumbu"))


@pytest.mark.parametrize("typed", ["Banjar", "kab. banjar", "Kabupaten  Banjar", "KAB BANJAR"])
def test_a_regency_of_the_province_is_chosen_not_typed(typed):
    (told,) = refused(giver=typed)
    assert told.startswith("Banjar ada di daftar. Pilih di Daerah pemberi")


def test_kotabaru_is_no_city_and_banjarmasin_is_one():
    assert ledger.plain("Kotabaru") == "kotabaru"
    assert ledger.plain("Kota Banjarmasin") == ledger.plain("banjarmasin")
    assert refused(giver="Kabupaten Paser") == []


def test_what_no_list_offers_is_refused_by_name():
    assert any("'6399'" in one for one in refused(giver_code="6399"))
    assert any("'Janji'" in one for one in refused(agreement_kind="Janji"))
    assert refused(agreement_kind="PKS") == []


def test_what_has_not_happened_yet_is_no_real_date():
    assert refused(real__visit="2026-11-24") == []
    assert any("belum lewat" in one for one in refused(real__visit="2026-11-25"))
    assert refused(planned__visit="2027-11-25") == []


def test_a_later_step_is_not_dated_before_an_earlier_one():
    told = refused(real__visit="2026-05-02", real__running="2026-05-01")
    assert told == [
        "Berjalan bertanggal lebih awal daripada Penjajakan/kunjungan. Betulkan salah satu "
        "tanggal nyatanya."
    ]


def test_steps_may_be_left_out():
    assert refused(real__visit="2026-01-01", real__running="2026-05-01") == []


def test_a_year_has_run_only_when_it_has_passed():
    early = refused(real__running="2025-11-25", real__running_year="2026-11-24")
    assert any("25/11/2026" in one for one in early)
    assert refused(real__running="2025-11-24", real__running_year="2026-11-24") == []
    assert any("dulu" in one for one in refused(real__running_year="2026-11-24"))


CLOSED = {"real__running": "2026-03-01", "real__closed": "2026-11-01"}


def test_a_copy_is_not_closed_before_its_year():
    (told,) = refused(**CLOSED)
    assert "terkunci" in told
    assert "01/03/2027" in told


@pytest.mark.parametrize("missing", ["close_reason", "close_basis"])
def test_a_reason_without_a_legal_basis_or_the_reverse_does_not_open_the_lock(missing):
    both = {"close_reason": "program dihentikan", "close_basis": "Perbup 1/2026"}
    assert refused(**CLOSED, **both) == []
    assert len(refused(**CLOSED, **(both | {missing: ""}))) == 1


def test_what_never_ran_is_closed_with_a_reason_too():
    (told,) = refused(real__closed="2026-11-01")
    assert "belum pernah berjalan" in told


def test_the_lock_is_as_long_as_the_regency_says():
    assert refused(months=8, **CLOSED) == []
    assert refused(months=9, **CLOSED) != []
    assert refused(months=0, **CLOSED) == []


def test_other_innovations_are_not_locked():
    assert refused(born_of="lainnya", **CLOSED) == []


def test_what_runs_under_the_lock_does_not_get_out_of_it_by_another_name():
    runs = {"real__running": "2026-03-01"}
    (told,) = refused(before=fields(**runs), born_of="lainnya", **runs)
    assert told.startswith("Asal inovasi tidak dapat diganti")
    both = {"close_reason": "salah catat", "close_basis": "Nota dinas 4/2026"}
    assert refused(before=fields(**runs), born_of="lainnya", **runs, **both) == []
    assert refused(before=fields(), born_of="lainnya", **runs) == []


def test_a_shorter_lock_needs_a_legal_basis():
    assert ledger.lock_refusals({"lock_months": "18"}, 12) == []
    assert ledger.lock_refusals({"lock_months": "6", "lock_basis": "Perbup 7/2026"}, 12) == []
    assert "999 bulan di luar rentang" in ledger.lock_refusals({"lock_months": "999"}, 12)[0]
    assert "di luar rentang" in ledger.lock_refusals({"lock_months": "-1"}, 12)[0]
    assert "di bawah 12 bulan" in ledger.lock_refusals({"lock_months": "6"}, 12)[0]


def test_a_year_no_one_lives_in_is_refused():
    assert any("1926" in one for one in refused(planned__visit="1926-01-01"))


def test_twelve_months_after_a_leap_day_is_the_last_of_february():
    leap = datetime.date(2024, 2, 29)
    assert ledger.after_months(leap, 12) == datetime.date(2025, 2, 28)


def agreed(*pairs: tuple[str, str | None, str]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {"giver_code": "6306", "giver": "HSS", "innovation_id": one, "innovation": "Satu",
             "receiver_code": code, "receiver": name}
            for one, code, name in pairs
        ],
        columns=["giver_code", "giver", "innovation_id", "innovation", "receiver_code", "receiver"],
    )  # fmt: skip


def published(*receivers: str | None, status: str = "komitmen") -> pd.DataFrame:
    return pd.DataFrame(
        [
            {"giver_code": "6306", "giver": "HSS", "innovation_id": "one", "innovation": "Satu",
             "receiver_code": code, "receiver": "Dinas", "status": status}
            for code in receivers
        ],
        columns=["giver_code", "giver", "innovation_id", "innovation", "receiver_code",
                 "receiver", "status"],
    )  # fmt: skip


def test_a_regency_counts_once_however_often_it_signs():
    rows = proofs.copied(
        agreed(("one", "6310", "Tanah Bumbu"), ("one", "6310", "Tanah Bumbu")), published("6310")
    )
    assert rows[["regencies", "level", "in_book"]].values.tolist() == [[1, 1, 1]]


def test_three_different_regencies_reach_the_highest_level_and_a_fourth_no_more():
    book = agreed(
        ("one", "6310", "Tanah Bumbu"), ("one", None, "Paser"), ("one", None, "Kab. PASER")
    )
    rows = proofs.copied(book, published("6304", "6305", "6310"))
    assert rows[["regencies", "level"]].values.tolist() == [[4, 3]]


def test_an_innovation_typed_by_its_name_is_the_one_on_record():
    typed = agreed(("one", "6310", "Tanah Bumbu")).assign(innovation_id=None, innovation="SATU.")
    rows = proofs.copied(typed, published("6304"))
    assert rows[["innovation", "regencies"]].values.tolist() == [["SATU.", 2]]


def test_a_visit_or_a_receiver_without_a_name_proves_nothing():
    assert proofs.copied(agreed(), published("6304", status="studi tiru")).empty
    assert proofs.copied(agreed(), published(None)).empty


def test_parties_count_once_over_all_stages():
    fields = {
        "actors.design": "akademisi pemerintah",
        "actors.implementation": "pemerintah bisnis",
        "actors.evaluation": "media",
    }
    assert proofs.parties_of(fields) == {"akademisi", "pemerintah", "bisnis", "media"}
    assert proofs.actor_level(fields, level2_from=4, level3_from=5) == 2
    assert proofs.actor_level({}, 4, 5) == 0
