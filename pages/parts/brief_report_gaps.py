"""The report's gaps: with whom a government is compared, row by row, sector by sector."""

import pandas as pd

from pages.parts import (
    gap_sentences,
    indicator_sentences,
    origins,
    visit_blocks,
    words,
)
from pages.parts.brief_facts import Brief
from pages.parts.brief_lines import NO_GAP
from pages.parts.brief_report_blocks import dense
from pages.parts.comparison import lower
from pages.parts.sentences import plain
from pages.parts.visit_blocks import Block
from queries import verdicts

SECTORS = 12
HIGHEST = 3
ROW_WIDTHS = (0.32, 0.21, 0.17, 0.11, 0.1, 0.09)
ORDER = (
    verdicts.BEHIND,
    verdicts.UNCLEAR,
    verdicts.EQUAL,
    verdicts.AHEAD,
    verdicts.NOT_COMPARED,
)


def gaps(brief: Brief) -> list[Block]:
    """Peers, rows of the index, sectors; of the province, where its regencies leave points."""
    if brief.is_province:
        return of_province(brief)
    return [
        Block("part", "Daerah pembanding"),
        *peers(brief),
        Block("part", "Baris indeks"),
        *rows(brief),
        Block("part", "Urusan"),
        *sectors(brief),
    ]


def peers(brief: Brief) -> list[Block]:
    """How alike each is, what brings it near and what separates it."""
    if not brief.peers:
        return [visit_blocks.text("Belum ada pembanding yang dipilih.")]
    head = ("Pembanding", "Kemiripan", "Mendekatkan", "Membedakan")
    table = [head, *(peer(code, brief) for code in brief.peers)]
    return [
        dense(table, (0.2, 0.13, 0.4, 0.27)),
        visit_blocks.small(
            f"Dipilih: {brief.chosen.basis}. Kemiripan 0–100; kemiripan struktur, bukan penilaian "
            "kinerja."
        ),
    ]


def peer(code: str, brief: Brief) -> tuple[str, ...]:
    row = brief.near.loc[code]
    together = [lower(str(brief.feature_names[one])) for one in row["together"].split()]
    apart = lower(str(brief.feature_names[row["apart"]]))
    return brief.name(code), words.whole(row["similarity"]), words.listed(together), apart


def rows(brief: Brief) -> list[Block]:
    """Every row with a level, by verdict and then by the points at stake."""
    if brief.gaps.empty:
        return [visit_blocks.text(NO_GAP)]
    order = brief.gaps["verdict"].map(ORDER.index)
    ordered = brief.gaps.assign(order=order).sort_values(
        ["order", "headroom", "number"], ascending=[True, False, True]
    )
    name = brief.name(brief.chosen.code)
    head = ("Baris", "Putusan", name, "Median pembanding", "Poin sampai median",
            f"Poin sampai {HIGHEST}")  # fmt: skip
    table = [head, *map(row, ordered.to_dict("records"))]
    return [
        visit_blocks.text(plain(gap_sentences.lagging(brief.gaps, name)).replace(words.JOINER, "")),
        dense(table, ROW_WIDTHS),
        visit_blocks.small(basis(brief)),
    ]


def row(one: dict) -> tuple[str, ...]:
    median = words.DASH
    if not words.missing(one["peer_median"]):
        median = indicator_sentences.median_of(one)
    return (
        f"{one['number']} {one['name']}",
        indicator_sentences.verdict(one),
        indicator_sentences.brief_value(one),
        median,
        words.signed(one["points_to_median"]),
        words.number(one["headroom"]),
    )


def basis(brief: Brief) -> str:
    """By which rules and from which year, and how a mean is written."""
    first = brief.gaps.iloc[0]
    computed = (
        " dan dihitung dari angka terbit" if (brief.gaps["basis"] == "dihitung").any() else ""
    )
    return (
        f"Parameter {words.year(first['level_year'])}{computed}; poin indeks menurut aturan "
        f"{words.year(first['rule_year'])}. Baris SPD: tingkat parameter. Baris SID: rata-rata "
        "(selang 95%; banyaknya inovasi). Poin sampai median negatif: unggul dari pembanding."
    )


def sectors(brief: Brief) -> list[Block]:
    """The basic services, then those that peers have most of."""
    known = brief.sectors.sort_values(["basic", "peer_median"], ascending=False, kind="stable")
    shown = known[known["basic"] | (known["verdict"] == verdicts.BEHIND)].head(SECTORS)
    head = ("Urusan", "Pelayanan dasar", "Inovasi", "Median pembanding", "Putusan")
    table = [head, *map(sector, shown.to_dict("records"))]
    rule = plain(gap_sentences.basic_rule(brief.rulesets, brief.sectors, brief.dataset))
    return [
        dense(table, (0.4, 0.14, 0.12, 0.16, 0.18)),
        visit_blocks.small(
            f"Inovasi {origins.found(brief.dataset)}. Ditampilkan: urusan pelayanan dasar dan yang "
            f"di bawah pembanding, paling banyak {SECTORS}. {rule}"
        ),
    ]


def sector(one: dict) -> tuple[str, ...]:
    verdict = one["verdict"]
    return (
        str(one["name"]),
        "ya" if one["basic"] else "",
        words.whole(one["innovations"]),
        words.brief(one["peer_median"]),
        f"{words.VERDICT_SYMBOL[verdict]} {verdict}",
    )


def of_province(brief: Brief) -> list[Block]:
    """Every row of the index by the points an average regency leaves on it."""
    if brief.province_gaps.empty:
        return [visit_blocks.text(NO_GAP)]
    head = ("Baris", "Daerah diketahui", "Median parameter", "Pada 1 atau kurang",
            f"Poin rata-rata sampai {HIGHEST}")  # fmt: skip
    count = len(brief.scores)
    table = [head, *(province_row(one, count) for one in brief.province_gaps.to_dict("records"))]
    years = words.span(
        pd.concat([brief.province_gaps["first_year"], brief.province_gaps["last_year"]]).tolist()
    )
    return [
        dense(table, (0.44, 0.14, 0.14, 0.14, 0.14)),
        visit_blocks.small(
            f"Poin indeks per daerah (dihitung, aturan {brief.method['year']}; parameter {years}). "
            "Provinsi tidak punya pembanding; tiap daerah punya laporannya sendiri."
        ),
    ]


def province_row(one: dict, count: int) -> tuple[str, ...]:
    return (
        f"{one['number']} {one['name']}",
        f"{words.whole(one['regencies'])} dari {words.whole(count)}",
        words.brief(one["level_median"]),
        f"{words.whole(one['lowest'])} daerah",
        words.number(one["headroom_mean"]),
    )
