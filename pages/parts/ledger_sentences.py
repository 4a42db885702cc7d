"""What the page of cooperations says: how far each is, what is late, until when it is locked."""

import textwrap
from collections.abc import Mapping

import pandas as pd

from pages.parts import words
from queries import ledger

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
    """What is planned next; nothing comes after the last step."""
    if closed(row, names):
        return "selesai"
    if words.missing(row["next_planned"]):
        return "tanggal berikutnya belum direncanakan"
    return f"{names[row['next_place']]} {words.date(row['next_planned'])}"


def closed(row: Mapping, names: Mapping[int, str]) -> bool:
    """Whether it has reached the last step."""
    return row["place"] == max(names)


def locked(row: Mapping, names: Mapping[int, str], today: pd.Timestamp) -> str:
    """Until when it may not be closed, and why."""
    if closed(row, names):
        return f"Ditutup pada {words.date(row['reached_on'])}."
    if row["born_of"] not in ledger.LOCKED_KINDS:
        return "Inovasi yang bukan replikasi atau aksi perubahan tidak punya masa wajib jalan."
    if not row["lock_months"]:
        return "Daerah ini tidak menetapkan masa wajib jalan (0 bulan)."
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
    kept = "simulasi" if simulated else "terbitan dan resmi"
    return (
        f"Catatan '{words.escape(wanted[:40])}' tidak ada di buku untuk data {kept}. Periksa "
        "tautannya, ganti pilihan Data, atau kembali ke papan."
    )


def shortened(name: str, longest: int) -> str:
    """A name cut at the end of a word, with "…" where something is missing."""
    cut = textwrap.shorten(name, longest, placeholder="…")
    return cut if cut != "…" else f"{name[: longest - 1]}…"
