"""The way to the data: which file is open, what the user looks at, one question at a time."""

import threading
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import streamlit as st

import queries
from data import build, shelf
from data.errors import DataError
from pages.parts import databases, files_in_view
from queries import verdicts


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

    @property
    def book(self) -> str:
        """Which records of the book are shown: published and imported data are both real."""
        return "simulasi" if self.simulated else "terbitan"


class Store:
    """Which datasets this server has made sure of; one for all sessions."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.ready: dict[str, tuple[int, ...]] = {}
        self.complaints: dict[str, str] = {}

    def has(self, dataset: str) -> bool:
        """Whether a dataset was made sure of as it now is, and its file still lies there."""
        sure = self.ready.get(dataset) == shelf.edition(dataset)
        return sure and (dataset in self.complaints or shelf.newest(dataset) is not None)

    def ensure(self, dataset: str, progress: build.Progress) -> None:
        """Build if needed; where that fails but an older file stands, go on with it and say so.

        Without an imported dataset the app goes on too, for it is not the only one.
        """
        with self.lock:
            if self.has(dataset):
                return
            self.complaints.pop(dataset, None)
            edition = shelf.edition(dataset)
            try:
                queries.ensure(dataset, progress)
            except DataError as error:
                if shelf.newest(dataset) is None and dataset != shelf.IMPORTED:
                    raise
                self.complaints[dataset] = str(error)
            self.ready[dataset] = edition


@st.cache_resource(show_spinner=False, max_entries=1)
def store() -> Store:
    return Store()


def opened(dataset: str) -> duckdb.DuckDBPyConnection:
    """The database of the file in view."""
    return databases.opened(str(files_in_view.of(dataset)))


@lru_cache(maxsize=1000)
def answer(file: str, question: str, given: tuple[tuple[str, Any], ...]) -> pd.DataFrame:
    """A built file never changes, so neither does an answer: 97 of 257 ms of Ringkasan were spent
    asking again (tests/benchmarks/README.md, 24 November 2026)."""
    thawed = {name: list(value) if isinstance(value, tuple) else value for name, value in given}
    return databases.ask(file, question, thawed)


def remembered(file: Path | None, question: str, given: dict[str, Any]) -> pd.DataFrame:
    """A copy of its own: pandas keeps a note of every shallow one as long as the answer lives, so
    620 kB of a session that had left stayed, now 270 (25 November 2026)."""
    frozen = {
        name: tuple(value) if isinstance(value, list) else value for name, value in given.items()
    }
    return answer(str(file), question, tuple(sorted(frozen.items()))).copy()


def ask(question: str, **given: Any) -> pd.DataFrame:
    """One question to the dataset in view; see `queries.ask`. The frame is the caller's own."""
    return remembered(files_in_view.of(st.session_state["dataset"]), question, given)


def compute(question: str, **given: Any) -> pd.DataFrame:
    """One question that holds a frame of its own, so no answer can be remembered."""
    return databases.ask(str(files_in_view.of(st.session_state["dataset"])), question, given)


def settings() -> pd.Series:
    """The numbers we chose ourselves, by name."""
    return ask("settings").set_index("setting")["value"]


def judged(question: str, **given: Any) -> pd.DataFrame:
    """The rows of `indicator_gaps` or `indicator_rug` with their verdicts."""
    chosen = settings()
    return verdicts.indicators(
        ask(question, **given), chosen["least_points"], chosen["least_innovations"]
    )


def view() -> View:
    """The choices made in the controls, with the names that belong to them."""
    chosen = st.session_state
    dark = st.context.theme.type == "dark"
    year, sector = chosen["year"] or None, chosen["sector"] or None
    file = str(files_in_view.of(chosen["dataset"]))
    return named(file, chosen["dataset"], year, chosen["regency"], sector, dark)


@lru_cache(maxsize=1000)
def named(
    file: str, dataset: str, year: int | None, code: str, sector: str | None, dark: bool
) -> View:
    """A view of a built file, which never changes: a page asks eight times, a sixth of Ringkasan
    (25 November 2026)."""
    regency = answer(file, "regencies", ()).set_index("code").loc[code]
    sectors = answer(file, "sectors", ()).set_index("sector_id")["name"]
    about = answer(file, "about", ()).iloc[0]
    return View(
        dataset=dataset,
        year=year,
        code=code,
        name=regency["name"],
        short_name=regency["short_name"],
        kind=regency["kind"],
        sector=sector,
        sector_name=sectors[sector] if sector else None,
        dark=dark,
        simulated=bool(about["simulated"]),
        data_year=about["data_date"].year,
    )


def years() -> list[int]:
    """Every year some dataset knows of, newest first: all pages and datasets share one control."""
    known = [remembered(files_in_view.of(one), "years", {})["year"] for one in offered()]
    return sorted(set().union(*(years.tolist() for years in known)), reverse=True)


def offered() -> dict[str, str]:
    """What can be looked at, by name, the usual first: the imported dataset once it is built."""
    labels = shelf.offered()
    return {one: label for one, label in labels.items() if one in shelf.DATASETS or built(one)}


def built(dataset: str) -> bool:
    return files_in_view.of(dataset) is not None


def complaints() -> list[str]:
    """Why the dataset in view is not as new as its facts, or the imported one is not there."""
    told = store().complaints
    absent = {shelf.IMPORTED} - offered().keys()
    shown = absent | {st.session_state["dataset"]}
    return [complaint for dataset, complaint in told.items() if dataset in shown]


def ask_first(question: str) -> pd.DataFrame:
    """The controls' own options come from the facts, whatever the dataset in the address."""
    return remembered(files_in_view.of("terbitan"), question, {})
