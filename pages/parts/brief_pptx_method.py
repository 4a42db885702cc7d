"""The last slide: how the figures were reached and where they come from."""

from pages.parts import brief_content, brief_pptx_notes, documents, words
from pages.parts.brief_facts import Brief
from pages.parts.brief_pptx_look import Deck, page
from pages.parts.brief_pptx_tables import Grid, draw
from pages.parts.brief_pptx_text import Said, write
from pages.parts.brief_pptx_theme import BODY

SHOWN = 5  # sources on the slide; the notes have all
TEXT_HEIGHT = 1.6


def method(deck: Deck) -> None:
    """What the index is, what a gap is, what is unknown; then the first sources."""
    brief = deck.brief
    rows = brief_content.sources(brief)
    slide = page(deck, title(brief, len(rows)))
    said = [Said(f"• {text}", 18, lines=3, after=4) for text in told(brief)]
    write(slide, BODY._replace(height=TEXT_HEIGHT), said, "Metode")
    place = BODY._replace(top=BODY.top + TEXT_HEIGHT + 0.1, height=BODY.height - TEXT_HEIGHT - 0.1)
    draw(slide, place, sources(deck))
    how = "Rumus, ambang, dan semua sumber ada di halaman Data & metode."
    brief_pptx_notes.add(slide, brief, deck.content, how, rows.index)


def title(brief: Brief, count: int) -> str:
    if brief.simulated:
        return "Semua laporan di sini rekaan, untuk latihan; yang dihitung disebut dihitung"
    return f"Angka berasal dari {words.whole(count)} sumber, {documents.dated(brief.about)}"


def told(brief: Brief) -> list[str]:
    rules = brief.rulesets[brief.rulesets["kind"] == "resmi"].iloc[-1]
    return [
        f"Indeks = (SPD + rata-rata kematangan + skor jumlah) / {words.brief(rules['total_max'])} "
        f"× 100, aturan {rules['year']}; SPD paling tinggi {words.brief(rules['spd_max'])}, "
        f"kematangan {words.brief(rules['maturity_max'])}.",
        "Kesenjangan: terhadap median pembanding yang mirip struktur, tanpa nilai sendiri.",
        f"Yang belum diketahui ditulis “{words.UNKNOWN}”, tidak ditaksir.",
    ]


def sources(deck: Deck) -> Grid:
    """The first sources; those of our own files come last."""
    rows = brief_content.sources(deck.brief)
    rows = rows.assign(own=rows.index.str.startswith("F-")).sort_values("own", kind="stable")
    first = rows.head(SHOWN)
    more = len(rows) - len(first)
    told = f"Dan {words.whole(more)} lainnya di catatan pembicara." if more else "Semua sumber."
    lines = [
        (key, words.publisher(row["publisher"]), row["title"], words.date(row["accessed"]))
        for key, row in zip(first.index, first.to_dict("records"), strict=True)
    ]
    lines += [("…", told, "", "")] if more else []
    return Grid(
        "Sumber",
        told,
        ("Kode", "Penerbit", "Judul", "Diakses"),
        tuple(lines),
        (1.5, 3.4, 5.2, 2.0),
        links=tuple("" if words.missing(url) else str(url) for url in first["url"]),
    )
