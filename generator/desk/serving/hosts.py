"""Who may ask: the names that this machine answers to, so that no other site can ask for it."""

from __future__ import annotations

import ipaddress
import socket
from contextlib import suppress

_LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})


def own_addresses() -> tuple[str, ...]:
    """The IPv4 addresses of this machine in its network, the one that leads out first."""
    found: dict[str, None] = {}
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(("192.0.2.1", 9))  # sends nothing: the system only chooses a way
        found[probe.getsockname()[0]] = None
    with suppress(OSError):
        for each in socket.gethostbyname_ex(socket.gethostname())[2]:
            found[each] = None
    return tuple(each for each in found if not ipaddress.ip_address(each).is_loopback)


def allowed_names(lan: tuple[str, ...]) -> frozenset[str]:
    """What a Host header may name; `lan` are the addresses under which others may ask."""
    return _LOOPBACK | {*lan}


def is_allowed(host: str, port: int, names: frozenset[str]) -> bool:
    """Whether a Host header (`localhost:8000`) names this server."""
    name, colon, given = host.strip().lower().rpartition(":")
    if not colon or given.endswith("]"):
        name, given = host.strip().lower(), "80"
    return name in names and given == str(port)


def is_loopback(address: str) -> bool:
    """Whether whoever asks sits at this machine."""
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False
