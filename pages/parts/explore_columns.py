"""The tables of Jelajah: which question fills them, which filters they know, their columns."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from pages.parts import words
from queries import explore

OF_GOVERNMENT = ("regencies", "kinds", "years")


@dataclass(frozen=True)
class Column:
    """One column: its heading, the column of the answer it shows, how and how wide."""

    heading: str
    source: str
    kind: str = "text"
    width: int | None = None


@dataclass(frozen=True)
class Table:
    """One table.

    Attributes:
        filters: the parameters of its question that are filters.
        orders: of those one can choose, by what the question calls them.
        opens: the column with the innovation that a chosen row opens, "" for none.
    """

    label: str
    question: str
    columns: tuple[Column, ...]
    filters: tuple[str, ...] = OF_GOVERNMENT
    orders: dict[str, str] | None = None
    opens: str = ""


SOURCE = (Column("Penerbit", "publisher", width=180), Column("Alamat", "url", "link", 70))
REGENCY = Column("Daerah", "regency", width=130)
YEAR = Column("Tahun", "year", "year", 70)
WHOSE = (REGENCY, YEAR)
ROW = (
    Column("Nomor", "number", width=70),
    Column("Baris", "indicator_name", width=230),
    Column("Bobot", "weight", "decimal", 70),
    Column("Parameter", "level", "whole", 85),
    Column("Arti parameter", "meaning", width=230),
    Column("Nilai baris", "score", "decimal", 85),
)
ORDERS = {
    "name": "Nama",
    "maturity": "Paling matang",
    "least": "Paling kurang matang",
    "year": "Tahun terbaru",
    "regency": "Daerah",
    "sector": "Urusan",
}
TABLES = {
    "innovations": Table(
        "Inovasi",
        "explore_innovations",
        (
            Column("Inovasi", "name", width=210),
            REGENCY,
            Column("Urusan", "sector", width=150),
            Column("Kematangan", "maturity", "decimal", 95),
            Column("Tahap", "stage", width=90),
            YEAR,
            Column("Kepanjangan", "long_name", width=220),
            Column("Uraian", "description", width=300),
            Column("Tema", "theme_labels", width=160),
            Column("Bentuk", "form", width=120),
            Column("Digital", "digital", width=70),
            Column("Inisiator", "initiator", width=120),
            Column("Tingkat penghargaan", "award_grade", width=120),
            Column("Penghargaan", "award", width=180),
            Column("Pelaksana", "office", width=200),
            Column("Tahun tercetak", "year_as_printed", width=110),
            *SOURCE,
        ),
        tuple(explore.ALL),
        ORDERS,
        "innovation_id",
    ),
    "levels": Table(
        "Parameter inovasi",
        "explore_levels",
        (Column("Inovasi", "name", width=210), REGENCY, YEAR, *ROW, *SOURCE),
        tuple(explore.ALL),
        opens="innovation_id",
    ),
    "government_levels": Table(
        "Parameter daerah",
        "explore_government_levels",
        (
            *WHOSE,
            *ROW,
            Column("Dasar", "basis", width=90),
            Column("Angka", "raw_value", "decimal", 90),
            Column("Tahun angka", "years", width=100),
            *SOURCE,
        ),
    ),
    "scores": Table(
        "Skor",
        "explore_scores",
        (
            *WHOSE,
            Column("Skor", "score", "decimal", 75),
            Column("Predikat tercetak", "predicate_as_printed", width=140),
            Column("Peringkat", "rank", "whole", 85),
            Column("Lingkup peringkat", "rank_scope", width=120),
            Column("Dari", "rank_of", "whole", 60),
            Column("Inovasi", "innovations", "whole", 75),
            Column("Status", "status", width=90),
            Column("Dasar tahun", "year_basis", width=120),
            Column("Dipakai", "used", "flag", 75),
            Column("Klaim", "claim_id", width=90),
            Column("Catatan", "note", width=260),
            *SOURCE,
        ),
    ),
    "facts": Table(
        "Angka daerah",
        "explore_facts",
        (
            REGENCY,
            Column("Angka", "fact_name", width=230),
            YEAR,
            Column("Nilai", "value", "figure", 130),
            Column("Satuan", "unit", width=150),
            Column("Status", "status", width=90),
            Column("Catatan", "note", width=220),
            *SOURCE,
        ),
    ),
    "replications": Table(
        "Replikasi",
        "explore_replications",
        (
            Column("Penerima", "receiver", width=180),
            Column("Asal", "origin", width=180),
            Column("Inovasi", "innovation", width=200),
            YEAR,
            Column("Waktu tercetak", "year_as_printed", width=120),
            Column("Apa", "what", width=260),
            Column("Status", "status", width=120),
            Column("Keyakinan", "confidence", width=95),
            Column("Catatan", "note", width=260),
            *SOURCE,
        ),
        (*OF_GOVERNMENT, "sectors"),
        opens="innovation_id",
    ),
}
SHOWN: dict[str, Callable[[object], str]] = {
    "text": lambda value: words.DASH if words.missing(value) else str(value),
    "flag": lambda value: "ya" if value else "tidak",
    "whole": words.whole,
    "year": words.year,
    "decimal": words.brief,
    "figure": lambda value: words.brief(value, 3),
}


def shown(rows: pd.DataFrame, table: Table) -> pd.DataFrame:
    """The columns under their headings, in the order of the table, values as they are."""
    return pd.DataFrame({one.heading: rows[one.source] for one in table.columns})


def cleaned(rows: pd.DataFrame, table: Table) -> pd.DataFrame:
    """As `shown`, for a browser: only web addresses in a column of links."""
    links = [one.heading for one in table.columns if one.kind == "link"]
    told = shown(rows, table)
    return told.assign(
        **{one: [words.web_address(url) or None for url in told[one]] for one in links}
    )


def formats(table: Table) -> dict[str, Callable[[object], str]]:
    """How each column reads, decimal commas and dashes, for a pandas Styler."""
    return {one.heading: SHOWN[one.kind] for one in table.columns if one.kind in SHOWN}


def widths(table: Table) -> dict[str, Any]:
    """The configuration of the columns on the screen; the first stays in view."""
    return {
        one.heading: st.column_config.LinkColumn(
            one.heading, width=one.width, display_text="Buka sumber"
        )
        if one.kind == "link"
        else st.column_config.Column(one.heading, width=one.width, pinned=one is table.columns[0])
        for one in table.columns
    }
