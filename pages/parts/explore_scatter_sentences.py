"""What a scatter of two figures shows, and what it does not."""

import pandas as pd

from pages.parts import origins, words
from queries.explore_correlation import Correlation, Together

FEW = 30  # governments, below which a coefficient says little


def finding(across: str, up: str, both: Together) -> str:
    """Whether the two go together, in words and numbers."""
    pair = f"**{words.escape(across)}** dan **{words.escape(up)}**"
    if both.pearson is None or both.spearman is None:
        return f"{pair}: {both.pairs} daerah diketahui, terlalu sedikit atau terlalu seragam."
    said = "belum dapat dibedakan dari tidak berhubungan"
    if both.pearson.low > 0 or both.pearson.high < 0:
        way = "searah" if both.pearson.value > 0 else "berlawanan arah"
        said = f"bergerak {way}"
    return (
        f"{pair} {said} pada {words.whole(both.pairs)} daerah: Pearson {told(both.pearson)}; "
        f"Spearman {told(both.spearman)}."
    )


def told(one: Correlation) -> str:
    """ "0,42 (95%: −0,17 sampai 0,79)"."""
    value, low, high = (minus(number) for number in (one.value, one.low, one.high))
    return f"{value} (95%: {low} sampai {high})"


def minus(number: float) -> str:
    return words.number(number).replace("-", "−")


def care(both: Together, rows: pd.DataFrame) -> str:
    """How little few governments say, and who is not drawn."""
    said = "Hubungan bukan sebab-akibat; selang dihitung dengan z Fisher."
    if both.pairs < FEW:
        said = f"{words.whole(both.pairs)} titik itu sedikit: satu daerah dapat mengubahnya. {said}"
    unknown = rows[rows["across"].isna() | rows["up"].isna()]["name"].tolist()
    if unknown:
        shown = [words.escape(name) for name in unknown[:15]]
        more = [f"{words.whole(len(unknown) - 15)} daerah lain"] if len(unknown) > 15 else []
        said += f" Belum ada data: {words.listed([*shown, *more])}."
    return said


def years(rows: pd.DataFrame, across: str, up: str) -> str:
    """Which years the figures are of."""
    sides = ((across, rows["across_year"].dropna()), (up, rows["up_year"].dropna()))
    told = [
        f"{words.escape(name)}: {words.span([int(year) for year in known])}"
        for name, known in sides
        if len(known)
    ]
    return "Tahun angka: " + "; ".join(told) if told else "Tahun angka tidak disebut"


def publishers(rows: pd.DataFrame, dataset: str) -> str:
    """Who published either figure, or where it was counted from."""
    sides = [rows[side].dropna() for side in ("across_publisher", "up_publisher")]
    names = sorted({words.publisher(name) for side in sides for name in side})
    counted = [] if all(map(len, sides)) else [f"dihitung dari {origins.on_record(dataset)}"]
    return words.listed([*names, *counted])
