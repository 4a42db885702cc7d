"""The slide of what comes next: what closing the gaps brings, and how a cooperation begins."""

import pandas as pd

from pages.parts import brief_pptx_notes, brief_scenario, brief_standing
from pages.parts.brief_facts import Brief
from pages.parts.brief_pptx_look import Deck, page
from pages.parts.brief_pptx_tables import Grid, draw
from pages.parts.brief_pptx_text import Said, write
from pages.parts.brief_pptx_theme import BODY

TABLE_HEIGHT = 2.8
HOW = (
    "Tiap baris dinaikkan sampai median pembanding, yang lain tetap; poinnya dijumlahkan. "
    "Indeks hanya ditulis bila skor sendiri dihitung dari laporan tahun aturan itu."
)


def steps(deck: Deck) -> None:
    """What closing the gaps brings, one after the other, and how a cooperation begins."""
    brief, content = deck.brief, deck.content
    closing = brief_standing.closing(brief)
    title = closing[:1].upper() + closing[1:] if closing else content.remember
    slide = page(deck, title)
    rows = brief_scenario.behind(brief)
    end = BODY.top
    if rows:
        end = draw(slide, BODY._replace(height=TABLE_HEIGHT), grid(brief))
    said = [Said(text, 18, after=6) for text in begin(brief)]
    if brief.note:
        said.append(Said(f"Catatan: {brief.note}", 18))
    place = BODY._replace(top=end + 0.2, height=BODY.top + BODY.height - end - 0.2)
    write(slide, place, said, "Langkah berikutnya")
    how = HOW + (f" Catatan daerah: {brief.note}" if brief.note else "")
    ids = brief_pptx_notes.of_rows(pd.DataFrame(rows)) | brief_pptx_notes.of_rules(brief)
    brief_pptx_notes.add(slide, brief, content, how, ids)


def begin(brief: Brief) -> list[str]:
    """The first candidate's visit, and the steps of a cooperation."""
    told = []
    if brief.candidates:
        row = brief.candidates[0]
        first = brief.step_names[0].lower()
        told.append(f"Mulai dari {first}: {row['origin']}, untuk {row['name']}.")
    told.append(f"Tahap kerja sama: {' → '.join(brief.step_names)}.")
    return told


def grid(brief: Brief) -> Grid:
    """Each gap closed after the other: from, to, points, and the index where it is computed."""
    total = brief_scenario.summed(brief)
    count = len(total.heads)
    return Grid("Skenario", "Dihitung.", total.heads, total.rows, (6, 2.2, 1.6, 2)[:count],
                (2, 3)[: count - 2])  # fmt: skip
