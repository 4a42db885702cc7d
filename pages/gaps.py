"""Where does one regency lag its peers?"""

import streamlit as st

from pages.parts import (
    access,
    bars,
    comparison,
    gap_sentences,
    gap_tables,
    glossary,
    indicator_detail,
    indicator_sentences,
    origins,
    tables,
)
from pages.parts.colours import palette
from pages.parts.console_link import asked
from pages.parts.plotting import plot
from pages.parts.rug import rug
from pages.parts.spine import spine
from queries import verdicts

view = access.view()
colours = palette(view.dark)
headline = st.container()
left, right = st.columns([1.7, 1], gap="small")
answer, index_card, peer_card = (
    left.container(), left.container(border=True), right.container(border=True)
)  # fmt: skip
with peer_card:
    peers = comparison.peers(view)

given = {"code": view.code, "peers": peers, "year": view.year}
limits = asked("settings")
gaps = access.judged("indicator_gaps", **given)
everyone = access.judged("indicator_rug", **given)
sectors = verdicts.sectors(access.ask("sector_gaps", **given))
scores = access.ask("scores", year=view.year)
index_gap = verdicts.index_gap(scores, view.code, peers)

weaknesses = verdicts.costliest(gaps, sectors)
glossary.title(headline, gap_sentences.headline(view.name, weaknesses), "gap", "stakes")
answer.markdown(gap_sentences.weaknesses(weaknesses, view.dataset))
if any(weakness["sort"] == "urusan" for weakness in weaknesses):
    answer.caption(gap_sentences.basic_rule(access.ask("rulesets"), sectors, view.dataset))
with index_card:
    glossary.header("Skor indeks dan pembanding", "index", "benchmark")
    told_index = gap_sentences.index_gap(index_gap, view.name, len(peers))
    st.markdown(told_index)
    index_place = st.container()
    tables.source(*gap_tables.index_origin(scores, [view.code, *peers], view))

left, right = st.columns([1.7, 1], gap="small")
with left.container(border=True):
    glossary.header("Baris indeks terhadap median pembanding", "row", "spd", "sid", "benchmark")
    told_gaps = gap_sentences.behind(gaps, everyone, view.name)
    st.markdown(told_gaps)
    group = comparison.chosen_group()
    shown, everywhere = comparison.in_group(gaps, group), comparison.in_group(everyone, group)
    spine_place = st.container()
    gap_tables.folded("Tabel: nilai, median, poin", "spine_table", gap_tables.indicators, shown)
    gap_tables.take_away(gaps, peers, view)
    tables.source(*gap_tables.origin(gaps, view))
with right, indicator_detail.place():
    picked = comparison.chosen_indicator(shown)
    indicator_detail.card(view, picked, gaps, everyone, peers, colours)
with st.container(border=True):
    glossary.header("Semua daerah terhadap pembanding yang sama", *glossary.VERDICTS)
    told_rug = indicator_sentences.rug(everyone, view.code, view.name)
    st.markdown(told_rug)
    rug_place = st.container()
    gap_tables.folded("Tabel: daerah menurut putusan", "rug_table", gap_tables.rug, everywhere)
    tables.source(*gap_tables.origin(gaps, view))
with st.container(border=True):
    glossary.header("Inovasi per urusan", "recorded", "basic_service")
    told_sectors = gap_sentences.sector_record(sectors, view.name, view.dataset)
    st.markdown(told_sectors)
    sector_place = st.container()
    gap_tables.folded(
        "Tabel: semua urusan", "sector_table", gap_tables.sectors, sectors, view.dataset
    )
    tables.source(
        origins.on_record(view.dataset), f"{origins.found(view.dataset)}; ★ pelayanan dasar"
    )

gap_tables.without_levels(view)

with index_place:
    known = comparison.in_order(scores, view.code, peers)
    drawn = bars.index_peers(known, view.code, index_gap, colours)
    plot(drawn, "index", told_index, asked=[asked("scores", year=view.year)])
signs = gap_sentences.spine_legend(shown)
if shown.empty:
    spine_place.caption(signs)
if comparison.comparable(shown):
    with spine_place:
        drawn, behind = spine(shown, colours, picked), [asked("indicator_gaps", **given), limits]
        plot(drawn, "spine", told_gaps, sets="indicator", legend=signs, asked=behind)
if comparison.comparable(everywhere):
    with rug_place:
        signs = indicator_sentences.rug_legend(view.name)
        blocks = comparison.columns(everywhere, view.code, peers)
        drawn, behind = rug(everywhere, blocks, colours, picked), [asked("indicator_rug", **given)]
        plot(drawn, "rug", told_rug, "indicator", legend=signs, asked=[*behind, limits])
with sector_place:
    listed = comparison.shown_sectors(sectors, view.sector)
    behind = [asked("sector_gaps", **given)]
    plot(bars.sectors(listed, view.name, colours), "sectors", told_sectors, asked=behind)
