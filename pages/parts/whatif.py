"""A scenario as a page needs it: where it starts, what each step does, what that brings."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from pages.parts import access
from pages.parts.console_link import Asked, asked
from queries import bootstrap, peers, scenario, scenario_start, steps
from queries.steps import Step


@dataclass(frozen=True)
class Outcome:
    """A scenario played to its end.

    Attributes:
        steps: those that could be played; refused: the pieces of the link that could not.
        after: rows of `scenario.sql`, step 0 is the report.
        played: what each step changed, and the levels that stand at the end.
        ranks: rows of `scenario_rank.sql`, now and then.
    """

    name: str
    steps: list[Step]
    refused: list[str]
    after: pd.DataFrame
    played: scenario.Played
    ranks: pd.DataFrame

    @property
    def now(self) -> pd.Series:
        return pd.concat([self.after.iloc[0], self.ranks.iloc[0]])

    @property
    def then(self) -> pd.Series:
        return pd.concat([self.after.iloc[-1], self.ranks.iloc[-1]])

    @property
    def missing(self) -> list[str]:
        """Ids of the basic services still without an innovation."""
        return str(self.after["missing_sectors"].iloc[-1]).split()

    @cached_property
    def effects(self) -> pd.DataFrame:
        """One row per step: what it added to the score and to its three parts, in index points."""
        parts = ["score", "spd_points", "maturity_points", "count_points"]
        moved = self.after[parts].diff().iloc[1:].add_prefix("added_")
        rows = pd.concat([self.after.iloc[1:], moved], axis=1).reset_index(drop=True)
        earlier = self.after.iloc[:-1].reset_index(drop=True).add_prefix("was_")
        return pd.concat([rows, earlier], axis=1).assign(
            touched=self.played.touched, raised=self.played.raised
        )


@dataclass(frozen=True)
class Bench:
    """One government's report with all that its scenarios are measured by."""

    view: access.View
    year: int
    start: scenario_start.Start
    indicators: pd.DataFrame
    sectors: pd.DataFrame
    rulesets: pd.DataFrame
    names: dict[str, str]

    def play(self, link: str, name: str = "") -> Outcome:
        """Every step of a link that makes sense here, in order."""
        wanted, refused = steps.parse(link)
        allowed = [step for step in wanted if self.start.allows(step)]
        refused += [steps.write_one(step) for step in wanted if not self.start.allows(step)]
        played = scenario.play(self.start, allowed)
        after = access.compute("scenario", code=self.view.code, year=self.year, **played.tables())
        now = access.ask("reported_rank", code=self.view.code, year=self.year)
        then = self.rank(after.iloc[-1].to_dict()) if allowed else now
        ranks = pd.concat([now, then], ignore_index=True)
        return Outcome(name, allowed, refused, after, played, ranks)

    def behind(self, outcome: Outcome) -> list[Asked]:
        """The questions behind what a scenario brings."""
        tables = outcome.played.tables()
        at = {"code": self.view.code, "year": self.year}
        return [asked("scenario", **at, **tables), asked("reported_rank", **at)]

    def rank(self, row: dict) -> pd.DataFrame:
        """Where the others would leave this government, its innovations drawn again and again."""
        setting = access.settings()
        draws, seed = int(setting["bootstrap_draws"]), int(setting["bootstrap_seed"])
        maturities = np.array(row["maturities"] if row["innovations"] else [0.0])
        totals = bootstrap.resampled(
            maturities[:, None], draws, [seed, int(self.view.code), self.year]
        )[:, 0]
        given = ("ruleset", "spd", "innovations", "count_score", "score")
        return access.compute(
            "scenario_rank",
            code=self.view.code,
            year=self.year,
            totals=totals.tolist(),
            **{name: row[name] for name in given},
        )

    def rules(self, ruleset: str) -> str:
        """ "2026", "2027 (prognosis)"."""
        row = self.rulesets.set_index("ruleset").loc[ruleset]
        return str(row["year"]) if row["kind"] == "resmi" else f"{row['year']} ({row['kind']})"

    @property
    def most_new(self) -> int:
        """More innovations than the rules count bring nothing."""
        return int(self.rulesets["count_cap"].max())

    @property
    def usual_maturity(self) -> float:
        """The median of one's own, as the first guess for a new innovation; without any, of all."""
        own = self.start.own["maturity"]
        return float(own.median()) if len(own) else float(self.usual["maturity"])

    @property
    def usual_changes(self) -> int:
        """How many levels the median innovation of one's own holds: what a new one costs."""
        levels = [int(one.sum()) for one in self.start.own["levels"]]
        return max(1, round(float(np.median(levels)))) if levels else int(self.usual["changes"])

    @property
    def usual(self) -> pd.Series:
        """The median innovation of all governments of the year."""
        return access.ask("usual_innovation", year=self.year).iloc[0]


def bench(view: access.View) -> Bench | None:
    """None where the dataset in view holds no report of this government."""
    report = access.ask("report", code=view.code, year=view.year)
    if report.empty:
        return None
    year = int(report["year"].iloc[0])
    near = peers.usual(access.ask("peer_distances", code=view.code))
    gaps = access.judged("indicator_gaps", code=view.code, peers=near, year=year)
    start = scenario_start.start(access.ask, view.code, year, str(report["ruleset"].iloc[0]))
    others = access.ask("copyable", code=view.code)
    names = dict(zip(others["innovation_id"], others["name"], strict=True)) | dict(
        zip(start.own["innovation_id"], start.own["name"], strict=True)
    )
    return Bench(view, year, start, gaps, access.ask("sectors"), access.ask("rulesets"), names)
