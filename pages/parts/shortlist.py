"""The candidates of one government: asked, ranked, filtered by what stands in the address."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from pages.parts import access, console_link, files_in_view, glossary, paging, pick
from pages.parts.console_link import Asked
from queries import ranking, sensitivity

A_PAGE = 5
PAGE = "list_page"  # the control of the page in view
TOP = 20  # the first of a list, when asked who needs an innovation
BASELINE = (
    "name", "origin", "sector_id", "copies", "award", "proof", "last_year", "maturity",
    "maturity_max", "maturity_year",
)  # fmt: skip
DIGITAL = {"semua": "Semua", "digital": "Digital", "nondigital": "Nondigital"}
ORIGINS = {"kuat": "Lebih kuat", "semua": "Semua daerah lain"}
ORIGINS_HELP = (
    "Lebih kuat: skor atau predikat asalnya lebih tinggi menurut data yang dipilih, "
    "atau inovasinya berpenghargaan nasional."
)
GRADES = {
    "nasional": "Nasional",
    "provinsi": "Provinsi",
    "kabupaten": "Kabupaten/kota",
    "tanpa": "Tanpa",
}


@dataclass(frozen=True)
class Filters:
    """What narrows the list down; an empty choice of several narrows nothing."""

    scope: str
    themes: list[str]
    origins: list[str]
    grades: list[str]
    digital: str


def ranked(view: access.View, weights: Mapping[str, float] = ranking.EVEN) -> pd.DataFrame:
    """Every innovation of the others with its parts and what copying it brings (the columns of
    `copy_gains.sql`, NA without a report), near-duplicates of one's own last."""
    file = str(files_in_view.of(view.dataset))
    return remembered(file, view.code, view.year, tuple(weights.items())).copy()


@lru_cache(maxsize=16)
def remembered(
    file: str, code: str, year: int | None, weights: tuple[tuple[str, float], ...]
) -> pd.DataFrame:
    """A ranking of a built file, which never changes: 70 of the page's 200 ms at every click."""
    ask = partial(asked, Path(file))
    gains = ask("copy_gains", code=code, year=year)
    return ranking.ranking(ask, code, year, dict(weights)).merge(gains, "left", "innovation_id")


def behind(view: access.View) -> list[Asked]:
    """The questions that a list is ranked by (queries/ranking.py does the rest)."""
    code, year = view.code, view.year
    return [
        console_link.asked("candidate_pool", code=code),
        console_link.asked("needs"),
        console_link.asked("peer_distances", code=code),
        console_link.asked("copy_gains", code=code, year=year),
    ]


def asked(file: Path, question: str, **given: Any) -> pd.DataFrame:
    return access.remembered(file, question, given)


def stability(
    rows: pd.DataFrame, view: access.View, weights: Mapping[str, float]
) -> sensitivity.Stability:
    """How firmly the first of `rows`, some of those of `ranked`, stand."""
    file = str(files_in_view.of(view.dataset))
    return steady(file, view.code, view.year, tuple(weights.items()), tuple(rows["innovation_id"]))


@lru_cache(maxsize=64)
def steady(
    file: str,
    code: str,
    year: int | None,
    weights: tuple[tuple[str, float], ...],
    ids: tuple[str, ...],
) -> sensitivity.Stability:
    """240 rankings of 1,300 candidates are 25 ms; the list shown is the same at every click."""
    rows = remembered(file, code, year, weights)
    return sensitivity.stability(rows[rows["innovation_id"].isin(ids)], dict(weights))


def filters(view: access.View) -> Filters:
    """Draw the filters."""
    themes = access.ask("themes").set_index("theme")["label"].to_dict()
    regencies = access.ask("regencies").set_index("code")["name"].drop(view.code).to_dict()
    with st.grid(5, min_column_width=150, gap="small"):
        return Filters(
            scope=pick.one("Asal kandidat", ORIGINS, "scope", help=ORIGINS_HELP),
            themes=several("theme", "Tema", themes),
            origins=several("origin", "Daerah asal", regencies),
            grades=several("award", "Penghargaan", GRADES, glossary.help("award")),
            digital=pick.one("Bentuk", DIGITAL, "digital"),
        )


def filtered(
    rows: pd.DataFrame, chosen: Filters, sector: str | None
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The rows that pass all filters, near-duplicates of one's own apart."""
    twin = rows["duplicate_of"].notna()
    passed = [
        rows["admitted"] | twin | (chosen.scope == "semua"),
        by_theme(rows, chosen.themes),
        rows["code"].isin(chosen.origins) if chosen.origins else True,
        rows["award_grade"].fillna("tanpa").isin(chosen.grades) if chosen.grades else True,
        {
            "semua": True,
            "digital": rows["digital"].eq(True),
            "nondigital": rows["digital"].eq(False),
        }[chosen.digital],
        rows["sector_id"].eq(sector) if sector else True,
    ]
    keep = pd.Series(True, index=rows.index)
    for condition in passed:
        keep &= condition
    keep = keep.fillna(False).astype(bool)
    return rows[keep & ~twin].reset_index(drop=True), rows[keep & twin].reset_index(drop=True)


def by_theme(rows: pd.DataFrame, wanted: list[str]) -> pd.Series:
    has = rows["themes"].fillna("").map(lambda themes: bool(set(themes.split()) & set(wanted)))
    return has | (not wanted)


def several(key: str, label: str, options: dict[str, str], help: str | None = None) -> list[str]:
    return st.multiselect(
        label,
        list(options),
        format_func=options.__getitem__,
        key=key,
        bind="query-params",
        placeholder="Semua",
        help=help,
    )


def in_sector(rows: pd.DataFrame, sector: str | None) -> pd.DataFrame:
    """What the baselines choose from, with as much of it as they tell."""
    apart = rows.loc[rows["duplicate_of"].isna(), [*BASELINE]]
    return apart[apart["sector_id"] == sector] if sector else apart


def page(rows: pd.DataFrame, number: int) -> tuple[pd.DataFrame, int]:
    """The rows of a page, counted from 1, and the place of the first of them."""
    first = (number - 1) * A_PAGE
    return rows.iloc[first : first + A_PAGE], first + 1


def pages(rows: pd.DataFrame) -> int:
    """The control under the list, kept in the address; the number of the page in view."""
    return paging.in_address(len(rows), A_PAGE, tuple(rows["innovation_id"]), PAGE)
