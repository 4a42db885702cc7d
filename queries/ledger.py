"""What a record of the ledger must keep to, whoever writes it, and what it proves.

A record is a mapping of fields to text as the book holds it (data/book.sql): dates are ISO dates,
"planned.visit" and "real.visit" the dates of a step, "actors.design" who took part in a stage.
"""

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

import pandas as pd

KINDS = ("replikasi", "aksi perubahan", "lainnya")
LOCKED_KINDS = KINDS[:2]
AGREEMENTS = ("PKS", "MoU", "Surat replikasi")
STAGES = ("design", "implementation", "evaluation")
ACTORS = ("akademisi", "bisnis", "komunitas", "pemerintah", "media")
LONGEST_LOCK = 120  # months
FIRST_DAY, LAST_DAY = datetime.date(2000, 1, 1), datetime.date(2099, 12, 31)


@dataclass(frozen=True)
class Record:
    """One record as it would stand after a change.

    Attributes:
        fields: value by field, empty ones left out.
        names: name by step, in order.
        regencies: name by code, of the province.
        today: no real date lies after it.
        lock_months: how long a copied innovation must run before it is closed.
        before: the fields as they stood, none of a new record.
    """

    fields: Mapping[str, str]
    names: Mapping[str, str]
    regencies: Mapping[str, str]
    today: datetime.date
    lock_months: int
    before: Mapping[str, str] = field(default_factory=dict)

    def date(self, field: str) -> datetime.date | None:
        held = self.fields.get(field)
        return datetime.date.fromisoformat(held) if held else None

    @property
    def kept(self) -> list[tuple[str, datetime.date]]:
        """The steps that were taken, each with its day, in the order of the steps."""
        found = [(step, self.date(f"real.{step}")) for step in self.names]
        return [(step, day) for step, day in found if day is not None]

    @property
    def free_on(self) -> datetime.date | None:
        """From when it may be closed: None while it does not run."""
        running = self.date("real.running")
        return None if running is None else after_months(running, self.lock_months)

    @property
    def locked_kind(self) -> bool:
        return self.fields.get("born_of") in LOCKED_KINDS


def after_months(day: datetime.date, months: int) -> datetime.date:
    """The same day so many months later, or the last day of that month."""
    return (pd.Timestamp(day) + pd.DateOffset(months=months)).date()


def refusals(record: Record) -> list[str]:
    """What is wrong with a record, each with its remedy, in Indonesian; empty when it may stand."""
    rules = (
        identity, sides, dates_in_range, nothing_real_ahead, order_of_steps, one_year, lock,
        still_locked,
    )  # fmt: skip
    return [told for rule in rules for told in rule(record)]


def identity(record: Record) -> Iterator[str]:
    """Who copies what from whom."""
    fields = record.fields
    if fields.get("born_of") not in KINDS:
        yield f"Asal inovasi belum dipilih. Pilih {', '.join(KINDS)}."
    if not fields.get("innovation"):
        yield "Nama inovasi kosong. Tulis nama inovasi yang dikerjakan."
    if not fields.get("receiver"):
        yield "Daerah penerima kosong. Pilih daerah, atau tulis nama daerah di luar provinsi."
    if fields.get("born_of") == "replikasi" and not fields.get("giver"):
        yield "Daerah pemberi kosong. Replikasi selalu punya daerah asal; pilih atau tulis namanya."
    if fields.get("receiver") and fields.get("receiver") == fields.get("giver"):
        yield "Penerima dan pemberi sama. Pilih dua daerah yang berbeda."
    kind = fields.get("agreement_kind")
    if kind and kind not in AGREEMENTS:
        yield f"Jenis perjanjian '{kind}' tidak dikenal. Pilih {', '.join(AGREEMENTS)}."


def sides(record: Record) -> Iterator[str]:
    """A regency of the province is chosen, not typed: typed twice it would count as two."""
    known = {plain(name): name for name in record.regencies.values()}
    for side, told in (("receiver", "penerima"), ("giver", "pemberi")):
        code, name = record.fields.get(f"{side}_code"), record.fields.get(side)
        if code and code not in record.regencies:
            yield f"Kode daerah {told} '{code}' tidak dikenal. Pilih daerah dari daftar."
        elif not code and name and plain(name) in known:
            yield (
                f"{known[plain(name)]} ada di daftar. Pilih di Daerah {told}, jangan ditulis "
                "sebagai nama."
            )


