"""What the page of candidates says: why each is worth a look."""

import pandas as pd

from pages.parts import words


def why(row: pd.Series, name: str) -> str:
    """Why this candidate, in one sentence built from the known parts."""
    parts = [need(row, name), proof(row), fit(row)]
    return " ".join(part for part in parts if part)


def need(row: pd.Series, name: str) -> str:
    reason = ""
    if not words.missing(row["need_indicator"]):
        reason = (
            f" Bisa membantu {row['need_name']} ({words.points(row['need_points'])} indeks "
            f"dipertaruhkan): {row['need_reason']}."
        )
    if words.missing(row["sector"]):
        return f"Urusannya belum diketahui.{reason}"
    count = int(row["own_in_sector"])
    have = f"baru {count} inovasi tercatat" if count else "belum ada inovasi tercatat"
    return f"{name} {have} di urusan {words.text(row['sector'])}.{reason}"


def proof(row: pd.Series) -> str:
    return {
        "copied": f"Sudah ditiru atau disepakati ditiru ({words.whole(row['copies'])} catatan).",
        "national": f"Diakui nasional: {words.text(row['award'])}.",
        "maturity": f"Matang: {maturity(row)}.",
        "local": f"Diakui setempat: {words.text(row['award'])}.",
        "reported": "Belum ada penghargaan yang tercatat.",
    }[row["proof_kind"]]


def maturity(row: pd.Series) -> str:
    """ "kematangan 82 dari 111 (2026)"; nothing where it is not known."""
    if words.missing(row["maturity"]):
        return ""
    return (
        f"kematangan {words.brief(row['maturity'])} dari {words.brief(row['maturity_max'])} "
        f"({words.year(row['maturity_year'])})"
    )


def fit(row: pd.Series) -> str:
    return (
        f"{words.text(row['origin'])} mirip {words.whole(row['similarity'])}/100 secara struktur."
    )


def stronger(row: pd.Series) -> str:
    """Why the origin is admitted."""
    if words.missing(row["stronger_by"]):
        national = row["award_grade"] == "nasional"
        return "penghargaan nasional" if national else "asal tidak lebih tinggi menurut data terbit"
    return {
        "skor": "skor asal lebih tinggi",
        "predikat": "predikat asal lebih tinggi",
        "kekuatan sendiri belum diketahui": "skor sendiri belum diketahui, asal berpredikat "
        "Inovatif atau lebih tinggi",
    }[row["stronger_by"]]


NO_MATURITY = (
    "Urutan menurut kematangan belum dapat dibuat: nilai SID per inovasi tidak terbit. "
    "Penggantinya penghargaan tertinggi, lalu yang terakhir terlihat."
)


def shortlist(rows: pd.DataFrame, name: str, sector: str | None) -> str:
    """The headline of the candidates page."""
    where = f" di urusan {sector}" if sector else ""
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
        "**Mudah**, **Masih berjalan**; yang belum diketahui tidak dihitung dan disebut."
    )


def nothing_to_copy(rows: pd.DataFrame, sector: str | None) -> str:
    """What to do when no candidate passes the filters."""
    admitted = int(rows["admitted"].sum())
    where = f"urusan **{sector}** dan saringan ini" if sector else "saringan ini"
    return (
        f"Tidak ada kandidat yang cocok dengan {where}; tanpa saringan ada "
        f"{words.whole(admitted)}. Longgarkan saringan, pilih Semua urusan, atau ubah Asal "
        "kandidat menjadi Semua daerah lain."
    )
