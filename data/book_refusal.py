"""What a user reads when a text of an event breaks a promise of book.sql."""

from collections.abc import Mapping

import duckdb

from data import refusals
from data.errors import DataError

WORDS = {"subject": "pokok", "who": "penulis", "what": "peristiwa", "revision": "revisi"}
SHOWN = 60  # signs of a refused text in a message


def check_signs(texts: Mapping[str, str | None]) -> None:
    """Half a sign (a lone surrogate) cannot be written as UTF-8, by nobody."""
    for name, text in texts.items():
        try:
            f"{name}{text}".encode()
        except UnicodeEncodeError:
            seen = name.encode("ascii", "replace").decode()
            raise refused(seen, "teks", "ketik ulang; ada tanda yang rusak") from None


def told(
    db: duckdb.DuckDBPyConnection,
    cells: Mapping[str, object],
    given: Mapping[str, str | None],
    message: str,
) -> DataError:
    """The refusal of one field, or without one of the event itself, from what DuckDB said."""
    if given:
        [(field, text)] = given.items()
        _, _, fix = refusals.explain(
            db, "event_value", {"field": field, "value": shortened(text)}, message
        )
        return refused(field, shortened(text), fix)
    column, _, fix = refusals.explain(db, "event", dict(cells), message)
    return refused(WORDS.get(column or "", "peristiwa"), shortened(cells.get(column or "")), fix)


def shortened(text: object) -> str:
    said = str(text)
    return said if len(said) <= SHOWN else f"{said[:SHOWN]}…"


def refused(name: str, text: str, fix: str) -> DataError:
    return DataError(f"Isian {name}: '{text}' tidak diterima. Perbaikan: {fix}.")
