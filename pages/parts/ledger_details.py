"""What a record holds, as a reader knows it: letters, parties, documents and what they prove."""

import datetime
import re
from collections.abc import Mapping

import pandas as pd

from pages.parts import access, desk, words
from pages.parts import ledger_sentences as sentences
from pages.parts.desk import Opened
from queries import ledger, proofs

Names = tuple[dict[str, str], dict[str, str]]
LONGEST = 40  # letters of a web address in a table
NAMED: dict[str, tuple[str, dict[str, str], str]] = {
    "innovation_id": ("copyable", {"code": ""}, "innovation_id"),  # of nobody's others: of all
    "sector_id": ("sectors", {}, "sector_id"),
}


def moment(when: pd.Timestamp) -> str:
    """24 November 2026 pukul 21:05 WITA."""
    local = when.tz_localize("UTC").tz_convert(desk.LOCAL_TIME)
    return f"{words.date(local)} pukul {local:%H:%M} WITA"


def day(value: datetime.date | None) -> str:
    return words.DASH if words.missing(value) else words.date(pd.Timestamp(value))


def documents(held: Opened, until: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """What should be on file up to the step `until`, or is already; and what comes later."""
    places = dict(zip(desk.names(), range(1, len(desk.names()) + 1), strict=True))
    rows = access.ask("cooperation_documents").to_dict("records")
    due = [row for row in rows if places[row["step"]] <= until or filed(held, row)]
    return document_table(held, due), document_table(held, [row for row in rows if row not in due])


def document_table(held: Opened, rows: list[dict]) -> pd.DataFrame:
    """Each document, where it is, and the row of the index it proves."""
    names = desk.names()
    return pd.DataFrame(
        {
            "Tahap": [words.text(names[row["step"]]) for row in rows],
            "Dokumen": [
                f"{'✓' if filed(held, row) else '○'} {words.text(row['name'])}" for row in rows
            ],
            "Letak": [filed(held, row) or words.DASH for row in rows],
            "Baris SID": [
                words.text(f"{row['number']} {row['indicator_name']}")
                if not words.missing(row["number"])
                else words.DASH
                for row in rows
            ],
        }
    )


def filed(held: Opened, document: dict) -> str | None:
    """Markdown: what is written of a document, or the number or day of the letter that is one."""
    letter = {"interest": "interest_number", "agreement": "agreement_number", "bskdn": "bskdn_date"}
    fields = [f"document.{document['document']}", letter.get(document["document"], "")]
    return next((shown(one, held.fields[one]) for one in fields if one in held.fields), None)


def proven(held: Opened) -> str:
    """Which rows of the index the documents on file prove, and what the parties reach."""
    rows = access.ask("cooperation_documents").to_dict("records")
    wanted = sorted({row["number"] for row in rows if not words.missing(row["number"])})
    proved = sorted(
        {row["number"] for row in rows if not words.missing(row["number"]) and filed(held, row)}
    )
    actors = access.ask("indicators").set_index("code").loc["AKTOR"]
    level = proofs.actor_level(held.fields, actors["level2_from"], actors["level3_from"])
    parties = len(proofs.parties_of(held.fields))
    which = f" (nomor {words.listed(proved)})" if proved else ""
    return (
        f"Dokumen yang tercatat mendukung **{len(proved)} dari {len(wanted)}** baris SID yang "
        f"punya dokumen di sini{which}. Pihak yang terlibat: {parties} dari {len(ledger.ACTORS)}"
        f" (baris {actors['number']}: parameter {level} dari 3)."
    )


def details(held: Opened) -> pd.DataFrame:
    """Identity, letters, offices and parties."""
    told = [
        "born_of", "innovation_id", "sector_id", "legal_basis", "interest_number",
        "interest_date", "agreement_kind", "agreement_number", "agreement_date", "bskdn_date",
        "receiver_office", "giver_office", "close_reason", "close_basis", "note",
    ]  # fmt: skip
    pairs = {
        sentences.first_letter_large(sentences.FIELD[one]): shown(one, held.fields.get(one))
        for one in told
    }
    for stage, name in sentences.STAGE.items():
        field = f"actors.{stage}"
        pairs[f"Pihak pada {name.lower()}"] = shown(field, held.fields.get(field))
    return pd.DataFrame({"Hal": list(pairs), "Isi": list(pairs.values())})


def told(change: Mapping[str, str | None], named: Names | None = None) -> list[str]:
    """Markdown: every field a reader knows, with what stands in it.

    Args:
        named: what `names` gives; a history of twenty changes asks for it once.
    """
    steps, documents = named or names()
    return [
        f"{words.text(sentences.field(one, steps, documents))}: {shown(one, value)}"
        for one, value in change.items()
        if one not in sentences.BEHIND_THE_SCENES
    ]


def names() -> Names:
    """The names of the steps and of the documents, by their codes."""
    documents = access.ask("cooperation_documents").set_index("document")["name"].to_dict()
    return desk.names(), documents


def shortened(address: str) -> str:
    """A web address without its scheme, cut where it would push a table's columns aside."""
    told = re.sub(r"^https?://", "", address)
    return told if told == address or len(told) <= LONGEST else f"{told[:LONGEST]}…"


def shown(field: str, value: str | None) -> str:
    """A value of the book as a reader knows it: dates in words, what has a code by its name."""
    if value is None:
        return words.DASH
    if field in NAMED:
        question, given, key = NAMED[field]
        value = access.ask(question, **given).set_index(key)["name"].get(value, value)
    if field.startswith(("planned.", "real.")) or field.endswith("_date"):
        return day(datetime.date.fromisoformat(value))
    if field.startswith("document."):
        return words.link(shortened(value), value)
    if field.startswith("actors."):
        return words.text(words.listed(value.split()))
    return words.text(value)
