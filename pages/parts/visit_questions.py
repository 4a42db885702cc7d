"""What to ask about a candidate: what every visit must bring home, and what is not known yet."""

from pages.parts import words

HARD = 0.5  # below this ease a candidate asks for much, by its own levels
STALE = 1.0  # below this it was not seen lately

STANDING = (
    ("Biaya", "berapa biaya awal dan biaya tahunannya, dan dari mana sumbernya?"),
    ("Pelaksana", "unit apa yang menjalankan, berapa orang, dengan keahlian apa?"),
    ("Regulasi", "peraturan atau SK apa yang mendasarinya, dan dapatkah salinannya diminta?"),
    ("Kegagalan", "apa yang gagal atau pernah diubah, dan mengapa?"),
    ("Dokumen", "bukti apa yang dapat dibagikan (SK, SOP, pedoman, data manfaat, video)?"),
    (
        "Syarat meniru",
        "perjanjian, dukungan teknis, dan izin hak cipta atau aplikasi apa yang diperlukan?",
    ),
)


def questions(row: dict) -> list[tuple[str, str]]:
    """The standing questions, then those that this candidate leaves open.

    Args:
        row: one row of `candidates.rank`.
    """
    return [*STANDING, *filter(None, (ask(row) for ask in OPEN))]


def office(row: dict) -> tuple[str, str] | None:
    if not words.missing(row["office"]):
        return None
    return "Kantor", "perangkat daerah mana pelaksananya? Sumber tidak menyebutnya."


def running(row: dict) -> tuple[str, str] | None:
    if words.missing(row["last_year"]):
        return "Masih berjalan", "apakah masih berjalan? Tahun terakhirnya belum diketahui."
    if row["alive"] >= STALE:
        return None
    return (
        "Masih berjalan",
        f"terakhir terlihat {words.year(row['last_year'])}; apakah masih berjalan, dan apa yang "
        "berubah sejak itu?",
    )


def benefit(row: dict) -> tuple[str, str] | None:
    if row["proof_kind"] != "reported":
        return None
    return (
        "Manfaat",
        "belum ada penghargaan atau peniruan tercatat; manfaat apa yang sudah terukur, dengan "
        "data apa?",
    )


def copied(row: dict) -> tuple[str, str] | None:
    if not row["copies"]:
        return None
    return "Peniru", "daerah mana yang sudah menirunya, dan apa yang mereka ubah?"


def software(row: dict) -> tuple[str, str] | None:
    if words.missing(row["digital"]):
        return "Aplikasi", "apakah memakai aplikasi, dan buatan siapa?"
    if not row["digital"]:
        return None
    return (
        "Aplikasi",
        "siapa pemilik kode sumbernya, apa lisensinya, di mana server dan datanya?",
    )


def demanding(row: dict) -> tuple[str, str] | None:
    if words.missing(row["ease"]) or row["ease"] >= HARD:
        return None
    return (
        "Beban",
        f"regulasi, pegawai, anggaran, dan alatnya banyak (Mudah {words.number(row['ease'])}); "
        "apa yang dapat disederhanakan?",
    )


OPEN = (office, running, benefit, copied, software, demanding)
