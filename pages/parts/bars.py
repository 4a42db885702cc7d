"""The bars of the page of gaps: own index beside the peers', own innovations by sector."""

import pandas as pd
import plotly.graph_objects as go

from pages.parts import claim_words, words
from pages.parts.charts import ROW, drawn, sign, ticks, wrapped
from pages.parts.colours import Palette


def index_peers(rows: pd.DataFrame, code: str, gap: dict, palette: Palette) -> go.Figure:
    """Own score, the peers' and their median, one line each; those without a score say so.

    Args:
        rows: rows of `scores.sql`, own and peers, in the order to draw.
        gap: the answer of `verdicts.index_gap`.
    """
    told = rows.to_dict("records")
    names = [*(wrapped(row["name"], 20) for row in told), "median pembanding"]
    own = [palette.chosen if row["code"] == code else palette.accent for row in told]
    bars = {
        "type": "bar",
        "y": names,
        "x": [*rows["score"], gap["median"]],
        "orientation": "h",
        "width": 0.55,
        "marker": {"color": [*own, palette.even]},
        "text": [*(short_score(row) for row in told), words.number(gap["median"], unknown="")],
        "textposition": "outside",
        "textfont": {"size": 13},
        "cliponaxis": False,
        "hovertemplate": "%{y}: %{text}<extra></extra>",
        "showlegend": False,
    }
    missing = [*(unscored(row) for row in told), "" if gap["known"] else "belum dapat dihitung"]
    notes = [
        {"y": name, "x": 1, "text": text, "showarrow": False, "xanchor": "left"}
        | {"font": {"size": 13, "color": palette.muted}}
        for name, text in zip(names, missing, strict=True)
        if text
    ]
    return drawn(
        [bars],
        palette,
        60 + ROW * len(names),
        xaxis={"range": [0, 140], "tickvals": [0, 25, 50, 75, 100]},
        yaxis={"autorange": "reversed", "showgrid": False},
        annotations=notes,
    )


def short_score(row: dict) -> str:
    """Score and year; a provisional or derived one marked with an asterisk."""
    if words.missing(row["score"]):
        return ""
    mark = "*" if row["score_status"] in ("sementara", "turunan") else ""
    return f"{words.number(row['score'])}{mark} ({words.year(row['score_year'])})"


def unscored(row: dict) -> str:
    """What stands where a score is missing; nothing where there is one."""
    if not words.missing(row["score"]):
        return ""
    known = claim_words.predicate(row)
    return "skor belum diketahui" + ("" if known == words.DASH else f" · {known}")


def sectors(gaps: pd.DataFrame, name: str, palette: Palette) -> go.Figure:
    """Innovations on record per sector: own as a bar, the peers' median and most as ticks.

    The own count stands beside the sector's name, where no tick can cover it.

    Args:
        gaps: rows of `verdicts.sectors`, in the order to draw.
    """
    names = [
        f"{'★ ' if row.basic else ''}{row.short_name} <b>{words.whole(row.innovations)}</b>"
        for row in gaps.itertuples()
    ]
    own = {
        "type": "bar",
        "y": names,
        "x": gaps["innovations"],
        "orientation": "h",
        "width": 0.5,
        "name": name,
        "marker": {"color": palette.accent},
        "hovertemplate": "%{y} inovasi<extra></extra>",
    }
    median = sign("line-ns", 16, palette.ink, 3.5)
    highest = sign("line-ns-open", 16, palette.muted, 2)
    most = max(int(gaps[["innovations", "peer_high"]].max().max()), 1)
    return drawn(
        [
            own,
            ticks(names, gaps["peer_median"], "median pembanding", median),
            ticks(names, gaps["peer_high"], "pembanding terbanyak", highest),
        ],
        palette,
        120 + ROW * len(gaps),
        xaxis={
            "title": {"text": "jumlah inovasi"},
            "range": [0, most * 1.08],
            "dtick": -(-most // 5),
        },
        yaxis={"autorange": "reversed", "showgrid": False},
    )
