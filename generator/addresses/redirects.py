"""Old addresses (the products' `aliases`) and the pages that answer for them today.

An alias that is a scan address stands on packs: there the product's whole page stands, for a
redirect would cost whoever scans it a second on a bad connection. All others redirect.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate

from generator.addresses.pages import home, is_part
from generator.addresses.scan import can_be_printed, is_scan_path, scan_paths
from generator.catalogue.model import (
    Catalogue,
)
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.place import KeyPath
from generator.catalogue.problems.rule import Rule
from generator.catalogue.problems.rules_addresses import (
    ALIAS_CASE,
    ALIAS_CLASH,
    ALIAS_SCAN,
)


@dataclass(frozen=True, slots=True)
class Redirect:
    """An old address (folder with closing slash) and the page that answers for it today.

    `index` tells which of its file's aliases it is, from 0.
    """

    path: str
    target: str
    source: str
    index: int = 0


def _finding(rule: Rule, redirect: Redirect, **values: str) -> Finding:
    """An alias that can't stand, at its own place in its file."""
    at = ("aliases", redirect.index)
    alias = f"/{redirect.path.lstrip('/')}"
    return Finding.of(redirect.source, at, rule, alias=alias, **values)


def alias_path(alias: str) -> str:
    """An alias as the catalogue has it (`/san-pham/cu`) as a page's address."""
    return alias.strip().strip("/") + "/"


Place = Callable[[str, KeyPath], str]
"""Says where a key stands: its file and line."""


def faults(
    redirects: Iterable[Redirect], pages: Mapping[str, str], place: Place
) -> tuple[Finding, ...]:
    """Aliases that can't stand; `pages` are all addresses with the content file of each, if any.

    One is itself a page or claimed twice, or differs from such only in case; or what looks like a
    scan address is none. As an alias leads to a product's page, and no page's address can be one,
    aliases make no chains.
    """
    found, by_path = list[Finding](), dict[str, Redirect]()
    spellings = {_folded(each): each for path in pages for each in _folders(path)}
    for redirect in redirects:
        path = redirect.path.rstrip("/")
        if is_scan_path(path) and not can_be_printed(path):
            found.append(_finding(ALIAS_SCAN, redirect))
        elif other := _other_spelling(redirect.path, spellings):
            found.append(_finding(ALIAS_CASE, redirect, other=other))
        elif other := _owner(redirect.path, by_path, pages, place):
            found.append(_finding(ALIAS_CLASH, redirect, other=other))
        else:
            by_path[redirect.path] = redirect
            spellings |= {_folded(each): each for each in _folders(redirect.path)}
    return tuple(found)


def _owner(
    path: str, by_path: Mapping[str, Redirect], pages: Mapping[str, str], place: Place
) -> str:
    """Who has that address already, by file and line or by address; empty where nobody has."""
    if before := by_path.get(path):
        return place(before.source, ("aliases", before.index))
    if path in pages:
        return place(pages[path], ()) if pages[path] else f"/{path.lstrip('/')}"
    above, _, last = path.rstrip("/").rpartition("/")
    listed = is_part(last) and (not above or f"{above}/" in pages)
    return f"/{above}/".replace("//", "/") if listed else ""


def _folders(path: str) -> Iterator[str]:
    """The page's folder and all above it: “a/b/” gives “a” and “a/b”."""
    return accumulate(path.rstrip("/").split("/"), "{}/{}".format)


def _folded(folder: str) -> str:
    """One spelling for all that a disk without regard for case takes for one and the same."""
    return unicodedata.normalize("NFC", folder.casefold())


def _other_spelling(path: str, spellings: Mapping[str, str]) -> str:
    """The address of a known folder that differs only in case from one on this path, or none."""
    for each in _folders(path):
        known = spellings.get(_folded(each), each)
        if known != each:
            return f"/{known}/"
    return ""


def claims(catalogue: Catalogue, targets: Mapping[str, str]) -> tuple[Redirect, ...]:
    """Every alias of the products; `targets` are their pages in the site's own language by slug."""
    return tuple(
        Redirect(alias_path(alias), targets[product.slug], product.source, index)
        for product in catalogue.products
        for index, alias in enumerate(product.aliases)
    )


def redirects(catalogue: Catalogue, targets: Mapping[str, str]) -> tuple[Redirect, ...]:
    """The aliases that lead to another address."""
    return tuple(one for one in claims(catalogue, targets) if not is_scan_path(one.path))


def pages(catalogue: Catalogue, browsed: Mapping[str, str]) -> Mapping[str, str]:
    """Every address that no alias may take, with the content file that it is of, if any.

    `browsed` are those of pages to browse.
    """
    scans = {
        f"{path}/": product.source for product in catalogue.products for path in scan_paths(product)
    }
    return {**dict.fromkeys(("01/", "Q/", home("en"), "/"), ""), **browsed, **scans}
