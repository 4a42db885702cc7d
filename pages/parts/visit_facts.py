"""What must be known to write a visit note, asked at once: afterwards no database is needed."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from pages.parts.known import Known
from queries import peers, verdicts

PROFILE = (
    "population",
    "area",
    "human_development_index",
    "poverty_rate",
    "open_unemployment_rate",
    "grdp_per_capita_current_price",
)
"""The facts with which every document introduces a government."""
FIGURES = (*PROFILE, "realised_own_revenue")
OWN_REVENUE = "own_revenue_share"


@dataclass(frozen=True)
class Facts(Known):
    """All that is known of a visitor and its host.

    Attributes:
        code, host: the two governments.
        about: the row of `about.sql`.
        regencies: rows of `regencies.sql`, by code.
        figures: rows of `fact_values.sql` by fact and code.
        own_revenue: rows of `features.sql` that hold that share, by code.
        near: the row of `peer_distances.sql` that tells how alike the two are.
        peers: the visitor's usual peers by name.
        features: what each feature of the structure is called.
        scores: rows of `scores.sql`, by code.
        recorded: number of innovations on record, by code.
        gaps: rows of `verdicts.indicators` of the visitor.
        host_levels: rows of `indicator_gaps.sql` of the host, by indicator.
        sectors: rows of `verdicts.sectors` of the visitor.
        host_sectors: number of the host's innovations on record, by sector.
        rulesets: rows of `rulesets.sql`.
        replications: rows of `replications.sql` that tie the two.
        sources: rows of `sources.sql`, by id.
    """

    code: str
    host: str
    about: pd.Series
    regencies: pd.DataFrame
    figures: dict[str, pd.DataFrame]
    own_revenue: pd.DataFrame
    near: pd.Series
    peers: list[str]
    features: pd.Series
    scores: pd.DataFrame
    recorded: pd.Series
    gaps: pd.DataFrame
    host_levels: pd.DataFrame
    sectors: pd.DataFrame
    host_sectors: pd.Series
    rulesets: pd.DataFrame
    replications: pd.DataFrame
    sources: pd.DataFrame

    @property
    def both(self) -> tuple[str, str]:
        return self.code, self.host

    @cached_property
    def weaknesses(self) -> list[dict]:
        """The three that cost the visitor most."""
        return verdicts.costliest(self.gaps, self.sectors)


def facts(ask: Callable[..., pd.DataFrame], code: str, host: str, year: int | None) -> Facts:
    """Ask everything a note between two governments needs.

    Args:
        ask: puts a question to the dataset: `access.ask`, or `queries.ask` with its database.
        year: of the scores and gaps; None for the last known.
    """
    near = ask("peer_distances", code=code)
    usual = peers.usual(near)
    given = {"code": code, "peers": usual, "year": year}
    features = ask("features")
    return Facts(
        code,
        host,
        about=ask("about").iloc[0],
        regencies=ask("regencies").set_index("code"),
        figures={fact: ask("fact_values", fact=fact).set_index("code") for fact in FIGURES},
        own_revenue=features[features["feature"] == OWN_REVENUE].set_index("code"),
        near=near.set_index("peer").loc[host],
        peers=near.set_index("peer").loc[usual, "name"].tolist(),
        features=ask("feature_names").set_index("feature")["name"],
        scores=ask("scores", year=year).set_index("code"),
        recorded=ask("recorded", year=year, sector=None).set_index("code")["innovations"],
        gaps=judged(ask, given),
        host_levels=ask("indicator_gaps", **given | {"code": host}).set_index("indicator"),
        sectors=verdicts.sectors(ask("sector_gaps", **given)),
        host_sectors=by_sector(ask("sector_gaps", **given | {"code": host})),
        rulesets=ask("rulesets"),
        replications=between(ask("replications", code=code), code, host),
        sources=ask("sources").set_index("source_id"),
    )


def judged(ask: Callable[..., pd.DataFrame], given: dict) -> pd.DataFrame:
    chosen = ask("settings").set_index("setting")["value"]
    gaps = ask("indicator_gaps", **given)
    return verdicts.indicators(gaps, chosen["least_points"], chosen["least_innovations"])


def by_sector(sectors: pd.DataFrame) -> pd.Series:
    return sectors.set_index("sector_id")["innovations"]


def between(records: pd.DataFrame, code: str, host: str) -> pd.DataFrame:
    """The documented visits, commitments and copies that tie the two, whichever way."""
    both = {code, host}
    ends = zip(records["receiver_code"], records["origin_code"], strict=True)
    return records[[set(pair) == both for pair in ends]]
