"""The rows of the index on an axis: short names that fit a phone, and their headings."""

import pandas as pd

from pages.parts.colours import Palette

SYMBOLS = {
    "di bawah": "triangle-down",
    "di atas": "triangle-up",
    "setara": "circle",
    "belum dapat dibedakan": "diamond",
    "tidak dibandingkan": "circle-open",
}
LONGEST = 18  # letters that fit beside thirteen columns at 390 pixels
SHORT = {
    "VISI_MISI": "Visi dan misi",
    "APBD_TEPAT_WAKTU": "APBD tepat waktu",
    "MANDATORY_SPENDING": "Belanja wajib",
    "PERIZINAN": "Perizinan",
    "PENDAPATAN_PER_KAPITA": "Pendapatan/orang",
    "TPT_PROGRES": "Pengangguran turun",
    "TPT_NILAI": "Pengangguran",
    "INVESTASI": "Investasi naik",
    "PAD": "PAD naik",
    "OPINI_BPK": "Opini BPK",
    "LAKIP": "Nilai LAKIP",
    "KEMISKINAN_PROGRES": "Kemiskinan turun",
    "KEMISKINAN_NILAI": "Penduduk miskin",
    "IPM_PROGRES": "IPM naik",
    "IPM_NILAI": "Capaian IPM",
    "PENGHARGAAN": "Penghargaan",
    "REKOMENDASI": "Rekomendasi",
    "KUALITAS_KEBIJAKAN": "Mutu kebijakan",
    "RIPJ_PID": "Rencana induk",
    "HAKI": "HAKI",
    "REGULASI": "Regulasi",
    "SDM": "SDM",
    "ANGGARAN": "Anggaran",
    "ALAT_KERJA": "Alat kerja",
    "BIMTEK": "Bimbingan teknis",
    "RKPD": "Masuk RKPD",
    "AKTOR": "Aktor inovasi",
    "PELAKSANA": "Pelaksana",
    "JEJARING": "Jejaring",
    "SOSIALISASI": "Sosialisasi",
    "PEDOMAN": "Pedoman teknis",
    "INFORMASI": "Informasi layanan",
    "PROSES": "Proses layanan",
    "PENGADUAN": "Pengaduan",
    "TERINTEGRASI": "Layanan terpadu",
    "REPLIKASI": "Replikasi",
    "KECEPATAN": "Kecepatan cipta",
    "KEMANFAATAN": "Kemanfaatan",
    "MONEV": "Monev",
    "VIDEO": "Video",
}


def short(indicator: str, name: str) -> str:
    """The short name of a row; of a row we have none for, the official one cut at a letter."""
    if indicator in SHORT:
        return SHORT[indicator]
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip()}…"


def label(row: dict) -> str:
    """ "16 Regulasi", as it stands on an axis; row has number, indicator and name."""
    return f"{row['number']} {short(row['indicator'], row['name'])}"


def full(row: dict) -> str:
    """ "16 Regulasi inovasi daerah", as a heading or hover says it."""
    return f"{row['number']} {row['name']}"


def records(rows: pd.DataFrame) -> list[dict]:
    """The rows as dicts; `to_dict` takes five times as long."""
    names = rows.columns.tolist()
    columns = [rows[name].tolist() for name in names]
    return [dict(zip(names, values, strict=True)) for values in zip(*columns, strict=True)]


def in_groups(gaps: pd.DataFrame) -> list[dict]:
    """The rows under headings, one per official variable, most index points at stake first.

    Args:
        gaps: rows of `verdicts.indicators`.

    Returns:
        Rows of `gaps` as they are, and before each group {"heading": its name}.
    """
    order = ["headroom", "points_to_median", "number"]
    rows = gaps.sort_values(order, ascending=[False, False, True])
    groups: dict[str, list[dict]] = {}
    for row in records(rows):
        groups.setdefault(f"{row['grouping']} · {row['variable']}", []).append(row)
    at_stake = {name: sum(row["headroom"] for row in group) for name, group in groups.items()}
    lines: list[dict] = []
    for name in sorted(groups, key=lambda name: -at_stake[name]):
        lines += [{"heading": name}, *groups[name]]
    return lines


def verdict_colour(verdict: str, palette: Palette) -> str:
    return {"di bawah": palette.behind, "di atas": palette.ahead}.get(verdict, palette.even)
