"""The report's candidates: the first of the list, with score, parts, gains, reason and source."""

import pandas as pd

from pages.parts import brief_lines, candidate_sentences, origins, visit_blocks, words
from pages.parts.brief_facts import Brief
from pages.parts.brief_report_blocks import dense
from pages.parts.sentences import plain
from pages.parts.visit_blocks import Block
from pages.parts.whatif_sentences import shortened
from queries.candidates import PARTS

TOP = 10
NAME, LETTERS = 90, 420  # of a name, and of a reason


def caveat(brief: Brief) -> str:
    """What a candidate is; what is missing from open sources may exist all the same."""
    told = "Kandidat adalah bahan pertimbangan, bukan rekomendasi."
    if brief.simulated:
        return told
    return f"{told} Tidak {origins.found(brief.dataset)} bukan berarti tidak ada."


def shown(brief: Brief) -> pd.DataFrame:
    """The rows the report tells of: their sources are its sources."""
    return brief.province_candidates.head(TOP) if brief.is_province else brief.listed.head(TOP)


def candidates(brief: Brief) -> list[Block]:
    """At most ten; a sentence where there is none."""
    rows = shown(brief)
    if rows.empty:
        note = brief_lines.candidates_note(brief) if not brief.is_province else ""
        return [visit_blocks.text(note or "Tidak ada kandidat di urusan ini.")]
    return of_province(brief, rows) if brief.is_province else of_regency(brief, rows)


def of_regency(brief: Brief, rows: pd.DataFrame) -> list[Block]:
    head = ("Kandidat", "Skor dan bagiannya", "Poin bila ditiru", "Mengapa", "Sumber")
    table = [head, *(candidate(row, brief) for row in rows.to_dict("records"))]
    links = ("", *map(words.web_address, rows["url"]))
    usual = rows["usual_maturity"].dropna()
    matured = f" ({words.brief(usual.iloc[0])})" if len(usual) else ""
    return [
        visit_blocks.text(
            f"{words.whole(len(rows))} teratas dari {words.whole(len(brief.listed))} kandidat. "
            + caveat(brief)
        ),
        dense(table, (0.19, 0.15, 0.11, 0.42, 0.13), links, LETTERS),
        visit_blocks.small(
            "Skor adalah rata-rata ukur bagian yang diketahui (0–1); – belum diketahui. Poin bila "
            f"ditiru: satu tiruan sematang di asal / sematang median inovasi sendiri{matured}, "
            "dihitung dari laporan lengkap; daerah lain dianggap tetap."
        ),
    ]


def candidate(row: dict, brief: Brief) -> tuple[str, ...]:
    sector = words.DASH if words.missing(row["sector"]) else row["sector"]
    why = plain(candidate_sentences.why(row, brief.name(brief.chosen.code), brief.dataset))
    return (
        f"{shortened(row['name'], NAME)}\n{row['origin']} · {sector}",
        f"{words.number(row['score'])}\n{parts(row)}",
        gains(row),
        why.replace(words.JOINER, ""),
        f"{row['source_id']}, {words.publisher(row['publisher'])}",
    )


def parts(row: dict) -> str:
    """ "Perlu 0,40 · Bukti 1,00 · …"; a part and its number stay on one line."""
    told = [f"{words.PART[part]} {words.number(row[part])}" for part in PARTS]
    return " · ".join(one.replace(" ", words.UNBROKEN) for one in told)


def gains(row: dict) -> str:
    known = [row[one] for one in ("as_origin", "as_usual") if not words.missing(row[one])]
    if not known:
        return candidate_sentences.stake(row) or words.DASH
    return " / ".join(map(words.signed, known))


def of_province(brief: Brief, rows: pd.DataFrame) -> list[Block]:
    head = ("Kandidat", "Asal", "Urusan", "Di daftar", "Daerah yang dapat meniru")
    table = [head, *map(province_candidate, rows.to_dict("records"))]
    return [
        visit_blocks.text(
            "Inovasi yang paling banyak muncul di 20 teratas daftar tiap daerah. " + caveat(brief)
        ),
        dense(table, (0.26, 0.14, 0.2, 0.12, 0.28)),
    ]


def province_candidate(row: dict) -> tuple[str, ...]:
    sector = words.DASH if words.missing(row["sector"]) else row["sector"]
    lists = f"{words.whole(row['lists'])} daerah"
    return f"{row['name']} ({row['source_id']})", row["origin"], sector, lists, row["learners"]
