"""Compressed answers, and the app's own files compressed once: an office line carries 5 Mbps.

Measured on 24 November 2026 (tests/benchmarks/README.md): hard compression kept in memory makes
the first visit 2.39 MB instead of 2.75 MB, and the map stands at 5.4 s instead of 6.2 s.
"""

import asyncio

from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette_compress import CompressMiddleware

STATIC = "/static/"
ENCODINGS = ("zstd", "br", "gzip")  # in the order in which CompressMiddleware prefers them
MOST_FILES = 1000
Key = tuple[str, str]  # path and encoding


class Compression:
    """Answers are compressed quickly; a file under /static/ also hard, for those who ask next."""

    def __init__(self, app: ASGIApp):
        self.quick = CompressMiddleware(app, minimum_size=1000)
        self.hard = CompressMiddleware(
            app, minimum_size=1000, zstd_level=19, brotli_quality=9, gzip_level=9
        )
        self.kept: dict[Key, list[Message]] = {}
        self.under_way: dict[Key, asyncio.Task[None]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not is_whole_static_file(scope):
            await self.quick(scope, receive, send)
            return
        key = (scope["path"], accepted(scope))
        if key in self.kept:
            for message in self.kept[key]:
                await send(message)
            return
        if len(self.kept) + len(self.under_way) < MOST_FILES and key not in self.under_way:
            self.under_way[key] = asyncio.create_task(self.keep(key, dict(scope)))
        await self.quick(scope, receive, send)

    async def keep(self, key: Key, scope: Scope) -> None:
        """Compress hard, in a thread: the largest file takes two seconds, and nobody waits."""
        try:
            answer = await asyncio.to_thread(asyncio.run, listened(self.hard, scope))
            if answer[0].get("status") == 200:
                self.kept[key] = answer
        finally:
            del self.under_way[key]


def is_whole_static_file(scope: Scope) -> bool:
    """A plain request for a file of the app: no part of it, no question whether it changed."""
    if scope["type"] != "http" or scope["method"] != "GET":
        return False
    headers = dict(scope["headers"])
    weighted = b"q=" in headers.get(b"accept-encoding", b"")
    asks_more = {b"range", b"if-none-match", b"if-modified-since"} & set(headers)
    return scope["path"].startswith(STATIC) and not weighted and not asks_more


def accepted(scope: Scope) -> str:
    """The encoding that will be chosen for this browser."""
    header = dict(scope["headers"]).get(b"accept-encoding", b"").decode("latin-1")
    offers = [offer.strip() for offer in header.split(",")]
    return next((encoding for encoding in ENCODINGS if encoding in offers), "identity")


async def listened(app: ASGIApp, scope: Scope) -> list[Message]:
    """What an app would send to a request without a body."""
    messages: list[Message] = []

    requests: list[Message] = [{"type": "http.request", "body": b"", "more_body": False}]

    async def receive() -> Message:
        if requests:
            return requests.pop()
        return await asyncio.Future()  # who listens for a disconnect waits until cancelled

    async def keep(message: Message) -> None:
        messages.append(message)

    await app(scope, receive, keep)
    return messages
