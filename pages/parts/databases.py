"""The built files this server has open, one connection for all sessions."""

import logging
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import streamlit as st

import queries


@st.cache_resource(show_spinner=False, max_entries=6)
def opened(file: str) -> duckdb.DuckDBPyConnection:
    return queries.connect(Path(file))


def ask(file: str, question: str, given: dict[str, Any]) -> pd.DataFrame:
    """One question; where DuckDB gave the database up by an error of its own, to the file anew.

    Such an error leaves every connection to a database useless (DuckDB's issue 22846).
    """
    try:
        return queries.ask(opened(file), question, **given)
    except (duckdb.InternalException, duckdb.FatalException):
        logging.getLogger(__name__).exception("DuckDB gave up %s; it is opened anew", file)
    opened.clear(file)  # outside of the handler, whose traceback holds the old connection
    return queries.ask(opened(file), question, **given)
