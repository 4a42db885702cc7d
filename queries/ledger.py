"""What a record of the ledger must keep to, whoever writes it, and what it proves.

A record is a mapping of fields to text as the book holds it (data/book.sql): dates are ISO dates,
"planned.visit" and "real.visit" the dates of a step, "actors.design" who took part in a stage.
"""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

import pandas as pd

KINDS = ("replikasi", "aksi perubahan", "lainnya")
LOCKED_KINDS = KINDS[:2]
AGREEMENTS = ("PKS", "MoU", "Surat replikasi")
STAGES = ("design", "implementation", "evaluation")
ACTORS = ("akademisi", "bisnis", "komunitas", "pemerintah", "media")
FIRST_DAY, LAST_DAY = datetime.date(2000, 1, 1), datetime.date(2099, 12, 31)


@dataclass(frozen=True)
class Record:
    """One record as it would stand after a change.

    Attributes:
        fields: value by field, empty ones left out.
        names: name by step, in order.
        today: no real date lies after it.
        lock_months: how long a copied innovation must run before it is closed.
    """

    fields: Mapping[str, str]
    names: Mapping[str, str]
    today: datetime.date
    lock_months: int

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
    rules = (identity, dates_in_range, nothing_real_ahead, order_of_steps, one_year, lock)
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


def dates_in_range(record: Record) -> Iterator[str]:
    for field in record.fields:
        if field.startswith(("planned.", "real.")) or field.endswith("_date"):
            day = record.date(field)
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
        until = f"{record.free_on:%d/%m/%Y}" if record.free_on else "mulai berjalan"
        yield (
            f"Kerja sama ini terkunci: belum {record.lock_months} bulan berjalan (sampai {until}). "
            "Isi alasan dan dasar hukum penutupan, atau tutup setelah masanya lewat."
        )


def copied(agreed: pd.DataFrame, recorded: pd.DataFrame) -> pd.DataFrame:
    """How many different governments copied an innovation, by the book and by what is published.

    Args:
        agreed: rows of `ledger/agreed.sql`.
        recorded: rows of `replications.sql`, with giver_code and giver.

    Returns:
        One row per giver and innovation, most copied first: giver_code, giver, innovation_id,
        innovation, receivers (names, "; " between), regencies (how many different), level (of the
        row "Replikasi": 1, 2 or 3), in_book (how many of them are in the book).
    """
    published = recorded[recorded["status"].isin(["komitmen", "direplikasi"])]
    published = published[published["receiver_code"].notna() & published["innovation_id"].notna()]
    columns = ["giver_code", "giver", "innovation_id", "innovation", "receiver_code", "receiver"]
    rows = pd.concat(
        [agreed[columns].assign(book=1), published[columns].assign(book=0)], ignore_index=True
    )
    rows = rows.assign(
        subject=rows["innovation_id"].fillna(rows["giver"] + rows["innovation"].str.lower()),
        by=rows["receiver_code"].fillna(rows["receiver"].str.lower()),
    ).drop_duplicates(["subject", "by"])
    found = rows.groupby("subject", sort=False).agg(
        giver_code=("giver_code", "first"),
        giver=("giver", "first"),
        innovation_id=("innovation_id", "first"),
        innovation=("innovation", "first"),
        receivers=("receiver", "; ".join),
        regencies=("by", "nunique"),
        in_book=("book", "sum"),
    )
    return (
        found.assign(level=found["regencies"].clip(upper=3))
        .sort_values(["regencies", "innovation"], ascending=[False, True])
        .reset_index(drop=True)
    )


def actor_level(fields: Mapping[str, str], level2_from: float, level3_from: float) -> int:
    """Which level of "Keterlibatan aktor inovasi" the parties of all stages together reach.

    Args:
        level2_from, level3_from: how many different parties the levels ask; level 1 asks one less
            than level 2.
    """
    parties = parties_of(fields)
    steps = (level2_from - 1, level2_from, level3_from)
    return sum(len(parties) >= least for least in steps)


def parties_of(fields: Mapping[str, str]) -> set[str]:
    return {party for stage in STAGES for party in fields.get(f"actors.{stage}", "").split()}
