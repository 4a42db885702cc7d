"""Whether a browser runs on the machine that serves it, as far as its connection can tell."""

import re
from collections.abc import Iterable
from ipaddress import IPv6Address, ip_address
from typing import Any

OWN_NAME = re.compile(r"(?:localhost|127\.0\.0\.1|\[::1\])(?::[0-9]{1,5})?")
# What a proxy adds: who asked it, so that the connection itself says nothing any more.
RELAYED = {
    "forwarded", "via", "x-real-ip", "x-client-ip", "x-cluster-client-ip", "x-original-host",
    "true-client-ip", "cf-connecting-ip", "fastly-client-ip",
}  # fmt: skip


def same_machine(address: Any, headers: Iterable[tuple[str, str]]) -> bool:
    """Whether all of this holds; anything missing, doubled or odd counts as no.

    The connection comes from a loopback address. The browser asked for this machine by its own
    name, so no foreign name was made to lead here (DNS rebinding). The page that opened the
    connection came from the very same place: a proxy may rewrite Host, but the Origin is the
    browser's, and another program's page on another port of this machine is a stranger too.
    No proxy left its mark.

    Args:
        address: the other end of the websocket; None for a Unix socket or without a connection.
        headers: name and value of each header of the websocket's handshake.
    """
    given = [(name.lower(), value) for name, value in headers]
    hosts = [value.lower() for name, value in given if name == "host"]
    origins = [value.lower() for name, value in given if name == "origin"]
    if not loopback(address) or len(hosts) != 1 or len(origins) != 1:
        return False
    if any(name in RELAYED or name.startswith("x-forwarded") for name, _ in given):
        return False
    same_place = origins[0] in (f"http://{hosts[0]}", f"https://{hosts[0]}")
    return same_place and bool(OWN_NAME.fullmatch(hosts[0]))


def loopback(address: Any) -> bool:
    """Whether an address is 127.0.0.0/8 or ::1, also as IPv6 writes the former."""
    try:
        end = ip_address(address)
    except ValueError:
        return False
    mapped = end.ipv4_mapped if isinstance(end, IPv6Address) else None
    return (mapped or end).is_loopback
