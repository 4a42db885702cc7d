"""Which innovations elsewhere are worth copying?"""

import streamlit as st

from pages.parts import access, cards, shortlist, tables
from pages.parts import candidate_sentences as sentences
from queries import baselines
from queries.peers import USUAL_PEERS

view = access.view()
headline = st.container()
ranked = shortlist.ranked(view)
rows = shortlist.filtered(ranked, view)

headline.title(sentences.shortlist(rows, view.name, view.sector_name), anchor=False)
headline.markdown(sentences.shortlist_rule(view.name, USUAL_PEERS))

left, right = st.columns([1.7, 1], gap="small")
with left:
    if rows.empty:
        st.info(sentences.nothing_to_copy(ranked, view.sector_name), icon=":material/search_off:")
    shown, first = shortlist.page(rows)
    for place, row in enumerate(shown.to_dict("records"), start=first):
        cards.candidate(place, row, view.name)
    shortlist.pages(rows)
with right:
    with st.container(border=True):
        st.header("Unduh daftar ini", anchor=False)
        cards.take_away(rows, view)
    with st.container(border=True):
        st.header("Dua cara lain memilih", anchor=False)
        pool = shortlist.in_sector(ranked, view.sector)
        cards.baseline("Paling banyak ditiru", baselines.most_copied(pool))
        mature = baselines.most_mature(pool)
        if mature.empty:
            cards.baseline("Bukti terkuat", baselines.best_proven(pool), sentences.NO_MATURITY)
        else:
            cards.baseline("Paling matang", mature)
    with st.container(border=True):
        st.header("Kunjungan dan replikasi tercatat", anchor=False)
        tables.replications(access.ask("replications", code=view.code), view.name)
