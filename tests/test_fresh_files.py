"""Files of what stands on the page now: the address stays, the content follows."""

import asyncio
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from starlette.applications import Starlette

from pages.parts import fresh_files, routes
from pages.parts.fresh_files import Desk


def get(path: str) -> httpx.Response:
    async def answer() -> httpx.Response:
        server = httpx.ASGITransport(Starlette(routes=routes.ROUTES))
        async with httpx.AsyncClient(transport=server, base_url="http://banua") as client:
            return await client.get(path)

    with ThreadPoolExecutor() as pool:  # Playwright's loop may run in this thread
        return pool.submit(lambda: asyncio.run(answer())).result()


@pytest.fixture
def desk(monkeypatch):
    made = Desk({"nota.pdf": ("application/pdf", lambda: b"lama")})
    monkeypatch.setitem(fresh_files.DESKS, "rahasia", made)
    return made


def test_a_file_comes_under_its_name_and_is_kept_nowhere(desk):
    answer = get("/berkas/rahasia/nota.pdf")
    assert (answer.status_code, answer.content) == (200, b"lama")
    assert answer.headers["content-disposition"] == 'attachment; filename="nota.pdf"'
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", ["/berkas/lain/nota.pdf", "/berkas/rahasia/lain.pdf"])
def test_what_no_page_offers_is_told_in_indonesian(desk, path):
    answer = get(path)
    assert answer.status_code == 404
    assert "Perbaikan" in answer.text


def test_a_run_that_began_with_the_click_decides_what_the_file_holds(desk):
    desk.drawing = True

    def end_the_run() -> None:
        time.sleep(fresh_files.GRACE + 0.2)
        desk.made["nota.pdf"] = ("application/pdf", lambda: b"baru")
        desk.drawing = False

    run = threading.Thread(target=end_the_run)
    run.start()
    assert get("/berkas/rahasia/nota.pdf").content == b"baru"
    run.join()


def test_a_desk_goes_with_its_session():
    session = {"desk": Desk({"nota.pdf": ("application/pdf", lambda: b"")})}
    fresh_files.DESKS["sementara"] = session["desk"]
    assert "sementara" in fresh_files.DESKS
    session.clear()
    assert get("/berkas/sementara/nota.pdf").status_code == 404
