"""The whole book goes out as CSV and comes back the same, or is refused with the place named."""

import csv
import io
import re
import shutil
import tempfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data import book, book_files, book_intake, book_shelf
from data.__main__ import main
from data.errors import DataError, RowError
from pages.parts import words

RECORD, OTHER = "buku-0123456789ab", "buku-ba9876543210"
FORMULA = "=HYPERLINK(1)"
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=60)
NASTY = st.sampled_from(
    [
        FORMULA,
        "+1",
        "-1",
        "@a",
        "'",
        "''",
        "'=1",
        "''-1",
        "'\t",
        "'a",
        "\t",
        '"',
        '""',
        ",",
        "\r",
        "\n",
        "\r\n",
        " ",
        "",
    ]
)


@pytest.fixture(scope="module")
def original(tmp_path_factory) -> Path:
    """A book with two events of one record and one of another, and what it exports."""
    folder = tmp_path_factory.mktemp("asli")
    first = {"receiver": "Tanah Bumbu", "note": FORMULA, "planned.visit": "2026-12-01"}
    with pytest.MonkeyPatch.context() as patch:
        use("buku", folder, patch)
        book.write(RECORD, 0, "membuat", {**first, "dataset": "simulasi"}, "a@contoh.id")
        book.write(RECORD, 1, "mengubah", {"receiver": None, "giver": ""}, "b@contoh.id")
        book.write(OTHER, 0, "mencatat", {}, "a@contoh.id")
        assert book_files.export(folder / "salinan") == 3
    return folder


@pytest.fixture(autouse=True)
def own_book(original, tmp_path, monkeypatch):
    """Each test has that book for itself."""
    shutil.copytree(original / "buku", tmp_path / "buku")
    use("buku", tmp_path, monkeypatch)


def use(name: str, folder: Path, patch: pytest.MonkeyPatch) -> None:
    patch.setenv("INOVASI_BANUA_BOOK", str(folder / name))


def everything() -> list[list[tuple]]:
    with book.opened() as db:
        return [
            db.execute(f"from {table} order by all").fetchall()
            for table in ("event", "event_value")
        ]


@pytest.fixture
def exported(original, tmp_path) -> Path:
    """What it exports, for the test to spoil."""
    return shutil.copytree(original / "salinan", tmp_path / "salinan")


def read(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / name).open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def test_what_went_out_comes_back_the_same(exported, tmp_path, monkeypatch):
    before = everything()
    use("lain", tmp_path, monkeypatch)
    assert book_intake.bring_in(exported) == (3, 0)
    assert everything() == before
    assert book_intake.bring_in(exported) == (0, 3)
    assert everything() == before
    assert book.write(RECORD, 2, "lanjut", {"note": "x"}, "x") == 3


def test_an_import_adds_only_what_is_new(exported, tmp_path, monkeypatch):
    use("lain", tmp_path, monkeypatch)
    book_intake.bring_in(exported)
    book.write(RECORD, 2, "lanjut", {"note": "x"}, "x")
    newer = everything()
    book_files.export(tmp_path / "kedua")
    use("buku", tmp_path, monkeypatch)
    assert book_intake.bring_in(tmp_path / "kedua") == (1, 3)
    assert everything() == newer
    assert "sebelum-impor" in book_shelf.backups()[0].name


def test_the_files_say_who_what_and_when(exported):
    first = read(exported, "peristiwa.csv")[0]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", first["written_at"])
    assert (first["who"], first["what"], first["fields"]) == ("a@contoh.id", "membuat", "4")
    values = {row["field"]: row for row in read(exported, "isi.csv") if row["revision"] == "2"}
    assert (values["receiver"]["value"], values["receiver"]["cleared"]) == ("", "ya")
    assert (values["giver"]["value"], values["giver"]["cleared"]) == ("", "")
    assert "import-book" in (exported / "BACA-SAYA.txt").read_text(encoding="utf-8")


def test_the_readable_file_runs_no_formula_and_says_what_is_simulated(exported):
    state = {row["Nomor"]: row for row in read(exported, "buku.csv")}
    assert state[RECORD]["Catatan"] == f"'{FORMULA}"
    assert state[RECORD]["Rencana: Penjajakan/kunjungan"] == "2026-12-01"
    assert state[RECORD]["Keterangan"] == words.SIMULATED
    assert words.SIMULATED in (exported / "BACA-SAYA.txt").read_text(encoding="utf-8")
    assert state[OTHER]["Keterangan"] == ""


def test_documents_and_actors_stand_in_one_cell_each(tmp_path):
    papers = {"document.interest": "1/2026", "document.bskdn": "2/2026", "actors.design": "media"}
    book.write(OTHER, 1, "melengkapi", papers, "x")
    book_files.export(tmp_path / "lagi")
    row = next(row for row in read(tmp_path / "lagi", "buku.csv") if row["Nomor"] == OTHER)
    assert (
        row["Dokumen"] == "Tembusan kepada BSKDN Kemendagri: 2/2026; Surat minat replikasi: 1/2026"
    )
    assert row["Pihak"] == "Perancangan: media"


def test_the_zip_holds_the_same_files(exported):
    with zipfile.ZipFile(io.BytesIO(book_files.zipped())) as archive:
        assert sorted(archive.namelist()) == sorted(file.name for file in exported.iterdir())
        for name in ("peristiwa.csv", "isi.csv", "buku.csv"):
            assert archive.read(name) == (exported / name).read_bytes()


