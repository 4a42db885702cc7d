"""The rows of a CSV, whatever its letters, mark and delimiter; every cell is text."""

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from data.importing.limits import (
    MAX_COLUMNS,
    MAX_LINE,
    MAX_ROWS,
    MB,
    SPLIT,
    Refusal,
    whole,
)

# In the order they win a draw: a comma is also a decimal mark.
DELIMITERS = ";\t,|"
SAMPLE_ROWS, SAMPLE = 50, 200_000
MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
LONG_LINE = Refusal(
    f"satu baris lebih panjang dari {MAX_LINE // MB} juta huruf; bukan tabel",
    "periksa tanda kutip dan pemisah baris, lalu simpan ulang sebagai CSV",
)

csv.field_size_limit(MAX_LINE)


def rows(data: bytes) -> Iterator[list[str]]:
    """The rows as a spreadsheet counts them, blank ones too; a Refusal where they are too many."""
    encoding = encoding_of(data)
    delimiter, skip = _delimiter(data, encoding)
    reader = csv.reader(islice(_lines(data, encoding), skip, None), delimiter=delimiter)
    try:
        for place, row in enumerate(reader, 1):
            _refuse_large(place, row)
            yield row
    except csv.Error as error:
        raise LONG_LINE from error


def _refuse_large(place: int, row: list[str]) -> None:
    if place > MAX_ROWS and any(row):
        raise Refusal(f"lebih dari {whole(MAX_ROWS)} baris", SPLIT)
    if len(row) > MAX_COLUMNS and any(row[MAX_COLUMNS:]):
        raise Refusal(
            f"baris {place} lebih lebar dari {MAX_COLUMNS} kolom",
            "periksa tanda kutip dan pemisah kolomnya",
        )


def encoding_of(data: bytes) -> str:
    """By the mark at its start; without one UTF-8 if it is that throughout, else Windows-1252."""
    for mark, encoding in MARKS.items():
        if data.startswith(mark):
            return encoding
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for start in range(0, len(data), MB):
            decoder.decode(data[start : start + MB])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _lines(data: bytes, encoding: str) -> Iterator[str]:
    """Lines with their ends, so that a quoted cell keeps its own; a Refusal for endless ones."""
    with io.TextIOWrapper(io.BytesIO(data), encoding, errors="replace", newline="") as stream:
        while line := stream.readline(MAX_LINE):
            if len(line) == MAX_LINE:
                raise LONG_LINE
            yield line.replace("\0", "")


def _delimiter(data: bytes, encoding: str) -> tuple[str, int]:
    """The delimiter, and how many lines to leave out: one where Excel's "sep=;" says it."""
    sample, size = [], 0
    for line in islice(_lines(data, encoding), SAMPLE_ROWS):
        sample.append(line)
        size += len(line)
        if size > SAMPLE:
            break
    first = sample[0].strip() if sample else ""
    if first[:4].lower() == "sep=" and len(first) == 5:
        return first[4], 1
    return max(DELIMITERS, key=lambda mark: _evenness(sample, mark)), 0


def _evenness(sample: list[str], delimiter: str) -> tuple[float, int]:
    """How large a share of the rows has the same number of cells, and how many those are."""
    widths = Counter(len(row) for row in csv.reader(sample, delimiter=delimiter) if any(row))
    widths.pop(1, None)
    if not widths:
        return 0.0, 0
    width, times = widths.most_common(1)[0]
    return times / max(1, sum(1 for line in sample if line.strip())), width
