"""The candidates of one government: asked, ranked, filtered by what stands in the address."""

import pandas as pd
import streamlit as st

from pages.parts import access, pick
from queries import candidates, peers, standing, verdicts

A_PAGE = 5
DIGITAL = {"semua": "Semua", "digital": "Digital", "nondigital": "Nondigital"}
ORIGINS = {"kuat": "Lebih kuat", "semua": "Semua daerah lain"}
ORIGINS_HELP = (
    "Lebih kuat: skor atau predikat asalnya lebih tinggi menurut data terbit, "
    "atau inovasinya berpenghargaan nasional."
)
GRADES = {
    "nasional": "Nasional",
    "provinsi": "Provinsi",
    "kabupaten": "Kabupaten/kota",
    "tanpa": "Tanpa",
}


def ranked(view: access.View) -> pd.DataFrame:
    """Every innovation of the others with its parts; needs against the four nearest peers."""
    near = access.ask("peer_distances", code=view.code)
    nearest = peers.usual(near)
    return candidates.rank(
        pool=access.ask("candidate_pool", code=view.code),
        own=access.ask("own_innovations", code=view.code),
        strength=standing.strengths(access.ask("scores", year=None), view.code),
        near=near,
        kind=view.kind,
        sectors=verdicts.sectors(
            access.ask("sector_gaps", code=view.code, peers=nearest, year=view.year)
        ),
        indicators=access.judged("indicator_gaps", code=view.code, peers=nearest, year=view.year),
        needs=access.ask("needs"),
        setting=access.settings(),
        year=view.data_year,
    )


def filtered(rows: pd.DataFrame, view: access.View) -> pd.DataFrame:
    """Draw the filters; return the rows that pass them all."""
    themes = access.ask("themes").set_index("theme")["label"].to_dict()
    regencies = access.ask("regencies").set_index("code")["name"].drop(view.code).to_dict()
    with st.grid(5, min_column_width=150, gap="small"):
        scope = pick.one("Asal kandidat", ORIGINS, "scope", help=ORIGINS_HELP)
        wanted_themes = several("theme", "Tema", themes)
        origins = several("origin", "Daerah asal", regencies)
        grades = several("award", "Penghargaan", GRADES)
        digital = pick.one("Bentuk", DIGITAL, "digital")
    passed = [
        rows["admitted"] | (scope == "semua"),
        by_theme(rows, wanted_themes),
        rows["code"].isin(origins) if origins else True,
        rows["award_grade"].fillna("tanpa").isin(grades) if grades else True,
        {
            "semua": True,
            "digital": rows["digital"].eq(True),
            "nondigital": rows["digital"].eq(False),
        }[digital],
        rows["sector_id"].eq(view.sector) if view.sector else True,
    ]
    keep = pd.Series(True, index=rows.index)
    for condition in passed:
        keep &= condition
    return rows[keep.fillna(False).astype(bool)].reset_index(drop=True)


def by_theme(rows: pd.DataFrame, wanted: list[str]) -> pd.Series:
    has = rows["themes"].fillna("").map(lambda themes: bool(set(themes.split()) & set(wanted)))
    return has | (not wanted)


def several(key: str, label: str, options: dict[str, str]) -> list[str]:
    return st.multiselect(
        label,
        list(options),
        format_func=options.__getitem__,
        key=key,
        bind="query-params",
        placeholder="Semua",
    )


def in_sector(rows: pd.DataFrame, sector: str | None) -> pd.DataFrame:
    return rows[rows["sector_id"] == sector] if sector else rows


def page(rows: pd.DataFrame) -> tuple[pd.DataFrame, int]:
    """The rows of the page in view, and the place of the first; another list starts on page 1."""
    listed = tuple(rows["innovation_id"])
    if st.session_state.get("listed", listed) != listed:
        st.session_state["page"] = 1
    st.session_state["listed"] = listed
    number = min(int(st.session_state.get("page", 1)), page_count(rows))
    first = (number - 1) * A_PAGE
    return rows.iloc[first : first + A_PAGE], first + 1


def page_count(rows: pd.DataFrame) -> int:
    return max(1, -(-len(rows) // A_PAGE))


def pages(rows: pd.DataFrame) -> None:
    last = page_count(rows)
    if last > 1:
        st.pagination(last, key="page")
