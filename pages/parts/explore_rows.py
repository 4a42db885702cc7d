"""The tab "Tabel" of Jelajah: one of six tables, a page at a time, and its files."""

from typing import Any

import pandas as pd
import streamlit as st

from pages.parts import (
    access,
    console_link,
    explore_columns,
    explore_detail,
    explore_files,
    paging,
    pick,
    words,
)
from pages.parts import explore_choices as choices
from pages.parts import explore_sentences as sentences
from pages.parts.explore_choices import Chosen
from pages.parts.explore_columns import TABLES, Table

A_PAGE = 25
WHICH, ORDER, PAGE, BOX = "rows", "order", "rows_page", "rows_box"
# Streamlit's own buttons are English, and search and take away no more than the page in view.
STYLE = f"""<style>.st-key-{BOX} [data-testid="stElementToolbar"] {{display: none}}</style>"""
ONE_PAGE = "Kepala kolom mengurutkan baris yang tampak saja."
OPENING = (
    "Centang kotak di kiri baris untuk membuka rinciannya; dengan papan ketik: panah, lalu "
    "Shift+Spasi."
)


def draw(view: access.View, chosen: Chosen, counted: pd.Series) -> None:
    """The table one chooses, with what it says, its pages and its files.

    Args:
        counted: the row of `explore_count.sql`.
    """
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        which = pick.one("Tabel", {key: one.label for key, one in TABLES.items()}, WHICH)
        orders = TABLES[which].orders
        order = pick.one("Urutkan", orders, ORDER, persisted=True) if orders else ""
    table = TABLES[which]
    given = asked(table, chosen, order)
    total = size(table, given, counted)
    if not total:
        nothing(table, view, chosen)
        return
    above, listed = st.container(), (which, repr(sorted(given.items())))
    number = paging.in_address(total, A_PAGE, listed, PAGE)
    behind = console_link.asked(table.question, **given, most=A_PAGE, skip=A_PAGE * (number - 1))
    rows = access.ask(behind.question, **behind.given)
    with above:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(told(table, chosen, number, total))
            console_link.draw([behind])
        show(table, rows, f"{hash(listed)}_{number}")
    explore_files.buttons(view, chosen, table, given, total)


def asked(table: Table, chosen: Chosen, order: str) -> dict[str, Any]:
    return chosen.asked(*table.filters) | ({"order": order} if table.orders else {})


def size(table: Table, given: dict[str, Any], counted: pd.Series) -> int:
    """How many rows there are, whatever page is in view."""
    if table.question in ("explore_innovations", "explore_levels"):
        return int(counted["innovations" if table.orders else "levels"])
    first = access.ask(table.question, **given, most=1, skip=0)
    return int(first["total"].iloc[0]) if len(first) else 0


def told(table: Table, chosen: Chosen, number: int, total: int) -> str:
    """Which rows are in view, how to open one, which filters the table does not know."""
    first = A_PAGE * (number - 1) + 1
    said = (
        f"Baris {words.whole(first)}–{words.whole(min(first + A_PAGE - 1, total))} dari "
        f"**{words.whole(total)}**."
    )
    if total > A_PAGE:
        said += f" {ONE_PAGE}"
    if table.opens:
        said += f" {OPENING}"
    strange = ignored(table, chosen)
    if strange:
        said += f" Tabel ini tidak mengenal {words.listed(strange)}: saringan itu tidak dipakai."
    return said


def ignored(table: Table, chosen: Chosen) -> list[str]:
    """The filters that are set and do not count here."""
    names = [
        choices.NAMES[name].removesuffix(" (beberapa)").lower()
        for name in choices.NAMES
        if chosen.given[name] and name not in table.filters
    ]
    if chosen.text and "words" not in table.filters:
        names.append("kata")
    if not chosen.spans_all() and "words" not in table.filters:
        names.append("kematangan")
    return names


def show(table: Table, rows: pd.DataFrame, key: str) -> None:
    """The rows; choosing one opens its innovation."""
    cells = explore_columns.cleaned(rows, table)
    again = st.session_state.get(explore_detail.CLOSED, 0)
    given: dict[str, Any] = {}
    if table.opens:
        ids = rows[table.opens].tolist()
        name = f"table_{key}_{again}"
        given = {
            "key": name,
            "on_select": lambda: explore_detail.take(name, ids),
            "selection_mode": "single-row",
        }
    st.markdown(STYLE, unsafe_allow_html=True)
    st.container(key=BOX).dataframe(
        cells.style.format(explore_columns.formats(table)),
        height="content",
        hide_index=True,
        column_config=explore_columns.widths(table),
        placeholder=words.DASH,
        alt=f"Tabel {table.label}, {words.whole(len(rows))} baris",
        **given,
    )
    publishers = sorted({words.publisher(one) for one in rows["publisher"].dropna()})
    st.caption(f"Sumber baris ini: {words.escape('; '.join(publishers)) or words.DASH}")


def nothing(table: Table, view: access.View, chosen: Chosen) -> None:
    """Why the table is empty, and the next step."""
    if table.question == "explore_levels" and not view.simulated:
        said = (
            "Parameter tiap inovasi belum ada data: sumber terbuka tidak memuatnya. Impor laporan "
            "pada Data & metode, atau lihat bentuknya pada data simulasi."
        )
    else:
        said = sentences.nothing(chosen)
    st.info(said, icon=":material/search_off:")
