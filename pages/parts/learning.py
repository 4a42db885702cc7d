"""The tab "Siapa belajar dari siapa": the matrix of the province, clickable, and as a table."""

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.parts import (
    access,
    documents,
    downloads,
    frame,
    gap_tables,
    origins,
    pick,
    plotting,
    scrolling,
    shortlist,
    tables,
    words,
)
from pages.parts.colours import palette
from pages.parts.console_link import asked
from pages.parts.learning_matrix import BETWEEN, MARGIN, ROW, ends, lines, matrix

LIST = "Kandidat"  # the tab that a click opens
LEARNER, GIVER = "matrix_learner", "matrix_giver"  # controls that do what a click does
FILTERS: dict[str, str | int | list[str]] = {  # of the list, narrowing nothing down
    "sector": words.ANY, "scope": "kuat", "theme": [], "award": [], "digital": "semua",
    shortlist.PAGE: 1,
}  # fmt: skip
LEGEND = (
    "Baris belajar, kolom memberi. Angka tebal: banyaknya kandidat; di bawahnya dan warnanya: "
    "rata-rata skor lima teratas ({faint}: {low} ke bawah; {deep}: {high}). Baris dan kolom {name} "
    "bergaris tepi; titik berarti tidak ada. Klik sebuah kotak untuk membuka kandidatnya, atau "
    "pilih keduanya di atas grafik."
)
BASIS = "bobot bawaan, tahun terakhir; hanya dari yang lebih kuat atau berpenghargaan nasional"


def draw(view: access.View, headline: DeltaGenerator) -> None:
    rows = access.ask("learning")
    headline.title(title(rows, view), anchor=False)
    told = finding(rows, view)
    with st.container(border=True):
        st.header("Matriks belajar 13 daerah", anchor=False)
        st.markdown(told)
        if rows["candidates"].any():
            by_name(rows, view)
            names = lines(rows, view.code)
            scrolling.chart_hint(len(names), "learning", ROW, MARGIN, view.dark)
            place = st.container(key="scroll_learning")
            gap_tables.folded("Tabel: kandidat dan nilainya", "learning_table", table, rows, view)
            with place:
                drawn = matrix(rows, view.code, palette(view.dark))
                signs, behind = legend(rows, view), [asked("learning")]
                plotting.plot(drawn, "learning", told, open_list, legend=signs, asked=behind)
                scrolling.names(names, "learning")
        take_away(rows, view)
        tables.source(origins.on_record(view.dataset), BASIS)


def open_list(pair: str) -> None:
    """Show what one government can copy from another: all of it, as the cell counted."""
    learner, giver = pair.split(BETWEEN)
    names = access.ask_first("regencies").set_index("code")["name"]
    own = {} if learner == frame.HOME else {"regency": str(names[learner])}
    pick.at_once(
        FILTERS | {"origin": [giver], "regency": learner, "look": LIST},
        own | {"origin": [str(names[giver])]},
    )


def by_name(rows: pd.DataFrame, view: access.View) -> None:
    """What a click on a cell does, for a keyboard or a finger: learner, giver, open."""
    known = rows[rows["candidates"] > 0]
    learners = known.drop_duplicates("code").set_index("code")["name"].sort_values()
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        learner = pick.one("Yang belajar", learners.to_dict(), LEARNER, kept=False, first=view.code)
        givers = known[known["code"] == learner].sort_values("candidates", ascending=False)
        told = {
            row["origin_code"]: f"{row['origin']} ({words.whole(row['candidates'])} kandidat)"
            for row in givers.to_dict("records")
        }
        giver = pick.one("Dari", told, f"{GIVER}_{learner}", kept=False)
        st.button(
            "Buka kandidatnya",
            icon=":material/arrow_forward:",
            key="matrix_open",
            on_click=open_list,
            args=(f"{learner}{BETWEEN}{giver}",),
        )


