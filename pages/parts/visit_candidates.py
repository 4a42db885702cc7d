"""One candidate on a sheet of the note: what is known of it, what to ask, room to write."""

import pandas as pd

from pages.parts import candidate_sentences, visit_blocks, words
from pages.parts.sentences import plain
from pages.parts.visit_blocks import Block
from pages.parts.visit_questions import questions
from queries.candidates import PARTS

# How high things are on a page, in points, measured on both files.
PAGE, A_FACT, A_QUESTION, A_HAND_LINE, A_TEXT_LINE = 690, 17, 41, 23, 13
LETTERS = 88  # of a text line


def sheets(rows: list[dict], name: str, dataset: str) -> list[Block]:
    """Every candidate on a page of its own, so that each can be handed to another colleague.

    Args:
        rows: rows of `candidates.rank`.
        name: of the visitor.
    """
    blocks = []
    for place, row in enumerate(rows, start=1):
        told = known(row, name, dataset)
        blocks += [
            Block("part", f"{place}. {row['name']}", new_page=place > 1),
            visit_blocks.facts(*told),
            *asked(questions(row), told),
        ]
    return blocks


def asked(questions: list[tuple[str, str]], told: list[tuple[str, str]]) -> list[Block]:
    """The questions with lines to write on, the first ones with two, as the page has room."""
    texts = [text for _, text in told] + [f"{label}: {text}" for label, text in questions]
    more_lines = sum((len(text) - 1) // LETTERS for text in texts)
    left = PAGE - A_FACT * len(told) - A_QUESTION * len(questions) - A_TEXT_LINE * more_lines
    return [
        Block(
            "question",
            text,
            f"{place + 1}. {label}:",
            lines=1 + (left >= A_HAND_LINE * (place + 1)),
        )
        for place, (label, text) in enumerate(questions)
    ]


def known(row: dict, name: str, dataset: str) -> list[tuple[str, str]]:
    series = pd.Series(row)
    told = [
        ("Kepanjangan", cell(row["long_name"])),
        ("Apa itu", cell(row["description"])),
        ("Urusan", sector(row)),
        ("Kantor yang dihubungi", office(row)),
        ("Mengapa dilihat", plain(candidate_sentences.why(series, name, dataset))),
        ("Bukti", proof(row)),
        ("Skor", score(row)),
        ("Daerah asal", candidate_sentences.stronger(series)),
        ("Sumber", f"{row['source_id']}, {words.publisher(row['publisher'])}{reading(row)}"),
        ("Catatan", cell(row["note"])),
    ]
    optional = ("Kepanjangan", "Catatan")
    return [(label, said) for label, said in told if label not in optional or said != words.DASH]


def cell(value: object, unknown: str = words.DASH) -> str:
    return unknown if words.missing(value) else str(value)


def sector(row: dict) -> str:
    named = cell(row["sector"], "belum diketahui")
    themes = row["theme_labels"]
    return named if words.missing(themes) else f"{named} (tema: {themes})"


def proof(row: dict) -> str:
    """The award, who copied it, when it was last seen."""
    told = [cell(row["award"], "belum ada penghargaan tercatat")]
    if row["copies"]:
        told.append(f"{words.whole(row['copies'])} catatan peniruan")
    told.append(f"terakhir terlihat {words.year(row['last_year'], 'belum diketahui')}")
    return "; ".join(told)


def office(row: dict) -> str:
    if words.missing(row["office"]):
        return f"Bappeda/Bapperida {row['origin']} (pelaksana belum diketahui)"
    return str(row["office"])


def score(row: dict) -> str:
    """The score, its parts, and which are not known."""
    parts = " · ".join(
        f"{words.PART[part]} {words.number(row[part], unknown='belum diketahui')}" for part in PARTS
    )
    return (
        f"{words.number(row['score'])} dari 1 ({parts}); kelengkapan bukti "
        f"{words.share(row['completeness'])}"
    )


def reading(row: dict) -> str:
    return "; sebagian bacaan penyusun" if row["is_reading"] else ""
