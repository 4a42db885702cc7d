"""A long list a page at a time; going to a record and back keeps the page."""

from collections.abc import Hashable

import pandas as pd
import streamlit as st


def page(rows: pd.DataFrame, key: str, size: int) -> tuple[pd.DataFrame, int]:
    """The rows of the page in view, and how many stand before them."""
    chosen = st.session_state.get(key, 1)
    before = size * (min(int(chosen), page_count(len(rows), size)) - 1)
    return rows.iloc[before : before + size], before


def page_count(total: int, size: int) -> int:
    return max(1, -(-total // size))


def pages(rows: pd.DataFrame, key: str, size: int) -> None:
    """The control under the list, where it has more than one page.

    Args:
        key: another list has another one, and starts on its first page.
    """
    control(page_count(len(rows), size), key)


def control(last: int, key: str) -> None:
    """Draw it, kept as long as one stays on the page of the app."""
    if last > 1:
        st.pagination(last, key=key, persist_state="page")


def in_address(total: int, size: int, listed: Hashable, key: str) -> int:
    """The control of a list whose page stands in the address; the number of the page in view.

    Args:
        total: rows of the list; size: of a page.
        listed: what the list holds; another list starts on its first page.
    """
    another_list(listed, key)
    last = page_count(total, size)
    return st.pagination(last, key=key, bind="query-params") if last > 1 else 1


def another_list(listed: Hashable, key: str) -> None:
    """Start another list on its first page, unless the address changed its page along with it:
    then somebody went back, or followed a link."""
    asked = st.query_params.get(key)
    held, before = st.session_state.get(f"{key}_of", (listed, asked))
    if held != listed and before == asked:
        st.session_state[key] = 1
        asked = None
    st.session_state[f"{key}_of"] = (listed, asked)
