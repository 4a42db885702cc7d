"""The board: one line a step, one button a cooperation; and the list of what is late."""

import pandas as pd
import streamlit as st

from pages.parts import access, desk, ledger_examples, pick, tables, words
from pages.parts import ledger_sentences as sentences

WHOSE = {"own": "Daerah ini", "all": "Semua daerah"}
ON_A_BUTTON = [
    "record_id", "place", "innovation", "receiver", "giver", "late_days", "next_delay",
    "next_place", "next_planned",
]  # fmt: skip
A_LINE, A_STEP = 6, 60  # buttons: with all steps in view, and with one


def chosen(rows: pd.DataFrame, view: access.View) -> tuple[pd.DataFrame, pd.DataFrame, int]:
    """Draw the filters; return the records and the examples that pass, and the step (0: all)."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        whose = pick.one("Cakupan", WHOSE, "whose")
        place = pick.one("Tahap", {0: "Semua tahap", **names()}, "at_step")
        examples = st.toggle("Tampilkan contoh", value=True, key="examples", bind="query-params")
    published = ledger_examples.rows(view) if examples else ledger_examples.rows(view).head(0)
    if whose == "own":
        rows, published = involving(rows, view.code), involving(published, view.code)
    if view.sector:
        rows, published = rows[rows["sector_id"] == view.sector], published.head(0)
    if place:
        rows, published = at(rows, place), at(published, place)
    return rows, published, place


def names() -> dict[int, str]:
    """Name by place of the steps."""
    steps = desk.cooperation_steps()
    return dict(zip(steps["place"].tolist(), steps["name"], strict=True))


def scope(view: access.View) -> str | None:
    """Whose cooperations are in view: one regency's, or None for all."""
    return view.name if st.session_state.get("whose") == "own" else None


def involving(rows: pd.DataFrame, code: str) -> pd.DataFrame:
    return rows[rows["receiver_code"].eq(code) | rows["giver_code"].eq(code)]


def at(rows: pd.DataFrame, place: int) -> pd.DataFrame:
    """The rows at a step; what has not begun stands at the first."""
    return rows[rows["place"].clip(lower=1) == place]


def draw(rows: pd.DataFrame, published: pd.DataFrame, place: int) -> None:
    """Every step with its cooperations."""
    if rows.empty:
        st.markdown(sentences.EMPTY)
    steps = names()
    own, examples = by_step(rows), by_step(published)
    for number in steps:
        if place in (0, number):
            line(number, own.get(number, []), examples.get(number, []), steps, place)
    st.caption(f"{sentences.METHOD} ◆ contoh, hanya dibaca.")


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
    with right.container(horizontal=True, gap="small"):
        for row in rows[:room]:
            button(row, label(row), hint(row, steps))
        for row in published[: max(room - len(rows), 0)]:
            button(row, f"◆ {told(row)}", "Contoh, hanya dibaca")
        if len(rows) > room:
            more(number, len(rows) - room, place)


def told(row: dict) -> str:
    return words.text(f"{shortened(row['innovation'])} · {sentences.pair(row)}")


def shortened(name: str, longest: int = 40) -> str:
    return name if len(name) <= longest else f"{name[: longest - 1].rstrip()}…"


def label(row: dict) -> str:
    """Lateness first: a phone cuts a long label at its end."""
    late = f":orange-badge[▼ {words.whole(row['late_days'])} hari] " if row["late_days"] else ""
    planned = f" :gray-badge[{sentences.PLANNED.lower()}]" if not row["place"] else ""
    return f"{late}{told(row)}{planned}"


def hint(row: dict, steps: dict[int, str]) -> str:
    said = sentences.lateness(row, steps) or sentences.coming(row, steps)
    return words.escape(sentences.first_letter_large(said))


def button(row: dict, label: str, hint: str) -> None:
    st.button(
        label,
        key=f"open_{row['record_id']}",
        help=hint,
        on_click=desk.show,
        args=(row["record_id"],),
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


def late(rows: pd.DataFrame) -> None:
    """What is late, by how long and why: the longest first."""
    behind = rows[rows["late_days"] > 0]
    if behind.empty:
        st.markdown("Tidak ada yang terlambat.")
        return
    found, steps = behind.to_dict("records"), names()
    table = pd.DataFrame(
        {
            "Kerja sama": [told(row) for row in found],
            "Tahap": [words.text(steps[row["next_place"]]) for row in found],
            "Rencana": [words.date(row["next_planned"]) for row in found],
            "Terlambat": [f"{words.whole(row['late_days'])} hari" for row in found],
            "Sebab": [words.text(row["next_delay"], "belum diisi") for row in found],
        }
    )
    tables.show(table, "Yang terlambat, paling lama lebih dulu")
