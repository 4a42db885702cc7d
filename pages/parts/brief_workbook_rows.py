"""Sheets of the gaps: the rows of the index and the sectors, against the peers."""

import pandas as pd

from pages.parts import origins, words
from pages.parts.brief_facts import Brief
from pages.parts.brief_workbook_sheet import Chart, Column, Sheet

DRAWN = 15  # rows in a chart; below them little is at stake
MEDIAN, FULL = "Poin ke median", "Poin ke parameter 3"


def indicators(brief: Brief) -> Sheet:
    """Every row of the index that is known, costliest first."""
    rows = brief.gaps
    chart = Chart(
        "bar",
        f"Poin indeks yang dipertaruhkan, {min(DRAWN, len(rows))} baris teratas",
        "Poin indeks bila menyamai median pembanding dan bila naik sampai parameter 3, per baris.",
        "Baris",
        (MEDIAN, FULL),
        "poin indeks (dihitung)",
        rows=DRAWN,
    )
    return Sheet(
        "Baris indeks",
        f"Baris indeks {brief.full_name} terhadap median pembanding",
        told(brief),
        [*named(rows), *measured(rows), *stakes(rows), *figures(rows)],
        kept=2,
        charts=[chart] if len(rows) else [],
        on_paper=19,
    )


def told(brief: Brief) -> str:
    if brief.gaps.empty:
        return "Belum ada parameter yang diketahui untuk daerah ini; impor laporan sendiri dulu."
    peers = words.listed([brief.name(code) for code in brief.peers])
    return (
        f"Pembanding: {peers}. Median tanpa nilai sendiri. SID: rata-rata inovasi dengan selang "
        "95% (bootstrap); SPD dinilai sekali. Poin indeks dihitung menurut aturan yang disebut."
    )


def named(rows: pd.DataFrame) -> list[Column]:
    return [
        Column("Nomor", rows["number"], width=9),
        Column("Baris", rows["name"], width=38),
        Column("Kelompok", rows["grouping"]),
        Column("Variabel", rows["variable"], width=20),
        Column("Bobot", rows["weight"], "angka"),
        Column("Tahun parameter", rows["level_year"], "tahun"),
        Column("Asal parameter", basis(rows), width=14),
    ]


def basis(rows: pd.DataFrame) -> pd.Series:
    """Whether a level was reported, or computed from published figures."""
    return rows["basis"].astype("object").where(rows["basis"].notna(), "dilaporkan")


def measured(rows: pd.DataFrame) -> list[Column]:
    return [
        Column("Nilai sendiri", rows["level"], "angka"),
        Column("Batas bawah 95%", rows["low"], "angka"),
        Column("Batas atas 95%", rows["high"], "angka"),
        Column("Inovasi", rows["innovations"], "bulat"),
        Column("Median pembanding", rows["peer_median"], "angka"),
        Column("Kuartil 1 pembanding", rows["peer_q1"], "angka"),
        Column("Kuartil 3 pembanding", rows["peer_q3"], "angka"),
        Column("Pembanding berdata", rows["peers"], "bulat"),
    ]


def stakes(rows: pd.DataFrame) -> list[Column]:
    verdicts = [f"{words.VERDICT_SYMBOL[one]} {one}" for one in rows["verdict"]]
    return [
        Column("Putusan", verdicts, width=24),
        Column(MEDIAN, rows["points_to_median"], "poin"),
        Column(FULL, rows["headroom"], "angka"),
        Column("Aturan tahun", rows["rule_year"], "tahun"),
        Column("Poin per parameter", rows["points_per_level"], "angka"),
    ]


def figures(rows: pd.DataFrame) -> list[Column]:
    """What a level takes, and the figure behind it."""
    return [
        Column("Parameter 1", rows["level1"], width=24),
        Column("Parameter 2", rows["level2"], width=24),
        Column("Parameter 3", rows["level3"], width=24),
        Column("Bukti dukung", rows["evidence"], width=30),
        Column("Angka", rows["raw_value"], "angka"),
        Column("Tahun angka", rows["years"], width=12),
        Column("Penerbit angka", rows["publisher"], width=30),
        Column("ID sumber", rows["source_id"], width=16),
    ]


def sectors(brief: Brief) -> Sheet:
    """Innovations in each sector, own and the peers' median."""
    rows = brief.sectors
    own = f"Inovasi {brief.name(brief.chosen.code)}"
    return Sheet(
        "Urusan",
        f"Inovasi per urusan, {brief.full_name} dan median pembanding",
        f"Yang dihitung adalah inovasi yang {origins.found(brief.dataset)}; "
        f"nol berarti {origins.absence(brief.dataset).split(' berarti ')[1]}.",
        [
            Column("Urusan", rows["name"], width=44),
            Column("Kelompok", rows["cluster"], width=26),
            Column("Pelayanan dasar", rows["basic"].map({True: "ya", False: "tidak"})),
            Column(own, rows["innovations"], "bulat"),
            Column("Median pembanding", rows["peer_median"], "angka"),
            Column("Terbanyak di pembanding", rows["peer_high"], "bulat"),
            Column("Jumlah di pembanding", rows["peer_total"], "bulat"),
            Column("Pembanding yang punya", rows["peers_with"], "bulat"),
            Column(
                "Putusan",
                [f"{words.VERDICT_SYMBOL[one]} {one}" for one in rows["verdict"]],
                width=24,
            ),
        ],
        charts=[sector_chart(rows, own)] if len(rows) else [],
    )


def sector_chart(rows: pd.DataFrame, own: str) -> Chart:
    return Chart(
        "bar",
        "Inovasi per urusan",
        f"{int((rows['innovations'] < rows['peer_median']).sum())} dari {len(rows)} urusan punya "
        "lebih sedikit inovasi daripada median pembanding.",
        "Urusan",
        (own, "Median pembanding"),
        "inovasi",
    )
