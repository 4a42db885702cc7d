"""A long list a page at a time; going to a record and back keeps the page."""

import pandas as pd
import streamlit as st


def page(rows: pd.DataFrame, key: str, size: int) -> tuple[pd.DataFrame, int]:
    """The rows of the page in view, and how many stand before them."""
    chosen = st.session_state.get(key, 1)
    before = size * (min(int(chosen), page_count(rows, size)) - 1)
    return rows.iloc[before : before + size], before


def page_count(rows: pd.DataFrame, size: int) -> int:
    return max(1, -(-len(rows) // size))


def pages(rows: pd.DataFrame, key: str, size: int) -> None:
    """The control under the list, where it has more than one page.

    Args:
        key: another list has another one, and starts on its first page.
    """
    last = page_count(rows, size)
    if last > 1:
        st.pagination(last, key=key, persist_state="page")
