"""Zip files of strangers: what they are, and what really comes out of them."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from data.importing.limits import (
    MAX_COLUMNS,
    MAX_ENTRIES,
    MAX_INFLATED,
    MAX_RATIO,
    MAX_ROWS,
    MB,
    RATIO_FROM,
    SAVE_AS,
    SPLIT,
    Refusal,
    whole,
)

CHUNK, OVERLAP = 1 << 20, 400
DIRECTORY_END = b"PK\x05\x06"
ENCRYPTED = 0x1
DTD = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
# Cells with something in them, far down or far right: the range between would be made whole.
LOW = re.compile(rb'<(?:\w+:)?c r="[A-Z]{1,4}([6-9]\d{4}|\d{6,})"(?:[^>]*[^/])?>')
RIGHT = re.compile(rb'<(?:\w+:)?c r="([A-Z]{3,}|O[K-Z]|[P-Z][A-Z])\d+"(?:[^>]*[^/])?>')
ERROR = re.compile(
    rb'<(?:\w+:)?c r="([A-Z]{1,3})(\d{1,7})"[^>]*\bt="e"[^>]*>(?:(?!</(?:\w+:)?c>).){0,300}?'
    rb"<(?:\w+:)?v>(#[^<]{1,20})<",
    re.DOTALL,
)
MAX_ERRORS = 10_000
BOMB = Refusal(
    f"isinya mengembang lebih dari {MAX_INFLATED // MB} MB saat dibuka (bom zip?)", SPLIT
)
TWICE = Refusal("dua bagian di dalamnya bernama sama; berkas rusak atau direkayasa", SAVE_AS)


@dataclass
class Allowance:
    """Bytes that may still come out of the zips of one import; declared sizes lie."""

    left: int = MAX_INFLATED


@dataclass
class Seen:
    """What passing once through a workbook's parts told.

    Attributes:
        names: of its parts.
        errors: part → "C7" → "#REF!", as calamine gives nothing for such cells.
        spanned: whether an ODS has merged cells.
    """

    names: list[str]
    errors: dict[str, dict[str, str]] = field(default_factory=dict)
    spanned: bool = False


def opened(data: bytes) -> zipfile.ZipFile:
    """A zip whose directory is of a size one can hold; a Refusal for others."""
    end = data.rfind(DIRECTORY_END, max(0, len(data) - 66_000))
    if end < 0 or len(data) < end + 22:
        raise Refusal("berkas terpotong: bagian akhirnya tidak ada", "salin atau unduh ulang")
    entries = int.from_bytes(data[end + 10 : end + 12], "little")
    size = int.from_bytes(data[end + 12 : end + 16], "little")
    if entries > MAX_ENTRIES or size > MAX_ENTRIES * 400:
        raise Refusal(f"berisi lebih dari {whole(MAX_ENTRIES)} berkas", SPLIT)
    return zipfile.ZipFile(io.BytesIO(data))


def kind(data: bytes) -> str:
    """What a zip is: "xlsx", "ods" or "zip" (of files); a Refusal for other workbooks."""
    with opened(data) as archive:
        names = {name.lower() for name in archive.namelist()}
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "xl/workbook.bin" in names:
        raise Refusal("berkas XLSB tidak dibaca", SAVE_AS)
    if {"mimetype", "content.xml"} <= names:
        return "ods"
    if "[content_types].xml" in names:
        raise Refusal("dokumen Office ini bukan buku kerja Excel", SAVE_AS)
    return "zip"


def chunks(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, allowance: Allowance
) -> Iterator[bytes]:
    """The bytes of one entry, counted as they come out; a Refusal once the allowance is spent."""
    if entry.flag_bits & ENCRYPTED:
        raise Refusal("isi ZIP dilindungi kata sandi", "kemas ulang tanpa kata sandi")
    if entry.file_size > allowance.left or _squeezed(entry):
        raise BOMB
    with archive.open(entry) as stream:
        while piece := stream.read(CHUNK):
            allowance.left -= len(piece)
            if allowance.left < 0:
                raise BOMB
            yield piece


def _squeezed(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > max(RATIO_FROM, MAX_RATIO * entry.compress_size)


def inspected(data: bytes, allowance: Allowance) -> Seen:
    """Pass through every part of a workbook once; a Refusal for what may not be opened."""
    with opened(data) as archive:
        seen = Seen(archive.namelist())
        if len({name.lower() for name in seen.names}) < len(seen.names):
            raise TWICE
        for entry in archive.infolist():
            for window in _windows(chunks(archive, entry, allowance)):
                _look(window, entry.filename, seen)
    return seen


def _windows(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Each piece with the end of the one before, so that nothing hides at the seam."""
    tail = b""
    for piece in pieces:
        yield tail + piece
        tail = piece[-OVERLAP:]


def _look(window: bytes, part: str, seen: Seen) -> None:
    if not part.lower().endswith((".xml", ".rels")):
        return
    if DTD.search(window):
        raise Refusal("memuat deklarasi DTD/entitas XML, yang tidak dibuka", SAVE_AS)
    if window.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Refusal("bagian XML-nya bukan UTF-8", SAVE_AS)
    seen.spanned |= part == "content.xml" and b"-spanned=" in window
    if "worksheets/" in part:
        _refuse_far(window)
        if b't="e"' in window:
            _errors(window, seen.errors.setdefault(part, {}))


def _refuse_far(window: bytes) -> None:
    if any(int(found[1]) > MAX_ROWS for found in LOW.finditer(window)):
        raise Refusal(f"lembar lebih panjang dari {whole(MAX_ROWS)} baris", SPLIT)
    if found := RIGHT.search(window):
        where = found[1].decode()[:5]
        raise Refusal(
            f"lembar lebih lebar dari {MAX_COLUMNS} kolom (ada isi di kolom {where})",
            "hapus isi di kanan tabel, atau bagi tabelnya",
        )


def _errors(window: bytes, errors: dict[str, str]) -> None:
    for letters, row, text in ERROR.findall(window):
        if len(errors) >= MAX_ERRORS:
            return
        errors[(letters + row).decode()] = text.decode("utf-8", "replace")
