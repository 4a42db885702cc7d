"""Visit notes as tests write them: from Tanah Bumbu to Banjar.

known = visiting.known(db)
made = visiting.note(known, count=3, date=datetime.date(2026, 12, 3))
"""

import dataclasses
from functools import partial

import duckdb
import pandas as pd

import queries
from pages.parts import visit, visit_blocks, visit_content, visit_facts
from queries import ranking

OWN, HOST = "6310", "6303"
Known = tuple[visit_facts.Facts, pd.DataFrame]


def known(db: duckdb.DuckDBPyConnection) -> Known:
    """The facts of the visit, and the visitor's candidates."""
    ask = partial(queries.ask, db)
    return visit_facts.facts(ask, OWN, HOST, None), ranking.ranking(ask, OWN, None)


def best(ranked: pd.DataFrame) -> list[str]:
    """The host's candidates, best first."""
    return visit.offered(ranked).query("code == @HOST")["innovation_id"].tolist()


def note(known: Known, count: int = 3, **decided: object) -> visit_blocks.Note:
    """The note that sees the host's best; what a test decides replaces the usual plan."""
    facts, ranked = known
    plan = visit_content.usual_plan(facts, tuple(best(ranked)[:count]))
    return visit_content.build(facts, ranked, dataclasses.replace(plan, **decided))


def of_kind(made: visit_blocks.Note, kind: str) -> list[visit_blocks.Block]:
    return [block for block in made.blocks if block.kind == kind]


def told(made: visit_blocks.Note) -> str:
    """Every word of a note."""
    cells = [" ".join(" ".join(row) for row in block.rows) for block in made.blocks]
    texts = [f"{block.label} {block.text}" for block in made.blocks]
    return " ".join([*texts, *cells])
