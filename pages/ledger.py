"""What is being copied, and how far is it?"""

import streamlit as st

from pages.parts import (
    access,
    desk,
    glossary,
    ledger_board,
    ledger_collision,
    ledger_examples,
    ledger_filters,
    ledger_parts,
    writer,
)
from pages.parts import ledger_board_sentences as said
from pages.parts import ledger_record as record
from pages.parts import ledger_sentences as sentences
from pages.parts import ledger_writing as writing

view = access.view()
every = desk.board(view)
wanted = st.query_params.get("record", "")
found = every[every["record_id"] == wanted].to_dict("records")
headline = st.container()

with st.container(horizontal=True):
    if wanted:
        st.button(
            "Kembali ke papan", icon=":material/arrow_back:", on_click=desk.show, args=(None,)
        )
    else:
        ledger_parts.new_button(view)
    writer.sign_in_out()
writing.told()

if found:
    record.draw(found[0], view, headline)
elif wanted == desk.NEW:
    headline.title("Catatan baru", anchor=False)
    ledger_parts.new(view)
elif wanted and not ledger_examples.show(view, wanted, headline):
    headline.title("Catatan tidak ditemukan", anchor=False)
    st.info(sentences.no_record(wanted, view.simulated), icon=":material/search_off:")
    ledger_collision.gone(wanted)
elif not wanted:
    chosen = ledger_filters.draw(every, view)
    glossary.title(
        headline, said.headline(chosen.rows, chosen.narrowed), "book", "giver", "receiver"
    )
    parts = {
        "Papan": lambda: ledger_board.draw(chosen),
        "Terlambat": lambda: ledger_board.late(chosen),
        "Garis waktu": lambda: ledger_parts.timeline(chosen, view),
        "Bukti replikasi": lambda: ledger_parts.evidence(view),
        "Masa wajib jalan": lambda: ledger_parts.lock(view),
    }
    for tab, draw in zip(
        st.tabs(list(parts), key="leaf", bind="query-params"), parts.values(), strict=True
    ):
        if tab.open:
            with tab:
                draw()
    ledger_parts.take_away(chosen.rows, view)
