"""What to do with a candidate: set it beside others, see what it brings, begin a cooperation."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from pages.parts import access, compared, desk, frame, words
from pages.parts import whatif_address as address
from queries import steps


@dataclass(frozen=True)
class Around:
    """What a card needs to know besides its candidate.

    Attributes:
        weights: of each part; compared: ids that stand side by side.
        steady: ids that stay among the first whatever the weights do.
        begun: record in the ledger by innovation, of what is being copied already.
        reported: whether a report of one's own can be scored with one innovation more.
    """

    view: access.View
    weights: dict[str, float]
    compared: tuple[str, ...]
    steady: frozenset[str]
    begun: Mapping[str, str]
    reported: bool


def has_report(view: access.View) -> bool:
    return not access.ask("report", code=view.code, year=view.year).empty


def actions(row: dict, around: Around) -> None:
    """Set it beside others, see what it would bring, begin a cooperation."""
    one = row["innovation_id"]
    with st.container(horizontal=True, gap="small"):
        compare(one, around.compared)
        if around.reported and not words.missing(row["maturity"]):
            st.button(
                "Hitung di Bagaimana jika",
                icon=":material/tune:",
                type="tertiary",
                key=f"play_{one}",
                on_click=play,
                args=(steps.Copy(one, float(row["maturity"])),),
            )
        held = around.begun.get(one)
        st.button(
            "Buka kerja sama" if held else "Mulai kerja sama",
            icon=":material/handshake:",
            type="tertiary",
            key=f"begin_{one}",
            help="Sudah ada di Buku replikasi." if held else None,
            on_click=follow if held else begin,
            args=(held or one,),
        )


def compare(one: str, held: tuple[str, ...]) -> None:
    """Beside the others, or out again; never a fourth."""
    inside = one in held
    full = not inside and len(held) >= compared.MOST
    rest = [other for other in held if other != one]
    st.button(
        "Keluarkan dari banding" if inside else "Bandingkan",
        icon=":material/compare:",
        type="tertiary",
        key=f"compare_{one}",
        disabled=full,
        help=compared.FULL if full else None,
        on_click=compared.put,
        args=(rest if inside else [*rest, one],),
    )


def play(step: steps.Copy) -> None:
    """Go on to the scenario in view with this innovation copied."""
    held = st.session_state.setdefault(address.KEPT, {})
    known, _ = steps.parse(held.get(address.STEPS) or "")
    if step not in known:
        known = [*known, step]
    held[address.STEPS] = st.session_state[address.STEPS] = steps.written(known)
    frame.go_to("scenario.py", steps=held[address.STEPS])


def follow(record_id: str) -> None:
    """Go on to the cooperation that was begun."""
    frame.go_to("ledger.py", record=record_id)


def begin(innovation_id: str) -> None:
    """Go on to the ledger with a new record filled in."""
    frame.go_to("ledger.py", record=desk.NEW, **{desk.COPY: innovation_id})
