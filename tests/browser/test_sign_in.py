"""Who may write, in a real browser: signed in at a real provider of this machine, or without."""

import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from websockets.sync.client import connect

from pages.parts import words
from tests.browser.conftest import free_port, running, stop

APP = """
import streamlit as st

app = st.App("script.py")
"""
SCRIPT = """
import streamlit as st

from pages.parts import writer

who = writer.current()
for code in ("6310", "6303"):
    st.text(f"{code} {'menulis' if who and who.may(code) else 'membaca'}")
st.text(f"nama {who.name if who else '-'}")
st.markdown(writer.reason())
writer.sign_in_out()
st.button("Lagi")
st.text("selesai")
"""
SECRETS = """
[auth]
redirect_uri = "http://127.0.0.1:{{port}}/oauth2callback"
cookie_secret = "{secret}"
client_id = "banua"
client_secret = "rahasia"
server_metadata_url = "{provider}/.well-known/openid-configuration"

[editors]
"6310" = ["@tanahbumbu.go.id"]
"""
PICO = "https://cdn.jsdelivr.net/npm/@picocss/"  # the provider's own page asks for it
EDITOR = "perencana@tanahbumbu.go.id"
USERS = [
    {"sub": "penulis", "email": EDITOR, "email_verified": True},
    {"sub": "tamu", "email": "tamu@lain.id", "email_verified": True},
]


