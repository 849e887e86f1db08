"""Every public address, in one place, because addresses are for ever.

A page's address is its folder below the site's root, with a closing slash (`san-pham/gao-thom/`;
the home page is the empty string); the page itself is the folder's `index.html`. Scan addresses
follow the GS1 Digital Link form `01/<GTIN14>` where there is a GTIN, and `Q/<CODE>` where not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from generator.catalogue.models import Catalogue, Language, Product

_FOLDERS: Mapping[Language, Mapping[str, str]] = {
    "vi": {
        "product": "san-pham",
        "producer": "chu-the",
        "commune": "xa",
        "group": "nhom",
        "star": "sao",
        "fair": "hoi-cho",
        "recall": "thu-hoi",
    },
    "en": {
        "product": "products",
        "producer": "producers",
        "commune": "communes",
        "group": "groups",
        "star": "stars",
        "fair": "fairs",
        "recall": "recalls",
    },
}
_PART: Mapping[Language, str] = {"vi": "trang", "en": "page"}
RESERVED = frozenset(
    [
        *_FOLDERS["vi"].values(),
        "en",
        "01",
        "Q",
        "media",
        "static",
        "qr",
        "share",
        "schema",
        "pagefind",
    ]
)
"""First path segments that no content page may take."""


@lru_cache(maxsize=4096)
def slugify(text: str) -> str:
    """Fold to a-z, 0-9 and hyphens; đ becomes d, marks are dropped: “Khô cá chốt” → kho-ca-chot."""
    folded = unicodedata.normalize("NFKD", text.replace("đ", "d").replace("Đ", "D"))
    return re.sub(r"[^a-z0-9]+", "-", folded.encode("ascii", "ignore").decode().lower()).strip("-")


def home(language: Language) -> str:
    """The home page in that language."""
    return "" if language == "vi" else f"{language}/"


def folder(kind: str, language: Language) -> str:
    """The list of a kind: product (the catalogue), producer, commune, group, star or fair."""
    return f"{home(language)}{_FOLDERS[language][kind]}/"


def page(kind: str, key: str, language: Language) -> str:
    """The page of one thing of that kind; `key` is its slug, or the number of stars."""
    return f"{folder(kind, language)}{key}/"


def group_key(number: int, name: str) -> str:
    """The last segment of a product group's address: “8-che-bien-tu-thit”."""
    return f"{number}-{slugify(name)[:60].rstrip('-')}"


def content_page(slug: str, language: Language) -> str:
    """A page of content/pages."""
    return f"{home(language)}{slug}/"


def part(path: str, number: int, language: Language) -> str:
    """The page of a long list's further part: “nhom/4-…/trang-2/”; part 1 is the list's own."""
    return path if number == 1 else f"{path}{_PART[language]}-{number}/"


def scan_paths(product: Product) -> tuple[str, ...]:
    """Every scan address of the product without closing slash, the one to print first."""
    found = []
    if product.gtin14:
        found.append(f"01/{product.gtin14}")
    if product.code:
        found.append(f"Q/{product.code}")
    return tuple(found)


def lot_paths(product: Product, lot: str) -> tuple[str, ...]:
    """A lot's scan addresses, no closing slash: `01/<GTIN14>/10/<LOT>`, `Q/<CODE>/<LOT>`.

    The key qualifier 10 (lot) is that of GS1 Digital Link; the order is that of `scan_paths`.
    """
    return tuple(
        f"{scan}/10/{lot}" if scan.startswith("01/") else f"{scan}/{lot}"
        for scan in scan_paths(product)
    )


def lot_page(slug: str, lot: str, language: Language) -> str:
    """A lot's page in a language other than the site's own, which is not scanned but linked to."""
    return f"{page('product', slug, language)}{lot}/"


def public_url(base_url: str, path: str) -> str:
    """The address people and search engines see: `https://HOST/san-pham/gao-thom/`."""
    return f"{base_url}/{path}"


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


def relative(origin: str, target: str) -> str:
    """The link from one page's folder to another's page, or to a file if `target` has no slash end.

    Pages are linked by their `index.html`, so that links also work from file://.
    """
    here, there = origin.split("/")[:-1], target.split("/")
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    link = "../" * (len(here) - shared) + "/".join(there[shared:])
    return link + "index.html" if target.endswith("/") or not target else link


@dataclass(frozen=True, slots=True)
class Redirect:
    """An old address (folder with closing slash) and the page that answers for it today."""

    path: str
    target: str
    source: str


class RedirectError(ValueError):
    """An alias that can't stand: `rule` is alias-clash or alias-cycle, `path` the old address."""

    def __init__(self, rule: str, redirect: Redirect) -> None:
        super().__init__(f"{rule}: {redirect.path} -> {redirect.target}")
        self.rule = rule
        self.redirect = redirect


def alias_path(alias: str) -> str:
    """An alias as written (`/san-pham/cu/`, a full path) as a page's address."""
    return alias.strip().strip("/") + "/"


def faults(redirects: Iterable[Redirect], pages: frozenset[str]) -> tuple[RedirectError, ...]:
    """Aliases that can't stand: one is itself a page or claimed twice, or a chain has no end."""
    found, by_path = [], dict[str, Redirect]()
    for redirect in redirects:
        if redirect.path in pages or redirect.path in by_path:
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


def redirects(catalogue: Catalogue) -> tuple[Redirect, ...]:
    """What the products' `aliases` ask for."""
    return tuple(
        Redirect(alias_path(alias), page("product", product.slug, "vi"), product.source)
        for product in catalogue.products
        for alias in product.aliases
    )


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
    lists = (folder(kind, "vi") for kind in _FOLDERS["vi"])
    return frozenset([*things, *lists, home("en"), "/"])
