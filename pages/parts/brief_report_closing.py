"""The last chapters of the report: the scenario, cooperation under way, method, sources."""

from typing import Any

import pandas as pd

from pages.parts import (
    brief_content,
    brief_lines,
    brief_scenario,
    brief_standing,
    origins,
    visit_blocks,
    whatif_sentences,
    words,
)
from pages.parts.brief_facts import Brief
from pages.parts.brief_report_blocks import dense, formula, more
from pages.parts.brief_report_candidates import shown
from pages.parts.brief_report_profile import claimed
from pages.parts.brief_scenario import Scenario
from pages.parts.visit_blocks import Block
from pages.parts.whatif_sentences import shortened

COOPERATIONS, RECORDS, LISTED = 10, 6, 60
NAME = 90  # letters
WHOLE_LEVELS = (
    "Hal lain: parameter yang dilaporkan adalah bilangan bulat. Bila langkah yang sama dinaikkan "
    "setingkat demi setingkat sampai rata-ratanya sekurangnya median, hasilnya melampaui median."
)
EXACT = (
    "Hitungan ini sama dengan halaman Taklimat dan salindia: tepat sampai median, lainnya tetap."
)
ELSEWHERE = (
    "Langkah demi langkah, dengan predikat dan peringkat sesudahnya, dihitung di halaman "
    "Bagaimana jika dari laporan lengkap (parameter tiap baris SPD dan tiap inovasi)."
)


def scenario(brief: Brief, played: Scenario | None) -> list[Block]:
    """The exact sum of the gaps, then the same steps in whole levels where they can be played."""
    if brief.is_province:
        return [
            visit_blocks.text(
                "Provinsi tidak punya laporan indeks dari daerah-daerahnya bersama, jadi tidak ada "
                "skenario. Skenario tiap daerah ada di laporan daerah itu."
            )
        ]
    total = brief_scenario.summed(brief)
    if not total.rows:
        unknown = "Tidak ada baris di bawah pembanding yang diketahui."
        return [visit_blocks.text(f"{unknown} {ELSEWHERE}")]
    told = brief_standing.closing(brief)
    widths = (0.52, 0.18, 0.12, 0.18) if len(total.heads) == 4 else (0.66, 0.2, 0.14)
    return [
        visit_blocks.text(f"{told[0].upper()}{told[1:]} (dihitung)."),
        dense([total.heads, *total.rows], widths),
        visit_blocks.small(EXACT),
        *(in_whole_levels(played) if played else [visit_blocks.small(ELSEWHERE)]),
    ]


def in_whole_levels(played: Scenario) -> list[Block]:
    return [
        Block("part", "Bila parameter dinaikkan ke bilangan bulat"),
        visit_blocks.text(f"{WHOLE_LEVELS} {played.finding}"),
        dense([("Langkah", "Poin indeks", "Indeks sesudahnya"), *played.steps], (0.66, 0.15, 0.19)),
        dense([("", "Sekarang", "Sesudahnya"), *played.states], (0.3, 0.35, 0.35)),
        visit_blocks.small(whatif_sentences.METHOD),
    ]


def cooperation(brief: Brief) -> list[Block]:
    """What the ledger holds, then what the dataset tells."""
    return [*ledger(brief), Block("part", recorded(brief)), *documented(brief)]


def recorded(brief: Brief) -> str:
    found = origins.found(brief.dataset)
    return found[:1].upper() + found[1:]


def ledger(brief: Brief) -> list[Block]:
    if brief.board.empty:
        return [visit_blocks.text(brief_lines.NO_COOPERATION)]
    head = ("Inovasi", "Penerima ← pemberi", "Langkah terakhir", "Berikutnya", "Terkunci sampai")
    shown_rows = brief.board.head(COOPERATIONS).to_dict("records")
    rows = [head, *(running(row, brief) for row in shown_rows)]
    return [
        dense(rows, (0.26, 0.24, 0.2, 0.16, 0.14)),
        *more(len(brief.board), COOPERATIONS, "Buku replikasi"),
    ]


def running(row: dict[str, Any], brief: Brief) -> tuple[str, ...]:
    step = brief.step_names[int(row["place"]) - 1] if row["place"] else "belum dimulai"
    reached = "" if words.missing(row["reached_on"]) else f" ({words.date(row['reached_on'])})"
    locked = words.DASH if words.missing(row["lock_until"]) else words.date(row["lock_until"])
    return (
        shortened(brief_lines.cooperation_name(row), NAME),
        brief_lines.parties(row),
        step + reached,
        brief_lines.cooperation(row, brief).worth or words.DASH,
        locked,
    )