@pytest.fixture(scope="module")
def provider() -> Iterator[str]:
    """An OpenID Connect provider with two accounts; yields its address."""
    port = free_port()
    users = [word for user in USERS for word in ("--user-claims", json.dumps(user))]
    server = subprocess.Popen(
        [sys.executable, "-m", "oidc_provider_mock", "--port", str(port), *users],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        stop(server)


@pytest.fixture(scope="module")
def script(tmp_path_factory) -> str:
    """A small app that shows what the ledger asks."""
    folder = tmp_path_factory.mktemp("app")
    (folder / "app.py").write_text(APP)
    (folder / "script.py").write_text(SCRIPT)
    return str(folder / "app.py")


@pytest.fixture(scope="module")
def secrets(tmp_path_factory, provider) -> Path:
    file = tmp_path_factory.mktemp("secrets") / "secrets.toml"
    file.write_text(SECRETS.format(provider=provider, secret="ab" * 32))
    return file


@pytest.fixture(scope="module")
def app(script, secrets, own_database_folder, published) -> Iterator[str]:
    with running(own_database_folder, script, STREAMLIT_SECRETS_FILES=str(secrets)) as address:
        yield address


class Visitor:
    """A browser of somebody's own, with what it asked for outside this machine."""

    def __init__(self, chromium):
        self.context = chromium.new_context(locale="id-ID")
        self.page = self.context.new_page()
        self.outside: list[str] = []
        self.page.on("request", self.note)

    def note(self, request) -> None:
        if not request.url.startswith(("http://127.0.0.1:", "data:", "blob:")):
            self.outside.append(request.url)

    def open(self, address: str) -> str:
        self.page.goto(address)
        return self.settled()

    def settled(self) -> str:
        self.page.get_by_text("selesai").wait_for(timeout=20_000)
        self.page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
        shown = self.page.locator("[data-testid=stMain]").inner_text()
        return shown.replace(words.JOINER, "")

    def press(self, label: str) -> None:
        self.page.get_by_role("button", name=label, exact=True).click()

    def sign_in(self, account: str) -> str:
        # The provider's page asks for a style sheet of others. Caught only here: Chromium keeps
        # nothing while anything is caught, and would load Streamlit again each time.
        self.context.route("https://**", lambda route: route.abort())
        self.press("Masuk")
        known = self.page.get_by_role("button", name=account, exact=True)
        known.wait_for(timeout=20_000)
        self.context.unroute("https://**")
        known.click()
        self.page.get_by_role("button", name="Keluar").wait_for(timeout=20_000)
        return self.settled()


@pytest.fixture(scope="module")
def somebody(chromium) -> Iterator[Visitor]:
    """One browser for all: it need not load Streamlit again each time."""
    visitor = Visitor(chromium)
    yield visitor
    visitor.context.close()


@pytest.fixture
def visitor(somebody, app) -> Visitor:
    """Nobody yet, with the page open."""
    somebody.context.clear_cookies()
    somebody.open(app)
    return somebody


def test_a_listed_address_writes_for_its_regency_until_it_signs_out(visitor):
    assert "6310 membaca" in visitor.settled()
    told = visitor.sign_in("penulis")
    for expected in ("6310 menulis", "6303 membaca", f"nama {EDITOR}", f"Keluar ({EDITOR})"):
        assert expected in told
    assert "hanya dapat menulis untuk Tanah Bumbu" in told
    other = visitor.context.new_page()
    other.goto(visitor.page.url)
    other.get_by_text("6310 menulis").wait_for(timeout=20_000)
    visitor.page.get_by_role("button", name="Keluar").click()
    visitor.press("End session")
    visitor.page.get_by_role("button", name="Masuk").wait_for(timeout=20_000)
    assert "6310 membaca" in visitor.settled()
    other.get_by_role("button", name="Lagi").click()
    other.get_by_text("6310 membaca").wait_for(timeout=20_000)
    other.close()
    assert all(url.startswith(PICO) for url in visitor.outside)


def test_an_address_that_is_not_listed_is_told_so(visitor):
    shown = visitor.sign_in("tamu")
    assert "tamu@lain.id, tetapi alamat itu tidak terdaftar" in shown
    assert "6310 membaca" in shown


def test_an_editor_removed_from_the_list_loses_the_right_at_once(visitor, secrets):
    assert "6310 menulis" in visitor.sign_in("penulis")
    before = secrets.read_text()
    secrets.write_text(before.replace("@tanahbumbu.go.id", "@lain.id"))
    try:
        visitor.press("Lagi")
        visitor.page.get_by_text("6310 membaca").wait_for(timeout=10_000)
    finally:
        secrets.write_text(before)


def test_a_cookie_of_the_browser_s_own_making_signs_nobody_in(visitor, app):
    forged = json.dumps({"is_logged_in": True, "email": EDITOR, "email_verified": True})
    visitor.context.add_cookies([{"name": "_streamlit_user", "value": forged, "url": app}])
    visitor.page.reload()
    assert "6310 membaca" in visitor.settled()


def answered(address: str, name: str, **headers: str) -> str:
    """What a program is told that asks this machine by a name, with headers of its own choice."""
    port = int(address.rpartition(":")[2])
    asked = BackMsg()
    asked.rerun_script.query_string = ""
    with (
        socket.create_connection(("127.0.0.1", port)) as end,
        connect(
            f"ws://{name}:{port}/_stcore/stream",
            sock=end,
            subprotocols=["streamlit"],
            additional_headers=headers,
        ) as line,
    ):
        line.send(asked.SerializeToString())
        told = b""
        while b"selesai" not in told:
            told += line.recv(timeout=20)
    return "menulis" if b"6310 menulis" in told else "membaca"


def test_without_sign_in_this_machine_writes_and_what_comes_from_outside_reads(
    somebody, script, own_database_folder, published
):
    with running(own_database_folder, script) as address:
        shown = somebody.open(address)
        assert "6310 menulis" in shown
        assert "(komputer ini)" in shown
        assert "Masuk" not in shown
        rebound = address.replace("127.0.0.1", "jahat.id")
        for name, headers, told in [
            ("127.0.0.1", {"Origin": address}, "menulis"),
            ("127.0.0.1", {}, "membaca"),
            ("127.0.0.1", {"Origin": "http://localhost:3000"}, "membaca"),
            ("127.0.0.1", {"Origin": address, "X-Forwarded-For": "127.0.0.1"}, "membaca"),
            ("jahat.id", {"Origin": rebound}, "membaca"),
        ]:
            assert answered(address, name, **headers) == told


def test_the_ledger_names_who_signed_in_and_keeps_others_out(
    somebody, secrets, own_database_folder, published, tmp_path
):
    own = {"STREAMLIT_SECRETS_FILES": str(secrets), "INOVASI_BANUA_BOOK": str(tmp_path)}
    with running(own_database_folder, **own) as address:
        page = somebody.page
        page.goto(f"{address}/ledger")
        assert page.get_by_role("button", name="Catatan baru").is_disabled(timeout=20_000)
        page.get_by_text("Tekan Masuk").wait_for()
        page.get_by_role("button", name="Masuk").click()
        page.get_by_role("button", name="penulis", exact=True).click(timeout=20_000)
        page.goto(f"{address}/ledger?record=baru")
        page.get_by_role("combobox", name="Daerah pemberi").click(timeout=20_000)
        page.get_by_role("option", name="Hulu Sungai Selatan").click()
        page.get_by_role("textbox", name="Nama inovasi").fill("TELAH BERKEMAS")
        page.get_by_role("button", name="Simpan catatan baru").click()
        page.get_by_role("heading", name="TELAH BERKEMAS").wait_for(timeout=20_000)
        history = page.get_by_role("listitem").filter(has_text="membuat")
        assert EDITOR in history.inner_text().replace(words.JOINER, "")
        stranger = Visitor(somebody.context.browser)
        stranger.page.goto(page.url)
        stranger.page.get_by_role("heading", name="TELAH BERKEMAS").wait_for(timeout=20_000)
        stranger.page.get_by_text("hanya dapat membaca").first.wait_for()
        assert stranger.page.get_by_role("button", name="Simpan").count() == 0
        stranger.context.close()
