"""Rows under a header that hold no data: totals, footnotes, and the block that is signed."""

import re
from collections.abc import Sequence
from functools import lru_cache
from statistics import median

from data.importing import cells
from data.importing.layouts import Layout
from data.importing.sheets import Cell, Sheet
from data.importing.vocabulary import load, plain

SUM = re.compile(r"(sub |grand )?(jumlah|total|subtotal|rata rata|ratarata|rerata|average)\b")
# What a total adds up, or of whom; a name that goes on with other words is no total.
OF_WHAT = re.compile(
    r"akhir|dan|daerah|dalam|di|grand|iid|indeks|indikator|inovasi|jumlah|kab|kabupaten|kalimantan|"
    r"kalsel|kematangan|keseluruhan|kota|nilai|opd|pemda|per|provinsi|prov|rata|rerata|sampai|se|"
    r"selatan|seluruh|seluruhnya|semua|sid|skor|skpd|spd|sub|subtotal|total|umum|average|\d+"
)
MONTHS = (
    "januari|[fp]ebruari|maret|april|mei|juni|juli|agustus|september|oktober|no[vp]ember|desember"
)
SIGNED = re.compile(
    r"(mengetahui|menyetujui|disahkan|ditetapkan di|dicetak|diunduh|tertanda|ttd|"
    r"dibuat di)\b.{0,60}"
    r"|nip\b[\s.:\d]*"
    rf"|[^\d,]{{3,40}},\s*[\d.…_\s]{{0,12}}({MONTHS})\s*20\d\d"
    r"|(keterangan|catatan|sumber|ket)\.?(\s+data)?\s*(:.*)?"
    r"|\*.*",
    re.IGNORECASE | re.DOTALL,
)
LOOKED_AT = 60  # rows that tell how full a row usually is
LAST = 25  # rows at the end among which a signature is looked for


def is_total(row: list[Cell], key: int) -> bool:
    """Whether a row adds up others: its first words, or its key's, say so and little else does."""
    texts = {place: cell for place, cell in enumerate(row) if isinstance(cell, str)}
    if not texts or len({cell for cell in texts.values() if is_word(cell)}) > 2:
        return False
    lead = next((place for place in (min(texts), key) if is_sum(cells.text(row[place]))), None)
    return lead is not None and all(isinstance(cell, str | None) for cell in row[:lead])


def is_word(cell: str) -> bool:
    return cells.said(cell) is not None and not re.fullmatch(r"[\d.,%\s]+", cell)


@lru_cache(maxsize=4096)
def is_sum(words: str) -> bool:
    """Whether words only say that something is added up, and what."""
    writing = plain(words)
    if not SUM.match(writing):
        return False
    names = {part for name in load().government_names.values() for part in plain(name).split()}
    return all(word in names or OF_WHAT.fullmatch(word) for word in writing.split())


def is_numbering(filled: Sequence[Cell]) -> bool:
    """Whether cells only count columns: 1, 2, 3 or (1), (2), (3)."""
    words = [cells.text(cell).strip("()") for cell in filled]
    return len(words) > 2 and words == [str(place) for place in range(1, len(words) + 1)]


def is_note(filled: Sequence[Cell]) -> bool:
    """Whether a row without what every row needs is a heading or a footnote."""
    unlike = {cells.text(cell) for cell in filled}
    return len(unlike) == 1 or bool(SIGNED.fullmatch(cells.text(filled[0])))


def end(sheet: Sheet, layout: Layout) -> int:
    """The place after the last row that may be data: where the notes and signatures begin."""
    rows = sheet.rows
    if layout.kind == "profile":  # its fields may be named as a signature is
        return len(rows)
    usual = median([full(row) for row in rows[layout.header + 1 :][:LOOKED_AT]] or [0])
    most, few = max(1, int(usual) // 2), max(1, int(usual) - 1)
    first = max(layout.header + 1, len(rows) - LAST)
    for at in range(first, len(rows)):
        if is_signed(rows[at], most) and ends_there(rows[at:], most, few):
            return at
    return len(rows)


def full(row: list[Cell]) -> int:
    """How many different things a row says: all cells of a merged range say one."""
    return len({cell for cell in row if cell is not None})


def is_signed(row: list[Cell], most: int) -> bool:
    if not 0 < full(row) <= max(2, most):
        return False
    return any(isinstance(cell, str) and SIGNED.fullmatch(cell) for cell in row)


def ends_there(rows: list[list[Cell]], most: int, few: int) -> bool:
    """Whether rows are all nearly empty, or filled only where the signed ones are."""
    signed = {place for row in rows if is_signed(row, most) for place in filled_places(row)}
    return all(full(row) <= (few if filled_places(row) <= signed else most) for row in rows)


def filled_places(row: list[Cell]) -> set[int]:
    return {place for place, cell in enumerate(row) if cell is not None}
