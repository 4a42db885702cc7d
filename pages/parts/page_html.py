"""The empty page that Streamlit sends first, made Indonesian: language, title, a way past the
navigation for the keyboard, and what to do without JavaScript."""

import re

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SKIP = """<style>
#langsung {position: fixed; left: 1rem; top: -5rem; z-index: 1000001; padding: 0.5rem 1rem;
  background: #126f6d; color: #ffffff; font: 15px sans-serif; border-radius: 0.4rem}
#langsung:focus {top: 0.4rem; outline: 2px solid #ffffff; outline-offset: -4px}
</style>
<a id="langsung" href="#root" onclick="
  const to = document.querySelector('h1') ?? document.querySelector('#root');
  to.tabIndex = -1; to.focus(); to.scrollIntoView(); return false">Langsung ke isi</a>"""
WITHOUT_SCRIPTS = (
    "<noscript><p>Inovasi Banua memerlukan JavaScript. Aktifkan JavaScript pada peramban, lalu "
    "muat ulang halaman ini.</p></noscript>"
)
CHANGES = {
    r'<html lang="en">': '<html lang="id">',
    r"<title>Streamlit</title>": "<title>Inovasi Banua</title>",
    r"<body>": f"<body>{SKIP}",
    r"(?s)<noscript>.*?</noscript>": WITHOUT_SCRIPTS,
}


class Indonesian:
    """Changes the HTML that a browser asks for when an address is opened; all else passes."""

    def __init__(self, app: ASGIApp):
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if asks_for_page(scope):
            await self.app(uncompressed(scope), receive, Rewriting(send).answered)
        else:
            await self.app(scope, receive, send)


class Rewriting:
    """One answer: an HTML body is held back until it is whole, for its length changes."""

    def __init__(self, send: Send):
        self.send = send
        self.start: Message | None = None
        self.body = b""

    async def answered(self, message: Message) -> None:
        if message["type"] == "http.response.start" and is_page(message):
            self.start = message
        elif self.start is None:
            await self.send(message)
        else:
            self.body += message.get("body", b"")
            if not message.get("more_body", False):
                await self.finished(self.start, rewritten(self.body))

    async def finished(self, start: Message, body: bytes) -> None:
        headers = MutableHeaders(scope=start)
        for name in ("etag", "last-modified"):  # those of the file as it was
            if name in headers:
                del headers[name]
        headers["content-length"] = str(len(body))
        await self.send(start)
        await self.send({"type": "http.response.body", "body": body})


def asks_for_page(scope: Scope) -> bool:
    is_get = scope["type"] == "http" and scope["method"] == "GET"
    return is_get and "/static/" not in scope["path"]


def uncompressed(scope: Scope) -> Scope:
    """The same request for plain bytes: Streamlit has a gzip of its own, inside of this."""
    kept = [(name, told) for name, told in scope["headers"] if name != b"accept-encoding"]
    return {**scope, "headers": kept}


def is_page(start: Message) -> bool:
    headers = MutableHeaders(scope=start)
    is_html = headers.get("content-type", "").startswith("text/html")
    return bool(start["status"] == 200 and is_html and "content-encoding" not in headers)


def rewritten(body: bytes) -> bytes:
    page = body.decode("utf-8")
    for old, new in CHANGES.items():
        page = re.sub(old, new, page, count=1)
    return page.encode("utf-8")
