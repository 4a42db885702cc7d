"""How innovations spread over the levels of one SID row: own share beside the peers'."""

import pandas as pd
import plotly.graph_objects as go

from pages.parts import words
from pages.parts.charts import Trace, drawn, wrapped
from pages.parts.colours import Palette

LINE = 40  # pixels a level
EMPTY = "belum terpenuhi"


def level_words(indicator: dict) -> list[str]:
    """What each level asks for, 0 to 3."""
    return [EMPTY, *(str(indicator[f"level{level}"]) for level in (1, 2, 3))]


def spread(rows: pd.DataFrame, indicator: dict, name: str, palette: Palette) -> go.Figure:
    """Two bars a level, in percent of the innovations of each side that has any.

    Args:
        rows: the answer of `level_spread.sql`.
        indicator: a row of `indicators.sql`.
    """
    labels = [
        wrapped(f"{level}: {asked}", 22) for level, asked in enumerate(level_words(indicator))
    ]
    own, others = rows["own_share"], rows["peer_share"]
    counts = [
        f"{words.whole(count)} ({words.share(share)})" if count else "0"
        for count, share in zip(rows["innovations"], own, strict=True)
    ]
    most = max([*own.fillna(0), *others.fillna(0), 0.01])
    traces = [
        bars(labels, own, counts, name, palette.accent, -0.4),
        bars(labels, others, [*map(words.share, others)], "pembanding", palette.even, 0.0),
    ]
    known = [own.notna().all(), others.notna().all()]
    return drawn(
        [trace for trace, is_known in zip(traces, known, strict=True) if is_known],
        palette,
        44 + LINE * len(labels),
        xaxis={"range": [0, 1.4 * most], "visible": False},
        yaxis={
            "autorange": "reversed",
            "showgrid": False,
            "tickfont": {"size": 12, "color": palette.ink},
        },
    )


def bars(
    labels: list[str], share: pd.Series, text: list[str], name: str, colour: str, offset: float
) -> Trace:
    return {
        "type": "bar",
        "orientation": "h",
        "y": labels,
        "x": share.fillna(0).tolist(),
        "offset": offset,
        "width": 0.38,
        "name": name,
        "marker": {"color": colour},
        "text": text,
        "textposition": "outside",
        "textfont": {"size": 12},
        "cliponaxis": False,
        "hovertemplate": "%{y}<br>%{text}<extra></extra>",
    }
