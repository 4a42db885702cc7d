"""What would the index be if …?"""

import streamlit as st

from pages.parts import access, charts, frame, tables, waterfall, whatif
from pages.parts import whatif_cards as cards
from pages.parts import whatif_form as form
from pages.parts import whatif_sentences as sentences
from pages.parts.colours import palette
from pages.parts.sentences import plain
from pages.parts.whatif_suggestion import suggesting

view = access.view()
headline = st.container()
bench = whatif.bench(view)
if bench is None:
    headline.title(f"{view.name}: bagaimana jika …?", anchor=False)
    st.info(sentences.NO_REPORT, icon=":material/science:")
    frame.offer_simulation()
else:
    left, right = st.columns([1.7, 1], gap="small")
    with right.container(border=True):
        st.header("Tambah langkah", anchor=False)
        form_place = st.container()
        link = form.link()
    with left.container(border=True):
        st.header("Sekarang dan nanti", anchor=False)
        name = cards.naming()
        outcome = bench.play(link, name)
        table_place, chart_place = st.container(), st.container()
        beside = cards.others(bench)
        tables.source(tables.report_source(view), sentences.METHOD)
        cards.sharing(bench, outcome, beside)
    with left.container(border=True):
        st.header("Langkah", anchor=False)
        cards.steps(bench, outcome)
    with form_place:
        form.adding(bench, outcome.steps)
    with right.container(border=True):
        suggesting(bench, outcome)

    headline.title(sentences.headline(outcome, view.name), anchor=False)
    headline.markdown(sentences.finding(outcome))
    with table_place:
        cards.show_table(cards.before_after(outcome, beside))
    if outcome.steps:
        chart_place.plotly_chart(
            waterfall.waterfall(
                [sentences.step(one, bench) for one in outcome.steps],
                outcome.now["score"],
                outcome.effects,
                palette(view.dark),
            ),
            key="waterfall",
            config=charts.CONFIG,
            alt=plain(sentences.finding(outcome)),
        )
