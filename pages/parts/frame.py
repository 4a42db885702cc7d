"""The frame around every page: navigation, the controls, banner, footer."""

from pathlib import Path
from typing import Any

import streamlit as st

from data import shelf
from pages.parts import (
    access,
    files_in_view,
    footer,
    fresh_files,
    glossary,
    look,
    pick,
    share_link,
    tour,
    turns,
    words,
)

PAGES = Path(__file__).parents[1]
ASKED = "asked"  # in the session: what the address last said
HOME = "6310"  # the planners of Tanah Bumbu asked first; everybody's link names their own
PAGES_SHOWN = [
    ("overview.py", "Ringkasan", ":material/map:", "Skor, predikat, dan peringkat 13 daerah"),
    ("gaps.py", "Kesenjangan", ":material/align_horizontal_left:", "Di mana daerah tertinggal"),
    (
        "candidates.py",
        "Replikasi",
        ":material/content_copy:",
        "Inovasi daerah lain yang layak ditiru",
    ),
    (
        "scenario.py",
        "Bagaimana jika",
        ":material/tune:",
        "Indeks bila parameter naik atau inovasi ditambah",
    ),
    (
        "ledger.py",
        "Buku replikasi",
        ":material/menu_book:",
        "Kerja sama yang berjalan: tahap, tanggal, dokumen",
    ),
    (
        "briefing.py",
        "Taklimat",
        ":material/co_present:",
        "Satu halaman untuk pimpinan, dengan dokumennya",
    ),
    (
        "explore.py",
        "Jelajah",
        ":material/table_view:",
        "Baris di balik angka: saring, hitung, unduh",
    ),
    ("sources.py", "Data & metode", ":material/database:", "Sumber, cakupan, pertentangan, rumus"),
]


def draw() -> None:
    """Everything around a page, then the page; its files wait until it stands."""
    with fresh_files.drawing(), turns.RUNS.taken():
        draw_whole()


def draw_whole() -> None:
    """Navigation, controls and what is to be told, the page, the footer."""
    st.set_page_config(page_title="Inovasi Banua", page_icon="🧭", layout="wide")
    page = st.navigation(
        [
            st.Page(PAGES / file, title=title, icon=icon, help=help, default=file == "overview.py")
            for file, title, icon, help in PAGES_SHOWN
        ],
        position="top",
    )
    look.draw(dark=st.context.theme.type == "dark")
    st.session_state.setdefault(ASKED, {}).update(st.query_params.to_dict())
    for dataset in shelf.offered():
        prepare(dataset)
    files_in_view.look_anew()
    controls()
    for complaint in access.complaints():
        st.error(
            f"{words.escape(complaint)}\n\nYang ditampilkan adalah data terakhir yang utuh.",
            title="Perubahan data belum dipakai",
            icon=":material/error:",
        )
    if access.view().simulated:
        with st.container(key="mark"):
            st.warning(f"**{words.SIMULATED}**", icon=":material/science:")
    tour.draw(page, link_to, go_to)
    page.run()
    footer.draw()


def prepare(dataset: str) -> None:
    """Build the database at the first visit after a start, and say so meanwhile."""
    if access.store().has(dataset):
        return
    place = st.empty()
    with place.status("Menyiapkan basis data …") as status:
        access.store().ensure(dataset, lambda message: status.update(label=f"{message} …"))
    place.empty()


def controls() -> None:
    """Regency, year, sector and dataset: drawn here only, kept in the address."""
    years = {year: str(year) for year in access.years()}
    regencies = access.ask_first("regencies").set_index("code")["name"].to_dict()
    sectors = access.ask_first("sectors").set_index("sector_id")["name"].to_dict()
    sectors = {words.ANY: "Semua urusan", **sectors}
    about_data = glossary.help("published", "simulation", "official")
    place = share_link.place()
    with st.grid(4, min_column_width=150, gap="small", key="controls"):
        chosen = {
            "regency": choose("regency", "Daerah", regencies, HOME),
            "year": choose("year", "Tahun", {words.ANY: "Terakhir diketahui", **years}),
            "sector": choose("sector", "Urusan", sectors, help=glossary.help("sector")),
            "dataset": choose("dataset", "Data", access.offered(), help=about_data),
        }
    share_link.draw(place, chosen)


def choose(
    key: str, label: str, options: dict, default: Any = None, help: str | None = None
) -> str:
    """A control of the frame; the name of what is chosen, as the address has it."""
    ask_again(key, options)
    given = st.query_params.get(key)
    if key in st.session_state and st.session_state[key] not in options:
        # A session may look at what is there no more: an import that was taken back, its years.
        st.session_state[key] = default if default in options else next(iter(options))
        st.toast(f"Pilihan {label} yang tadi sudah tidak ada; dipakai pilihan awal.")
    elif given is not None and given not in options.values():
        st.toast(
            f"{label} '{words.escape(given[:60])}' pada tautan tidak dikenal; dipakai pilihan awal."
        )
    return str(options[pick.one(label, options, key, first=default, help=help)])


def ask_again(key: str, options: dict) -> None:
    """Take the choice of an address that was left before the control was ever drawn.

    Streamlit 1.67 drops it from the address when a link is followed that soon.
    """
    asked = st.session_state.get(ASKED, {}).get(key)
    value = {name: value for value, name in options.items()}.get(asked)
    if value is not None and key not in st.session_state and key not in st.query_params:
        st.session_state[key] = value
        st.query_params[key] = asked


def link_to(page: str, label: str) -> None:
    """A link to another page that keeps the controls as they are."""
    st.page_link(PAGES / page, label=label, icon=":material/arrow_forward:")


def go_to(page: str, **address: str) -> None:
    """Open another page; the controls stay, for the session holds them.

    Streamlit 1.67 refuses to switch without query_params while a control stands in the address.
    """
    st.switch_page(PAGES / page, query_params=address)


def offer_simulation() -> None:
    """A button that goes on with the made-up round, where published facts cannot."""
    st.button(
        "Pakai data simulasi",
        icon=":material/science:",
        on_click=st.session_state.update,
        args=({"dataset": "simulasi"},),
    )
