"""The addresses that codes on packs carry."""

from __future__ import annotations

from urllib.parse import urlsplit

from generator.addresses.pages import public_url
from generator.catalogue.models import Product


def scan_paths(product: Product) -> tuple[str, ...]:
    """Every scan address of the product without closing slash, the one to print first."""
    found = []
    if product.gtin14:
        found.append(f"01/{product.gtin14}")
    if product.code:
        found.append(f"Q/{product.code}")
    return tuple(found)


def printed_url(base_url: str, path: str) -> str:
    """The address as a code carries it: upper case where that opens the same page.

    Scheme and host may be written in any case; a path prefix of the site may not, so a site below
    a lower-case prefix is printed as it is, in a denser code.
    """
    parts = urlsplit(base_url)
    if parts.path != parts.path.upper():
        return public_url(base_url, path)
    return f"{parts.scheme}://{parts.netloc}".upper() + f"{parts.path}/{path}"


def readable_url(url: str) -> str:
    """The address in letters beneath a code, without its scheme."""
    return url.split("://", 1)[1]
