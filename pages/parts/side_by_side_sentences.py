"""What the tab of candidates side by side says."""

import pandas as pd

from pages.parts import compared, words
from queries.candidates import PARTS

HOW = (
    f"Pilih sampai {compared.MOST} kandidat: tekan **Bandingkan** pada kartu di tab Kandidat, atau "
    "tambahkan dari daftar di atas."
)
NO_LEVELS = (
    "Parameter tiap baris **belum diketahui**: nilai SID per inovasi tidak ada pada data ini. "
    "Mintalah daftar parameter dan dokumen buktinya saat kunjungan."
)
MOST_SKIPPED = 3


def none_yet(name: str) -> str:
    return f"{name}: belum ada kandidat yang dibandingkan"


def skipped(pieces: list[str]) -> str:
    """Name what a link holds that is no candidate here, the first few in full."""
    named = [f"“{words.escape(piece[:60])}”" for piece in pieces[:MOST_SKIPPED]]
    more = len(pieces) - MOST_SKIPPED
    told = words.listed([*named, f"{words.whole(more)} lainnya"] if more > 0 else named)
    return (
        f"{told} pada tautan dilewati: bukan kandidat bagi daerah ini, atau lebih dari "
        f"{compared.MOST} yang diminta."
    )


def title(rows: pd.DataFrame, name: str) -> str:
    """Which scores highest, by how much."""
    ordered = rows.sort_values("score", ascending=False, kind="stable")
    first = ordered.iloc[0]
    if len(rows) == 1:
        return (
            f"{name}: {first['name']} dari {first['origin']}, skor {words.number(first['score'])}"
        )
    others = words.listed(
        [f"{row['name']} ({words.number(row['score'])})" for _, row in ordered.iloc[1:].iterrows()]
    )
    highest = f"{first['name']} berskor tertinggi ({words.number(first['score'])})"
    if words.number(first["score"]) == words.number(ordered["score"].iloc[1]):
        return f"{name}: {highest}, hampir sama dengan {others}"
    return f"{name}: {highest}, di atas {others}"


def parts(rows: pd.DataFrame) -> str:
    """On which part the candidates differ most."""
    known = rows[list(PARTS)].astype("float64")
    spread = known.max() - known.min()
    if len(rows) < 2 or spread.isna().all():
        return "Tiap tanda satu kandidat; bagian yang belum diketahui tidak bertanda."
    part = spread.idxmax()
    best = rows.loc[known[part].idxmax(), "label"]
    return (
        f"Paling berbeda pada **{words.PART[part]}**: {words.number(known[part].min())} sampai "
        f"{words.number(known[part].max())}, tertinggi {words.text(best)}. Bagian yang belum "
        "diketahui tidak bertanda."
    )


def levels(name: str) -> str:
    return (
        f"**▼** berarti rata-rata inovasi {words.text(name)} di bawah pembanding; di baris itu "
        "kandidat yang lebih tinggi ditulis tebal. Dokumen ada bila parameternya sekurangnya 1."
    )
