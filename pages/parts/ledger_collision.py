"""Two writers of one record: the second is told what the first wrote, and decides."""

import pandas as pd
import streamlit as st

from pages.parts import access, buttons, desk, tables, words
from pages.parts import ledger_sentences as sentences
from pages.parts.desk import Opened
from pages.parts.ledger_details import moment, shown


def tell(row: dict, steps: dict[str, str]) -> None:
    """Show what the other wrote beside what was typed here; nothing is overwritten unasked."""
    held, change, what = st.session_state.get("collision", (None, {}, ""))
    latest, newest = desk.fields(row["record_id"]), int(row["revision"])
    if held is None or held.record_id != row["record_id"]:
        newer(row)
        return
    st.warning(
        f"{words.escape(row['updated_by'])} mengubah catatan ini pada {moment(row['updated_at'])}, "
        "setelah Anda membukanya. Isian Anda **belum disimpan** dan tidak menimpa apa pun.",
        title="Catatan sudah berubah",
        icon=":material/call_merge:",
    )
    names = access.ask("cooperation_documents").set_index("document")["name"].to_dict()
    fields = list(change)
    table = pd.DataFrame(
        {
            "Isian": [words.text(sentences.field(one, steps, names)) for one in fields],
            "Saat Anda buka": [shown(one, held.fields.get(one)) for one in fields],
            "Sekarang": [shown(one, latest.get(one)) for one in fields],
            "Isian Anda": [shown(one, change[one]) for one in fields],
        }
    )
    tables.show(table, "Perbedaan isian")
    with st.container(horizontal=True):
        st.button(
            "Simpan isian saya di atas versi terbaru",
            type=buttons.main(),
            on_click=overwrite,
            args=(Opened(row["record_id"], newest, latest), change, what),
        )
        st.button("Buang isian saya", on_click=forget, args=(row["record_id"], newest))


def overwrite(latest: Opened, change: dict[str, str | None], what: str) -> None:
    """Write what was typed here on top of the latest, as its writer asked for."""
    desk.put(latest, change, what)


def forget(record_id: str, revision: int) -> None:
    st.session_state.pop("collision", None)
    desk.reopen(record_id, revision)


def newer(row: dict) -> None:
    """Say that another browser saved since this one opened the record."""
    held = st.session_state["opened_record"]
    if held.revision < row["revision"]:
        st.info(
            f"{words.escape(row['updated_by'])} menyimpan perubahan ke-{row['revision']} setelah "
            "Anda membuka catatan ini.",
            icon=":material/sync:",
        )
        st.button(
            "Muat versi terbaru", on_click=forget, args=(row["record_id"], int(row["revision"]))
        )
