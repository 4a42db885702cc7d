"""Around the board of cooperations: a new one, timeline, evidence, lock, files to take away."""

import pandas as pd
import streamlit as st

from data import book_files
from pages.parts import (
    access,
    desk,
    documents,
    downloads,
    frame,
    gap_tables,
    ledger_examples,
    ledger_files,
    ledger_filters,
    ledger_forms,
    ledger_proofs,
    ledger_timeline,
    origins,
    paging,
    tables,
    words,
    writer,
)
from pages.parts import ledger_board_sentences as said
from pages.parts import ledger_writing as writing
from pages.parts.colours import palette
from pages.parts.console_link import asked
from pages.parts.plotting import plot
from queries import proofs


def new_button(view: access.View) -> None:
    """The way to a new record; who may not write is told why."""
    who = writer.current()
    st.button(
        "Catatan baru",
        icon=":material/add:",
        type="primary",
        disabled=who is None,
        on_click=desk.show,
        args=(desk.NEW,),
    )
    if who is None:
        st.caption(writer.reason())


def new(view: access.View) -> None:
    """The form of a new record, or why there is none."""
    if writer.current() is None:
        st.info(writer.reason(), icon=":material/visibility:")
        return
    if view.simulated:
        st.caption(f"**{words.SIMULATED}**: catatan ini hanya tampil pada data simulasi.")
    with st.container(border=True):
        frame.link_to("candidates.py", "Mulai dari kandidat: inovasi dan pemberi terisi sendiri")
        ledger_forms.new(view)


def timeline(chosen: ledger_filters.Chosen, view: access.View) -> None:
    """Dates of the cooperations, those late on top, a page at a time."""
    if ledger_filters.nothing(chosen):
        return
    dates = desk.ask("dates", dataset=view.book)
    has_day = dates["planned"].notna() | dates["real"].notna()
    named = dates.loc[has_day, "record_id"].unique()  # else they are looked for 5,500 times
    dated = chosen.rows[chosen.rows["record_id"].isin(named)]
    if dated.empty:
        st.markdown("Belum ada tanggal rencana atau nyata.")
        return
    key, today = f"dates-{chosen.key}", desk.today()
    shown, before = paging.page(dated, key, ledger_timeline.SHOWN)
    told = said.timeline(chosen.rows, dated, before, len(shown))
    st.markdown(told)
    dates = dates[dates["record_id"].isin(shown["record_id"])]
    dates = dates.assign(state=ledger_timeline.states(dates, today))
    figure = ledger_timeline.timeline(shown, dates, today, palette(view.dark))
    behind = [desk.behind("dates", dataset=view.book)]
    plot(figure, "timeline", told, sets=desk.show, asked=behind)
    paging.pages(dated, key, ledger_timeline.SHOWN)
    gap_tables.folded(
        "Tabel: tanggal rencana dan nyata",
        "dates_table",
        lambda: tables.show(ledger_files.dates(dates, shown), "Tanggal rencana dan nyata"),
    )
    if dates["state"].eq(ledger_timeline.SKIPPED).any():
        st.caption(said.SKIPPED)
    tables.source("buku replikasi", "tanggal diisi oleh pencatat")


def evidence(view: access.View) -> None:
    """Which innovations earn points by being copied: one's own, then those of others."""
    agreed = desk.ask("agreed", dataset=view.book)
    rows = proofs.copied(agreed, ledger_examples.rows(view))
    row = access.ask("indicators").set_index("code").loc["REPLIKASI"]
    st.markdown(ledger_proofs.evidence(rows, row, view.name, view.code))
    st.caption(said.WHOLE_BOOK)
    own = rows["giver_code"] == view.code
    if own.any():
        worth = access.ask("replication_row", code=view.code).set_index("innovation_id")
        tables.show(
            ledger_proofs.evidence_table(rows[own], worth["points_per_level"]),
            f"Inovasi {view.name} yang ditiru dan buktinya",
        )
    if not own.all():
        of_others(rows[~own], f"copied-{view.dataset}-{view.code}")
    tables.source(
        f"buku replikasi dan {origins.on_record(view.dataset)}",
        "dihitung: daerah berbeda dengan surat minat, perjanjian, atau tanggal kesepakatan nyata",
        [desk.behind("agreed", dataset=view.book), asked("replication_row", code=view.code)],
    )


def of_others(rows: pd.DataFrame, key: str) -> None:
    """The innovations of others that were copied, a page at a time."""
    shown, before = paging.page(rows, key, ledger_proofs.A_PAGE)
    st.markdown(said.others(len(rows), before, len(shown)))
    tables.show(ledger_proofs.evidence_table(shown), "Inovasi daerah lain yang ditiru")
    paging.pages(rows, key, ledger_proofs.A_PAGE)


def lock(view: access.View) -> None:
    """How long the regency in view keeps running what it copied; its editors may change it."""
    usual = desk.usual_months()
    set_by = desk.settings()
    st.markdown(ledger_proofs.lock(set_by.get(view.code), usual, view.name))
    tables.show(
        ledger_proofs.lock_table(set_by, access.ask("regencies"), usual), "Masa wajib jalan"
    )
    tables.source("buku replikasi", asked=[desk.behind("regency_settings")])
    who = writer.current()
    if view.simulated:
        st.caption(
            "Masa wajib jalan berlaku untuk semua data; diatur pada data yang bukan simulasi."
        )
    elif who is not None and who.may(view.code):
        subject = f"daerah-{view.code}"
        revision = int(set_by.get(view.code, {}).get("revision", 0))
        with st.container(border=True):
            st.header(words.text(f"Atur untuk {view.name}"), anchor=False)
            ledger_forms.lock(writing.opened(subject, revision), usual)


def take_away(rows: pd.DataFrame, view: access.View) -> None:
    """The records as filtered, their next dates as a calendar, and the whole book."""
    dates = desk.ask("dates", dataset=view.book)
    names = ledger_filters.names()
    title = f"Buku replikasi: {view.full_name}"
    with st.container(horizontal=True, vertical_alignment="center"):
        downloads.buttons(
            view,
            "buku-replikasi",
            title,
            lambda about: ledger_files.records(rows, names, documents.dataset_line(about)),
            ledger_files.NOTES,
            rows.empty,
        )
        downloads.button(
            "ICS",
            lambda about: ledger_files.calendar(rows, dates, bool(about["simulated"])),
            "text/calendar",
            "jadwal-replikasi",
            view,
            rows["next_planned"].isna().all(),
        )
        downloads.button(
            "ZIP", lambda about: book_files.zipped(), "application/zip", "buku", view, False
        )
    st.caption(
        "CSV dan XLSX: daftar yang tersaring. ICS: tanggal rencana berikutnya untuk kalender. "
        "ZIP: seluruh buku beserta riwayatnya."
    )
