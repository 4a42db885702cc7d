"""All that a briefing rests on, asked at once; afterwards no database or session is needed."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from queries import peers as peer_choice
from queries import ranking, verdicts

Ask = Callable[..., pd.DataFrame]
TOLD = 3  # gaps, candidates, cooperations: what a leader remembers
TOP = 20  # the first of a list, when asked who needs an innovation
PROVINCE, PROVINCE_NAME = "6300", "Provinsi Kalimantan Selatan"


@dataclass(frozen=True)
class Chosen:
    """What a briefing is asked about.

    Attributes:
        code: of a regency, or PROVINCE.
        year: of the reports and scores; None for the last known.
        sector: narrows the candidates; None for all.
        peers: whom the regency is compared with; None for the four most alike in structure.
        basis: how they were chosen, in words.
        link: the web address of the page that shows the same.
        day: on which it is made.
    """

    code: str
    year: int | None
    sector: str | None
    peers: tuple[str, ...] | None
    basis: str
    link: str
    day: datetime.date


@dataclass(frozen=True)
class Brief:
    """What is known of one regency, or of the province (which has no peers, gaps or ranking).

    Attributes:
        chosen: what was asked.
        about: the row of `about.sql`.
        regencies: rows of `regencies.sql`, by code.
        peers: codes; near: rows of `peer_distances.sql` of the regency, by peer.
        scores: rows of `scores.sql`, by code, best first.
        standing: rows of `standing.sql`; history: of `score_history.sql`.
        place: rows of `peer_rank.sql`, the latest report first.
        gaps: rows of `verdicts.indicators`; sectors: of `verdicts.sectors`.
        ranked: rows of `ranking.ranking` with those of `copy_gains.sql`, narrowed to the sector.
        province_gaps, province_candidates: rows of those questions; empty for a regency.
        board: rows of `ledger/board.sql` that are under way, the latest first.
        step_names: of a cooperation, in order.
        note: what the regency's editors wrote for its briefings; "" where nothing.
        shapes: rows of `boundaries.sql`.
        rulesets, sources (by id), sector_names (by id), feature_names (by feature).
    """

    chosen: Chosen
    about: pd.Series
    regencies: pd.DataFrame
    peers: tuple[str, ...]
    near: pd.DataFrame
    scores: pd.DataFrame
    standing: pd.DataFrame
    history: pd.DataFrame
    place: pd.DataFrame
    gaps: pd.DataFrame
    sectors: pd.DataFrame
    ranked: pd.DataFrame
    province_gaps: pd.DataFrame
    province_candidates: pd.DataFrame
    board: pd.DataFrame
    step_names: tuple[str, ...]
    note: str
    shapes: pd.DataFrame
    rulesets: pd.DataFrame
    sources: pd.DataFrame
    sector_names: pd.Series
    feature_names: pd.Series

    @property
    def is_province(self) -> bool:
        return self.chosen.code == PROVINCE

    @property
    def simulated(self) -> bool:
        return bool(self.about["simulated"])

    @property
    def dataset(self) -> str:
        return str(self.about["name"])

    @property
    def own(self) -> pd.Series:
        """The regency's row of scores."""
        return self.scores.loc[self.chosen.code]

    @property
    def full_name(self) -> str:
        """ "Kabupaten Tanah Bumbu", "Kota Banjarbaru", "Provinsi Kalimantan Selatan"."""
        if self.is_province:
            return PROVINCE_NAME
        return f"{self.regencies.loc[self.chosen.code, 'kind']} {self.name(self.chosen.code)}"

    def name(self, code: str) -> str:
        return str(self.regencies.loc[code, "name"])

    @cached_property
    def weaknesses(self) -> list[dict]:
        """The rows that cost the regency most, each with `sort` (`verdicts.costliest`)."""
        return verdicts.costliest(self.gaps, self.sectors, TOLD)

    @cached_property
    def listed(self) -> pd.DataFrame:
        """The candidates that are proposed, best first: stronger origin, no near-duplicate."""
        return self.ranked[self.ranked["admitted"] & self.ranked["duplicate_of"].isna()]

    @property
    def candidate_rows(self) -> pd.DataFrame:
        """The first of them as rows."""
        return self.ranked if self.is_province else self.listed.head(TOLD)

    @cached_property
    def candidates(self) -> list[dict]:
        """The first of them, as dicts."""
        return self.candidate_rows.to_dict("records")


