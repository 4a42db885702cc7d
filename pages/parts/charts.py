"""The charts: frame in, figure out. Colour never speaks alone: a symbol and a word go with it."""

import pandas as pd
import plotly.graph_objects as go

from pages.parts import words
from pages.parts.colours import Palette

CONFIG = {"displayModeBar": False, "scrollZoom": False}
ROW = 36  # pixels for one line of a chart with names on its left
SYMBOLS = {
    "di bawah": "triangle-down",
    "di atas": "triangle-up",
    "setara": "circle",
    "belum dapat dibedakan": "diamond",
    "tidak dibandingkan": "circle-open",
}
STATUS_SYMBOLS = {"tercetak": "circle", "sementara": "circle-open", "turunan": "diamond-open"}


def laid_out(figure: go.Figure, palette: Palette, height: int, **more: object) -> go.Figure:
    figure.update_layout(
        height=height,
        margin={"l": 8, "r": 8, "t": 36, "b": 8},
        separators=",.",
        dragmode=False,
        font={"size": 13, "color": palette.ink},
        hoverlabel={"align": "left", "font_size": 13},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        legend={"orientation": "h", "y": 1, "yanchor": "bottom", "x": 0, "font_size": 13},
        **more,
    )
    figure.update_xaxes(automargin=True, tickfont_size=13, gridcolor=palette.line, zeroline=False)
    figure.update_yaxes(automargin=True, tickfont_size=13, gridcolor=palette.line, zeroline=False)
    return figure


def verdict_colour(verdict: str, palette: Palette) -> str:
    return {"di bawah": palette.behind, "di atas": palette.ahead}.get(verdict, palette.even)


def wrapped(name: str, width: int = 24) -> str:
    """Breaks a long name into lines for an axis."""
    lines = [""]
    for word in name.split():
        longer = f"{lines[-1]} {word}".strip()
        lines = [*lines[:-1], longer] if len(longer) <= width else [*lines, word]
    return "<br>".join(line for line in lines if line)


def history(rows: pd.DataFrame, bands: pd.DataFrame, palette: Palette) -> go.Figure:
    """Scores through the years; gaps stay gaps; a predicate without a score is a bar over its range.

    Args:
        rows: rows of `score_history.sql`.
        bands: rows of `bands.sql`.
    """
    years = rows["year"].tolist()
    figure = go.Figure()
    add_band_edges(figure, bands[bands["year"].isin(rows["year"])], palette)
    add_predicates(figure, rows[rows["score"].isna()], palette)
    figure.add_scatter(
        x=years,
        y=rows["score"],
        mode="lines",
        line={"color": palette.accent, "width": 2},
        connectgaps=False,
        hoverinfo="skip",
        showlegend=False,
    )
    for status, symbol in STATUS_SYMBOLS.items():
        add_scores(figure, rows[rows["score_status"] == status], status, symbol, palette)
    figure.update_xaxes(
        tickvals=years, tickformat="d", range=[years[0] - 0.5, years[-1] + 0.5], showgrid=False
    )
    figure.update_yaxes(range=[0, 108], tickvals=[0, 20, 40, 60, 80, 100], title="skor indeks")
    return laid_out(figure, palette, 340)


def add_scores(
    figure: go.Figure, rows: pd.DataFrame, status: str, symbol: str, palette: Palette
) -> None:
    if rows.empty:
        return
    figure.add_scatter(
        x=rows["year"].tolist(),
        y=rows["score"],
        mode="markers+text",
        name=words.STATUS[status],
        marker={"symbol": symbol, "size": 13, "color": palette.accent, "line": {"width": 2.5}},
        text=[words.number(score) for score in rows["score"]],
        textposition="top center",
        textfont={"size": 13},
        customdata=rows["predicate"].fillna("predikat belum diketahui"),
        hovertemplate="%{x}: %{text}<br>%{customdata}<extra></extra>",
    )


