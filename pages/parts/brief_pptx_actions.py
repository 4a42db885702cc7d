"""The slides of what to do: the gaps that cost most, whom to copy, what closing them brings."""

import pandas as pd
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.slide import Slide

from pages.parts import (
    brief_lines,
    brief_pptx_notes,
    candidate_sentences,
    words,
)
from pages.parts.brief_facts import Brief
from pages.parts.brief_pptx_charts import Bars, Series
from pages.parts.brief_pptx_charts import draw as draw_chart
from pages.parts.brief_pptx_look import Deck, fits, page
from pages.parts.brief_pptx_tables import Grid, draw
from pages.parts.brief_pptx_text import (
    ACCENT,
    MUTED,
    OWN,
    Place,
    Said,
    write,
)
from pages.parts.brief_pptx_theme import BODY, TITLE
from pages.parts.sentences import plain

LISTED = 6  # candidates that are read from the back of a room
NOTE = Place(BODY.left, 6.27, BODY.width, 0.65)
CHART = Place(BODY.left, BODY.top, 5.8, 4.5)
TABLE = Place(6.6, BODY.top, BODY.left + BODY.width - 6.6, 4.5)
WHOLE = BODY._replace(height=4.5)


def gaps(deck: Deck) -> None:
    """The three gaps that cost most: points at stake as bars, what is known as a table."""
    brief, content = deck.brief, deck.content
    rows = brief.weaknesses
    names = [row["name"] for row in rows]
    slide = page(deck, named("Kesenjangan termahal:", names) if rows else brief_lines.NO_GAP)
    if rows:
        points = [row for row in rows if row["sort"] != "urusan"]
        if points:
            draw_chart(slide, CHART, stakes(points), content.mark)
        table = gap_table(deck, ("Baris", "Kini dan pembanding", "Poin"))
        draw(slide, TABLE if points else WHOLE, table)
    foot_note(slide, content.gaps_note if rows else "")
    how = (
        "Patokan adalah median pembanding tanpa nilai sendiri. Poin = bobot × selisih parameter / "
        f"jumlah tertinggi × 100. {content.gaps_note}"
    )
    ids = brief_pptx_notes.of_rows(pd.DataFrame(rows)) | brief_pptx_notes.of_rules(brief)
    brief_pptx_notes.add(slide, brief, content, how, ids)


def named(finding: str, names: list[str]) -> str:
    """A title with all names, or the first and how many more where they are too long."""
    told = f"{finding} {words.listed(names)}"
    if len(names) == 1 or fits(told, TITLE.width):
        return told
    return f"{finding} {names[0]} dan {len(names) - 1} baris lain"


def gap_table(deck: Deck, heads: tuple[str, str, str]) -> Grid:
    lines = deck.content.gaps
    return Grid(
        "Tiga kesenjangan",
        deck.content.gaps_note,
        heads,
        tuple(
            (f"{one.sign} {one.name}".strip(), one.told, one.worth or "belum dapat dihitung")
            for one in lines
        ),
        (3, 3.4, 2.1),
    )


def stakes(rows: list[dict]) -> Bars:
    """Points to the peers' median, and to the highest level."""
    names = tuple(f"{row['number']} {row['name']}" for row in rows)
    behind = [row["points_to_median"] if row["sort"] == "indikator" else None for row in rows]
    room = [row["headroom"] for row in rows]
    told = "; ".join(
        f"{name}: {words.points(near)} sampai median, {words.points(far)} sampai parameter 3"
        for name, near, far in zip(names, behind, room, strict=True)
    )
    series = (
        points_series("sampai median pembanding", behind, OWN),
        points_series("sampai parameter 3", room, ACCENT),
    )
    return Bars("Poin indeks yang dapat dikejar (dihitung)", told, names, series)


def points_series(name: str, values: list, colour: MSO_THEME_COLOR) -> Series:
    known = tuple(None if words.missing(one) else float(one) for one in values)
    labels = tuple(words.number(one) for one in known)
    return Series(name, known, labels, (colour,) * len(known))


def foot_note(slide: Slide, text: str) -> None:
    if text:
        write(slide, NOTE, [Said(text, 16, colour=MUTED)], "Keterangan")


def candidates(deck: Deck) -> None:
    """The first of the list: name, origin, proof, points."""
    brief, content = deck.brief, deck.content
    rows = brief.listed.head(LISTED).to_dict("records") if len(brief.listed) else []
    title = content.candidates_note
    if rows:
        title = f"Kandidat pertama untuk ditiru: {rows[0]['name']} dari {rows[0]['origin']}"
    slide = page(deck, title)
    if rows:
        draw(slide, WHOLE, candidate_table(rows, content.candidates_note))
        foot_note(slide, content.candidates_note)
    else:
        write(slide, WHOLE, [Said(nothing(brief), 20, lines=6)], "Langkah berikutnya")
    how = (
        "Urutan: rata-rata ukur bagian yang diketahui dari perlu, bukti, cocok, mudah, masih "
        f"berjalan. {content.candidates_note}"
    )
    ids = brief_pptx_notes.of_rows(brief.listed.head(LISTED))
    brief_pptx_notes.add(slide, brief, content, how, ids)


def nothing(brief: Brief) -> str:
    """Why nothing is proposed, and what to do."""
    chosen = brief.chosen.sector
    sector = brief.sector_names[chosen] if chosen else None
    name = brief.name(brief.chosen.code)
    return plain(candidate_sentences.nothing_to_copy(brief.ranked, name, sector))


def candidate_table(rows: list[dict], told: str) -> Grid:
    lines = [brief_lines.candidate(row) for row in rows]
    proven = [line.told.split(" · ", 1)[1] for line in lines]
    return Grid(
        "Kandidat replikasi",
        told,
        ("Inovasi", "Daerah asal", "Bukti", "Poin indeks"),
        tuple(
            (row["name"], row["origin"], proof, line.worth or "belum dapat dihitung")
            for row, proof, line in zip(rows, proven, lines, strict=True)
        ),
        (3.6, 2.1, 4.2, 2.1),
        links=tuple("" if words.missing(row["url"]) else str(row["url"]) for row in rows),
    )
