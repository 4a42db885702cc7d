"""Where do the numbers come from?"""

import streamlit as st

from pages.parts import (
    access,
    glossary,
    import_guide,
    import_versions,
    importing,
    method,
    register,
    sentences,
)

view = access.view()
coverage = access.ask("coverage")
PARTS = {
    "Cakupan": lambda: register.coverage(coverage, view.name),
    "Pertentangan": lambda: register.conflicts(access.ask("conflicts")),
    "Sumber": lambda: register.sources(access.ask("sources")),
    "Metode": method.draw,
    "Aturan": register.rules,
    "Istilah": glossary.draw,
    "Impor": lambda: importing.draw(view),
    "Versi impor": import_versions.draw,
    "Panduan impor": lambda: import_guide.draw(view),
}

st.title(
    sentences.coverage(coverage),
    anchor=False,
    help=glossary.help("coverage", "claim", "unknown", "computed"),
)
for tab, draw in zip(
    st.tabs(list(PARTS), key="part", bind="query-params"), PARTS.values(), strict=True
):
    if tab.open:
        with tab:
            draw()
