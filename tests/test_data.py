"""The published facts are what they claim to be; a broken file is refused, with its place named."""

import csv
import io
import shutil
import subprocess
from datetime import date
from pathlib import Path

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import queries
from data import build, intake, seal
from data.errors import DataError, RowError
from tests import toy

ROOT = Path(__file__).parents[1]
COUNTS = {
    "regency": 13, "regency_fact": 819, "index_claim": 47, "award": 17, "innovation": 140,
    "replication": 11, "sector": 38, "indicator": 40, "ruleset": 5, "band": 12,
}  # fmt: skip
REGISTRIES = [".".join(parts) for parts in (
    ("pypi", "org"), ("files", "pythonhosted", "org"), ("registry", "npmjs", "org"),
)]  # fmt: skip


# — The real facts


@pytest.mark.parametrize("table", COUNTS)
def test_every_gathered_fact_is_there(published, table):
    assert published.cursor().execute(f"select count(*) from {table}").fetchone() == (
        COUNTS[table],
    )


def test_every_row_has_a_known_source(published):
    tables = (
        published.cursor()
        .execute(
            "select table_name from duckdb_columns() where column_name = 'source_id'"
            " and not internal and table_name <> 'source'"
        )
        .fetchall()
    )
    assert len(tables) > 10
    for (table,) in tables:
        orphans = f"select count(*) from {table} anti join source using (source_id)"
        assert published.cursor().execute(orphans).fetchone() == (0,), table


def test_every_source_says_its_licence_and_the_day_it_was_read(published):
    sources = queries.ask(published, "sources")
    assert sources["licence"].str.strip().ne("").all()
    assert (sources["accessed"].dt.date <= date(2026, 11, 24)).all()
    of_others = sources[sources["kind"] == "terbitan"]
    assert of_others["grade"].notna().all()
    assert of_others["url"].dropna().str.startswith("http").all()


def test_no_claim_before_2021_has_a_score(published):
    early = "select count(*), count(score) from index_claim where year < 2021"
    claims, scores = published.cursor().execute(early).fetchone()
    assert claims > 0
    assert scores == 0


def test_terinovatif_is_kept_as_printed_but_is_never_a_predicate(published):
    claims = published.cursor().execute("from index_claim").df()
    assert claims["predicate_as_printed"].str.contains("Terinovatif").any()
    assert set(claims["predicate"].dropna()) <= {
        "Sangat Inovatif", "Inovatif", "Kurang Inovatif", "Tidak Dapat Dinilai",
    }  # fmt: skip


def test_every_innovation_is_described_in_one_indonesian_line(published):
    told = published.cursor().execute("select description from innovation").df()["description"]
    assert told.str.fullmatch(r"[A-Z].{18,198}\.").all()
    assert not told.str.contains(r"\b(?:the|and|of|for|with|in|to)\b", case=False).any()
    words = r"\b(?:yang|dan|untuk|di|dari|dengan|melalui|bagi|oleh|pada|secara|agar|ke|atau)\b"
    assert told.str.contains(words).mean() > 0.9


def test_our_own_files_are_as_they_were_sealed():
    assert seal.broken() == []


def test_seven_government_rows_are_computed_for_every_regency(published):
    per_regency = "select count(*) from government_level group by code"
    assert published.cursor().execute(per_regency).fetchall() == [(7,)] * 13


def test_no_committed_file_names_a_package_registry():
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    files = [ROOT / name for name in listed.split("\0") if name and (ROOT / name).exists()]
    assert len(files) > 50
    for file in files:
        content = file.read_bytes()
        assert not [host for host in REGISTRIES if host.encode() in content], file


# — Broken files


def cell(row: int, column: str, value: str):
    """A file with one cell changed; row 1 is the header, as in a spreadsheet."""

    def change(content: bytes) -> bytes:
        lines = list(csv.reader(io.StringIO(content.decode())))
        lines[row - 1][lines[0].index(column)] = value
        return written(lines)

    return change


def without(column: str):
    def change(content: bytes) -> bytes:
        lines = list(csv.reader(io.StringIO(content.decode())))
        place = lines[0].index(column)
        return written([line[:place] + line[place + 1 :] for line in lines])

    return change


def written(lines: list[list[str]]) -> bytes:
    text = io.StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(lines)
    return text.getvalue().encode()


