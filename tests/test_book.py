"""The book adds up what happened, and of two who write on the same ground it takes one."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone

import pandas as pd
import pytest

from data import book, book_shelf, build
from data.errors import DataError

RECORD = "buku-0123456789ab"


@pytest.fixture(autouse=True)
def own_book(tmp_path, monkeypatch):
    """An empty book for each test."""
    monkeypatch.setenv("INOVASI_BANUA_BOOK", str(tmp_path / "book"))


def asked(query: str) -> list[tuple]:
    with book.opened() as db:
        return db.execute(query).fetchall()


def add(base: int, **values: str | None) -> int:
    fields = {name.replace("__", "."): text for name, text in values.items()}
    return book.write(RECORD, base, "mengubah", fields, "penguji")


def everything() -> list[list[tuple]]:
    return [
        asked("select * from event order by all"),
        asked("select * from event_value order by all"),
    ]


def test_the_state_is_what_the_events_add_up_to():
    add(0, receiver_code="9901", giver_code="9902", agreement_date="2026-11-24")
    add(1, note="satu", giver_code="9903")
    add(2, note="dua")
    query = "select revision, owner_code, giver_code, note, agreement_date::text from record"
    assert asked(query) == [(3, "9901", "9903", "dua", "2026-11-24")]


def test_a_cleared_field_is_gone_and_its_history_stays():
    add(0, note="satu", receiver_code="9901", giver_code="9902")
    add(1, note=None, receiver_code=None)
    assert asked("select note, receiver_code, owner_code from record") == [(None, None, "9902")]
    assert asked("select field from latest_value") == [("giver_code",)]
    assert ("satu",) in asked("select value from event_value where field = 'note'")


def test_an_empty_text_is_not_a_cleared_one():
    add(0, note="")
    assert asked("select note from record") == [("",)]


def test_dates_documents_and_actors_have_a_row_each():
    add(0, planned__visit="2026-12-01", real__visit="2026-12-03", delay__visit="banjir")
    add(
        1, planned__design="2027-01-01", document__interest="12/2026", actors__design="bisnis media"
    )
    assert asked(
        "select step, planned::text, real::text, delay from record_date order by step"
    ) == [
        ("design", "2027-01-01", None, None),
        ("visit", "2026-12-01", "2026-12-03", "banjir"),
    ]
    assert asked("select document, reference from record_document") == [("interest", "12/2026")]
    assert asked("select stage, actors from record_actors") == [("design", "bisnis media")]


def test_settings_of_a_regency_are_no_record():
    book.write("daerah-9901", 0, "mengatur", {"lock_months": "18", "lock_basis": "Perbup"}, "x")
    assert asked("select * from regency_setting") == [("9901", 18, "Perbup", 1)]
    assert asked("select * from record") == []


def test_an_event_names_who_wrote_it_and_when_in_utc():
    wita = timezone(timedelta(hours=8))
    when = datetime(2026, 11, 24, 7, 30, tzinfo=wita)
    book.write(RECORD, 0, "menjadwalkan", {}, "a@contoh.id", now=when)
    book.write(RECORD, 1, "menunda", {}, "b@contoh.id", now=datetime(2026, 11, 25, tzinfo=UTC))
    assert asked("select created_at, updated_at, updated_by from record") == [
        (datetime(2026, 11, 23, 23, 30), datetime(2026, 11, 25), "b@contoh.id")
    ]


def test_the_second_of_two_from_the_same_ground_is_told_and_nothing_changes():
    add(0, note="dasar")
    add(1, note="pertama")
    before = everything()
    for base in (0, 1, 5):
        with pytest.raises(book.StaleError, match="muat ulang") as caught:
            add(base, note="kedua")
        assert (caught.value.subject, caught.value.base) == (RECORD, base)
    assert everything() == before


def test_the_number_alone_is_not_enough_when_the_writer_says_when_it_was_read():
    add(0, note="satu")
    [(read_at,)] = asked("select updated_at from record")
    other = read_at + timedelta(microseconds=1)
    with pytest.raises(book.StaleError):
        book.write(RECORD, 1, "mengubah", {"note": "dua"}, "penguji", read_at=other)
    assert asked("select revision, note from record") == [(1, "satu")]
    wita = datetime.now(timezone(timedelta(hours=8)))
    for base, when in ((1, pd.Timestamp(read_at)), (2, wita)):
        assert book.write(RECORD, base, "ubah", {}, "x", now=wita, read_at=when) == base + 1
    assert book.write("buku-ba9876543210", 0, "membuat", {}, "penguji", read_at=other) == 1


def test_of_threads_at_once_exactly_one_wins():
    def one(number: int) -> int | None:
        try:
            return book.write(RECORD, 0, "mengubah", {"note": str(number)}, f"u{number}")
        except book.StaleError:
            return None

    with ThreadPoolExecutor(6) as pool:
        results = list(pool.map(one, range(6)))
    assert sorted(result is None for result in results) == [False] + [True] * 5
    assert asked("select note from record") == [(str(results.index(1)),)]


def test_a_conflict_that_only_the_database_sees_is_told_too():
    add(0, note="dasar")
    event = book.Event(RECORD, 2, datetime(2026, 11, 24), "penguji", "mengubah")
    with book.opened() as db, db.cursor() as other:
        db.begin()
        other.begin()
        book.put(db, event, {"note": "pertama"})
        book.put(other, event, {"note": "kedua"})
        db.commit()
        with pytest.raises(book.StaleError), book.first(RECORD, 1):  # noticed at the commit
            other.commit()
        with pytest.raises(book.StaleError), book.first(RECORD, 1):  # noticed at once
            book.put(other, event, {"note": "ketiga"})
    assert asked("select revision, note from record") == [(2, "pertama")]


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"note": "baik", "real.visit": "besok"}, "real.visit: 'besok'.*2026-11-24"),
        ({"real.visit": "2026-02-30"}, "real.visit"),
        ({"bskdn_date": "24-11-2026"}, "bskdn_date"),
        ({"lock_months": "121"}, "lock_months: '121'.*0 sampai 120"),
        ({"lock_months": "-1"}, "lock_months"),
        ({"note": "x" * 4001}, "note: 'x{60}….*4.000 tanda"),
        ({"note": "nol \0"}, "note"),
        ({"note": "separuh \ud83d"}, "note.*tanda yang rusak"),
        ({"Note": "x"}, "Note.*huruf kecil"),
    ],
)
def test_a_text_that_breaks_a_promise_is_refused_by_name_and_nothing_is_written(values, words):
    with pytest.raises(DataError, match=f"(?s){words}"):
        book.write(RECORD, 0, "mengubah", values, "penguji")
    assert everything() == [[], []]


@pytest.mark.parametrize(
    ("subject", "what", "who", "words"),
    [
        ("buku-1", "mengubah", "x", "pokok: 'buku-1'"),
        (RECORD, "", "x", "peristiwa"),
        (RECORD, "x" * 81, "x", "peristiwa"),
        (RECORD, "mengubah", " ", "penulis"),
        (RECORD, "mengubah", "x" * 201, "penulis"),
    ],
)
def test_an_event_without_a_name_or_a_subject_is_refused(subject, what, who, words):
    with pytest.raises(DataError, match=words):
        book.write(subject, 0, what, {"note": "x"}, who)
    assert everything() == [[], []]


def test_texts_at_their_limits_are_taken():
    book.write(RECORD, 0, "x" * 80, {"note": "é" * 4000, "lock_months": "120"}, "x" * 200)
    assert asked("select length(note) from record") == [(4000,)]


def test_new_records_have_names_of_their_own():
    names = {book.new_record_id() for _ in range(100)}
    assert len(names) == 100
    for name in list(names)[:2]:
        assert book.write(name, 0, "membuat", {}, "x") == 1


def test_a_build_leaves_the_book_alone(tmp_path, monkeypatch):
    monkeypatch.setenv("INOVASI_BANUA_DB", str(tmp_path / "db"))
    add(0, note="tetap")
    stamp, content = book.stamp(), book_shelf.file().read_bytes()
    first = build.build("terbitan", lambda _db: None)
    assert (book.stamp(), book_shelf.file().read_bytes()) == (stamp, content)
    add(1, note="baru")
    assert build.build("terbitan", lambda _db: None) == first  # what it holds decides no build
    assert not [file for file in build.inputs() if book_shelf.folder() in file.parents]
    assert not [file for file in build.inputs() if "workspace" in file.parts]
