"""A country of made-up governments around the 13 real ones, to measure with and never to show.

Codes, names, borders and figures are invented: the first two digits belong to no province, every
name says "Rekaan", borders are squares on a grid south of the real ones, and figures are weighted
geometric means of the real regencies' figures, so they stay in range and agree with each other.
"""

import json

import duckdb
import numpy as np
import pandas as pd

PROVINCES, REGENCIES, CITIES = 38, 501, 91  # regencies include the cities
# Two digits that no province has, in the numbering of BPS.
FREE = [*range(1, 11), *range(22, 31), *range(37, 51), *range(54, 61)]
KINDS = {"Provinsi": "Provinsi", "Kabupaten": "Kab.", "Kota": "Kota"}
WEST, SOUTH, WIDE, HIGH, ROWS = 95.0, -14.5, 1.0, 0.75, 12  # degrees; squares of one column
KM = 111.3  # of a degree of latitude
ALIKE = 0.4  # small: a made-up government resembles one or two real ones


def add_governments(db: duckdb.DuckDBPyConnection, rng: np.random.Generator, source: str) -> None:
    """Put 38 provinces and 501 regencies with figures, borders and neighbours beside the 13.

    Args:
        db: regency and regency_fact hold the 13; `source` is a row of the table source.
        rng: decides the figures.
        source: the source_id of all that is invented.
    """
    governments = squares(invented()).assign(source_id=source)
    figures = invented_figures(db, rng, list(governments["code"])).assign(source_id=source)
    columns = ["longitude", "latitude", "row", "column"]
    write(db, "regency", governments.drop(columns=columns))
    write(db, "regency_fact", figures)
    write(db, "boundary", shapes(governments))
    write(db, "neighbour", neighbours(governments))


def invented() -> pd.DataFrame:
    """Code, name, kind and capital of every made-up government, by code."""
    prefixes = [f"{number:02}" for number in FREE[:PROVINCES]]
    rows = [(f"{prefix}00", "Provinsi", prefix) for prefix in prefixes]
    for number in range(REGENCIES):
        turn, province = divmod(number, PROVINCES)
        kind = "Kota" if number < CITIES else "Kabupaten"
        first = 71 if kind == "Kota" else 1
        rows.append((f"{prefixes[province]}{first + turn:02}", kind, f"{number + 1:03}"))
    frame = pd.DataFrame(rows, columns=["code", "kind", "number"])
    label = "Rekaan " + frame["number"]
    return frame.assign(
        name=frame["kind"] + " " + label,
        short_name=frame["kind"].map(KINDS) + " " + label,
        kemendagri_code=frame["code"].str[:2] + "." + frame["code"].str[2:],
        capital="Ibu kota " + label,
    ).drop(columns="number").sort_values("code", ignore_index=True)  # fmt: skip


def squares(governments: pd.DataFrame) -> pd.DataFrame:
    """Adds each one's place on the grid, column by column, and its capital in the middle."""
    place = np.arange(len(governments))
    column, row = np.divmod(place, ROWS)
    longitude, latitude = WEST + column * WIDE, SOUTH + row * HIGH
    return governments.assign(
        longitude=longitude,
        latitude=latitude,
        row=row,
        column=column,
        capital_longitude=longitude + WIDE / 2,
        capital_latitude=latitude + HIGH / 2,
    )


def shapes(governments: pd.DataFrame) -> pd.DataFrame:
    """Rows of the table boundary; rings run clockwise, as the map wants them."""
    west, south = governments["longitude"], governments["latitude"]
    corners = [(0, 0), (0, HIGH), (WIDE, HIGH), (WIDE, 0), (0, 0)]
    rings = [
        [[x + right, y + up] for right, up in corners] for x, y in zip(west, south, strict=True)
    ]
    return pd.DataFrame(
        {
            "code": governments["code"],
            "geometry": [json.dumps({"type": "Polygon", "coordinates": [ring]}) for ring in rings],
            "label_longitude": governments["capital_longitude"],
            "label_latitude": governments["capital_latitude"],
            "area_km2": (KM**2 * WIDE * HIGH * across(south + HIGH / 2)).round(1),
        }
    )


def neighbours(governments: pd.DataFrame) -> pd.DataFrame:
    """Rows of the table neighbour: those above, below, left and right, both ways."""
    here = governments[["code", "row", "column", "latitude"]]
    found = []
    for up, right in [(1, 0), (-1, 0), (0, 1), (0, -1)]:
        there = here.assign(row=here["row"] - up, column=here["column"] - right)
        pairs = here.merge(there, on=["row", "column"], suffixes=("", "_there"))
        border = pairs[["latitude", "latitude_there"]].max(axis=1)
        length = KM * (WIDE * across(border) if up else HIGH + 0 * border)
        found.append(
            pd.DataFrame(
                {
                    "code": pairs["code"],
                    "neighbour": pairs["code_there"],
                    "border_km": length.round(1),
                }
            )
        )
    return pd.concat(found).sort_values(["code", "neighbour"], ignore_index=True)


def across(latitude: pd.Series) -> pd.Series:
    """How long a degree of longitude is, as a share of one at the equator."""
    return pd.Series(np.cos(np.radians(latitude)))


def invented_figures(
    db: duckdb.DuckDBPyConnection, rng: np.random.Generator, codes: list[str]
) -> pd.DataFrame:
    """Rows of the table regency_fact, for every figure that all real regencies have."""
    known = db.execute("select fact, year, code, value from regency_fact where value >= 0").df()
    wide = known.pivot(index=["fact", "year"], columns="code", values="value").dropna()
    weights = rng.dirichlet(np.full(wide.shape[1], ALIKE), len(codes))
    values = np.exp(np.log(wide.to_numpy().clip(min=0.01)) @ weights.T)
    figures = pd.DataFrame(values, index=wide.index, columns=codes)
    long = figures.rename_axis(columns="code").stack().rename("value").reset_index()
    return long.sort_values(["code", "fact", "year"], ignore_index=True).assign(status="tetap")


def write(db: duckdb.DuckDBPyConnection, table: str, rows: pd.DataFrame) -> None:
    """Insert the rows of a frame by column name, in their order."""
    db.register("rows_to_write", rows)
    db.execute(f"insert into {table} by name select * from rows_to_write")
    db.unregister("rows_to_write")
