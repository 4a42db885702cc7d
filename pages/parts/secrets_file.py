"""What secrets.toml says about signing in: read anew each time, and checked before it is used."""

import tomllib
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import streamlit as st

from pages.parts.editors import SettingsError

NEEDED = ("redirect_uri", "cookie_secret", "client_id", "client_secret", "server_metadata_url")
SHORTEST = 32  # characters of cookie_secret: who guesses it signs in as anybody
CALLBACK = "/oauth2callback"
SEEN: set[tuple[str, ...]] = set()
"""The settings files in which this server has met sign-in. Not in a cache of Streamlit's: any
browser may have that emptied."""


def settings() -> dict[str, Any]:
    """secrets.toml as it stands at this moment.

    st.secrets is not enough to take a right away: once it has met a slip in the file, it mends
    itself but does not notice the next change (seen on 1.67.0). And a table that was there and is
    gone, perhaps while the file is being saved, does not open the book to this machine.

    Raises:
        SettingsError: the file cannot be read, or lost its tables since the server started.
    """
    found: dict[str, Any] = {}
    for file in files():
        try:
            found |= tomllib.loads(Path(file).read_text(encoding="utf-8"))
        except FileNotFoundError:
            continue
        except (OSError, ValueError):
            fix = "betulkan penulisannya sebagai TOML (UTF-8) dan izin bacanya"
            raise SettingsError("seluruh berkas", "tidak dapat dibaca", fix) from None
    if governed(found):
        SEEN.add(files())
    elif files() in SEEN:
        fix = "kembalikan, atau mulai ulang server bila memang tidak dipakai lagi"
        raise SettingsError("[auth] dan [editors]", "hilang sejak server dimulai", fix)
    return found


def governed(found: Mapping[str, Any]) -> bool:
    """Whether lists decide; half of the settings is a slip, not an open door."""
    return "auth" in found or "editors" in found


def files() -> tuple[str, ...]:
    """Where Streamlit looks for secrets, the last one wins."""
    return tuple(st.get_option("secrets.files"))


def check(auth: Any) -> None:
    """Whether signing in can work at all, before Streamlit says in English that it cannot."""
    if not isinstance(auth, Mapping):
        raise SettingsError(
            "[auth]", "tabel ini tidak ada", f"tambahkan dengan {', '.join(NEEDED)}"
        )
    for key in NEEDED:
        if not (isinstance(auth.get(key), str) and auth[key]):
            raise SettingsError(f"[auth] {key}", "belum diisi", "isi seperti contoh di README.md")
    if len(auth["cookie_secret"]) < SHORTEST:
        fix = f"pakai sedikitnya {SHORTEST} huruf acak"
        raise SettingsError("[auth] cookie_secret", "terlalu pendek", fix)
    if not auth["redirect_uri"].endswith(CALLBACK):
        raise SettingsError("[auth] redirect_uri", "salah", f"akhiri dengan {CALLBACK}")
    if not (find_spec("authlib") and find_spec("httpx")):
        fix = "jalankan pip install -r requirements.txt, lalu mulai ulang server"
        raise SettingsError("[auth]", "Authlib belum terpasang di server", fix)
