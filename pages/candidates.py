"""Which innovations elsewhere are worth copying?"""

import streamlit as st

from pages.parts import access, candidate_list, learning, offers, shortlist, side_by_side, visit
from pages.parts import weights as weighing

LOOKS = ["Kandidat", "Bandingkan", "Tawaran kita", "Siapa belajar dari siapa", "Nota kunjungan"]

view = access.view()
headline = st.container()
weights = weighing.draw()
ranked = shortlist.ranked(view, weights)
tabs = dict(zip(LOOKS, st.tabs(LOOKS, key="look", bind="query-params"), strict=True))
with tabs["Kandidat"]:
    controls = candidate_list.controls(view, ranked)

if tabs["Kandidat"].open:
    candidate_list.draw(view, ranked, weights, headline, controls)
if tabs["Bandingkan"].open:
    with tabs["Bandingkan"]:
        side_by_side.draw(view, ranked, weights, headline)
if tabs["Tawaran kita"].open:
    with tabs["Tawaran kita"]:
        offers.draw(view, headline)
if tabs["Siapa belajar dari siapa"].open:
    with tabs["Siapa belajar dari siapa"]:
        learning.draw(view, headline)
if tabs["Nota kunjungan"].open:
    with tabs["Nota kunjungan"]:
        visit.draw(view, ranked, headline)
