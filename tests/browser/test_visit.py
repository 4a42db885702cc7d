"""The note of a visit in a real browser: what was typed last is in the file."""

import io

import docx
import pypdf


def pressed(window, label: str) -> bytes:
    """The file behind a button, as the browser gets it."""
    with window.page.expect_download(timeout=20_000) as waiting:
        window.page.get_by_role("link", name=label).click()
    return waiting.value.path().read_bytes()


def test_what_was_typed_last_is_in_the_file(browse):
    window = browse("/candidates?look=Nota+kunjungan&host=Banjar")
    window.page.get_by_label("Tujuan").fill("Melihat layanan jemput bola dari dekat.")
    paper = docx.Document(io.BytesIO(pressed(window, "DOCX")))
    assert any("jemput bola dari dekat" in part.text for part in paper.paragraphs)
    window.page.get_by_label("Tujuan").fill("Belajar cara menghitung biaya.")
    pages = pypdf.PdfReader(io.BytesIO(pressed(window, "PDF"))).pages
    assert "Belajar cara menghitung biaya" in pages[0].extract_text()
    assert window.outside == []
