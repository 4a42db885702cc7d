"""The steps of a scenario, and how they are written in a link.

Steps are joined by "_", the parts of one by ".", several innovations by "~": signs that a web
address keeps as they are. Whatever else a link holds is refused piece by piece, never run.

    naik.16.2.semua              raise row 16 to level 2 for every innovation below it
    naik.35.m184.10              raise row 35 in the 10 nearest until the mean is 1.84 (peer median)
    naik.9.3.semua               raise a government row (SPD)
    tiru.6303-c0001.62           add an innovation copied from there, maturity 62 assumed
    baru.5.40                    add 5 new innovations in sectors already covered
    isi.04.40                    add one in a basic service, sector 04
    lepas.3                      leave out the 3 weakest; or lepas.6310-c0001~6310-c0002
    aturan.2027-prognosis        score by another ruleset
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

MOST_STEPS = 60
MOST_NEW = 200  # in one step; the rules count no more
GOALS = {"": "parameter", "m": "median", "b": "terbaik"}


@dataclass(frozen=True)
class Lift:
    """Raise one row: to a level (1–3), or until the mean level reaches a benchmark.

    `number` is the official one; `kind` says what `goal` is: "parameter" (a level), "median" or
    "terbaik" (a mean level of the peers); `who` is "semua", how many of the nearest, or ids.
    """

    number: str
    kind: str
    goal: float
    who: str | int | tuple[str, ...] = "semua"


@dataclass(frozen=True)
class Copy:
    """Add an innovation of another government, with an assumed maturity."""

    innovation_id: str
    maturity: float


@dataclass(frozen=True)
class New:
    """Add innovations of one's own, all of one assumed maturity, in sectors already covered."""

    count: int
    maturity: float


@dataclass(frozen=True)
class Cover:
    """Add one innovation in a basic service."""

    sector_id: str
    maturity: float


@dataclass(frozen=True)
class Drop:
    """Leave innovations out: so many of the weakest as reported, or those named."""

    which: int | tuple[str, ...]


@dataclass(frozen=True)
class Rules:
    """Score by another ruleset."""

    ruleset: str


Step = Lift | Copy | New | Cover | Drop | Rules

ID = "[a-z0-9-]{1,60}"
MATURITY = "[0-9]{1,3}(?:-[0-9]{1,2})?"
IDS = f"{ID}(?:~{ID}){{0,39}}~?"  # "12" is a count, "12~" the innovation of that id
COUNT = re.compile("[0-9]{1,4}")
PATTERNS = {
    "naik": re.compile(rf"naik\.([0-9]{{1,2}}[ab]?)\.([mb]?)([0-9]{{1,3}})\.({IDS})"),
    "tiru": re.compile(rf"tiru\.({ID})\.({MATURITY})"),
    "baru": re.compile(rf"baru\.([0-9]{{1,3}})\.({MATURITY})"),
    "isi": re.compile(rf"isi\.([0-9]{{2}})\.({MATURITY})"),
    "lepas": re.compile(rf"lepas\.({IDS})"),
    "aturan": re.compile(r"aturan\.([a-z0-9-]{1,40})"),
}


def parse(link: str) -> tuple[list[Step], list[str]]:
    """The steps of a link, and the pieces of it that are none (or come after MOST_STEPS)."""
    steps: list[Step] = []
    refused: list[str] = []
    for piece in filter(None, link.split("_")):
        step = parse_one(piece)
        if step is None or len(steps) == MOST_STEPS:
            refused.append(piece)
        else:
            steps.append(step)
    return steps, refused


def parse_one(piece: str) -> Step | None:
    pattern = PATTERNS.get(piece.split(".")[0])
    found = pattern.fullmatch(piece) if pattern else None
    return None if found is None else MAKERS[piece.split(".")[0]](*found.groups())


def lift(number: str, mark: str, goal: str, who: str) -> Lift | None:
    if not mark:
        level = float(goal)
        return Lift(number, GOALS[mark], level, few(who)) if 1 <= level <= 3 else None
    mean = int(goal) / 100
    return Lift(number, GOALS[mark], mean, few(who)) if mean <= 3 else None


def few(who: str) -> str | int | tuple[str, ...]:
    return who if who == "semua" else named(who)


def named(who: str) -> int | tuple[str, ...]:
    return int(who) if COUNT.fullmatch(who) else tuple(filter(None, who.split("~")))


def maturity(text: str) -> float:
    return float(text.replace("-", "."))


MAKERS: dict[str, Callable[..., Step | None]] = {
    "naik": lift,
    "tiru": lambda one, value: Copy(one, maturity(value)),
    "baru": lambda count, value: (
        New(int(count), maturity(value)) if 1 <= int(count) <= MOST_NEW else None
    ),
    "isi": lambda sector, value: Cover(sector, maturity(value)),
    "lepas": lambda which: Drop(named(which)),
    "aturan": Rules,
}


def written(steps: list[Step]) -> str:
    """The steps as they stand in a link; `parse` reads them back."""
    return "_".join(map(write_one, steps))


def write_one(step: Step) -> str:
    match step:
        case Lift(number, kind, goal, who):
            mark = {word: mark for mark, word in GOALS.items()}[kind]
            size = f"{goal:.0f}" if not mark else f"{round(100 * goal)}"
            return f"naik.{number}.{mark}{size}.{joined(who)}"
        case Copy(innovation_id, value):
            return f"tiru.{innovation_id}.{plain(value)}"
        case New(count, value):
            return f"baru.{count}.{plain(value)}"
        case Cover(sector_id, value):
            return f"isi.{sector_id}.{plain(value)}"
        case Drop(which):
            return f"lepas.{joined(which)}"
        case Rules(ruleset):
            return f"aturan.{ruleset}"


def joined(who: str | int | tuple[str, ...]) -> str:
    if not isinstance(who, tuple):
        return str(who)
    ids = "~".join(who)
    return ids if few(ids) == who else f"{ids}~"


def plain(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", "-")
