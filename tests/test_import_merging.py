"""What a draft does to what is held: what it replaces, leaves, empties and adds."""

import datetime

import pytest

from data.importing import comparing, memory, merging
from data.importing import draft as drafting
from data.importing.choices import Choices
from data.importing.draft import Draft
from data.importing.holdings import NOTHING, Holdings
from data.importing.sheets import Sheet

TODAY = datetime.date(2026, 11, 25)
WITH_YEAR = Choices(year=2026)
LIST = ["Nama Pemda", "Nama Inovasi", "Urusan", "Regulasi", "Alat Kerja", "Replikasi"]


def sheet(*rows, file="daftar.xlsx", name="Lembar"):
    width = max(map(len, rows))
    return Sheet(file, name, [[*row, *[None] * (width - len(row))] for row in rows])


def drafted(*sheets: Sheet, choices=WITH_YEAR) -> Draft:
    uploads = {one.file.split(" › ")[0]: ("0" * 64, 1) for one in sheets}
    return drafting.again(Draft([*sheets], [], uploads), choices, TODAY)


def put(held: Holdings, *sheets: Sheet, **choices) -> Holdings:
    made = drafted(*sheets, choices=Choices(**{"year": 2026, **choices}))
    origin = merging.Origin("saya", "Bapperida", "", datetime.datetime(2026, 11, 25))
    return merging.merged(held, made, origin)


def told(before: Holdings, after: Holdings) -> list[tuple[str, str, str]]:
    return [
        (one.what, one.name, one.change) for one in comparing.changes(before, after).itertuples()
    ]


def names(held: Holdings) -> list[str]:
    return list(held.innovation["name"])


@pytest.fixture
def held() -> Holdings:
    return put(
        NOTHING,
        sheet(
            LIST,
            ["Kab. Tapin", "Antar Obat", "Kesehatan", 1, 2, 3],
            ["Kab. Tapin", "Pupuk Subur", "Pertanian", 1, None, 0],
            ["Kab. Banjar", "Gerai Cepat", "Kesehatan", 3, 3, 3],
        ),
    )


def test_the_same_file_again_changes_nothing(held):
    again = put(
        held,
        sheet(
            LIST,
            ["Kab. Tapin", "Antar Obat", "Kesehatan", 1, 2, 3],
            ["Kab. Tapin", "Pupuk Subur", "Pertanian", 1, None, 0],
            ["Kab. Banjar", "Gerai Cepat", "Kesehatan", 3, 3, 3],
        ),
    )
    assert told(held, again) == []
    assert list(again.file["file_id"]) == ["U002"]


def test_a_list_replaces_what_it_no_longer_names_and_only_of_its_government(held):
    after = put(held, sheet(LIST, ["Tapin", "Antar Obat", "Kesehatan", 1, 2, 3]))
    assert names(after) == ["Gerai Cepat", "Antar Obat"]
    assert ("inovasi", "Pupuk Subur", "hilang") in told(held, after)
    assert list(after.file["file_id"]) == ["U001", "U002"]


def test_a_list_of_another_year_touches_no_other_year(held):
    after = put(held, sheet(LIST, ["Tapin", "Baru", "Kesehatan", 1, 2, 3]), year=2025)
    assert len(after.innovation) == 4


def test_a_list_may_be_told_to_add_only(held):
    after = put(held, sheet(LIST, ["Tapin", "Baru", "Kesehatan", 1, 2, 3]), adding=True)
    assert len(after.innovation) == 4


def test_a_profile_adds(held):
    rows = [["Data", "Deskripsi"], ["Nama Pemda", "Tapin"], ["Nama Inovasi", "Baru"],
            ["Urusan", "Sosial"], ["Tahapan", "Penerapan"]]  # fmt: skip
    after = put(held, sheet(*rows, name="Profil Inovasi Daerah"))
    assert names(after) == ["Gerai Cepat", "Antar Obat", "Baru", "Pupuk Subur"]


def test_a_profile_adds_also_beside_a_list_of_another_government(held):
    rows = [["Data", "Deskripsi"], ["Nama Pemda", "Tapin"], ["Nama Inovasi", "Baru"],
            ["Urusan", "Sosial"], ["Tahapan", "Penerapan"]]  # fmt: skip
    new = sheet(LIST, ["Banjar", "Gerai Baru", "Kesehatan", 3, 3, 3])
    after = put(held, new, sheet(*rows, name="Profil", file="profil.xlsx"))
    assert names(after) == ["Gerai Baru", "Antar Obat", "Baru", "Pupuk Subur"]


