"""A scenario's place in the address: its steps, its name, and the two kept beside it.

Each stands in a text field bound to the address, so that a link, the back button and a user who
pastes text all do the same. What the fields hold is kept while the user looks at other pages.
"""

import streamlit as st

from queries import steps
from queries.steps import Step

STEPS, NAME, OTHERS = "steps", "name", ("b", "c")
KEPT = "kept_scenario"
MARK = "!"  # between a scenario's name and its steps
LONGEST = 8000  # signs; a browser and the server take eight times as many


def field(label: str, key: str, longest: int, placeholder: str | None = None) -> str:
    """A text field that holds a part of the scenario."""
    state = st.session_state
    kept = state.setdefault(KEPT, {})
    if key not in state and key not in st.query_params and kept.get(key):
        state[key] = kept[key]
    text = st.text_input(
        label, key=key, bind="query-params", max_chars=longest, placeholder=placeholder
    )
    kept[key] = text
    return text


def link() -> str:
    """The steps in view."""
    with st.expander("Langkah sebagai teks"):
        return field("Isi alamat; salin untuk disimpan, tempel untuk dibuka lagi", STEPS, LONGEST)


def name() -> str:
    return field("Nama skenario", NAME, 60, "misalnya: Fokus video dan regulasi")


def others() -> dict[str, tuple[str, str]]:
    """Name and steps of the scenarios kept beside this one, by their letter."""
    with st.expander("Skenario pembanding sebagai teks"):
        texts = {
            key.upper(): field(f"Skenario {key.upper()}: nama!langkah", key, LONGEST)
            for key in OTHERS
        }
    split = {letter: text.rpartition(MARK) for letter, text in texts.items()}
    return {letter: (before, after) for letter, (before, _, after) in split.items() if after}


def fits(chosen: list[Step]) -> bool:
    """Whether so many steps can stand in the address."""
    return len(chosen) <= steps.MOST_STEPS and len(steps.written(chosen)) <= LONGEST


def put(chosen: list[Step]) -> None:
    st.session_state[STEPS] = steps.written(chosen)


def together() -> str:
    """This scenario as it is kept beside another."""
    state = st.session_state
    return f"{state[NAME].replace(MARK, ' ')}{MARK}{state[STEPS]}"


def keep() -> None:
    """Put this scenario into a free place beside, or over the last one."""
    state = st.session_state
    place = next((key for key in OTHERS if not state.get(key)), OTHERS[-1])
    state[place] = together()


def forget() -> None:
    for key in OTHERS:
        st.session_state[key] = ""


def swap() -> None:
    """Open the scenario kept as B; this one takes its place."""
    state = st.session_state
    before, _, after = state[OTHERS[0]].rpartition(MARK)
    state[OTHERS[0]] = together()
    state[NAME], state[STEPS] = before, after
