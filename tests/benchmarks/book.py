"""How long the ledger's storage takes at 10,000 events: python tests/benchmarks/book.py"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable

from figures import ROOT, machine, spread, table

sys.path.insert(0, str(ROOT))

from data import book, book_backup, book_files, book_restore, book_shelf

RECORDS, EVENTS, TIMES = 500, 20, 50
STATE = ("record", "record_date", "record_document", "record_actors", "regency_setting")
CHANGED = {"note": "catatan yang baru", "planned.visit": "2026-12-01", "giver_office": "Bappeda"}


def main() -> None:
    machine()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["INOVASI_BANUA_BOOK"] = folder
        fill()
        size = book_shelf.file().stat().st_size / 1000
        print(f"{RECORDS} records of {EVENTS} events with 3 values each, {size:.0f} kB\n")
        writes = timed(lambda number: book.write(named(number), EVENTS, "ubah", CHANGED, "x"))
        table(
            ["operation, ms", f"median (range) of {TIMES}", "p95", "budget"],
            [
                row("write, without the backup of the day", writes, "50"),
                row("open, read the view record, close", timed(lambda _: read(STATE[:1])), "30"),
                row("open, read all five views, close", timed(lambda _: read(STATE)), "–"),
                row("stamp", timed(lambda _: book.stamp()), "–"),
                row("backup", timed(lambda _: book_backup.save(), 10), "–"),
                row("restore", timed(lambda _: book_restore.restore(), 5), "–"),
                row("export as ZIP", timed(lambda _: book_files.zipped(), 5), "–"),
            ],
        )


def fill() -> None:
    """Many events at once: by `write` alone it would take minutes."""
    with book.opened() as db:
        db.execute(
            "insert into event"
            " select format('buku-{:012x}', record), revision, now()::timestamp, 'x', 'ubah'"
            " from range($records) records (record), range(1, $events + 1) events (revision)",
            {"records": RECORDS, "events": EVENTS},
        )
        db.execute(
            "insert into event_value"
            " select subject, revision, unnest(["
            "   ['planned.visit', 'real.visit', 'planned.design', 'real.design'][revision % 4 + 1],"
            "   ['receiver', 'giver', 'innovation', 'document.interest'][revision % 4 + 1],"
            "   ['note', 'actors.design', 'agreement_date', 'dataset'][revision % 4 + 1]"
            " ]), '2026-12-01' from event"
        )
    book_backup.of_the_day()


def named(number: int) -> str:
    return f"buku-{number:012x}"


def read(views: tuple[str, ...]) -> None:
    with book.opened() as db:
        for view in views:
            db.execute(f"from {view}").df()


def timed(work: Callable[[int], object], times: int = TIMES) -> list[float]:
    """Milliseconds of each run; one more before them warms up."""
    spent = []
    for number in range(times + 1):
        start = time.perf_counter()
        work(number)
        spent.append(1000 * (time.perf_counter() - start))
    return spent[1:]


def row(name: str, spent: list[float], budget: str) -> list[object]:
    p95 = statistics.quantiles(spent, n=20, method="inclusive")[-1]
    return [name, spread(spent, 2 if max(spent) < 1 else 0), f"{p95:.1f}", budget]


if __name__ == "__main__":
    main()
