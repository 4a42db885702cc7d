"""What the page of candidates says: why each is worth a look."""

from typing import Any, TypeAlias

import pandas as pd

from pages.parts import origins, words
from queries.sensitivity import Stability

Row: TypeAlias = pd.Series | dict[str, Any]  # a row of `ranking.ranking`
ROWS = 3  # of the index, named on a card
FIRST = 5  # of the list, when asked whether they stay


def why(row: Row, name: str, dataset: str) -> str:
    """Why this candidate, in sentences built from the known parts."""
    parts = [need(row, name, dataset), proof(row), fit(row)]
    return " ".join(part for part in parts if part)


def need(row: Row, name: str, dataset: str) -> str:
    """What one lacks that this one could help with: sector, rows of the index, an indicator."""
    reasons = sector(row, name, dataset) + strong_rows(row, name)
    if not words.missing(row["need_indicator"]):
        reasons += (
            f" Bisa membantu {row['need_name']} ({words.points(row['need_indicator_points'])} "
            f"indeks dipertaruhkan): {row['need_reason']}."
        )
    return reasons


def sector(row: Row, name: str, dataset: str) -> str:
    """ "Tapin punya 3 inovasi di urusan Sosial yang tercatat di sumber terbuka."."""
    if words.missing(row["sector"]):
        return "Urusannya belum diketahui."
    count = int(row["own_in_sector"])
    have = f"punya {words.whole(count)} inovasi" if count else "belum punya inovasi"
    found = origins.found(dataset)
    return f"{name} {have} di urusan {words.text(row['sector'])} yang {found}."


def strong_rows(row: Row, name: str) -> str:
    """ " Kuat di 4 baris SID yang tertinggal: 31, 34, 21, dan 1 lainnya."."""
    numbers = [] if words.missing(row["need_rows"]) else row["need_rows"].split()
    if not numbers:
        return ""
    more = len(numbers) - ROWS
    told = words.listed([*numbers[:ROWS], f"{more} lainnya"] if more > 0 else numbers)
    return (
        f" Parameternya tertinggi di {len(numbers)} baris SID tempat {name} di bawah pembanding "
        f"({told})."
    )


def copied(row: Row) -> str:
    """What one copy would bring, as Markdown; nothing where no report can be scored."""
    if words.missing(row["as_usual"]):
        return ""
    told = [
        f"**{words.change(row[gain])} {words.escape(words.signed(row[gain]))} poin** bila "
        f"sematang {like} ({words.brief(row[maturity])})"
        for gain, maturity, like in (
            ("as_origin", "maturity", "di asal"),
            ("as_usual", "usual_maturity", "median inovasi sendiri"),
        )
        if not words.missing(row[gain])
    ]
    return f"Bila ditiru: {'; '.join(told)}."


def stake(row: Row) -> str:
    """ "2,15 poin dipertaruhkan"; nothing where nobody can count them."""
    if words.missing(row["need_points"]) or row["need_points"] < words.UNSEEN:
        return ""
    return f"{words.points(row['need_points'])} dipertaruhkan"


def proof(row: Row) -> str:
    return {
        "copied": f"Sudah ditiru atau disepakati ditiru ({words.whole(row['copies'])} catatan).",
        "national": f"Diakui nasional: {words.text(row['award'])}.",
        "maturity": f"Matang: {maturity(row)}.",
        "local": f"Diakui setempat: {words.text(row['award'])}.",
        "reported": "Belum ada penghargaan yang tercatat.",
    }[row["proof_kind"]]


def maturity(row: Row) -> str:
    """ "kematangan 82 dari 111 (2026)"; nothing where it is not known."""
    if words.missing(row["maturity"]):
        return ""
    return (
        f"kematangan {words.brief(row['maturity'])} dari {words.brief(row['maturity_max'])} "
        f"({words.year(row['maturity_year'])})"
    )


def fit(row: Row) -> str:
    return (
        f"{words.text(row['origin'])} mirip {words.whole(row['similarity'])}/100 secara struktur."
    )


