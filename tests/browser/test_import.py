"""A spreadsheet from the file dialog to figures on the first page, in a real browser."""

import io

import openpyxl
import pytest

from tests.browser.conftest import running

RESULTS = """Indeks Inovasi Daerah Tahun 2025
No;Kabupaten/Kota;Skor;Predikat;Peringkat
1;Kab. Banjar;70,10;Sangat Inovatif;1
2;Kabupaten Tapin;157,00;Inovatif;2
3;Kabupaten Tanah Bumbu;43,21;Inovatif;3
"""
FILE = {"name": "hasil 2025.csv", "mimeType": "text/csv", "buffer": RESULTS.encode("cp1252")}


@pytest.fixture(scope="module")
def own_server(built, tmp_path_factory):
    """A server whose book and versions no other test sees."""
    with running(built, INOVASI_BANUA_BOOK=str(tmp_path_factory.mktemp("book"))) as address:
        yield address


def test_a_spreadsheet_becomes_the_data_that_every_browser_sees(browse, own_server):
    reader = browse("/?regency=Tanah+Bumbu", at=own_server)
    window = browse("/sources?part=Impor", at=own_server)
    page = window.page
    page.locator("input[type=file]").set_input_files([FILE])
    page.get_by_text("1 ditolak, 0 perlu diperiksa").wait_for(timeout=30_000)
    window.settled()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Laporan temuan").click()
    report = openpyxl.load_workbook(io.BytesIO(waiting.value.path().read_bytes()))
    assert "157,00" in [cell.value for row in report["Temuan"].iter_rows() for cell in row]
    page.get_by_role("textbox", name="Asal berkas").fill("Bapperida Provinsi")
    page.get_by_role("textbox", name="Asal berkas").press("Enter")
    window.settled()
    page.get_by_role("button", name="Buat pratinjau").click()
    page.get_by_text("43,21 tercetak").wait_for(timeout=60_000)
    page.get_by_text("Terbitkan tanpa yang ditolak").click()
    window.settled()
    page.get_by_role("button", name="Terbitkan", exact=True).click()
    page.get_by_text("Terbit sebagai versi 1").wait_for(timeout=60_000)
    reader.open("/?regency=Tanah+Bumbu")
    assert "43,21" in reader.page.locator("[data-testid=stMain]").inner_text()
    assert window.outside == reader.outside == []
    assert window.complaints == reader.complaints == []
