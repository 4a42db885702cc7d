"""What stands side by side as a file: numbers as numbers, what is not known in words."""

import pandas as pd

from pages.parts import side_by_side_rows as lines
from pages.parts import words
from pages.parts.sentences import plain
from queries.candidates import PARTS

EXACT = {  # lines of the page that are numbers in the file, with their columns and names there
    "**Skor**": ("score", "Skor"),
    "Kelengkapan bukti": ("completeness", "Kelengkapan bukti (0–1)"),
    "Poin dipertaruhkan": ("need_points", "Poin dipertaruhkan"),
    "Indeks bila ditiru, matang seperti di asal": (
        "as_origin",
        "Poin bila ditiru, matang seperti di asal",
    ),
    "Indeks bila ditiru, matang seperti median sendiri": (
        "as_usual",
        "Poin bila ditiru, matang seperti median sendiri",
    ),
    "Kematangan": ("maturity", "Kematangan (0–111)"),
    "Kemiripan struktur": ("similarity", "Kemiripan struktur (0–100)"),
}


def to_take_away(
    facts: pd.DataFrame, rows: pd.DataFrame, levels: pd.DataFrame, name: str, data: str
) -> pd.DataFrame:
    """Both tables under each other, without Markdown, with the source of each candidate.

    Args:
        facts, levels: of `side_by_side_rows`, given the same rows.
        name: short, of the government that would copy.
    """
    told = rows.to_dict("records")
    table = pd.concat(
        [
            *(fact(line, cells, told) for line, cells in facts.iterrows()),
            row("Tahun kematangan", [whole(one["maturity_year"]) for one in told]),
            row("Kematangan median sendiri", [whole(one["usual_maturity"]) for one in told]),
            row("Sumber", [one["publisher"] for one in told]),
            row("Alamat", [one["url"] for one in told]),
        ]
    ).set_axis(rows["label"].tolist(), axis="columns")
    if len(levels):
        table = pd.concat([table, by_row(levels, rows["label"].tolist(), name)])
    return table.reset_index(names=lines.ABOUT).assign(Data=data)


def fact(line: object, cells: pd.Series, told: list[dict]) -> pd.DataFrame:
    """One line of the page; a part of the score, and what `EXACT` names, as numbers."""
    column, name = EXACT.get(str(line), (part(str(line)), plain(str(line))))
    if column is None:
        return row(name, [plain(str(cell)) for cell in cells])
    exact = [one[column] for one in told]
    return row(
        name,
        [
            plain(str(cell)) if words.missing(value) else round(float(value), 4)
            for value, cell in zip(exact, cells, strict=True)
        ],
    )


def part(line: str) -> str | None:
    """Which part of the score a line is about; its weight may stand behind it."""
    return next((part for part in PARTS if line.split(" (")[0] == words.PART[part]), None)


def whole(value: float) -> int | None:
    return None if words.missing(value) else int(value)


def row(name: str, values: list) -> pd.DataFrame:
    return pd.DataFrame([values], index=[name], dtype="object")


def by_row(levels: pd.DataFrame, labels: list[str], name: str) -> pd.DataFrame:
    """The levels, 0 to 3, with one's own mean and the documents."""
    names = levels["number"] + " " + levels["name"]
    told = levels[["own", *labels, "evidence"]].astype("object")
    return told.rename(columns={"own": f"{name} (rata-rata)", "evidence": "Dokumen"}).set_axis(
        "Parameter " + names, axis="index"
    )
