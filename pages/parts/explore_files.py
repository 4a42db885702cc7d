"""The rows of Jelajah to take away: all that pass, as on screen, with a line to cite them by."""

import datetime
import io
from collections.abc import Callable
from functools import partial
from typing import Any
from urllib.parse import urlencode

import duckdb
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import streamlit as st

import queries
from pages.parts import access, documents, explore_columns, fresh_files, words
from pages.parts import explore_sentences as sentences
from pages.parts.explore_choices import Chosen
from pages.parts.explore_columns import Table

MOST_XLSX = 50_000  # rows: what a spreadsheet opens, and is written in some ten seconds
PARQUET = "application/vnd.apache.parquet"


def buttons(
    view: access.View, chosen: Chosen, table: Table, given: dict[str, Any], total: int
) -> None:
    """CSV, XLSX and Parquet of all rows that pass.

    They are made when asked for, outside of the session: all they need is gathered here.
    """
    about = access.ask("about").iloc[0]
    cite = citation(table, chosen, about, total, address())
    db = access.opened(view.dataset)
    rows = partial(every, db, table, given)
    name = f"jelajah-{table.question.removeprefix('explore_').replace('_', '-')}"
    makers: dict[str, tuple[str, Callable[[], bytes]]] = {
        "CSV": ("text/csv", lambda: csv(rows(), cite)),
        "XLSX": (documents.XLSX, lambda: workbook(rows(), cite, table.label, about)),
        "Parquet": (PARQUET, lambda: parquet(rows(), cite, about)),
    }
    with st.container(horizontal=True, width="content", gap="small"):
        for label, (mime, make) in makers.items():
            if label != "XLSX" or total <= MOST_XLSX:
                fresh_files.button(label, f"{name}.{label.lower()}", mime, make)
    st.caption(
        f"Berkas memuat semua {words.whole(total)} baris yang lolos, dengan kolom dan urutan yang "
        "sama, dan baris kutipan."
        + (f" XLSX sampai {words.whole(MOST_XLSX)} baris." if total > MOST_XLSX else "")
    )


def every(db: duckdb.DuckDBPyConnection, table: Table, given: dict[str, Any]) -> pd.DataFrame:
    """All rows under the headings of the screen."""
    return explore_columns.shown(queries.ask(db, table.question, **given, most=None, skip=0), table)


def address() -> str:
    """The page as it stands, to come back to."""
    asked = [(key, value) for key in st.query_params for value in st.query_params.get_all(key)]
    page = (st.context.url or "/explore").split("?")[0]
    return f"{page}?{urlencode(asked)}" if asked else page


def citation(table: Table, chosen: Chosen, about: pd.Series, total: int, link: str) -> str:
    """What to write beside a figure taken from the file."""
    today = words.date(datetime.date.today())
    return (
        f"Inovasi Banua, {documents.dataset_line(about)}; tabel {table.label}, "
        f"{words.whole(total)} baris; {sentences.filters(chosen)}; sumber tiap baris pada kolom "
        f"Penerbit; berkas {about['name']}-{about['fingerprint']}; diunduh {today}; {link}"
    )


def csv(table: pd.DataFrame, cite: str) -> bytes:
    """As `documents.csv`, the citation on the first line after a "#"."""
    quoted = '"# ' + cite.replace('"', '""') + '"\r\n'
    mark = "\ufeff".encode()
    return mark + quoted.encode() + documents.csv(table).removeprefix(mark)


def workbook(table: pd.DataFrame, cite: str, label: str, about: pd.Series) -> bytes:
    return documents.workbook(table, f"Jelajah: {label}", about, (f"Kutipan: {cite}",))


def parquet(table: pd.DataFrame, cite: str, about: pd.Series) -> bytes:
    """Values as they are; the citation is metadata of the schema."""
    arrow = pa.Table.from_pandas(table, preserve_index=False)
    told = {
        "citation": cite,
        "dataset": documents.dataset_line(about),
        "fingerprint": str(about["fingerprint"]),
    }
    content = io.BytesIO()
    pq.write_table(arrow.replace_schema_metadata(told), content, compression="zstd")
    return content.getvalue()
