"""The tab "Tawaran kita": own innovations that others need, and what giving them brings."""

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.parts import access, documents, downloads, offer_rows, origins, shortlist, tables, words
from queries import replication_gain

A_PAGE = 10
RULE = (
    "Dibutuhkan berarti: menjadi kandidat bagi daerah lain (yang lebih lemah menurut data, atau "
    "siapa pun bila berpenghargaan nasional) dan masuk {top} teratas di daftarnya, dengan bobot "
    "bawaan. Urut menurut banyaknya daerah itu, lalu skor."
)
NOTES = (
    "Tidak tercatat di sumber terbuka bukan berarti tidak ada.",
    "Parameter Replikasi 1, 2, 3 berarti ditiru 1, 2, 3 daerah berbeda; lebih tidak menambah.",
)


def draw(view: access.View, headline: DeltaGenerator) -> None:
    asked = access.ask("offers", code=view.code)
    listed, needed = wanted(asked)
    rows = offered(listed, access.ask("replication_row", code=view.code))
    headline.title(title(rows, view, needed), anchor=False)
    with st.container(border=True):
        st.header("Apa yang bisa kita tawarkan", anchor=False)
        if needed:
            st.markdown(RULE.format(top=shortlist.TOP))
        else:
            st.info(nothing(view, rows), icon=":material/info:")
        if len(rows):
            st.markdown(replications(rows, view))
            key = f"offers-{view.dataset}-{view.code}"  # every list has its own page
            tables.show(
                offer_rows.table(page(rows, key)),
                "Inovasi sendiri, daerah yang membutuhkan, Replikasi",
            )
            if page_count(rows) > 1:
                st.pagination(page_count(rows), key=key)
        take_away(asked, rows, view)
        tables.source(
            origins.on_record(view.simulated), "Replikasi: " + origins.reported(view.simulated)
        )


def wanted(asked: pd.DataFrame) -> tuple[pd.DataFrame, bool]:
    """The rows of `offers.sql` among somebody's first; where there is none, the nearest to that.

    Returns:
        The rows, and whether they are needed.
    """
    needed = asked[asked["place"] <= shortlist.TOP]
    return (asked.sort_values("place").head(A_PAGE), False) if needed.empty else (needed, True)


def offered(asked: pd.DataFrame, own: pd.DataFrame) -> pd.DataFrame:
    """One row per own innovation that is offered, most wanted first.

    Args:
        asked: rows of `offers.sql` to show; own: rows of `replication_row.sql`.

    Returns:
        The rows of `replication_gain.with_gain` with sector, learners (for how many it is
        shown), score (the best of them) and whom (the first of them in words).
    """
    asked = asked.sort_values(["place", "learner"])
    found = pd.DataFrame(
        [
            (one, rows["sector"].iloc[0], len(rows), rows["score"].max(), offer_rows.whom(rows))
            for one, rows in asked.groupby("innovation_id")
        ],
        columns=["innovation_id", "sector", "learners", "score", "whom"],
    )
    rows = replication_gain.with_gain(own)
    return rows.merge(found.astype({"innovation_id": "str"}), on="innovation_id").sort_values(
        ["learners", "score", "name"], ascending=[False, False, True], ignore_index=True
    )


def page_count(rows: pd.DataFrame) -> int:
    return max(1, -(-len(rows) // A_PAGE))


def page(rows: pd.DataFrame, key: str) -> pd.DataFrame:
    number = min(int(st.session_state.get(key, 1)), page_count(rows))
    return rows.iloc[(number - 1) * A_PAGE : number * A_PAGE]


def title(rows: pd.DataFrame, view: access.View, needed: bool) -> str:
    if not needed:
        return f"{view.name}: belum ada inovasi sendiri yang dibutuhkan daerah lain"
    first = rows.iloc[0]
    return (
        f"{view.name}: {words.whole(len(rows))} inovasi dibutuhkan daerah lain; terbanyak "
        f"{first['name']} ({words.whole(first['learners'])} daerah)"
    )


def nothing(view: access.View, rows: pd.DataFrame) -> str:
    """Why nothing is needed, and what comes nearest."""
    nearest = "" if rows.empty else "Di bawah ini yang urutannya paling dekat. "
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
            f"parameter SID per inovasi {view.name} tidak terbit."
        )
    open_rows = known[known["gain"] > 0]
    each = words.number(known["points_per_level"].max(), 3)
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
    """One row per innovation and government that needs it."""
    facts = rows[["innovation_id", "level", "regencies", "after", "gain"]]
    pairs = asked.merge(facts, on="innovation_id").sort_values(["name", "place"])
    return pd.DataFrame(
        {
            "Inovasi": pairs["name"],
            "Urusan": pairs["sector"],
            "Dibutuhkan oleh": pairs["learner"],
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
