"""One browser of a planner, without the browser: Streamlit's own web socket and messages.

As the page's JavaScript does, it takes the cookie against forgery, names it again in the
subprotocol, says where it comes from, sends the address with every rerun, and keeps the messages
the server may refer to later. Two seconds of think time are two seconds of nothing.
"""

import asyncio
import time
import urllib.request
from dataclasses import dataclass, field

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

KEPT_RUNS = 2  # global.maxCachedMessageAge
GIVE_UP = 180  # seconds
Steps = list[tuple[str, str]]


@dataclass
class Rerun:
    """One run of the script, seconds from the request; what went wrong, if anything."""

    step: str
    first: float
    whole: float
    size: int
    error: str = ""


@dataclass
class Planner:
    """One session: connect, play the steps, stay until closed."""

    address: str
    regency: str = "Tanah Bumbu"
    page: str = ""
    pages: dict[str, str] = field(default_factory=dict)  # hash by address
    controls: dict[str, str] = field(default_factory=dict)  # id by label
    chosen: dict[str, str] = field(default_factory=dict)  # value by id
    held: dict[str, int] = field(default_factory=dict)  # run by message
    reruns: list[Rerun] = field(default_factory=list)
    socket: ClientConnection | None = None

    async def connect(self) -> None:
        cookie = await asyncio.to_thread(anti_forgery, self.address)
        self.socket = await connect(
            self.address.replace("http", "ws") + "/_stcore/stream",
            origin=Origin(self.address),
            subprotocols=[Subprotocol("streamlit"), Subprotocol(cookie.split("=", 1)[1])],
            additional_headers={"Cookie": cookie},
            compression=None,
            max_size=None,
            open_timeout=GIVE_UP,
            ping_timeout=None,
        )

    async def close(self) -> None:
        if self.socket is not None:
            await self.socket.close()

    async def play(self, steps: Steps, think: float) -> None:
        """Every step in turn, but to pages the app does not have; an error ends it."""
        for kind, value in steps:
            if kind == "page" and self.pages and value not in self.pages:
                continue
            await self.step(kind, value)
            if self.reruns[-1].error:
                return
            await asyncio.sleep(think)

    async def step(self, kind: str, value: str) -> None:
        if kind == "page":
            self.page = value
        elif kind == "regency":
            self.regency = value
            self.chosen[self.controls["Daerah"]] = value
        self.reruns.append(await self.rerun(f"{kind} {self.page or 'overview'}"))

    async def rerun(self, step: str) -> Rerun:
        begun = time.perf_counter()
        try:
            assert self.socket is not None
            async with asyncio.timeout(GIVE_UP):
                await self.socket.send(self.request().SerializeToString())
                first, size, error = await self.answer()
        except Exception as error_of_line:  # a broken socket is a finding, not an end
            return Rerun(step, 0, time.perf_counter() - begun, 0, repr(error_of_line))
        return Rerun(step, first - begun, time.perf_counter() - begun, size, error)

    def request(self) -> BackMsg:
        """As App.tsx sends it: address, page, every control touched, messages held."""
        message = BackMsg()
        state = message.rerun_script
        state.query_string = f"regency={self.regency.replace(' ', '+')}"
        state.page_script_hash = self.pages.get(self.page, "")
        state.page_name = "" if self.pages else self.page
        state.cached_message_hashes.extend(self.held)
        state.context_info.timezone = "Asia/Makassar"
        state.context_info.locale = "id-ID"
        state.context_info.url = f"{self.address}/{self.page}?{state.query_string}"
        state.context_info.color_scheme = "light"
        for identity, value in self.chosen.items():
            state.widget_states.widgets.add(id=identity, string_value=value)
        return message

    async def answer(self) -> tuple[float, int, str]:
        """When the first element came, bytes until the script had ended, the first error."""
        assert self.socket is not None
        first, size, error, run = 0.0, 0, "", len(self.reruns)
        self.held = {one: last for one, last in self.held.items() if last >= run - KEPT_RUNS}
        while True:
            received = await self.socket.recv(decode=False)
            message = ForwardMsg.FromString(received)
            size += len(received)
            kind = message.WhichOneof("type")
            if kind in ("delta", "ref_hash"):
                first = first or time.perf_counter()
                error = error or wrong(message)
            if message.metadata.cacheable:
                self.held[message.ref_hash or message.hash] = run
            self.note(message, kind)
            if kind == "script_finished":
                status = message.script_finished
                if status != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                    return first, size, error or ("" if status == 0 else f"ended with {status}")

    def note(self, message: ForwardMsg, kind: str | None) -> None:
        if kind == "navigation":
            self.pages = {
                "" if one.is_default else one.url_pathname: one.page_script_hash
                for one in message.navigation.app_pages
            }
        elif kind == "delta" and message.delta.new_element.WhichOneof("type") == "selectbox":
            control = message.delta.new_element.selectbox
            self.controls[control.label] = control.id


def wrong(message: ForwardMsg) -> str:
    """What an element tells of an error: an exception, or the box our shell shows for one."""
    if message.WhichOneof("type") != "delta":
        return ""
    element = message.delta.new_element
    if element.WhichOneof("type") == "exception":
        return f"{element.exception.type}: {element.exception.message}"
    if element.WhichOneof("type") == "alert" and element.alert.format == element.alert.ERROR:
        return element.alert.body[:200]
    return ""


def anti_forgery(address: str) -> str:
    """The cookie that the page gets with its first question, as name=value."""
    with urllib.request.urlopen(f"{address}/_stcore/health", timeout=GIVE_UP) as answer:
        given = answer.headers.get_all("Set-Cookie") or []
    return next(one.split(";")[0] for one in given if one.startswith("_streamlit_xsrf"))
