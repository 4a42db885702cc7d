"""What the cooperations of the ledger prove: by whom an innovation is copied, who takes part."""

from collections.abc import Mapping

import pandas as pd

from queries.ledger import STAGES, plain


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
    columns = ["giver_code", "giver", "innovation_id", "innovation", "receiver_code", "receiver"]
    rows = pd.concat(
        [agreed[columns].assign(book=1), published[columns].assign(book=0)], ignore_index=True
    )
    name = rows["giver"].fillna("") + " " + rows["innovation"].map(plain)
    listed = rows["innovation_id"].groupby(name).first()  # what was typed may be on record too
    rows = rows.assign(
        subject=rows["innovation_id"].fillna(name.map(listed)).fillna(name),
        by=rows["receiver_code"].fillna(rows["receiver"].map(plain, na_action="ignore")),
    ).drop_duplicates(["subject", "by"])
    found = rows.groupby("subject", sort=False).agg(
        giver_code=("giver_code", "first"),
        giver=("giver", "first"),
        innovation_id=("innovation_id", "first"),
        innovation=("innovation", "first"),
        receivers=("receiver", "; ".join),
        regencies=("by", "nunique"),
        in_book=("book", "sum"),
    )
    return (
        found.assign(level=found["regencies"].clip(upper=3))
        .sort_values(["regencies", "innovation"], ascending=[False, True])
        .reset_index(drop=True)
    )


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
