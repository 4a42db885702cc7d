"""What one more replication by another government adds to the giver's own "Replikasi" row.

The row counts different governments: 1, 2, 3 of them are level 1, 2, 3 (rules/indicators.csv, row
31). More than three add nothing.
"""

import pandas as pd

HIGHEST = 3


def with_gain(rows: pd.DataFrame) -> pd.DataFrame:
    """Where each innovation's row would stand after one more government.

    A reported level counts as so many governments even where fewer are on record: the record of
    open sources is not complete.

    Args:
        rows: rows of `replication_row.sql`.

    Returns:
        The rows with after (level, 1–3), gain (index points; NA without a report) and unclaimed
        (more governments on record than the level says; false where it is unknown).
    """
    level = rows["level"].astype("Float64")
    known = pd.concat([level, rows["regencies"].astype("Float64")], axis=1).max(axis=1)
    after = (known.fillna(0) + 1).clip(upper=HIGHEST)
    gain = (after - level) * rows["points_per_level"].astype("Float64")
    met = rows["regencies"].clip(upper=HIGHEST).astype("Float64")
    unclaimed = (met > level).fillna(False).astype(bool)
    return rows.assign(after=after.astype("Int64"), gain=gain, unclaimed=unclaimed)
