"""The tab "SQL" of Jelajah: an editor that reads, the tables beside it, and what came of it."""

import json

import streamlit as st

from pages.parts import (
    access,
    console_address,
    console_examples,
    console_link,
    console_result,
    console_running,
    console_schema,
    words,
)
from pages.parts.console_address import Unreadable, Wanted
from queries import console

SQL, GIVEN, TAKEN, FOREIGN = "console_sql", "console_given", "console_taken", "console_foreign"
STYLE = """<style>.st-key-console_sql textarea, .st-key-console_given input {
font-family: ui-monospace, Consolas, monospace; font-size: 13px; line-height: 1.45}</style>"""
FIRST = "examples/latest_scores"
RULES = (
    "Hanya membaca dataset yang sedang dibuka. Satu perintah SELECT, paling lama "
    f"{console.SECONDS} detik, {words.whole(console.ROWS)} baris. `$nama` diisi dari kotak "
    "Parameter."
)
LEDGER = (
    "Pertanyaan ini ditujukan kepada Buku replikasi, berkas tersendiri yang sedang ditulisi dan "
    "tidak dibuka oleh konsol. SQL dan parameternya dapat dibaca di sini; isinya dapat diunduh di "
    "halaman Buku replikasi."
)
FOREIGN_SQL = "SQL ini datang dari tautan, bukan dari aplikasi. Baca dulu, lalu tekan Jalankan."


def draw(view: access.View) -> None:
    """Everything of the tab; a question of the house that a link brings runs at once."""
    at_once = take_up(view)
    left, right = st.columns([1.9, 1], gap="small")
    with left:
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            examples()
            history = st.container(width="content")
            st.markdown(f"{STYLE}\n\n:small[{RULES}]", unsafe_allow_html=True)
        pressed = editor()
    with right:
        console_schema.draw()
    asked = in_editor() if pressed else at_once
    if asked is not None:
        start(asked)
    with history:
        past()
    if (outcome := console_running.last()) is not None:
        console_result.draw(outcome)


def take_up(view: access.View) -> Wanted | None:
    """Fill the editor with what a new address asks; what may run without being asked for."""
    told, before = (*console_address.told(), view.dataset), st.session_state.get(TAKEN)
    if before == told:
        return None
    st.session_state[TAKEN] = told
    try:
        wanted = console_address.wanted(*told[:3])
    except Unreadable as error:
        st.error(words.escape(str(error)), title="Tautan tidak terbaca", icon=":material/link_off:")
        wanted = None
    if wanted is None:
        first()
        return None
    if before and before[:3] == told[:3]:  # another dataset alone: what was typed stays
        return wanted if wanted.question and st.session_state.get(SQL) == wanted.sql else None
    fill(wanted)
    st.session_state[FOREIGN] = not wanted.question
    return wanted if wanted.question else None


def first() -> None:
    """Something to begin with where nothing stands yet."""
    if not st.session_state.get(SQL):
        fill(console_address.wanted(FIRST, "", "") or Wanted(""))


def fill(wanted: Wanted) -> None:
    st.session_state[SQL] = wanted.sql
    st.session_state[GIVEN] = pretty(wanted.given)


def pretty(given: dict) -> str:
    return json.dumps(given, ensure_ascii=False) if given else ""


def editor() -> bool:
    """The fields; whether they were sent off, by the button or with Ctrl+Enter."""
    notice = st.container()
    with st.form("console", border=False):
        st.text_area("SQL", key=SQL, height=230, persist_state="session")
        st.text_input(
            "Parameter (JSON)",
            key=GIVEN,
            persist_state="session",
            placeholder='{"code": "6310", "year": null}',
        )
        pressed = st.form_submit_button(
            "Jalankan (Ctrl+Enter)", type="primary", icon=":material/play_arrow:"
        )
    if st.session_state.get(FOREIGN) and not pressed:
        notice.warning(FOREIGN_SQL, icon=":material/link:")
    return pressed


def in_editor() -> Wanted | None:
    """What stands in the fields; a question of the house is known again as long as it is whole."""
    sql = st.session_state[SQL]
    try:
        given = console_address.parameters(st.session_state[GIVEN])
    except Unreadable as error:
        st.error(words.escape(str(error)), title="Parameter tidak terbaca")
        return None
    st.session_state[FOREIGN] = False
    return Wanted(sql, given, console_address.known_question(sql))


def start(asked: Wanted) -> None:
    """Run it, unless it is for the ledger or lacks its tables; then say so."""
    if asked.of_ledger:
        st.info(LEDGER, icon=":material/menu_book:")
    elif asked.missing_tables:
        named = words.listed([f"given_{name}" for name in asked.missing_tables])
        st.info(
            f"Pertanyaan ini memerlukan tabel {words.escape(named)} yang dibuat halamannya dari "
            "langkah-langkah skenario dan terlalu panjang untuk tautan. Isi kolom-kolomnya di "
            'kotak Parameter, misalnya {"dropped": {"step": \\[\\], "innovation\\_id": \\[\\]}}.',
            icon=":material/table:",
        )
    else:
        console_running.run(asked)
        st.session_state[TAKEN] = (*console_address.told(), st.session_state["dataset"])


def examples() -> None:
    with st.popover("Contoh", icon=":material/lightbulb:"):
        for title, one in console_examples.EXAMPLES.items():
            st.button(
                title,
                key=f"example_{one.question}",
                type="tertiary",
                on_click=open_one,
                args=(one,),
            )


def open_one(one: console_link.Asked) -> None:
    """Put a question of the house into the address; the next run takes it up."""
    for key in (console_link.GIVEN, console_link.SQL):
        st.query_params.pop(key, None)
    st.query_params[console_link.QUESTION] = one.question
    if one.given:
        st.query_params[console_link.GIVEN] = console_link.written(one.given)
    st.session_state.pop(TAKEN, None)


def past() -> None:
    """The statements of this session; a click brings one back into the editor."""
    held = console_running.past()
    with st.popover("Riwayat", icon=":material/history:", disabled=not held):
        for place, (when, one) in enumerate(held):
            line = " ".join(one.sql.split())[:70]
            st.button(
                f"{when} · {words.escape(one.question or line)}",
                key=f"past_{place}",
                type="tertiary",
                on_click=fill,
                args=(one,),
            )
