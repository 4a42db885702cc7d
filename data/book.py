"""The book of replication: who changed what of a cooperation, and when. Nothing in it is ever lost.

    revision = book.write("buku-0123456789ab", 3, "jadwal diubah", {"planned.visit": "2026-12-01"},
                          who="perencana@tanahbumbukab.go.id")
    with book.opened() as db:
        queries.ask(db, "ledger/board", …)

A change is an event with the fields it sets (None clears one); the state is a view that folds them.
Every event has the number of the one before it plus one. So of two who have read the same revision
the second is refused, and nothing is overwritten.
"""

import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import NamedTuple

import duckdb

from data import book_backup, book_refusal
from data.book_damage import UnreadableBookError, inaccessible, refused
from data.book_opening import BusyBookError, opened
from data.book_shelf import stamp
from data.errors import DataError

__all__ = [
    "BusyBookError",
    "StaleError",
    "UnreadableBookError",
    "new_record_id",
    "opened",
    "stamp",
    "write",
]


class StaleError(DataError):
    """Somebody else has written since `base` was read; nothing of this change is written."""

    def __init__(self, subject: str, base: int):
        super().__init__(
            f"Catatan {subject} sudah diubah orang lain sejak Anda membacanya (revisi {base}); "
            "tidak ada yang ditimpa. Perbaikan: muat ulang, lihat perubahannya, lalu ulangi."
        )
        self.subject, self.base = subject, base


class Event(NamedTuple):
    """One row of the table event; `written_at` is UTC without a zone."""

    subject: str
    revision: int
    written_at: datetime
    who: str
    what: str


def new_record_id() -> str:
    return f"buku-{secrets.token_hex(6)}"


def write(
    subject: str,
    base: int,
    what: str,
    values: Mapping[str, str | None],
    who: str,
    now: datetime | None = None,
    read_at: datetime | None = None,
) -> int:
    """Add one event in one transaction; when this returns, it is on the disk.

    Args:
        subject: "buku-<12 hex>" (a record) or "daerah-<4 digits>" (settings of a regency).
        base: the revision the change is based on; 0 for a new subject.
        what: what happened, in a few Indonesian words.
        values: new text by field, None to clear it. Without any, the event itself is what matters.
        who: e-mail address or name of whoever writes.
        now: when, with its zone; the present unless given.
        read_at: when revision `base` was written, as it was read (`updated_at` of the view record);
            UTC if without a zone. After a restore another event can have the number of one that
            a page still shows; its time tells the two apart.

    Returns:
        The new revision, base + 1.

    Raises:
        StaleError: the subject is not at `base` (any more), or that is not what was read.
        DataError: a text breaks a promise of book.sql; or as in `opened()`.
    """
    written_at = (now or datetime.now(UTC)).astimezone(UTC).replace(tzinfo=None)
    event = Event(subject, base + 1, written_at, who, what)
    book_refusal.check_signs({"who": who, "what": what, "subject": subject, **values})
    book_backup.of_the_day()
    book_backup.fold()
    with opened() as db:
        try:
            with first(subject, base):
                db.begin()
                check_ground(db, subject, base, read_at)
                put(db, event, values)
                db.commit()
        except duckdb.ConstraintException:
            db.rollback()
            raise refusal(db, event, values) from None
    return event.revision


@contextmanager
def first(subject: str, base: int) -> Iterator[None]:
    """The key of event is the last word on who was first: in a statement, or only at its commit."""
    try:
        yield
    except duckdb.TransactionException as error:
        if refused(error):  # the commit of a full disk
            raise inaccessible() from error
        raise StaleError(subject, base) from None
    except duckdb.ConstraintException as error:
        if "uplicate key" in str(error):
            raise StaleError(subject, base) from None
        raise


def check_ground(
    db: duckdb.DuckDBPyConnection, subject: str, base: int, read_at: datetime | None
) -> None:
    """Raises StaleError unless the subject is at `base`, and that is the event that was read."""
    revision, written_at = last(db, subject)
    if read_at and read_at.tzinfo:
        read_at = read_at.astimezone(UTC).replace(tzinfo=None)
    if revision != base or (base and read_at and written_at != read_at):
        raise StaleError(subject, base)


def last(db: duckdb.DuckDBPyConnection, subject: str) -> tuple[int, datetime | None]:
    """The last revision of a subject and when it was written; 0 and None when it has none."""
    found = db.execute(
        "select max(revision), max_by(written_at, revision) from event where subject = $subject",
        {"subject": subject},
    ).fetchone()
    return (found[0], found[1]) if found and found[0] else (0, None)


def put(db: duckdb.DuckDBPyConnection, event: Event, values: Mapping[str, str | None]) -> None:
    """Event and values into the transaction that is open."""
    db.execute("insert into event values (?, ?, ?, ?, ?)", event)
    if values:
        db.execute(
            "insert into event_value"
            " select $subject, $revision, unnest($fields::text[]), unnest($texts::text[])",
            {
                "subject": event.subject,
                "revision": event.revision,
                "fields": list(values),
                "texts": list(values.values()),
            },
        )


def refusal(
    db: duckdb.DuckDBPyConnection, event: Event, values: Mapping[str, str | None]
) -> DataError:
    """The first text that breaks a promise: DuckDB names the rule, so each is tried alone."""
    for given in ({}, *({field: text} for field, text in values.items())):
        message = ""
        db.begin()
        try:
            put(db, event, given)
        except duckdb.ConstraintException as error:
            message = str(error)
        db.rollback()
        if message:
            return book_refusal.told(db, event._asdict(), given, message)
    raise AssertionError("texts refused together were accepted one by one")
