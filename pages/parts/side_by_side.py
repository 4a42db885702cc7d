"""The tab "Bandingkan": up to three candidates side by side."""

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.parts import (
    access,
    compared,
    documents,
    downloads,
    glossary,
    origins,
    pick,
    scrolling,
    shortlist,
    tables,
    words,
)
from pages.parts import side_by_side_files as files
from pages.parts import side_by_side_rows as lines
from pages.parts import side_by_side_sentences as sentences
from pages.parts import weights as weighing
from pages.parts.colours import palette
from pages.parts.console_link import asked
from pages.parts.parts_chart import parts_chart
from pages.parts.plotting import plot

OFFERED = 50  # of the list, in the control that adds one
ADD = "compare_add"


def draw(
    view: access.View, ranked: pd.DataFrame, weights: dict[str, float], headline: DeltaGenerator
) -> None:
    """Everything of the tab.

    Args:
        ranked: rows of `shortlist.ranked`; what the address names is looked up here.
    """
    rows, unknown = found(ranked)
    adding(ranked, rows)
    if unknown:
        st.warning(sentences.skipped(unknown), icon=":material/link_off:")
    if rows.empty:
        headline.title(sentences.none_yet(view.name), anchor=False)
        st.info(sentences.HOW, icon=":material/compare:")
        return
    headline.title(sentences.title(rows, view.name), anchor=False)
    tabled(rows, view, weights)


def tabled(rows: pd.DataFrame, view: access.View, weights: dict[str, float]) -> None:
    """The facts, the levels, the parts as a chart, and all of it as a file."""
    facts, known = lines.facts(rows, weights), lines.levels(rows, view)
    with st.container(border=True):
        glossary.header("Ringkas", "candidate_score", "copied")
        scrolling.table(
            lines.told(facts, rows),
            "Skor, bagian, poin, bukti, dan kontak tiap kandidat",
            "facts",
            view.dark,
        )
        st.caption(lines.ASSUMED)
    left, right = st.columns([1.7, 1], gap="small")
    with left.container(border=True):
        levels(lines.levels_told(known, rows["label"].tolist(), view.short_name), view)
    with right.container(border=True):
        glossary.header("Bagian skor", "need", "proof", "fit", "ease", "alive")
        told = sentences.parts(rows)
        st.markdown(told)
        drawn = parts_chart(rows, palette(view.dark))
        plot(drawn, "compared_parts", told, asked=shortlist.behind(view))
    take_away(rows, facts, known, weights, view)
    innovations = sorted(rows["innovation_id"])
    tables.source(
        f"{origins.on_record(view.dataset)}, {tables.publishers(rows)}",
        asked=[asked("levels_of", innovations=innovations)],
    )


def found(ranked: pd.DataFrame) -> tuple[pd.DataFrame, list[str]]:
    """The candidates that the address names, in its order, and the pieces that name none."""
    ids = compared.known(ranked["innovation_id"])
    rows = ranked.set_index("innovation_id", drop=False).loc[ids].reset_index(drop=True)
    labels = [f"{place}. {name}" for place, name in enumerate(rows["name"], start=1)]
    return rows.assign(label=labels), [one for one in compared.pieces() if one not in ids]


def adding(ranked: pd.DataFrame, rows: pd.DataFrame) -> None:
    """Add one by its name, take one out again."""
    ids = rows["innovation_id"].tolist()
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        if len(ids) < compared.MOST:
            picked = pick.one("Tambah kandidat", options(ranked, ids), ADD, kept=False)
            st.button(
                "Tambahkan",
                icon=":material/add:",
                disabled=not picked,
                on_click=compared.put,
                args=([*ids, picked],),
            )
        for row in rows.to_dict("records"):
            st.button(
                f"Keluarkan {words.escape(row['label'])}",
                icon=":material/close:",
                key=f"out_{row['innovation_id']}",
                on_click=compared.put,
                args=([one for one in ids if one != row["innovation_id"]],),
            )


def options(ranked: pd.DataFrame, ids: list[str]) -> dict[str, str]:
    """The first of the list that are not chosen yet, by their names."""
    best = ranked["admitted"] & ranked["duplicate_of"].isna()
    free = ranked[best & ~ranked["innovation_id"].isin(ids)].head(OFFERED)
    named = free["name"] + " (" + free["origin"] + ")"
    return {words.ANY: "Pilih dari 50 teratas"} | dict(
        zip(free["innovation_id"], named, strict=True)
    )


def levels(table: pd.DataFrame, view: access.View) -> None:
    glossary.header("Parameter dan dokumen tiap baris", "level", "row")
    if table.empty:
        st.markdown(sentences.NO_LEVELS)
        return
    st.markdown(sentences.levels(view.name))
    scrolling.table(
        table, "Parameter tiap baris SID dan dokumen buktinya", "compared_levels", view.dark
    )


def take_away(
    rows: pd.DataFrame,
    facts: pd.DataFrame,
    levels: pd.DataFrame,
    weights: dict[str, float],
    view: access.View,
) -> None:
    """Both tables as a file, given with `lines.facts` and `lines.levels`."""
    downloads.buttons(
        view,
        "banding",
        f"Kandidat replikasi untuk {view.full_name}, berdampingan",
        lambda about: files.to_take_away(
            facts, rows, levels, view.short_name, documents.dataset_line(about)
        ),
        (*documents.SHORTLIST_NOTES, f"Bobot: {weighing.written(weights)}.", lines.ASSUMED),
        rows.empty,
    )