def test_columns_that_the_file_lacks_stay_and_empty_cells_empty(held):
    rows = [["Nama Pemda", "Nama Inovasi", "Tahapan", "Regulasi", "Alat Kerja", "SDM"],
            ["Tapin", "Antar Obat", "Uji coba", 2, None, 1], ["Tapin", "Pupuk Subur"]]  # fmt: skip
    after = put(held, sheet(*rows))
    row = after.innovation.set_index("name").loc["Antar Obat"]
    assert (row["sector_id"], row["stage"]) == ("02", "uji coba")
    levels = after.innovation_level.query("key == 'antar obat'").set_index("indicator")["level"]
    assert levels.to_dict() == {"REGULASI": 2, "REPLIKASI": 3, "SDM": 1}
    emptied = put(after, sheet(["Nama Pemda", "Nama Inovasi", "Urusan"], ["Tapin", "Antar Obat"]))
    assert emptied.innovation.set_index("name").loc["Antar Obat"].isna()["sector_id"]


def test_a_refused_row_does_not_make_its_innovation_vanish(held):
    after = put(held, sheet(LIST, ["Tapin", "Antar Obat", "Kesehatan", 1, 2, 7],
                            ["Tapin", "Pupuk Subur", "Pertanian", 1, None, 0]))  # fmt: skip
    assert names(after) == names(held)
    assert told(held, after) == []


def test_refused_rows_alone_leave_everything(held):
    after = put(held, sheet(LIST, ["Tapin", "Antar Obat", "Kesehatan", 1, 2, 7]))
    assert told(held, after) == []
    assert list(after.file["file_id"]) == ["U001"]


def test_two_files_about_one_innovation_are_joined():
    profile = sheet(["Nama Pemda", "Nama Inovasi", "Urusan"], ["Tapin", "Antar Obat", "Kesehatan"])
    levels = sheet(["Nama Pemda", "Nama Inovasi", "Regulasi", "SDM", "Replikasi"],
                   ["Tapin", "ANTAR OBAT", 1, 2, 3], file="sid.xlsx")  # fmt: skip
    after = put(NOTHING, profile, levels)
    assert list(after.innovation["sector_id"]) == ["02"]
    assert len(after.innovation_level) == 3


def test_where_two_files_differ_the_later_is_used_and_the_difference_told():
    first = sheet(["Nama Daerah", "Tahun", "Skor"], ["Tapin", 2025, 50.5])
    later = sheet(["Nama Daerah", "Tahun", "Skor"], ["Kab. Tapin", 2025, 51], file="b.xlsx")
    made = drafted(first, later)
    assert [row.values["score"] for row in made.results] == [51]
    (finding,) = made.findings
    assert (finding.severity, finding.file, finding.row, finding.column) == (
        "periksa", "b.xlsx", 2, "C"
    )  # fmt: skip
    assert "50,5" in finding.reason
    assert "daftar.xlsx, baris 2" in finding.reason


def test_results_keep_what_a_later_file_has_no_column_for():
    first = put(NOTHING, sheet(["Daerah", "Skor", "Predikat"], ["Tapin", 50.5, "Inovatif"]))
    after = put(first, sheet(["Daerah", "Skor", "Peringkat Nasional"], ["Tapin", 51, 90]))
    row = after.result.iloc[0]
    assert (row["score"], row["predicate"], row["rank_national"]) == (51, "Inovatif", 90)
    detail = comparing.changes(first, after).iloc[0]["detail"]
    assert detail == "Skor Indeks: 50,5 → 51; Peringkat Nasional: kosong → 90"


def test_an_empty_level_of_a_government_is_emptied_and_a_missing_column_stays():
    first = put(NOTHING, sheet(["Daerah", "Opini BPK", "PAD", "Investasi", "HKI"],
                               ["Tapin", 3, 2, 1, 0]))  # fmt: skip
    after = put(first, sheet(["Daerah", "Opini BPK", "PAD", "Investasi"], ["Tapin", 2, None, 1]))
    levels = after.government_level.set_index("indicator")["level"].to_dict()
    assert levels == {"OPINI_BPK": 2, "INVESTASI": 1, "HAKI": 0}


def test_corrections_are_remembered(tmp_path, monkeypatch):
    monkeypatch.setenv("INOVASI_BANUA_BOOK", str(tmp_path))
    rows = sheet(["Daerah", "Angka ajaib", "Skor 2"], ["Kab. Tpn", 51, None])
    choices = Choices(
        year=2025,
        kinds={rows_id(rows): "result"},
        columns={(*rows_id(rows), 1): "score"},
        values={("code", "kab tpn"): "6305"},
    )
    made = drafted(rows, choices=choices)
    assert [(row.code, row.values["score"]) for row in made.results] == [("6305", 51)]
    memory.remember(made, choices)
    later = sheet(["Daerah", "Angka Ajaib"], ["Kab Tpn", 60], file="lain.xlsx")
    made = drafted(later, choices=memory.with_recalled(Choices(year=2025)))
    assert [(row.code, row.values["score"]) for row in made.results] == [("6305", 60)]


def rows_id(one: Sheet) -> tuple[str, str]:
    return one.file, one.name
