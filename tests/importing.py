"""What tests of importing start from: a made-up round as if it had come in as a spreadsheet.

held = importing.round_of(simulated)                     # the round of 2026, all governments
held = importing.results({"6303": 61.5, "6310": 33.2})   # printed scores of 2026, nothing else
"""

import duckdb
import pandas as pd

from data.importing.holdings import Holdings, holdings
from data.importing.vocabulary import plain

FILE = {
    "file_id": "U001",
    "name": "putaran.xlsx",
    "sha256": "a" * 64,
    "bytes": 1000,
    "publisher": "Balitbangda",
    "who": "penguji",
    "imported": "2026-11-25",
}
INNOVATIONS = """
    select code, year, name, office, sector_id, stage, initiator, digital, form, trial_date,
        applied_date, description, 'U001' as file_id, innovation_id
    from innovation_report
    join innovation using (innovation_id)
    where year = $year
    order by innovation_id
"""
LEVELS = (
    "select innovation_id, indicator, level from innovation_level where year = $year order by all"
)
GOVERNMENT = """
    select code, year, indicator, level, raw_value, 'U001' as file_id
    from government_level
    where year = $year and basis = 'dilaporkan'
    order by code, indicator
"""


def round_of(db: duckdb.DuckDBPyConnection, year: int = 2026) -> Holdings:
    """All that the governments of a database have reported in one year."""
    with db.cursor() as cursor:
        innovation, level, government = (
            cursor.execute(sql, {"year": year}).df() for sql in (INNOVATIONS, LEVELS, GOVERNMENT)
        )
    innovation["key"] = innovation["name"].map(plain)
    keys = innovation[["innovation_id", "code", "year", "key"]]
    return holdings(
        file=[FILE],
        innovation=innovation,
        innovation_level=level.merge(keys, on="innovation_id"),
        government_level=government,
    )


def results(scores: dict[str, float], year: int = 2026, **more: str) -> Holdings:
    """Printed scores by government; more fields of the one file may be given."""
    return holdings(
        file=[FILE | more],
        result=[
            {"code": code, "year": year, "score": score, "file_id": "U001"}
            for code, score in scores.items()
        ],
    )


def repeated(held: Holdings, times: int) -> Holdings:
    """The same innovations so many times under other names, to measure with."""
    copies = {
        name: pd.concat(
            [
                frame.assign(key=frame["key"] + f" {number}")
                for frame in [getattr(held, name)]
                for number in range(times)
            ]
        )
        for name in ("innovation", "innovation_level")
    }
    copies["innovation"]["name"] = copies["innovation"]["key"]
    return held.with_frames(**copies)
