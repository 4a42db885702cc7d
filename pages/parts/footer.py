"""The foot of every page: what the dataset holds, where that comes from, which file it is."""

import pandas as pd
import streamlit as st

from pages.parts import access, documents, tour, words


def draw() -> None:
    about = access.ask("about").iloc[0]
    with st.container(key="footer"):
        st.divider()
        st.caption(
            f"Sumber: {origin(about)}, {documents.dated(about)} · "
            f"Peta: {words.text(about['map_label'])} · "
            "Lisensi: kode MIT, data menurut sumbernya (lihat Data & metode) · Berkas "
            f"{about['name']}-{about['fingerprint']}"
        )
        tour.foot()


def origin(about: pd.Series) -> str:
    """What the dataset holds and where that comes from."""
    held = f"{words.whole(about['innovations'])} inovasi"
    sources = f"{words.whole(about['sources'])} sumber"
    if about["simulated"]:
        return (
            f"putaran rekaan (benih {about['seed']}) dengan {held}, aturan dan angka daerah dari "
            f"{sources}"
        )
    files = f" dan {words.whole(about['imports'])} berkas impor" if about["imports"] else ""
    return f"{words.whole(about['claims'])} klaim indeks dan {held} dari {sources}{files}"