def brief(ask: Ask, chosen: Chosen, ranked: pd.DataFrame, board: pd.DataFrame, note: str) -> Brief:
    """Ask everything.

    Args:
        ask: puts a question to the dataset: `access.ask`, or `queries.ask` with its database.
        ranked: what `ranked()` gives, or the page remembers; not looked at for the province.
        board: every row of `ledger/board.sql` of the dataset.
        note: as the book holds it.
    """
    steps = ask("cooperation_steps")["name"]
    only = of_province(ask, chosen) if chosen.code == PROVINCE else of_regency(ask, chosen, ranked)
    return Brief(
        chosen=chosen,
        about=ask("about").iloc[0],
        regencies=ask("regencies").set_index("code"),
        scores=ask("scores", year=chosen.year).set_index("code"),
        board=under_way(board, chosen.code, len(steps)),
        step_names=tuple(steps),
        note=note,
        shapes=ask("boundaries"),
        rulesets=ask("rulesets"),
        sources=ask("sources").set_index("source_id"),
        sector_names=ask("sectors").set_index("sector_id")["name"],
        feature_names=ask("feature_names").set_index("feature")["name"],
        **({name: pd.DataFrame() for name in OF_ONE} | {"peers": ()} | only),
    )


OF_ONE = (
    "near", "standing", "history", "place", "gaps", "sectors", "ranked", "province_gaps",
    "province_candidates",
)  # fmt: skip
"""Frames that only a regency, or only the province, has."""


def ranked(ask: Ask, code: str, year: int | None) -> pd.DataFrame:
    """Every innovation of the others, and what copying it brings; as `shortlist.ranked`."""
    if code == PROVINCE:
        return pd.DataFrame()
    gains = ask("copy_gains", code=code, year=year)
    return ranking.ranking(ask, code, year).merge(gains, "left", "innovation_id")


def of_regency(ask: Ask, chosen: Chosen, ranked: pd.DataFrame) -> dict:
    """What only a regency has: peers, gaps, candidates, its place."""
    code, year = chosen.code, chosen.year
    near = ask("peer_distances", code=code)
    codes = list(chosen.peers or peer_choice.usual(near))
    given = {"code": code, "peers": codes, "year": year}
    setting = ask("settings").set_index("setting")["value"]
    return {
        "peers": tuple(codes),
        "near": near.set_index("peer"),
        "standing": ask("standing", code=code, year=year),
        "history": ask("score_history", code=code),
        "place": ask("peer_rank", code=code, peers=codes),
        "gaps": verdicts.indicators(
            ask("indicator_gaps", **given), setting["least_points"], setting["least_innovations"]
        ),
        "sectors": verdicts.sectors(ask("sector_gaps", **given)),
        "ranked": ranked[ranked["sector_id"] == chosen.sector] if chosen.sector else ranked,
    }


def of_province(ask: Ask, chosen: Chosen) -> dict:
    """What only the province has: where its regencies leave points, and what they could copy."""
    return {
        "province_gaps": ask("province_gaps", year=chosen.year),
        "province_candidates": ask("province_candidates", top=TOP, sector=chosen.sector),
    }


def under_way(board: pd.DataFrame, code: str, steps: int) -> pd.DataFrame:
    """The cooperations that are not closed: those a regency receives or gives, or all."""
    if board.empty:
        return board
    running = board[board["place"] < steps]
    if code == PROVINCE:
        return running
    return running[running["receiver_code"].eq(code) | running["giver_code"].eq(code)]
