"""What came of a statement: rows a page at a time, how many, how long; or why there are none."""

import streamlit as st

from pages.parts import console_cells, console_files, console_refusals, paging, tables, words
from pages.parts.console_running import Outcome, simulated
from queries import console

A_PAGE = 25
COLUMNS = 40  # on the screen
STYLE = """<style>
.st-key-console_rows [data-testid="stTable"] {overflow-x: auto}
.st-key-console_rows td, .st-key-console_rows th {min-width: 4.5rem; max-width: 26rem}
</style>"""
CUT = {
    "rows": "**dipotong pada {rows} baris**; sisanya tidak diambil",
    "size": "**dipotong pada {rows} baris** karena besarnya {size} MB; sisanya tidak diambil",
}
NOTHING = (
    "Perintahnya berjalan, tetapi tidak ada baris yang cocok. Longgarkan where, atau periksa "
    "ejaan: nama membedakan huruf besar dan kecil, kecuali dengan ilike."
)


def draw(outcome: Outcome) -> None:
    """The answer, or the refusal, of the last statement."""
    if outcome.refused is not None:
        refusal(outcome, outcome.refused)
    elif outcome.answer is not None:
        answer(outcome, outcome.answer)


def refusal(outcome: Outcome, refused: console.Refused) -> None:
    st.error(
        console_refusals.reason(refused),
        title=console_refusals.title(refused),
        icon=":material/block:",
    )
    if marked := console_refusals.marked(outcome.asked.sql, refused.told):
        st.code(marked, language=None)


def answer(outcome: Outcome, held: console.Answer) -> None:
    """The rows on a page, what is said of them, and the files."""
    st.markdown(told(held))
    if simulated():
        st.caption(f"**{words.SIMULATED}**")
    if not held.table.num_rows:
        st.info(NOTHING, icon=":material/search_off:")
        return
    key = f"console_page_{outcome.number}"
    last = paging.page_count(held.table.num_rows, A_PAGE)
    page = min(int(st.session_state.get(key, 1)), last)
    shown = held.table.select(range(min(held.table.num_columns, COLUMNS)))
    with st.container(key="console_rows"):
        st.markdown(STYLE, unsafe_allow_html=True)
        rows = console_cells.shown(shown.slice((page - 1) * A_PAGE, A_PAGE))
        tables.show(rows, f"Hasil SQL, halaman {page} dari {last}")
    paging.control(last, key)
    question = console_files.asked_for(outcome.asked.sql, outcome.asked.question)
    console_files.buttons(held.table, question)
    tables.source("hasil SQL atas berkas di kaki halaman", "dihitung; bukan angka resmi")


def told(held: console.Answer) -> str:
    """How many rows and columns came, how long it took, and what is left out."""
    rows = held.table.num_rows
    said = [
        f"**{words.whole(rows)} baris**",
        f"{words.whole(held.table.num_columns)} kolom",
        f"{words.whole(held.seconds * 1000)} ms (dengan memulai mesin "
        f"{words.whole(held.overall * 1000)} ms)",
    ]
    if held.cut:
        size = words.whole(console.BYTES // 1_000_000)
        said.insert(1, CUT[held.cut].format(rows=words.whole(rows), size=size))
    if held.table.num_columns > COLUMNS:
        said.append(f"{COLUMNS} kolom pertama ditampilkan, semuanya ada di unduhan")
    return " · ".join(said)
