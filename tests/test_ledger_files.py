"""What the timeline draws, and the files of the page of cooperations."""

import html

import icalendar
import pandas as pd
import pytest

import queries
from data import book, book_files
from pages.parts import ledger_files, ledger_timeline, words
from pages.parts import ledger_sentences as sentences
from pages.parts.colours import LIGHT
from tests.test_ledger_board import LONG, STEPS, TODAY, recorded


@pytest.fixture(autouse=True)
def own_book(tmp_path, monkeypatch):
    monkeypatch.setenv("INOVASI_BANUA_BOOK", str(tmp_path))


# The timeline


def dates(*rows: tuple[str, int, str | None, str | None, int]) -> pd.DataFrame:
    found = pd.DataFrame(rows, columns=["record_id", "place", "planned", "real", "reached"])
    return found.assign(
        name=found["place"].map("Tahap {}".format),
        planned=pd.to_datetime(found["planned"]),
        real=pd.to_datetime(found["real"]),
    )


def test_a_plan_that_a_later_step_overtook_is_skipped_and_not_late():
    rows = dates(
        ("a", 1, "2026-01-01", None, 2),
        ("a", 2, "2026-01-01", "2026-03-01", 2),
        ("a", 3, "2026-11-24", None, 2),
        ("a", 4, "2026-11-25", None, 2),
        ("a", 5, None, None, 2),
    )
    found = ledger_timeline.states(rows, TODAY)
    assert found.tolist()[:4] == ["dilewati", "nyata", "rencana lewat", "rencana"]
    assert found.isna().tolist()[4]


def one(innovation: str) -> pd.DataFrame:
    sides = {"receiver": ["Tanah Bumbu"], "giver": ["Banjar"]}
    return pd.DataFrame({"record_id": ["a"], "innovation": [innovation], **sides})


def labels(innovation: str) -> list[str]:
    rows = dates(("a", 1, "2026-01-01", None, 0))
    rows = rows.assign(state=ledger_timeline.states(rows, TODAY))
    figure = ledger_timeline.timeline(one(innovation), rows, TODAY, LIGHT)
    return [note.text for note in figure.layout.annotations]


def test_a_line_of_the_timeline_names_the_innovation_and_who_copies_from_whom():
    assert labels("Satu") == ["<b>Satu</b><br>Tanah Bumbu ← Banjar"]


def test_a_long_name_ends_with_a_word_and_a_sign_that_more_follows():
    name = html.unescape(labels(LONG)[0].split("<br>")[0].removeprefix("<b>").removesuffix("</b>"))
    assert name.endswith("…")
    assert LONG.startswith(name[:-1] + " ")
    assert sentences.shortened("x" * 60, 40) == f"{'x' * 39}…"
    assert sentences.shortened("pendek", 40) == "pendek"


def test_a_name_with_markup_is_only_letters_on_the_timeline():
    assert labels("<b>a</b><br>b")[0].startswith("<b>&lt;b&gt;a")


def test_the_twin_of_the_timeline_says_the_pair_and_what_each_date_is():
    rows = dates(("a", 1, "2026-01-01", None, 2), ("a", 2, None, "2026-02-01", 2))
    rows = rows.assign(state=ledger_timeline.states(rows, TODAY))
    table = ledger_files.dates(rows, one("Satu"))
    assert table["Kerja sama"].iloc[0].replace("\\", "") == "Satu · Tanah Bumbu ← Banjar"
    assert table["Keadaan"].tolist() == ["dilewati", "nyata"]


# Files


def test_a_letter_counts_as_a_document_once(visit):
    recorded(1, interest_number="1", interest_date="2026-01-01", document__interest="map A",
             agreement_number="2", bskdn_date="2026-02-01", document__budget="DPA")  # fmt: skip
    recorded(2, agreement_date="2026-02-01")
    with book.opened() as db:
        rows = queries.ask(db, "ledger/board", dataset="terbitan", today="2026-11-25",
                           lock_months=12, step=STEPS)  # fmt: skip
    count = rows.set_index("record_id")["documents"]
    assert count.to_dict() == {"buku-000000000001": 4, "buku-000000000002": 0}


def row_of_the_board() -> pd.DataFrame:
    at = pd.Timestamp("2026-11-24 10:00")
    return one("Satu").assign(revision=1, updated_at=at)


@pytest.mark.parametrize("simulated", [True, False])
def test_a_made_up_calendar_says_so_in_its_name_and_in_every_entry_and_no_other_does(simulated):
    ahead = dates(("a", 1, "2027-01-01", None, 0)).assign(step="visit")
    file = ledger_files.calendar(row_of_the_board(), ahead, simulated)
    calendar = icalendar.Calendar.from_ical(file)
    (event,) = calendar.walk("VEVENT")
    (alarm,) = calendar.walk("VALARM")
    told = [calendar["x-wr-calname"], event["summary"], event["description"], alarm["description"]]
    assert [words.SIMULATED in text for text in told] == [simulated] * 4


def test_what_was_skipped_is_in_no_calendar():
    rows = dates(("a", 1, "2027-01-01", None, 2), ("a", 3, "2027-02-01", None, 2))
    file = ledger_files.calendar(row_of_the_board(), rows.assign(step="x"), False)
    (event,) = icalendar.Calendar.from_ical(file).walk("VEVENT")
    assert event["summary"] == "Tahap 3: Satu"


def test_the_files_call_things_as_the_screen_does(tmp_path):
    recorded()
    book_files.export(tmp_path / "salinan")
    heading = (tmp_path / "salinan" / "buku.csv").read_text(encoding="utf-8-sig").splitlines()[0]
    apart = {
        "receiver", "giver", "innovation_id", "innovation", "sector_id", "lock_months", "lock_basis"
    }  # fmt: skip
    for field in set(sentences.FIELD) - apart:
        assert sentences.first_letter_large(sentences.FIELD[field]) in heading.split(","), field
