"""What has been imported so far: every version, compared, taken away, brought back."""

import datetime
from functools import lru_cache

import pandas as pd
import streamlit as st

from data.errors import DataError
from data.importing import comparing, export, versions
from data.importing.holdings import NOTHING, Holdings
from data.importing.versions import Version
from pages.parts import documents, import_preview, ledger_details, pick, words, writer
from pages.parts.tables import show
from queries import publishing

TOLD = "import_restored"
NOTHING_YET = (
    "Belum ada yang diimpor. Buka bagian **Impor** untuk mengunggah berkas, atau **Panduan impor** "
    "untuk langkah-langkahnya."
)
KINDS = {"impor": "impor", "pemulihan": "dikembalikan"}


def draw() -> None:
    """The list, then one version to take away or bring back, then two side by side."""
    if message := st.session_state.pop(TOLD, ""):
        st.success(message, icon=":material/check_circle:")
    every = versions.all_versions()
    if not every:
        st.markdown(NOTHING_YET)
        return
    current = versions.current()
    if trouble := versions.overtaken():
        st.warning(words.escape(trouble), icon=":material/warning:")
    show(listed(every, current), "Versi data resmi")
    readable = [one for one in every if not one.trouble]
    if readable:
        one_version(readable, current)
        two_versions(readable)


def listed(every: list[Version], current: Version | None) -> pd.DataFrame:
    """Newest first; the one in use is marked."""
    return pd.DataFrame(
        {
            "Versi": [
                f"**{one.number}** ✓" if one == current else str(one.number) for one in every
            ],
            "Terbit": [when(one.created) for one in every],
            "Oleh": [words.text(one.who or None) for one in every],
            "Cara": [KINDS.get(one.kind, words.DASH) for one in every],
            "Baris": [words.whole(one.rows) for one in every],
            "Catatan": [words.text(one.trouble or one.note or None) for one in every],
        }
    )


def when(created: datetime.datetime | None) -> str:
    """The local day and time of a moment in UTC."""
    return words.DASH if created is None else ledger_details.moment(pd.Timestamp(created))


def one_version(readable: list[Version], current: Version | None) -> None:
    st.header("Satu versi", anchor=False)
    names = {one.number: f"Versi {one.number}, {when(one.created)}" for one in readable}
    number = pick.one("Versi", names, "import_version", kept=False)
    version = next(one for one in readable if one.number == number)
    with st.container(horizontal=True):
        title = f"Data resmi versi {version.number}"
        origin = [f"Diterbitkan {when(version.created)} oleh {version.who}"]
        st.download_button(
            "Unduh XLSX",
            lambda: export.workbook(versions.load(version), title, origin),
            f"inovasi-banua-resmi-versi-{version.number}.xlsx",
            documents.XLSX,
            icon=":material/download:",
            on_click="ignore",
            help="Buku kerja yang dapat diimpor kembali tanpa kehilangan.",
        )
        restore(version, current)


def restore(version: Version, current: Version | None) -> None:
    """Bring one version back, or begin with nothing, as a new version."""
    who = writer.current()
    if who is None or who.codes is not None:
        st.caption("Mengembalikan versi memerlukan hak menulis untuk semua daerah.")
        return
    if version == current:
        number, label = 0, "Kosongkan data resmi"
    else:
        number, label = version.number, f"Kembalikan versi {version.number}"
    with st.popover(label, icon=":material/history:"):
        st.markdown(
            "Menjadi versi baru; tidak ada versi yang dihapus. "
            + ("Sesudah itu data resmi tidak lagi ditampilkan." if number == 0 else "")
        )
        if st.button("Ya, lanjutkan", key=f"import_restore_{number}", type="primary"):
            bring_back(number, who.name)


def bring_back(number: int, who: str) -> None:
    note = f"kembali ke versi {number}" if number else "dikosongkan"
    try:
        made = publishing.restore(number, who, note)
    except DataError as error:
        st.error(words.escape(str(error)), icon=":material/error:")
        return
    st.session_state[TOLD] = f"Terbit sebagai versi {made.number}: {note}."
    st.rerun()


def two_versions(readable: list[Version]) -> None:
    """What changed from one version to another."""
    st.header("Bandingkan dua versi", anchor=False)
    names = {one.number: f"Versi {one.number}" for one in readable}
    with st.grid(2, min_column_width=160, gap="small"):
        last = pick.one("Sesudah", names, "import_after", kept=False)
        earlier = {0: "Belum ada impor"} | {one: name for one, name in names.items() if one != last}
        first = pick.one("Sebelum", earlier, "import_before", kept=False, first=last - 1)
    rows = compared(version_of(first, readable), version_of(last, readable))
    if rows.empty:
        st.markdown("Isi keduanya sama.")
        return
    show(import_preview.counted(rows), "Perubahan antara dua versi")
    with st.expander(f"Rincian {words.whole(len(rows))} perubahan"):
        import_preview.changes(rows, "import_version_changes")


@lru_cache(maxsize=4)
def compared(first: Version | None, last: Version | None) -> pd.DataFrame:
    """A version never changes, so neither does what lies between two."""
    return comparing.changes(holdings_of(first), holdings_of(last))


def version_of(number: int, readable: list[Version]) -> Version | None:
    return next((one for one in readable if one.number == number), None)


def holdings_of(version: Version | None) -> Holdings:
    return versions.load(version) if version else NOTHING
