"""The waterfall of a scenario: from the index now, step by step, to the index then."""

import pandas as pd
import plotly.graph_objects as go

from pages.parts import words
from pages.parts.charts import ROW, drawn, wrapped
from pages.parts.colours import Palette


def waterfall(labels: list[str], now: float, effects: pd.DataFrame, palette: Palette) -> go.Figure:
    """One bar for now, one per step, one for then.

    Args:
        labels: what each step does, in order.
        now: the index before any step.
        effects: rows of `Outcome.effects`.
    """
    added = effects["added_score"].tolist()
    then = now + sum(added)
    names = ["sekarang", *(f"{place}. {one}" for place, one in enumerate(labels, 1)), "nanti"]
    texts = [words.number(now), *(marked(one) for one in added), words.number(then)]
    bar = {
        "type": "waterfall",
        "orientation": "h",
        "y": [wrapped(name, 26) for name in names],
        "x": [now, *added, then],
        "measure": ["absolute", *(["relative"] * len(added)), "total"],
        "text": texts,
        "textposition": "outside",
        "textfont": {"size": 13, "color": palette.ink},
        "cliponaxis": False,
        "increasing": {"marker": {"color": palette.ahead}},
        "decreasing": {"marker": {"color": palette.behind}},
        "totals": {"marker": {"color": palette.accent}},
        "connector": {"line": {"color": palette.muted, "width": 1}},
        "hovertemplate": "%{y}<br>%{text}<extra></extra>",
        "width": 0.6,
        "showlegend": False,
    }
    return drawn(
        [bar],
        palette,
        70 + (ROW + 8) * len(names),
        xaxis={"range": span(now, added), "title": {"text": "indeks (sumbu tidak mulai dari 0)"}},
        yaxis={"autorange": "reversed", "showgrid": False},
    )


def marked(points: float) -> str:
    """Sign and symbol: ▲ +0,82, ▼ −0,10, ● 0,00."""
    return f"{words.change(points)} {words.signed(points)}"


def span(now: float, added: list[float]) -> list[float]:
    """The part of the scale the steps move in, with room for the numbers."""
    reached = [now]
    for points in added:
        reached.append(reached[-1] + points)
    low, high = min(reached), max(reached)
    room = max(1.0, high - low)
    return [max(0.0, low - room * 0.35), high + room * 0.45]
