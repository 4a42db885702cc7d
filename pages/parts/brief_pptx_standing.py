"""The slides of where a government stands: cover, peers, map, the index through the years."""

import pandas as pd
from pptx.enum.text import MSO_ANCHOR
from pptx.slide import Slide

from pages.parts import (
    brief_pptx_map,
    brief_pptx_notes,
    brief_province,
    claim_words,
    words,
)
from pages.parts.brief_facts import Brief
from pages.parts.brief_pptx_charts import Bars, Series, draw
from pages.parts.brief_pptx_look import Deck, page
from pages.parts.brief_pptx_tables import Grid
from pages.parts.brief_pptx_tables import draw as draw_table
from pages.parts.brief_pptx_text import ACCENT, EVEN, MUTED, OWN, Place, Said, fill, sized, write
from pages.parts.brief_pptx_theme import BODY, FULL, SUBTITLE
from queries import verdicts

SCOPE_AT = Place(BODY.left, 5.6, BODY.width, 1.3)
FACT_SIZES = ((20.0, 2), (18.0, 2), (16.0, 3))  # points and lines
FACTS_TOP, FACT_HEIGHT, LEFT_WIDTH = 3.35, 1.13, 4.3
MAP = Place(1.2, BODY.top, 6.0, BODY.height)
BESIDE_MAP = Place(7.4, BODY.top, BODY.left + BODY.width - 7.4, BODY.height)
LABELS = ("Indeks", "Predikat", "Ke predikat berikutnya", "Posisi")
PROVINCE_LABELS = ("Median indeks", "Predikat", "Skor tertinggi", "Skor terendah")


def cover(deck: Deck) -> None:
    """Whose briefing, the sentence to remember, four facts, and what was chosen."""
    brief, content = deck.brief, deck.content
    slide = page(deck, content.headline, cover=True)
    subtitle = slide.placeholders[1]
    subtitle.name = "Kalimat untuk diingat"
    fill(subtitle.text_frame, [Said(content.remember, 24, lines=3)], SUBTITLE.width)
    index = f"{content.index} ({content.index_note})" if content.index_note else content.index
    extremes = [
        one.split(" ", 1)[-1] if brief.is_province else one
        for one in (content.distance, content.position)
    ]
    told = zip(
        PROVINCE_LABELS if brief.is_province else LABELS,
        (index, content.predicate, *extremes),
        strict=True,
    )
    for number, (label, value) in enumerate(told):
        fact(slide, number, label, value)
    scope(slide, deck)
    how = f"{content.gaps_note} {content.candidates_note}"
    ids = brief_pptx_notes.of_scores(brief, brief.scores.index)
    brief_pptx_notes.add(slide, brief, content, how, ids)


def fact(slide: Slide, number: int, label: str, value: str) -> None:
    """Index and predicate left, distance and position right."""
    column, row = divmod(number, 2)
    left = BODY.left + column * (LEFT_WIDTH + 0.2)
    width = LEFT_WIDTH if column == 0 else BODY.width - LEFT_WIDTH - 0.2
    place = Place(left, FACTS_TOP + row * FACT_HEIGHT, width, FACT_HEIGHT)
    size, lines = sized(value, width, FACT_SIZES)
    said = [
        Said(label, 14, colour=MUTED, lines=1),
        Said(value or words.UNKNOWN, size, True, lines=lines),
    ]
    write(slide, place, said, label)


def scope(slide: Slide, deck: Deck) -> None:
    told = dict(deck.content.scope)
    link = told.pop("Tautan")
    peers = told.pop("Pembanding", "")
    told.pop("Daerah")
    lines = [" · ".join(f"{label}: {value}" for label, value in told.items())]
    lines += [f"Pembanding: {peers}"] if peers else []
    said = [Said(line, 14, colour=MUTED) for line in lines]
    said.append(Said(f"Halaman yang sama: {link}", 14, lines=1, link=link))
    write(slide, SCOPE_AT, said, "Cakupan", anchor=MSO_ANCHOR.BOTTOM)


