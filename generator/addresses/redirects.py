"""Old addresses (the products' `aliases`) and the pages that answer for them today.

An alias that is a scan address stands on packs: there the product's whole page stands, for a
redirect would cost whoever scans it a second on a bad connection. All others redirect.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.addresses.pages import KINDS, content_page, folder, home, page
from generator.addresses.scan import can_be_printed, is_scan_path, scan_paths
from generator.catalogue.model import Catalogue


@dataclass(frozen=True, slots=True)
class Redirect:
    """An old address (folder with closing slash) and the page that answers for it today."""

    path: str
    target: str
    source: str


class RedirectError(ValueError):
    """An alias that can't stand: `rule` is alias-clash, alias-cycle or alias-scan."""

    def __init__(self, rule: str, redirect: Redirect) -> None:
        super().__init__(f"{rule}: {redirect.path} -> {redirect.target}")
        self.rule = rule
        self.redirect = redirect


def alias_path(alias: str) -> str:
    """An alias as written (`/san-pham/cu/`, a full path) as a page's address."""
    return alias.strip().strip("/") + "/"


def faults(redirects: Iterable[Redirect], pages: frozenset[str]) -> tuple[RedirectError, ...]:
    """Aliases that can't stand.

    One is itself a page or claimed twice, or a chain has no end, or what looks like a scan address
    is none.
    """
    found, by_path = [], dict[str, Redirect]()
    for redirect in redirects:
        path = redirect.path.rstrip("/")
        if is_scan_path(path) and not can_be_printed(path):
            found.append(RedirectError("alias-scan", redirect))
        elif redirect.path in pages or redirect.path in by_path:
            found.append(RedirectError("alias-clash", redirect))
        else:
            by_path[redirect.path] = redirect
    cycles = (one for one in by_path.values() if _end(one, by_path) is None)
    return (*found, *(RedirectError("alias-cycle", one) for one in cycles))


def flatten(redirects: Iterable[Redirect]) -> tuple[Redirect, ...]:
    """Redirects that each lead straight to a page; `faults` has said that none is at fault."""
    by_path = {redirect.path: redirect for redirect in redirects}
    ends = ((one, _end(one, by_path)) for one in by_path.values())
    return tuple(Redirect(one.path, end, one.source) for one, end in ends if end is not None)


def _end(redirect: Redirect, by_path: Mapping[str, Redirect]) -> str | None:
    target, seen = redirect.target, {redirect.path}
    while target in by_path:
        if target in seen:
            return None
        seen.add(target)
        target = by_path[target].target
    return target


def claims(catalogue: Catalogue) -> tuple[Redirect, ...]:
    """Every alias of the products, each with the product's page."""
    return tuple(
        Redirect(alias_path(alias), page("product", product.slug, "vi"), product.source)
        for product in catalogue.products
        for alias in product.aliases
    )


def redirects(catalogue: Catalogue) -> tuple[Redirect, ...]:
    """The aliases that lead to another address."""
    return tuple(one for one in claims(catalogue) if not is_scan_path(one.path))


def pages(catalogue: Catalogue) -> frozenset[str]:
    """Every address of a page with content of its own, which no alias may take."""
    things = [
        *(page("product", product.slug, "vi") for product in catalogue.products),
        *(page("producer", slug, "vi") for slug in catalogue.producers),
        *(page("commune", slug, "vi") for slug in catalogue.places),
        *(page("fair", fair.slug, "vi") for fair in catalogue.fairs),
        *(content_page(one.slug, "vi") for one in catalogue.pages),
        *(f"{path}/" for product in catalogue.products for path in scan_paths(product)),
    ]
    lists = (folder(kind, "vi") for kind in KINDS)
    return frozenset([*things, *lists, home("en"), "/"])
