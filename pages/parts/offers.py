"""The tab "Tawaran kita": own innovations that others need, and what giving them brings."""

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.parts import (
    access,
    console_link,
    documents,
    downloads,
    glossary,
    offer_rows,
    origins,
    paging,
    scrolling,
    shortlist,
    tables,
    words,
)
from queries import replication_gain

A_PAGE = 10
NEEDED = "dibutuhkan"
NEAREST = "urutan terdekat"
RULE = (
    f"*Dibutuhkan* berarti: menjadi kandidat bagi daerah lain (yang lebih lemah menurut data, atau "
    f"siapa pun bila berpenghargaan nasional) dan masuk {shortlist.TOP} teratas di daftarnya, "
    f"dengan bobot bawaan; di bawah itu *{NEAREST}*. Urut menurut banyaknya daerah yang "
    "membutuhkan, lalu urutan terbaik."
)
NOTES = (
    RULE.replace("*", ""),
    "Tidak tercatat bukan berarti tidak ada.",
    "Parameter Replikasi 1, 2, 3 berarti ditiru 1, 2, 3 daerah berbeda; lebih tidak menambah.",
)


def draw(view: access.View, headline: DeltaGenerator) -> None:
    asked = with_need(access.ask("offers", code=view.code))
    rows = offered(asked, access.ask("replication_row", code=view.code))
    needed = rows[rows["learners"] > 0]
    headline.title(title(needed, view), anchor=False)
    with st.container(border=True):
        glossary.header("Apa yang bisa kita tawarkan", "replication")
        if needed.empty:
            st.info(nothing(view, rows), icon=":material/info:")
        else:
            st.markdown(RULE)
        if len(rows):
            listed(rows, asked, view)
        take_away(asked, rows, view)
        tables.source(
            origins.on_record(view.dataset),
            "Replikasi: " + origins.reported(view.dataset),
            [console_link.asked(one, code=view.code) for one in ("offers", "replication_row")],
        )


def listed(rows: pd.DataFrame, asked: pd.DataFrame, view: access.View) -> None:
    """All that is on somebody's list, a page at a time."""
    st.markdown(replications(rows, view))
    key = f"offers-{view.dataset}-{view.code}"  # every list has its own page
    shown, _ = paging.page(rows, key, A_PAGE)
    scrolling.table(
        offer_rows.table(shown, asked),
        "Inovasi sendiri, daerah yang membutuhkan, Replikasi",
        "offers",
        view.dark,
    )
    paging.pages(rows, key, A_PAGE)


def with_need(asked: pd.DataFrame) -> pd.DataFrame:
    """The rows of `offers.sql` with needed: whether it is among the first of that list."""
    return asked.assign(needed=asked["place"] <= shortlist.TOP)


def offered(asked: pd.DataFrame, own: pd.DataFrame) -> pd.DataFrame:
    """One row per own innovation that is on somebody's list, most needed first.

    Args:
        asked: rows of `with_need`; own: rows of `replication_row.sql`.

    Returns:
        The rows of `replication_gain.with_gain` with sector, learners (how many need it) and
        place (the best it has).
    """
    found = asked.groupby("innovation_id", as_index=False).agg(
        sector=("sector", "first"), learners=("needed", "sum"), place=("place", "min")
    )
    return (
        replication_gain.with_gain(own)
        .merge(found, on="innovation_id")
        .sort_values(["learners", "place", "name"], ascending=[False, True, True])
        .reset_index(drop=True)
    )


def title(needed: pd.DataFrame, view: access.View) -> str:
    if needed.empty:
        return f"{view.name}: belum ada inovasi sendiri yang dibutuhkan daerah lain"
    first = needed.iloc[0]
    return (
        f"{view.name}: {words.whole(len(needed))} inovasi dibutuhkan daerah lain; terbanyak "
        f"{first['name']} ({words.whole(first['learners'])} daerah)"
    )


def nothing(view: access.View, rows: pd.DataFrame) -> str:
    """Why nothing is needed, and what comes nearest."""
    nearest = "" if rows.empty else f"Di bawah ini yang masuk daftar, dengan {NEAREST}. "
    return (
        f"Belum ada inovasi {view.name} yang masuk {shortlist.TOP} teratas kandidat daerah lain. "
        f"{nearest}Yang diusulkan kepada sebuah daerah hanya inovasi dari daerah yang skor atau "
        "predikatnya lebih tinggi, atau yang berpenghargaan nasional. Lihat tab Siapa belajar "
        "dari siapa."
    )


def replications(rows: pd.DataFrame, view: access.View) -> str:
    """What a replication by others is worth for one's own index."""
    known = rows.dropna(subset="gain")
    if known.empty:
        return (
            "Nilai satu replikasi lagi bagi baris Replikasi (31) sendiri belum diketahui: "
            f"parameter SID per inovasi {view.name} tidak ada pada data ini."
        )
    open_rows = known[known["gain"] > 0]
    each = words.number(known["points_per_level"].max(), 4)
    late = int(rows["unclaimed"].sum())
    hint = (
        f" Pada {words.whole(late)} inovasi catatan menunjukkan lebih banyak daerah daripada "
        "parameternya: periksa buktinya dan laporkan."
        if late
        else ""
    )
    return (
        f"Tiap tingkat baris Replikasi (31) pada satu inovasi bernilai **{each} poin** indeks; "
        f"{words.whole(len(open_rows))} dari {words.whole(len(rows))} inovasi di daftar ini masih "
        f"dapat naik.{hint}"
    )


def take_away(asked: pd.DataFrame, rows: pd.DataFrame, view: access.View) -> None:
    downloads.buttons(
        view,
        "tawaran",
        f"Inovasi {view.full_name} yang dibutuhkan daerah lain",
        lambda about: to_take_away(asked, rows, about),
        NOTES,
        rows.empty,
    )


def to_take_away(asked: pd.DataFrame, rows: pd.DataFrame, about: pd.Series) -> pd.DataFrame:
    """One row per innovation and government that has it on its list, in the order of the page."""
    facts = rows[["innovation_id", "level", "regencies", "after", "gain"]].assign(
        order=range(len(rows))
    )
    pairs = asked.merge(facts, on="innovation_id").sort_values(["order", "place", "learner"])
    return pd.DataFrame(
        {
            "Inovasi": pairs["name"],
            "Urusan": pairs["sector"],
            "Daerah": pairs["learner"],
            "Kebutuhan": pairs["needed"].map({True: NEEDED, False: NEAREST}),
            "Tempat di daftarnya": pairs["place"],
            "Skor": pairs["score"].round(4),
            "Poin dipertaruhkan di sana": pairs["need_points"].round(4),
            "Replikasi sekarang": pairs["level"],
            "Daerah tercatat": pairs["regencies"],
            "Replikasi bila satu lagi": pairs["after"],
            "Poin sendiri bila satu lagi": pairs["gain"].round(4),
            "Data": documents.dataset_line(about),
        }
    ).reset_index(drop=True)
