"""A table to take away, as CSV and XLSX, made when asked for."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from pages.parts import access, documents


def buttons(
    view: access.View,
    subject: str,
    title: str,
    table: Callable[[pd.Series], pd.DataFrame],
    notes: tuple[str, ...],
    empty: bool,
) -> None:
    """The two buttons.

    Args:
        subject: the first word of the file's name; the government follows.
        title: stands on top of the sheet that says where the rows come from.
        table: makes the rows, given the row of `about.sql`.
        notes: what a reader of the file must know.
        empty: whether there is nothing to take.
    """
    about = access.ask("about").iloc[0]
    with st.container(horizontal=True):
        button("CSV", lambda: documents.csv(table(about)), "text/csv", subject, view, empty)
        button(
            "XLSX",
            lambda: documents.workbook(table(about), title, about, notes),
            documents.XLSX,
            subject,
            view,
            empty,
        )


def button(
    label: str,
    content: Callable[[], bytes],
    mime: str,
    subject: str,
    view: access.View,
    empty: bool,
) -> None:
    st.download_button(
        label,
        content,
        f"{subject}-{view.name.lower().replace(' ', '-')}.{label.lower()}",
        mime,
        icon=":material/download:",
        on_click="ignore",
        disabled=empty,
    )
