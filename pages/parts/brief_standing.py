"""Where a regency stands, and the one sentence to remember, as plain text."""

from typing import Any

import pandas as pd

from pages.parts import brief_lines, claim_words, words
from pages.parts.brief_facts import Brief
from queries import verdicts


def told(brief: Brief) -> dict[str, Any]:
    """The parts of `brief_content.Content` that only a regency has."""
    own = brief.own
    return {
        "headline": headline(brief),
        "index": words.number(own["score"], unknown=words.UNKNOWN),
        "index_note": year_note(own),
        "predicate": claim_words.predicate(own).replace(words.DASH, "predikat belum diketahui"),
        "distance": distance(brief.standing),
        "position": position(brief),
        "remember": remember(brief),
        "gaps": tuple(brief_lines.gap(row, brief) for row in brief.weaknesses),
        "gaps_note": brief_lines.gaps_note(brief),
        "candidates": tuple(brief_lines.candidate(row) for row in brief.candidates),
        "candidates_note": brief_lines.candidates_note(brief),
    } | brief_lines.cooperations(brief)


def headline(brief: Brief) -> str:
    own = brief.own
    score = f"indeks {claim_words.score_with_year(own)}"
    if words.missing(own["score"]):
        score = "skor indeks belum diketahui"
    told = claim_words.predicate(own)
    return f"{brief.full_name}: {score}" + ("" if told == words.DASH else f", {told}")


def year_note(row: pd.Series) -> str:
    """ "2026, dihitung"; nothing where no score is known."""
    told = claim_words.score_with_year(row)
    return "" if told == words.UNKNOWN else told.split("(", 1)[1].rstrip(")")


def distance(standing: pd.DataFrame) -> str:
    """How far it is to the next band, by the newest of score and predicate."""
    if standing.empty:
        return "jarak ke predikat berikutnya belum dapat dihitung"
    row = standing.iloc[0]
    if words.missing(row["next_predicate"]):
        known = not words.missing(row["predicate"]) and row["bands_known"]
        return "tidak ada predikat yang lebih tinggi" if known else band_unknown(row)
    if row["has_score"]:
        far = words.points(row["distance"])
    elif words.missing(row["distance_least"]):
        return f"{row['next_predicate']} mulai pada {words.number(row['next_lower'])}"
    else:
        least, most = words.number(row["distance_least"]), words.points(row["distance_most"])
        far = f"antara {least} dan {most}"
    start = words.number(row["next_lower"])
    return f"{far} lagi ke {row['next_predicate']} (mulai {start})"


def band_unknown(row: pd.Series) -> str:
    return f"rentang predikat {words.year(row['year'])} belum diketahui"


def position(brief: Brief) -> str:
    """The place among the peers and in the province; a computed one with its 90% range."""
    told = [among_peers(brief), claim_words.rank(brief.own)]
    return "; ".join(one for one in told if one not in ("", words.DASH)) or (
        "peringkat belum diketahui"
    )


def among_peers(brief: Brief) -> str:
    own = brief.own
    reported = brief.place[brief.place["year"] == own["score_year"]]
    if len(reported):
        row = reported.iloc[0]
        spread = words.span([int(row["rank_low"]), int(row["rank_high"])])
        return (
            f"urutan {row['rank']} dari {row['rank_of']} bersama pembanding "
            f"({row['year']}; 90%: {spread})"
        )
    gap = verdicts.index_gap(brief.scores.reset_index(), brief.chosen.code, list(brief.peers))
    if gap["gap"] is not None:
        return (
            f"{words.signed(gap['gap'])} poin terhadap median {gap['known']} dari "
            f"{len(brief.peers)} pembanding yang skornya diketahui"
        )
    better = gap["peers_with_better_predicate"]
    if better is None:
        return ""
    return f"{better} dari {len(brief.peers)} pembanding berpredikat lebih tinggi"


def remember(brief: Brief) -> str:
    """The one sentence: what levelling with the peers brings, and what to copy first."""
    told = [closing(brief), first_copy(brief)]
    sentence = "; ".join(filter(None, told))
    if not sentence:
        return "Belum cukup data untuk menyebut langkah pertama; impor laporan sendiri lebih dulu."
    return sentence[0].upper() + sentence[1:] + "."


def closing(brief: Brief) -> str:
    """ "menyamai pembanding pada tiga baris menambah 5,31 poin, cukup untuk Inovatif"."""
    behind = [row for row in brief.weaknesses if row["sort"] == "indikator"]
    if not behind:
        room = [row for row in brief.weaknesses if row["sort"] == "ruang"]
        if not room:
            return ""
        most = words.points(room[0]["headroom"])
        return f"ruang naik terbesar ada pada {room[0]['name']}: {most}"
    points = sum(row["points_to_median"] for row in behind)
    rows = behind[0]["name"] if len(behind) == 1 else f"{words.whole(len(behind))} baris ini"
    return f"menyamai pembanding pada {rows} menambah {words.points(points)}{reach(brief, points)}"


def reach(brief: Brief, points: float) -> str:
    """Whether so many points reach the next band."""
    row = brief.standing.iloc[0] if len(brief.standing) else None
    if row is None or not row["has_score"] or words.missing(row["next_predicate"]):
        return ""
    if points >= row["distance"]:
        return f", cukup untuk predikat {row['next_predicate']}"
    return f" dari {words.number(row['distance'])} yang kurang untuk {row['next_predicate']}"


def first_copy(brief: Brief) -> str:
    if not brief.candidates:
        return ""
    row = brief.candidates[0]
    return f"kandidat pertama untuk ditiru: {row['name']} dari {row['origin']}"
