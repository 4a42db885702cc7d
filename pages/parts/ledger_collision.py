"""Two writers of one record: the second is told what the first wrote, and decides."""

import pandas as pd
import streamlit as st

from data import book
from pages.parts import desk, ledger_fields, tables, words
from pages.parts import ledger_sentences as sentences
from pages.parts import ledger_writing as writing
from pages.parts.desk import Opened
from pages.parts.ledger_details import moment, names, shown


def tell(row: dict) -> None:
    """Show what the other wrote beside what was typed here; nothing is overwritten unasked."""
    held, change, what = st.session_state.get("collision", (None, {}, ""))
    if held is None or held.record_id != row["record_id"]:
        newer(row)
        return
    st.warning(
        f"{words.escape(row['updated_by'])} mengubah catatan ini pada {moment(row['updated_at'])}, "
        "setelah Anda membukanya. Isian Anda **belum disimpan** dan tidak menimpa apa pun.",
        title="Catatan sudah berubah",
        icon=":material/call_merge:",
    )
    latest = desk.fields(row["record_id"])
    beside(held, latest, change)
    newest = Opened(row["record_id"], int(row["revision"]), latest, row["updated_at"])
    with st.container(horizontal=True):
        st.button(
            "Simpan isian saya di atas versi terbaru",
            type="primary",
            on_click=overwrite,
            args=(newest, change, what),
        )
        st.button("Buang isian saya", on_click=forget, args=(row,))


def gone(record_id: str) -> None:
    """What was typed into a record that is no more in the book, as after a restore, is not lost."""
    held, change, _ = st.session_state.get("collision", (None, {}, ""))
    if held is None or held.record_id != record_id:
        return
    whole = writing.merged(held.fields, change)
    st.warning(
        "Catatan ini ada saat Anda membukanya; mungkin cadangan yang lebih lama dipulihkan. Isian "
        "Anda **belum disimpan**.",
        title="Catatan hilang dari buku",
        icon=":material/call_merge:",
    )
    beside(held, {}, change)
    st.button(
        "Simpan lagi sebagai catatan baru",
        type="primary",
        on_click=again,
        args=(whole,),
    )


def beside(held: Opened, latest: dict[str, str], change: dict[str, str | None]) -> None:
    """Each field that was typed: as it stood, as it stands, as it would be."""
    named = names()
    fields = [one for one in change if one not in sentences.BEHIND_THE_SCENES]
    table = pd.DataFrame(
        {
            "Isian": [words.text(sentences.field(one, *named)) for one in fields],
            "Saat Anda buka": [shown(one, held.fields.get(one)) for one in fields],
            "Sekarang": [shown(one, latest.get(one)) for one in fields],
            "Isian Anda": [shown(one, change[one]) for one in fields],
        }
    )
    tables.show(table, "Perbedaan isian")


def overwrite(latest: Opened, change: dict[str, str | None], what: str) -> None:
    """Write what was typed here on top of the latest, as its writer asked for."""
    before = st.session_state["opened_record"]
    if writing.put(latest, change, what):
        ledger_fields.forget(before)


def again(fields: dict[str, str]) -> None:
    """A record of its own with all that was on the page."""
    record_id = book.new_record_id()
    if writing.put(Opened(record_id, 0, {}), dict(fields), "membuat kembali"):
        st.query_params["record"] = record_id


def forget(row: dict) -> None:
    st.session_state.pop("collision", None)
    ledger_fields.forget(st.session_state["opened_record"])
    writing.reopen(row["record_id"], int(row["revision"]), row["updated_at"])


def newer(row: dict) -> None:
    """Say that another browser saved since this one opened the record."""
    held = st.session_state["opened_record"]
    if held.revision < row["revision"]:
        st.info(
            f"{words.escape(row['updated_by'])} menyimpan perubahan ke-{row['revision']} setelah "
            "Anda membuka catatan ini.",
            icon=":material/sync:",
        )
        st.button("Muat versi terbaru", on_click=forget, args=(row,))