def documented(brief: Brief) -> list[Block]:
    if brief.replications.empty:
        return [visit_blocks.text("Belum ada kunjungan atau replikasi yang tercatat.")]
    rows = brief.replications.head(RECORDS)
    head = ("Tahun", "Penerima ← asal", "Apa", "Status", "Sumber")
    table = [head, *map(record, rows.to_dict("records"))]
    return [
        dense(table, (0.12, 0.22, 0.36, 0.13, 0.17), ("", *map(words.web_address, rows["url"]))),
        *more(len(brief.replications), RECORDS, "Buku replikasi"),
    ]


def record(row: dict[str, Any]) -> tuple[str, ...]:
    return (
        str(row["year_as_printed"]),
        f"{row['receiver']} ← {row['origin']}",
        str(row["what"]),
        str(row["status"]),
        f"{row['source_id']}, {words.publisher(row['publisher'])}",
    )


def method(brief: Brief) -> list[Block]:
    """How the index, the peers, the verdicts and the candidates come about."""
    by = brief.method
    return [
        visit_blocks.text(
            f"Menurut aturan {by['year']}, SPD dinilai sekali untuk pemerintah daerah (tertinggi "
            f"{by['spd_max']}), kematangan untuk tiap inovasi (tertinggi {by['maturity_max']}); "
            f"jumlah inovasi n menambah skor J bila sekurangnya {by['basic_sectors_min']} dari "
            f"{by['basic_sectors']} urusan pelayanan dasar dilaporkan."
        ),
        formula(
            total=by["total_max"], divisor=by["divisor_min"], cap=by["count_cap"],
            weight=by["count_weight"],
        ),
        visit_blocks.items(
            "Indeks dihitung hanya dari laporan lengkap; selain itu ditampilkan skor yang terbit, "
            "dengan tahun dan statusnya. Tidak ada nilai yang diisi di antara dua tahun.",
            "Pembanding dipilih menurut struktur (penduduk, kepadatan, jenis, PDRB per orang, "
            "porsi pertambangan, pertanian, dan PAD, kemiskinan), bukan kinerja.",
            "Patokan adalah median pembanding tanpa nilai sendiri. ▼ di bawah atau ▲ di atas bila "
            f"selisihnya bernilai sekurangnya {by['least_points']} poin indeks, dan pada baris SID "
            "selang 95% seluruhnya di satu sisi; ● setara; ◆ belum dapat dibedakan; ○ tidak "
            f"dibandingkan (inovasi kurang dari {by['least_innovations']} atau pembanding tanpa "
            "data).",
            f"Selang dan rentang peringkat dari {by['bootstrap_draws']} pengambilan ulang inovasi "
            "(bootstrap, benih tetap).",
            *computed(by["computed_rows"]),
            "Kandidat: asalnya berskor atau berpredikat lebih tinggi, atau inovasinya "
            "berpenghargaan nasional; skornya rata-rata ukur dari perlu, bukti, cocok, mudah, "
            "masih berjalan.",
        ),
        visit_blocks.small("Lengkapnya: halaman Data & metode."),
    ]  # fmt: skip


def computed(rows: str) -> list[str]:
    """Which rows published figures decide; none in a made-up round."""
    return [f"Baris SPD {rows} dihitung dari angka BPS dan DJPK."] if rows else []


def sources(brief: Brief) -> list[Block]:
    """Every source of the report, each with the day it was read and its address."""
    rows = used(brief)
    head = ("Kode", "Penerbit", "Dibaca", "Lisensi", "Judul")
    table = [head, *map(source, rows.head(LISTED).itertuples())]
    links = ("", *map(words.web_address, rows["url"].head(LISTED)))
    return [
        dense(table, (0.11, 0.2, 0.14, 0.25, 0.3), links),
        *more(len(rows), LISTED, "Data & metode"),
    ]


def source(row: Any) -> tuple[str, ...]:
    licence = words.DASH if words.missing(row.licence) else str(row.licence)
    read = words.date(row.accessed)
    return str(row.Index), words.publisher(row.publisher), read, licence, str(row.title)


def used(brief: Brief) -> pd.DataFrame:
    """Rows of `sources.sql` by id: those of the brief, and of what only the report tells."""
    ids = set(brief_content.sources(brief).index)
    documents = brief.replications.head(RECORDS)
    for rows in (brief.figures, brief.awards, documents, claimed(brief), shown(brief)):
        ids |= set(rows["source_id"].dropna()) if "source_id" in rows else set()
    return brief.sources.loc[sorted(ids & set(brief.sources.index))]
