"""The small map of a briefing: every government by its score, the own one outlined."""

import math

import pandas as pd
import shapely
import streamlit as st

from pages.parts import claim_words, share_picture, words
from pages.parts.brief_facts import Brief
from pages.parts.colours import palette
from pages.parts.map import CONFIG, OVER_LAND, SMALL, choropleth, label_places
from pages.parts.map_shapes import fitted
from pages.parts.map_window import EDGE, Room, extent

LEAST_HEIGHT = 232  # pixels
BREADTH, LINE = 0.5, 1.35  # of a letter and of a line, in heights of letters


def small_map(brief: Brief, dark: bool, letters: int) -> None:
    """As high as its place; names only where the briefing speaks of them."""
    told = values(brief)
    rows = brief.shapes.merge(told, on="code")
    spoken_of = [brief.chosen.code, *brief.peers] if brief.peers else largest(rows)
    room = room_for(rows[rows["code"].isin(spoken_of)], rows, letters)
    drawn = choropleth(
        brief.shapes,
        told,
        brief.chosen.code,
        palette(dark),
        low=0,
        high=100,
        height=None,
        named=uncrowded(rows, spoken_of, letters, room),
        letters=letters,
        room=room,
    )
    with st.container(key="brief_map_place", gap=None):
        st.plotly_chart(drawn, key="brief_map", config=CONFIG, alt=finding(brief), height="stretch")


def largest(shapes: pd.DataFrame) -> list[str]:
    """All that hold a name, the largest first."""
    area = shapes.set_index("code")["area_km2"].sort_values(ascending=False)
    return area.index[area >= SMALL * area.sum()].tolist()


def room_for(told: pd.DataFrame, rows: pd.DataFrame, letters: int) -> Room:
    """As much in the west as the longest name that is led out takes; none where none is."""
    outside = label_places(told, rows)[1]
    if outside.empty:
        return Room(west=EDGE)
    degree = math.radians(fitted(extent(rows), math.inf, LEAST_HEIGHT).scale)  # in pixels
    return Room(
        west=max(breadth(outside, letters)) / degree - OVER_LAND + EDGE,
        step=2 * LINE * letters / degree,
    )


def uncrowded(rows: pd.DataFrame, codes: list[str], letters: int, room: Room) -> set[str]:
    """Those of the codes, in their order, whose name and figure cover none named before.

    Args:
        rows: of `boundaries.sql`, with label.
        letters: their height in pixels, on a map of the least height.
    """
    boxes = label_boxes(rows[rows["code"].isin(codes)], rows, letters, room)
    named: list[str] = []
    for code in codes:
        if not any(boxes[code].intersects(boxes[other]) for other in named):
            named.append(code)
    return set(named)


def label_boxes(
    told: pd.DataFrame, rows: pd.DataFrame, letters: int, room: Room
) -> dict[str, shapely.Polygon]:
    """By code where a name with its figure under it stands, in pixels."""
    window = fitted(extent(rows, room), math.inf, LEAST_HEIGHT)
    boxes = {}
    for part, middle in zip(label_places(told, rows, room), (0.5, 1), strict=True):
        for row, wide in zip(part.itertuples(), breadth(part, letters), strict=True):
            x, y = window.point(row.label_longitude, row.label_latitude)
            west, high = x - wide * middle, LINE * letters
            boxes[row.code] = shapely.box(west, y - high, west + wide, y + high)
    return boxes


def breadth(rows: pd.DataFrame, letters: int) -> list[float]:
    """Pixels that a name and the figure under it take, about."""
    told = zip(rows["short_name"], rows["label"], strict=True)
    return [BREADTH * letters * max(len(name), len(label)) for name, label in told]


def picture(brief: Brief) -> None:
    """The buttons for a picture of it, to stand elsewhere: above it the screen has no room."""
    share_picture.buttons("brief_map", finding(brief), "")


def values(brief: Brief) -> pd.DataFrame:
    rows = brief.scores.reset_index()
    told = [claim_words.score_with_year(row) for row in rows.to_dict("records")]
    hover = [f"<b>{name}</b><br>{score}" for name, score in zip(rows["name"], told, strict=True)]
    label = [words.number(score, 0) for score in rows["score"]]
    return pd.DataFrame(
        {"code": rows["code"], "value": rows["score"], "label": label, "hover": hover}
    )


def finding(brief: Brief) -> str:
    """What the map shows, as its alternative text."""
    known = int(brief.scores["score"].notna().sum())
    return (
        f"Peta skor indeks {words.when(brief.chosen.year)}: diketahui untuk {known} dari "
        f"{len(brief.scores)} daerah; {brief.full_name} digarisi."
    )
