"""The button that suggests the smallest set of changes to the next band."""

from typing import Any

import pandas as pd
import streamlit as st

from pages.parts import access, words
from pages.parts import whatif_address as address
from pages.parts.whatif import Bench, Outcome
from queries import suggestion

SAID = "suggested"
HOW = (
    "Satu perubahan = satu baris naik satu tingkat, pada satu inovasi (SID) atau pada "
    "pemerintah (SPD). Inovasi baru dihitung sebagai {new_cost} perubahan (isi median inovasi "
    "sendiri) dengan kematangan {maturity}. Pencariannya tepat: untuk perubahan seperti ini "
    "tidak ada himpunan yang lebih kecil."
)


def suggesting(bench: Bench, outcome: Outcome) -> None:
    """Two choices and the button; what was found is said below it."""
    then = outcome.then
    st.header("Saran langkah", anchor="saran")
    if told := st.session_state.pop(SAID, None):
        st.info(told, icon=":material/lightbulb:")
    if words.missing(then["next_predicate"]):
        st.markdown("Predikat tertinggi sudah tercapai; tidak ada yang perlu disarankan.")
        return
    st.markdown(
        f"Himpunan perubahan terkecil sampai **{then['next_predicate']}** "
        f"(mulai {words.number(then['next_lower'])})."
    )
    outcomes = st.checkbox(
        "Boleh menaikkan baris di luar kendali langsung",
        key="outcomes",
        help="Baris yang ditentukan angka statistik (misalnya PAD dan kemiskinan) atau keputusan "
        "daerah lain (replikasi).",
    )
    new = st.checkbox("Boleh menambah inovasi baru", value=True, key="allow_new")
    st.button(
        "Sarankan",
        icon=":material/lightbulb:",
        width="stretch",
        on_click=suggest,
        args=(bench, outcome, outcomes, new),
    )
    st.caption(
        HOW.format(new_cost=bench.usual_changes, maturity=words.brief(round(bench.usual_maturity)))
    )


def suggest(bench: Bench, outcome: Outcome, outcomes: bool, new: bool) -> None:
    """Find the plan, put its steps into the address, and keep what to say of it."""
    then = outcome.then
    rows = suggestion.raisable(outcome.played, bench.indicators, outcomes)
    target = suggestion.needed(then["next_lower"], access.settings()["score_decimals"])
    cost, maturity = bench.usual_changes, float(round(bench.usual_maturity))
    plan = suggestion.cheapest(options(bench, outcome, maturity, 0, new), rows, target, cost)
    if new and (most := suggestion.most_new(plan, cost, bench.most_new)):
        plan = suggestion.cheapest(options(bench, outcome, maturity, most, new), rows, target, cost)
    if plan is None:
        st.session_state[SAID] = (
            f"{then['next_predicate']} tidak tercapai dengan pilihan ini, walau semua baris naik "
            "ke parameter tertinggi. Izinkan inovasi baru atau baris di luar kendali."
        )
        return
    longer = [*outcome.steps, *suggestion.steps(plan, rows, outcome.missing, maturity)]
    if not address.fits(longer):
        st.session_state[SAID] = "Saran ini terlalu panjang. Kosongkan langkah, lalu minta lagi."
        return
    address.put(longer)
    st.session_state[SAID] = said(plan, then["next_predicate"])


def options(bench: Bench, outcome: Outcome, maturity: float, most: int, new: bool) -> pd.DataFrame:
    then = outcome.then
    given = ("spd", "innovations", "maturity_total", "basic_sectors", "ruleset")
    rows = access.ask(
        "suggestion",
        maturity=maturity,
        most_new=most,
        **{name: plain(then[name]) for name in given},
    )
    return rows if new else rows[(rows["covered"] == 0) & (rows["added"] == 0)]


def plain(value: Any) -> Any:
    """A number of pandas as one of Python, so that DuckDB can bind it."""
    return value.item() if hasattr(value, "item") else value


def said(plan: suggestion.Plan, predicate: str) -> str:
    parts = []
    if plan.covered:
        parts.append(f"{plan.covered} urusan pelayanan dasar diisi")
    if plan.added:
        parts.append(f"{plan.added} inovasi baru")
    if plan.raises:
        parts.append(
            f"{words.whole(sum(plan.raises.values()))} tingkat pada {len(plan.raises)} baris"
        )
    return (
        f"{predicate} tercapai dengan {words.whole(plan.changes)} perubahan: "
        f"{words.listed(parts)}. Langkahnya sudah ditambahkan."
    )
