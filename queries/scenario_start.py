"""Where a scenario starts: one government as it reported, and which steps make sense there."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from queries.steps import Copy, Cover, Drop, Lift, New, Rules, Step


@dataclass(frozen=True)
class Start:
    """One government as it reported.

    Attributes:
        own: rows of `own_levels.sql`, most mature first.
        government: level by code of the SPD rows.
        codes: code of every row of the index by its official number.
        sectors: sector by id of the innovations that may be copied.
        basic: ids of the basic services.
        rulesets: those whose rows are known.
        ruleset: by which the report was scored.
        maturity_max: of one innovation.
    """

    own: pd.DataFrame
    government: dict[str, int]
    codes: dict[str, str]
    sectors: dict[str, str | None]
    basic: tuple[str, ...]
    rulesets: tuple[str, ...]
    ruleset: str
    maturity_max: float

    def allows(self, step: Step) -> bool:
        """Whether everything a step names exists; a link may name what never was."""
        match step:
            case Lift(number, who=who):
                code = self.codes.get(number)
                scored = code in self.government or code in self.indicators
                return scored and (not isinstance(who, tuple) or self.ids.issuperset(who))
            case Copy(innovation_id, maturity):
                return innovation_id in self.sectors and maturity <= self.maturity_max
            case New(_, maturity):
                return maturity <= self.maturity_max
            case Cover(sector_id, maturity):
                return sector_id in self.basic and maturity <= self.maturity_max
            case Drop(which):
                return isinstance(which, int) or self.ids.issuperset(which)
            case Rules(ruleset):
                return ruleset in self.rulesets

    @cached_property
    def ids(self) -> frozenset[str]:
        return frozenset(self.own["innovation_id"])

    @cached_property
    def indicators(self) -> list[str]:
        return list(self.own["indicators"].iloc[0]) if len(self.own) else []


def start(ask: Callable[..., pd.DataFrame], code: str, year: int, ruleset: str) -> Start:
    """One government's report of one year.

    Args:
        ask: puts a question to the dataset: `queries.ask` with its database.
        ruleset: by which the report is scored.
    """
    rows, rules, sectors = ask("indicators"), ask("rulesets"), ask("sectors")
    spd, others = ask("own_spd", code=code, year=year), ask("copyable", code=code)
    of_others = others["sector_id"].astype(object).where(others["sector_id"].notna(), None)
    return Start(
        own=ask("own_levels", code=code, year=year),
        government=dict(zip(spd["indicator"], spd["level"].tolist(), strict=True)),
        codes=dict(zip(rows["number"], rows["code"], strict=True)),
        sectors=dict(zip(others["innovation_id"], of_others, strict=True)),
        basic=tuple(sectors.loc[sectors["basic"], "sector_id"]),
        rulesets=tuple(rules.loc[rules["rows_of"].notna(), "ruleset"]),
        ruleset=ruleset,
        maturity_max=float(rules.set_index("ruleset").loc[ruleset, "maturity_max"]),
    )
