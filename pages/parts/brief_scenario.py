"""A scenario as a document tells it: its steps, and the index before and after."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from pages.parts import indicator_sentences, whatif_sentences, whatif_tables, words
from pages.parts.brief_facts import Brief
from pages.parts.whatif import Bench, Outcome
from queries import bootstrap, scenario, scenario_start
from queries.steps import Lift

Ask = Callable[..., pd.DataFrame]


@dataclass(frozen=True)
class Scenario:
    """A scenario in words.

    Attributes:
        name: what is done, as a clause.
        finding: the index and the predicate, now and then.
        steps: what, index points, the index afterwards.
        states: label, now, then.
    """

    name: str
    finding: str
    steps: tuple[tuple[str, str, str], ...]
    states: tuple[tuple[str, str, str], ...]


def of_outcome(bench: Bench, outcome: Outcome) -> Scenario | None:
    """What a user plays on the page of scenarios; None without a step."""
    if not outcome.steps:
        return None
    told = whatif_tables.told(bench, outcome, {})
    return Scenario(
        outcome.name or "skenario dari halaman Bagaimana jika",
        finding(outcome.now, outcome.then),
        stepped([whatif_sentences.step(one, bench) for one in outcome.steps], outcome.after),
        tuple(told.itertuples(index=False, name=None)),
    )


def closing(ask: Ask, brief: Brief) -> Scenario | None:
    """The briefing's gaps closed to the median of the peers, one after the other.

    Args:
        ask: puts a question to the dataset: `queries.ask` with its database; not `access.ask`,
            which remembers answers by what was given, and here tables are.

    Returns:
        None where there is no complete report, or no row behind the peers; so for the province.
    """
    weak = [] if brief.is_province else brief.weaknesses
    behind = [row for row in weak if row["sort"] == "indikator"]
    if not behind:
        return None
    rows = ask("report", code=brief.chosen.code, year=brief.chosen.year)
    return None if rows.empty else played(ask, brief, behind, rows.iloc[0].to_dict())


def played(ask: Ask, brief: Brief, behind: list[dict], report: dict) -> Scenario:
    code, year = brief.chosen.code, int(report["year"])
    start = scenario_start.start(ask, code, year, report["ruleset"])
    lifts = {
        lifted(row): Lift(row["number"], "median", row["peer_median"])
        for row in behind
        if row["indicator"] in start.codes.values()
    }
    tables = scenario.play(start, list(lifts.values())).tables()
    after = ask("scenario", code=code, year=year, **tables)
    now, then = placed(ask, brief, after, year)
    return Scenario(
        "menyamai median pembanding pada kesenjangan terbesar",
        finding(now, then),
        stepped(list(lifts), after),
        states(now, then),
    )


def lifted(row: dict) -> str:
    median = indicator_sentences.median_of(row)
    return f"{row['number']} {row['name']} sampai median pembanding ({median})"


def placed(ask: Ask, brief: Brief, after: pd.DataFrame, year: int) -> tuple[pd.Series, pd.Series]:
    """The first and the last state, each with its rank among the reports of the province."""
    code = brief.chosen.code
    row = after.iloc[-1].to_dict()
    setting = brief.settings.set_index("setting")["value"]
    totals = bootstrap.resampled(
        np.array(row["maturities"] if row["innovations"] else [0.0])[:, None],
        int(setting["bootstrap_draws"]),
        [int(setting["bootstrap_seed"]), int(code), year],
    )[:, 0]
    given = {name: row[name] for name in ("ruleset", "spd", "innovations", "count_score", "score")}
    then = ask("scenario_rank", code=code, year=year, totals=totals.tolist(), **given)
    now = ask("reported_rank", code=code, year=year)
    return (
        pd.concat([after.iloc[0], now.iloc[0]]),
        pd.concat([after.iloc[-1], then.iloc[0]]),
    )


def finding(now: pd.Series, then: pd.Series) -> str:
    """ "Indeks 36,85 menjadi 39,05 (+2,20); Kurang Inovatif; 0,96 poin lagi ke Inovatif." """
    gained = words.signed(round(then["score"], 2) - round(now["score"], 2))
    before, after = map(whatif_sentences.predicate, (now, then))
    moved = after if before == after else f"dari {before} menjadi {after}"
    return (
        f"Indeks {words.number(now['score'])} menjadi {words.number(then['score'])} ({gained}); "
        f"{moved}; {whatif_sentences.distance(then)}."
    )


def stepped(named: list[str], after: pd.DataFrame) -> tuple[tuple[str, str, str], ...]:
    gains = after["score"].diff().iloc[1:]
    return tuple(
        (name, words.signed(gain), words.number(score))
        for name, gain, score in zip(named, gains, after["score"].iloc[1:], strict=True)
    )


def states(now: pd.Series, then: pd.Series) -> tuple[tuple[str, str, str], ...]:
    """The lines that need nothing but the two states."""
    lines = [
        (label, words.number(now[column]), words.number(then[column]))
        for label, column in whatif_tables.NUMBERS.items()
    ]
    told = {
        "Predikat": whatif_sentences.predicate,
        "Ke predikat berikutnya": whatif_sentences.distance,
        "Peringkat di Kalsel": whatif_sentences.rank,
    }
    lines += [(label, say(now), say(then)) for label, say in told.items()]
    return tuple(lines)
