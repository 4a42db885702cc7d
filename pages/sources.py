"""Where do the numbers come from?"""

import streamlit as st

from pages.parts import access, method, register, sentences

PARTS = ["Cakupan", "Pertentangan", "Sumber", "Metode", "Aturan"]

view = access.view()
coverage = access.ask("coverage")
st.title(sentences.coverage(coverage), anchor=False)
tabs = dict(zip(PARTS, st.tabs(PARTS, key="part", bind="query-params"), strict=True))

if tabs["Cakupan"].open:
    with tabs["Cakupan"]:
        st.markdown(sentences.COVERAGE_LEGEND)
        register.coverage(coverage, view.name)
if tabs["Pertentangan"].open:
    with tabs["Pertentangan"]:
        register.conflicts(access.ask("conflicts"))
if tabs["Sumber"].open:
    with tabs["Sumber"]:
        register.sources(access.ask("sources"))
if tabs["Metode"].open:
    with tabs["Metode"]:
        method.draw()
if tabs["Aturan"].open:
    with tabs["Aturan"]:
        register.rules()