def own(rows: pd.DataFrame, side: str, code: str) -> pd.DataFrame:
    """The pairs in which a government learns ("code") or gives ("origin_code"), most first."""
    return rows[(rows[side] == code) & (rows["candidates"] > 0)].sort_values(
        ["candidates", "value"], ascending=False
    )


def title(rows: pd.DataFrame, view: access.View) -> str:
    learns = own(rows, "code", view.code)
    if learns.empty:
        return f"{view.name}: menurut data ini belum ada daerah yang dapat ditiru"
    most = learns.iloc[0]
    return (
        f"{view.name} dapat belajar dari {words.whole(len(learns))} daerah, terbanyak dari "
        f"{most['origin']} ({words.whole(most['candidates'])} kandidat)"
    )


def finding(rows: pd.DataFrame, view: access.View) -> str:
    """Who gives most in the province, who teaches best here, and who can learn from here."""
    known = rows[rows["candidates"] > 0]
    if known.empty:
        return "Belum ada pasangan daerah yang satu dapat belajar dari yang lain menurut data ini."
    gives = known.groupby("origin")["candidates"].agg(["sum", "count"]).sort_values("sum")
    told = [
        f"**{words.text(gives.index[-1])}** paling banyak dapat ditiru: "
        f"{words.whole(gives['sum'].iloc[-1])} kali menjadi kandidat, bagi "
        f"{words.whole(gives['count'].iloc[-1])} daerah."
    ]
    learns = own(rows, "code", view.code)
    if len(learns):
        best = learns.sort_values("value").iloc[-1]
        told.append(
            f"Bagi {view.name} yang paling bernilai dari **{words.text(best['origin'])}** "
            f"(lima teratas rata-rata {words.number(best['value'])})."
        )
    teaches = len(own(rows, "origin_code", view.code))
    learners = f"{words.whole(teaches)} daerah" if teaches else "belum ada daerah yang"
    told.append(f"Sebaliknya, {learners} dapat belajar dari {view.name}.")
    return " ".join(told)


def legend(rows: pd.DataFrame, view: access.View) -> str:
    low, high = ends(rows.loc[rows["candidates"] > 0, "value"])
    faint, deep = ("redup", "terang") if view.dark else ("muda", "tua")
    return LEGEND.format(
        low=words.number(low),
        high=words.number(high),
        faint=faint,
        deep=deep,
        name=view.name,
    )


def table(rows: pd.DataFrame, view: access.View) -> None:
    """The twin: learners downwards, givers across, "12 (0,71)" in a cell."""
    told = rows.assign(
        told=[
            f"{words.whole(count)} ({words.number(value)})" if count else words.DASH
            for count, value in zip(rows["candidates"], rows["value"], strict=True)
        ]
    )
    names = rows.drop_duplicates("code").sort_values("code")["short_name"].tolist()
    wide = told.pivot(index="short_name", columns="origin_short", values="told")
    wide = wide.reindex(index=names, columns=names).fillna(words.DASH)
    scrolling.table(
        wide.reset_index(names="Belajar ↓ dari →"),
        "Kandidat dan nilainya, daerah oleh daerah",
        "learning_twin",
        view.dark,
    )


def take_away(rows: pd.DataFrame, view: access.View) -> None:
    downloads.buttons(
        view,
        "belajar",
        "Siapa dapat belajar dari siapa",
        lambda about: to_take_away(rows, about),
        documents.SHORTLIST_NOTES,
        not rows["candidates"].any(),
    )


def to_take_away(rows: pd.DataFrame, about: pd.Series) -> pd.DataFrame:
    known = rows[rows["candidates"] > 0].reset_index(drop=True)
    return pd.DataFrame(
        {
            "Belajar": known["name"],
            "Dari": known["origin"],
            "Kandidat": known["candidates"],
            "Nilai lima teratas": known["value"].round(4),
            "Teratas": known["best"],
            "Data": documents.dataset_line(about),
        }
    )
