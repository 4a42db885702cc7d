"""What each step of a scenario changes; what that does to the index is asked of scenario.sql."""

from dataclasses import dataclass, field
from math import ceil

import numpy as np
import pyarrow as pa

from queries.scenario_start import Start
from queries.steps import Copy, Cover, Drop, Lift, New, Rules, Step

HIGHEST = 3  # the highest level of a row
STEP, WHICH = pa.field("step", pa.int64()), pa.field("innovation_id", pa.string())
STAGE = pa.schema([STEP, ("ruleset", pa.string())])
CHANGE = pa.schema(
    [STEP, WHICH, ("indicator", pa.string()), ("before", pa.int64()), ("level", pa.int64())]
)
ADDED = pa.schema([STEP, WHICH, ("sector_id", pa.string()), ("maturity", pa.float64())])
DROPPED = pa.schema([STEP, WHICH])


@dataclass
class Played:
    """What the steps did, as the tables scenario.sql is given, and how far each one reached.

    `touched` has, per step, how many innovations (or government rows) it changed; `raised` by how
    many levels in all. `levels` (innovations × indicators, those dropped left out), `columns`
    (their indicators' codes) and `government` are what stands at the end.
    """

    stage: list[tuple] = field(default_factory=list)
    change: list[tuple] = field(default_factory=list)
    added: list[tuple] = field(default_factory=list)
    dropped: list[tuple] = field(default_factory=list)
    touched: list[int] = field(default_factory=list)
    raised: list[int] = field(default_factory=list)
    levels: np.ndarray = field(default_factory=lambda: np.zeros((0, 0), np.int64))
    columns: list[str] = field(default_factory=list)
    government: dict[str, int] = field(default_factory=dict)

    def tables(self) -> dict[str, pa.Table]:
        return {
            "stage": table(self.stage, STAGE),
            "change": table(self.change, CHANGE),
            "added": table(self.added, ADDED),
            "dropped": table(self.dropped, DROPPED),
        }


def table(rows: list[tuple], schema: pa.Schema) -> pa.Table:
    columns = list(zip(*rows, strict=True)) or [()] * len(schema)
    typed = zip(columns, schema.types, strict=True)
    return pa.table([pa.array(values, kind) for values, kind in typed], schema=schema)


class Playing:
    """The state between steps: levels, who is still reported, what was added."""

    def __init__(self, start: Start):
        self.start, self.done = start, Played()
        self.ids = start.own["innovation_id"].tolist()
        self.levels = (
            np.stack(start.own["levels"].to_numpy()).astype(np.int64)
            if self.ids
            else np.zeros((0, 0), np.int64)
        )
        self.present = np.ones(len(self.ids), bool)
        self.government = dict(start.government)
        self.place = {code: column for column, code in enumerate(start.indicators)}
        self.ruleset = start.ruleset
        self.done.stage.append((0, self.ruleset))

    def take(self, number: int, step: Step) -> None:
        """Play one step and note what it changed."""
        before = len(self.done.change), len(self.done.added), len(self.done.dropped)
        match step:
            case Lift():
                self.lift(number, step)
            case Copy(innovation_id, maturity):
                self.add(number, maturity, self.start.sectors[innovation_id])
            case New(count, maturity):
                for _ in range(count):
                    self.add(number, maturity, None)
            case Cover(sector_id, maturity):
                self.add(number, maturity, sector_id)
            case Drop(which):
                self.drop(number, which)
            case Rules(ruleset):
                self.ruleset = ruleset
        self.done.stage.append((number, self.ruleset))
        changes = self.done.change[before[0] :]
        moved = len(self.done.added) - before[1] + len(self.done.dropped) - before[2]
        self.done.touched.append(moved + len(changes))
        self.done.raised.append(sum(level - was for *_, was, level in changes))

    def lift(self, number: int, step: Lift) -> None:
        code = self.start.codes[step.number]
        if code in self.government:
            self.lift_government(number, code, step)
        elif code in self.place:
            column = self.levels[:, self.place[code]]
            allowed = self.present & self.asked_for(step.who)
            raised = lifted(column, self.present, allowed, step)
            for row in np.flatnonzero(raised != column):
                self.done.change.append(
                    (number, self.ids[row], code, int(column[row]), int(raised[row]))
                )
            self.levels[:, self.place[code]] = raised

    def lift_government(self, number: int, code: str, step: Lift) -> None:
        level = min(HIGHEST, ceil(step.goal - 1e-9))
        if level > self.government[code]:
            self.done.change.append((number, None, code, self.government[code], level))
            self.government[code] = level

    def asked_for(self, who: str | int | tuple[str, ...]) -> np.ndarray:
        if isinstance(who, tuple):
            return np.isin(np.array(self.ids, dtype="str"), who)
        return np.ones(len(self.ids), bool)

    def add(self, number: int, maturity: float, sector_id: str | None) -> None:
        mark = f"baru-{len(self.done.added) + 1}"
        self.done.added.append((number, mark, sector_id, maturity))

    def drop(self, number: int, which: int | tuple[str, ...]) -> None:
        reported = np.flatnonzero(self.present)
        if isinstance(which, int):
            rows = reported[::-1][:which]
        else:
            rows = np.flatnonzero(self.present & self.asked_for(which))
        self.present[rows] = False
        self.done.dropped += [(number, self.ids[row]) for row in rows]


def lifted(column: np.ndarray, present: np.ndarray, allowed: np.ndarray, step: Lift) -> np.ndarray:
    """One row's levels after a lift: the innovations nearest to the goal move first.

    Args:
        column: level per innovation, most mature first.
        present: which innovations are still reported; their mean is to reach a benchmark.
        allowed: which innovations the step may touch.
    """
    goal = int(step.goal) if step.kind == "parameter" else HIGHEST
    below = np.flatnonzero(allowed & (column < goal))
    nearest = below[np.argsort(-column[below], kind="stable")]
    if isinstance(step.who, int):
        nearest = nearest[: step.who]
    raised = column.copy()
    if step.kind == "parameter":
        raised[nearest] = goal
        return raised
    wanted = ceil(step.goal * present.sum() - column[present].sum() - 1e-9)
    while wanted > 0 and len(nearest):
        raised[nearest[:wanted]] += 1
        wanted -= len(nearest)
        nearest = nearest[raised[nearest] < goal]
    return raised


def play(start: Start, steps: list[Step]) -> Played:
    """Every step in order, each on what the ones before it left."""
    playing = Playing(start)
    for number, step in enumerate(steps, start=1):
        playing.take(number, step)
    done = playing.done
    done.levels, done.columns = playing.levels[playing.present], list(playing.place)
    done.government = playing.government
    return done