CLAIMS, AWARDS, INNOVATIONS = (
    f"published/{name}.csv" for name in ("index_claims", "awards", "innovations")
)
FACTS, BANDS = "published/regency_facts.csv", "rules/bands.csv"
BROKEN = {
    "a missing column": (AWARDS, without("name"), ["baris 1", "kolom name"]),
    "an unknown column": (AWARDS, cell(1, "note", "catatan"), ["baris 1", "kolom catatan"]),
    "a column twice": (AWARDS, cell(1, "note", "name"), ["baris 1", "kolom name", "dua kali"]),
    "an unknown regency": (AWARDS, cell(3, "code", "9999"), ["baris 3", "kolom code", "'9999'"]),
    "an unknown source": (FACTS, cell(800, "source_id", "S999"), ["baris 800", "source_id"]),
    "a score of 140": (CLAIMS, cell(5, "score", "140"), ["baris 5", "kolom score", "0 sampai 100"]),
    "a score of 2020": (CLAIMS, cell(3, "score", "53"), ["baris 3", "score, year", "sebelum 2021"]),
    "a key twice": (AWARDS, cell(3, "award_id", "A01"), ["baris 3", "A01", "dua kali"]),
    "text in a number": (CLAIMS, cell(5, "score", "tinggi"), ["baris 5", "kolom score", "tinggi"]),
    "a decimal comma": (CLAIMS, cell(5, "score", "57,64"), ["baris 5", "kolom score", "57,64"]),
    "half a year": (AWARDS, cell(3, "year", "2020.5"), ["baris 3", "kolom year", "2020.5"]),
    "text in a yes or no": (INNOVATIONS, cell(4, "digital", "mungkin"), ["baris 4", "digital"]),
    "an unknown word": (AWARDS, cell(3, "status", "juara"), ["baris 3", "status", "nominasi"]),
    "too few cells": (AWARDS, lambda was: was + b"A99,6301,2024\n", ["baris 19", "3 sel", "8"]),
    "too many cells": (AWARDS, lambda was: was + b"," * 8 + b"x\n", ["baris 19", "9 sel", "8"]),
    "a required cell empty": (AWARDS, cell(4, "name", " "), ["baris 4", "kolom name", "kosong"]),
    "no content": (AWARDS, lambda _: b"", ["berkas kosong"]),
    "a header only": (AWARDS, lambda was: was.split(b"\n")[0] + b"\n", ["tidak ada baris data"]),
    "Latin-1 near the top": (AWARDS, lambda was: was.replace(b"IGA", b"\xc9GA", 1), ["UTF-8"]),
    "Latin-1 far below": (FACTS, lambda was: was[:-2] + b"\xe9\n", ["baris 820", "UTF-8"]),
    "no file": (AWARDS, None, ["berkas tidak ada"]),
}  # fmt: skip


@pytest.fixture
def root(tmp_path, monkeypatch) -> Path:
    """A copy of the facts, and an empty folder for what is built from them."""
    for folder in ("published", "rules"):
        shutil.copytree(build.DATA / folder, tmp_path / folder)
    (tmp_path / "db").mkdir()
    monkeypatch.setenv("INOVASI_BANUA_DB", str(tmp_path / "db"))
    return tmp_path


def spoil(file: Path, change) -> None:
    if change is None:
        file.unlink()
    else:
        file.write_bytes(change(file.read_bytes()))


@pytest.mark.parametrize(("name", "change", "parts"), BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_refused_with_its_place_and_the_fix(root, name, change, parts):
    spoil(root / name, change)
    with pytest.raises(RowError) as refusal:
        build.build("terbitan", queries.prepare, root=root)
    for part in [Path(name).name, *parts, "Perbaikan: "]:
        assert part in str(refusal.value)
    assert list((root / "db").iterdir()) == []


PROMISES = {
    "overlapping bands": (BANDS, cell(3, "upper", "62"), ["bands_do_not_overlap", "year = 2023"]),
    "a share of 140%": (FACTS, cell(2, "value", "140"), ["facts_are_in_range", "code = 6301"]),
    "a further source nobody knows": (AWARDS, cell(2, "also", "S999"), ["awards.csv", "S999"]),
    "a wrong weight": ("rules/indicators.csv", cell(2, "weight", "2"), ["weights", "seharusnya"]),
}  # fmt: skip


@pytest.mark.parametrize(("name", "change", "parts"), PROMISES.values(), ids=PROMISES)
def test_rows_that_break_a_promise_are_refused_by_name(root, name, change, parts):
    spoil(root / name, change)
    with pytest.raises(DataError) as refusal:
        build.build("terbitan", queries.prepare, root=root)
    for part in ["janji dilanggar", *parts, "Perbaikan: "]:
        assert part in str(refusal.value)
    assert list((root / "db").iterdir()) == []


# — Any text at all


@pytest.fixture(scope="module")
def province():
    with toy.database() as db:
        yield db


@pytest.fixture(scope="module")
def score_file(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("toy") / "index_claims.csv"


def load_score(db: duckdb.DuckDBPyConnection, file: Path, text: str) -> float | RowError | None:
    """What a file of one claim with this score becomes: the score stored, or the refusal."""
    columns = list(intake.column_types(db, "index_claim"))
    claim = {"claim_id": "C1", "code": "9901", "year": "2024", "year_as_printed": "2024",
             "year_basis": "tercetak", "status": "tercetak", "source_id": "S1"}  # fmt: skip
    row = [(claim | {"score": text}).get(column, "") for column in columns]
    file.write_bytes(written([columns, row]))
    try:
        intake.load(db, "index_claim", file)
    except RowError as refusal:
        return refusal
    (score,) = db.execute("delete from index_claim returning score").fetchone()
    return score


numbers = st.one_of(st.floats().map(str), st.integers(-10, 1000).map(str))
oddities = st.sampled_from(["nan", "inf", "1e2", "1_0", "0x10", "60%", "=1+1", '"', "\r", "1;2"])
anything = st.one_of(st.text(st.characters(exclude_categories=["Cs"])), numbers, oddities)


@given(text=anything)
@settings(max_examples=100, deadline=None, database=None)
def test_whatever_is_written_as_a_score_becomes_0_to_100_or_a_row_error(province, score_file, text):
    found = load_score(province, score_file, text)
    if isinstance(found, RowError):
        assert (found.file, found.row, found.column) == ("index_claims.csv", 2, "score")
    elif found is None:
        assert text.strip(" ") == ""
    else:
        assert 0 <= found <= 100
