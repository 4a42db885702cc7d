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
    with st.container(horizontal=True, width="content"):
        button("CSV", lambda about: documents.csv(table(about)), "text/csv", subject, view, empty)
        button(
            "XLSX",
            lambda about: documents.workbook(table(about), title, about, notes),
            documents.XLSX,
            subject,
            view,
            empty,
        )


def button(
    label: str,
    content: Callable[[pd.Series], bytes],
    mime: str,
    subject: str,
    view: access.View,
    empty: bool,
) -> None:
    """One button.

    Args:
        content: makes the file, given the row of `about.sql`. It is called when the button is
            pressed, after the page's run: it must not ask the database or the session.
    """
    about = access.ask("about").iloc[0]
    st.download_button(
        label,
        lambda: content(about),
        f"{subject}-{view.name.lower().replace(' ', '-')}.{label.lower()}",
        mime,
        icon=":material/download:",
        on_click="ignore",
        disabled=empty,
    )
