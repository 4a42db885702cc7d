"""What Jelajah filters by: names, values, and what of it stands in the address."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from pages.parts import access, glossary, words

UNKNOWN = "belum diketahui"
CLASSES = {str(place): f"{20 * place} sampai <{20 * (place + 1)}" for place in range(5)} | {
    "5": "100 atau lebih"
}
NAMES = {
    "sectors": "Urusan (beberapa)",
    "clusters": "Rumpun urusan",
    "themes": "Tema",
    "regencies": "Daerah (beberapa)",
    "years": "Tahun laporan",
    "stages": "Tahap",
    "kinds": "Jenis daerah",
    "forms": "Bentuk",
    "digitals": "Digital",
    "initiators": "Inisiator",
    "grades": "Penghargaan",
    "classes": "Kelas kematangan",
}
HELP = {
    "years": "Tahun inovasi dilaporkan; tanpa laporan, tahun terakhir ia terlihat di sumber.",
    "themes": "Tema ditandai menurut aturan tertulis; lihat Data & metode.",
}
TERMS = {"stages": "stage", "grades": "award", "classes": "maturity", "years": "report"}
FIXED: dict[str, dict[str, str]] = {
    "stages": {one: one for one in ("inisiatif", "uji coba", "penerapan")},
    "kinds": {"Kabupaten": "Kabupaten", "Kota": "Kota"},
    "forms": {one: one for one in ("Tata kelola", "Pelayanan publik", "Lainnya")},
    "digitals": {"ya": "digital", "tidak": "nondigital"},
    "initiators": {
        one: one
        for one in ("Kepala Daerah", "Anggota DPRD", "Perangkat Daerah", "ASN", "Masyarakat")
    },
    "grades": {"nasional": "nasional", "provinsi": "provinsi", "kabupaten": "kabupaten/kota"},
    "classes": CLASSES,
}
WITHOUT = {"themes": "tanpa tema", "grades": "tanpa catatan penghargaan"}
ALWAYS_KNOWN = ("regencies", "kinds")
RANGE, WORDS = "maturity_range", "words"
SHOWN_ABOVE = {"sectors": "sector", "years": "year"}
"""Filters that a control of the frame stands in for while they are empty."""


def whole() -> tuple[int, int]:
    """From nothing to the most that one innovation's maturity can be by any of the rules."""
    return 0, int(access.ask_first("rulesets")["maturity_max"].max())


@dataclass(frozen=True)
class Chosen:
    """What is filtered.

    Attributes:
        given: what `explored_by` of schema.sql takes, by parameter.
        options: of each filter, the name of each value.
        lent: filters whose value is that of a control above.
        text: the words searched for.
    """

    given: Mapping[str, Any]
    options: Mapping[str, Mapping[str, str]]
    lent: frozenset[str]
    text: str

    def asked(self, *names: str) -> dict[str, Any]:
        """The parameters of a question that knows these filters."""
        return {name: self.given[name] for name in names}

    def spans_all(self) -> bool:
        """Whether any maturity passes, the unknown too."""
        return self.given["least_maturity"] is None and self.given["most_maturity"] is None

    def is_narrowed(self) -> bool:
        return any(value not in ([], None) for value in self.given.values())


def options() -> dict[str, dict[str, str]]:
    """The values of each filter with their names, the unknown last."""
    found: dict[str, dict[str, str]] = {name: {} for name in NAMES}
    rows = access.ask("explore_values")
    for name, value, label in zip(rows["filter"], rows["value"], rows["label"], strict=True):
        found[name][value] = label
    for name, values in (found | FIXED).items():
        unknown = {} if name in ALWAYS_KNOWN else {"": WITHOUT.get(name, UNKNOWN)}
        found[name] = values | unknown
    return found


def explained(name: str) -> str | None:
    """What a filter means here, then the word as everywhere."""
    told = [HELP[name]] if name in HELP else []
    told += [glossary.help(TERMS[name])] if name in TERMS else []
    return "\n\n".join(told) or None


def several(name: str, values: dict[str, str]) -> list[str]:
    """A control for any number of values; what a link asks for and is not there is told."""
    held = st.session_state.get(name)
    if held is not None and not set(held) <= set(values):
        st.session_state[name] = [one for one in held if one in values]
        st.toast(f"Pilihan {NAMES[name]} yang tadi tidak ada pada data ini; dilepas.")
    for asked in st.query_params.get_all(name):
        if asked not in values.values():
            st.toast(
                f"{NAMES[name]} '{words.escape(asked[:60])}' pada tautan tidak dikenal; diabaikan."
            )
    return st.multiselect(
        NAMES[name],
        list(values),
        format_func=values.__getitem__,
        key=name,
        bind="query-params",
        placeholder="Semua",
        help=explained(name),
    )


def lent(view: access.View, own: dict[str, list[str]]) -> dict[str, list[str]]:
    """The values that the controls of the frame give to empty filters."""
    above = {"sectors": view.sector, "years": view.year}
    return {
        name: [str(value)] for name, value in above.items() if value is not None and not own[name]
    }


def let_go(name: str, value: str) -> None:
    """Take one value out of a filter, or out of the control above that stands in for it."""
    held = list(st.session_state.get(name) or [])
    if held:
        st.session_state[name] = [one for one in held if one != value]
    else:
        st.session_state[SHOWN_ABOVE[name]] = words.ANY


def add(name: str, value: str) -> None:
    """Let a filter pass one value alone."""
    st.session_state[name] = [value]