def add_predicates(figure: go.Figure, rows: pd.DataFrame, palette: Palette) -> None:
    """Years of which only the predicate is known."""
    ranged = rows[rows["band_lower"].notna()]
    if len(ranged):
        figure.add_bar(
            x=ranged["year"].tolist(),
            base=ranged["band_lower"],
            y=ranged["band_upper"] - ranged["band_lower"],
            width=0.34,
            name="hanya predikat: rentang skornya",
            marker={"color": palette.accent, "opacity": 0.28, "line": {"width": 0}},
            text=ranged["predicate"],
            textposition="inside",
            insidetextanchor="middle",
            textangle=-90,
            textfont={"size": 13, "color": palette.ink},
            hovertemplate="%{x}: %{text}, skor belum terbit<extra></extra>",
        )
    for row in rows[rows["band_lower"].isna()].itertuples():
        known = None if words.missing(row.predicate) else row.predicate
        figure.add_annotation(
            x=row.year,
            y=1,
            yanchor="bottom",
            text=wrapped(f"{known}, rentang belum terbit" if known else words.UNKNOWN, 9),
            showarrow=False,
            font={"size": 12, "color": palette.muted},
        )


def add_band_edges(figure: go.Figure, bands: pd.DataFrame, palette: Palette) -> None:
    """A short line over each year where a predicate begins: the edges move with the rules."""
    edges = bands[(bands["lower"] > 1) & bands["predicate"].isin(["Sangat Inovatif", "Inovatif"])]
    figure.add_scatter(
        x=edges["year"].tolist(),
        y=edges["lower"],
        mode="markers",
        name="batas bawah Inovatif dan Sangat Inovatif",
        marker={
            "symbol": "line-ew",
            "size": 34,
            "line": {"width": 1.5, "color": palette.muted},
            "color": palette.muted,
        },
        customdata=edges["predicate"],
        hovertemplate="%{x}: %{customdata} mulai %{y:.2f}<extra></extra>",
    )


def index_peers(rows: pd.DataFrame, code: str, gap: dict, palette: Palette) -> go.Figure:
    """Own score, the peers' and their median, one line each; those without a score say so.

    Args:
        rows: rows of `scores.sql`, own and peers, in the order to draw.
        gap: the answer of `verdicts.index_gap`.
    """
    median = f"median {gap['known']} skor"
    names = [*(wrapped(name, 20) for name in rows["name"]), median]
    told = ["" if words.missing(row["score"]) else short_score(row) for _, row in rows.iterrows()]
    own = [palette.chosen if one == code else palette.accent for one in rows["code"]]
    figure = go.Figure(
        go.Bar(
            y=names,
            x=[*rows["score"], gap["median"]],
            orientation="h",
            width=0.55,
            marker={"color": [*own, palette.even]},
            text=[*told, words.number(gap["median"]) if gap["known"] else ""],
            textposition="outside",
            textfont={"size": 13},
            cliponaxis=False,
            hovertemplate="%{y}: %{text}<extra></extra>",
            showlegend=False,
        )
    )
    for name, (_, row) in zip(names, rows.iterrows(), strict=False):
        if words.missing(row["score"]):
            add_unscored(figure, name, unscored(row), palette)
    if not gap["known"]:
        add_unscored(figure, median, "belum dapat dihitung", palette)
    figure.update_xaxes(range=[0, 140], tickvals=[0, 25, 50, 75, 100])
    figure.update_yaxes(autorange="reversed", showgrid=False)
    return laid_out(figure, palette, 60 + ROW * len(names))


def add_unscored(figure: go.Figure, name: str, told: str, palette: Palette) -> None:
    font = {"size": 13, "color": palette.muted}
    figure.add_annotation(y=name, x=1, text=told, showarrow=False, xanchor="left", font=font)


def short_score(row: pd.Series) -> str:
    """Score and year; a provisional or derived one marked with an asterisk."""
    mark = "" if row["score_status"] == "tercetak" else "*"
    return f"{words.number(row['score'])}{mark} ({words.year(row['score_year'])})"


def unscored(row: pd.Series) -> str:
    known = words.predicate(row)
    return "skor belum terbit" + ("" if known == words.DASH else f" · {known}")


