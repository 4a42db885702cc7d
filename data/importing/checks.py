"""What only shows when several cells are looked at together."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

import numpy as np
from rapidfuzz import fuzz, process

from data.importing import cells, scoring
from data.importing.combining import at
from data.importing.findings import Finding
from data.importing.taken import Row
from data.importing.vocabulary import Vocabulary, plain

# Of one government's names, from which on two are shown as perhaps the same.
ALIKE = 92
LONGER = 1.2  # twice what both have in common, over both lengths, is at least 0.92
AT_ONCE, MOST_COMPARED = 500, 5_000  # names: memory stays small, and no government has so many
# A round takes what was put to use in the two years before it or in its own. The ministry's window
# of each year is not in our sources: so this is told, never refused.
WINDOW = 2
NEAR = 0.005  # points of a score: half of the last printed decimal


def check(
    results: list[Row],
    innovations: list[Row],
    governments: list[Row],
    vocabulary: Vocabulary,
    findings: list[Finding],
) -> None:
    """Adds what is found to the findings; nothing of it is refused."""
    findings += ranks_shared(results)
    findings += (found for row in results for found in of_result(row, vocabulary))
    for row in innovations:
        findings += of_innovation(row, vocabulary)
    for row in governments:
        findings += of_government(row, vocabulary)
    findings += near_duplicates(innovations)


def ranks_shared(results: list[Row]) -> Iterator[Finding]:
    """Provincial ranks that two governments with different scores have in one year."""
    holders: dict[tuple[int, int], Row] = {}
    for row in results:
        rank, score = row.values.get("rank_province"), row.values.get("score")
        if rank is None:
            continue
        other = holders.setdefault((row.year, rank), row)
        if other is not row and (score is None or score != other.values.get("score")):
            yield at(
                row, "rank_province", "periksa",
                f"peringkat {rank} tahun {row.year} sudah dipakai di baris {other.place.row + 1}",
                "benarkan salah satu peringkat",
            )  # fmt: skip


def of_result(row: Row, vocabulary: Vocabulary) -> Iterator[Finding]:
    """A score and a predicate that the bands of the year do not bring together."""
    score, predicate = row.values.get("score"), row.values.get("predicate")
    for year, name, lower, upper in vocabulary.bands:
        same = (year, name) == (row.year, predicate)
        if same and score is not None and not lower <= score <= upper:
            yield at(
                row, "predicate", "periksa",
                f"skor {cells.text(score)} di luar rentang {name} tahun {year}: "
                f"{cells.text(lower)}–{cells.text(upper)}",
                "keduanya disimpan dan ditampilkan; benarkan yang salah",
            )  # fmt: skip


def of_innovation(row: Row, vocabulary: Vocabulary) -> Iterator[Finding]:
    yield from of_dates(row)
    total = row.values.get("reported_maturity")
    if total is not None and any(level is not None for level in row.levels.values()):
        yield from of_total(row, "reported_maturity", total, vocabulary)


def of_dates(row: Row) -> Iterator[Finding]:
    """Trial after use, and use outside what a round of that year takes."""
    trial, applied = row.values.get("trial_date"), row.values.get("applied_date")
    if trial and applied and trial > applied:
        yield at(
            row, "applied_date", "periksa",
            f"penerapan {cells.text(applied)} mendahului uji coba {cells.text(trial)}",
            "benarkan salah satu tanggal; sementara itu keduanya tidak dipakai menghitung",
        )  # fmt: skip
    if applied and not row.year - WINDOW <= applied.year <= row.year:
        yield at(
            row, "applied_date", "periksa",
            f"penerapan {cells.text(applied)} di luar jendela {row.year - WINDOW}–{row.year}",
            "cocokkan dengan petunjuk teknis tahun itu; jendela ini perkiraan kami",
        )  # fmt: skip


def of_government(row: Row, vocabulary: Vocabulary) -> Iterator[Finding]:
    total = row.values.get("total")
    if total is not None:
        yield from of_total(row, "total", total, vocabulary)


def of_total(row: Row, name: str, total: float, vocabulary: Vocabulary) -> Iterator[Finding]:
    """A printed total and the formula, both shown where they differ."""
    computed = scoring.total(row.levels, vocabulary.rows)
    if abs(computed - total) > NEAR:
        yield at(
            row, name, "periksa",
            f"jumlah tertulis {cells.text(total)}, sedangkan bobot × parameter memberi "
            f"{cells.text(computed)}",
            "yang dipakai hasil hitungan; periksa parameter tiap baris",
        )  # fmt: skip


def near_duplicates(innovations: list[Row]) -> Iterator[Finding]:
    """Names of one government and year that are nearly the same."""
    groups: dict[tuple[str, int], list[Row]] = defaultdict(list)
    for row in innovations:
        groups[row.code, row.year].append(row)
    for rows in groups.values():
        if len(rows) <= MOST_COMPARED:
            for first, later in alike(rows):
                other = first.place
                yield at(
                    later, "name", "periksa",
                    f"mirip dengan '{first.values['name']}' di baris {other.row + 1}",
                    "bila inovasi yang sama, hapus salah satu",
                )  # fmt: skip


def alike(rows: list[Row]) -> list[tuple[Row, Row]]:
    """Pairs of rows with like names, whatever the order of their words; earlier row first."""
    names = [" ".join(sorted(plain(row.values["name"]).split())) for row in rows]
    order = sorted(range(len(rows)), key=lambda at: len(names[at]))
    lengths = [len(names[at]) for at in order]
    found = []
    for begin in range(0, len(order), AT_ONCE):
        chunk = order[begin : begin + AT_ONCE]
        # A longer name can only be so alike if it is not much longer.
        end = bisect_right(lengths, lengths[begin + len(chunk) - 1] * LONGER)
        others = order[begin:end]
        likeness = process.cdist(
            [names[at] for at in chunk], [names[at] for at in others],
            scorer=fuzz.ratio, score_cutoff=ALIKE,
        )  # fmt: skip
        pairs = zip(*np.nonzero(np.triu(likeness, 1)), strict=True)
        found += [sorted((chunk[one], others[other])) for one, other in pairs]
    numbers = [re.findall(r"\d+", name) for name in names]
    return [  # "Posyandu 1" and "Posyandu 2" are two
        (rows[first], rows[later])
        for first, later in sorted(found)
        if numbers[first] == numbers[later]
    ]
