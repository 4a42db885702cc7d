"""The rows of "Tawaran kita": for whom an innovation is, and what one copy more is worth."""

import pandas as pd

from pages.parts import words

NAMED = 3  # learners named of each; the file has all


def whom(learners: pd.DataFrame) -> str:
    """ "Tapin (ke-3; 0,76), Kotabaru (ke-9; 0,71), dan 2 lainnya"."""
    told = [
        f"{row.learner} (ke-{row.place}; {words.number(row.score)})"
        for row in learners.head(NAMED).itertuples()
    ]
    more = len(learners) - NAMED
    return words.listed([*told, f"{more} lainnya"] if more > 0 else told)


def table(rows: pd.DataFrame, asked: pd.DataFrame) -> pd.DataFrame:
    """Rows to show.

    Args:
        rows: some of `offers.offered`; asked: the rows of `offers.with_need`.
    """
    told = rows.to_dict("records")
    lists = asked[asked["innovation_id"].isin(rows["innovation_id"])].sort_values(
        ["place", "learner"]
    )
    by_innovation = dict(list(lists.groupby("innovation_id")))
    return pd.DataFrame(
        {
            "Inovasi": [
                f"**{words.text(row['name'])}**  \n:small[{words.text(row['sector'])}]"
                for row in told
            ],
            "Bagi siapa (urutan di daftarnya; skor)": [
                needed_by(by_innovation[row["innovation_id"]]) for row in told
            ],
            "Replikasi sekarang": [now(row) for row in told],
            "Satu daerah lagi": [then(row) for row in told],
        }
    )


def needed_by(lists: pd.DataFrame) -> str:
    """Who needs it; where nobody does, on whose list it comes nearest."""
    needed = lists[lists["needed"]]
    if needed.empty:
        return f"Urutan terdekat: {words.escape(whom(lists))}"
    return f"**Dibutuhkan {words.whole(len(needed))} daerah**: {words.escape(whom(needed))}"


def now(row: dict) -> str:
    """ "2 dari 3 · 1 daerah tercatat"."""
    level = "parameter belum diketahui" if words.missing(row["level"]) else f"{row['level']} dari 3"
    count = int(row["regencies"])
    return f"{level} · {words.whole(count)} daerah tercatat" if count else level


def then(row: dict) -> str:
    if words.missing(row["level"]):
        return f"parameter {row['after']}; poin belum diketahui"
    if row["after"] == row["level"]:
        return "tetap: sudah tertinggi"
    if words.missing(row["gain"]):
        return f"parameter {row['after']}; tidak dihitung dalam laporan terakhir"
    return f"parameter {row['after']}: {words.escape(words.signed(row['gain'], 4))} poin"
