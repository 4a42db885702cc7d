"""What would the index be if …?"""

import streamlit as st

from pages.parts import (
    access,
    frame,
    glossary,
    origins,
    plotting,
    tables,
    waterfall,
    whatif,
    whatif_missing,
    whatif_tables,
)
from pages.parts import whatif_address as address
from pages.parts import whatif_cards as cards
from pages.parts import whatif_form as form
from pages.parts import whatif_sentences as sentences
from pages.parts.colours import palette
from pages.parts.whatif_suggestion import suggesting

view = access.view()
headline = st.container()
bench = whatif.bench(view)
if bench is None:
    glossary.title(headline, f"{view.name}: bagaimana jika …?", "scenario", "report")
    st.info(whatif_missing.no_report(view), icon=":material/science:")
    frame.offer_simulation()
else:
    left, right = st.columns([1.7, 1], gap="small")
    result_card, steps_card = left.container(border=True), left.container(border=True)
    share_card = left.container(border=True)
    form_card, suggestion_card = right.container(border=True), right.container(border=True)
    with form_card:
        st.header("Tambah langkah", anchor="tambah")
        form_place = st.container()
        link = address.link()
    with share_card:
        st.header("Nama, pembanding, unduhan", anchor=False)
        name = address.name()
        outcome = bench.play(link, name)
        share_place = st.container()
        others = cards.beside(bench)
    with share_place:
        cards.sharing(bench, outcome, others)
    with steps_card:
        st.header("Langkah", anchor=False)
        cards.steps(bench, outcome)
    with form_place:
        form.adding(bench, outcome)
    with suggestion_card:
        suggesting(bench, outcome)
    with result_card:
        glossary.header("Sekarang dan nanti", "index", "maturity", "count_score", "divisor")
        chart_place = st.container()
        whatif_tables.show(whatif_tables.told(bench, outcome, others))
        tables.source(origins.reported(view.dataset), sentences.METHOD, bench.behind(outcome))

    glossary.title(headline, sentences.headline(outcome, view.name), "scenario")
    headline.markdown(sentences.finding(outcome))
    if outcome.steps:
        labels = [sentences.short(one, bench) for one in outcome.steps]
        drawn = waterfall.waterfall(
            labels, outcome.now["score"], outcome.effects, palette(view.dark)
        )
        with chart_place:
            plotting.plot(
                drawn, "waterfall", sentences.finding(outcome), asked=bench.behind(outcome)
            )
