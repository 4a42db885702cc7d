"""The frame around every page: navigation, the controls, banner, footer; and the way to the data.

Run as the app's script it draws the frame; imported by a page it answers `view()` and `ask()`.
"""

import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import streamlit as st

import queries
from data import build
from data.errors import DataError
from pages.parts import words

PAGES = Path(__file__).parents[1]
HOME = "6310"  # the planners of Tanah Bumbu asked first; everybody's link names their own
# Streamlit leaves 6rem above and 10rem below; a planner's screen has 768 pixels.
STYLE = "<style>.stMainBlockContainer {padding-top: 4rem; padding-bottom: 2rem}</style>"
PAGES_SHOWN = [
    ("overview.py", "Ringkasan", ":material/map:", "Skor, predikat, dan peringkat 13 daerah"),
    ("gaps.py", "Kesenjangan", ":material/align_horizontal_left:", "Di mana daerah tertinggal"),
    (
        "candidates.py",
        "Replikasi",
        ":material/content_copy:",
        "Inovasi daerah lain yang layak ditiru",
    ),
    ("sources.py", "Data & metode", ":material/menu_book:", "Sumber, cakupan, pertentangan, rumus"),
]


@dataclass(frozen=True)
class View:
    """What the user looks at, the same on every page."""

    dataset: str
    year: int | None
    code: str
    name: str
    short_name: str
    kind: str
    sector: str | None
    sector_name: str | None
    dark: bool
    simulated: bool
    data_year: int

    @property
    def full_name(self) -> str:
        return f"Kota {self.name}" if self.kind == "Kota" else f"Kabupaten {self.name}"


class Store:
    """Which datasets this server has made sure of; one for all sessions."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.ready: set[str] = set()
        self.complaints: dict[str, str] = {}

    def ensure(self, dataset: str, progress: build.Progress) -> None:
        """Build if needed; where that fails but an older file stands, go on with it and say so."""
        with self.lock:
            if dataset in self.ready:
                return
            try:
                queries.ensure(dataset, progress)
            except DataError as error:
                if build.newest(dataset) is None:
                    raise
                self.complaints[dataset] = str(error)
            self.ready.add(dataset)


@st.cache_resource(show_spinner=False, max_entries=1)
def store() -> Store:
    return Store()


@st.cache_resource(show_spinner=False, max_entries=6)
def database(file: str) -> duckdb.DuckDBPyConnection:
    return queries.connect(Path(file))


def ask(question: str, **given: Any) -> pd.DataFrame:
    """One question to the dataset in view; see `queries.ask`."""
    file = build.newest(st.session_state["dataset"])
    return queries.ask(database(str(file)), question, **given)


def view() -> View:
    """The choices made in the controls, with the names that belong to them."""
    chosen = st.session_state
    regency = ask("regencies").set_index("code").loc[chosen["regency"]]
    sectors = ask("sectors").set_index("sector_id")["name"]
    about = ask("about").iloc[0]
    return View(
        dataset=chosen["dataset"],
        year=chosen["year"],
        code=chosen["regency"],
        name=regency["name"],
        short_name=regency["short_name"],
        kind=regency["kind"],
        sector=chosen["sector"],
        sector_name=sectors[chosen["sector"]] if chosen["sector"] else None,
        dark=st.context.theme.type == "dark",
        simulated=bool(about["simulated"]),
        data_year=about["data_date"].year,
    )


def frame() -> None:
    """Everything around a page, then the page."""
    st.set_page_config(page_title="Inovasi Banua", page_icon="🧭", layout="wide")
    page = st.navigation(
        [
            st.Page(PAGES / file, title=title, icon=icon, help=help, default=file == "overview.py")
            for file, title, icon, help in PAGES_SHOWN
        ],
        position="top",
    )
    st.html(STYLE)
    prepare("terbitan")
    controls()
    if complaint := store().complaints.get(st.session_state["dataset"]):
        st.error(
            f"{words.escape(complaint)}\n\nYang ditampilkan adalah data terakhir yang utuh.",
            title="Perubahan data belum dipakai",
            icon=":material/error:",
        )
    if view().simulated:
        st.warning(f"**{words.SIMULATED}**", icon=":material/science:")
    page.run()
    footer()


def prepare(dataset: str) -> None:
    """Build the database at the first visit after a start, and say so meanwhile."""
    if dataset in store().ready:
        return
    place = st.empty()
    with place.status("Menyiapkan basis data …") as status:
        store().ensure(dataset, lambda message: status.update(label=f"{message} …"))
    place.empty()


def controls() -> None:
    """Regency, year, sector and dataset: drawn here only, kept in the address."""
    years = [None, *ask_first("years")["year"].tolist()]
    regencies = ask_first("regencies").set_index("code")["name"].to_dict()
    sectors = ask_first("sectors").set_index("sector_id")["name"].to_dict()
    with st.grid(4, min_column_width=150, gap="small"):
        choose("regency", "Daerah", regencies, HOME)
        choose("year", "Tahun", {one: year_label(one) for one in years})
        choose("sector", "Urusan", {None: "Semua urusan", **sectors})
        choose("dataset", "Data", build.DATASETS)


def ask_first(question: str) -> pd.DataFrame:
    """The controls' own options come from the facts, whatever the dataset in the address."""
    return queries.ask(database(str(build.newest("terbitan"))), question)


def year_label(year: int | None) -> str:
    return "Terakhir diketahui" if year is None else str(year)


def choose(key: str, label: str, options: dict, default: Any = None) -> None:
    given = st.query_params.get(key)
    if given is not None and given not in options.values():
        st.toast(
            f"{label} '{words.escape(given)}' pada tautan tidak dikenal; dipakai pilihan awal."
        )
    st.selectbox(
        label,
        list(options),
        index=list(options).index(default) if default in options else 0,
        format_func=options.__getitem__,
        key=key,
        bind="query-params",
    )


def link_to(page: str, label: str) -> None:
    """A link to another page that keeps the controls as they are."""
    st.page_link(PAGES / page, label=label, icon=":material/arrow_forward:")


def footer() -> None:
    about = ask("about").iloc[0]
    st.divider()
    st.caption(
        f"Sumber: {words.whole(about['claims'])} klaim indeks dan "
        f"{words.whole(about['innovations'])} inovasi dari {words.whole(about['sources'])} sumber, "
        f"dikumpulkan {words.date(about['data_date'])} · Peta: {words.text(about['map_label'])} · "
        "Lisensi: kode MIT, data menurut sumbernya (lihat Data & metode) · Berkas "
        f"{about['name']}-{about['fingerprint']}"
    )


if __name__ == "__main__":
    # The script's own copy of this module must not hold a second store: run the imported one.
    from pages.parts import shell

    shell.frame()
