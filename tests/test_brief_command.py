"""`python -m data brief` writes documents without a browser, whole or not at all."""

import datetime
from contextlib import suppress
from io import BytesIO
from urllib.parse import parse_qs, urlparse

import openpyxl
import pytest

import queries
from data import __main__ as door
from data import book, book_shelf
from data.errors import DataError
from pages.parts import brief_command, brief_files, brief_records, words
from pages.parts.brief_facts import PROVINCE
from pages.parts.brief_made import Maker
from tests import noting

pytestmark = pytest.mark.usefixtures("published", "simulated")
DAY = datetime.date(2026, 11, 25)
ADDRESS = "https://inovasi.contoh.go.id"
COPY = {
    "dataset": "terbitan", "born_of": "replikasi", "innovation": "SATU", "receiver_code": "6310",
    "receiver": "Tanah Bumbu", "giver_code": "6303", "giver": "Banjar",
    "planned.visit": "2026-12-01",
}  # fmt: skip


@pytest.fixture(autouse=True)
def own_book(tmp_path, monkeypatch):
    monkeypatch.setenv("INOVASI_BANUA_BOOK", str(tmp_path / "buku"))


def brief(folder, *more: str) -> int:
    return door.main(["brief", "--format", "xlsx", f"--out={folder}", *more])


def unheard(_message: str) -> None:
    """Nobody reads what is told."""


def test_a_regency_s_file_lies_in_a_folder_made_for_it_and_its_path_is_told(tmp_path, capsys):
    assert brief(tmp_path / "baru" / "lagi", "--regency", "Tanah Bumbu") == 0
    path = tmp_path / "baru" / "lagi" / "taklimat-kabupaten-tanah-bumbu-angka.xlsx"
    assert capsys.readouterr().out.split() == [str(path)]
    assert openpyxl.load_workbook(path)["Ringkasan"]["A2"].value.startswith("Kabupaten Tanah Bumbu")


@pytest.mark.parametrize("name", ["Tanah Bumbu", "tanah  bumbu", "Kabupaten Tanah Bumbu", "6310"])
def test_a_regency_is_known_by_each_of_its_names(published, name):
    regencies = queries.ask(published, "regencies").set_index("code")
    assert brief_command.code_of(name, regencies) == "6310"


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (["--regency", "Tanah Abang"], "Tanah Laut, Kotabaru, Banjar"),
        (["--regency", "Tapin", "--format", "docx"], "pdf, report, pptx, xlsx"),
        (["--regency", "Tapin", "--year", "1999"], "2021"),
        (["--regency", "Tapin", "--sector", "Sihir"], "Pendidikan"),
        (["--regency", "Tapin", "--address", "javascript:alert(1)"], "https://"),
        ([], "--province"),
    ],
)
def test_a_word_that_is_not_known_ends_it_with_what_to_choose_from(tmp_path, capsys, asked, told):
    assert brief(tmp_path, *asked) == 1
    heard = capsys.readouterr()
    assert "Perbaikan:" in heard.err
    assert told in heard.err
    assert not heard.out
    assert not list(tmp_path.glob("*.xlsx"))


def test_a_file_that_is_there_is_replaced_and_nothing_lies_beside_it(tmp_path):
    path = tmp_path / "taklimat-provinsi-kalimantan-selatan-angka.xlsx"
    path.write_bytes(b"lama")
    assert brief(tmp_path, "--province") == 0
    assert path.read_bytes()[:2] == b"PK"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_fails_half_way_leaves_the_one_before(tmp_path):
    path = tmp_path / "laporan.pdf"
    path.write_bytes(b"lama")
    with suppress(ZeroDivisionError), brief_command.fresh(path) as file:
        file.write(b"baru")
        raise ZeroDivisionError
    assert path.read_bytes() == b"lama"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_cannot_be_is_told_with_the_fix(tmp_path):
    (tmp_path / "berkas").write_text("bukan folder")
    with (
        pytest.raises(DataError, match=r"tidak dapat ditulis.*--out"),
        brief_command.fresh(tmp_path / "berkas" / "a.pdf"),
    ):
        pass


def test_made_up_data_says_so_in_the_name_and_inside(tmp_path):
    assert brief(tmp_path, "--province", "--dataset", "simulasi") == 0
    path = tmp_path / "taklimat-simulasi-provinsi-kalimantan-selatan-angka.xlsx"
    book = openpyxl.load_workbook(path)
    assert all(sheet["A1"].value == words.SIMULATED for sheet in book.worksheets)


def test_the_link_back_carries_what_was_chosen_in_the_controls_own_words():
    with Maker("terbitan", ADDRESS + "/", DAY, unheard) as maker:
        maker.year, maker.sector = 2024, "01"
        link = urlparse(maker.link("6310"))
        assert link._replace(query="").geturl() == f"{ADDRESS}/briefing"
        assert parse_qs(link.query) == {
            "dataset": ["Terbitan (bersumber)"],
            "regency": ["Tanah Bumbu"],
            "year": ["2024"],
            "sector": ["Pendidikan"],
        }
        assert "scope_of_brief=Provinsi" in maker.link(PROVINCE)


def test_without_a_ledger_there_is_none_afterwards_either(tmp_path):
    assert brief(tmp_path, "--province") == 0
    assert not book_shelf.file().exists()


def test_cooperations_and_the_note_of_the_editors_come_from_the_ledger():
    noting.recorded(COPY)
    book.write("daerah-6310", 0, "menulis catatan", {"brief_note.terbitan": "Ingat."}, "penguji")
    with Maker("terbitan", ADDRESS, DAY, unheard) as maker:
        facts = maker.brief("6310")
        assert facts.board["innovation"].tolist() == ["SATU"]
        assert facts.note == "Ingat."
        assert maker.brief("6301").note == ""
    assert brief_records.notes(["6310"], simulated=True) == {}


def test_a_ledger_that_cannot_be_read_is_told_and_the_briefing_made_without_it(tmp_path, capsys):
    noting.recorded(COPY)
    book_shelf.file().write_bytes(b"bukan buku")
    assert brief(tmp_path, "--province") == 0
    assert "Tanpa kerja sama dan catatan" in capsys.readouterr().err


def test_every_kind_of_document_has_a_name_of_its_own(tmp_path):
    with Maker("terbitan", ADDRESS, DAY, unheard) as maker:
        facts = maker.brief(PROVINCE)
    names = [brief_files.name(facts, kind) for kind in brief_files.KINDS]
    assert len(set(names)) == len(brief_files.KINDS)
    content = brief_files.made("xlsx", facts)
    assert openpyxl.load_workbook(BytesIO(content)).sheetnames[0] == "Ringkasan"
