"""Impor, Versi impor and Panduan impor as a user meets them."""

import re
from pathlib import Path

import pytest

from data.importing import memory, versions
from pages.parts import import_guide, writer
from tests.test_pages import assert_whole, said

RESULTS = """Indeks Inovasi Daerah Tahun 2025
No;Kabupaten/Kota;Skor;Predikat;Peringkat
1;Kab. Banjar;70,10;Sangat Inovatif;1
2;Kabupaten Tapin;57,00;Inovatif;2
3;{third};41,25;Inovatif;3
"""
CSV = "text/csv"


@pytest.fixture(autouse=True)
def own_book(tmp_path, monkeypatch, published, simulated):
    """Versions of one test alone; both other datasets stand built."""
    monkeypatch.setenv("INOVASI_BANUA_BOOK", str(tmp_path))


@pytest.fixture
def everywhere(monkeypatch):
    """Everybody in this test may write for every government."""
    monkeypatch.setattr(writer, "current", lambda: writer.Writer("uji@contoh.id", None))


def results(third: str = "Balangan") -> tuple[str, bytes, str]:
    return "hasil.csv", RESULTS.format(third=third).encode(), CSV


def uploaded(visit, *files: tuple[str, bytes, str]):
    app = visit("sources", part="Impor")
    app.file_uploader[0].set_value(list(files))
    return app.run()


def told(app) -> str:
    return "\n".join(said(app))


def press(app, label: str):
    next(one for one in app.button if one.label == label).click()
    return app.run()


def choose(app, label: str, value: str):
    next(one for one in app.selectbox if label in one.label).set_value(value)
    return app


def previewed(app):
    next(one for one in app.text_input if one.label.startswith("Asal berkas")).set_value(
        "Bapperida"
    )
    return press(app.run(), "Buat pratinjau")


def test_a_reader_gets_the_template_and_no_uploader(visit):
    app = visit("sources", part="Impor")
    assert not app.file_uploader
    assert [one.label for one in app.get("download_button")] == ["Templat XLSX"]
    assert "hanya dapat membaca" in "\n".join(one.value for one in app.info)
    assert_whole(app)


def test_files_are_recognised_and_their_findings_told_at_once(visit, everywhere):
    app = uploaded(visit, results("Kab. Balangn"))
    text = told(app)
    assert "1 dari 1 lembar dikenali" in text
    assert "Hasil indeks" in text
    assert re.search(r"1 ditolak, 0 perlu diperiksa", text)
    assert "Mungkin Kabupaten Balangan" in text.replace("\\", "")
    assert_whole(app)


def test_a_writing_nobody_knows_is_explained_once_and_then_known(visit, everywhere):
    app = uploaded(visit, results("Kab. Balangn"))
    choose(app, "Balangn", "6311")
    app = press(app, "Pakai")
    assert "Tidak ada temuan" in "\n".join(one.value for one in app.success)
    assert_whole(app)


def test_a_file_nobody_understands_is_refused_with_the_way_out(visit, everywhere):
    app = uploaded(visit, ("catatan.csv", b"halo;dunia\nsatu;dua\n", CSV))
    assert "isi lembar tidak dikenali" in told(app).replace("\\", "").casefold()
    assert not [one for one in app.button if one.label == "Terbitkan"]
    assert_whole(app)


def test_an_import_without_a_source_cannot_even_be_previewed(visit, everywhere):
    app = uploaded(visit, results())
    button = next(one for one in app.button if one.label == "Buat pratinjau")
    assert button.disabled
    assert "tanpa sumber tidak ada angka yang disimpan" in told(app)


def test_rows_of_others_are_refused_to_who_writes_for_one_government(visit, monkeypatch):
    monkeypatch.setattr(
        writer, "current", lambda: writer.Writer("uji@contoh.id", frozenset({"6303"}))
    )
    app = uploaded(visit, results())
    text = told(app).replace("\\", "")
    assert "2 ditolak" in text
    assert "tidak terdaftar sebagai penulis untuk Kabupaten Tapin" in text


def test_what_is_published_is_a_version_and_the_first_choice_of_data(visit, everywhere):
    app = previewed(uploaded(visit, results()))
    assert "70,10 tercetak" in told(app).replace(":small[", "").replace("]", "")
    app = press(app, "Terbitkan")
    assert "Terbit sebagai versi 1" in app.success[0].value
    assert_whole(app)
    assert versions.current().number == 1
    assert versions.current().who == "uji@contoh.id"
    assert visit("overview").session_state["dataset"] == "resmi"
    app = visit("sources", part="Versi impor")
    assert "uji@contoh" in told(app).replace("\\", "").replace("\u2060", "")
    assert_whole(app)


def test_starting_again_keeps_nothing(visit, everywhere):
    app = press(uploaded(visit, results()), "Mulai lagi")
    assert "Diperiksa" not in told(app)
    assert versions.all_versions() == []
    assert memory.recalled().headings == {}


def test_before_any_import_the_versions_say_where_to_begin(visit):
    app = visit("sources", part="Versi impor")
    assert "Belum ada yang diimpor" in told(app)
    assert_whole(app)


def test_every_picture_of_the_guide_is_there_and_told_to_who_does_not_see_it(visit):
    named = re.findall(r"<!-- (\w+) -->", import_guide.TEXT.read_text(encoding="utf-8"))
    assert sorted(named) == sorted(import_guide.PICTURES)
    for name in named:
        assert Path(import_guide.HERE / "guide" / f"{name}.png").stat().st_size < 300_000
    app = visit("sources", part="Panduan impor")
    assert len(app.get("image")) == len(named)
    assert_whole(app)
