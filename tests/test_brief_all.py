"""All regencies' documents come as one zip, made beside the server, one zip at a time."""

import datetime
import os
import time
import zipfile
from io import BytesIO

import pytest

from pages.parts import brief_all, brief_documents, brief_job, words
from pages.parts.brief_job import Job, Work
from pages.parts.brief_made import Maker

pytestmark = pytest.mark.usefixtures("published", "simulated")
DAY = datetime.date(2026, 11, 25)
PATIENCE = 120  # seconds until a job that does not end is given up
ONE = ("--format=xlsx", "--dataset=terbitan")


def zipped(dataset: str, codes: list[str]) -> tuple[zipfile.ZipFile, list[tuple[int, int, str]]]:
    told: list[tuple[int, int, str]] = []
    file = BytesIO()
    with Maker(dataset, "https://contoh.go.id", DAY, print) as maker:
        brief_all.archive(file, maker, codes, ["xlsx"], lambda *one: told.append(one))
    return zipfile.ZipFile(file), told


@pytest.fixture(scope="module")
def two() -> tuple[zipfile.ZipFile, list[tuple[int, int, str]]]:
    return zipped("simulasi", ["6311", "6300"])


def test_a_zip_holds_a_file_for_each_and_one_that_says_what_it_is(two):
    names = [
        "taklimat-simulasi-kabupaten-balangan-angka.xlsx",
        "taklimat-simulasi-provinsi-kalimantan-selatan-angka.xlsx",
    ]
    assert two[0].namelist() == [*names, "README.txt"]
    assert two[0].testzip() is None
    told = two[0].read("README.txt").decode("utf-8-sig")
    assert told.startswith(words.SIMULATED)
    assert "Simulasi (rekaan)" in told
    assert "25 November 2026" in told
    assert all(name in told for name in names)


def test_progress_is_told_after_each_file(two):
    assert [one[:2] for one in two[1]] == [(1, 2), (2, 2)]
    assert two[1][0][2].endswith("balangan-angka.xlsx")


def test_published_data_bears_no_mark():
    box, _ = zipped("terbitan", ["6300"])
    assert words.SIMULATED not in box.read("README.txt").decode("utf-8-sig")


@pytest.fixture
def work(monkeypatch):
    """Only the province, so that it takes seconds."""
    monkeypatch.setattr(brief_job, "COMMAND", (*brief_job.COMMAND[:4], "--province"))
    made = Work()
    yield made
    made.close()


def ended(job: Job) -> str:
    end = time.monotonic() + PATIENCE
    while job.running and time.monotonic() < end:
        time.sleep(0.05)
    return job.state


def test_a_job_makes_the_zip_in_a_process_of_its_own_and_lets_go_of_it(work):
    assert work.begin("saya", ONE)
    job = work.of("saya")
    assert ended(job) == "selesai"
    assert (job.done, job.total) == (1, 1)
    assert zipfile.ZipFile(BytesIO(job.path.read_bytes())).testzip() is None
    work.end("saya")
    assert not job.path.parent.exists()
    assert work.of("saya") is None


def test_one_is_made_at_a_time_and_only_its_owner_stops_it(work):
    assert work.begin("saya", ONE)
    job = work.of("saya")
    assert not work.begin("orang lain", ONE)
    assert work.of("orang lain") is None
    work.end("orang lain")
    assert job.running
    work.end("saya")
    assert job.process.poll() is not None
    assert not job.running
    assert work.begin("orang lain", ONE)


def test_a_job_that_fails_says_so_and_another_can_begin(work):
    assert work.begin("saya", ("--dataset=terbitan", "--year=1999"))
    assert ended(work.of("saya")) == "gagal"
    assert work.begin("saya", ONE)


def test_a_job_is_let_go_when_its_time_is_over(work):
    assert work.begin("saya", ONE)
    job = work.of("saya")
    job.clock(0.0)
    job.timer.join()
    assert job.process.poll() is not None
    assert work.of("saya") is None


def test_what_a_killed_server_left_is_swept_a_day_later(tmp_path, monkeypatch):
    monkeypatch.setattr(brief_job.tempfile, "tempdir", str(tmp_path))
    old, young = (tmp_path / f"{brief_job.PREFIX}{name}" for name in ("lama", "baru"))
    old.mkdir()
    young.mkdir()
    os.utime(old, (0, 0))
    with brief_job.room() as folder:
        assert {str(one) for one in tmp_path.iterdir()} == {str(young), folder}


@pytest.fixture
def shared(monkeypatch, work):
    monkeypatch.setattr(brief_documents, "WORK", work)
    return work


def test_the_page_offers_each_document_and_begins_and_stops_the_zip(shared, visit):
    page = visit("briefing", regency="Tapin")
    labels = [link.proto.label for link in page.get("link_button")]
    assert labels == ["PDF satu halaman", "PDF laporan", "PPTX", "XLSX"]
    page.button("brief_all").click().run()
    assert not page.exception
    job = shared.job
    assert job.running
    page.button("brief_all_stop").click().run()
    assert shared.job is None
    assert not job.running


def test_the_page_tells_one_who_comes_second_to_wait(shared, visit):
    shared.begin("orang lain", ONE)
    page = visit("briefing", regency="Tapin")
    page.button("brief_all").click().run()
    assert brief_documents.BUSY in [one.value for one in page.warning]


def test_the_page_offers_a_zip_that_is_ready_and_drops_it(shared, visit):
    page = visit("briefing", regency="Tapin")
    owner = page.session_state[brief_documents.OWNER]
    shared.begin(owner, ONE)
    assert ended(shared.of(owner)) == "selesai"
    page.run()
    assert "Zip semua daerah siap: buka Unduh." in [one.value for one in page.toast]
    assert "Unduh zip" in [link.proto.label for link in page.get("link_button")]
    page.button("brief_all_drop").click().run()
    assert shared.of(owner) is None
