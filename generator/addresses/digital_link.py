"""GS1 Digital Link URIs (URI syntax 1.6.0): built from elements, and read back strictly.

    https://HOST[/stem]/01/GTIN14[/22/CPV][/10/LOT][/21/SERIAL][?17=YYMMDD…]

An element is an Application Identifier and its value. The primary key and its qualifiers stand in
the path, in their order; all else, where allowed, in the query. What is accepted is what GS1's own
engine accepts with its usual settings, but that a broken percent-encoding and a host that can't
exist are refused too. A fragment is no part of the data and is left out; parameters that are not
GS1's are kept as they were written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv6Address
from types import MappingProxyType
from urllib.parse import quote, unquote

from generator.addresses.gs1_identifiers import KEYS, Identifier, identifier
from generator.addresses.gs1_values import check_companions, check_value, gtin14, known
from generator.addresses.link_errors import (
    AliasError,
    CaseError,
    CharacterError,
    DuplicateError,
    EmptyError,
    HostError,
    KeyMissingError,
    OrderError,
    PercentError,
    PlaceError,
    QualifierInQueryError,
    SchemeError,
    SlashError,
    StemError,
)

Element = tuple[str, str]
"""An Application Identifier and its value."""

_ILLEGAL = re.compile(r"[^A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]")
_SCHEME = re.compile(r"https?://|HTTPS?://")
_BROKEN_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_LABEL = re.compile(r"[0-9A-Za-z](?:[0-9A-Za-z-]{0,61}[0-9A-Za-z])?")
_ABOLISHED: Mapping[str, str] = MappingProxyType(
    {"gtin": "01", "sscc": "00", "gln": "414", "giai": "8004", "grai": "8003", "gdti": "253"}
    | {"gcn": "255", "ginc": "401", "gsin": "402", "itip": "8006", "cpid": "8010", "gmn": "8013"}
    | {"gsrnp": "8017", "gsrn": "8018", "party": "417", "cpv": "22", "lot": "10", "ser": "21"}
)
_PORTS = 65536


@dataclass(frozen=True, slots=True)
class DigitalLink:
    """A URI taken apart: `stem` as written, and the rest in elements.

    `path` is the primary key and its qualifiers, `attributes` the identifiers of the query, and
    `others` the query's parameters that are not GS1's, as written.
    """

    stem: str
    path: tuple[Element, ...]
    attributes: tuple[Element, ...] = ()
    others: tuple[str, ...] = ()

    @property
    def elements(self) -> Mapping[str, str]:
        """Every value by its identifier."""
        return dict([*self.path, *self.attributes])

    @property
    def key(self) -> Element:
        """The primary key."""
        return self.path[0]

    @property
    def gtin(self) -> str | None:
        """The GTIN in 14 digits, where that is the primary key."""
        return self.key[1] if self.key[0] == "01" else None

    @property
    def variant(self) -> str | None:
        """The consumer product variant (22)."""
        return dict(self.path).get("22")

    @property
    def lot(self) -> str | None:
        """The batch or lot (10)."""
        return dict(self.path).get("10")

    @property
    def serial(self) -> str | None:
        """The serial number (21)."""
        return dict(self.path).get("21")

    @property
    def uri(self) -> str:
        """The URI: all but unreserved characters percent-encoded, predefined lengths first."""
        path = "".join(f"/{ai}/{_encoded(value)}" for ai, value in self.path)
        ordered = sorted(self.attributes, key=lambda each: not known(each[0]).predefined)
        query = "&".join([*(f"{ai}={_encoded(value)}" for ai, value in ordered), *self.others])
        return f"{self.stem}{path}{'?' if query else ''}{query}"


def build(stem: str, elements: Iterable[Element]) -> str:
    """The URI of these elements below a stem such as `https://id.example/ocop`.

    The first element that can be a primary key is the key, and as many of its qualifiers as the
    standard allows follow it. A GTIN of 8, 12 or 13 digits gets its 14. DigitalLinkError for
    anything that `parse` would refuse.
    """
    found = dict[str, str]()
    for ai, value in elements:
        value = gtin14(value) if ai == "01" else value
        if found.setdefault(ai, value) != value:
            raise DuplicateError(ai=ai)
    key = next((ai for ai in found if ai in KEYS), None)
    if key is None:
        raise KeyMissingError()
    qualifiers = max((_present(each, found) for each in KEYS[key]), key=len)
    path = tuple((ai, found[ai]) for ai in (key, *qualifiers))
    rest = tuple((ai, value) for ai, value in found.items() if ai not in dict(path))
    link = DigitalLink(check_stem(stem), path, rest)
    _check(link)
    return link.uri


def _present(qualifiers: Sequence[str], found: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(ai for ai in qualifiers if ai in found)


def parse(uri: str, *, short_gtin: bool = False) -> DigitalLink:
    """Take a URI apart; DigitalLinkError says why it is none.

    `short_gtin` also takes a GTIN of 8, 12 or 13 digits in the path, as older codes have it, and
    gives it its 14. The stem is the shortest: the key is the rightmost.
    """
    if wrong := _ILLEGAL.search(uri):
        raise CharacterError(found=wrong[0])
    scheme = _scheme(uri)
    address = uri[len(scheme) :].partition("#")[0]
    place, _, query = address.partition("?")
    host, slash, path = place.partition("/")
    _check_host(host)
    segments = path.split("/") if slash else []
    start = _key_at(segments)
    stem = f"{scheme}{'/'.join([host, *segments[:start]])}"
    pairs = [_decoded(ai, value) for ai, value in _pairs(segments[start:])]
    if short_gtin and pairs[0][0] == "01":
        pairs[0] = ("01", gtin14(pairs[0][1]))
    attributes, others = _query(query)
    link = DigitalLink(stem, tuple(pairs), attributes, others)
    _check(link)
    return link


def check_stem(stem: str) -> str:
    """The stem without a closing slash; DigitalLinkError where none can stand before a path."""
    if wrong := _ILLEGAL.search(stem):
        raise CharacterError(found=wrong[0])
    scheme = _scheme(stem)
    host, _, path = stem[len(scheme) :].removesuffix("/").partition("/")
    if re.search(r"[?#\[\]]|//|/$", path) or "?" in host or "#" in host:
        raise StemError(found=stem)
    _check_host(host)
    return stem.removesuffix("/")


def upper_case(uri: str) -> str:
    """The same URI with scheme and host in upper case, for a QR code's alphanumeric mode.

    CaseError where lower-case letters remain, which a denser code must carry as they are.
    """
    scheme = _scheme(uri)
    host, slash, rest = uri[len(scheme) :].partition("/")
    if rest != rest.upper():
        raise CaseError(found=rest)
    return f"{scheme}{host}".upper() + slash + rest


def _check(link: DigitalLink) -> None:
    """All that the standard asks of the elements together."""
    for ai, value in (*link.path, *link.attributes):
        check_value(known(ai), value)
    _check_order(tuple(ai for ai, _ in link.path))
    seen = {ai for ai, _ in link.path}
    for ai, _ in link.attributes:
        if ai in seen:
            raise DuplicateError(ai=ai)
        seen.add(ai)
        if not known(ai).attribute:
            raise PlaceError(ai=ai)
        if _could_qualify(ai, link):
            raise QualifierInQueryError(ai=ai)
    check_companions(link.elements)


def _check_order(path: Sequence[str]) -> None:
    key, *qualifiers = path
    if len(set(path)) < len(path):
        raise DuplicateError(ai=next(ai for ai in path if path.count(ai) > 1))
    if not any(_in_order(qualifiers, allowed) for allowed in KEYS[key]):
        allowed = " / ".join(", ".join(f"({ai})" for ai in each) or "–" for each in KEYS[key])
        found = ", ".join(f"({ai})" for ai in qualifiers)
        raise OrderError(key=key, allowed=allowed, found=found)


def _in_order(qualifiers: Sequence[str], allowed: Sequence[str]) -> bool:
    return [ai for ai in allowed if ai in qualifiers] == list(qualifiers)


def _could_qualify(ai: str, link: DigitalLink) -> bool:
    """Whether the identifier could stand in this path, among the qualifiers already there."""
    (key, _), *rest = link.path
    there = {each for each, _ in rest}
    return any(ai in allowed and there <= set(allowed) for allowed in KEYS[key])


def _scheme(uri: str) -> str:
    found = _SCHEME.match(uri)
    if found is None:
        raise SchemeError()
    return found[0]


def _check_host(text: str) -> None:
    """A name, an address in digits or in brackets, and perhaps a port; no user, no zone."""
    found = re.fullmatch(r"(\[[0-9A-Fa-f:.]+\]|[^:\[\]]*)(?::(\d{1,5}))?", text)
    if found is None or int(found[2] or 0) >= _PORTS or not _is_host(found[1]):
        raise HostError(found=text)


def _is_host(name: str) -> bool:
    if name.startswith("["):
        try:
            IPv6Address(name[1:-1])
        except AddressValueError:
            return False
        return True
    labels = name.removesuffix(".").split(".")
    return len(name) <= 254 and all(_LABEL.fullmatch(label) for label in labels)


def _key_at(segments: Sequence[str]) -> int:
    """Where the path's rightmost primary key stands; all after it are pairs."""
    for start in range(len(segments) - 2, -1, -2):
        if identifier(segments[start]) is None:
            break
        if segments[start] in KEYS:
            return start
    if segments and not segments[-1]:
        raise SlashError()
    for name in segments:
        if number := _ABOLISHED.get(name.lower()):
            raise AliasError(found=name, number=number)
    raise KeyMissingError()


def _pairs(segments: Sequence[str]) -> list[Element]:
    return list(zip(segments[::2], segments[1::2], strict=True))


def _query(query: str) -> tuple[tuple[Element, ...], tuple[str, ...]]:
    """The identifiers of a query, and its other parameters; `&&` and an empty query are nothing."""
    attributes, others = [], []
    for parameter in filter(None, query.split("&")):
        name, equals, value = parameter.partition("=")
        if equals and re.fullmatch(r"[0-9]*", name):
            ai, plain = _decoded(name, value.replace("+", " "))
            # GS1's engine gives a GTIN here its 14 digits without being asked.
            short = ai == "01" and len(plain) in (8, 12, 13)
            attributes.append((ai, gtin14(plain) if short else plain))
        else:
            others.append(parameter)
    return tuple(attributes), tuple(others)


def _decoded(ai: str, value: str) -> Element:
    found: Identifier = known(ai)
    if not value:
        raise EmptyError(ai=ai)
    if _BROKEN_PERCENT.search(value):
        raise PercentError(found=value)
    return found.ai, unquote(value, encoding="latin-1")


def _encoded(value: str) -> str:
    return quote(value, safe="")
