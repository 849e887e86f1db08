"""The addresses that codes on packs carry: `01/<GTIN14>` and `Q/<CODE>`, and lots below them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import quote, unquote

from generator.addresses import digital_link
from generator.addresses.gs1_identifiers import check_value
from generator.addresses.link_errors import CaseError, DigitalLinkError, KeyMissingError, StemError
from generator.addresses.link_stem import check_stem
from generator.addresses.pages import public_url
from generator.catalogue.base_url import BaseUrlError, host_in_letters, parse
from generator.catalogue.model import Product
from generator.catalogue.model.lots import Lot

_CODE = r"[0-9A-HJKMNP-TV-Z]{4,8}"
_OWN = re.compile(
    rf"(?P<stem>.*?)/Q/(?P<code>{_CODE})(?:/(?P<lot>[^/]+))?(?:/21/(?P<serial>[^/]+))?"
)
_NOWHERE = "https://host.invalid"
"""Stands before a path that was given without a host."""


def scan_paths(product: Product) -> tuple[str, ...]:
    """The scan addresses of the product without closing slash, the one to print first."""
    found = []
    if product.gtin14:
        found.append(f"01/{product.gtin14}")
    if product.code:
        found.append(f"Q/{product.code}")
    return tuple(found)


def former_scan_paths(product: Product) -> tuple[str, ...]:
    """Scan addresses that the product answers for besides: its aliases of that form."""
    aliases = (alias.strip().strip("/") for alias in product.aliases)
    return tuple(alias for alias in aliases if is_scan_path(alias))


def all_scan_paths(product: Product) -> tuple[str, ...]:
    """Every scan address at which the product's whole page stands."""
    return (*scan_paths(product), *former_scan_paths(product))


def served(
    products: Iterable[Product], lots: Mapping[str, Sequence[Lot]] = MappingProxyType({})
) -> frozenset[str]:
    """Every scan page of these products and of their lots (by slug), with closing slash."""
    return frozenset(
        f"{path}/"
        for product in products
        for path in (
            *all_scan_paths(product),
            *(path for lot in lots.get(product.slug, ()) for path in lot_paths(product, lot.lot)),
        )
    )


def lot_path(scan_path: str, lot: str) -> str:
    """The page of a lot below a scan address: `Q/7K3M9/L1`, `01/09521234500018/10/L1`."""
    return f"{scan_path}/10/{lot}" if scan_path.startswith("01/") else f"{scan_path}/{lot}"


def lot_paths(product: Product, lot: str) -> tuple[str, ...]:
    """A lot's scan addresses without closing slash: below each of the product's, in that order."""
    return tuple(lot_path(scan, lot) for scan in all_scan_paths(product))


def is_scan_path(path: str) -> bool:
    """Whether the path, given without slashes around it, is of the form of a scan address."""
    return path.split("/")[0] in {"01", "Q"}


@dataclass(frozen=True, slots=True)
class ScanAddress:
    """An address as it stands on packs: `stem` is scheme, host and prefix, None for a bare path.

    `path` is the product's address below the stem, `lot` in plain characters.
    """

    stem: str | None
    path: str
    lot: str | None = None

    @property
    def page(self) -> str:
        """The page that must answer: the lot's, else the product's.

        A single pack has none of its own; the page for lost addresses leads up to this one.
        """
        return lot_path(self.path, self.lot) if self.lot else self.path


def read_scan_address(text: str) -> ScanAddress:
    """Read a whole address or a path as printed; DigitalLinkError where it is no scan address."""
    address = text.strip().removesuffix("/")
    bare = "://" not in address
    if bare and not is_scan_path(address.removeprefix("/")):
        raise KeyMissingError() if "/" not in address.strip("/") else StemError(found=address)
    uri = f"{_NOWHERE}/{address.removeprefix('/')}" if bare else address
    if found := _OWN.fullmatch(re.split(r"[?#]", uri)[0]):
        lot = unquote(found["lot"]) if found["lot"] else None
        if lot:
            check_value("10", lot)
        if found["serial"]:
            check_value("21", unquote(found["serial"]))
        check_stem(found["stem"])
        return ScanAddress(None if bare else found["stem"], f"Q/{found['code']}", lot)
    link = digital_link.parse(uri)
    if link.gtin is None:
        raise KeyMissingError()
    return ScanAddress(None if bare else link.stem, f"01/{link.gtin}", link.lot)


def can_be_printed(path: str) -> bool:
    """Whether the path is a product's scan address: `Q/7K3M9` or `01/` and a right GTIN."""
    try:
        found = read_scan_address(path)
    except DigitalLinkError:
        return False
    return found.path == path


def same_place(stem: str, base_url: str) -> bool:
    """Whether what was printed with this stem opens below this base URL.

    Host in any way of writing, the path exactly; a host that moved from http to https still
    answers.
    """
    try:
        printed, now = parse(stem), parse(base_url)
    except BaseUrlError:
        return False
    secure = now.scheme == "https" or printed.scheme == "http"
    return secure and (printed.host, printed.port, printed.path) == (now.host, now.port, now.path)


def printed_url(base_url: str, path: str) -> str:
    """The address as a code carries it, percent-encoded: upper case where that opens the same page.

    Scheme and host may be written in any case; a path prefix of the site may not, so a site below
    a lower-case prefix is printed as it is, in a denser code.
    """
    url = public_url(base_url, quote(path, safe="/"))
    try:
        return digital_link.upper_case(url)
    except CaseError:
        return url


def readable_url(url: str) -> str:
    """The address in letters beneath a code: without its scheme, the host with its diacritics."""
    authority, slash, path = url.split("://", 1)[1].partition("/")
    host, colon, port = authority.partition(":")
    return f"{host_in_letters(host)}{colon}{port}{slash}{path}"
