"""The note that a regency's editors keep for its briefings, in the book of replication."""

import streamlit as st

from data import book
from data.errors import DataError
from pages.parts import access, desk, ledger_details, words, writer

LONGEST = 1000  # letters; a page has room for them
WHAT = "menulis catatan taklimat"
TOLD = "brief_note_told"
TAKEN = (
    "Orang lain mengubah catatan ini setelah Anda membukanya. Tulisan Anda masih ada di kotak; "
    "catatan mereka tampil di taklimat. Gabungkan keduanya, lalu simpan lagi."
)


def field(view: access.View) -> str:
    """Made-up and real data have notes of their own."""
    return f"brief_note.{view.book}"


def read(view: access.View, code: str) -> str:
    """What stands in the book; nothing where it cannot be read."""
    try:
        return desk.fields(f"{desk.SETTINGS}{code}").get(field(view), "")
    except DataError:
        return ""


def draw(view: access.View, code: str, note: str) -> None:
    """The note with who wrote it last, and for its editors a field to change it."""
    subject = f"{desk.SETTINGS}{code}"
    st.markdown(f"**Catatan**  \n{lines(note)}" if note else "Belum ada catatan.")
    st.caption(f"{last(subject, view)} Tampil di taklimat ini dan di setiap dokumennya.")
    who = writer.current()
    if who is None or not who.may(code):
        st.caption(writer.reason() or "Anda hanya dapat membaca.")
        return
    key = f"brief_note_{code}_{view.book}"
    keep_up(key, note)
    st.text_area(
        "Ubah catatan",
        max_chars=LONGEST,
        key=key,
        persist_state="session",
        help="Jangan menulis nama warga. Semua orang dapat membaca catatan ini.",
    )
    st.button(
        "Simpan catatan",
        icon=":material/save:",
        key="save_brief_note",
        on_click=save,
        args=(view, code, key),
    )
    tell()


def keep_up(key: str, note: str) -> None:
    """What is typed is held against the note it began with; untouched, it follows the note."""
    seen = st.session_state.setdefault(f"{key}_seen", note)
    if st.session_state.setdefault(key, note) == seen:
        st.session_state[key] = st.session_state[f"{key}_seen"] = note


def lines(note: str) -> str:
    """Markdown that keeps the line ends."""
    return "  \n".join(words.escape(line) for line in note.splitlines())


def last(subject: str, view: access.View) -> str:
    """Who wrote the note last, and when."""
    rows = desk.ask("history", subject=subject)
    mine = rows[rows["field"] == field(view)]
    if mine.empty:
        return ""
    row = mine.iloc[0]
    when = ledger_details.moment(row["written_at"])
    return f"Terakhir diubah {when} oleh {words.text(row['who'])}."


def save(view: access.View, code: str, key: str) -> None:
    """Write what was typed, unless somebody else has changed the note it began with."""
    who, typed = writer.current(), st.session_state[key].strip()
    seen = st.session_state[f"{key}_seen"]
    if who is None or not who.may(code):
        st.session_state[TOLD] = ("error", writer.reason())
        return
    if read(view, code) != seen:
        st.session_state[TOLD] = ("error", TAKEN)
        st.session_state[f"{key}_seen"] = read(
            view, code
        )  # shown now; the next save may replace it
        return
    if typed == seen:
        st.session_state[TOLD] = ("info", "Tidak ada yang berubah.")
        return
    subject = f"{desk.SETTINGS}{code}"
    try:
        book.write(subject, revision(subject), WHAT, {field(view): typed or None}, who.name)
    except DataError as error:
        st.session_state[TOLD] = ("error", words.escape(str(error)))
        return
    st.session_state[key] = st.session_state[f"{key}_seen"] = typed
    st.session_state[TOLD] = ("success", f"Tersimpan oleh {words.escape(who.name)}.")


def revision(subject: str) -> int:
    """Of the subject's last event; its other fields may have changed, which does no harm."""
    rows = desk.ask("history", subject=subject)
    return 0 if rows.empty else int(rows["revision"].iloc[0])


def tell() -> None:
    """What came of saving, once."""
    kind, text = st.session_state.pop(TOLD, (None, ""))
    if kind:
        getattr(st, kind)(text)
