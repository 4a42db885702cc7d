"""Published cooperations beside one's own: examples to read, never to write."""

from functools import lru_cache, partial
from pathlib import Path

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.parts import access, desk, files_in_view, origins, tables, words

# How far a published report says a cooperation came.
REACHED = {
    "kunjungan": 1,
    "studi tiru": 1,
    "rencana": 1,
    "nota kesepahaman": 2,
    "komitmen": 2,
    "direplikasi": 9,
}


def rows(view: access.View) -> pd.DataFrame:
    """Published cooperations as rows of the board; one's own development is none."""
    return remembered(files_in_view.of(view.dataset), view.code).copy()


@lru_cache(maxsize=64)
def remembered(file: Path | None, code: str) -> pd.DataFrame:
    """Of a built file, which never changes: 15 ms of the board at every click."""
    ask = partial(access.remembered, file)
    found = ask("replications", {"code": code})
    found = found[found["status"].isin(list(REACHED))]
    names = ask("regencies", {}).set_index("code")["name"]
    sectors = ask("copyable", {"code": ""}).set_index("innovation_id")["sector_id"]  # of all
    return found.assign(
        record_id=desk.EXAMPLE + found["replication_id"],
        place=found["status"].map(REACHED),
        innovation=found["innovation"].fillna(found["what"]),
        sector_id=found["innovation_id"].map(sectors),
        giver_code=found["origin_code"],
        giver=found["origin_code"].map(names).fillna(found["origin"]),
        receiver=found["receiver_code"].map(names).fillna(found["receiver"]),
        as_printed=found["receiver"] + " ← " + found["origin"],
    )


def show(view: access.View, record_id: str, headline: DeltaGenerator) -> bool:
    """One published cooperation, read-only; False where there is none of that name."""
    found = rows(view)
    found = found[found["record_id"] == record_id]
    for row in found.to_dict("records"):
        headline.title(words.text(f"{row['receiver']} ← {row['giver']}"), anchor=False)
        st.info(
            f"Contoh dari {origins.on_record(view.dataset)}: hanya dapat dibaca. Untuk "
            "mengerjakan replikasi serupa, mulai catatan baru.",
            icon=":material/visibility:",
        )
        with st.container(border=True):
            st.header(words.text(row["innovation"]), anchor=False)
            tables.show(told(row), "Rincian kerja sama terbit")
            tables.source(
                words.publisher(row["publisher"]) if not view.simulated else origins.MADE_UP,
                "tanggal seperti tercetak di sumber",
            )
    return not found.empty


def told(row: dict) -> pd.DataFrame:
    steps = desk.cooperation_steps().set_index("place")["name"]
    pairs = {
        "Para pihak menurut sumber": words.text(row["as_printed"]),
        "Tahap yang terdokumentasi": words.text(steps[row["place"]]),
        "Yang dilakukan": words.text(row["what"]),
        "Bentuk": words.text(row["status"]),
        "Waktu": words.text(row["year_as_printed"]),
        "Keyakinan penyusun": words.text(row["confidence"], "belum dinilai"),
        "Catatan": words.text(row["note"]),
        "Sumber": words.link(row["publisher"], row["url"]),
    }
    return pd.DataFrame({"Hal": list(pairs), "Isi": list(pairs.values())})
