"""A statement on its way, in this session: run, remembered, its answer kept until the next one."""

import time
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from pages.parts import access, console_address, files_in_view, words
from pages.parts.console_address import Wanted
from queries import console

OUTCOME = "console_outcome"  # in the session: the last one only
PAST, MOST_PAST = "console_past", 12
RUNNING = "Menjalankan … {seconds} detik (paling lama {most} detik)"


@dataclass(frozen=True)
class Outcome:
    """What came of the last statement of a session.

    Attributes:
        file: name of the built file that was asked; number: counts the statements of the session.
    """

    asked: Wanted
    file: str
    number: int
    answer: console.Answer | None = None
    refused: console.Refused | None = None


def file() -> Path:
    """The built file of the dataset in view."""
    newest = files_in_view.of(st.session_state["dataset"])
    if newest is None:
        raise FileNotFoundError(st.session_state["dataset"])
    return newest


def last() -> Outcome | None:
    """What this session last ran, as long as the same file is in view."""
    held: Outcome | None = st.session_state.get(OUTCOME)
    return held if held and held.file == file().name else None


def run(asked: Wanted) -> None:
    """Put it to the dataset in view. A click elsewhere, or leaving, ends it: the notice of how
    long it takes is where Streamlit stops a script."""
    before: Outcome | None = st.session_state.pop(OUTCOME, None)
    number = before.number + 1 if before else 1
    place = st.empty()

    def watch(seconds: float) -> None:
        told = RUNNING.format(seconds=words.number(seconds, 1), most=console.SECONDS)
        place.caption(f":material/hourglass_top: {told}")

    answer, refused = None, None
    with st.spinner("Menjalankan SQL …"):
        try:
            answer = console.run(file(), asked.sql, asked.given, watch)
        except console.Refused as error:
            refused = error
    place.empty()
    st.session_state[OUTCOME] = Outcome(asked, file().name, number, answer, refused)
    remember(asked)
    console_address.remember(asked)


def remember(asked: Wanted) -> None:
    """The last statements, the newest first, each once."""
    past: list[tuple[str, Wanted]] = st.session_state.get(PAST, [])
    rest = [(when, one) for when, one in past if one != asked]
    now = time.strftime("%H.%M")
    st.session_state[PAST] = [(now, asked), *rest][:MOST_PAST]


def past() -> list[tuple[str, Wanted]]:
    return list(st.session_state.get(PAST, []))


def simulated() -> bool:
    return bool(access.ask("about")["simulated"].iloc[0])
