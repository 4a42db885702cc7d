"""How long an import takes, from the bytes of a spreadsheet to a published version:
python tests/benchmarks/importing.py [--national]

The province is 13 governments with 1,500 innovations of 20 levels; the country 552 governments
(those of the dataset nasional) with 36,000. Budgets: 10 s and 120 s.
"""

import argparse
import datetime
import io
import json
import os
import random
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import xlsxwriter
from figures import ROOT, machine, table

sys.path.insert(0, str(ROOT))

import queries
from data import build
from data.importing import comparing, merging, vocabulary
from data.importing import draft as drafting
from data.importing.choices import Choices
from data.importing.holdings import NOTHING
from queries import publishing

TODAY = datetime.date(2026, 11, 25)
ORIGIN = merging.Origin("tolok ukur", "tolok ukur", "", datetime.datetime(2026, 11, 25))
PROVINCE, COUNTRY = 1_500, 36_000
FIELDS = ["Nama Pemda", "Nama Inovasi", "Tahapan Inovasi", "Urusan Pemerintahan",
          "Waktu Uji Coba", "Waktu Penerapan", "OPD Pelaksana", "Inisiator", "Jenis", "Bentuk",
          "Rancang Bangun", "Tujuan", "Manfaat", "Hasil"]  # fmt: skip


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--national", action="store_true")
    given = words.parse_args()
    machine()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["INOVASI_BANUA_DB"] = f"{folder}/db"
        os.environ["INOVASI_BANUA_BOOK"] = f"{folder}/book"
        if given.national:
            os.environ["INOVASI_BANUA_MAPS"] = f"{folder}/maps"
            measured("36,000 innovations", country(Path(folder)), COUNTRY, 120)
        else:
            queries.ensure("terbitan")  # there since the app was started
            measured("1,500 innovations", build.DATA, PROVINCE, 10)


def measured(title: str, root: Path, innovations: int, budget: int) -> None:
    """Every step with its seconds, and the largest memory of this process."""
    known = vocabulary.load(root)
    files = [("daftar 2026.xlsx", lists(known, innovations)), ("spd 2026.xlsx", rows(known))]
    laps: list[tuple[str, float]] = []

    @contextmanager
    def lap(name: str) -> Iterator[None]:
        start = time.perf_counter()
        yield
        laps.append((name, time.perf_counter() - start))

    with lap("read, recognised, checked"):
        made = drafting.draft(files, Choices(), TODAY, root=root)
    with lap("merged"):
        after = merging.merged(NOTHING, made, ORIGIN)
    with lap("compared, row by row"):
        changed = comparing.changes(NOTHING, after)
    if root == build.DATA:
        with lap("preview: dataset built, scores compared"):
            shown = publishing.preview(after)
        with lap("published"):
            publishing.publish(shown, "tolok ukur", "")
    else:  # a preview looks at the 13; what it builds is measured
        with lap("dataset built"):
            build.draft(after, partial(queries.prepare, progress=print), root=root)
    told = [(name, f"{seconds:.1f}") for name, seconds in laps]
    total = sum(seconds for _, seconds in laps)
    table([title, "s"], [*told, ["all", f"{total:.1f} of {budget}"]])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{len(made.innovations)} kept, {made.refused} refused, {len(changed)} changes, {peak} MB"
    )


def lists(known: vocabulary.Vocabulary, innovations: int) -> bytes:
    """A list as a ministry would export it: title, header, one row an innovation."""
    chance = random.Random(63)
    sid = [row for row in known.rows.values() if row.grouping == "SID"]
    sectors, codes = list(known.sector_names.values()), list(known.government_names)
    lines = [[], [*FIELDS, *(f"{row.number} {row.name}" for row in sid), "Skor Kematangan"]]
    for number in range(innovations):
        levels = [chance.randint(0, 3) for _ in sid]
        total = sum(row.weight * level for row, level in zip(sid, levels, strict=True))
        said = [
            codes[number % len(codes)],
            f"Inovasi {chance.getrandbits(60):x}",
            "Penerapan",
            chance.choice(sectors),
            "1 Maret 2024",
            "15/01/2025",
            "Dinas",
            "OPD",
            "Digital",
            "Pelayanan Publik",
            *(f"Kalimat tentang {number} dan gunanya." for _ in range(4)),
        ]
        lines.append([*said, *levels, total])  # fmt: skip
    return workbook("DAFTAR INOVASI TAHUN 2026", lines)


def rows(known: vocabulary.Vocabulary) -> bytes:
    """SPD: one row a government."""
    chance = random.Random(63)
    spd = [row for row in known.rows.values() if row.grouping == "SPD"]
    header = ["Nama Pemda", *(f"{row.number} {row.name}" for row in spd)]
    levels = [[code, *(chance.randint(0, 3) for _ in spd)] for code in known.government_names]
    return workbook("INDIKATOR PEMERINTAH TAHUN 2026", [[], header, *levels])


def workbook(title: str, lines: list[list]) -> bytes:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"constant_memory": True}) as book:
        sheet = book.add_worksheet("Data")
        for at, line in enumerate([[title], *lines]):
            sheet.write_row(at, 0, line)
    return content.getvalue()


def country(folder: Path) -> Path:
    """A data folder whose governments, figures and map are those of the dataset nasional."""
    root = folder / "data"
    for name in ("published", "rules"):
        shutil.copytree(build.DATA / name, root / name)
    (folder / "maps").mkdir()
    with queries.connect(queries.ensure("nasional")) as db:
        given = {"sources.csv": "source", "regencies.csv": "regency",
                 "regency_facts.csv": "regency_fact"}  # fmt: skip
        for name, of in given.items():
            db.sql(f"select * from {of}").df().to_csv(root / "published" / name, index=False)
        shapes = db.sql("select code, name, geometry from boundary join regency using (code)").df()
    features = [
        {"type": "Feature", "properties": {"code": row.code, "name": row.name},
         "geometry": json.loads(row.geometry)}
        for row in shapes.itertuples()
    ]  # fmt: skip
    drawn = {
        "type": "FeatureCollection",
        "label": "kotak",
        "attribution": "-",
        "features": features,
    }
    (folder / "maps" / "resmi.geojson").write_text(json.dumps(drawn | {"installed": "-"}))
    return root


if __name__ == "__main__":
    main()
