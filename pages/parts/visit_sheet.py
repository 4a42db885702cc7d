"""The page to fill in by hand: who was met, what was learnt of each candidate, what was agreed."""

from pages.parts import visit_blocks
from pages.parts.visit_blocks import Block

ASPECTS = ("Biaya", "Pelaksana", "Regulasi", "Kegagalan", "Dokumen diterima")
WORTH = "Layak ditiru?"
ANSWERS = "☐ ya\n☐ tidak\n☐ perlu kajian"
ASPECT_LINES, PROMISE_LINES = 3, 2
PROMISES = 4  # rows for what was agreed
FIRST_COLUMN = 0.16
LONGEST = 40  # letters of a name over a narrow column; its own page has the whole name
SIGNED = "Jabatan dan tanda tangan"


def sheet(names: list[str], visitor: str, host: str) -> list[Block]:
    """Nothing here is known beforehand; no name of a person is printed.

    Args:
        names: the candidates, one to five, each a column.
        visitor, host: full names of the governments that sign.
    """
    count = len(names)
    widths = (FIRST_COLUMN, *[(1 - FIRST_COLUMN) / count] * count)
    empty = ("",) * count
    return [
        visit_blocks.field("Hari dan tanggal"),
        visit_blocks.field("Kantor dan jabatan yang ditemui"),
        visit_blocks.sheet(
            [
                ("Hal", *(heading(*one) for one in enumerate(names, start=1))),
                *((aspect, *empty) for aspect in ASPECTS),
                (WORTH, *(ANSWERS,) * count),
            ],
            widths,
            ASPECT_LINES,
        ),
        Block("part", "Kesepakatan dan tindak lanjut"),
        visit_blocks.sheet(
            [("Apa", "Siapa (jabatan atau kantor)", "Kapan"), *[("",) * 3] * PROMISES],
            (0.5, 0.3, 0.2),
            PROMISE_LINES,
        ),
        Block("signatures", rows=((f"Untuk {visitor}", f"Untuk {host}"), (SIGNED, SIGNED))),
    ]


def heading(place: int, name: str) -> str:
    return f"{place}. {name if len(name) <= LONGEST else name[: LONGEST - 1] + '…'}"
