"""What the map and the list beside it can show: one layer at a time."""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from pages.parts import access, claim_words, glossary, origins, pick, tables, words
from pages.parts.console_link import Asked, asked
from queries.standing import CLASSES, class_of

SCORE, PREDICATE, RECORDED = "Skor indeks", "Predikat", "Inovasi tercatat"


@dataclass(frozen=True)
class Layer:
    """Values to colour by, and the words that go with them.

    `values` has code, name, value, label (on the map), hover, told (beside the name in the list)
    and, where there is more to tell, also.
    """

    title: str
    values: pd.DataFrame
    source: str
    note: str
    asked: tuple[Asked, ...]
    low: float | None = None
    high: float | None = None


def names() -> list[str]:
    return [SCORE, PREDICATE, RECORDED, *access.ask("mapped_facts")["name"]]


def chosen(view: access.View) -> Layer:
    """The layer a user picks in the control, kept in the address as `layer`."""
    options = {name: name for name in names()}
    return layer(
        pick.one(
            "Peta menunjukkan",
            options,
            "layer",
            help=glossary.help("index", "predicate", "recorded"),
        ),
        view,
    )


def layer(name: str, view: access.View) -> Layer:
    known: dict[str, Callable[[access.View], Layer]] = {
        SCORE: score,
        PREDICATE: predicate,
        RECORDED: recorded,
    }
    return known[name](view) if name in known else fact(name)


def score(view: access.View) -> Layer:
    rows = access.ask("scores", year=view.year)
    values = rows.assign(
        value=rows["score"],
        label=[words.number(score, 1) for score in rows["score"]],
        told=[claim_words.score_with_year(row) for _, row in rows.iterrows()],
        also=[also_known(row, claim_words.predicate(row)) for _, row in rows.iterrows()],
    )
    return of_index(SCORE, view, values, "skala 0–100", 100)


def predicate(view: access.View) -> Layer:
    rows = access.ask("scores", year=view.year)
    values = rows.assign(
        value=[float("nan") if words.missing(one) else class_of(one) for one in rows["predicate"]],
        label=[short_predicate(row) for _, row in rows.iterrows()],
        told=[claim_words.predicate(row) for _, row in rows.iterrows()],
        also=[also_known(row, claim_words.score_with_year(row)) for _, row in rows.iterrows()],
    )
    note = "hanya predikat resmi yang tercetak; Terinovatif adalah penghargaan"
    return of_index(PREDICATE, view, values, note, class_of(CLASSES[-1]))


def of_index(name: str, view: access.View, values: pd.DataFrame, note: str, high: float) -> Layer:
    """A layer of the index itself, on its whole scale from 0."""
    return Layer(
        title=f"{name}, {words.when(view.year)}",
        values=values.assign(hover=[hover(row) for _, row in values.iterrows()]),
        source=tables.publishers(values),
        note=note,
        asked=(asked("scores", year=view.year),),
        low=0,
        high=high,
    )


def also_known(row: pd.Series, first: str) -> str:
    """What else is known of a government: `first`, its rank, its latest award."""
    award = words.DASH if words.missing(row["award"]) else row["award"].split(":")[0]
    known = [
        one
        for one in (first, claim_words.rank(row), award)
        if one not in (words.DASH, words.UNKNOWN)
    ]
    return " · ".join(known) or words.DASH


def short_predicate(row: pd.Series) -> str:
    """One word, so that it fits on the map of a phone; the year is in the hover and the list."""
    if words.missing(row["predicate"]):
        return words.DASH
    return str(row["predicate"]).removesuffix(" Inovatif")


def recorded(view: access.View) -> Layer:
    rows = access.ask("recorded", sector=view.sector, year=view.year)
    values = rows.assign(
        value=rows["innovations"].where(rows["innovations"] > 0).astype("float64"),
        label=[words.whole(count) if count else words.DASH for count in rows["innovations"]],
        told=[
            f"{words.whole(count)} inovasi" if count else "belum ditemukan"
            for count in rows["innovations"]
        ],
    ).assign(
        hover=lambda frame: [
            f"<b>{row.name}</b><br>{row.told}" for row in frame.itertuples(index=False)
        ]
    )
    sector = view.sector_name or "semua urusan"
    return Layer(
        title=f"Inovasi tercatat, {sector}",
        values=values,
        source=f"{origins.on_record(view.dataset)} (lihat Data & metode)",
        note=origins.absence(view.dataset),
        asked=(asked("recorded", sector=view.sector, year=view.year),),
        low=0,
    )


def fact(name: str) -> Layer:
    known = access.ask("mapped_facts").set_index("name")
    rows = access.ask("fact_values", fact=known.loc[name, "fact"])
    first = rows.iloc[0]
    figures = [words.measured(value, first["unit"], first["decimals"]) for value in rows["value"]]
    told = [
        figure + ("" if status == "tetap" else f" ({status})")
        for figure, status in zip(figures, rows["status"], strict=True)
    ]
    values = rows.assign(
        label=[words.number(value, 0 if first["decimals"] == 0 else 1) for value in rows["value"]],
        told=told,
    ).assign(
        hover=lambda frame: [
            f"<b>{row.name}</b><br>{row.fact_name} {row.year}: {row.told}"
            f"<br>Sumber: {words.publisher(row.publisher)}"
            for row in frame.itertuples(index=False)
        ]
    )
    return Layer(
        title=f"{name}, {first['year']}",
        values=values,
        source=tables.publishers(rows),
        note=f"{first['unit']}; {first['definition'].rstrip('.').lower()}",
        asked=(asked("fact_values", fact=known.loc[name, "fact"]),),
    )


def hover(row: pd.Series) -> str:
    lines = [
        f"<b>{row['name']}</b>",
        f"Skor: {claim_words.score_with_year(row)}",
        f"Predikat: {claim_words.predicate(row)}",
        f"Peringkat: {claim_words.rank(row).removeprefix('peringkat ')}",
    ]
    if not words.missing(row["score_status"]):
        lines.append(f"Status: {claim_words.STATUS[row['score_status']]}")
    if not words.missing(row["publisher"]):
        lines.append(f"Sumber: {words.publisher(row['publisher'])}")
    return "<br>".join(lines)
