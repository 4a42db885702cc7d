"""The tables of a scenario: now and then side by side, and every step, on screen and in a file."""

from collections.abc import Callable

import pandas as pd

from pages.parts import tables, words
from pages.parts import whatif_sentences as sentences
from pages.parts.whatif import Bench, Outcome

NUMBERS = {
    "Indeks": "score",
    "Poin dari SPD": "spd_points",
    "Poin dari kematangan": "maturity_points",
    "Poin dari jumlah": "count_points",
    "Rata-rata kematangan": "mean_maturity",
}


def states(outcome: Outcome, beside: dict[str, Outcome]) -> dict[str, pd.Series]:
    """The report now, this scenario as A, those it is compared with as B and C."""
    found = {"Sekarang": outcome.now}
    if outcome.steps:
        found[named("A", outcome)] = outcome.then
    return found | {named(letter, other): other.then for letter, other in beside.items()}


def named(letter: str, outcome: Outcome) -> str:
    """ "A: Fokus video"; the letter keeps two scenarios of one name apart."""
    return f"{letter}: {outcome.name or 'tanpa nama'}"


def told(bench: Bench, outcome: Outcome, beside: dict[str, Outcome]) -> pd.DataFrame:
    """One column per state, in words."""
    lines: dict[str, Callable[[pd.Series], str]] = {
        "Indeks": lambda row: words.number(row["score"]),
        "Predikat": sentences.predicate,
        "Ke predikat berikutnya": sentences.distance,
        "Peringkat di Kalsel": lambda row: sentences.rank(row).removeprefix("peringkat "),
        "Poin dari SPD": lambda row: words.number(row["spd_points"]),
        "Poin dari kematangan": lambda row: words.number(row["maturity_points"]),
        "Poin dari jumlah": lambda row: words.number(row["count_points"]),
        "Rata-rata kematangan": lambda row: words.number(row["mean_maturity"]),
        "Inovasi dihitung": lambda row: words.whole(row["innovations"]),
        "Urusan pelayanan dasar": lambda row: sentences.coverage(row, bench),
        "Aturan": lambda row: bench.rules(row["ruleset"]),
    }
    columns = {
        name: [line(row) for line in lines.values()]
        for name, row in states(outcome, beside).items()
    }
    return pd.DataFrame({"": list(lines), **columns})


def show(table: pd.DataFrame) -> None:
    escaped = table.map(words.escape).rename(columns=words.escape)
    tables.show(escaped, "Indeks sekarang dan menurut skenario")


def to_take_away(bench: Bench, outcome: Outcome, beside: dict[str, Outcome]) -> pd.DataFrame:
    """One row per state, numbers as numbers, for the file."""
    rows = states(outcome, beside)
    return pd.DataFrame(
        {
            "Keadaan": list(rows),
            **{
                label: [round(float(row[column]), 4) for row in rows.values()]
                for label, column in NUMBERS.items()
            },
            "Predikat": [sentences.predicate(row) for row in rows.values()],
            "Ke predikat berikutnya": [sentences.distance(row) for row in rows.values()],
            "Peringkat": [int(row["rank"]) for row in rows.values()],
            "Peringkat 90% terbaik": [int(row["rank_low"]) for row in rows.values()],
            "Peringkat 90% terburuk": [int(row["rank_high"]) for row in rows.values()],
            "Dari": [int(row["rank_of"]) for row in rows.values()],
            "Inovasi dihitung": [int(row["innovations"]) for row in rows.values()],
            "Urusan pelayanan dasar": [sentences.coverage(row, bench) for row in rows.values()],
            "Aturan": [bench.rules(row["ruleset"]) for row in rows.values()],
        }
    )


def steps(bench: Bench, outcome: Outcome) -> pd.DataFrame:
    """One row a step, numbers as numbers."""
    effects = outcome.effects
    return pd.DataFrame(
        {
            "Nomor": range(1, len(outcome.steps) + 1),
            "Langkah": [sentences.step(one, bench) for one in outcome.steps],
            "Poin indeks": effects["added_score"].round(4),
            "Poin dari SPD": effects["added_spd_points"].round(4),
            "Poin dari kematangan": effects["added_maturity_points"].round(4),
            "Poin dari jumlah": effects["added_count_points"].round(4),
            "Indeks sesudahnya": effects["score"].round(4),
            "Yang berubah": effects["touched"],
            "Tingkat naik": effects["raised"],
        }
    )
