"""The briefing in view: whose it is, with whom it is compared, and its facts."""

from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from data.errors import DataError
from pages.parts import access, brief_note, comparison, desk, shortlist
from pages.parts.brief_asking import brief
from pages.parts.brief_facts import PROVINCE, Brief, Chosen

REGENCY, WHOLE = "Daerah", "Provinsi"
PRESENTING = "present"  # in the address: nothing but the briefing is shown
BASIS = {
    "struktur": "struktur paling mirip",
    "bertetangga": "bertetangga",
    "sejenis": "sejenis",
    "semua": "semua daerah lain",
    "pilih sendiri": "dipilih sendiri",
}


def whose() -> bool:
    """Draw the choice between the regency in view and the province; true for the province."""
    chosen = st.segmented_control(
        "Taklimat untuk",
        [REGENCY, WHOLE],
        default=REGENCY,
        required=True,
        key="scope_of_brief",
        bind="query-params",
        label_visibility="collapsed",
    )
    return chosen == WHOLE


def peers(view: access.View) -> tuple[str, list[str]]:
    """Draw the choice of peers; how they were chosen in words, and their codes."""
    near = access.ask("peer_distances", code=view.code)
    with st.popover("Pembanding", icon=":material/groups:"):
        basis, _, codes = comparison.choice(view.code, near)
        st.caption("Kemiripan struktur, bukan penilaian kinerja.")
    return BASIS[basis], codes


def asked(view: access.View, province: bool, compared: tuple[str, list[str]]) -> Brief:
    """Everything the briefing rests on."""
    basis, codes = compared
    code = PROVINCE if province else view.code
    chosen = Chosen(code, view.year, view.sector, tuple(codes), basis, link(view), desk.today())
    ranked = pd.DataFrame() if province else shortlist.ranked(view)
    return brief(access.ask, chosen, ranked, board(view), brief_note.read(view, code))


def board(view: access.View) -> pd.DataFrame:
    """The book's records; none where it cannot be read: the rest is worth a look all the same."""
    try:
        return desk.board(view)
    except DataError:
        return pd.DataFrame()


def link(view: access.View) -> str:
    """The address of this very view, with what is usual written out too: that may change."""
    offered = access.offered()
    told = st.query_params.to_dict() | {"regency": view.name, "dataset": offered[view.dataset]}
    told.pop(PRESENTING, None)
    page = (st.context.url or "/briefing").split("?")[0]
    return f"{page}?{urlencode(told)}"