def stronger(row: Row) -> str:
    """Why the origin is admitted."""
    if words.missing(row["stronger_by"]):
        national = row["award_grade"] == "nasional"
        return "penghargaan nasional" if national else "asal tidak lebih tinggi menurut data ini"
    return {
        "skor": "skor asal lebih tinggi",
        "predikat": "predikat asal lebih tinggi",
        "kekuatan sendiri belum diketahui": "skor sendiri belum diketahui, asal berpredikat "
        "Inovatif atau lebih tinggi",
    }[row["stronger_by"]]


def stability(steady: Stability, count: int) -> str:
    """How often the first of the list stay when the weights move."""
    if count <= FIRST or not steady.draws:
        return "Bobot digeser ±25%: lima teratas tidak berubah."
    stay = int((steady.stays >= 1).sum())
    firm = f"; {words.whole(stay)} selalu bertahan (✓ stabil)" if stay else ""
    return (
        f"Bila bobot digeser ±25% ({words.whole(steady.draws)} kombinasi), lima teratas tetap sama "
        f"dalam {words.share(steady.same)}; rata-rata {words.brief(steady.kept, 1)} dari {FIRST} "
        f"tetap{firm}."
    )


def duplicate(row: Row) -> str:
    """One that is set apart, and why: it is like one's own, or a copy of it is one's own."""
    like = (
        "" if words.missing(row["duplicate_name"]) else f", mirip {words.text(row['duplicate_of'])}"
    )
    return (
        f"- **{words.text(row['name'])}** ({words.text(row['origin'])}){like}: "
        f"{words.text(row['duplicate_why'])}"
    )


NO_MATURITY = (
    "Urutan menurut kematangan belum dapat dibuat: nilai SID per inovasi tidak ada pada data ini. "
    "Penggantinya penghargaan tertinggi, lalu yang terakhir terlihat."
)


def shortlist(rows: pd.DataFrame, ranked: pd.DataFrame, name: str, sector: str | None) -> str:
    """The headline of the candidates page: the rows that pass the filters, of all that are."""
    where = f" di urusan {sector}" if sector else ""
    if rows.empty and proposed(ranked).empty:
        return f"{name}: menurut data ini tidak ada daerah lebih kuat yang dapat ditiru"
    if rows.empty:
        return f"{name}: belum ada kandidat replikasi{where} yang tersaring"
    first = rows.iloc[0]
    return (
        f"{name}: {words.whole(len(rows))} kandidat replikasi{where}, teratas {first['name']} dari "
        f"{first['origin']}"
    )


def shortlist_rule(name: str, peers: int) -> str:
    return (
        "Kandidat, bukan rekomendasi. Skor adalah rata-rata ukur bagian yang diketahui (0–1): "
        f"**Perlu** (kekurangan {name} terhadap {peers} daerah termirip), **Bukti**, **Cocok**, "
        "**Mudah**, **Masih berjalan**; yang belum diketahui tidak dihitung dan disebut. *Poin "
        "dipertaruhkan* adalah ruang naik indeks di baris tempat kandidat unggul, bila semua "
        "inovasi sendiri naik ke parameter tertinggi, ditambah satu inovasi di urusannya; *bila "
        "ditiru* adalah yang dibawa satu tiruan."
    )


def proposed(ranked: pd.DataFrame) -> pd.DataFrame:
    """The candidates that stand on the list while nothing narrows it down."""
    return ranked[ranked["admitted"] & ranked["duplicate_of"].isna()]


def nothing_to_copy(ranked: pd.DataFrame, name: str, sector: str | None) -> str:
    """Why no candidate passes the filters, and what to do."""
    count = len(proposed(ranked))
    if not count:
        return (
            f"Menurut data ini tidak ada daerah yang skor atau predikatnya lebih tinggi daripada "
            f"{name}, dan tidak ada inovasi daerah lain yang berpenghargaan nasional, jadi tidak "
            "ada yang diusulkan. Ubah Asal kandidat menjadi Semua daerah lain, atau lihat apa yang "
            f"dapat ditawarkan {name}."
        )
    where = f"urusan **{sector}** dan saringan ini" if sector else "saringan ini"
    return (
        f"Tidak ada kandidat yang cocok dengan {where}; tanpa saringan ada "
        f"{words.whole(count)}. Longgarkan saringan, pilih Semua urusan, atau ubah Asal "
        "kandidat menjadi Semua daerah lain."
    )
