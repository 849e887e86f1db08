"""Old addresses (the products' `aliases`) and the pages that answer for them today.

An alias that is a scan address stands on packs: there the product's whole page stands, for a
redirect would cost whoever scans it a second on a bad connection. All others redirect.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.addresses.pages import home
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


def claims(catalogue: Catalogue, targets: Mapping[str, str]) -> tuple[Redirect, ...]:
    """Every alias of the products; `targets` are their pages in the site's own language by slug."""
    return tuple(
        Redirect(alias_path(alias), targets[product.slug], product.source)
        for product in catalogue.products
        for alias in product.aliases
    )


def redirects(catalogue: Catalogue, targets: Mapping[str, str]) -> tuple[Redirect, ...]:
    """The aliases that lead to another address."""
    return tuple(one for one in claims(catalogue, targets) if not is_scan_path(one.path))


def pages(catalogue: Catalogue, browsed: Iterable[str]) -> frozenset[str]:
    """Every address that no alias may take; `browsed` are those of pages to browse."""
    scans = (f"{path}/" for product in catalogue.products for path in scan_paths(product))
    return frozenset([*scans, *browsed, home("en"), "/"])
