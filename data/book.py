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

from data import book_backup, refusals
from data.book_holding import UnreadableBookError
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
WORDS = {"subject": "pokok", "who": "penulis", "what": "peristiwa", "revision": "revisi"}
SHOWN = 60  # signs of a refused text in a message


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
) -> int:
    """Add one event in one transaction; when this returns, it is on the disk.

    Args:
        subject: "buku-<12 hex>" (a record) or "daerah-<4 digits>" (settings of a regency).
        base: the revision the change is based on; 0 for a new subject.
        what: what happened, in a few Indonesian words.
        values: new text by field, None to clear it. Without any, the event itself is what matters.
        who: e-mail address or name of whoever writes.
        now: when, with its zone; the present unless given.

    Returns:
        The new revision, base + 1.

    Raises:
        StaleError: the subject is not at `base` (any more).
        DataError: a text breaks a promise of book.sql; or as in `opened()`.
    """
    written_at = (now or datetime.now(UTC)).astimezone(UTC).replace(tzinfo=None)
    event = Event(subject, base + 1, written_at, who, what)
    check_signs({"who": who, "what": what, "subject": subject, **values})
    book_backup.of_the_day()
    book_backup.fold()
    with opened() as db:
        if revision(db, subject) != base:
            raise StaleError(subject, base)
        try:
            with first(subject, base):
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
    except duckdb.TransactionException:
        raise StaleError(subject, base) from None
    except duckdb.ConstraintException as error:
        if "uplicate key" in str(error):
            raise StaleError(subject, base) from None
        raise


def revision(db: duckdb.DuckDBPyConnection, subject: str) -> int:
    """The last revision of a subject; 0 when it has none."""
    found = db.execute(
        "select coalesce(max(revision), 0) from event where subject = $subject",
        {"subject": subject},
    ).fetchone()
    return found[0] if found else 0


def put(db: duckdb.DuckDBPyConnection, event: Event, values: Mapping[str, str | None]) -> None:
    """Event and values into a new transaction, which is left open."""
    db.begin()
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


def check_signs(texts: Mapping[str, str | None]) -> None:
    """Half a sign (a lone surrogate) cannot be written as UTF-8, by nobody."""
    for name, text in texts.items():
        try:
            f"{name}{text}".encode()
        except UnicodeEncodeError:
            seen = name.encode("ascii", "replace").decode()
            raise refused(seen, "teks", "ketik ulang; ada tanda yang rusak") from None


def refusal(
    db: duckdb.DuckDBPyConnection, event: Event, values: Mapping[str, str | None]
) -> DataError:
    """The first text that breaks a promise: DuckDB names the rule, so each is tried alone."""
    for given in ({}, *({field: text} for field, text in values.items())):
        message = ""
        try:
            put(db, event, given)
        except duckdb.ConstraintException as error:
            message = str(error)
        db.rollback()
        if message:
            return told(db, event, given, message)
    raise AssertionError("texts refused together were accepted one by one")


def told(
    db: duckdb.DuckDBPyConnection, event: Event, given: Mapping[str, str | None], message: str
) -> DataError:
    if given:
        [(field, text)] = given.items()
        _, _, fix = refusals.explain(
            db, "event_value", {"field": field, "value": shortened(text)}, message
        )
        return refused(field, shortened(text), fix)
    cells = event._asdict()
    column, _, fix = refusals.explain(db, "event", cells, message)
    return refused(WORDS.get(column or "", "peristiwa"), shortened(cells.get(column or "")), fix)


def shortened(text: object) -> str:
    said = str(text)
    return said if len(said) <= SHOWN else f"{said[:SHOWN]}…"


def refused(name: str, text: str, fix: str) -> DataError:
    return DataError(f"Isian {name}: '{text}' tidak diterima. Perbaikan: {fix}.")
