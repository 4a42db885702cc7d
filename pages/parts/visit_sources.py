"""Which sources a visit note rests on."""

from typing import Any

from pages.parts import visit_blocks, words
from pages.parts.visit_blocks import Block
from pages.parts.visit_facts import Facts

REPLICATION_RULE = "S039"  # reports a visit held under Permenpan RB 89/2020
SCORING = "F-settings"


def used(facts: Facts, rows: list[dict], rule: bool) -> list[Block]:
    """The sources of everything in the note, by id, each with the day it was read and its address.

    Args:
        rows: the candidates in the note.
        rule: whether the note names the rule on replication.
    """
    ids = {facts.own_source, SCORING, *(row["source_id"] for row in rows)}
    official = facts.rulesets[facts.rulesets["kind"] == "resmi"]
    ids |= {one for rows in facts.figures.values() for one in rows["source_id"]}
    ids |= set(facts.scores.loc[list(facts.both), "source_id"].dropna())
    ids |= set(facts.gaps["source_id"].dropna()) | set(official["source_id"].tail(1))
    ids |= set(facts.replications["source_id"]) | ({REPLICATION_RULE} if rule else set())
    known = facts.sources.loc[sorted(ids & set(facts.sources.index))]
    return [
        visit_blocks.table(
            [("Kode", "Penerbit", "Dibaca", "Judul"), *map(line, known.itertuples())],
            (0.14, 0.26, 0.18, 0.42),
            ("", *map(words.web_address, known["url"])),
        )
    ]


def line(source: Any) -> tuple[str, ...]:
    read = words.date(source.accessed)
    return str(source.Index), words.publisher(source.publisher), read, source.title
