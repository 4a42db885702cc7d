"""Who may write here: somebody signed in and listed, or without sign-in this very machine.

What a browser sends is not believed. With [auth] an address comes from the claims the provider
signed, kept in a cookie Streamlit signs, and is held against the list as it stands at this moment.
Without it only the connection counts: a page cannot set the Host or Origin of its websocket nor
add a header, and a program that forges them from a loopback address runs on this machine already,
unless something relays strangers to the port without saying so: there [auth] is a must (README).
Whatever is broken, doubtful or missing makes a reader, never a writer.
"""

import getpass
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st
from streamlit import runtime
from streamlit.errors import StreamlitAuthError
from streamlit.runtime.scriptrunner import get_script_run_ctx

from pages.parts import access, words
from pages.parts.editors import Editors, SettingsError, editor_codes, is_address, read
from pages.parts.same_machine import same_machine
from pages.parts.secrets_file import check, governed, settings

LEFT: dict[str, None] = {}
"""Sign-ins that were ended, the oldest first: Streamlit goes on believing their cookie, and other
windows that hold it."""
MOST_LEFT = 10_000
HERE = "komputer ini"
ELSEWHERE = (
    "Anda hanya dapat membaca. Tanpa akun, menulis hanya dapat dari peramban di komputer tempat "
    "aplikasi ini berjalan, lewat alamat localhost. Agar orang lain dapat menulis, pengelola "
    "memasang `[auth]` dan `[editors]` di secrets.toml."
)
SIGNED_OUT = (
    "Anda hanya dapat membaca. Tekan **Masuk** dan pakai alamat surel yang terdaftar untuk menulis."
)
NAMELESS = (
    "Anda masuk, tetapi akun ini tidak membawa alamat surel yang dapat dipakai, jadi Anda hanya "
    "dapat membaca. Keluar, lalu masuk dengan akun yang punya alamat surel terdaftar."
)


@dataclass(frozen=True)
class Writer:
    """Somebody who may write: as named in the book, and for which regencies (None: every one)."""

    name: str
    codes: frozenset[str] | None

    def may(self, code: str | None) -> bool:
        """Whether records of this regency may be written; None is a record of no regency."""
        return self.codes is None or code in self.codes


def current() -> Writer | None:
    """Who writes in this session, found anew at every call; None is a reader."""
    found = standing()
    return found if isinstance(found, Writer) else None


def reason() -> str:
    """Markdown: why this session may not write and what to do, or for which regencies it may.

    Empty for a writer of every regency.
    """
    found = standing()
    if isinstance(found, str):
        return found
    if found.codes is None:
        return ""
    names = access.ask_first("regencies").set_index("code")["short_name"]
    own = words.listed([words.text(names[code]) for code in sorted(found.codes)])
    return f"Anda masuk sebagai {words.text(found.name)} dan hanya dapat menulis untuk {own}."


def standing() -> Writer | str:
    """Who writes in this session, or in Markdown why it only reads."""
    try:
        found = settings()
        if not governed(found):
            return Writer(local_name(), None) if same_machine(*client()) else ELSEWHERE
        check(found.get("auth"))
        known = set(access.ask_first("regencies")["code"])
        return signed_in(claims(), read(found.get("editors"), known))
    except SettingsError as error:
        return f"Untuk sementara tidak ada yang dapat menulis. {words.escape(str(error))}"


def signed_in(user: Mapping[str, Any], editors: Editors) -> Writer | str:
    """What the claims of the provider and the lists give together."""
    if user.get("is_logged_in") is not True:
        return SIGNED_OUT
    email = user.get("email")
    if not is_address(email):
        return NAMELESS
    # Boolean by the standard; some providers write the word.
    if not editors.trusting and str(user.get("email_verified")).lower() != "true":
        return (
            f"Anda masuk sebagai {words.text(email)}, tetapi penyedia akun tidak menyatakan alamat "
            "itu terverifikasi, jadi Anda hanya dapat membaca. Verifikasi alamat itu pada penyedia "
            "akun, lalu keluar dan masuk lagi."
        )
    codes = editor_codes(email, editors)
    if codes == frozenset():
        return (
            f"Anda masuk sebagai {words.text(email)}, tetapi alamat itu tidak terdaftar sebagai "
            "penulis, jadi Anda hanya dapat membaca. Minta pengelola menambahkannya ke `[editors]` "
            "di secrets.toml, atau keluar dan masuk dengan alamat lain."
        )
    return Writer(str(email).lower(), codes)


def sign_in_out() -> None:
    """The button "Masuk" or "Keluar (address)"; nothing where nobody can sign in."""
    try:
        auth = settings().get("auth")
        if auth is None:
            return
        if claims().get("is_logged_in") is True:
            label = f"Keluar ({words.text(claims().get('email'), 'tanpa alamat')})"
            st.button(label, icon=":material/logout:", key="sign_out", on_click=leave)
            return
        check(auth)
    except SettingsError as error:
        st.button("Masuk", icon=":material/login:", disabled=True, help=words.escape(str(error)))
        return
    help = "Sesudah masuk Anda tiba di Ringkasan; buka lagi halaman ini dari sana."
    st.button("Masuk", icon=":material/login:", key="sign_in", on_click=enter, help=help)


def leave() -> None:
    """Sign out here, and in every other window that came in by the same sign-in."""
    LEFT[sign_in(claims())] = None
    while len(LEFT) > MOST_LEFT:
        LEFT.pop(next(iter(LEFT)))
    st.logout()


def sign_in(user: Mapping[str, Any]) -> str:
    """One signing in among all: its claims, of which the provider makes some anew each time."""
    told = sorted((key, str(value)) for key, value in user.items() if key != "is_logged_in")
    return hashlib.sha256(repr(told).encode()).hexdigest()


def enter() -> None:
    """Off to the provider. Streamlit reads the settings by itself, and may not know them yet."""
    try:
        st.login()
    except StreamlitAuthError:
        st.error("Belum dapat masuk: minta pengelola memulai ulang server.")


def claims() -> Mapping[str, Any]:
    """What the provider said of the one signed in; Streamlit adds is_logged_in.

    Nothing once that sign-in was ended, in this window or another.
    """
    user = st.user.to_dict()
    return {} if sign_in(user) in LEFT else user


def client() -> tuple[str | None, list[tuple[str, str]]]:
    """The other end of this session's own connection and its headers; (None, []) without one.

    Not st.context.ip_address: that is None for a loopback address and for none at all.
    """
    context = get_script_run_ctx()
    holder = runtime.get_instance().get_client(context.session_id) if context else None
    connection = holder.client_context if holder else None
    if connection is None:
        return None, []
    return connection.remote_ip, list(connection.headers)


def local_name() -> str:
    """Who sits at this machine, as its operating system calls them."""
    try:
        return f"{getpass.getuser()} ({HERE})"
    except (KeyError, OSError, ImportError):
        return HERE
