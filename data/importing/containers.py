"""What the bytes of a file are, whatever it is called, and whether it is safe to open."""

import re
import unicodedata
from collections import Counter
from pathlib import PurePosixPath

from data.importing import zips
from data.importing.limits import SAVE_AS, Refusal

# Kinds that are read, and the endings they go by.
ENDINGS = {
    "xlsx": {".xlsx", ".xlsm", ".xltx", ".xltm"},
    "xls": {".xls", ".xlt"},
    "ods": {".ods", ".ots"},
    "csv": {".csv", ".txt", ".tsv"},
    "zip": {".zip"},
}
LABELS = {"xlsx": "XLSX", "xls": "XLS", "ods": "ODS", "csv": "teks CSV", "zip": "arsip ZIP"}
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# The record that says an XLS is encrypted, after its first (and one that says who may write):
# calamine tells such a file from a damaged one only by its ending, which we do not go by.
FILEPASS = re.compile(
    rb"\x09\x08(?:\x10\x00.{16}|\x08\x00.{8})(?:\x86\x00\x00\x00)?\x2f\x00", re.DOTALL
)
STRANGERS = {
    b"%PDF": "PDF",
    b"\x89PNG": "gambar PNG",
    b"\xff\xd8\xff": "gambar JPEG",
    b"{\\rtf": "dokumen RTF",
    b"7z\xbc\xaf": "arsip 7z",
    b"Rar!": "arsip RAR",
    b"\x1f\x8b": "arsip gzip",
}
MARKUP = (b"<!doctype", b"<html", b"<table", b"<?xml", b"<?mso", b"<head", b"<meta")
TAKEN = "unggah berkas XLSX, XLS, ODS, CSV, atau ZIP berisi berkas itu"
PASSWORD = Refusal(
    "berkas dilindungi kata sandi",
    "buka dengan kata sandinya, simpan ulang tanpa kata sandi, lalu unggah lagi",
)
# A text file has hardly any control characters (share, and a few); random bytes, one in ten.
MAX_CONTROLS, A_FEW = 0.02, 4
CONTROLS = bytes(set(range(32)) - {9, 10, 12, 13})


def kind(data: bytes) -> str:
    """What the bytes are: "xlsx", "xls", "ods", "csv" or "zip"; a Refusal for anything else."""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return zips.kind(data)
    if data.startswith(OLE):
        return _ole(data)
    for magic, label in STRANGERS.items():
        if data.startswith(magic):
            raise Refusal(f"isinya {label}, bukan lembar kerja", TAKEN)
    if data[:2000].lstrip(b"\xef\xbb\xbf\r\n\t ").lower().startswith(MARKUP):
        raise Refusal("isinya halaman web atau XML, bukan lembar kerja", SAVE_AS)
    if not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        _refuse_binary(data)
    return "csv"


def _ole(data: bytes) -> str:
    def has(name: str) -> bool:
        return name.encode("utf-16-le") in data

    if has("EncryptedPackage") or FILEPASS.search(data):
        raise PASSWORD
    if has("Workbook") or has("Book"):
        return "xls"
    raise Refusal("isinya dokumen Office lama, bukan buku kerja Excel", TAKEN)


def _refuse_binary(data: bytes) -> None:
    sample = data[: 1 << 20]
    if sample[1::2].count(0) > len(sample) // 5 or sample[::2].count(0) > len(sample) // 5:
        raise Refusal(
            "teks UTF-16 tanpa penanda, atau bukan teks sama sekali", "simpan sebagai CSV UTF-8"
        )
    controls = len(sample) - len(sample.translate(None, CONTROLS))
    if controls > A_FEW + MAX_CONTROLS * len(sample):
        raise Refusal("isinya bukan lembar kerja atau berkas rusak", TAKEN)


def misnamed(name: str, found: str) -> str | None:
    """Why the ending of a name does not fit what was found in the file; None if it does."""
    ending = PurePosixPath(name.lower()).suffix
    if ending in ENDINGS[found]:
        return None
    said = f"bernama {ending}" if ending else "tanpa akhiran nama"
    return f"berkas {said} tetapi isinya {LABELS[found]}; dibaca menurut isinya"


def display_name(name: str) -> str:
    """A file name to show: no folders, no control or direction characters, not too long."""
    plain = "".join(
        " " if unicodedata.category(letter)[0] == "Z" else letter
        for letter in name.replace("\\", "/")[-4000:]
        if unicodedata.category(letter)[0] != "C"
    )
    last = " ".join(plain.rstrip("/").rsplit("/", 1)[-1].split()).strip(" .")
    if len(last) > 120:
        last = last[:100] + "…" + last[-19:]
    return last or "tanpa nama"


def told_apart(names: list[str]) -> list[str]:
    """Names to show, the second of one name with "(2)": profiles of many offices are namesakes."""
    times: Counter[str] = Counter()
    shown = []
    for name in map(display_name, names):
        times[name] += 1
        path = PurePosixPath(name)
        again = f"{path.stem} ({times[name]}){path.suffix}"
        shown.append(name if times[name] == 1 else again)
    return shown
