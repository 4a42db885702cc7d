"""The tab "Tabulasi silang" of Jelajah: any two dimensions against each other."""

import pandas as pd
import streamlit as st

from pages.parts import (
    access,
    console_link,
    explore_heat,
    origins,
    pick,
    plotting,
    scrolling,
    tables,
    words,
)
from pages.parts import explore_choices as choices
from pages.parts.colours import palette
from pages.parts.explore_choices import Chosen

DOWN, ACROSS, MEASURE = "down", "across", "measure"
NONE = "satu saja"
MEASURES = {"innovations": "Jumlah inovasi", "maturity": "Median kematangan"}
MOST_LINES, MOST_COLUMNS = 40, 20  # what a screen holds; the fullest are drawn
NO_MATURITY = (
    "Kematangan belum ada data: belum ada parameter yang dilaporkan. Pilih ukuran Jumlah inovasi."
)
ORDERED = ("years", "stages", "grades", "classes")  # have an order of their own


def draw(view: access.View, chosen: Chosen, counted: pd.Series) -> None:
    """The controls, the heat map, its twin."""
    asked = down, across, measure = controls()
    if not counted["innovations"]:
        st.info("Tidak ada inovasi yang lolos saringan; lepas salah satunya di atas.")
        return
    behind = console_link.asked("explore_cross", **chosen.given, down=down, across=across)
    every = access.ask(behind.question, **behind.given)
    if measure == "maturity" and not every["scored"].sum():
        st.info(NO_MATURITY)
        return
    lines = values(every, "down", down, MOST_LINES, chosen)
    columns = values(every, "across", across, MOST_COLUMNS, chosen)
    cells = named(every, lines, columns)
    said = finding(cells, *asked)
    st.markdown(said)
    figure = explore_heat.heat(cells, measure, lines, columns, palette(view.dark))
    plotting.plot(
        figure,
        "cross_chart",
        said,
        sets=lambda cell: choose(down, across, cell),
        asked=[behind],
    )
    st.caption(notes(every, lines, columns, down, across))
    tables.source(origins.on_record(view.dataset), "dihitung dari baris yang lolos saringan")
    with st.expander("Sebagai tabel", key="cross_twin", on_change="rerun") as fold:
        if fold.open:
            twin(cells, measure, lines, columns, view)


def controls() -> tuple[str, str, str]:
    """Which dimension goes down, which across, and what is counted."""
    short = {name: title.removesuffix(" (beberapa)") for name, title in choices.NAMES.items()}
    with st.grid(3, min_column_width=200, gap="small"):
        down = pick.one("Baris", short, DOWN, first="sectors", persisted=True)
        across = pick.one(
            "Kolom", {**short, words.ANY: NONE}, ACROSS, first="regencies", persisted=True
        )
        measure = pick.one("Ukuran", MEASURES, MEASURE, persisted=True)
    return down, across, measure


def values(
    cells: pd.DataFrame, side: str, dimension: str, most: int, chosen: Chosen
) -> explore_heat.Values:
    """The fullest values with their names, in their own order or the fullest first, the unknown
    last."""
    sums = cells.groupby(side)["innovations"].sum().sort_values(ascending=False, kind="stable")
    kept = sums.index[:most].tolist()
    if dimension in ORDERED:
        first = list(choices.FIXED.get(dimension, {}))
        kept.sort(key=lambda one: (first.index(one), "") if one in first else (len(first), one))
    names = chosen.options.get(dimension, {"": "inovasi"})
    return [(one, names[one]) for one in sorted(kept, key=lambda one: one == "")]


def named(
    cells: pd.DataFrame, lines: explore_heat.Values, columns: explore_heat.Values
) -> pd.DataFrame:
    """The cells that are drawn, with the names of both values."""
    down, across = dict(lines), dict(columns)
    kept = cells[cells["down"].isin(down) & cells["across"].isin(across)]
    return kept.assign(down_name=kept["down"].map(down), across_name=kept["across"].map(across))


def finding(cells: pd.DataFrame, _down: str, across: str, measure: str) -> str:
    """Where the most are, or the most mature."""
    known = cells.dropna(subset=measure)
    best = known.sort_values([measure, "innovations"], ascending=False).iloc[0]
    where = words.escape(str(best["down_name"])) + (
        f" × {words.escape(str(best['across_name']))}" if across else ""
    )
    if measure == "innovations":
        return f"Terbanyak: **{where}**, {words.whole(best['innovations'])} inovasi."
    return (
        f"Median kematangan tertinggi: **{where}**, {words.brief(best['maturity'])} dari "
        f"{words.whole(best['scored'])} inovasi."
    )


def notes(
    every: pd.DataFrame,
    lines: explore_heat.Values,
    columns: explore_heat.Values,
    down: str,
    across: str,
) -> str:
    """What a click does, what is left out, what counts twice."""
    told = ["Klik sebuah sel untuk menyaring menurut keduanya."]
    for side, kept, kind in (("down", lines, "baris"), ("across", columns, "kolom")):
        total = every[side].nunique()
        if total > len(kept):
            told.append(f"Digambar {len(kept)} {kind} terisi terbanyak dari {words.whole(total)}.")
    if "themes" in (down, across):
        told.append("Inovasi dengan beberapa tema dihitung pada setiap temanya.")
    return " ".join(told)


def choose(down: str, across: str, cell: str) -> None:
    """Both filters to the values of a cell."""
    values = cell.split(explore_heat.BETWEEN)
    for name, value in zip((down, across), values, strict=True):
        if name:
            choices.add(name, value)


def twin(
    cells: pd.DataFrame,
    measure: str,
    lines: explore_heat.Values,
    columns: explore_heat.Values,
    view: access.View,
) -> None:
    """The heat map as a table; its first column stays in view on a phone."""
    grid = cells.pivot(index="down", columns="across", values=measure)
    told = words.whole if measure == "innovations" else words.brief
    down = [value for value, _ in lines]
    table = pd.DataFrame(
        {
            "": [words.text(name) for _, name in lines],
            **{
                words.escape(name): [told(value) for value in grid.loc[down, column]]
                for column, name in columns
            },
        }
    )
    scrolling.table(table, f"{MEASURES[measure]} tiap pasangan", "cross", view.dark)
