"""The fingerprints of our own files, kept in sources.csv: a reader can tell them unchanged."""

import csv
import hashlib
from pathlib import Path

ROOT = Path(__file__).parents[1]
SOURCES = "data/published/sources.csv"


def digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest() if file.exists() else ""


def read(root: Path) -> list[dict[str, str]]:
    with (root / SOURCES).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def broken(root: Path = ROOT) -> list[dict[str, str]]:
    """Our files whose content is not the one written in sources.csv."""
    return [
        {
            "berkas": row["url"],
            "tertulis": row["sha256"][:12],
            "sebenarnya": digest(root / row["url"])[:12],
        }
        for row in read(root)
        if row["kind"] == "berkas" and row["sha256"] != digest(root / row["url"])
    ]


def seal(root: Path = ROOT) -> int:
    """Write the fingerprints as they are now; returns how many changed."""
    changed = len(broken(root))
    rows = [
        row | ({"sha256": digest(root / row["url"])} if row["kind"] == "berkas" else {})
        for row in read(root)
    ]
    temporary = (root / SOURCES).with_suffix(".tmp")
    with temporary.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, fieldnames=list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    temporary.replace(root / SOURCES)
    return changed
