"""Files of the ledger: the records as rows, the dates as rows, the next dates as a calendar."""

import datetime

import icalendar
import pandas as pd

from pages.parts import ledger_sentences as sentences
from pages.parts import words

NOTES = (
    "Diisi oleh pencatat di Buku replikasi; bukan data terbitan.",
    "Terlambat: tanggal rencana tahap berikutnya sudah lewat dan tanggal nyatanya belum diisi.",
)
REMINDED = datetime.timedelta(days=-7)


def records(rows: pd.DataFrame, names: dict[int, str], dataset: str) -> pd.DataFrame:
    """Rows of `ledger/board.sql` as a plain table, the unknown left empty."""
    return pd.DataFrame(
        {
            "Inovasi": rows["innovation"],
            "Penerima": rows["receiver"],
            "Pemberi": rows["giver"],
            "Asal inovasi": rows["born_of"],
            "Tahap": rows["place"].map({0: sentences.PLANNED, **names}),
            "Tanggal tahap": plain_dates(rows["reached_on"]),
            "Tahap berikutnya": rows["next_place"].map(names),
            "Rencana": plain_dates(rows["next_planned"]),
            "Terlambat (hari)": rows["late_days"],
            "Sebab terlambat": rows["next_delay"],
            "Terkunci sampai": plain_dates(rows["lock_until"]),
            "Dasar hukum": rows["legal_basis"],
            "Nomor perjanjian": rows["agreement_number"],
            "Kantor penghubung penerima": rows["receiver_office"],
            "Kantor penghubung pemberi": rows["giver_office"],
            "Dokumen tercatat": rows["documents"],
            "Diubah oleh": rows["updated_by"],
            "Data": dataset,
        }
    ).reset_index(drop=True)


def plain_dates(days: pd.Series) -> pd.Series:
    return pd.to_datetime(days).dt.strftime("%Y-%m-%d")


def dates(dates: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    """The table twin of the timeline.

    Args:
        dates: rows of `ledger/dates.sql` with their state (`ledger_timeline.states`).
        rows: rows of `ledger/board.sql`, which give the order.
    """
    named = {
        row["record_id"]: words.text(
            f"{sentences.shortened(row['innovation'], 40)} · {sentences.pair(row)}"
        )
        for row in rows.to_dict("records")
    }
    order = {record_id: place for place, record_id in enumerate(named)}
    ordered = dates.assign(line=dates["record_id"].map(order)).sort_values(["line", "place"])
    found = ordered.to_dict("records")
    return pd.DataFrame(
        {
            "Kerja sama": [named[row["record_id"]] for row in found],
            "Tahap": [words.text(row["name"]) for row in found],
            "Rencana": [day(row["planned"]) for row in found],
            "Nyata": [day(row["real"]) for row in found],
            "Keadaan": [words.text(row["state"]) for row in found],
        }
    )


def day(value: pd.Timestamp) -> str:
    return words.DASH if words.missing(value) else words.date(value)


def calendar(rows: pd.DataFrame, dates: pd.DataFrame, simulated: bool) -> bytes:
    """Every planned step still to come as an all-day event (RFC 5545), reminded a week before."""
    made_up = f"{words.SIMULATED}: " if simulated else ""
    book = icalendar.Calendar()
    book.add("prodid", "-//Inovasi Banua//Buku replikasi//ID")
    book.add("version", "2.0")
    book.add("x-wr-calname", f"{made_up}Buku replikasi")
    ahead = dates.merge(
        rows[["record_id", "innovation", "receiver", "giver", "revision", "updated_at"]],
        on="record_id",
    )
    ahead = ahead[
        ahead["planned"].notna() & ahead["real"].isna() & (ahead["place"] > ahead["reached"])
    ]
    for row in ahead.to_dict("records"):
        book.add_component(event(row, made_up))
    return book.to_ical()


def event(row: dict, made_up: str) -> icalendar.Event:
    """One step to come; a calendar shows its summary alone, so that says what is made up too."""
    start = pd.Timestamp(row["planned"]).date()
    summary = f"{made_up}{row['name']}: {row['innovation']}"
    found = icalendar.Event()
    found.add("uid", f"{row['record_id']}-{row['step']}@inovasi-banua")
    found.add("dtstamp", row["updated_at"].tz_localize("UTC").to_pydatetime())
    found.add("sequence", int(row["revision"]))
    found.add("dtstart", start)
    found.add("dtend", start + datetime.timedelta(days=1))
    found.add("summary", summary)
    found.add("description", f"{made_up}{sentences.pair(row)}")
    alarm = icalendar.Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", summary)
    alarm.add("trigger", REMINDED)
    found.add_component(alarm)
    return found
