"""From a file at hand to figures on every page: the guide, with pictures of the very pages."""

import re
from pathlib import Path

import streamlit as st

from data.importing import checks, vocabulary
from pages.parts import access
from pages.parts.method import Prose

HERE = Path(__file__).parent
TEXT = HERE / "import_guide.md"
PICTURES = {
    "unggah": "Bagian Impor: kotak unggah dengan tombol Pilih berkas, di bawahnya pilihan tahun "
    "dan daerah untuk berkas yang tidak menyebutnya.",
    "cocok": "Pencocokan: tabel lembar dengan jenis yang dikenali dan jumlah kolom terpakai.",
    "temuan": "Temuan: satu baris ditolak karena parameter di luar 0–3, dan beberapa yang perlu "
    "diperiksa, masing-masing dengan tempat, isi, alasan, dan saran.",
    "pratinjau": "Pratinjau: perubahan per daerah, lalu indeks dan peringkat sebelum dan sesudah.",
}
"""What a picture shows, for who does not see it; by the name of its file in guide/."""


def draw(view: access.View) -> None:
    """The text, with a picture where a comment names one."""
    rows = vocabulary.load().rows.values()
    spd = sum(row.grouping == "SPD" for row in rows)
    text = Prose(TEXT.read_text(encoding="utf-8")).substitute(
        year=view.data_year, spd=spd, window=checks.WINDOW, alike=checks.ALIKE
    )
    for piece in re.split(r"<!-- (\w+) -->", text):
        if piece in PICTURES:
            st.image(HERE / "guide" / f"{piece}.png", alt=PICTURES[piece])
        else:
            st.markdown(piece)
