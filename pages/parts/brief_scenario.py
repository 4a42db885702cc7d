"""What closing the gaps brings, as documents tell it: the exact sum, and in whole levels."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from pages.parts import indicator_sentences, whatif_sentences, whatif_tables, words
from pages.parts.brief_facts import Brief
from queries import bootstrap, scenario, scenario_start
from queries.ranking import Ask
from queries.steps import Lift


@dataclass(frozen=True)
class Scenario:
    """A scenario in words.

    Attributes:
        finding: the index and the predicate, now and then.
        steps: what, index points, the index afterwards.
        states: label, now, then.
    """

    finding: str
    steps: tuple[tuple[str, str, str], ...]
    states: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Sum:
    """The exact points of the briefing's gaps, each closed to the median, all else unchanged.

    Attributes:
        heads: three headings, or four where an index can be told.
        rows: name, level now and then, index points, the index; the last of several is the sum.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def behind(brief: Brief) -> list[dict]:
    """The rows of the index among the costliest gaps that lie below the peers."""
    return [row for row in brief.weaknesses if row["sort"] == "indikator"]


def summed(brief: Brief) -> Sum:
    """What page, slides and report add up alike: `brief_standing.closing` in rows."""
    base, points, told = computed_score(brief), 0.0, []
    for row in behind(brief):
        points += row["points_to_median"]
        change = f"{level(row)} → {indicator_sentences.median_of(row)}"
        name = f"{row['number']} {row['name']}"
        told.append((name, change, words.signed(row["points_to_median"]), *after(base, points)))
    if len(told) > 1:
        told.append(("Jumlah", "", words.signed(points), *after(base, points)))
    heads = ("Naik sampai median pembanding (dihitung)", "Parameter", "Poin", "Indeks menjadi")
    return Sum(heads[: 3 if base is None else 4], tuple(told))


def after(base: float | None, points: float) -> tuple[str, ...]:
    return () if base is None else (words.number(base + points),)


def level(row: dict) -> str:
    return (words.brief if row["grouping"] == "SPD" else words.number)(row["level"])


def computed_score(brief: Brief) -> float | None:
    """The own score where it is computed by the rules of the gaps; else no sum can be told."""
    if brief.gaps.empty:
        return None
    own, rules = brief.own, brief.gaps["rule_year"].iloc[0]
    computed = own["score_status"] == "dihitung" and own["score_year"] == rules
    return float(own["score"]) if computed else None


def closing(ask: Ask, brief: Brief) -> Scenario | None:
    """The briefing's gaps closed in whole levels, as a report is written, one after the other.

    Whole levels pass the median, so this is more than `summed`: another thing, named so.

    Args:
        ask: puts a question to the dataset: `queries.ask` with its database; not `access.ask`,
            which remembers answers by what was given, and here tables are.

    Returns:
        None where there is no complete report, or no row behind the peers; so for the province.
    """
    weak = [] if brief.is_province else behind(brief)
    if not weak:
        return None
    rows = ask("report", code=brief.chosen.code, year=brief.chosen.year)
    return None if rows.empty else played(ask, brief, weak, rows.iloc[0].to_dict())


def played(ask: Ask, brief: Brief, weak: list[dict], report: dict) -> Scenario:
    code, year = brief.chosen.code, int(report["year"])
    start = scenario_start.start(ask, code, year, report["ruleset"])
    lifts = {
        lifted(row): Lift(row["number"], "median", row["peer_median"])
        for row in weak
        if row["indicator"] in start.codes.values()
    }
    tables = scenario.play(start, list(lifts.values())).tables()
    stages = ask("scenario", code=code, year=year, **tables)
    now, then = placed(ask, brief, stages, year)
    return Scenario(
        finding(now, then),
        stepped(list(lifts), stages),
        states(now, then),
    )


def lifted(row: dict) -> str:
    median = indicator_sentences.median_of(row)
    return f"{row['number']} {row['name']} sampai median pembanding ({median})"


def placed(ask: Ask, brief: Brief, stages: pd.DataFrame, year: int) -> tuple[pd.Series, pd.Series]:
    """The first and the last state, each with its rank among the reports of the province."""
    code = brief.chosen.code
    row = stages.iloc[-1].to_dict()
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
        pd.concat([stages.iloc[0], now.iloc[0]]),
        pd.concat([stages.iloc[-1], then.iloc[0]]),
    )


def finding(now: pd.Series, then: pd.Series) -> str:
    """ "Indeks 36,85 menjadi 39,05 (+2,20); Kurang Inovatif; 0,96 poin lagi ke Inovatif." """
    gained = words.signed(round(then["score"], 2) - round(now["score"], 2))
    before, reached = map(whatif_sentences.predicate, (now, then))
    moved = reached if before == reached else f"dari {before} menjadi {reached}"
    return (
        f"Indeks {words.number(now['score'])} menjadi {words.number(then['score'])} ({gained}); "
        f"{moved}; {whatif_sentences.distance(then)}."
    )


def stepped(named: list[str], stages: pd.DataFrame) -> tuple[tuple[str, str, str], ...]:
    gains = stages["score"].diff().iloc[1:]
    return tuple(
        (name, words.signed(gain), words.number(score))
        for name, gain, score in zip(named, gains, stages["score"].iloc[1:], strict=True)
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
