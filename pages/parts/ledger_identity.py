"""Whose cooperation it is, and what it copies: the fields, and how they complete each other."""

import pandas as pd
import streamlit as st

from pages.parts import access, ledger_fields, pick, words
from pages.parts import ledger_sentences as sentences
from pages.parts.desk import Opened
from pages.parts.ledger_fields import Field, Typed
from queries.ledger import plain

OUTSIDE = "Di luar Kalimantan Selatan, atau tidak ada"
ELSEWHERE = "bila di luar Kalimantan Selatan"
UNLISTED = "Tidak ada di daftar"


def copied(innovation_id: str) -> dict[str, str]:
    """What a new record knows that begins with an innovation; nothing of one that is not there."""
    found = access.ask("copyable", code="").set_index("innovation_id")
    if innovation_id not in found.index:
        return {}
    row = found.loc[innovation_id]
    known = {"innovation_id": innovation_id, "innovation": row["name"], "giver_code": row["code"]}
    return known if words.missing(row["sector_id"]) else known | {"sector_id": row["sector_id"]}


def fields(held: Opened, first_giver: str = words.ANY) -> list[Field]:
    """All of them; the innovations to choose from are those on record of the giver in view."""
    giver = Field("giver_code", "Daerah pemberi", "choice", {words.ANY: OUTSIDE, **regencies()})
    stands = held.fields.get("giver_code", first_giver)
    giver_code = st.session_state.get(ledger_fields.key(held, giver), stands)
    known = innovations(giver_code)
    listed = {words.ANY: UNLISTED, **pick.distinct(known["name"])}
    sectors = access.ask("sectors").set_index("sector_id")["name"].to_dict()
    return [
        giver,
        Field(
            "innovation_id",
            "Inovasi pemberi yang tercatat",
            "choice",
            listed,
            of=giver_code or ledger_fields.NOBODY,
            help="Menurut data yang dipilih. Dengan ini replikasi terhitung bagi inovasi asalnya.",
        ),
        Field(
            "innovation",
            "Nama inovasi",
            help="Boleh kosong bila inovasi dipilih dari daftar; isi bila Anda memberi nama lain.",
        ),
        Field("sector_id", "Urusan", "choice", {words.ANY: "Menurut inovasi asal", **sectors}),
        Field("born_of", "Asal inovasi", "choice", sentences.BORN_OF),
        Field("receiver_code", "Daerah penerima", "choice", {words.ANY: OUTSIDE, **regencies()}),
        Field("receiver", f"Nama penerima, {ELSEWHERE}", unless="receiver_code"),
        Field(
            "giver",
            f"Nama pemberi, {ELSEWHERE}",
            unless="giver_code",
            help="Kosongkan untuk inovasi sendiri.",
        ),
    ]


def settled(typed: Typed) -> Typed:
    """A regency that was chosen gives its name, an innovation of the giver's its name and sector;
    what is chosen of another giver does not count."""
    names = regencies()
    sides = {
        side: names.get(typed.get(f"{side}_code") or "", typed.get(side))
        for side in ("receiver", "giver")
    }
    known = innovations(typed.get("giver_code") or words.ANY)
    chosen = typed.get("innovation_id")
    if chosen not in known.index:
        chosen = listed(known, typed.get("innovation"))
    if chosen is None:
        return typed | sides | {"innovation_id": None}
    origin = known.loc[chosen]
    sector = None if words.missing(origin["sector_id"]) else origin["sector_id"]
    completed = {
        "innovation_id": chosen,
        "innovation": (typed.get("innovation") or "").strip() or origin["name"],
        "sector_id": typed.get("sector_id") or sector,
    }
    return typed | sides | completed


def listed(known: pd.DataFrame, name: str | None) -> str | None:
    """The innovation on record that goes by a name that was typed."""
    same = known.index[known["name"].map(plain) == plain(name or "")]
    return same[0] if len(same) else None


def regencies() -> dict[str, str]:
    return access.ask_first("regencies").set_index("code")["name"].to_dict()


def innovations(code: str) -> pd.DataFrame:
    """What is on record of one government, by id; nothing of those elsewhere."""
    return access.ask("own_innovations", code=code).set_index("innovation_id")
