"""Whose cooperation it is, and what it copies: the fields, and how they complete each other."""

import pandas as pd

from pages.parts import access, pick, words
from pages.parts import ledger_sentences as sentences
from pages.parts.ledger_fields import Field, Typed

OUTSIDE = "Di luar Kalimantan Selatan, atau tidak ada"
ELSEWHERE = "bila di luar Kalimantan Selatan"
UNLISTED = "Tidak ada di daftar"


def giver() -> Field:
    return Field("giver_code", "Daerah pemberi", "choice", {words.ANY: OUTSIDE, **regencies()})


def fields(giver_code: str) -> list[Field]:
    """All of them; the innovations to choose from are those on record of the giver."""
    known = innovations(giver_code)
    listed = {words.ANY: UNLISTED, **pick.distinct(known["name"])}
    sectors = access.ask("sectors").set_index("sector_id")["name"].to_dict()
    return [
        giver(),
        Field(
            "innovation_id",
            "Inovasi pemberi yang tercatat",
            "choice",
            listed,
            of=giver_code,
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
        Field("receiver", f"Nama penerima, {ELSEWHERE}"),
        Field("giver", f"Nama pemberi, {ELSEWHERE}", help="Kosongkan untuk inovasi sendiri."),
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
        return typed | sides | {"innovation_id": None}
    origin = known.loc[chosen]
    sector = None if words.missing(origin["sector_id"]) else origin["sector_id"]
    completed = {
        "innovation": (typed.get("innovation") or "").strip() or origin["name"],
        "sector_id": typed.get("sector_id") or sector,
    }
    return typed | sides | completed


def regencies() -> dict[str, str]:
    return access.ask_first("regencies").set_index("code")["name"].to_dict()


def innovations(code: str) -> pd.DataFrame:
    """What is on record of one government, by id; nothing of those elsewhere."""
    return access.ask("own_innovations", code=code).set_index("innovation_id")
