"""The cards of the page of scenarios: the steps, now and then, naming, comparing, downloading."""

import streamlit as st

from pages.parts import access, documents, whatif_tables, words
from pages.parts import whatif_sentences as sentences
from pages.parts.whatif import Bench, Outcome
from pages.parts.whatif_form import STEPS, put

NAME, OTHERS = "name", ("b", "c")
MOST_REFUSED = 3
MARK = "!"  # between a scenario's name and its steps, in the address


def steps(bench: Bench, outcome: Outcome) -> None:
    """Every step with what it brings; it can be taken out or moved up."""
    refused(outcome)
    if not outcome.steps:
        st.markdown("Belum ada langkah. Tambahkan satu, atau minta saran.")
        return
    effects = outcome.effects
    for place, one in enumerate(outcome.steps):
        row = effects.iloc[place]
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            told, up, out = st.container(width="stretch"), st.empty(), st.empty()
        symbol = "●" if abs(row["added_score"]) < 0.005 else "▲" if row["added_score"] > 0 else "▼"
        told.markdown(
            f"{place + 1}. {words.escape(sentences.step(one, bench))}  \n"
            f"{symbol} {sentences.effect(row, one)}"
        )
        others = outcome.steps[:place] + outcome.steps[place + 1 :]
        earlier = [*others[: place - 1], one, *others[place - 1 :]] if place else others
        up.button(
            "",
            icon=":material/arrow_upward:",
            key=f"up{place}",
            help="Jalankan lebih dulu",
            disabled=place == 0,
            on_click=put,
            args=(earlier,),
        )
        out.button(
            "",
            icon=":material/delete:",
            key=f"out{place}",
            help="Hapus langkah ini",
            on_click=put,
            args=(others,),
        )
    costly = effects[effects["added_score"] <= -0.005]
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


def others(bench: Bench) -> dict[str, Outcome]:
    """Up to two other scenarios, kept in the address beside this one, by their letter."""
    found = {}
    with st.expander("Skenario pembanding sebagai teks"):
        for key in OTHERS:
            text = st.text_input(
                f"Skenario {key.upper()}: nama!langkah",
                key=key,
                bind="query-params",
                max_chars=4000,
            )
            name, mark, link = text.rpartition(MARK)
            if link:
                found[key.upper()] = bench.play(link, name if mark else "")
    for other in found.values():
        refused(other)
    return found


def naming() -> str:
    return st.text_input(
        "Nama skenario",
        key=NAME,
        bind="query-params",
        max_chars=60,
        placeholder="misalnya: Fokus video dan regulasi",
    )


def keep(name: str) -> None:
    """Move this scenario to a free place beside, or over the last one."""
    state = st.session_state
    place = next((key for key in OTHERS if not state.get(key)), OTHERS[-1])
    state[place] = f"{name.replace(MARK, ' ')}{MARK}{state[STEPS]}"


def forget() -> None:
    for key in OTHERS:
        st.session_state[key] = ""


def swap() -> None:
    """Open the scenario kept as B; this one takes its place."""
    state = st.session_state
    name, _, link = state[OTHERS[0]].rpartition(MARK)
    state[OTHERS[0]] = f"{state[NAME].replace(MARK, ' ')}{MARK}{state[STEPS]}"
    state[NAME], state[STEPS] = name, link


def sharing(bench: Bench, outcome: Outcome, beside: dict[str, Outcome]) -> None:
    """Compare, start again, take away."""
    with st.container(horizontal=True):
        st.button(
            "Simpan sebagai pembanding",
            icon=":material/compare_arrows:",
            disabled=not outcome.steps,
            on_click=keep,
            args=(outcome.name,),
        )
        st.button("Tukar dengan B", disabled="B" not in beside or not outcome.steps, on_click=swap)
        st.button("Hapus pembanding", disabled=not beside, on_click=forget)
        st.button(
            "Kosongkan langkah",
            icon=":material/restart_alt:",
            disabled=not outcome.steps,
            on_click=put,
            args=([],),
        )
        download(bench, outcome, beside)
    st.caption("Salin alamat peramban untuk membagikan skenario ini beserta pembandingnya.")


def download(bench: Bench, outcome: Outcome, beside: dict[str, Outcome]) -> None:
    about = access.ask("about").iloc[0]
    title = f"Skenario {outcome.name or 'tanpa nama'}: {bench.view.full_name}, laporan {bench.year}"

    def content() -> bytes:
        return documents.scenario_workbook(
            whatif_tables.steps(bench, outcome),
            whatif_tables.to_take_away(bench, outcome, beside),
            title,
            about,
        )

    st.download_button(
        "XLSX",
        content,
        f"skenario-{bench.view.name.lower().replace(' ', '-')}.xlsx",
        documents.XLSX,
        icon=":material/download:",
        on_click="ignore",
        disabled=not outcome.steps,
    )
