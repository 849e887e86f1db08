"""What stands before the GS1 part of a Digital Link: scheme, host and perhaps a path."""

from __future__ import annotations

import re
from ipaddress import AddressValueError, IPv6Address

from generator.addresses import link_errors as wrong

_ILLEGAL = re.compile(r"[^A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]")
_START = re.compile(r"(https?://|HTTPS?://)([^/?#]*)")
_HOST = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[^:\[\]]*)(?::(\d{1,5}))?")
_LABEL = re.compile(r"[0-9A-Za-z](?:[0-9A-Za-z-]{0,61}[0-9A-Za-z])?")
_PORTS = 65536


def split_start(uri: str) -> tuple[str, str]:
    """Scheme and host, and what follows them; DigitalLinkError where either can't be."""
    if found := _ILLEGAL.search(uri):
        raise wrong.CharacterError(found=found[0])
    start = _START.match(uri)
    if start is None:
        raise wrong.SchemeError()
    host = _HOST.fullmatch(start[2])
    if host is None or int(host[2] or 0) >= _PORTS or not _is_host(host[1]):
        raise wrong.HostError(found=start[2])
    return start[0], uri[start.end() :]


def _is_host(name: str) -> bool:
    """A name, or an address in digits or in brackets; no user, no zone."""
    if name.startswith("["):
        try:
            IPv6Address(name[1:-1])
        except AddressValueError:
            return False
        return True
    labels = name.removesuffix(".").split(".")
    return len(name) <= 254 and all(_LABEL.fullmatch(label) for label in labels)


def check_stem(stem: str) -> str:
    """The stem without a closing slash; DigitalLinkError where none can stand before a path."""
    _, path = split_start(stem)
    if re.search(r"[?#\[\]]|//|/$", path.removesuffix("/")):
        raise wrong.StemError(found=stem)
    return stem.removesuffix("/")


def upper_case(uri: str) -> str:
    """The same URI with scheme and host in upper case, for a QR code's alphanumeric mode.

    CaseError where lower-case letters remain, which a denser code must carry as they are.
    """
    start = _START.match(uri)
    if start is None:
        raise wrong.SchemeError()
    rest = uri[start.end() :]
    if rest != rest.upper():
        raise wrong.CaseError(found=rest.removeprefix("/"))
    return start[0].upper() + rest
