"""The answer to take away: all rows shown or not, each with where it comes from."""

import io

import pandas as pd
import pyarrow as pa
import pyarrow.parquet
import streamlit as st

from pages.parts import access, console_cells, documents, words

CITED = "kutipan"
PARQUET = "application/vnd.apache.parquet"
NOTES = (
    "Hasil SQL milik pengguna atas data ini; bukan angka resmi dan tidak diperiksa.",
    "Kolom kutipan menyebut pertanyaan, dataset, dan tanggalnya pada setiap baris.",
)


def citation(question: str, about: pd.Series) -> str:
    """Question, dataset and date in one line; a made-up round says so first."""
    where = f"{about['label']}, {documents.dated(about)}"
    said = f"{question}. {where}, berkas {about['name']}-{about['fingerprint']}. Inovasi Banua."
    return f"{words.SIMULATED}. {said}" if about["simulated"] else said


def asked_for(sql: str, question: str) -> str:
    """What is asked, in words: the first line of the statement if that is a comment."""
    first = sql.strip().split("\n")[0]
    if first.startswith("--"):
        return console_cells.cut(first.lstrip("- ").strip().rstrip("?."), 200)
    return question or "SQL sendiri: " + console_cells.cut(" ".join(sql.split()), 160)


def buttons(table: pa.Table, question: str) -> None:
    """CSV, XLSX and Parquet, made when pressed."""
    about = access.ask("about").iloc[0]
    cited = citation(question, about)
    files = {
        "CSV": (lambda: csv(table, cited), "text/csv"),
        "XLSX": (lambda: workbook(table, cited, about), documents.XLSX),
        "Parquet": (lambda: parquet(table, cited), PARQUET),
    }
    with st.container(horizontal=True, width="content", gap="small"):
        for label, (make, mime) in files.items():
            st.download_button(
                label,
                make,
                f"sql-{about['name']}.{label.lower()}",
                mime,
                icon=":material/download:",
                on_click="ignore",
                key=f"console_{label}",
            )


def cited_rows(table: pa.Table, cited: str) -> pd.DataFrame:
    """The rows with a last column that says where they come from."""
    rows = console_cells.filed(table)
    name = CITED if CITED not in rows else f"{CITED}_sumber"
    return rows.assign(**{name: cited})


def csv(table: pa.Table, cited: str) -> bytes:
    rows = cited_rows(table, cited)
    return documents.csv(rows.rename(columns=documents.harmless))


def workbook(table: pa.Table, cited: str, about: pd.Series) -> bytes:
    return documents.workbook(cited_rows(table, cited), cited, about, NOTES)


def parquet(table: pa.Table, cited: str) -> bytes:
    """Types as DuckDB gave them; the citation in a column and in the file's own description."""
    named = table.rename_columns(console_cells.columns(table))
    name = CITED if CITED not in named.column_names else f"{CITED}_sumber"
    whole = named.append_column(name, pa.array([cited] * named.num_rows, pa.string()))
    kept = {**(whole.schema.metadata or {}), b"citation": cited.encode()}
    content = io.BytesIO()
    pyarrow.parquet.write_table(whole.replace_schema_metadata(kept), content)
    return content.getvalue()