def peers(deck: Deck) -> None:
    """The own score beside those of the peers, and their median; the unknown are named."""
    brief, content = deck.brief, deck.content
    codes = [brief.chosen.code, *brief.peers]
    name = brief.name(brief.chosen.code)
    slide = page(deck, f"{name}: {content.position}")
    rows = brief.scores.loc[codes].sort_values("score", ascending=False, kind="stable")
    score_chart(slide, BODY, deck, rows, "Indeks daerah ini, pembanding, dan median pembanding")
    how = (
        "Skor terakhir yang diketahui tiap daerah, dengan tahun dan statusnya. Median dihitung "
        "dari skor pembanding yang diketahui, tanpa nilai sendiri. Yang belum ada data dibiarkan "
        "kosong."
    )
    ids = brief_pptx_notes.of_scores(brief, codes)
    brief_pptx_notes.add(slide, brief, content, how, ids)


def score_chart(slide: Slide, place: Place, deck: Deck, rows: pd.DataFrame, title: str) -> None:
    """Scores of governments as bars, or what else is known of them where none has a score.

    Args:
        rows: of `scores`, by code, in order.
    """
    names = [category(row) for row in rows.to_dict("records")]
    if rows["score"].isna().all():
        known = tuple((name, words.UNKNOWN) for name in names)
        draw_table(
            slide, place, Grid(title, "Belum ada skor.", ("Daerah", "Indeks"), known, (3, 1))
        )
        return
    values = [None if pd.isna(one) else float(one) for one in rows["score"]]
    labels = [words.number(one) for one in rows["score"]]
    colours = [OWN if code == deck.brief.chosen.code else ACCENT for code in rows.index]
    middle = median(deck.brief)
    if middle:
        names, values = [*names, middle[0]], [*values, middle[1]]
        labels, colours = [*labels, words.number(middle[1])], [*colours, EVEN]
    told = "; ".join(f"{name} {label}" for name, label in zip(names, labels, strict=True))
    series = Series("Indeks, 0–100", tuple(values), tuple(labels), tuple(colours))
    draw(slide, place, Bars(f"{title} (0–100)", told, tuple(names), (series,), FULL),
         deck.content.mark)  # fmt: skip


def category(row: dict) -> str:
    """The name with year and status of the score, or that it is unknown and what else is known."""
    if not words.missing(row["score"]):
        return f"{row['name']} ({claim_words.score_with_year(row).split(' (', 1)[1]}"
    predicate = claim_words.predicate(row)
    known = "" if predicate == words.DASH else f"; {predicate}"
    return f"{row['name']}: skor {words.UNKNOWN}{known}"


def median(brief: Brief) -> tuple[str, float] | None:
    """The peers' median with its name; None where no peer has a score, or there are no peers."""
    if not brief.peers:
        return None
    gap = verdicts.index_gap(brief.scores.reset_index(), brief.chosen.code, list(brief.peers))
    if gap["median"] is None:
        return None
    return f"Median {gap['known']} dari {len(brief.peers)} pembanding (dihitung)", gap["median"]


def on_map(deck: Deck) -> None:
    """The map of all governments by score."""
    brief, content = deck.brief, deck.content
    slide = page(deck, known_scores(brief))
    brief_pptx_map.draw(slide, MAP, brief)
    end = brief_pptx_map.legend(slide, BESIDE_MAP, brief)
    place = BESIDE_MAP._replace(top=end + 0.1, height=BODY.top + BODY.height - end - 0.1)
    said = [
        Said(f"Predikat: {brief_province.predicates(brief)}.", 18, lines=3, after=6),
        Said(content.map_credit, 14, colour=MUTED, lines=8),
    ]
    write(slide, place, said, "Keterangan peta")
    how = "Warna menurut skor terakhir yang diketahui (0–100), tahunnya dapat berbeda."
    if not brief.is_province:
        how += f" Garis tebal: {brief.full_name}."
    ids = brief_pptx_notes.of_scores(brief, brief.scores.index)
    brief_pptx_notes.add(slide, brief, content, f"{how} {content.map_credit}", ids)


def known_scores(brief: Brief) -> str:
    """How many scores are known, the highest, and the lowest where there are two."""
    told = [brief_province.counted(brief), brief_province.best(brief)]
    if brief.scores["score"].notna().sum() > 1:
        told.append(brief_province.lowest(brief))
    sentence = "; ".join(filter(None, told))
    return sentence[0].upper() + sentence[1:]
