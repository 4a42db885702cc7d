"""The tab "Kematangan" of Jelajah: innovations by maturity, a line for each sector."""

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from pages.parts import access, console_link, explore_detail, origins, plotting, tables, words
from pages.parts.charts import Trace, drawn
from pages.parts.colours import Palette, on_scale, palette
from pages.parts.explore_choices import Chosen, whole
from pages.parts.explore_heat import short

EACH = 40  # points a sector: what one can still tell apart, and a slow line carries
ROW = 30  # pixels a line
GOLDEN = 0.618034  # spreads points evenly over the height of a line


def draw(view: access.View, chosen: Chosen, counted: pd.Series) -> None:
    """The chart, what of it is drawn, its twin."""
    behind = [
        console_link.asked("explore_maturity", **chosen.given),
        console_link.asked("explore_points", **chosen.given, each=EACH),
    ]
    sectors, points = (access.ask(one.question, **one.given) for one in behind)
    if sectors.empty:
        st.info(
            "Kematangan inovasi yang lolos saringan belum ada data: parameter tidak ada di sumber "
            "terbuka. Impor laporan pada Data & metode, atau pakai data simulasi.",
            icon=":material/search_off:",
        )
        return
    said = finding(sectors)
    st.markdown(said)
    st.caption(drawn_part(points, sectors))
    figure = strip(sectors, points, whole()[1], palette(view.dark))
    plotting.plot(figure, "maturity_strip", said, sets=explore_detail.show, asked=behind)
    tables.source(
        origins.on_record(view.dataset), "kematangan dihitung dari parameter, atau jumlah tercetak"
    )
    with st.expander("Sebagai tabel", key="maturity_twin", on_change="rerun") as fold:
        if fold.open:
            tables.show(twin(sectors), "Kematangan tiap urusan")


def name(row: dict) -> str:
    return "urusan belum diketahui" if words.missing(row["sector"]) else str(row["sector"])


def finding(sectors: pd.DataFrame) -> str:
    """Where the median is highest and lowest, of sectors with five or more."""
    told = sectors[sectors["innovations"] >= 5]
    rows = (told if len(told) > 1 else sectors).to_dict("records")
    best, least = rows[0], rows[-1]
    if len(rows) == 1:
        return f"Median kematangan **{words.text(name(best))}** {words.brief(best['maturity'])}."
    return (
        f"Median kematangan tertinggi pada **{words.text(name(best))}** "
        f"({words.brief(best['maturity'])}), terendah pada **{words.text(name(least))}** "
        f"({words.brief(least['maturity'])})."
    )


def drawn_part(points: pd.DataFrame, sectors: pd.DataFrame) -> str:
    """How many points stand for how many innovations."""
    total = sectors["innovations"].sum()
    lead = "Pita: kuartil 1 sampai 3; garis tegak: median; titik: inovasi, klik untuk membukanya."
    if len(points) == total:
        return f"{lead} Semua {words.whole(total)} inovasi digambar."
    return (
        f"{lead} Pita dan median dari semua {words.whole(total)} inovasi; titik digambar paling "
        f"banyak {EACH} tiap urusan, diambil acak tetapi selalu sama ({words.whole(len(points))} "
        "titik)."
    )


def strip(sectors: pd.DataFrame, points: pd.DataFrame, most: int, palette: Palette) -> go.Figure:
    """A band from quartile to quartile, a line at the median, a point for each innovation.

    Args:
        most: that a maturity can be.
    """
    rows = sectors.to_dict("records")
    places = {row["sector_id"]: place for place, row in enumerate(rows)}
    return drawn(
        [bands(rows, palette), dots(points, places, palette), medians(rows, palette)],
        palette,
        90 + ROW * len(rows),
        xaxis={
            "range": [-2, most + 2],
            "side": "top",
            "title": {"text": f"Kematangan (0–{most})"},
        },
        yaxis={
            "range": [len(rows) - 0.4, -0.6],
            "tickvals": list(places.values()),
            "ticktext": [f"{short(name(row))} ({words.whole(row['innovations'])})" for row in rows],
            "tickfont": {"size": 12, "color": palette.ink},
            "showgrid": False,
        },
    )


def bands(rows: list[dict], palette: Palette) -> Trace:
    return {
        "type": "bar",
        "orientation": "h",
        "y": list(range(len(rows))),
        "base": [row["low"] for row in rows],
        "x": [row["high"] - row["low"] for row in rows],
        "width": 0.8,
        "marker": {"color": on_scale((palette.paper, palette.accent), 0.25)},
        "hoverinfo": "skip",
        "unselected": {"marker": {"opacity": 1}},
        "showlegend": False,
    }


def medians(rows: list[dict], palette: Palette) -> Trace:
    return {
        "type": "scatter",
        "mode": "markers",
        "y": list(range(len(rows))),
        "x": [row["maturity"] for row in rows],
        "marker": {
            "symbol": "line-ns",
            "size": 24,
            "line": {"width": 3, "color": palette.accent},
        },
        "hoverinfo": "skip",
        "unselected": {"marker": {"opacity": 1}},
        "showlegend": False,
    }


def dots(points: pd.DataFrame, places: dict[str, int], palette: Palette) -> Trace:
    rows = points.to_dict("records")
    return {
        "type": "scatter",
        "mode": "markers",
        "x": points["maturity"].tolist(),
        "y": [
            places[row["sector_id"]] + 0.64 * ((GOLDEN * place) % 1 - 0.5)
            for place, row in enumerate(rows)
        ],
        "marker": {"size": 7, "color": palette.ink, "opacity": 0.55},
        "customdata": points["innovation_id"].tolist(),
        "hovertext": [
            f"<b>{row['name']}</b><br>{row['regency']}<br>kematangan {words.brief(row['maturity'])}"
            for row in rows
        ],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "selected": {"marker": {"opacity": 0.55}},
        "unselected": {"marker": {"opacity": 0.55}},
        "showlegend": False,
    }


def twin(sectors: pd.DataFrame) -> pd.DataFrame:
    rows = sectors.to_dict("records")
    return pd.DataFrame(
        {
            "Urusan": [words.text(name(row)) for row in rows],
            "Inovasi": [words.whole(row["innovations"]) for row in rows],
            "Terendah": [words.brief(row["least"]) for row in rows],
            "Kuartil 1": [words.brief(row["low"]) for row in rows],
            "Median": [words.brief(row["maturity"]) for row in rows],
            "Kuartil 3": [words.brief(row["high"]) for row in rows],
            "Tertinggi": [words.brief(row["most"]) for row in rows],
        }
    )
