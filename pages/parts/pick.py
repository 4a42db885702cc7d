"""A choice of one thing from a list, in the words of the house."""

from collections.abc import Hashable
from typing import TypeVar

import streamlit as st

Value = TypeVar("Value", bound=Hashable)


def one(
    label: str,
    options: dict[Value, str],
    key: str,
    kept: bool = True,
    first: Value | None = None,
    help: str | None = None,
) -> Value:
    """The value chosen in a drop-down.

    Args:
        options: what each value is called. None is no value: Streamlit would offer to clear the
            control, in English; `words.ANY` stands for "all".
        kept: whether the address carries the choice.
        first: chosen at first, if it is among the options; else the first of them.
    """
    values = list(options)
    return st.selectbox(
        label,
        values,
        index=values.index(first) if first in options else 0,
        format_func=options.__getitem__,
        key=key,
        bind="query-params" if kept else None,
        placeholder="Pilih satu",
        help=help,
    )