def spine(gaps: pd.DataFrame, name: str, palette: Palette) -> go.Figure:
    """Own level against the peers' median: the bar between them is the gap.

    Args:
        gaps: rows of `verdicts.government`, in the order to draw.
    """
    names = [wrapped(f"{number} {name.split(' (')[0]}") for number, name in gaps[["number", "name"]].values]
    figure = go.Figure()
    add_range(figure, names, gaps, palette)
    for label, row in zip(names, gaps.to_dict("records"), strict=True):
        if row["verdict"] in ("di bawah", "di atas", "belum dapat dibedakan"):
            figure.add_scatter(
                y=[label, label],
                x=[row["level"], row["peer_median"]],
                mode="lines",
                line={"color": verdict_colour(row["verdict"], palette), "width": 7},
                hoverinfo="skip",
                showlegend=False,
            )
    figure.add_scatter(
        y=names,
        x=gaps["peer_median"],
        mode="markers",
        name="median pembanding",
        marker={
            "symbol": "line-ns", "size": 20, "color": palette.ink,
            "line": {"width": 3.5, "color": palette.ink},
        },
        hovertemplate="%{y}<br>median pembanding %{x}<extra></extra>",
    )  # fmt: skip
    for verdict, symbol in SYMBOLS.items():
        add_own(figure, names, gaps, verdict, symbol, name, palette)
    add_points(figure, names, gaps, palette)
    figure.update_xaxes(
        range=[0.7, 4.7], tickvals=[1, 2, 3], title="parameter (1–3)", showgrid=True
    )
    figure.update_yaxes(autorange="reversed", showgrid=False, categoryarray=names)
    return laid_out(figure, palette, 120 + 46 * len(gaps))


def add_range(figure: go.Figure, names: list[str], gaps: pd.DataFrame, palette: Palette) -> None:
    figure.add_bar(
        y=names,
        base=gaps["peer_low"],
        x=gaps["peer_high"] - gaps["peer_low"],
        orientation="h",
        width=0.42,
        name="rentang pembanding",
        marker={"color": palette.line},
        customdata=gaps[["peer_low", "peer_high"]],
        hovertemplate="%{y}<br>pembanding %{customdata[0]}–%{customdata[1]}<extra></extra>",
    )


def add_own(
    figure: go.Figure,
    names: list[str],
    gaps: pd.DataFrame,
    verdict: str,
    symbol: str,
    name: str,
    palette: Palette,
) -> None:
    rows = gaps["verdict"] == verdict
    if not rows.any():
        return
    colour = verdict_colour(verdict, palette)
    figure.add_scatter(
        y=[label for label, yes in zip(names, rows, strict=True) if yes],
        x=gaps.loc[rows, "level"],
        mode="markers",
        name=f"{name}: {verdict}",
        marker={"symbol": symbol, "size": 16, "color": colour, "line": {"width": 1.5, "color": colour}},
        hovertemplate="%{y}<br>parameter %{x}<extra></extra>",
    )


def add_points(figure: go.Figure, names: list[str], gaps: pd.DataFrame, palette: Palette) -> None:
    """At the right end of each line, the index points between own level and median."""
    figure.add_scatter(
        y=names,
        x=[3.2] * len(names),
        mode="text",
        text=[
            "" if words.missing(points) or points <= 0 else words.points(points)
            for points in gaps["points_to_median"]
        ],
        textposition="middle right",
        textfont={"size": 13, "color": palette.ink},
        hoverinfo="skip",
        showlegend=False,
    )


def sectors(gaps: pd.DataFrame, name: str, palette: Palette) -> go.Figure:
    """Innovations on record per sector: own as a bar, the peers' median as a tick.

    Args:
        gaps: rows of `verdicts.sectors`, in the order to draw.
    """
    names = [f"★ {name}" if basic else name for name, basic in gaps[["short_name", "basic"]].values]
    figure = go.Figure()
    figure.add_bar(
        y=names,
        x=gaps["innovations"],
        orientation="h",
        width=0.5,
        name=name,
        marker={"color": palette.accent},
        text=[words.whole(count) if count else "0" for count in gaps["innovations"]],
        textposition="outside",
        cliponaxis=False,
        hovertemplate="%{y}<br>tercatat %{x}<extra></extra>",
    )
    for column, label, symbol in (
        ("peer_median", "median pembanding", "line-ns"),
        ("peer_high", "pembanding terbanyak", "line-ns-open"),
    ):
        width, colour = (3.5, palette.ink) if column == "peer_median" else (2, palette.muted)
        figure.add_scatter(
            y=names,
            x=gaps[column],
            mode="markers",
            name=label,
            marker={"symbol": symbol, "size": 16, "color": colour, "line": {"width": width, "color": colour}},
            hovertemplate=f"%{{y}}<br>{label} %{{x}}<extra></extra>",
        )
    figure.update_xaxes(title="inovasi tercatat di sumber terbuka", rangemode="tozero")
    figure.update_yaxes(autorange="reversed", showgrid=False)
    return laid_out(figure, palette, 120 + ROW * len(gaps))
