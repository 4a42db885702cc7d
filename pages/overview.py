"""How does every regency score?"""

import streamlit as st

from pages.parts import access, frame, glossary, layers, sentences, tables
from pages.parts import history as history_chart
from pages.parts.colours import palette
from pages.parts.console_link import asked
from pages.parts.map import CONFIG, choropleth
from pages.parts.plotting import plot

view = access.view()
colours = palette(view.dark)
scores = access.ask("scores", year=view.year)
standing = access.ask("standing", code=view.code, year=view.year)
history = access.ask("score_history", code=view.code)
claims = access.ask("claims", code=view.code)

own = scores.set_index("code").loc[view.code]
st.title(sentences.own_standing(own, view.name, view.year), anchor=False)
st.markdown(sentences.province(scores, view.year))

left, right = st.columns([1.25, 1], gap="small")
map_card, list_card = left.container(border=True), right.container(border=True)
with map_card:
    choice, said = st.columns([1, 1.3], vertical_alignment="bottom")
    with choice:
        layer = layers.chosen(view)
    finding = f"**{layer.title}.** {sentences.unknown_count(layer.values)}"
    said.markdown(f"{finding} Klik daerah untuk memilihnya.")
with list_card:
    glossary.header("Urutan yang diketahui", "rank")
    tables.show(tables.ranked(layer.values, view.code), layer.title)
    tables.source(layer.source, layer.note, layer.asked)

left, right = st.columns([1.25, 1], gap="small")
history_card, standing_card = left.container(border=True), right.container(border=True)
with history_card:
    glossary.header(f"{view.name} dari tahun ke tahun", "index", "claim")
    told = sentences.history(history, view.name)
    st.markdown(told)
with standing_card:
    glossary.header("Jarak ke predikat berikutnya", "predicate")
    st.markdown(sentences.bands(standing, view.name))
    glossary.header("Penghargaan", "award")
    tables.awards(access.ask("awards", code=view.code), view)
    st.header("Langkah berikutnya", anchor=False)
    frame.link_to("gaps.py", "Lihat kesenjangan terhadap pembanding")
    frame.link_to("candidates.py", "Lihat kandidat untuk ditiru")
    frame.link_to("scenario.py", "Coba: bagaimana jika …?")

# Words and figures stand first; the charts follow, so that a slow line shows something to read.
with map_card:
    drawn = choropleth(
        access.ask("boundaries"), layer.values, view.code, colours, layer.low, layer.high
    )
    plot(drawn, "map", finding, "regency", reads="location", config=CONFIG, asked=layer.asked)
    tables.map_source(access.ask("about").iloc[0])
with history_card:
    drawn = history_chart.history(history, access.ask("bands"), colours)
    behind = [asked("score_history", code=view.code), asked("bands")]
    plot(drawn, "history", told, asked=behind)
    with st.expander(f"Semua klaim ({len(claims)})"):
        tables.claims(claims)
