"""All that a briefing rests on: what was chosen, and what is known of it."""

import datetime
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from pages.parts.known import Known
from queries import verdicts

TOLD = 3  # gaps, candidates, cooperations: what a leader remembers
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
class Brief(Known):
    """What is known of one regency, or of the province (which has no peers, gaps or ranking).

    Attributes:
        chosen: what was asked.
        about: the row of `about.sql`.
        regencies: rows of `regencies.sql`, by code.
        peers: codes; near: rows of `peer_distances.sql` of the regency, by peer.
        scores: rows of `scores.sql`, by code, best first.
        standing: rows of `standing.sql`; history: of `score_history.sql`; claims: of `claims.sql`.
        place: rows of `peer_rank.sql`, the latest report first.
        gaps: rows of `verdicts.indicators`; sectors: of `verdicts.sectors`.
        ranked: rows of `ranking.ranking` with those of `copy_gains.sql`, narrowed to the sector.
        province_gaps, province_candidates: rows of those questions; empty for a regency.
        board: rows of `ledger/board.sql` that are under way, the latest first.
        step_names: of a cooperation, in order.
        note: what the regency's editors wrote for its briefings; "" where nothing.
        shapes: rows of `boundaries.sql`.
        rulesets, sources (by id), sector_names (by id), feature_names (by feature).
        features: rows of `features.sql`; score_years: of `index_scores.sql`, all regencies.
        settings: rows of `settings.sql`; method: what `method.numbers` reads from all rules.
        bands: rows of `bands.sql`; figures: of `figures.sql`, all regencies.
        awards: rows of `awards.sql`; replications: of `replications.sql`, those of the regency.
    """

    chosen: Chosen
    about: pd.Series
    regencies: pd.DataFrame
    peers: tuple[str, ...]
    near: pd.DataFrame
    scores: pd.DataFrame
    standing: pd.DataFrame
    history: pd.DataFrame
    claims: pd.DataFrame
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
    features: pd.DataFrame
    score_years: pd.DataFrame
    settings: pd.DataFrame
    method: dict[str, str]
    bands: pd.DataFrame
    figures: pd.DataFrame
    awards: pd.DataFrame
    replications: pd.DataFrame

    @property
    def is_province(self) -> bool:
        return self.chosen.code == PROVINCE

    @property
    def own(self) -> pd.Series:
        """The regency's row of scores."""
        return self.scores.loc[self.chosen.code]

    @property
    def full_name(self) -> str:
        """ "Kabupaten Tanah Bumbu", "Kota Banjarbaru", "Provinsi Kalimantan Selatan"."""
        return PROVINCE_NAME if self.is_province else self.titled(self.chosen.code)

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
