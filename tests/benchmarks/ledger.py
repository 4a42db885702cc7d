"""How long the pages of the ledger take with 500 records: python tests/benchmarks/ledger.py"""

import datetime
import os
import random
import statistics
import sys
import tempfile

import pandas as pd
from figures import ROOT, machine, table
from server_time import PAGE_BUDGET, opened, run_times, two

sys.path.insert(0, str(ROOT))

import queries
from data import book, shelf

RECORDS, RUNS, SEED = 500, 20, 4
FIRST = "buku-000000000000"
PAGES = {
    "board of one regency": {},
    "board of all": {"whose": "Semua daerah"},
    "late, of all": {"whose": "Semua daerah", "leaf": "Terlambat"},
    "timeline": {"whose": "Semua daerah", "leaf": "Garis waktu"},
    "evidence": {"leaf": "Bukti replikasi"},
    "one record": {"record": FIRST},
}


def main() -> None:
    machine()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["INOVASI_BANUA_DB"] = f"{folder}/db"
        os.environ["INOVASI_BANUA_BOOK"] = f"{folder}/book"
        for dataset in shelf.DATASETS:
            queries.ensure(dataset)
        fill()
        rows = []
        for name, address in PAGES.items():
            clock = run_times(opened("ledger", address), RUNS)
            fast = statistics.median(clock.spent) <= PAGE_BUDGET
            cpu = f"{statistics.median(clock.worked):.0f}"
            rows.append([name, *two(clock.spent), cpu, "yes" if fast else "NO"])
        after = [after_a_write(number) for number in range(RUNS)]
        rows.append(["board of all, after a write", *two(after), "–", ""])
        table([f"{RECORDS} records, ms", "run", "p90", "cpu", f"≤ {PAGE_BUDGET}"], rows)


def after_a_write(number: int) -> float:
    """The run that must read the book again."""
    app = opened("ledger", {"whose": "Semua daerah"})
    book.write(f"buku-{RECORDS + number:012x}", 0, "membuat", {"dataset": "terbitan"}, "penguji")
    return run_times(app, 1).spent[0]


def fill() -> None:
    """Records of every age and step, each step an event, in one transaction."""
    with queries.connect(queries.ensure("terbitan")) as db:
        steps = queries.ask(db, "cooperation_steps")["step"].tolist()
        regencies = queries.ask(db, "regencies")
    luck = random.Random(SEED)
    values = [row for number in range(RECORDS) for row in record(number, luck, steps, regencies)]
    held = pd.DataFrame(values, columns=["subject", "revision", "field", "value"])
    with book.opened() as db:
        db.register("held", held)
        db.begin()
        db.execute(
            "insert into event select distinct subject, revision, now()::timestamp, 'penguji', 'x'"
            " from held"
        )
        db.execute("insert into event_value select * from held")
        db.commit()


def record(
    number: int, luck: random.Random, steps: list[str], regencies: pd.DataFrame
) -> list[tuple[str, int, str, str]]:
    """One record: who with whom, then a planned day of each step, and a real one up to some."""
    receiver, giver = luck.sample(regencies.to_dict("records"), 2)
    day = datetime.date.today() - datetime.timedelta(days=luck.randint(0, 600))
    subject, reached = f"buku-{number:012x}", luck.randint(0, len(steps))
    first = {
        "dataset": "terbitan", "born_of": "replikasi", "innovation": f"Inovasi {number}",
        "receiver_code": receiver["code"], "receiver": receiver["name"],
        "giver_code": giver["code"], "giver": giver["name"], "interest_number": str(number),
    }  # fmt: skip
    rows = [(subject, 1, field, value) for field, value in first.items()]
    for place, step in enumerate(steps, start=1):
        day += datetime.timedelta(days=luck.randint(10, 60))
        rows.append((subject, place + 1, f"planned.{step}", day.isoformat()))
        if place <= reached and day <= datetime.date.today():
            rows.append((subject, place + 1, f"real.{step}", day.isoformat()))
    return rows


if __name__ == "__main__":
    main()
