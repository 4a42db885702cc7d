"""Where does one regency lag its peers?"""

import streamlit as st

from pages.parts import access, charts, comparison, gap_sentences, spine, tables
from pages.parts.colours import palette
from pages.parts.sentences import plain
from queries import verdicts

view = access.view()
colours = palette(view.dark)
headline = st.container()
left, right = st.columns([1, 1.7], gap="small")
peer_card, spine_card = left.container(border=True), right.container(border=True)

with peer_card:
    peers = comparison.peers(view)

settings = access.ask("settings").set_index("setting")["value"]
gaps = access.ask("government_gaps", code=view.code, peers=peers)
government = verdicts.government(gaps, settings["least_points"])
sectors = verdicts.sectors(access.ask("sector_gaps", code=view.code, peers=peers, year=view.year))
scores = access.ask("scores", year=view.year)
index_gap = verdicts.index_gap(scores, view.code, peers)

behind = gap_sentences.behind(government, view.name)
weaknesses = verdicts.costliest(government, sectors)
headline.title(gap_sentences.headline(view.name, weaknesses), anchor=False)
headline.markdown(gap_sentences.weaknesses(weaknesses))
if any(weakness["sort"] == "urusan" for weakness in weaknesses):
    headline.caption(gap_sentences.basic_rule(access.ask("rulesets"), sectors))

with spine_card:
    st.header("Baris SPD yang dihitung dari data BPS dan DJPK", anchor=False)
    st.markdown(behind)
    spine_place = st.container()
    with st.expander("Tabel: parameter, angka mentah, dan tahun"):
        tables.government(government)
    tables.source(tables.publishers(government), tables.spd_note(government))

left, right = st.columns([1, 1.7], gap="small")
index_card, sector_card = left.container(border=True), right.container(border=True)
with index_card:
    st.header("Skor indeks dan pembanding", anchor=False)
    told_index = gap_sentences.index_gap(index_gap, view.name, len(peers))
    st.markdown(told_index)
    index_place = st.container()
    tables.source(
        tables.publishers(scores[scores["code"].isin([view.code, *peers])]),
        "* sementara atau dihitung penyusun; tahun berbeda tidak sepenuhnya sebanding",
    )
with sector_card:
    st.header("Inovasi tercatat per urusan", anchor=False)
    told_sectors = gap_sentences.sector_record(sectors, view.name)
    st.markdown(told_sectors)
    shown = comparison.shown_sectors(sectors, view.sector)
    sector_place = st.container()
    with st.expander("Tabel: semua urusan"):
        tables.sectors(sectors)
    tables.source(
        "pemberitaan dan laman pemerintah", "tercatat di sumber terbuka; ★ pelayanan dasar"
    )

coverage = access.ask("indicator_coverage").iloc[0]
if not coverage["sid_known"]:
    st.info(
        gap_sentences.no_levels(coverage),
        title="Baris SID belum dapat dibandingkan",
        icon=":material/info:",
    )

with spine_place:
    st.plotly_chart(
        spine.spine(government, view.name, colours),
        key="spine",
        config=charts.CONFIG,
        alt=plain(behind),
    )
with index_place:
    st.plotly_chart(
        charts.index_peers(
            comparison.in_order(scores, view.code, peers), view.code, index_gap, colours
        ),
        key="index",
        config=charts.CONFIG,
        alt=plain(told_index),
    )
with sector_place:
    st.plotly_chart(
        charts.sectors(shown, view.name, colours),
        key="sectors",
        config=charts.CONFIG,
        alt=plain(told_sectors),
    )
