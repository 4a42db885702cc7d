"""The twins of the charts of gaps as tables, and the file of them to take away."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from pages.parts import access, documents, downloads, gap_sentences, origins, words
from pages.parts import indicator_sentences as sentences
from pages.parts.indicator_rows import full, in_groups
from pages.parts.tables import publishers, show


def folded(label: str, key: str, draw: Callable[..., None], *given: Any) -> None:
    """A table behind a fold: made, and sent over a slow line, only when it is opened."""
    with st.expander(label, key=key, on_change="rerun") as fold:
        if fold.open:
            draw(*given)


def indicators(gaps: pd.DataFrame) -> None:
    """The twin of the spine chart, in its order."""
    rows = [row for row in in_groups(gaps) if "heading" not in row]
    table = pd.DataFrame(
        {
            "Baris": [words.text(full(row)) for row in rows],
            "Kelompok": [words.text(f"{row['grouping']} · {row['variable']}") for row in rows],
            "Nilai (95%; inovasi)": [words.escape(sentences.brief_value(row)) for row in rows],
            "Median pembanding": [sentences.median_of(row) for row in rows],
            "Poin ke median": [words.escape(words.signed(row["points_to_median"])) for row in rows],
            "Poin ke parameter 3": [words.number(row["headroom"]) for row in rows],
            "Putusan": [sentences.verdict(row) for row in rows],
        }
    )
    show(table, "Nilai, median pembanding, poin, dan putusan tiap baris")
    figures(gaps)


def figures(gaps: pd.DataFrame) -> None:
    """The figures behind levels, published or reported; nothing where none are known."""
    known = gaps.dropna(subset="raw_value")
    if known.empty:
        return
    table = pd.DataFrame(
        {
            "Baris": [words.text(full(row)) for row in known.to_dict("records")],
            "Angka": [words.escape(words.number(value)) for value in known["raw_value"]],
            "Tahun": [year_and_status(row) for row in known.to_dict("records")],
            "Sumber": [
                words.link(words.publisher(row.publisher), row.url) for row in known.itertuples()
            ],
        }
    )
    show(table, "Angka di balik parameter")


def year_and_status(row: dict) -> str:
    if words.missing(row["years"]):
        return f"laporan {words.year(row['level_year'])}"
    return words.escape(row["years"]) + (" (sementara)" if row["status"] == "sementara" else "")


def rug(rows: pd.DataFrame) -> None:
    """The twin of the rug: under each verdict, the governments that have it."""
    lines: dict[str, dict[str, list[str]]] = {}
    for number, name, verdict, regency in zip(
        *(rows[one].tolist() for one in ("number", "name", "verdict", "short_name")), strict=True
    ):
        lines.setdefault(f"{number} {name}", {}).setdefault(verdict, []).append(regency)
    table = {"Baris": [words.text(name) for name in lines]} | {
        f"{symbol} {word}": [
            words.text(", ".join(line[word])) if word in line else words.DASH
            for line in lines.values()
        ]
        for word, symbol in words.VERDICT_SYMBOL.items()
    }
    show(pd.DataFrame(table), "Daerah menurut putusan pada tiap baris")


def index_origin(scores: pd.DataFrame, codes: list[str], view: access.View) -> tuple[str, str]:
    """Who published the scores shown, and what the years do to them."""
    note = "tahun berbeda tidak sepenuhnya sebanding"
    if view.simulated:
        return origins.MADE_UP, f"skor dihitung dari parameter; {note}"
    shown = scores[scores["code"].isin(codes)]
    computed = shown.loc[shown["score_status"] == "dihitung", "name"].tolist()
    marks = [f"dihitung dari parameter: {words.listed(computed)}"] if computed else []
    marks += ["* sementara atau dihitung penyusun", note]
    return publishers(shown), "; ".join(marks)


def origin(gaps: pd.DataFrame, view: access.View) -> tuple[str, str]:
    """Who the levels rest on, and of which round they are."""
    if gaps.empty:
        return "belum ada", ""
    if (gaps["basis"] == "dihitung").any():
        rules = words.listed([str(one) for one in sorted(gaps["rule_year"].unique())])
        reported = (gaps["basis"] == "dilaporkan").any() or gaps["basis"].isna().any()
        lead = "parameter yang tidak dilaporkan" if reported else "parameter"
        return publishers(gaps), (
            f"{lead} dihitung dari angka terbit terbaru menurut ambang aturan {rules}, apa pun "
            "tahun yang dipilih; perubahan dihitung dari tahun ke tahun; "
            f"{documents.dated(access.ask('about').iloc[0])}"
        )
    shown = gaps["level_year"].iloc[0]
    other = f"; untuk {view.year} tidak ada laporan" if view.year not in (None, shown) else ""
    source = origins.MADE_UP if view.simulated else publishers(gaps)
    return source, f"laporan {shown}, aturan {gaps['rule_year'].iloc[0]}{other}"


def sectors(gaps: pd.DataFrame, dataset: str) -> None:
    """The twin of the sector chart, all 38 sectors."""
    table = pd.DataFrame(
        {
            "Urusan": [words.text(row.name) for row in gaps.itertuples(index=False)],
            "Kelompok": [words.text(cluster) for cluster in gaps["cluster"]],
            "Dilaporkan" if origins.made_up(dataset) else "Tercatat": [
                words.whole(count) for count in gaps["innovations"]
            ],
            "Median pembanding": [words.brief(median) for median in gaps["peer_median"]],
            "Pembanding punya": [words.whole(count) for count in gaps["peers_with"]],
            "Putusan": [f"{words.VERDICT_SYMBOL[word]} {word}" for word in gaps["verdict"]],
        }
    )
    show(table, "Inovasi per urusan dan median pembanding")


def to_take_away(
    gaps: pd.DataFrame, names: str, view: access.View, about: pd.Series
) -> pd.DataFrame:
    """The rows of the spine as a plain table, numbers as numbers, the unknown left empty.

    Args:
        gaps: rows of `verdicts.indicators`.
        names: the peers, in words.
        about: the row of `about.sql`.
    """
    columns = {
        "Nomor": "number", "Baris": "name", "Kelompok": "grouping", "Variabel": "variable",
        "Bobot": "weight", "Tahun": "level_year", "Nilai": "level", "Batas bawah 95%": "low",
        "Batas atas 95%": "high", "Inovasi": "innovations", "Median pembanding": "peer_median",
        "Kuartil 1 pembanding": "peer_q1", "Kuartil 3 pembanding": "peer_q3",
        "Terendah pembanding": "peer_low", "Tertinggi pembanding": "peer_high",
        "Poin ke median": "points_to_median", "Poin ke parameter 3": "headroom",
        "Putusan": "verdict", "Angka": "raw_value", "Tahun angka": "years",
        "Sumber angka": "publisher",
    }  # fmt: skip
    table = pd.DataFrame({heading: gaps[column] for heading, column in columns.items()})
    decimals = table.select_dtypes("float64").columns
    return table.assign(
        **{column: table[column].round(4) for column in decimals},
        Daerah=view.full_name,
        Pembanding=names,
        Data=documents.dataset_line(about),
    ).reset_index(drop=True)


def take_away(gaps: pd.DataFrame, peers: list[str], view: access.View) -> None:
    """All rows, whatever the filter."""
    regencies = access.ask("regencies").set_index("code")["name"]
    names = words.listed([str(regencies[code]) for code in peers])
    downloads.buttons(
        view,
        "kesenjangan",
        f"Kesenjangan indikator {view.full_name}",
        lambda about: to_take_away(gaps, names, view, about),
        documents.GAP_NOTES,
        gaps.empty,
    )


def without_levels(view: access.View) -> None:
    """Says why no SID row can be compared, where none can, and how to bring levels in."""
    coverage = access.ask("indicator_coverage").iloc[0]
    if not coverage["sid_known"]:
        st.info(
            gap_sentences.no_levels(coverage, view.dataset),
            title="Baris SID belum dapat dibandingkan",
            icon=":material/info:",
        )
