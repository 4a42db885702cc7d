"""The files inside a zip of many, one after another, nothing written to disk."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from data.importing import zips
from data.importing.containers import told_apart
from data.importing.limits import MAX_FILE, MB, SPLIT, Refusal

NESTED = Refusal("ZIP di dalam ZIP tidak dibuka", "keluarkan isinya, lalu kemas dalam satu ZIP")
LITTER = ("~$", ".", "__MACOSX", "Thumbs.db", "desktop.ini")


@dataclass(frozen=True)
class Member:
    """One file of an archive: its name to show (told apart by "(2)"), and how to read it."""

    name: str
    archive: zipfile.ZipFile
    entry: zipfile.ZipInfo
    allowance: zips.Allowance

    def read(self) -> bytes:
        """Its bytes; a Refusal for too many."""
        if self.entry.file_size > MAX_FILE:
            raise Refusal(f"lebih besar dari {MAX_FILE // MB} MB", SPLIT)
        held = io.BytesIO()
        for piece in zips.chunks(self.archive, self.entry, self.allowance):
            held.write(piece)
        return held.getvalue()


def listed(data: bytes, allowance: zips.Allowance) -> Iterator[tuple[int, int, Member]]:
    """Place from 0, how many there are, and each member that a person put there."""
    with zips.opened(data) as archive:
        entries = [entry for entry in archive.infolist() if _meant(entry)]
        if not entries:
            raise Refusal(
                "arsip ZIP kosong", "masukkan berkas XLSX, XLS, ODS, atau CSV ke dalamnya"
            )
        names = told_apart([entry.filename for entry in entries])
        for place, (name, entry) in enumerate(zip(names, entries, strict=True)):
            yield place, len(entries), Member(name, archive, entry, allowance)


def _meant(entry: zipfile.ZipInfo) -> bool:
    """Whether an entry is a file of a person, not a folder, lock or litter of a system."""
    parts = entry.filename.replace("\\", "/").split("/")
    return bool(parts[-1]) and not any(
        part.startswith(LITTER) for part in parts if part not in {".", ".."}
    )
