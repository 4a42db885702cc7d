"""Which innovations elsewhere are worth copying?"""

import streamlit as st

from pages.parts import access, candidate_list, learning, offers, shortlist, side_by_side, visit
from pages.parts import weights as weighing

view = access.view()
headline = st.container()
weights = weighing.draw()

LOOKS = {
    "Kandidat": lambda: candidate_list.draw(
        view, shortlist.ranked(view, weights), weights, headline
    ),
    "Bandingkan": lambda: side_by_side.draw(
        view, shortlist.ranked(view, weights), weights, headline
    ),
    "Tawaran kita": lambda: offers.draw(view, headline),
    "Siapa belajar dari siapa": lambda: learning.draw(view, headline),
    "Nota kunjungan": lambda: visit.draw(view, shortlist.ranked(view, weights), headline),
}
for tab, draw in zip(
    st.tabs(list(LOOKS), key="look", bind="query-params"), LOOKS.values(), strict=True
):
    if tab.open:
        with tab:
            draw()
