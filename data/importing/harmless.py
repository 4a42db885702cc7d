"""Text of strangers in a file to take away: whole, but never a formula and never broken XML."""

import re

# As the reader takes it off (data.importing.cleaning): a sign more, also before one that is there.
GUARDED = re.compile(r"'+[=+\-@]")
RUNS = re.compile(r"[=+\-@\t\r]")
UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def seen(text: str) -> str:
    """A text without what XML cannot hold, its lines ended one way, its ends trimmed."""
    return UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def runs(text: str) -> bool:
    """Whether a spreadsheet would take a text for a formula."""
    return RUNS.match(text) is not None


def for_workbook(text: str) -> str:
    """A text for a string cell, as the importer reads it back.

    XlsxWriter takes a text from <r> to </r> for its own markup and writes it as it is: a space
    at the end, which the reader trims, keeps it text.
    """
    text = seen(text)
    if GUARDED.match(text):
        text = f"'{text}"
    return f"{text} " if text.startswith("<r>") and text.endswith("</r>") else text


def for_csv(text: str) -> str:
    """A text for a cell of a CSV, where only a sign before it can say that it is no formula."""
    text = seen(text)
    return f"'{text}" if runs(text) or GUARDED.match(text) else text
