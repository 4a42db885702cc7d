"""The lines of a briefing: one gap, one candidate, one cooperation, each as plain text."""

from dataclasses import dataclass
from typing import Any

from pages.parts import candidate_sentences, indicator_sentences, origins, words
from pages.parts.brief_facts import TOLD, Brief
from pages.parts.sentences import plain

HIGHEST = 3
NO_COOPERATION = "Belum ada kerja sama yang berjalan di buku replikasi."
NO_GAP = "Belum ada kesenjangan yang dapat disebut; lihat yang belum diketahui di Data & metode."


@dataclass(frozen=True)
class Line:
    """One gap, candidate or cooperation, as plain text.

    Attributes:
        key: what it is about: indicator or sector, innovation_id, record_id.
        name: its name; told: what is known of it; worth: points, or the next date; "" if unknown.
        sign: of the verdict, or "" where there is none.
    """

    key: str
    name: str
    told: str
    worth: str
    sign: str = ""


def gap(row: dict, brief: Brief) -> Line:
    """One of the costliest gaps."""
    if row["sort"] == "urusan":
        told = (
            f"pelayanan dasar; belum ada inovasi {origins.found(brief.dataset)}, "
            f"{words.whole(row['peers_with'])} pembanding punya"
        )
        return Line(row["sector_id"], f"Urusan {row['name']}", told, "", "▼")
    value = indicator_sentences.own_value(row).split(" (")[0]
    told = f"{value}; {indicator_sentences.benchmark(row)}"
    room = words.points(row["headroom"])
    behind = f"{words.signed(row['points_to_median'])} dari {room}"
    worth = behind if row["sort"] == "indikator" else f"{room} sampai parameter {HIGHEST}"
    sign = words.VERDICT_SYMBOL[row["verdict"]]
    return Line(row["indicator"], f"{row['number']} {row['name']}", told, worth, sign)


def gaps_note(brief: Brief) -> str:
    """What the figures and the sign of the gaps mean; of figures only where there are any."""
    if not brief.weaknesses:
        return NO_GAP
    sign = "▼ di bawah pembanding."
    if all(row["sort"] != "indikator" for row in brief.weaknesses):
        return sign
    year = words.year(brief.gaps["rule_year"].iloc[0])
    return (
        "+ poin indeks bila menyamai median pembanding, dari sisa sampai parameter "
        f"{HIGHEST} (dihitung, aturan {year}); {sign}"
    )


def candidate(row: dict) -> Line:
    """One of the first candidates: where from, how proven, what one copy would bring."""
    proven = plain(candidate_sentences.proof(row)).rstrip(".").replace(words.JOINER, "")
    return Line(row["innovation_id"], row["name"], f"{row['origin']} · {proven}", worth(row))


def worth(row: dict) -> str:
    """Points of one copy as mature as one's own median; else the points at stake."""
    if not words.missing(row["as_usual"]):
        return f"{words.signed(row['as_usual'])} poin"
    return candidate_sentences.stake(row).removesuffix(" dipertaruhkan")


def candidates_note(brief: Brief) -> str:
    if not brief.candidates:
        where = " di urusan ini" if brief.chosen.sector else ""
        return f"Tidak ada kandidat{where} dari daerah yang lebih kuat menurut data ini."
    known = [row for row in brief.candidates if not words.missing(row["as_usual"])]
    basis = (
        "poin satu tiruan yang sematang median inovasi sendiri (dihitung)"
        if known
        else "poin yang dipertaruhkan, bila diketahui; yang dibawa satu tiruan butuh laporan"
    )
    listed = words.whole(len(brief.listed))
    return f"Kandidat, bukan rekomendasi; {basis}. Di daftar: {listed} kandidat."


def cooperations(brief: Brief) -> dict[str, Any]:
    """What is under way, the latest first."""
    rows = brief.board
    if rows.empty:
        return {"cooperations": (), "cooperations_note": NO_COOPERATION}
    late = int((rows["late_days"] > 0).sum())
    behind = f"{words.whole(late)} terlambat" if late else "tidak ada yang terlambat"
    lines = tuple(cooperation(row, brief) for row in rows.head(TOLD).to_dict("records"))
    return {
        "cooperations": lines,
        "cooperations_note": f"{words.whole(len(rows))} berjalan, {behind}.",
    }


def cooperation(row: dict, brief: Brief) -> Line:
    step = brief.step_names[int(row["place"]) - 1] if row["place"] else "belum dimulai"
    if row["late_days"] > 0:
        when = f"terlambat {words.whole(row['late_days'])} hari"
    else:
        planned = row["next_planned"]
        when = "" if words.missing(planned) else f"berikutnya {words.date(planned)}"
    return Line(row["record_id"], cooperation_name(row), f"{parties(row)} · {step}", when)


def cooperation_name(row: dict) -> str:
    return words.UNKNOWN if words.missing(row["innovation"]) else str(row["innovation"])


def parties(row: dict) -> str:
    giver = "sendiri" if words.missing(row["giver"]) else row["giver"]
    receiver = words.DASH if words.missing(row["receiver"]) else row["receiver"]
    return f"{receiver} ← {giver}"
