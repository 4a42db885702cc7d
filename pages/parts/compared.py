"""Which candidates stand side by side: their ids in the address.

As with a scenario (`whatif_address`), a text field bound to the address holds them, so that a link,
the back button and a user who pastes text all do the same. The field stands behind a fold: what a
popover holds is not in the browser while it is closed, and a change by a button is lost there.
"""

import pandas as pd
import streamlit as st

from pages.parts import words

KEY = "compare"
MOST = 3
BETWEEN = "~"
LONGEST = 400  # signs; three ids are shorter, and what is longer is none of ours
FULL = f"Sudah {MOST} yang dibandingkan; keluarkan satu dulu."


def field() -> None:
    with st.expander("Pilihan sebagai teks"):
        st.text_input(
            "Isi alamat; salin untuk disimpan, tempel untuk dibuka lagi",
            key=KEY,
            bind="query-params",
            max_chars=LONGEST,
            placeholder="tekan Bandingkan pada sebuah kandidat",
        )


def standing(ranked: pd.DataFrame) -> list[str]:
    """Say what is chosen so far, with the way to the comparison; the ids of the chosen."""
    ids = known(ranked["innovation_id"])
    names = ranked.set_index("innovation_id").loc[ids, "name"].map(words.text)
    st.markdown(
        f"{words.whole(len(ids))} dari {MOST} dipilih: {words.listed(names.tolist())}."
        if ids
        else f"Tekan **Bandingkan** pada sampai {MOST} kandidat."
    )
    st.button(
        "Buka perbandingan",
        icon=":material/compare:",
        disabled=not ids,
        on_click=st.session_state.update,
        args=({"look": "Bandingkan"},),
    )
    return ids


def pieces() -> list[str]:
    """What stands in the address, each once, in its order; any text may stand there."""
    held = str(st.session_state.get(KEY) or "")[:LONGEST]
    return list(dict.fromkeys(filter(None, held.split(BETWEEN))))


def known(ids: pd.Series) -> list[str]:
    """The first three pieces that are among the ids."""
    held = pieces()
    there = set(ids[ids.isin(held)])
    return [piece for piece in held if piece in there][:MOST]


def put(ids: list[str]) -> None:
    st.session_state[KEY] = BETWEEN.join(ids[:MOST])
