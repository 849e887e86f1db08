"""Old addresses (the products' `aliases`) and the pages that answer for them today.

An alias that is a scan address stands on packs: there the product's whole page stands, for a
redirect would cost whoever scans it a second on a bad connection. All others redirect.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate

from generator.addresses.pages import (
    KINDS,
    content_page,
    folder,
    group_key,
    home,
    is_part,
    lot_page,
    page,
)
from generator.addresses.scan import can_be_printed, is_scan_path, scan_paths
from generator.catalogue.model import (
    Catalogue,
    Language,
)
from generator.catalogue.ocop.groups import GROUPS
from generator.catalogue.ocop.stars import MAXIMUM_STARS, MINIMUM_STARS
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.rule import Rule
from generator.catalogue.problems.rules_addresses import (
    ALIAS_CASE,
    ALIAS_CLASH,
    ALIAS_CYCLE,
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


def faults(redirects: Iterable[Redirect], pages: frozenset[str]) -> tuple[Finding, ...]:
    """Aliases that can't stand.

    One is itself a page or claimed twice, or differs from such only in case; or a chain has no
    end, or what looks like a scan address is none.
    """
    found, by_path = list[Finding](), dict[str, Redirect]()
    spellings = {_folded(each): each for path in pages for each in _folders(path)}
    for redirect in redirects:
        path = redirect.path.rstrip("/")
        if is_scan_path(path) and not can_be_printed(path):
            found.append(_finding(ALIAS_SCAN, redirect))
        elif other := _other_spelling(redirect.path, spellings):
            found.append(_finding(ALIAS_CASE, redirect, other=other))
        elif redirect.path in by_path or _is_taken(redirect.path, pages):
            found.append(_finding(ALIAS_CLASH, redirect))
        else:
            by_path[redirect.path] = redirect
            spellings |= {_folded(each): each for each in _folders(redirect.path)}
    cycles = (one for one in by_path.values() if _end(one, by_path) is None)
    return (*found, *(_finding(ALIAS_CYCLE, one) for one in cycles))


def _is_taken(path: str, pages: frozenset[str]) -> bool:
    """Whether there is such a page, or a list may come to have such a further part."""
    above, _, last = path.rstrip("/").rpartition("/")
    return path in pages or (is_part(last) and (not above or f"{above}/" in pages))


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
    own = catalogue.site.language
    return tuple(
        Redirect(alias_path(alias), page("product", product.slug, own), product.source, index)
        for product in catalogue.products
        for index, alias in enumerate(product.aliases)
    )


def redirects(catalogue: Catalogue) -> tuple[Redirect, ...]:
    """The aliases that lead to another address."""
    return tuple(one for one in claims(catalogue) if not is_scan_path(one.path))


def pages(catalogue: Catalogue) -> frozenset[str]:
    """Every address of a page with content of its own, which no alias may take."""
    languages = dict.fromkeys((catalogue.site.language, *catalogue.site.languages))
    scans = (f"{path}/" for product in catalogue.products for path in scan_paths(product))
    browsed = (path for language in languages for path in _browsed(catalogue, language))
    return frozenset([*scans, *browsed, "01/", "Q/", home("en"), "/"])


def _browsed(catalogue: Catalogue, language: Language) -> Iterator[str]:
    own = language == catalogue.site.language
    for product in catalogue.products:
        if own or language in product.translations:
            yield page("product", product.slug, language)
            lots = () if own else catalogue.lots.get(product.slug, ())
            yield from (lot_page(product.slug, lot.lot, language) for lot in lots)
    for kind, slugs in (
        ("producer", catalogue.producers),
        ("commune", catalogue.places),
        ("group", (group_key(number, group.name(language)) for number, group in GROUPS.items())),
        ("star", map(str, range(MINIMUM_STARS, MAXIMUM_STARS + 1))),
        ("fair", (fair.slug for fair in catalogue.fairs)),
    ):
        yield from (page(kind, slug, language) for slug in slugs)
    yield from (content_page(each.slug, language) for each in catalogue.pages)
    yield from (folder(kind, language) for kind in KINDS)
