"""The programme of a visit: what happens when, by the hour it starts and the candidates to see."""

import datetime
from itertools import accumulate

from pages.parts import visit_blocks, words
from pages.parts.visit_blocks import Block

A_CANDIDATE = 30  # minutes
BEFORE = ((15, "Pembukaan dan perkenalan", "both"), (30, "Paparan: cara mengelola inovasi", "host"))
AFTER = (
    (30, "Diskusi: syarat, biaya, dan bentuk replikasi", "both"),
    (20, "Kesepakatan dan tindak lanjut; lembar isian dilengkapi", "both"),
    (10, "Penutup", "host"),
)
FIRST_DAY = datetime.date(2000, 1, 1)  # any day: a time of day alone cannot be added to


def times(start: datetime.time, seen: int) -> str:
    """From when to when, with so many candidates to see."""
    minutes = sum(part[0] for part in BEFORE + AFTER) + A_CANDIDATE * seen
    return between(start, 0, minutes)


def between(start: datetime.time, first: int, last: int) -> str:
    """ "09.15–09.45", so many minutes after the start."""
    begins = datetime.datetime.combine(FIRST_DAY, start)
    clock = [begins + datetime.timedelta(minutes=minutes) for minutes in (first, last)]
    return "–".join(f"{one:%H.%M}" for one in clock)


def programme(start: datetime.time, rows: list[dict], visitor: str, host: str) -> list[Block]:
    """A table of the hours; the DOCX is there to change it.

    Args:
        rows: the candidates to see, rows of `candidates.rank`.
        visitor, host: names of the governments.
    """
    who = {"both": f"{host} dan {visitor}", "host": host}
    parts = [
        *((length, what, who[leader]) for length, what, leader in BEFORE),
        *(
            (A_CANDIDATE, f"Melihat {row['name']}: paparan dan tanya jawab", shown_by(row, host))
            for row in rows
        ),
        *((length, what, who[leader]) for length, what, leader in AFTER),
    ]
    ends = list(accumulate(length for length, _, _ in parts))
    hours = [
        (between(start, end - length, end), what, leader)
        for (length, what, leader), end in zip(parts, ends, strict=True)
    ]
    return [
        visit_blocks.table([("Pukul", "Acara", "Pelaksana"), *hours], (0.17, 0.53, 0.3)),
        visit_blocks.small("Usulan; waktu dan urutan dapat diubah pada berkas DOCX."),
    ]


def shown_by(row: dict, host: str) -> str:
    return host if words.missing(row["office"]) else f"{host}: {row['office']}"
