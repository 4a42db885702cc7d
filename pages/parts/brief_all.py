"""Every regency's documents in one zip, one after the other, so that memory holds one at a time."""

import zipfile
from collections.abc import Callable, Sequence
from typing import IO

from pages.parts import brief_content, words
from pages.parts.brief_facts import Brief
from pages.parts.brief_files import KINDS, made, name
from pages.parts.brief_made import Maker

Progress = Callable[[int, int, str], None]
"""Told after each file: how many are done, of how many, and which."""
README = "README.txt"


def archive(
    file: IO[bytes], maker: Maker, codes: Sequence[str], kinds: Sequence[str], progress: Progress
) -> None:
    """Write the zip.

    Args:
        file: takes it; written to from start to end.
        maker: opened.
        codes: of regencies, or of the province.
        kinds: of KINDS.
    """
    total, done = len(codes) * len(kinds), 0
    names: list[str] = []
    with zipfile.ZipFile(file, "w") as box:
        for code in codes:
            brief = maker.brief(code)
            for kind in kinds:
                names.append(name(brief, kind))
                put(box, names[-1], made(kind, brief, maker.ask), maker)
                done += 1
                progress(done, total, names[-1])
        put(box, README, readme(brief, names, kinds).encode("utf-8-sig"), maker)


def put(box: zipfile.ZipFile, name: str, content: bytes, maker: Maker) -> None:
    """One file, dated like the briefing; documents are packed already and are not packed again."""
    day = maker.day
    box.writestr(zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0)), content)


def readme(brief: Brief, names: Sequence[str], kinds: Sequence[str]) -> str:
    """What is in the zip, of which dataset, of which day, and whether it is made up."""
    said = brief_content.content(brief)
    scope = dict(said.scope)
    lines = [
        *([said.mark, ""] if said.mark else []),
        "Taklimat inovasi daerah, Kalimantan Selatan",
        "",
        f"Data    : {scope['Data']} ({brief.about['name']}-{brief.about['fingerprint']})",
        f"Tahun   : {scope['Tahun']}",
        f"Urusan  : {scope['Urusan']}",
        f"Dibuat  : {scope['Dibuat']}",
        "Pembanding: empat daerah paling mirip strukturnya, bukan menurut kinerja.",
        "",
        "Jenis berkas",
        *(f"- {KINDS[kind].ending}: {KINDS[kind].told}" for kind in kinds),
        "",
        f"Isi: {words.whole(len(names))} berkas",
        *(f"- {one}" for one in names),
        "",
        "Sumber, lisensi, dan tautan ke halaman yang sama ada di dalam tiap dokumen.",
        "Kandidat adalah bahan pertimbangan, bukan rekomendasi. Kosong atau – berarti belum ada "
        "data.",
    ]
    return "\r\n".join(lines) + "\r\n"
