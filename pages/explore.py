"""Which rows stand behind the figures, as an analyst filters and counts them?"""

import streamlit as st

from pages.parts import access, explore_detail, explore_filters, explore_looks, glossary
from pages.parts import explore_sentences as sentences

view = access.view()
headline = st.container()
chosen = explore_filters.draw(view)
explore_filters.chips(chosen)
counted = access.ask("explore_count", **chosen.given).iloc[0]
glossary.title(headline, sentences.finding(counted, view), "recorded", "sector")
headline.markdown(sentences.about(counted))

looks = explore_looks.offered()
tabs = st.tabs(list(looks), key="show", bind="query-params")
for tab, draw in zip(tabs, looks.values(), strict=True):
    if tab.open:
        with tab:
            draw(view, chosen, counted)
explore_detail.draw(view)
