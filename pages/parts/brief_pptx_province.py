"""The slides that only the province has: predicates, all scores, common gaps, wanted candidates."""

from pages.parts import brief_lines, brief_pptx_notes, brief_province, words
from pages.parts.brief_pptx_actions import (
    CHART,
    LISTED,
    TABLE,
    WHOLE,
    foot_note,
    gap_table,
    named,
    points_series,
)
from pages.parts.brief_pptx_charts import Bars, Series
from pages.parts.brief_pptx_charts import draw as draw_chart
from pages.parts.brief_pptx_cooperation import running
from pages.parts.brief_pptx_look import Deck, page
from pages.parts.brief_pptx_standing import score_chart
from pages.parts.brief_pptx_tables import Grid, draw
from pages.parts.brief_pptx_text import ACCENT, EVEN
from pages.parts.brief_pptx_theme import BODY
from queries.standing import CLASSES


def predicates(deck: Deck) -> None:
    """How many governments have which predicate; those without one are counted too."""
    brief = deck.brief
    title = f"Predikat {len(brief.scores)} daerah: {brief_province.predicates(brief)}"
    slide = page(deck, title)
    counts = brief.scores["predicate"].value_counts()
    names = (*reversed(CLASSES), "belum diketahui")
    values = [int(counts.get(one, 0)) for one in reversed(CLASSES)]
    values.append(int(brief.scores["predicate"].isna().sum()))
    labels = tuple(words.whole(one) for one in values)
    colours = (ACCENT,) * len(CLASSES) + (EVEN,)
    series = Series("Jumlah daerah", tuple(map(float, values)), labels, colours)
    bars = Bars("Jumlah daerah menurut predikat terakhir", title, names, (series,), upright=True)
    draw_chart(slide, BODY, bars, deck.content.mark)
    how = "Predikat resmi terakhir yang diketahui tiap daerah; tahunnya dapat berbeda."
    ids = brief_pptx_notes.of_scores(brief, brief.scores.index)
    brief_pptx_notes.add(slide, brief, deck.content, how, ids)


def scores(deck: Deck) -> None:
    """All governments by score, best first."""
    brief, content = deck.brief, deck.content
    title = f"Median indeks {content.index}: {content.distance}, {content.position}"
    known = brief.scores["score"].notna().any()
    slide = page(deck, title if known else "Belum ada daerah yang skor indeksnya diketahui")
    score_chart(slide, BODY, deck, brief.scores, "Indeks semua daerah")
    how = "Skor terakhir yang diketahui, dengan tahun dan statusnya; tahunnya dapat berbeda."
    ids = brief_pptx_notes.of_scores(brief, brief.scores.index)
    brief_pptx_notes.add(slide, brief, content, how, ids)


def gaps(deck: Deck) -> None:
    """Where most points are left, by the mean of all governments."""
    brief, content = deck.brief, deck.content
    rows = brief.province_gaps.head(len(content.gaps)).to_dict("records")
    names = [row["name"] for row in rows]
    title = named("Poin terbanyak tertinggal di", names) if rows else brief_lines.NO_GAP
    slide = page(deck, title)
    if rows:
        bars = tuple(f"{row['number']} {row['name']}" for row in rows)
        series = points_series("rata-rata poin", [row["headroom_mean"] for row in rows], ACCENT)
        told = "; ".join(f"{one.name}: {one.worth}" for one in content.gaps)
        chart = Bars("Rata-rata poin sampai parameter 3 (dihitung)", told, bars, (series,))
        draw_chart(slide, CHART, chart, content.mark)
        draw(slide, TABLE, gap_table(deck, ("Baris", "Keadaan", "Poin")))
    foot_note(slide, content.gaps_note if rows else "")
    ids = brief_pptx_notes.of_rules(brief)
    brief_pptx_notes.add(slide, brief, content, content.gaps_note, ids)


def candidates(deck: Deck) -> None:
    """What most governments could copy."""
    brief, content = deck.brief, deck.content
    first = brief.province_candidates.head(LISTED)
    rows = first.to_dict("records")
    title = content.candidates_note
    if rows:
        title = (
            f"Paling banyak dibutuhkan: {rows[0]['name']} dari {rows[0]['origin']}, di daftar "
            f"{rows[0]['lists']} daerah"
        )
    slide = page(deck, title)
    if rows:
        draw(slide, WHOLE, candidate_table(rows, content.candidates_note))
        foot_note(slide, content.candidates_note)
    ids = brief_pptx_notes.of_rows(first)
    brief_pptx_notes.add(slide, brief, content, content.candidates_note, ids)


def candidate_table(rows: list[dict], told: str) -> Grid:
    return Grid(
        "Kandidat yang paling banyak dibutuhkan",
        told,
        ("Inovasi", "Daerah asal", "Urusan", "Di daftar"),
        tuple(
            (
                row["name"],
                row["origin"],
                words.UNKNOWN if words.missing(row["sector"]) else row["sector"],
                f"{row['lists']} daerah: {row['learners']}",
            )
            for row in rows
        ),
        (2.6, 1.8, 2.3, 5.3),
    )


def cooperations(deck: Deck) -> None:
    """What is under way in the province; no slide where nothing is."""
    brief, content = deck.brief, deck.content
    if brief.board.empty:
        return
    slide = page(deck, f"Kerja sama antardaerah: {content.cooperations_note.rstrip('.')}")
    draw(slide, BODY, running(deck))
    how = "Menurut buku replikasi; tanggal berikutnya adalah yang direncanakan."
    brief_pptx_notes.add(slide, brief, content, how, [])
