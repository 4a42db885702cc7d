"""What is under way between governments, or what copying would bring, as a table."""

from pptx.slide import Slide

from pages.parts import brief_lines, words
from pages.parts.brief_pptx_look import Deck
from pages.parts.brief_pptx_tables import Grid, draw
from pages.parts.brief_pptx_text import Place, Said, write

SHOWN = 5


def beside(slide: Slide, place: Place, deck: Deck) -> None:
    """The cooperations that run; where none does, the gains of a copy; else why there are none."""
    if len(deck.brief.board):
        draw(slide, place, running(deck))
        return
    known = deck.brief.listed.dropna(subset="as_usual") if len(deck.brief.listed) else None
    if known is not None and len(known):
        draw(slide, place, gains(known.head(SHOWN).to_dict("records")))
        return
    said = [
        Said(deck.content.cooperations_note, 20, lines=4, after=12),
        Said(deck.content.candidates_note, 20, lines=6),
    ]
    write(slide, place, said, "Kerja sama dan kandidat")


def running(deck: Deck) -> Grid:
    """Rows of the ledger's board: innovation, who with whom, the step reached, the next date."""
    lines = [
        brief_lines.cooperation(row, deck.brief)
        for row in deck.brief.board.head(SHOWN).to_dict("records")
    ]
    return Grid(
        "Kerja sama yang berjalan",
        deck.content.cooperations_note,
        ("Inovasi", "Penerima ← asal · tahap", "Tanggal"),
        tuple((one.name, one.told, one.worth or words.UNKNOWN) for one in lines),
        (2.5, 2.8, 2.7),
    )


def gains(rows: list[dict]) -> Grid:
    """What one copy of each of the first candidates adds to the index."""
    return Grid(
        "Tambahan poin indeks bila ditiru (dihitung)",
        "Tiap tiruan dihitung sendiri-sendiri, yang lain tetap.",
        ("Poin bila ditiru, dihitung", "matang seperti di asal", "seperti median sendiri"),
        tuple(
            (row["name"], words.signed(row["as_origin"]), words.signed(row["as_usual"]))
            for row in rows
        ),
        (3, 1.6, 1.6),
        right=(1, 2),
    )
