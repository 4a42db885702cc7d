"""The slide of the index through the years, and of what is under way or what a copy brings."""

import pandas as pd
from pptx.slide import Slide

from pages.parts import brief_pptx_cooperation, brief_pptx_notes, words
from pages.parts.brief_pptx_charts import Bars, Series
from pages.parts.brief_pptx_charts import draw as draw_chart
from pages.parts.brief_pptx_look import Deck, page
from pages.parts.brief_pptx_tables import Grid, draw
from pages.parts.brief_pptx_text import OWN, Place
from pages.parts.brief_pptx_theme import BODY, FULL

HALF = Place(BODY.left, BODY.top, 6.0, BODY.height)
OTHER_HALF = Place(6.85, BODY.top, BODY.left + BODY.width - 6.85, BODY.height)
TITLE = "Indeks tiap tahun"
HOW = (
    "Skor yang dipakai tiap tahun menurut aturan di Data & metode; tahun tanpa data dibiarkan "
    "kosong, tidak ditaksir. Aturan indeks berubah antar tahun, jadi selisih tidak selalu "
    "sebanding. Tambahan poin tiap tiruan dihitung sendiri-sendiri, yang lain tetap."
)


def history(deck: Deck) -> None:
    brief = deck.brief
    slide = page(deck, through_years(brief.history, brief.name(brief.chosen.code)))
    known = brief.history["score"].notna().any()
    (columns if known else named)(slide, brief.history, deck.content.mark)
    brief_pptx_cooperation.beside(slide, OTHER_HALF, deck)
    ids = brief_pptx_notes.of_scores(brief, [brief.chosen.code])
    ids |= brief_pptx_notes.of_rows(brief.candidate_rows)
    brief_pptx_notes.add(slide, brief, deck.content, HOW, ids)


def columns(slide: Slide, rows: pd.DataFrame, mark: str) -> None:
    """A column a year; a year without a score is empty and says so."""
    names = tuple(map(year_name, rows.to_dict("records")))
    values = tuple(None if pd.isna(one) else float(one) for one in rows["score"])
    labels = tuple(words.number(one) for one in values)
    series = Series("Indeks, 0–100", values, labels, (OWN,) * len(values))
    told = "; ".join(f"{name} {label}" for name, label in zip(names, labels, strict=True))
    bars = Bars(f"{TITLE} (0–100)", told, names, (series,), FULL, upright=True)
    draw_chart(slide, HALF, bars, mark)


def named(slide: Slide, rows: pd.DataFrame, mark: str) -> None:
    """What else is known of each year where no score is."""
    known = [year_name(row).split(": ", 1) for row in rows.to_dict("records")]
    heads = ("Tahun", "Yang diketahui")
    grid = Grid(TITLE, f"Belum ada skor. {mark}", heads, tuple(map(tuple, known)), (1, 4))
    draw(slide, HALF, grid)


def year_name(row: dict) -> str:
    """ "2025"; where the score is unknown "2024: Inovatif; skor belum ada data"."""
    if not words.missing(row["score"]):
        made = " (dihitung)" if row["score_status"] == "dihitung" else ""
        return f"{row['year']}{made}"
    if words.missing(row["predicate"]):
        return f"{row['year']}: {words.UNKNOWN}"
    return f"{row['year']}: {row['predicate']}; skor {words.UNKNOWN}"


def through_years(rows: pd.DataFrame, name: str) -> str:
    """The finding: from the last score but one to the last, or how many are known."""
    known = rows.dropna(subset="score")
    years = words.span(rows["year"].tolist()) if len(rows) else ""
    if known.empty:
        return f"Skor indeks {name} {years} belum diketahui"
    last = known.iloc[-1]
    if len(known) == 1:
        told = f"{words.number(last['score'])} ({last['year']})"
        return f"Skor indeks {name} diketahui untuk 1 dari {len(rows)} tahun: {told}"
    before = known.iloc[-2]
    moved = round(last["score"] - before["score"], 2)
    verb = "tetap" if not moved else "naik" if moved > 0 else "turun"
    by = f" {words.points(abs(moved))}" if moved else ""
    return (
        f"Indeks {name} {verb}{by}: {words.number(before['score'])} ({before['year']}) menjadi "
        f"{words.number(last['score'])} ({last['year']})"
    )
