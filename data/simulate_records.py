"""The records of made-up innovations: every field that a real report has, and who copied whom."""

import numpy as np
import pandas as pd

from data import simulate_names, simulate_rounds
from data.simulate_words import INNER, OTHER, PUBLIC, SECTORS

SOURCE = "F-simulasi"
INITIATORS = ("Perangkat Daerah", "ASN", "Masyarakat", "Kepala Daerah", "Anggota DPRD")
INITIATOR_SHARES = (0.45, 0.34, 0.11, 0.07, 0.03)
USUAL_FORM = 0.8  # the share of a sector's innovations that have its usual form
NAMED_COPIES = 0.15  # the share of copied innovations whose copiers are named in `replication`


def records(
    rng: np.random.Generator,
    innovations: pd.DataFrame,
    reports: pd.DataFrame,
    codes: list[str],
    years: list[int],
    real: set[str],
) -> pd.DataFrame:
    """Rows of the table innovation.

    Args:
        rng: decides all of it.
        innovations: government and first, from `simulate_rounds.reports`.
        reports: innovation and year, likewise.
        codes: of the governments, in the order of their places.
        years: of the rounds, in the order of their places.
        real: names no innovation may have.

    Returns:
        One row per innovation in the same order; all filled but award, note and, where the name
        says it all, long_name.
    """
    government = innovations["government"].to_numpy()
    sector = simulate_names.sectors_of(rng, government)
    first_told = np.array(years)[innovations["first"]]
    last = np.array(years)[reports.groupby("innovation")["year"].max()]
    dates = simulate_rounds.dates(rng, first_told)
    first = dates["trial_date"].dt.year.to_numpy()
    number = innovations.groupby("government").cumcount() + 1
    code = np.array(codes, dtype=object)[government]
    return simulate_names.named(rng, government, sector, real).assign(
        innovation_id=[f"{own}-c{one:04}" for own, one in zip(code, number, strict=True)],
        code=code,
        office=simulate_names.offices_of(rng, sector),
        sector_id=sector,
        first_year=first,
        last_year=last,
        year_as_printed=[
            str(end) if start == end else f"{start}-{end}"
            for start, end in zip(first, last, strict=True)
        ],
        initiator=rng.choice(INITIATORS, len(innovations), p=INITIATOR_SHARES),
        form=forms(rng, sector),
        trial_date=dates["trial_date"],
        applied_date=dates["applied_date"],
        is_reading=False,
        source_id=SOURCE,
    )


def forms(rng: np.random.Generator, sector: np.ndarray) -> np.ndarray:
    """The form of every innovation: mostly the usual one of its sector."""
    usual = np.array([SECTORS[str(one)].form for one in sector], dtype=object)
    other = rng.choice([PUBLIC, INNER, OTHER], len(sector))
    return np.where(rng.random(len(sector)) < USUAL_FORM, usual, other)


def staged(records: pd.DataFrame, reports: pd.DataFrame, years: list[int]) -> pd.DataFrame:
    """Rows of the table innovation_report, in the order of the reports."""
    told = records.loc[reports["innovation"], ["innovation_id", "trial_date", "applied_date"]]
    year = np.array(years)[reports["year"]]
    return pd.DataFrame(
        {
            "innovation_id": told["innovation_id"].to_numpy(),
            "year": year,
            "stage": simulate_rounds.stages(
                told["trial_date"].to_numpy(), told["applied_date"].to_numpy(), year
            ),
        }
    )


def replications(
    rng: np.random.Generator,
    copied: pd.DataFrame,
    names: dict[str, str],
) -> pd.DataFrame:
    """Rows of the table replication: some copied innovations with the governments that copied them.

    Args:
        rng: decides which, and by whom.
        copied: innovation_id, code, name, first_year, year and level (of the row "Replikasi") of
            innovations that others have copied, as last reported.
        names: of the governments, by code.

    Returns:
        As many rows for an innovation as its level says, or fewer; each another receiver.
    """
    rows = []
    for one in copied[rng.random(len(copied)) < NAMED_COPIES].itertuples():
        others = [code for code in names if code != one.code]
        for receiver in rng.choice(others, min(one.level, len(others)), replace=False):
            year = int(rng.integers(one.first_year, one.year + 1))
            rows.append((receiver, names[receiver], one.code, names[one.code], one.innovation_id,
                         year, str(year), f"Menyalin {one.name}"))  # fmt: skip
    columns = ["receiver_code", "receiver", "origin_code", "origin", "innovation_id",
               "year", "year_as_printed", "what"]  # fmt: skip
    return pd.DataFrame(rows, columns=columns).assign(
        replication_id=[f"RC{number:03}" for number in range(1, len(rows) + 1)],
        status="direplikasi",
        confidence="rendah",
        source_id=SOURCE,
    )
