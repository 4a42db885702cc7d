"""The page a browser gets first is Indonesian, however Streamlit compresses it."""

import asyncio
from pathlib import Path

import httpx
import streamlit
from starlette.applications import Starlette
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import HTMLResponse, JSONResponse
from starlette.routing import Route

from pages.parts.page_html import Indonesian, rewritten

PAGE = (Path(streamlit.__file__).parent / "static" / "index.html").read_text("utf-8")


async def page(request):
    return HTMLResponse(PAGE, headers={"etag": '"as-it-was"'})


async def rows(request):
    return JSONResponse({"html": '<html lang="en">'})


def answer(path: str, method: str = "GET") -> httpx.Response:
    """What a browser that takes gzip gets; before the page stands a gzip, as Streamlit has one."""
    inside = Starlette(routes=[Route("/", page), Route("/rows", rows)])
    app = Indonesian(GZipMiddleware(inside, minimum_size=100))

    async def ask() -> httpx.Response:
        way = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=way, base_url="http://app") as browser:
            return await browser.request(method, path, headers={"accept-encoding": "gzip"})

    return asyncio.run(ask())


def test_language_title_and_the_way_past_the_navigation_are_in_the_page():
    got = answer("/")
    for told in ('<html lang="id">', "<title>Inovasi Banua</title>", "Langsung ke isi"):
        assert got.text.count(told) == 1
    assert "You need to enable JavaScript" not in got.text
    assert "memerlukan JavaScript" in got.text
    assert int(got.headers["content-length"]) == len(got.content)
    assert "etag" not in got.headers


def test_scripts_stay_as_streamlit_wrote_them():
    before = PAGE[PAGE.index("<script") : PAGE.index("</head>")]
    assert before.encode() in rewritten(PAGE.encode())


def test_what_is_no_page_passes_unchanged():
    assert answer("/rows").json() == {"html": '<html lang="en">'}
    assert answer("/", "HEAD").headers["etag"] == '"as-it-was"'
