"""The search of Jelajah: Indonesian words meet by their stems."""

import pytest

import queries
from queries import explore, explore_words, preparation
from tests import toy


@pytest.fixture(scope="module")
def told():
    """Four innovations, prepared as a build does."""
    db = toy.database()
    for name, long_name, description in (
        ("SI DAFTAR", None, "Daftar online bagi warga yang ingin berobat di puskesmas."),
        ("LAYANAN PRIMA", None, "Layanan cepat di kantor kecamatan untuk para ibu."),
        ("Café Baca", "Pojok baca anak-anak", "Sudut baca di taman kota yang ramai."),
        ("KELOLA", None, "Sampah dikelola bersama oleh warga desa."),
    ):
        toy.add(
            db, "innovation", code="9901", name=name, long_name=long_name, description=description
        )
    preparation.write(db, "word_stem", explore_words.stemmed(queries.ask(db, "explore_words")))
    return db


def found(db, text: str) -> list[str]:
    given = explore.ALL | {"words": explore_words.wanted(text)}
    return queries.ask(db, "explore_innovations", **given, order="name", skip=0, most=9)[
        "name"
    ].tolist()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("pendaftaran", ["SI DAFTAR"]),
        ("pelayanan", ["LAYANAN PRIMA"]),
        ("Pelayanan di kecamatan", ["LAYANAN PRIMA"]),
        ("CAFE", ["Café Baca"]),
        ("café membaca", ["Café Baca"]),
        ("anak", ["Café Baca"]),
        ("pendaftaran onl", ["SI DAFTAR"]),
        ("onl pendaftaran", []),
        ("layanan sampah", []),
        ("kota' or 1=1 --", []),
    ],
)
def test_all_words_must_meet_by_their_stems_and_the_last_may_be_a_beginning(told, text, names):
    assert found(told, text) == names


def test_words_that_say_nothing_narrow_nothing_unless_they_are_all_there_is():
    assert explore_words.wanted("yang di sampah") == explore_words.wanted("sampah")
    assert explore_words.wanted("untuk") != []
    assert explore_words.wanted("  –  ") == []


def test_a_small_word_after_the_last_ends_it():
    assert explore_words.wanted("desa samp")[-1].endswith("| samp| =samp")
    assert explore_words.wanted("samp di") == [" =samp | samp "]


def test_what_a_prefix_swallows_stays_apart(told):
    assert found(told, "pengelolaan") == []
    assert found(told, "dikelola") == ["KELOLA"]
