"""How the index grows from 13 to 552 governments: python tests/benchmarks/index_scale.py

Builds `simulasi` and `nasional` into an empty folder, each in a process of its own (seconds, peak
memory), asks every question of both, then computes the same index from the same rows once with the
views of data/schema.sql and once with pandas, each in a process of its own, and compares them.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from figures import ROOT, machine, p90, table

sys.path.insert(0, str(ROOT))

DATASETS = {"simulasi": 13, "nasional": 552}
SCALE = {"simulasi": "kalsel", "nasional": "national"}
TIMES, ASKED = 5, 5
QUESTION_BUDGET = 150  # ms, at national scale
BUILD_BUDGET, MEMORY_BUDGET = 120, 2.0  # s, GB
AT_BUILD = {"computed_claims", "features", "government_levels", "rank_ranges", "reported_levels",
            "spd_levels"}  # fmt: skip
"""Asked once, when a file is built; never by a page."""


def main() -> None:
    if len(sys.argv) > 1:
        print(json.dumps(CHILDREN[sys.argv[1]](*sys.argv[2:])))
        return
    machine()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["INOVASI_BANUA_DB"] = folder
        built = {name: child("build", name) for name in DATASETS}
        show_builds(built)
        show_questions({name: child("ask", one["file"]) for name, one in built.items()})
        show_index({name: one["file"] for name, one in built.items()})
    machine()


def child(what: str, *given: str) -> dict[str, Any]:
    """One task in a process of its own: nothing it leaves in memory counts for the next."""
    told = subprocess.run(
        [sys.executable, __file__, what, *given], check=True, capture_output=True, text=True
    )
    found: dict[str, Any] = json.loads(told.stdout.splitlines()[-1])
    return found


def peak() -> float:
    """The most memory this process held since it began, in GB (getrusage counts its parent's)."""
    status = Path("/proc/self/status").read_text()
    (kilobytes,) = re.findall(r"VmHWM:\s+(\d+)", status)
    return int(kilobytes) / 1e6


def build(dataset: str) -> dict[str, Any]:
    import queries

    marks: list[tuple[str, float]] = []
    start = time.perf_counter()
    file = queries.ensure(
        dataset, lambda said: marks.append((said, time.perf_counter())), seed=2026
    )
    end = time.perf_counter()
    ends = [moment for _, moment in marks[1:]] + [end]
    steps = [(said, done - begun) for (said, begun), done in zip(marks, ends, strict=True)]
    return {"file": str(file), "seconds": end - start, "steps": steps, "peak": peak(),
            "megabytes": file.stat().st_size / 1e6}  # fmt: skip


def ask(file: str) -> dict[str, list[float]]:
    import asked

    import queries

    times: dict[str, list[float]] = {}
    with queries.connect(Path(file)) as db:
        for code in ("6310", "6309", "6303")[:ASKED]:
            usual = asked.values(db, code)
            for question in sorted(one.stem for one in (ROOT / "queries").glob("*.sql")):
                given = asked.given(question, usual)
                for _ in range(ASKED):
                    start = time.perf_counter()
                    queries.ask(db, question, **given)
                    times.setdefault(question, []).append(1000 * (time.perf_counter() - start))
    return times


def by_sql(file: str) -> dict[str, Any]:
    """The two views of schema.sql over the stored rows, as they were before they were frozen."""
    import queries

    schema = (ROOT / "data" / "schema.sql").read_text(encoding="utf-8")
    views = [
        re.search(rf"create view {name} as\n.*?;\n", schema, re.S)
        for name in ("maturity", "index_result")
    ]
    start = time.perf_counter()
    with queries.connect(Path(file)) as db:
        for view in views:
            assert view
            sql = re.sub(r"\bfrom maturity\b", "from live_maturity", view.group())
            db.execute(sql.replace("create view ", "create temp view live_", 1))
        rows = db.execute(
            "select code, year, score from live_index_result where ruleset = '2026'"
            " order by code, year"
        ).df()
    return {"seconds": time.perf_counter() - start, "peak": peak(), "sum": rows["score"].sum(),
            "rows": len(rows)}  # fmt: skip


def by_pandas(file: str) -> dict[str, Any]:
    """What an analyst would write: frames, merges and groupbys."""
    import duckdb
    import pandas as pd

    start = time.perf_counter()
    with duckdb.connect(file, read_only=True) as db:
        levels = db.execute("select * from innovation_level").df()
        government = db.execute("select code, year, indicator, level from government_level").df()
        reported = db.execute("select * from innovation_report").df()
        innovation = db.execute("select innovation_id, code, sector_id from innovation").df()
        indicator = db.execute(
            "select code as indicator, weight from indicator where ruleset = '2026'"
        ).df()
        basic = set(db.execute("select sector_id from sector where basic").df()["sector_id"])
        reports = db.execute("select code, year from report").df()
        rules = db.execute("select * from ruleset where ruleset = '2026'").df().iloc[0]
    loaded = time.perf_counter() - start
    levels = levels.merge(indicator, on="indicator")
    levels["points"] = levels["weight"] * levels["level"]
    maturity = levels.groupby(["innovation_id", "year"])["points"].sum().reset_index()
    maturity = reported.merge(maturity, how="left").merge(innovation, on="innovation_id")
    grouped = maturity.groupby(["code", "year"])
    total = pd.DataFrame({"n": grouped.size(), "maturity": grouped["points"].sum()})
    covered = maturity[maturity["sector_id"].isin(basic)].groupby(["code", "year"])["sector_id"]
    total["basic"] = covered.nunique()
    spd = government.merge(indicator, on="indicator")
    spd["points"] = spd["weight"] * spd["level"]
    result = reports.merge(spd.groupby(["code", "year"])["points"].sum().rename("spd"), how="left",
                           on=["code", "year"])  # fmt: skip
    result = result.merge(total.reset_index(), how="left", on=["code", "year"]).fillna(0)
    counted = result["n"].clip(upper=rules["count_cap"]) * rules["count_weight"]
    counted = counted.where(result["basic"] >= rules["basic_sectors_min"], 0)
    mean = result["maturity"] / result["n"].clip(lower=rules["divisor_min"])
    score = 100 * (result["spd"] + mean + counted) / rules["total_max"]
    return {"seconds": time.perf_counter() - start, "loading": loaded, "peak": peak(),
            "sum": score.sum(), "rows": len(score)}  # fmt: skip


CHILDREN: dict[str, Any] = {"build": build, "ask": ask, "by_sql": by_sql, "by_pandas": by_pandas}


def show_builds(built: dict[str, dict[str, Any]]) -> None:
    rows = [
        [name, DATASETS[name], f"{one['seconds']:.1f}", f"{one['peak']:.2f}",
         f"{one['megabytes']:.0f}"]
        for name, one in built.items()
    ]  # fmt: skip
    table(
        ["build", "governments", f"s (≤ {BUILD_BUDGET})", f"peak GB (≤ {MEMORY_BUDGET})", "MB"],
        rows,
    )
    large = dict(built["nasional"]["steps"])
    small = dict(built["simulasi"]["steps"])
    slowest = sorted(large, key=lambda said: -large[said])[:8]
    table(
        ["slowest steps, s", *DATASETS],
        [[said, f"{small.get(said, 0):.2f}", f"{large[said]:.2f}"] for said in slowest],
    )


def show_questions(times: dict[str, dict[str, list[float]]]) -> None:
    large, small = times["nasional"], times["simulasi"]
    median = {name: sorted(one)[len(one) // 2] for name, one in large.items()}
    usual = {name: sorted(one)[len(one) // 2] for name, one in small.items()}
    asked = [name for name in median if name not in AT_BUILD]
    slowest = sorted(asked, key=lambda name: -median[name])[:12]
    table(
        ["slowest questions, ms", *DATASETS, "times", "p90"],
        [
            [name, f"{usual[name]:.1f}", f"{median[name]:.1f}",
             f"{median[name] / usual[name]:.1f}", f"{p90(large[name]):.1f}"]
            for name in slowest
        ],
    )  # fmt: skip
    over = [name for name in asked if median[name] > QUESTION_BUDGET]
    print(f"{len(asked)} questions; over {QUESTION_BUDGET} ms: {', '.join(over) or 'none'}\n")


def show_index(files: dict[str, str]) -> None:
    """SQL and pandas by turns, so that a busy minute hits both."""
    rows = []
    for name, file in files.items():
        runs = [(child("by_sql", file), child("by_pandas", file)) for _ in range(TIMES)]
        for place, how in enumerate(("SQL", "pandas")):
            seconds = sorted(run[place]["seconds"] for run in runs)
            rows.append([f"{name}, {how}", f"{seconds[len(seconds) // 2]:.2f}",
                         f"{seconds[0]:.2f}–{seconds[-1]:.2f}",
                         f"{max(run[place]['peak'] for run in runs):.2f}",
                         f"{runs[0][place]['sum'] / runs[0][place]['rows']:.6f}"])  # fmt: skip
    table(["index from the same rows", "s", "range", "peak GB", "mean index"], rows)


if __name__ == "__main__":
    main()
