"""A book as tests fill it and read it back; each test has its folder by INOVASI_BANUA_BOOK."""

from collections.abc import Mapping

from data import book, book_shelf

RECORD = "buku-0123456789ab"


def add(base: int, note: str) -> int:
    """One more change of RECORD."""
    return book.write(RECORD, base, "mengubah", {"note": note}, "penguji")


def notes() -> list[tuple]:
    """Revision and note of every record."""
    with book.opened() as db:
        return db.execute("select revision, note from record order by all").fetchall()


def names() -> list[str]:
    """The backups' files, the newest first."""
    return [backup.name for backup in book_shelf.backups()]


def recorded(usual: Mapping[str, str | None], number: int = 1, **more: str | None) -> str:
    """A record of the usual fields and `more`; planned__visit stands for planned.visit."""
    subject = f"buku-{number:012x}"
    given = dict(usual) | {name.replace("__", "."): value for name, value in more.items()}
    book.write(subject, 0, "membuat", given, "penguji")
    return subject
