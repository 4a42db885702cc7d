"""A chart as a picture to take away, PNG or SVG: made by the browser, from what it draws already.

Plotly's own button is not enough: it gives the bare chart, on no ground, in one format, without the
words that a made-up round must carry.
"""

import re
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from pages.parts import access, documents, footer, words
from pages.parts.colours import palette

HTML = """<div role="group" aria-label="Gambar grafik">
<span role="status"></span>
<button type="button" value="png">PNG</button>
<button type="button" value="svg">SVG</button>
</div>
"""
CSS = """div {display: flex; gap: 4px; align-items: center; justify-content: flex-end}
span {font: 12px var(--st-font); color: var(--st-text-color)}
button {
  font: 12px var(--st-font); color: var(--st-text-color); background: none; cursor: pointer;
  min-width: 44px; min-height: 24px; border: 1px solid var(--st-border-color);
  border-radius: var(--st-button-radius)}
button::before {content: "⤓ "}
button:hover {border-color: var(--st-primary-color)}
button:focus-visible {outline: 2px solid var(--st-primary-color); outline-offset: 1px}
"""
FIGURES = {
    "map": "ringkasan-peta",
    "history": "ringkasan-riwayat",
    "index": "kesenjangan-indeks",
    "spine": "kesenjangan-baris",
    "spread": "kesenjangan-parameter",
    "rug": "kesenjangan-semua-daerah",
    "sectors": "kesenjangan-urusan",
    "compared_parts": "replikasi-bagian-skor",
    "learning": "replikasi-matriks-belajar",
    "waterfall": "bagaimana-jika-langkah",
    "timeline": "buku-replikasi-garis-waktu",
    "brief_map": "taklimat-peta",
    "cross_chart": "jelajah-tabel-silang",
    "maturity_strip": "jelajah-kematangan",
    "figures_scatter": "jelajah-dua-angka",
}
draw = st.components.v2.component(
    "share_picture", html=HTML, css=CSS, js=Path(__file__).with_suffix(".js").read_text("utf-8")
)


def buttons(key: str, told: str, legend: str) -> None:
    """The two buttons for the chart drawn with this key.

    Args:
        told: its finding, without Markdown; stands above the chart in the picture.
        legend: what its signs mean; no picture can be clicked, so what that does is left out.
    """
    data = framed(key, told, access.view(), access.ask("about").iloc[0])
    data |= {"legend": legend.partition("Klik ")[0]}
    draw(data=data, key=f"picture_{key}", width="content")


def framed(key: str, told: str, view: access.View, about: pd.Series) -> dict[str, Any]:
    """What stands around the chart in the picture, and what the file is called."""
    colours = palette(view.dark)
    return {
        "chart": key,
        "named": FIGURES.get(key, key).replace("-", " "),
        "file": file_name(key, view),
        "told": told,
        "seen": seen(view),
        "mark": words.SIMULATED if view.simulated else "",
        "source": f"Sumber: {footer.origin(about)}, {documents.dated(about)} · Inovasi Banua",
        "paper": colours.paper,
        "ink": colours.ink,
        "muted": colours.muted,
    }


def file_name(key: str, view: access.View) -> str:
    """Page, figure, regency, year and dataset: "kesenjangan-baris-tanah-bumbu-2026-simulasi"."""
    when = "terakhir" if view.year is None else str(view.year)
    return slug(f"{FIGURES.get(key, key)} {view.name} {when} {view.dataset}")


def slug(told: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", told.lower()).strip("-")


def seen(view: access.View) -> str:
    """What was looked at: the government, the year, the sector."""
    chosen = [view.full_name, words.when(view.year)]
    return " · ".join([*chosen, view.sector_name] if view.sector_name else chosen)
