"""The board: one line a step, one button a cooperation; and the list of what is late."""

import pandas as pd
import streamlit as st

from pages.parts import access, console_link, desk, ledger_filters, paging, words
from pages.parts import ledger_board_sentences as said
from pages.parts import ledger_sentences as sentences

ON_A_BUTTON = [
    "record_id", "place", "innovation", "receiver", "giver", "late_days", "next_delay",
    "next_place", "next_planned",
]  # fmt: skip
A_LINE, A_STEP = 6, 60  # buttons: with all steps in view, and with one
LEAST_EXAMPLES = 2  # that a line shows however many records it has
A_PAGE = 20  # of those late
LONGEST = 40  # letters of an innovation on a button of the board


def draw(chosen: ledger_filters.Chosen) -> None:
    """Every step with its cooperations."""
    if ledger_filters.nothing(chosen) and chosen.held and chosen.published.empty:
        return  # eleven empty lines say no more
    steps = ledger_filters.names()
    own, examples = by_step(chosen.rows), by_step(chosen.published)
    for number in steps:
        if chosen.place in (0, number):
            found = own.get(number, [])
            line(number, found, examples.get(number, []), steps, chosen.place)
    behind = console_link.line([desk.behind("board", **desk.of_today(access.view()))])
    st.caption(said.METHOD + (said.EXAMPLES if len(chosen.published) else "") + f" {behind}")


def by_step(rows: pd.DataFrame) -> dict[int, list[dict]]:
    """The records at each step, in their order; eleven times a frame filtered took 90 ms."""
    found: dict[int, list[dict]] = {}
    for row in rows.filter(ON_A_BUTTON).to_dict("records"):
        found.setdefault(max(row["place"], 1), []).append(row)
    return found


def line(
    number: int, rows: list[dict], published: list[dict], steps: dict[int, str], place: int
) -> None:
    """One step: its name and count, and a button for each cooperation, the late ones first."""
    left, right = st.columns([1, 5], vertical_alignment="center")
    late = sum(row["late_days"] > 0 for row in rows)
    counted = " · ".join(
        [f"{words.whole(len(rows))} kerja sama"] * (len(rows) > 0)
        + [f"▼ {words.whole(late)} terlambat"] * (late > 0)
    )
    left.markdown(f"**{number}. {words.text(steps[number])}**  \n:small[{counted or words.DASH}]")
    room = A_STEP if place else A_LINE
    own, examples = rows[:room], published[: max(room - len(rows), LEAST_EXAMPLES)]
    with right.container(horizontal=True, gap="small"):
        for row in own:
            button(row, label(row), hint(row, steps))
        for row in examples:
            button(row, f"◆ {told(row)}", "Contoh, hanya dibaca")
        hidden = len(rows) + len(published) - len(own) - len(examples)
        if hidden:
            more(number, hidden, place)


def told(row: dict, longest: int = LONGEST) -> str:
    name = sentences.shortened(row["innovation"], longest)
    return words.text(f"{name} · {sentences.pair(row)}")


def label(row: dict) -> str:
    """Lateness first: it is what one looks for."""
    late = f":orange-badge[▼ {words.whole(row['late_days'])} hari] " if row["late_days"] else ""
    planned = f" :gray-badge[{sentences.PLANNED.lower()}]" if not row["place"] else ""
    return f"{late}{told(row)}{planned}"


def hint(row: dict, steps: dict[int, str]) -> str:
    next_up = sentences.lateness(row, steps) or sentences.coming(row, steps)
    return words.escape(sentences.first_letter_large(next_up))


def button(row: dict, label: str, hint: str | None = None) -> None:
    """The way to a record. Its label goes on in a second line where a phone leaves no room."""
    st.button(
        label,
        key=f"open_{row['record_id']}",
        help=hint,
        on_click=desk.show,
        args=(row["record_id"],),
        wrap=True,
    )


def more(number: int, hidden: int, place: int) -> None:
    """The way to what a full line does not show."""
    if place:
        st.caption(f"dan {words.whole(hidden)} lainnya; persempit dengan Cakupan atau Urusan")
    else:
        st.button(
            f"+{words.whole(hidden)} lainnya",
            key=f"more_{number}",
            type="tertiary",
            on_click=st.session_state.update,
            args=({"at_step": number},),
        )


def late(chosen: ledger_filters.Chosen) -> None:
    """What is late, by how long and why: the longest first; each opens its record."""
    if ledger_filters.nothing(chosen):
        return
    behind = chosen.rows[chosen.rows["late_days"] > 0]
    st.markdown(said.overdue(len(behind), len(chosen.rows), chosen.narrowed))
    key, steps = f"late-{chosen.key}", ledger_filters.names()
    cards = st.grid(2, min_column_width=320, gap="small", border=True)
    for row in paging.page(behind, key, A_PAGE)[0].filter(ON_A_BUTTON).to_dict("records"):
        with cards.cell():
            button(row, told(row, len(row["innovation"])))
            st.markdown(why(row, steps))
    paging.pages(behind, key, A_PAGE)


def why(row: dict, steps: dict[int, str]) -> str:
    """How late, at which step, since when, and the reason."""
    return (
        f"**▼ {words.whole(row['late_days'])} hari** di {words.text(steps[row['next_place']])}, "
        f"rencana {words.date(row['next_planned'])}  \n"
        f":small[Sebab: {words.text(row['next_delay'], 'belum diisi')}]"
    )
