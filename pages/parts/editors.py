"""Who may write for which regency, as the table [editors] of secrets.toml says.

Pure: what stands in the file goes in, rights come out. An address is compared letter by letter,
whatever its case; a domain is all that follows the only "@", so "@kab.go.id" admits neither
"x@evil-kab.go.id" nor "x@sub.kab.go.id". Letters of other scripts that look alike are refused.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from data.errors import DataError

EVERY = "semua"
TRUSTING = "percaya_tanpa_verifikasi"
EXAMPLE = '"6310" = ["inovasi@contoh.go.id", "@contoh.go.id"]'
LONGEST = 254  # characters of an address, RFC 5321
DOMAIN = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")
ACCOUNT = re.compile(r"[a-z0-9.!#$%&'*+/=?^_`{|}~-]+")


class SettingsError(DataError):
    """One place in secrets.toml. The message never repeats a value: some are secret."""

    def __init__(self, place: str, problem: str, fix: str):
        super().__init__(f"secrets.toml, {place}: {problem}. Perbaikan: {fix}.")
        self.place = place


@dataclass(frozen=True)
class Editors:
    """The lists as read.

    Attributes:
        lists: for each regency code, or "semua", the addresses and "@domains", in lower case.
        trusting: whether an address counts that the provider does not call verified.
    """

    lists: Mapping[str, frozenset[str]]
    trusting: bool = False


def read(table: Any, known: Collection[str]) -> Editors:
    """The table [editors], checked.

    Args:
        table: what stands in secrets.toml under "editors"; None where nothing does.
        known: the codes of the regencies.

    Raises:
        SettingsError: anything in it is not as it must be; then nobody can be sure who is meant.
    """
    if not isinstance(table, Mapping):
        raise SettingsError("[editors]", "tabel penulis tidak ada", f"tambahkan {EXAMPLE}")
    trusting = table.get(TRUSTING, False)
    if not isinstance(trusting, bool):
        raise SettingsError(f"[editors] {TRUSTING}", "bukan ya atau tidak", "tulis true atau false")
    lists = {key: value for key, value in table.items() if key != TRUSTING}
    for key in lists:
        if key != EVERY and key not in known:
            fix = f'pakai kode salah satu dari 13 daerah, misalnya "6310", atau {EVERY}'
            raise SettingsError(f"[editors] {key}", "kode daerah ini tidak dikenal", fix)
    return Editors({key: read_list(key, value) for key, value in lists.items()}, trusting)


def read_list(key: str, entries: Any) -> frozenset[str]:
    """One regency's addresses and domains, in lower case."""
    if not isinstance(entries, list):
        raise SettingsError(f"[editors] {key}", "bukan daftar", f"tulis seperti {EXAMPLE}")
    for place, entry in enumerate(entries, start=1):
        if not (is_address(entry) or is_address(f"x{entry}")):
            problem = f"isian ke-{place} bukan alamat surel dan bukan domain"
            fix = "tulis alamat lengkap, atau domain yang diawali @"
            raise SettingsError(f"[editors] {key}", problem, fix)
    return frozenset(entry.lower() for entry in entries)


def is_address(value: Any) -> bool:
    """Whether this is an e-mail address of plain letters: one "@", a domain with a dot."""
    if not isinstance(value, str) or not value.isascii() or len(value) > LONGEST:
        return False
    account, at, domain = value.lower().partition("@")
    return bool(at and ACCOUNT.fullmatch(account) and DOMAIN.fullmatch(domain))


def editor_codes(email: Any, editors: Editors) -> frozenset[str] | None:
    """The regencies an address may write for: None for every one, empty for none."""
    if not is_address(email):
        return frozenset()
    account, at, domain = email.lower().partition("@")
    names = {account + at + domain, at + domain}
    codes = {key for key, listed in editors.lists.items() if not names.isdisjoint(listed)}
    return None if EVERY in codes else frozenset(codes)