def plain(name: str) -> str:
    """A name however it is written: "Kab. Banjar" and "banjar" are one."""
    return re.sub(r"\W|^\s*(kabupaten|kab\b|kota\b)", "", name.casefold())


def dates_in_range(record: Record) -> Iterator[str]:
    for name in record.fields:
        if name.startswith(("planned.", "real.")) or name.endswith("_date"):
            day = record.date(name)
            if day and not FIRST_DAY <= day <= LAST_DAY:
                yield f"Tanggal {day.year} tidak masuk akal. Tulis tahun 2000 sampai 2099."


def nothing_real_ahead(record: Record) -> Iterator[str]:
    """What has happened happened before tomorrow."""
    for step, day in record.kept:
        if day > record.today:
            yield (
                f"Tanggal nyata {record.names[step]} belum lewat. Tulis di tanggal rencana dulu, "
                "dan isi tanggal nyata setelah terjadi."
            )


def order_of_steps(record: Record) -> Iterator[str]:
    """A step that was taken was taken no earlier than those before it."""
    for (before, earlier), (step, day) in pairwise(record.kept):
        if day < earlier:
            yield (
                f"{record.names[step]} bertanggal lebih awal daripada {record.names[before]}. "
                "Betulkan salah satu tanggal nyatanya."
            )


def one_year(record: Record) -> Iterator[str]:
    """It has run for the time the lock asks only when that time has passed."""
    day, free = record.date("real.running_year"), record.free_on
    if day and free is None:
        yield (
            f"{record.names['running_year']} perlu tanggal nyata {record.names['running']} dulu. "
            "Isi tanggal mulai berjalan."
        )
    elif day and free and day < free:
        yield (
            f"Masa wajib jalan {record.lock_months} bulan baru terpenuhi pada {free:%d/%m/%Y}. "
            f"Isi tanggal nyata {record.names['running_year']} pada hari itu atau sesudahnya."
        )


def lock(record: Record) -> Iterator[str]:
    """A copied innovation, or one born of a course, runs its time, or the reason is on file."""
    day = record.date("real.closed")
    if not day or not record.locked_kind:
        return
    early = record.free_on is None or day < record.free_on
    if early and not (record.fields.get("close_reason") and record.fields.get("close_basis")):
        why = (
            f"belum {record.lock_months} bulan berjalan (sampai {record.free_on:%d/%m/%Y})"
            if record.free_on
            else "belum pernah berjalan"
        )
        yield (
            f"Kerja sama ini terkunci: {why}. Isi alasan dan dasar hukum penutupan, atau tutup "
            "setelah masanya lewat."
        )


def still_locked(record: Record) -> Iterator[str]:
    """What runs under the lock does not get out of it by being called something else."""
    locked = record.before.get("born_of") in LOCKED_KINDS and "real.running" in record.before
    reasoned = record.fields.get("close_reason") and record.fields.get("close_basis")
    if locked and not record.locked_kind and not reasoned:
        yield (
            "Asal inovasi tidak dapat diganti setelah inovasi berjalan, karena masa wajib jalannya "
            "akan lepas. Kembalikan asalnya, atau isi dulu alasan dan dasar hukum penutupan pada "
            "tahap Ditutup."
        )


def lock_refusals(setting: Mapping[str, str], usual_months: int) -> list[str]:
    """What is wrong with the lock a regency sets, each with its remedy; empty when it may stand."""
    months = int(setting.get("lock_months", usual_months))
    if not 0 <= months <= LONGEST_LOCK:
        return [f"{months} bulan di luar rentang. Tulis 0 sampai {LONGEST_LOCK} bulan."]
    if months < usual_months and not setting.get("lock_basis"):
        return [
            f"Masa wajib jalan di bawah {usual_months} bulan perlu dasar hukum. Tulis nomor dan "
            "judul peraturannya."
        ]
    return []
