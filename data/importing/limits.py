"""How much of a stranger's file is read, and why no more: the written limits, and a refusal."""

MB = 1_000_000

# Streamlit holds an upload in memory; a national list of 36.000 innovations is 5 to 30 MB as XLSX.
MAX_FILE = 40 * MB
# All files of one import, as they lie in the parent while they are read.
MAX_FILES = 120 * MB
# What really comes out of one workbook or zip: a national list is 70 to 250 MB of XML.
MAX_INFLATED = 400 * MB
# Deflate can do 1.032:1; sheets of one repeated row reach about 100:1.
MAX_RATIO, RATIO_FROM = 300, 10 * MB
# Directory entries of a zip: 1.500 workbooks and their folders, with room.
MAX_ENTRIES = 5_000
# Sheets of one workbook (a province has 13 governments), and of one import (1.500 × 2, with room).
MAX_SHEETS, MAX_SHEETS_ALL = 200, 10_000
# One sheet: 36.000 innovations a year exist; indicator matrices have about 100 columns.
MAX_ROWS, MAX_COLUMNS = 60_000, 400
# All cells of one import: 36.000 × 45 is 1,6 million; 3 million stay under 1 GB in memory.
MAX_CELLS = 3 * MB
# All text of one import as Python holds it; 36.000 descriptions of 4.000 letters are 150 MB.
MAX_TEXT = 250 * MB
# One cell, as Excel has it.
MAX_CELL = 32_767
# Cells filled from the first of their merged range, in one workbook.
MAX_MERGED = 200_000
# One line of a CSV, in characters.
MAX_LINE = 2 * MB
# The child process: address space in bytes, seconds for one workbook and for one whole import.
# A national list of 36.000 × 45 needs 165 MB of it, the largest sheet allowed about 400 MB.
MEMORY = 600 * MB
SECONDS, SECONDS_ALL = 60, 240
# A child that died is started again this often; then the rest is left unread.
MAX_DEATHS = 20

SPLIT = "bagi berkas ini, misalnya satu berkas per kabupaten/kota, lalu unggah satu per satu"
SAVE_AS = "buka di Excel atau LibreOffice, simpan sebagai XLSX, lalu unggah lagi"


class Refusal(Exception):
    """A file or sheet that is not read; Indonesian clauses without a full stop.

    Attributes:
        reason: what is the matter.
        suggestion: what to do.
    """

    def __init__(self, reason: str, suggestion: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.suggestion = suggestion


def whole(number: int) -> str:
    """A whole number as Indonesian writes it: 60000 is "60.000"."""
    return f"{number:,}".replace(",", ".")
