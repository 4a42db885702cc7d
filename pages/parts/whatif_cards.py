"""The cards of the page of scenarios: the steps, now and then, naming, comparing, downloading."""

import pandas as pd
import streamlit as st

from pages.parts import documents, downloads, whatif_tables, words
from pages.parts import whatif_address as address
from pages.parts import whatif_sentences as sentences
from pages.parts.whatif import Bench, Outcome

MOST_REFUSED = 3
NONE_YET = "Belum ada langkah. [Tambahkan satu](#tambah), atau minta [saran](#saran)."
MORE = "[Tambah langkah](#tambah) · [minta saran](#saran)"


def steps(bench: Bench, outcome: Outcome) -> None:
    """Every step with what it brings; it can be taken out or moved up."""
    refused(outcome)
    if not outcome.steps:
        st.markdown(NONE_YET)
        return
    effects = outcome.effects
    for place, one in enumerate(outcome.steps):
        row = effects.iloc[place]
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            told, up, out = st.container(width="stretch"), st.empty(), st.empty()
        told.markdown(
            f"{place + 1}. {words.escape(sentences.step(one, bench))}  \n"
            f"{words.change(row['added_score'])} {sentences.effect(row, one)}"
        )
        others = outcome.steps[:place] + outcome.steps[place + 1 :]
        earlier = [*others[: place - 1], one, *others[place - 1 :]] if place else others
        up.button(
            "",
            icon=":material/arrow_upward:",
            key=f"up{place}",
            help="Jalankan lebih dulu",
            disabled=place == 0,
            on_click=address.put,
            args=(earlier,),
        )
        out.button(
            "",
            icon=":material/delete:",
            key=f"out{place}",
            help="Hapus langkah ini",
            on_click=address.put,
            args=(others,),
        )
    st.caption(MORE)
    costly = effects[effects["added_score"] <= -words.UNSEEN]
    if len(costly):
        which = words.listed([f"Langkah {place + 1}" for place in costly.index])
        st.warning(
            f"{which} menurunkan indeks. Alasannya tertulis di bawah langkah itu.",
            icon=":material/trending_down:",
        )


def refused(outcome: Outcome) -> None:
    """Name the pieces of a link that cannot be played here, the first few in full."""
    if not outcome.refused:
        return
    pieces = [f"“{words.escape(piece[:60])}”" for piece in outcome.refused]
    shown = words.listed(pieces[:MOST_REFUSED])
    more = len(pieces) - MOST_REFUSED
    rest = f" dan {words.whole(more)} lainnya" if more > 0 else ""
    st.warning(
        f"Langkah {shown}{rest} pada tautan tidak dapat dijalankan di sini dan dilewati.",
        icon=":material/link_off:",
    )


def beside(bench: Bench) -> dict[str, Outcome]:
    """The scenarios kept beside this one, played, by their letter."""
    played = {letter: bench.play(link, name) for letter, (name, link) in address.others().items()}
    for outcome in played.values():
        refused(outcome)
    return played


def sharing(bench: Bench, outcome: Outcome, others: dict[str, Outcome]) -> None:
    """Compare, start again, take away."""
    with st.container(horizontal=True):
        st.button(
            "Simpan sebagai pembanding",
            icon=":material/compare_arrows:",
            disabled=not outcome.steps,
            on_click=address.keep,
        )
        st.button(
            "Tukar dengan B", disabled="B" not in others or not outcome.steps, on_click=address.swap
        )
        st.button("Hapus pembanding", disabled=not others, on_click=address.forget)
        st.button(
            "Kosongkan langkah",
            icon=":material/restart_alt:",
            disabled=not outcome.steps,
            on_click=address.put,
            args=([],),
        )
        download(bench, outcome, others)
    st.caption("Salin alamat peramban untuk membagikan skenario ini beserta pembandingnya.")


def download(bench: Bench, outcome: Outcome, others: dict[str, Outcome]) -> None:
    title = f"Skenario {outcome.name or 'tanpa nama'}: {bench.view.full_name}, laporan {bench.year}"

    def content(about: pd.Series) -> bytes:
        return documents.scenario_workbook(
            whatif_tables.steps(bench, outcome),
            whatif_tables.to_take_away(bench, outcome, others),
            title,
            about,
        )

    downloads.button("XLSX", content, documents.XLSX, "skenario", bench.view, not outcome.steps)
