"""Which built file of each dataset a run looks at."""

from pathlib import Path

import streamlit as st

from data import shelf

HELD = "files_in_view"  # in the session, by dataset


def look_anew() -> None:
    """A run begins: what was built since the last one comes into view."""
    st.session_state[HELD] = {}


def of(dataset: str) -> Path | None:
    """The newest file of a dataset, the same for a whole run, so that its figures belong together.

    Looked up at each of forty questions it was also a fifth of the places at which fifty sessions
    take the interpreter from each other (25 November 2026).
    """
    held: dict[str, Path] = st.session_state.setdefault(HELD, {})
    if dataset not in held:
        newest = shelf.newest(dataset)
        if newest is None:
            return None
        held[dataset] = newest
    return held[dataset]
