"""Files made of what a user has typed at the moment they are asked for.

A click on st.download_button asks at once for what the run before it offered. What was typed last
leaves its field with that same click, and comes too late: the file would hold the old words. These
files have an address that stays the same, and are made when the run that began with the click has
ended.
"""

import asyncio
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from weakref import WeakValueDictionary

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

GRACE = 0.8  # seconds until a run that began with the click has begun to draw
PATIENCE = 20.0  # seconds for that run to end
GONE = "Berkas ini sudah tidak tersedia. Perbaikan: buka lagi halamannya, lalu unduh dari sana."


@dataclass
class Desk:
    """What one session offers: by name of the file, its type and how it is made."""

    made: dict[str, tuple[str, Callable[[], bytes]]] = field(default_factory=dict)
    drawing: bool = False


DESKS: WeakValueDictionary[str, Desk] = WeakValueDictionary()
"""By a secret of the session, whose desk goes when the session does, with the frames it holds."""


@contextmanager
def drawing() -> Iterator[None]:
    """While a page is drawn nothing is made of what the one before offered."""
    desk = own()
    desk.made, desk.drawing = {}, True
    try:
        yield
    finally:
        desk.drawing = False


def own() -> Desk:
    """This session's desk; only the session itself keeps it."""
    secret = st.session_state.setdefault("fresh_files", secrets.token_urlsafe(24))
    desk = st.session_state.setdefault("fresh_files_desk", Desk())
    DESKS[secret] = desk
    return desk


def button(label: str, name: str, mime: str, make: Callable[[], bytes]) -> None:
    """A link that looks like a download button.

    Args:
        make: must not ask the session.
    """
    own().made[name] = (mime, make)
    address = f"/berkas/{st.session_state['fresh_files']}/{name}"
    st.link_button(label, address, icon=":material/download:")


async def serve(request: Request) -> Response:
    """The file as what stands on the page says now; 404 where no page offers it."""
    desk = DESKS.get(request.path_params["secret"])
    await asyncio.sleep(GRACE)
    end = time.monotonic() + PATIENCE
    while desk and desk.drawing and time.monotonic() < end:
        await asyncio.sleep(0.05)
    name = request.path_params["name"]
    if desk is None or name not in desk.made:
        return PlainTextResponse(GONE, status_code=404)
    mime, make = desk.made[name]
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Cache-Control": "no-store",
    }
    try:
        content = await run_in_threadpool(make)
    except FileNotFoundError:  # it lay ready, and its time is over
        return PlainTextResponse(GONE, status_code=404)
    return Response(content, media_type=mime, headers=headers)
