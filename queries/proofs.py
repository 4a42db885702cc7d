"""What the cooperations of the ledger prove: by whom an innovation is copied, who takes part."""

from collections.abc import Mapping

import pandas as pd

from queries.ledger import STAGES, plain

SUBJECT = ["giver_code", "giver", "innovation_id", "innovation"]
PROOF = [*SUBJECT, "receivers", "regencies", "in_book"]


def copied(agreed: pd.DataFrame, recorded: pd.DataFrame) -> pd.DataFrame:
    """How many different governments copied an innovation, by the book and by what is published.

    Args:
        agreed: rows of `ledger/agreed.sql`.
        recorded: rows of `replications.sql`, with giver_code and giver.

    Returns:
        One row per giver and innovation, most copied first: giver_code, giver, innovation_id,
        innovation, receivers (names, "; " between), regencies (how many different), level (of the
        row "Replikasi": 1, 2 or 3), in_book (how many of them are in the book).
    """
    published = recorded[recorded["status"].isin(["komitmen", "direplikasi"])]
    published = published[published["receiver_code"].notna() & published["innovation_id"].notna()]
    rows = [*copies(agreed, 1), *copies(published, 0)]
    listed: dict[str, str] = {}  # what was typed may be on record too
    for row in rows:
        if row["innovation_id"]:
            listed.setdefault(row["named"], row["innovation_id"])
    found: dict[str, dict[str, dict]] = {}
    for row in rows:
        subject = row["innovation_id"] or listed.get(row["named"], row["named"])
        found.setdefault(subject, {}).setdefault(row["by"], row)
    proofs = pd.DataFrame([proof(list(one.values())) for one in found.values()], columns=PROOF)
    return (
        proofs.assign(level=proofs["regencies"].clip(upper=3))
        .sort_values(["regencies", "innovation"], ascending=[False, True])
        .reset_index(drop=True)
    )


def copies(rows: pd.DataFrame, in_book: int) -> list[dict]:
    """Who copied what, as plain rows: pandas took 35 ms where this takes 21 for 500."""
    named = [*SUBJECT, "receiver_code", "receiver"]
    held = rows[named].astype(object).where(rows[named].notna(), None).to_dict("records")
    told = [
        row
        | {
            "named": f"{row['giver'] or ''} {plain(row['innovation'])}",
            "by": row["receiver_code"] or plain(row["receiver"] or ""),
            "in_book": in_book,
        }
        for row in held
    ]
    return [row for row in told if row["by"]]


def proof(copies: list[dict]) -> dict:
    """What the copies of one innovation, each by another government, prove together."""
    known = {field: next((row[field] for row in copies if row[field]), None) for field in SUBJECT}
    return known | {
        "receivers": "; ".join(row["receiver"] for row in copies),
        "regencies": len(copies),
        "in_book": sum(row["in_book"] for row in copies),
    }


def actor_level(fields: Mapping[str, str], level2_from: float, level3_from: float) -> int:
    """Which level of "Keterlibatan aktor inovasi" the parties of all stages together reach.

    Args:
        level2_from, level3_from: how many different parties the levels ask; level 1 asks one less
            than level 2.
    """
    parties = parties_of(fields)
    steps = (level2_from - 1, level2_from, level3_from)
    return sum(len(parties) >= least for least in steps)


def parties_of(fields: Mapping[str, str]) -> set[str]:
    return {party for stage in STAGES for party in fields.get(f"actors.{stage}", "").split()}
