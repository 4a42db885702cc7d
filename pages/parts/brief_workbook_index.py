"""Sheets of the index and of the structure: all regencies, all years, who is like whom."""

import pandas as pd

from pages.parts import claim_words, words
from pages.parts.brief_facts import Brief
from pages.parts.brief_workbook_sheet import Chart, Column, Sheet

FIRST_YEAR = 2021  # earlier scores are raw points, never on one scale with later ones
YEAR_BASIS = "bacaan penyusun"


def scores(brief: Brief) -> Sheet:
    """Every regency as it scores in the year in view, best first."""
    rows = brief.scores.reset_index()
    own = tuple(rows.index[rows["code"] == brief.chosen.code])
    known = int(rows["score"].notna().sum())
    chart = Chart(
        "bar",
        "Skor indeks tiap daerah",
        f"Skor indeks diketahui untuk {known} dari {len(rows)} daerah; tahunnya ada di tabel.",
        "Daerah",
        ("Skor",),
        "skor indeks (0–100)",
        marked=own,
    )
    return Sheet(
        "Skor",
        f"Skor indeks {len(rows)} daerah, {words.when(brief.chosen.year)}",
        "Kosong: belum ada data. Skor dari tahun yang berbeda tidak sepenuhnya sebanding. "
        "Rentang peringkat 90% hanya ada untuk indeks yang dihitung.",
        score_columns(rows),
        charts=[chart] if known else [],
    )


def score_columns(rows: pd.DataFrame) -> list[Column]:
    return [
        Column("Daerah", rows["name"], width=22),
        Column("Jenis", rows["kind"]),
        Column("Skor", rows["score"], "angka"),
        Column("Tahun skor", rows["score_year"], "tahun"),
        Column("Status skor", [status(row) for row in rows.to_dict("records")], width=26),
        Column("Predikat", rows["predicate"], width=18),
        Column("Tahun predikat", rows["predicate_year"], "tahun"),
        Column("Predikat tercetak", rows["predicate_as_printed"], width=20),
        Column("Peringkat", rows["rank"], "bulat"),
        Column("Dari", rows["rank_of"], "bulat"),
        Column("Lingkup peringkat", rows["rank_scope"].map(claim_words.RANK_SCOPE), width=16),
        Column("Tahun peringkat", rows["rank_year"], "tahun"),
        Column("Peringkat terbaik (90%)", rows["rank_low"], "bulat"),
        Column("Peringkat terburuk (90%)", rows["rank_high"], "bulat"),
        Column("Inovasi", rows["innovations"], "bulat"),
        Column("Klaim bertentangan", rows["in_conflict"].map({True: "ya", False: "tidak"})),
        Column("ID sumber", rows["source_id"], width=18),
    ]


def status(row: dict) -> str:
    """How a score was reached, and whether its year is our reading; "" where there is none."""
    if words.missing(row["score"]):
        return ""
    told = claim_words.STATUS[row["score_status"]]
    return f"{told}; tahun {YEAR_BASIS}" if row["score_year_basis"] == YEAR_BASIS else told


def history(brief: Brief) -> Sheet:
    """The score of every regency in every year: own and peers first, then the others."""
    codes = in_order(brief)
    known = brief.score_years[brief.score_years["year"] >= FIRST_YEAR]
    years = list(range(known["year"].min(), known["year"].max() + 1)) if len(known) else []
    table = known.pivot(index="year", columns="code", values="score").reindex(years)
    drawn = codes[: 1 + len(brief.peers)] if brief.peers else codes
    told = [brief.name(code) for code in drawn if code in table and table[code].notna().any()]
    chart = Chart(
        "line",
        "Skor indeks per tahun" + (", dengan pembanding" if brief.peers else ""),
        f"Skor yang diketahui dari {words.listed(told)}; tahun tanpa skor dibiarkan kosong.",
        "Tahun",
        tuple(told),
        "skor indeks (0–100)",
    )
    return Sheet(
        "Riwayat",
        "Skor indeks tiap daerah per tahun",
        "Kosong: belum ada skor yang diketahui; tidak ada nilai yang diisi di antara dua tahun. "
        f"Skor sebelum {FIRST_YEAR} adalah poin mentah dan tidak dimuat.",
        [
            Column("Tahun", years, "tahun"),
            *own_history(brief, years),
            *(Column(brief.name(code), column(table, code, years), "angka") for code in codes),
        ],
        charts=[chart] if told else [],
    )