def test_a_folder_that_holds_something_is_not_written(tmp_path):
    (tmp_path / "isi").mkdir()
    (tmp_path / "isi" / "surat.txt").write_text("penting")
    with pytest.raises(DataError, match="sudah berisi"):
        book_files.export(tmp_path / "isi")
    with pytest.raises(DataError, match="tidak dapat ditulis"):
        book_files.export(tmp_path / "isi" / "surat.txt" / "dalam")
    assert [file.name for file in (tmp_path / "isi").iterdir()] == ["surat.txt"]
    (tmp_path / "kosong").mkdir()
    assert book_files.export(tmp_path / "kosong") == 3
    assert not list(tmp_path.glob(".*"))


@pytest.mark.parametrize(
    ("file", "old", "new", "row", "column"),
    [
        ("isi.csv", "2026-12-01", "besok", 4, "value, field"),
        ("isi.csv", "planned.visit", "Planned", 4, "field"),
        ("isi.csv", "value", "nilai", 1, None),
        ("isi.csv", ",ya", ",x", 7, "cleared"),
        ("isi.csv", ",receiver,,ya", ",receiver,x,ya", 7, "value"),
        ("isi.csv", "receiver,,", "giver,,", 7, "field"),
        ("isi.csv", f"{RECORD},1,note,'{FORMULA},\r\n", "", None, None),
        ("isi.csv", f"{RECORD},2,giver", f"{RECORD},3,giver", 6, "revision"),
        ("isi.csv", "note,", "note,x,", 3, None),
        ("isi.csv", f"'{FORMULA}", '"tak ditutup', None, None),
        ("isi.csv", f"{RECORD},1,note", f"\r\n{RECORD},1,note", 3, None),
        ("peristiwa.csv", "Z,a@", ",a@", 2, "written_at"),
        ("peristiwa.csv", "a@contoh.id,membuat", ",membuat", 2, "who"),
        ("peristiwa.csv", f"{RECORD},2", f"{RECORD},3", 3, "revision"),
        ("peristiwa.csv", f"{RECORD},2", f"{RECORD},dua", 3, "revision"),
        ("peristiwa.csv", f"{RECORD},2", f"{RECORD},1", 3, None),
        ("peristiwa.csv", f"{OTHER},1", "buku-x,1", 4, "subject"),
        ("peristiwa.csv", "membuat,4", "membuat,5", 2, "fields"),
    ],
)
def test_a_spoilt_row_is_named_and_nothing_comes_in(
    exported, tmp_path, monkeypatch, file, old, new, row, column
):
    content = (exported / file).read_bytes().decode()
    assert old in content
    (exported / file).write_bytes(content.replace(old, new, 1).encode())
    use("lain", tmp_path, monkeypatch)
    with pytest.raises(RowError, match="Perbaikan") as caught:
        book_intake.bring_in(exported)
    if row:
        assert (caught.value.file, caught.value.row, caught.value.column) == (file, row, column)
    assert book.stamp() == (None, None)  # not even opened


def test_a_book_that_went_another_way_is_refused_whole(exported, tmp_path):
    before = everything()
    for old, new, column in (
        ("b@contoh.id", "c@contoh.id", "who"),
        ("mengubah", "mengarang", "what"),
    ):
        spoilt = tmp_path / column
        shutil.copytree(exported, spoilt)
        content = (spoilt / "peristiwa.csv").read_text(encoding="utf-8")
        (spoilt / "peristiwa.csv").write_text(content.replace(old, new), encoding="utf-8")
        with pytest.raises(RowError, match="isi lain") as caught:
            book_intake.bring_in(spoilt)
        assert (caught.value.row, caught.value.column) == (3, column)
    content = (exported / "isi.csv").read_text(encoding="utf-8")
    (exported / "isi.csv").write_text(content.replace(FORMULA, "lain"), encoding="utf-8")
    with pytest.raises(RowError, match=r"isian di isi\.csv"):
        book_intake.bring_in(exported)
    assert everything() == before


def test_a_folder_without_the_files_is_refused(tmp_path):
    with pytest.raises(RowError, match=r"peristiwa\.csv: berkas tidak ada"):
        book_intake.bring_in(tmp_path / "tiada")


def wrote(text: str) -> str:
    """A text that `who` takes."""
    return text.strip()[:200] or "x"


@settings(max_examples=6, deadline=None)
@given(st.lists(TEXTS | NASTY | st.none(), min_size=1, max_size=40), TEXTS | NASTY)
def test_any_text_comes_back_as_it_was_and_none_runs_as_a_formula(texts, who):
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        use("satu", Path(folder), patch)
        fields = {f"note.x{n}": text for n, text in enumerate(texts)}
        book.write(RECORD, 0, "menulis", fields, wrote(who))
        before = everything()
        assert [row[3] for row in sorted(before[1], key=lambda row: int(row[2][6:]))] == texts
        book_files.export(Path(folder) / "salinan")
        for name in ("peristiwa.csv", "isi.csv", "buku.csv"):
            for row in read(Path(folder) / "salinan", name):
                assert not [text for text in row.values() if text.startswith(tuple("=+-@\t\r"))]
        use("dua", Path(folder), patch)
        assert book_intake.bring_in(Path(folder) / "salinan") == (1, 0)
        assert everything() == before


def test_the_commands_take_the_book_out_and_in(tmp_path, monkeypatch, capsys):
    assert main(["export-book", str(tmp_path / "keluar")]) == 0
    use("lain", tmp_path, monkeypatch)
    assert main(["import-book", str(tmp_path / "keluar")]) == 0
    assert "3 peristiwa ditambahkan, 0 sudah ada" in capsys.readouterr().out
    assert main(["export-book", str(tmp_path / "keluar")]) == 1
    assert "sudah berisi" in capsys.readouterr().err
