"""The lines of the province's briefing: all regencies together, as plain text."""

from typing import Any

from pages.parts import brief_lines, words
from pages.parts.brief_asking import TOP
from pages.parts.brief_facts import TOLD, Brief
from pages.parts.brief_lines import Line
from queries.standing import CLASSES


def told(brief: Brief) -> dict[str, Any]:
    """The parts of `brief_content.Content` that only the province has."""
    gaps = brief.province_gaps.head(TOLD).to_dict("records")
    candidates = brief.province_candidates.head(TOLD).to_dict("records")
    median, note = middle(brief)
    return {
        "headline": f"{brief.full_name}: {counted(brief)}",
        "index": median,
        "index_note": note,
        "predicate": predicates(brief),
        "distance": best(brief),
        "position": lowest(brief),
        "remember": remember(gaps, candidates),
        "gaps": tuple(map(gap, gaps)),
        "gaps_note": gaps_note(gaps),
        "candidates": tuple(map(candidate, candidates)),
        "candidates_note": (
            f"Di {TOP} teratas daftar kandidat sekian daerah; kandidat, bukan rekomendasi."
            if candidates
            else "Tidak ada kandidat di urusan ini."
        ),
    } | brief_lines.cooperations(brief)


def counted(brief: Brief) -> str:
    known = int(brief.scores["score"].notna().sum())
    year = "" if brief.chosen.year is None else f" {brief.chosen.year}"
    return f"skor indeks{year} diketahui untuk {known} dari {len(brief.scores)} daerah"


def middle(brief: Brief) -> tuple[str, str]:
    """The median of the known scores, and of how many and which years it is."""
    known = brief.scores.dropna(subset="score")
    if known.empty:
        return words.UNKNOWN, ""
    years = words.span(known["score_year"].astype(int).tolist())
    note = f"median {len(known)} skor yang diketahui, {years}; dihitung"
    return words.number(known["score"].median()), note


def predicates(brief: Brief) -> str:
    """ "3 Sangat Inovatif, 6 Inovatif, 4 belum diketahui"."""
    counts = brief.scores["predicate"].value_counts()
    named = [f"{counts[one]} {one}" for one in reversed(CLASSES) if one in counts]
    unknown = int(brief.scores["predicate"].isna().sum())
    return ", ".join([*named, *([f"{unknown} belum diketahui"] if unknown else [])])


def best(brief: Brief) -> str:
    return extreme(brief, "tertinggi", 0)


def lowest(brief: Brief) -> str:
    return extreme(brief, "terendah", -1)


def extreme(brief: Brief, word: str, place: int) -> str:
    """ "tertinggi Tabalong 71,20 (2026)"; nothing where no score is known."""
    known = brief.scores.dropna(subset="score").sort_values("score", ascending=False)
    if known.empty:
        return ""
    row = known.iloc[place]
    return f"{word} {row['name']} {words.number(row['score'])} ({words.year(row['score_year'])})"


def remember(gaps: list[dict], candidates: list[dict]) -> str:
    """The one sentence: where most points lie, and what most regencies could copy."""
    parts = []
    if gaps:
        parts.append(
            f"poin terbanyak tertinggal di {gaps[0]['name']} (rata-rata "
            f"{words.points(gaps[0]['headroom_mean'])} per daerah)"
        )
    if candidates:
        parts.append(
            f"kandidat yang paling banyak dibutuhkan: {candidates[0]['name']} dari "
            f"{candidates[0]['origin']}, di daftar {candidates[0]['lists']} daerah"
        )
    sentence = "; ".join(parts) or "belum cukup data untuk menyebut langkah pertama"
    return sentence[0].upper() + sentence[1:] + "."


def gap(row: dict) -> Line:
    return Line(
        row["indicator"],
        f"{row['number']} {row['name']}",
        f"median parameter {words.brief(row['level_median'])} dari 3; {row['lowest']} dari "
        f"{row['regencies']} daerah pada 1 atau kurang",
        words.points(row["headroom_mean"]),
    )


def gaps_note(gaps: list[dict]) -> str:
    if not gaps:
        return brief_lines.NO_GAP
    years = words.span([gaps[0]["first_year"], gaps[0]["last_year"]])
    return f"Rata-rata poin indeks per daerah sampai parameter 3 (dihitung; parameter {years})."


def candidate(row: dict) -> Line:
    sector = words.DASH if words.missing(row["sector"]) else row["sector"]
    return Line(
        row["innovation_id"],
        row["name"],
        f"{row['origin']} · {sector}",
        f"{row['lists']} daerah",
    )
