"""GS1 Digital Link URIs (URI syntax 1.6.0): built from elements, and read back strictly.

    https://HOST[/stem]/01/GTIN14[/22/CPV][/10/LOT][/21/SERIAL][?17=YYMMDD…]

An element is an Application Identifier and its value. The primary key, a GTIN (01) or a place
(414), and its qualifiers stand in the path, in their order; all else, where allowed, in the query.
A GTIN has 14 digits wherever it stands, as in GS1's own engine; a broken percent-encoding and a
host that can't exist, which that takes, are refused. A fragment is no part of the data and is left
out; parameters that are not GS1's are kept as they were written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import quote, unquote

from generator.addresses import gs1_identifiers as gs1
from generator.addresses import link_errors as wrong
from generator.addresses.gs1_identifiers import KEYS
from generator.addresses.link_stem import check_stem, split_start, upper_case

__all__ = ["DigitalLink", "Element", "build", "parse", "upper_case"]

Element = tuple[str, str]
"""An Application Identifier and its value."""

_BROKEN_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_ABOLISHED: Mapping[str, str] = MappingProxyType(
    {"gtin": "01", "gln": "414", "cpv": "22", "lot": "10", "ser": "21"}
)


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
    def gtin(self) -> str | None:
        """The GTIN in 14 digits, where that is the primary key."""
        return dict(self.path).get("01")

    @property
    def lot(self) -> str | None:
        """The batch or lot (10) of that GTIN."""
        return dict(self.path).get("10")

    @property
    def uri(self) -> str:
        """The URI: all but unreserved characters percent-encoded, predefined lengths first."""
        path = "".join(f"/{ai}/{quote(value, safe='')}" for ai, value in self.path)
        ordered = sorted(self.attributes, key=lambda each: not gs1.predefined(each[0]))
        attributes = (f"{ai}={quote(value, safe='')}" for ai, value in ordered)
        query = "&".join([*attributes, *self.others])
        return f"{self.stem}{path}{'?' if query else ''}{query}"


def build(stem: str, elements: Iterable[Element]) -> str:
    """The URI of these elements below a stem such as `https://id.example/ocop`.

    The first element that can be a primary key is the key, and its qualifiers follow it. A GTIN of
    8, 12 or 13 digits gets its 14. DigitalLinkError for anything that `parse` would refuse.
    """
    found = dict[str, str]()
    for ai, value in elements:
        value = gs1.gtin14(value) if ai == "01" else value
        if found.setdefault(ai, value) != value:
            raise wrong.DuplicateError(ai=ai)
    key = next((ai for ai in found if ai in KEYS), None)
    if key is None:
        raise wrong.KeyMissingError()
    path = tuple((ai, found.pop(ai)) for ai in (key, *KEYS[key]) if ai in found)
    link = DigitalLink(check_stem(stem), path, tuple(found.items()))
    _check(link)
    return link.uri


def parse(uri: str) -> DigitalLink:
    """Take a URI apart; DigitalLinkError says why it is none.

    The key is the rightmost that can be one; all before it is the stem.
    """
    start, rest = split_start(uri)
    place, _, query = rest.partition("#")[0].partition("?")
    segments = place.split("/")
    at = _key_at(segments)
    pairs = zip(segments[at::2], segments[at + 1 :: 2], strict=True)
    path = tuple((ai, _decoded(value)) for ai, value in pairs)
    link = DigitalLink(start + "/".join(segments[:at]), path, *_query(query))
    _check(link)
    return link


def _key_at(segments: Sequence[str]) -> int:
    """Where the path's rightmost primary key stands; all after it are pairs."""
    for start in range(len(segments) - 2, 0, -2):
        if segments[start] in KEYS:
            return start
        if not gs1.known(segments[start]):
            break
    if segments[1:] and not segments[-1]:
        raise wrong.SlashError()
    for name in segments:
        if number := _ABOLISHED.get(name.lower()):
            raise wrong.AbolishedNameError(found=name, number=number)
    raise wrong.KeyMissingError()


def _query(query: str) -> tuple[tuple[Element, ...], tuple[str, ...]]:
    """The identifiers of a query, and its other parameters; `&&` and an empty query are nothing."""
    attributes, others = list[Element](), list[str]()
    for parameter in filter(None, query.split("&")):
        name, equals, value = parameter.partition("=")
        if equals and re.fullmatch(r"[0-9]*", name):
            attributes.append((name, _decoded(value.replace("+", " "))))
        else:
            others.append(parameter)
    return tuple(attributes), tuple(others)


def _decoded(value: str) -> str:
    if _BROKEN_PERCENT.search(value):
        raise wrong.PercentError(found=value)
    return unquote(value, encoding="latin-1")


def _check(link: DigitalLink) -> None:
    """All that the standard asks of the elements together."""
    elements = [*link.path, *link.attributes]
    for ai, value in elements:
        gs1.check_value(ai, value)
    seen = set[str]()
    for ai, _ in elements:
        if ai in seen:
            raise wrong.DuplicateError(ai=ai)
        seen.add(ai)
    key, *qualifiers = (ai for ai, _ in link.path)
    if [ai for ai in KEYS[key] if ai in qualifiers] != qualifiers:
        allowed, found = (", ".join(f"({ai})" for ai in each) for each in (KEYS[key], qualifiers))
        raise wrong.OrderError(key=key, allowed=allowed, found=found)
    for ai, _ in link.attributes:
        if ai in gs1.PATH_ONLY:
            raise wrong.PlaceError(ai=ai)
        if ai in KEYS[key]:
            raise wrong.QualifierInQueryError(ai=ai)
    gs1.check_companions(link.elements)
