"""What is known of a government's index, in words: score, predicate, rank, each with its year."""

from typing import Any

from pages.parts import words

STATUS = {
    "tercetak": "angka tercetak di sumber",
    "sementara": "sementara",
    "dihitung": "dihitung dari parameter",
    "turunan": "dihitung penyusun",
}
RANK_SCOPE = {
    "kalsel": "di Kalsel",
    "nasional": "nasional",
    "nasional kota": "nasional antarkota",
    "nasional kabupaten/kota": "nasional antarkabupaten/kota",
}


def score_with_year(row: Any) -> str:
    """ "97,60 (2025, sementara)"; the unknown as "belum ada data"."""
    if words.missing(row["score"]):
        return words.UNKNOWN
    notes = [words.year(row["score_year"])]
    if row["score_status"] in ("sementara", "turunan"):
        notes.append(STATUS[row["score_status"]])
    elif row["score_status"] == "dihitung":
        notes.append("dihitung")
    elif row["score_year_basis"] == "bacaan penyusun":
        notes.append("tahun bacaan penyusun")
    return f"{words.number(row['score'])} ({', '.join(notes)})"


def rank(row: Any) -> str:
    """ "peringkat 9 dari 13 di Kalsel (2024)"; the unknown as a dash.

    A computed rank comes with the range it has in nine of ten draws: "(2026; 90%: 7–11)".
    """
    if words.missing(row["rank"]):
        return words.DASH
    among = "" if words.missing(row["rank_of"]) else f" dari {words.whole(row['rank_of'])}"
    scope = "" if words.missing(row["rank_scope"]) else f" {RANK_SCOPE[row['rank_scope']]}"
    when = words.year(row.get("rank_year"), "")
    notes = "; ".join(filter(None, [when, rank_range(row)]))
    return f"peringkat {words.whole(row['rank'])}{among}{scope}" + (f" ({notes})" if notes else "")


def rank_range(row: Any) -> str:
    """ "90%: 7–11"; nothing for a published rank, of which no range is known."""
    if words.missing(row.get("rank_low")):
        return ""
    return f"90%: {words.span([int(row['rank_low']), int(row['rank_high'])])}"


def predicate(row: Any) -> str:
    """The official predicate with its year, else the printed word marked as such, else a dash."""
    if not words.missing(row["predicate"]):
        return f"{row['predicate']} ({words.year(row['predicate_year'])})"
    if words.missing(row["predicate_as_printed"]):
        return words.DASH
    printed = str(row["predicate_as_printed"]).split(" (")[0]
    return f"“{printed}” (bukan predikat resmi)"