def in_order(brief: Brief) -> list[str]:
    """Own first, then the peers, then the others by code."""
    first = [] if brief.is_province else [brief.chosen.code, *brief.peers]
    return [*first, *(code for code in sorted(brief.regencies.index) if code not in first)]


def column(table: pd.DataFrame, code: str, years: list[int]) -> list:
    return table[code].tolist() if code in table else [None] * len(years)


def own_history(brief: Brief, years: list[int]) -> list[Column]:
    """Predicate, rank and innovations of the regency itself, year by year."""
    if brief.is_province:
        return []
    rows = brief.history.set_index("year").reindex(years)
    status = rows["score_status"].map(claim_words.STATUS)
    return [
        Column("Predikat", rows["predicate"], width=18),
        Column("Status skor", status, width=24),
        Column("Peringkat", rows["rank"], "bulat"),
        Column("Dari", rows["rank_of"], "bulat"),
        Column("Inovasi", rows["innovations"], "bulat"),
        Column("Klaim tercatat", rows["claims"], "bulat"),
    ]


def peers(brief: Brief) -> Sheet:
    """How alike the regencies are in structure, and by which features."""
    rows = brief.near.reset_index()
    names = brief.feature_names
    codes = list(brief.regencies.index) if brief.is_province else [brief.chosen.code, *rows["peer"]]
    values = brief.features.pivot(index="code", columns="feature", values="value").reindex(codes)
    return Sheet(
        "Pembanding",
        "Struktur tiap daerah" + ("" if brief.is_province else f" dan kemiripan {brief.full_name}"),
        "Kemiripan struktur, bukan penilaian kinerja. Penduduk dan kepadatan sebagai logaritma "
        "alami, seperti dipakai menghitung jarak; jenis: 1 kota, 0 kabupaten.",
        [
            Column("Daerah", [brief.name(code) for code in codes], width=22),
            *([] if brief.is_province else likeness(brief, rows)),
            *(
                Column(f"{names[feature]}{feature_year(brief, feature)}", values[feature], "angka")
                for feature in names.index
            ),
        ],
        charts=[] if brief.is_province else [similarity_chart(brief)],
    )


def feature_year(brief: Brief, feature: str) -> str:
    years = brief.features.loc[brief.features["feature"] == feature, "year"].dropna()
    return f" ({int(years.max())})" if len(years) else ""


def likeness(brief: Brief, rows: pd.DataFrame) -> list[Column]:
    """The columns of `peer_distances.sql`; own row first, where they are empty."""
    together = [" dan ".join(map(brief.feature_names.get, row.split())) for row in rows["together"]]
    return [
        Column("Pembanding", ["", *("ya" if one in brief.peers else "" for one in rows["peer"])]),
        Column("Kemiripan (0–100)", [None, *rows["similarity"]], "angka"),
        Column("Jarak", [None, *rows["distance"]], "angka"),
        Column("Urutan kemiripan", [None, *rows["place"]], "bulat"),
        Column("Urutan terburuk bila satu ciri dilepas", [None, *rows["worst_place"]], "bulat"),
        Column("Mendekatkan", ["", *together], width=34),
        Column("Membedakan", ["", *rows["apart"].map(brief.feature_names)], width=24),
    ]


def similarity_chart(brief: Brief) -> Chart:
    nearest = brief.near.iloc[0]["name"] if len(brief.near) else words.DASH
    return Chart(
        "bar",
        f"Kemiripan struktur dengan {brief.full_name} (0–100)",
        f"Paling mirip: {nearest}. Kemiripan struktur, bukan penilaian kinerja.",
        "Daerah",
        ("Kemiripan (0–100)",),
        "kemiripan (100: struktur sama)",
        marked=tuple(
            place for place, code in enumerate(brief.near.index, start=1) if code in brief.peers
        ),
    )
