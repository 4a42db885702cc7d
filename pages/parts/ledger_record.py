"""One cooperation, opened: how far it is, what is on file, who changed what, and the forms."""

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.parts import (
    access,
    desk,
    frame,
    glossary,
    ledger_collision,
    ledger_forms,
    scrolling,
    tables,
    words,
    writer,
)
from pages.parts import ledger_details as details
from pages.parts import ledger_sentences as sentences
from pages.parts import ledger_writing as writing
from pages.parts.desk import Opened


def draw(row: dict, view: access.View, headline: DeltaGenerator) -> None:
    """Everything about one record; the forms only for who may write it."""
    held = writing.opened(row["record_id"], int(row["revision"]), row["updated_at"])
    names = dict(enumerate(desk.names().values(), start=1))
    headline.title(words.text(row["innovation"]), anchor=False)
    headline.markdown(heading(row, names))
    ledger_collision.tell(row)
    left, right = st.columns([1.7, 1], gap="small")
    with left.container(border=True):
        glossary.header("Tahap", "step", "lock")
        st.markdown(words.escape(sentences.locked(row, names, pd.Timestamp(desk.today()))))
        dated = steps(row["record_id"], int(row["place"]), view)
        scrolling.table(dated, "Tahap: rencana dan nyata", "steps", view.dark)
    with right.container(border=True):
        st.header("Isi catatan", anchor=False)
        editing(row, held)
        note(row, view)
    left, right = st.columns([1.7, 1], gap="small")  # on a phone the form comes before all this
    with left.container(border=True):
        st.header("Dokumen dan bukti", anchor=False)
        st.markdown(details.proven(held))
        due, later = details.documents(held, int(row["place"]) + 1)
        scrolling.table(due, "Dokumen sampai tahap berikutnya", "due", view.dark)
        if len(later):
            with st.expander(f"Dokumen tahap kemudian ({len(later)})"):
                tables.show(later, "Dokumen tahap kemudian")
    with left.container(border=True):
        st.header("Rincian", anchor=False)
        tables.show(details.details(held), "Rincian kerja sama")
    with right.container(border=True):
        st.header("Riwayat", anchor=False)
        st.markdown(history(row["record_id"]))


def heading(row: dict, names: dict[int, str]) -> str:
    """Who with whom, how far, what comes next."""
    reached = names.get(row["place"], sentences.PLANNED)
    next_up = sentences.lateness(row, names) or sentences.coming(row, names)
    colour = "orange" if row["late_days"] else "gray"
    return (
        f"{words.text(sentences.pair(row))} :blue-badge[{words.text(reached)}] "
        f":{colour}-badge[{words.text(next_up)}]  \n"
        f":small[Perubahan ke-{words.whole(row['revision'])} oleh {words.text(row['updated_by'])}, "
        f"{details.moment(row['updated_at'])}]"
    )


def steps(record_id: str, place: int, view: access.View) -> pd.DataFrame:
    """Every step with its dates; what is done, what comes next."""
    every = desk.cooperation_steps()
    dates = desk.ask("dates", dataset=view.book)
    dates = dates[dates["record_id"] == record_id].set_index("step")[["planned", "real", "delay"]]
    rows = every.join(dates, on="step").to_dict("records")
    return pd.DataFrame(
        {
            "Tahap": [f"{mark(row, place)} {words.text(row['name'])}" for row in rows],
            "Rencana": [details.day(row["planned"]) for row in rows],
            "Nyata": [details.day(row["real"]) for row in rows],
            "Sebab terlambat": [words.text(row["delay"]) for row in rows],
        }
    )


def mark(row: dict, place: int) -> str:
    if not words.missing(row["real"]):
        return "●"
    return "○" if row["place"] > place else "·"


def editing(row: dict, held: Opened) -> None:
    who = writer.current()
    if who is None or not who.may(row["owner_code"]):
        st.info(writer.reason(), icon=":material/visibility:")
    else:
        ledger_forms.edit(held, int(row["place"]) + 1)


def note(row: dict, view: access.View) -> None:
    """The way to the note of a visit to the giver, where it is known of whom it is written."""
    names = access.ask("regencies").set_index("code")["name"]
    if row["receiver_code"] == view.code and row["giver_code"] in names:
        st.button(
            "Siapkan nota kunjungan",
            icon=":material/description:",
            type="tertiary",
            on_click=frame.go_to,
            args=("candidates.py",),
            kwargs={"look": "Nota kunjungan", "host": names[row["giver_code"]]},
        )


def history(record_id: str) -> str:
    """Every change, the newest first: who, when, what."""
    rows = desk.ask("history", subject=record_id)
    told, named = [], details.names()
    for revision, event in rows.groupby("revision", sort=False):
        first = event.iloc[0]
        held = event[event["field"].notna()]
        values = held["value"].astype(object).where(held["value"].notna(), None)
        fields = details.told(dict(zip(held["field"], values, strict=True)), named)
        told.append(
            f"- **{revision}.** {details.moment(first['written_at'])}, {words.text(first['who'])} "
            f"{words.text(first['what'])}" + (f": :small[{'; '.join(fields)}]" if fields else "")
        )
    return "\n".join(told)
