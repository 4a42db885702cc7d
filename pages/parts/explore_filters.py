"""The filters of Jelajah: drawn, counted, told as chips, cleared."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.parts import access, pick, words
from pages.parts import explore_choices as choices
from pages.parts.explore_choices import Chosen
from queries import explore_words

FOLD = "filters"
COUNTED = 4  # values whose counts stand under a filter; all stand in the fold below
LONGEST = 100  # signs of a search
ALL_AT_ONCE = 60  # values in one list of counts; a country has 552 governments


def draw(view: access.View) -> Chosen:
    """Draw the filters; what they let pass."""
    options = choices.options()
    text = st.text_input(
        "Cari kata",
        key=choices.WORDS,
        bind="query-params",
        max_chars=LONGEST,
        icon=":material/search:",
        placeholder="misalnya pendaftaran online",
        help="Semua kata harus ada pada nama, kepanjangan, atau uraian. Imbuhan diabaikan: "
        "pelayanan menemukan layanan. Kata terakhir boleh awalnya saja.",
    )
    fold = st.expander(
        "Saringan, dengan jumlah inovasi tiap pilihan",
        key=FOLD,
        icon=":material/filter_alt:",
        on_change="rerun",
    )
    with fold:
        own, places, span = controls(options)
    chosen = gathered(view, options, own, span, text)
    if fold.open:
        with fold:
            counts(chosen, places)
    return chosen


def controls(
    options: dict[str, dict[str, str]],
) -> tuple[dict[str, list[str]], dict[str, DeltaGenerator], tuple[int, int]]:
    """The controls in a grid; what each holds, the place under each, the range of maturity."""
    own, places = {}, {}
    with st.grid(4, min_column_width=200, gap="small"):
        for name, values in options.items():
            with st.container(gap=None):
                own[name] = choices.several(name, values)
                places[name] = st.empty()
    span = st.slider(
        "Kematangan dari – sampai",
        *choices.whole(),
        value=choices.whole(),
        key=choices.RANGE,
        bind="query-params",
        help="Bila dipersempit, inovasi yang kematangannya belum diketahui tidak ikut.",
    )
    return own, places, span


def gathered(
    view: access.View,
    options: dict[str, dict[str, str]],
    own: dict[str, list[str]],
    span: tuple[int, int],
    text: str,
) -> Chosen:
    above = choices.lent(view, own)
    low, high = choices.whole()
    given = {
        **own,
        **above,
        "words": explore_words.wanted(text or ""),
        "least_maturity": span[0] if span[0] > low else None,
        "most_maturity": span[1] if span[1] < high else None,
    }
    return Chosen(given, options, frozenset(above), (text or "").strip())


def counts(chosen: Chosen, places: dict[str, DeltaGenerator]) -> None:
    """Under each filter how many innovations its values would leave, the others as they are."""
    found = access.ask("explore_facets", **chosen.given)
    by_filter = dict(iter(found.groupby("filter")))
    for name, place in places.items():
        rows = by_filter.get(name, found.head(0))
        place.caption(told(rows, chosen.options[name]))
    with st.popover("Semua jumlah", icon=":material/list:", on_change="rerun") as more:
        if more.open:
            for name, rows in by_filter.items():
                st.markdown(f"**{choices.NAMES[name]}**")
                st.markdown(lines(rows, chosen.options[name]))


def told(rows: pd.DataFrame, names: Mapping[str, str]) -> str:
    """ "Kesehatan **214** · Pendidikan **120** · 12 lainnya"."""
    best = ordered(rows, names)
    shown = [f"{name} **{words.whole(count)}**" for name, count in best[:COUNTED]]
    more = len(best) - COUNTED
    return " · ".join([*shown, *([f"{words.whole(more)} lainnya"] if more > 0 else [])]) or "0"


def lines(rows: pd.DataFrame, names: Mapping[str, str]) -> str:
    best = ordered(rows, names)
    shown = [f"- {name}: {words.whole(count)}" for name, count in best[:ALL_AT_ONCE]]
    more = len(best) - ALL_AT_ONCE
    return "\n".join([*shown, *([f"- {words.whole(more)} lainnya"] if more > 0 else [])])


def ordered(rows: pd.DataFrame, names: Mapping[str, str]) -> list[tuple[str, int]]:
    """Names, safe in Markdown, and counts: most innovations first, the unknown last."""
    best = rows.assign(unknown=rows["value"] == "").sort_values(
        ["unknown", "innovations", "value"], ascending=[True, False, True]
    )
    named = [words.escape(names.get(value, value)) for value in best["value"]]
    return list(zip(named, best["innovations"].tolist(), strict=True))


def chips(chosen: Chosen) -> None:
    """What is filtered, each with the way out of it, and out of all at once."""
    if not chosen.is_narrowed():
        return
    with st.container(horizontal=True, gap="small"):
        for name in choices.NAMES:
            for value in chosen.given[name]:
                chip(name, value, chosen)
        if chosen.text:
            way_out(f"Kata: {words.escape(chosen.text)}", choices.WORDS, "")
        if not chosen.spans_all():
            way_out(f"Kematangan {span(chosen)}", choices.RANGE, choices.whole())
        clear_button(chosen)


def span(chosen: Chosen) -> str:
    """The range of maturity that passes: "40–111"."""
    given = chosen.given["least_maturity"], chosen.given["most_maturity"]
    low, high = (
        end if one is None else one for one, end in zip(given, choices.whole(), strict=True)
    )
    return f"{low}–{high}"


def way_out(label: str, key: str, usual: Any) -> None:
    """A button that sets a control back to its usual value."""
    st.button(
        label,
        icon=":material/close:",
        key=f"drop_{key}",
        on_click=st.session_state.update,
        args=({key: usual},),
    )


def chip(name: str, value: str, chosen: Chosen) -> None:
    title = choices.NAMES[name].removesuffix(" (beberapa)")
    above = " (baris atas)" if name in chosen.lent else ""
    st.button(
        f"{title}: {words.escape(chosen.options[name].get(value, value))}{above}",
        icon=":material/close:",
        key=f"drop_{name}_{value}",
        on_click=choices.let_go,
        args=(name, value),
    )


def clear_button(chosen: Chosen, key: str = "clear") -> None:
    st.button(
        "Hapus semua saringan",
        icon=":material/filter_alt_off:",
        type="tertiary",
        key=key,
        on_click=clear,
        args=(chosen.lent,),
    )


def clear(lent: frozenset[str]) -> None:
    """Every filter to its usual value, as one step of the browser's history."""
    usual: dict[str, Any] = {name: [] for name in choices.NAMES}
    above = {choices.SHOWN_ABOVE[name]: words.ANY for name in lent}
    pick.at_once({**usual, choices.WORDS: "", choices.RANGE: choices.whole(), **above}, {})
