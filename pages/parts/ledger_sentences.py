"""What the page of cooperations says: how far each is, what is late, until when it is locked."""

from collections.abc import Mapping

import pandas as pd

from pages.parts import words

PLANNED = "Direncanakan"
BORN_OF = {
    "replikasi": "Replikasi (meniru daerah lain)",
    "aksi perubahan": "Aksi perubahan (pelatihan kepemimpinan)",
    "lainnya": "Lainnya",
}
STAGE = {"design": "Perancangan", "implementation": "Pelaksanaan", "evaluation": "Evaluasi"}
FIELD = {
    "receiver": "penerima",
    "giver": "pemberi",
    "innovation_id": "inovasi tercatat",
    "innovation": "nama inovasi",
    "sector_id": "urusan",
    "born_of": "asal inovasi",
    "legal_basis": "dasar hukum",
    "receiver_office": "kantor penghubung penerima",
    "giver_office": "kantor penghubung pemberi",
    "interest_number": "nomor surat minat",
    "interest_date": "tanggal surat minat",
    "agreement_kind": "jenis perjanjian",
    "agreement_number": "nomor perjanjian",
    "agreement_date": "tanggal perjanjian",
    "bskdn_date": "tanggal tembusan BSKDN",
    "close_reason": "alasan penutupan",
    "close_basis": "dasar hukum penutupan",
    "note": "catatan",
    "lock_months": "masa wajib jalan (bulan)",
    "lock_basis": "dasar hukum masa wajib jalan",
}
# What the page fills in beside what a reader chose.
BEHIND_THE_SCENES = ("dataset", "receiver_code", "giver_code")
PREFIX = {
    "planned": "rencana",
    "real": "nyata",
    "delay": "sebab terlambat",
    "document": "dokumen",
    "actors": "pihak pada",
}
EMPTY = (
    "Buku masih kosong. Buka tab **Kandidat** di halaman Replikasi dan pilih *Mulai kerja sama*, "
    "atau pakai tombol **Catatan baru** di atas."
)
METHOD = "Terlambat: tanggal rencana tahap berikutnya sudah lewat dan tanggal nyatanya belum diisi."


def headline(rows: pd.DataFrame, name: str | None) -> str:
    """How many cooperations there are, and how many are late."""
    whose = f" yang melibatkan {name}" if name else ""
    if rows.empty:
        return f"Buku replikasi: belum ada kerja sama{whose}"
    late = int((rows["late_days"] > 0).sum())
    told = f"{words.whole(late)} terlambat" if late else "tidak ada yang terlambat"
    return f"Buku replikasi: {words.whole(len(rows))} kerja sama{whose}, {told}"


def pair(row: Mapping) -> str:
    """ "Banjar ← HSS"; one's own innovation has no giver."""
    if words.missing(row["giver"]):
        return f"{row['receiver']} (inovasi sendiri)"
    return f"{row['receiver']} ← {row['giver']}"


def lateness(row: Mapping, names: Mapping[int, str]) -> str:
    """ "terlambat 12 hari di Kesepakatan: menunggu paraf"; nothing when it is not late."""
    if not row["late_days"]:
        return ""
    why = row["next_delay"]
    reason = "sebab belum diisi" if words.missing(why) else str(why)
    return f"terlambat {words.whole(row['late_days'])} hari di {names[row['next_place']]}: {reason}"


def coming(row: Mapping, names: Mapping[int, str]) -> str:
    """What is planned next."""
    if words.missing(row["next_planned"]):
        return "tanggal berikutnya belum direncanakan"
    return f"{names[row['next_place']]} {words.date(row['next_planned'])}"


def locked(row: Mapping, today: pd.Timestamp) -> str:
    """Until when it may not be closed, and why."""
    basis = row["lock_basis"]
    rule = "dasar hukum belum diisi" if words.missing(basis) else str(basis)
    months = words.whole(row["lock_months"])
    if words.missing(row["lock_until"]):
        return f"Masa wajib jalan {months} bulan dihitung sejak mulai berjalan ({rule})."
    if pd.Timestamp(row["lock_until"]) > today:
        return f"Terkunci sampai {words.date(row['lock_until'])}, {months} bulan berjalan ({rule})."
    return f"Masa wajib jalan {months} bulan terpenuhi pada {words.date(row['lock_until'])}."


def field(name: str, steps: Mapping[str, str], documents: Mapping[str, str]) -> str:
    """A field of the book as a reader knows it: "real.visit" is "nyata Penjajakan/kunjungan"."""
    kind, _, which = name.partition(".")
    if not which:
        return FIELD.get(name, name)
    named = {"document": documents, "actors": STAGE}.get(kind, steps)
    return f"{PREFIX.get(kind, kind)} {named.get(which, which)}"


def first_letter_large(told: str) -> str:
    return told[:1].upper() + told[1:]


def no_record(wanted: str, simulated: bool) -> str:
    """A link to a record that is not here."""
    kept = "simulasi" if simulated else "terbitan"
    return (
        f"Catatan '{words.escape(wanted[:40])}' tidak ada di buku untuk data {kept}. Periksa "
        "tautannya, ganti pilihan Data, atau kembali ke papan."
    )


def timeline(shown: pd.DataFrame, every: pd.DataFrame) -> str:
    """What the timeline finds."""
    late = int((shown["late_days"] > 0).sum())
    part = "" if len(shown) == len(every) else f" dari {words.whole(len(every))}"
    return (
        f"{words.whole(len(shown))}{part} kerja sama bertanggal; **{words.whole(late)}** melewati "
        "tanggal rencananya. Klik sebuah tanda untuk membuka catatannya."
    )
