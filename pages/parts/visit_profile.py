"""Two governments side by side: their figures, their index, how alike they are."""

import pandas as pd

from pages.parts import claim_words, origins, tables, visit_blocks, words
from pages.parts.comparison import lower
from pages.parts.visit_blocks import Block
from pages.parts.visit_facts import FIGURES, Facts

OWN_REVENUE_FIGURE = "realised_own_revenue"  # not shown itself: its share tells more


def profiles(facts: Facts) -> list[Block]:
    """The table of both governments, how alike they are, and who published the figures."""
    head = ("Hal", *(facts.titled(code) for code in facts.both))
    rows = [head, *figures(facts), own_revenue(facts), *index(facts)]
    told = tables.publishers(pd.concat(facts.figures.values()))
    scored = tables.publishers(facts.scores.loc[list(facts.both)])
    return [
        visit_blocks.table(rows, (0.32, 0.34, 0.34)),
        visit_blocks.text(likeness(facts)),
        visit_blocks.small(
            f"Sumber: {told}; indeks: {scored}; inovasi: {origins.on_record(facts.dataset)}."
        ),
    ]


def figures(facts: Facts) -> list[tuple[str, ...]]:
    shown = [facts.figures[fact] for fact in FIGURES if fact != OWN_REVENUE_FIGURE]
    return [
        (
            str(rows["fact_name"].iloc[0]),
            *(figure(rows.loc[code].to_dict()) if code in rows.index else words.UNKNOWN
              for code in facts.both),
        )
        for rows in shown
    ]  # fmt: skip


def figure(row: dict) -> str:
    """ "3,13% (2025, sementara)"."""
    doubt = "" if row["status"] == "tetap" else f", {row['status']}"
    value = words.measured(row["value"], row["unit"], int(row["decimals"]))
    return f"{value} ({words.year(row['year'])}{doubt})"


def own_revenue(facts: Facts) -> tuple[str, ...]:
    known = facts.own_revenue
    told = [
        f"{words.number(100 * known.loc[code, 'value'])}% ({words.year(known.loc[code, 'year'])})"
        if code in known.index
        else words.UNKNOWN
        for code in facts.both
    ]
    return ("Porsi PAD dalam realisasi pendapatan (dihitung)", *told)


def index(facts: Facts) -> list[tuple[str, ...]]:
    """Score, predicate, rank with its range, and what is on record."""
    both = [facts.scores.loc[code] for code in facts.both]
    counts = [words.whole(facts.recorded.get(code, 0)) for code in facts.both]
    return [
        ("Indeks Inovasi Daerah", *map(claim_words.score_with_year, both)),
        ("Predikat", *(known(claim_words.predicate(row)) for row in both)),
        ("Peringkat", *(known(claim_words.rank(row)) for row in both)),
        (f"Inovasi {origins.found(facts.dataset)}", *counts),
    ]


def known(told: str) -> str:
    return words.UNKNOWN if told == words.DASH else told.removeprefix("peringkat ")


def likeness(facts: Facts) -> str:
    near = facts.near
    together = words.listed([lower(facts.features[one]) for one in near["together"].split()])
    return (
        f"Kemiripan struktur keduanya {words.whole(near['similarity'])} dari 100. Mendekatkan: "
        f"{together}. Membedakan: {lower(facts.features[near['apart']])}. Kemiripan struktur, "
        "bukan penilaian kinerja."
    )
