"""Sheets of the candidates, the cooperations under way, and the sources of everything."""

import pandas as pd

from pages.parts import documents, words
from pages.parts.brief_facts import Brief
from pages.parts.brief_lines import NO_COOPERATION
from pages.parts.brief_workbook_sheet import Column, Sheet
from pages.parts.sentences import plain

WEIGHTS = "bawaan (semua 1)"
KINDS = {
    "Terakhir terlihat": "tahun",
    "Alamat": "tautan",
    "Skor": "bagian",
    "Kelengkapan bukti": "bagian",
    **dict.fromkeys(words.PART.values(), "bagian"),
    "Poin bila ditiru, matang seperti di asal": "poin",
    "Poin bila ditiru, matang seperti median sendiri": "poin",
    "Poin dipertaruhkan": "angka",
    "Kematangan": "angka",
    "Nomor": "bulat",
}
FIRST = (
    "Nomor", "Inovasi", "Daerah asal", "Urusan", "Di daftar", "Skor", *words.PART.values(),
    "Kelengkapan bukti", "Poin dipertaruhkan", "Poin bila ditiru, matang seperti di asal",
    "Poin bila ditiru, matang seperti median sendiri", "Alasan",
)  # fmt: skip
"""The columns on paper; the others follow on screen."""
NARROW = {
    "Inovasi": 34,
    "Alasan": 90,
    "Di daftar": 16,
    "Uraian": 50,
    "Alamat": 40,
    "Baris SID terkait": 16,
}


def candidates(brief: Brief) -> Sheet:
    """Every innovation of the others, with why it is on the list or is not."""
    name = brief.name(brief.chosen.code)
    rows = brief.ranked
    table = documents.candidate_table(rows, name, brief.about, WEIGHTS)
    table = table.assign(**{"Di daftar": listed(rows), "ID sumber": rows["source_id"].tolist()})
    order = [*FIRST, *(one for one in table.columns if one not in (*FIRST, "Data", "Bobot"))]
    count = len(brief.listed)
    where = f" di urusan {brief.sector_names[brief.chosen.sector]}" if brief.chosen.sector else ""
    return Sheet(
        "Kandidat",
        f"Kandidat replikasi untuk {brief.full_name}{where}",
        f"Kandidat, bukan rekomendasi: {words.whole(count)} di daftar, {words.whole(len(rows))} "
        "semuanya. Bagian 0–1, bobot semua sama; kosong: belum diketahui dan tidak dihitung. "
        "Bila ditiru: dihitung, daerah lain dianggap tetap.",
        [
            Column(one, table[one].tolist(), KINDS.get(one, "teks"), NARROW.get(one))
            for one in order
        ],
        kept=2,
        on_paper=len(FIRST),
    )


def listed(rows: pd.DataFrame) -> list[str]:
    """ "ya", or why not."""
    return [
        plain(row["duplicate_why"])
        if not words.missing(row["duplicate_of"])
        else "ya"
        if row["admitted"]
        else "tidak: asal tidak lebih tinggi menurut data ini"
        for row in rows[["duplicate_of", "duplicate_why", "admitted"]].to_dict("records")
    ]


def cooperations(brief: Brief) -> Sheet:
    """What is under way in the ledger; no name of a person is told."""
    rows = brief.board
    names = dict(enumerate(brief.step_names, start=1))
    return Sheet(
        "Kerja sama",
        "Kerja sama yang berjalan" + ("" if brief.is_province else f" dengan {brief.full_name}"),
        NO_COOPERATION
        if rows.empty
        else "Dari buku replikasi: diisi para pencatat, bukan terbitan.",
        [
            Column(heading, values(rows, column, names), kind, wide)
            for heading, column, kind, wide in LEDGER
        ],
    )


LEDGER = (
    ("Inovasi", "innovation", "teks", 40),
    ("Penerima", "receiver", "teks", 20),
    ("Pemberi", "giver", "teks", 20),
    ("Asal inovasi", "born_of", "teks", 16),
    ("Tahap", "place", "teks", 20),
    ("Tanggal tahap", "reached_on", "tanggal", 14),
    ("Tahap berikutnya", "next_place", "teks", 20),
    ("Rencana", "next_planned", "tanggal", 14),
    ("Terlambat (hari)", "late_days", "bulat", None),
    ("Sebab terlambat", "next_delay", "teks", 34),
    ("Terkunci sampai", "lock_until", "tanggal", 14),
    ("Dasar hukum", "legal_basis", "teks", 34),
    ("Nomor perjanjian", "agreement_number", "teks", 22),
    ("Tanggal perjanjian", "agreement_date", "tanggal", 14),
    ("Kantor penghubung penerima", "receiver_office", "teks", 28),
    ("Kantor penghubung pemberi", "giver_office", "teks", 28),
    ("Dokumen tercatat", "documents", "bulat", None),
)
"""Heading, column of `ledger/board.sql`, kind, width."""


def values(rows: pd.DataFrame, column: str, names: dict[int, str]) -> list:
    """A column of the board; steps by their names."""
    if rows.empty:
        return []
    if column == "place":
        return rows["place"].map({0: "belum dimulai", **names}).tolist()
    if column == "next_place":
        return rows["next_place"].map(names).tolist()
    return rows[column].tolist()


def sources(brief: Brief) -> Sheet:
    """Every source of the dataset, and on which sheets rows name it."""
    rows = brief.sources.reset_index()
    named = cited(brief)
    return Sheet(
        "Sumber",
        f"Sumber dataset {brief.about['label']}",
        "ID sumber di lembar lain merujuk ke sini. Data menurut lisensi sumbernya; nilai A paling "
        "kuat. Sidik (sha256) hanya ada untuk berkas yang kami simpan.",
        [
            Column("ID sumber", rows["source_id"], width=18),
            Column("Penerbit", rows["publisher"], width=36),
            Column("Judul", rows["title"], width=46),
            Column("Diakses", rows["accessed"], "tanggal", 14),
            Column("Lisensi", rows["licence"], width=34),
            Column("Alamat", rows["url"], "tautan", 44),
            Column("Nilai", rows["grade"]),
            Column("Dipakai untuk", rows["used_for"], width=26),
            Column(
                "Dirujuk di lembar", [named.get(one, "") for one in rows["source_id"]], width=24
            ),
            Column("Catatan", rows["note"], width=40),
            Column("Sidik (sha256)", rows["sha256"], width=30),
        ],
        on_paper=9,
    )


def cited(brief: Brief) -> dict[str, str]:
    """By source, the sheets whose rows name it."""
    official = brief.rulesets[brief.rulesets["kind"] == "resmi"].tail(1)
    told = {
        "Skor": brief.scores,
        "Baris indeks": brief.gaps,
        "Kandidat": brief.province_candidates if brief.is_province else brief.ranked,
        "Metode": official,
    }
    found: dict[str, list[str]] = {}
    for sheet, rows in told.items():
        ids = rows["source_id"].dropna().unique() if "source_id" in rows else []
        for one in ids:
            found.setdefault(one, []).append(sheet)
    return {one: ", ".join(names) for one, names in found.items()}
