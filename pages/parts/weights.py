"""How much each part of a candidate's score weighs: five sliders, kept in the address."""

import streamlit as st

from pages.parts import glossary, pick, words
from queries.candidates import PARTS

USUAL = 1.0
STEPS = (0.0, 0.5, USUAL, 1.5, 2.0)
KEYS = {part: f"weight_{part}" for part in PARTS}
RULE = (
    "Skor adalah rata-rata ukur tertimbang. Bobot 0 mengabaikan bagian itu, 2 menghitungnya dua "
    "kali. Pilihan ini ikut di alamat."
)
ALL_ZERO = "Semua bobot nol, jadi dipakai bobot bawaan (semua 1)."


def draw() -> dict[str, float]:
    """The sliders behind a fold; under it what was changed, and the way back.

    Returns:
        The weight of each part; the usual ones if all were set to zero.
    """
    with st.expander("Bobot", icon=":material/tune:"):
        st.caption(RULE)
        with st.grid(5, min_column_width=150, gap="small"):
            chosen = {part: slider(part) for part in PARTS}
    changed = told(chosen)
    if changed:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(f":small[{changed}]", width="content")
            st.button("Bobot bawaan", icon=":material/restart_alt:", on_click=reset)
    return chosen if any(chosen.values()) else dict.fromkeys(PARTS, USUAL)


def slider(part: str) -> float:
    return st.select_slider(
        words.PART[part],
        STEPS,
        value=USUAL,
        format_func=words.brief,
        key=KEYS[part],
        bind="query-params",
        help=glossary.help(part),
    )


def reset() -> None:
    pick.at_once(dict.fromkeys(KEYS.values(), USUAL), {})


def told(weights: dict[str, float]) -> str:
    """What differs from the usual weights; nothing if none does."""
    if not any(weights.values()):
        return ALL_ZERO
    moved = [
        f"{words.PART[part]} {words.brief(weight)}"
        for part, weight in weights.items()
        if weight != USUAL
    ]
    return f"Bobot diubah: {words.listed(moved)}; lainnya 1." if moved else ""


def written(weights: dict[str, float]) -> str:
    """For a file: every weight, or that they are the usual ones."""
    if all(weight == USUAL for weight in weights.values()):
        return "bawaan (semua 1)"
    return "; ".join(f"{words.PART[part]} {words.brief(weights[part])}" for part in weights)
