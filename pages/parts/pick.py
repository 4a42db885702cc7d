"""A choice of one thing from a list, in the words of the house."""

from collections.abc import Hashable
from typing import Any, TypeVar

import pandas as pd
import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

Value = TypeVar("Value", bound=Hashable)


def one(
    label: str,
    options: dict[Value, str],
    key: str,
    kept: bool = True,
    first: Value | None = None,
    help: str | None = None,
    persisted: bool = False,
) -> Value:
    """The value chosen in a drop-down.

    Args:
        options: what each value is called. None is no value: Streamlit would offer to clear the
            control, in English; `words.ANY` stands for "all".
        kept: whether the address carries the choice.
        persisted: whether the session keeps the choice while the control is not drawn.
        first: chosen at first, if it is among the options; else the first of them.
    """
    values = list(options)
    start = values.index(first) if first in options else 0
    if kept:
        keep_in_address(key, values, start)
    return st.selectbox(
        label,
        values,
        index=start,
        format_func=options.__getitem__,
        key=key,
        bind="query-params" if kept else None,
        placeholder="Pilih satu",
        help=help,
        persist_state="session" if persisted else None,
    )


def keep_in_address(key: str, values: list, start: int) -> None:
    """Write a choice into an address that lost it, by setting the control to what it shows.

    Streamlit 1.67 keeps on a change of page only what stands in the browser already: a click made
    before that opens the other page with the same choices and an address without them.
    """
    chosen = st.session_state.get(key, values[start])
    if chosen in values and chosen != values[start] and key not in st.query_params:
        st.session_state[key] = chosen


def at_once(values: dict[str, Any], address: dict[str, str | list[str]]) -> None:
    """Set several controls from a callback, as one step of the browser's history.

    Streamlit 1.67 writes a new address, so a step back, for each control a callback set: views
    that nobody chose lay in between. What stands in its copy of the address already it does not
    write again; so all but one are put there first, and that one writes them all.

    Args:
        values: what each control is set to, by key.
        address: how a value reads there; a key left out is at its usual value, which is not told.
    """
    st.session_state.update(values)
    context = get_script_run_ctx()
    if context is None:
        return
    with context.session_state.query_params() as held:
        new = [key for key in values if held.get_all(key) != pieces(address.get(key, []))]
        for key in new[:-1]:
            held.discard_param_no_forward_msg(key)
            if key in address:
                held.set_with_no_forward_msg(key, address[key])


def pieces(told: str | list[str]) -> list[str]:
    return [told] if isinstance(told, str) else told


def distinct(names: pd.Series) -> dict[str, str]:
    """Names by id; a name that comes again gets its number, for a control knows only names."""
    again = names.groupby(names).cumcount()
    return {
        key: name if not count else f"{name} ({count + 1})"
        for key, name, count in zip(names.index, names, again, strict=True)
    }
