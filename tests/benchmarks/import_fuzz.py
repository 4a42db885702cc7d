"""Ten thousand broken spreadsheets through the importer: no traceback, nothing half-kept.

Run by hand: `PYTHONPATH=. .venv/bin/python -m tests.benchmarks.import_fuzz [count] [seed]`.
Twenty-five tables are one import. Most are sheets as the reading hands them over; every tenth
import is of whole files, bytes damaged too, read in the child process. What fails is told with its
seed, to be run again alone: `… import_fuzz 25 SEED`.
"""

import datetime
import random
import sys
import time
import traceback

from data.errors import DataError
from data.importing import cleaning, comparing, merging
from data.importing import draft as drafting
from data.importing.choices import Choices
from data.importing.draft import Draft
from data.importing.holdings import NOTHING, Holdings
from data.importing.sheets import Sheet
from data.importing.squaring import squared
from tests.benchmarks.import_promises import broken
from tests.benchmarks.import_sheets import damaged, mutated
from tests.benchmarks.import_tables import KINDS

TODAY = datetime.date(2026, 11, 25)
TABLES = 25  # of one import: what merging costs is shared by them
WHOLE = 10  # every so many imports are of whole files
ORIGIN = merging.Origin("uji", "uji", "", datetime.datetime(2026, 11, 25))


def sheet(chance: random.Random, number: int) -> Sheet:
    """One sheet of any kind, with anything done to it, cleaned as the reading cleans."""
    rows = mutated(chance.choice(KINDS)(chance), chance)
    cells = [[cleaning.cell(value) for value in row] for row in rows] or [[None]]
    height, width = len(cells), max(1, *map(len, cells))
    for row in cells:
        row.extend([None] * (width - len(row)))
    ranges = []
    for _ in range(chance.choice((0, 0, 0, 1, 3))):
        top, left = chance.randrange(height), chance.randrange(width)
        ranges.append(
            (top, left, min(height - 1, top + chance.randrange(4)),
             min(width - 1, left + chance.randrange(4)))
        )  # fmt: skip
    merged = squared(cells, ranges)
    name = chance.choice(("Lembar1", "Kab. Tapin", "2025", "Profil Inovasi Daerah", "SPD", ""))
    return Sheet(f"berkas{number}.xlsx", name, cells, merged)


def choices(chance: random.Random) -> Choices:
    return Choices(
        year=chance.choice((None, None, 2026, 2025)),
        code=chance.choice((None, None, "6305", "6371")),
        adding=chance.choice((None, None, True, False)),
        codes=chance.choice((None, None, None, frozenset({"6305", "6303"}))),
    )


def of_sheets(chance: random.Random) -> Draft:
    sheets = [sheet(chance, number) for number in range(TABLES)]
    uploads = {one.file: ("0" * 64, 1) for one in sheets}
    return drafting.again(Draft(sheets, [], uploads), choices(chance), TODAY)


def of_files(chance: random.Random) -> Draft:
    files = [damaged(chance, number) for number in range(TABLES)]
    return drafting.draft(files, choices(chance), TODAY)


def tried(seed: int, held: Holdings) -> Holdings:
    """One case, put into what earlier ones left; an AssertionError says what was broken."""
    chance = random.Random(seed)
    whole = seed % WHOLE == 0
    made = of_files(chance) if whole else of_sheets(chance)
    after = merging.merged(held, made, ORIGIN)
    told = broken(made, after)
    assert not told, told
    comparing.changes(held, after)
    again = merging.merged(after, made, ORIGIN)
    told = list(comparing.changes(after, again)["name"])
    assert not told, f"the same again changes {told[:5]}"
    return after


def main(count: int, first: int) -> int:
    begun, failed, kept, held = time.perf_counter(), 0, 0, NOTHING
    seeds = range(first, first + -(-count // TABLES))
    for seed in seeds:
        held = NOTHING if seed % 20 == 0 else held
        try:
            held = tried(seed, held)
            kept += not held.empty
        except DataError:
            continue
        except Exception:
            failed += 1
            print(f"seed {seed}")
            traceback.print_exc(limit=-4)
    whole = sum(seed % WHOLE == 0 for seed in seeds) * TABLES
    print(
        f"{len(seeds)} imports of {len(seeds) * TABLES} tables, {whole} of them whole files; "
        f"{failed} imports failed, {kept} kept something; {time.perf_counter() - begun:.0f} s"
    )
    return failed


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]]
    sys.exit(bool(main(given[0] if given else 10_000, given[1] if len(given) > 1 else 1)))
