"""The tab "Hubungan angka" of Jelajah: two figures of every government against each other."""

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from pages.parts import access, console_link, explore_labels, pick, plotting, tables, words
from pages.parts import explore_scatter_sentences as sentences
from pages.parts.charts import Trace, drawn, sign
from pages.parts.colours import Palette, palette
from pages.parts.explore_choices import Chosen
from queries import explore_correlation

ACROSS, UP = "horizontal", "vertical"
NAMED = 40  # governments whose names are written beside their points
HEIGHT = 520


def draw(view: access.View, chosen: Chosen, counted: pd.Series) -> None:
    """Two figures to choose, the chart, what it shows and what it does not, the twin."""
    figures = access.ask("explore_figures").set_index("figure")
    across, up = controls(figures["name"].to_dict())
    rows = pairs(across, up, view, chosen)
    known = rows.dropna(subset=["across", "up"])
    if known.empty:
        st.info("Tidak ada daerah yang kedua angkanya diketahui; pilih angka lain.")
        return
    both = explore_correlation.together(rows["across"], rows["up"])
    said = sentences.finding(figures.loc[across, "name"], figures.loc[up, "name"], both)
    st.markdown(said)
    figure = scatter(known, figures.loc[across], figures.loc[up], view.code, palette(view.dark))
    plotting.plot(
        figure,
        "figures_scatter",
        said,
        asked=[
            console_link.asked("explore_figure", figure=one, year=view.year) for one in (across, up)
        ],
    )
    st.markdown(sentences.care(both, rows))
    st.caption(sentences.years(rows, figures.loc[across, "name"], figures.loc[up, "name"]))
    tables.source(sentences.publishers(rows, view.dataset))
    with st.expander("Sebagai tabel", key="scatter_twin", on_change="rerun") as fold:
        if fold.open:
            tables.show(twin(rows, figures.loc[across], figures.loc[up]), "Kedua angka tiap daerah")


def controls(names: dict[str, str]) -> tuple[str, str]:
    with st.grid(2, min_column_width=240, gap="small"):
        across = pick.one("Mendatar", names, ACROSS, first="poverty_rate", persisted=True)
        up = pick.one("Tegak", names, UP, first="indeks", persisted=True)
    return across, up


def pairs(across: str, up: str, view: access.View, chosen: Chosen) -> pd.DataFrame:
    """Both figures of each government that the filters of governments let pass."""
    one, other = (
        access.ask("explore_figure", figure=figure, year=view.year) for figure in (across, up)
    )
    rows = one.rename(
        columns={"value": "across", "year": "across_year", "publisher": "across_publisher"}
    ).merge(
        other.rename(columns={"value": "up", "year": "up_year", "publisher": "up_publisher"})[
            ["code", "up", "up_year", "up_publisher"]
        ],
        on="code",
    )
    for name, column in (("regencies", "code"), ("kinds", "kind")):
        if chosen.given[name]:
            rows = rows[rows[column].isin(chosen.given[name])]
    return rows.reset_index(drop=True)


def scatter(
    rows: pd.DataFrame, across: pd.Series, up: pd.Series, code: str, palette: Palette
) -> go.Figure:
    """A point and a name for each government; the one in view stands out.

    Args:
        rows: of `pairs`, both figures known.
    """
    return drawn(
        [dots(rows, across, up, code, palette)],
        palette,
        HEIGHT,
        xaxis={"title": {"text": titled(across)}},
        yaxis={"title": {"text": titled(up)}},
    )


def titled(figure: pd.Series) -> str:
    return f"{figure['name']} ({figure['unit']})" if figure["unit"] else str(figure["name"])


def dots(
    rows: pd.DataFrame, across: pd.Series, up: pd.Series, code: str, palette: Palette
) -> Trace:
    own = rows["code"] == code
    colours = [palette.chosen if one else palette.accent for one in own]
    return {
        "type": "scatter",
        "mode": "markers+text" if len(rows) <= NAMED else "markers",
        "x": rows["across"].tolist(),
        "y": rows["up"].tolist(),
        "text": [
            f"<b>{name}</b>" if one else name
            for name, one in zip(rows["short_name"], own, strict=True)
        ],
        "textposition": places(rows),
        "textfont": {"size": 12, "color": palette.ink},
        "cliponaxis": False,
        "marker": sign("circle", 9, palette.accent, 1) | {"color": colours},
        "hovertext": [
            f"<b>{row['name']}</b><br>{across['name']}: {value(row['across'], across)}"
            f"<br>{up['name']}: {value(row['up'], up)}"
            for row in rows.to_dict("records")
        ],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "showlegend": False,
    }


def places(rows: pd.DataFrame) -> list[str] | str:
    """Of the names, where they are written."""
    if len(rows) > NAMED:
        return "top center"
    return explore_labels.beside(rows["across"], rows["up"], rows["short_name"])


def value(number: float, figure: pd.Series) -> str:
    return words.measured(number, figure["unit"] or "indeks", int(figure["decimals"]))


def twin(rows: pd.DataFrame, across: pd.Series, up: pd.Series) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Daerah": [words.text(name) for name in rows["name"]],
            words.escape(across["name"]): [
                words.escape(value(number, across)) for number in rows["across"]
            ],
            "Tahun": [words.year(year) for year in rows["across_year"]],
            words.escape(up["name"] + " "): [
                words.escape(value(number, up)) for number in rows["up"]
            ],
            "Tahun ": [words.year(year) for year in rows["up_year"]],
        }
    )
