"""Old addresses as editors write them, read as paths below the site's root.

An editor copies what stands on a pack, in a browser or in an old list: a whole address of this
site, a path with or without its slashes, letters encoded as %XX. All give one path, which becomes a
folder of the site; so it must be one that every machine can hold and every host finds.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple
from urllib.parse import quote, unquote

from generator.catalogue.folder_names import LONGEST_NAME, is_device
from generator.catalogue.model import (
    Product,
    Site,
)
from generator.catalogue.problems.alias_reasons import REASONS
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.rules_addresses import ALIAS_FORM
from generator.catalogue.problems.unsound import if_sound

LONGEST_PATH = 800
"""Characters of a path with its letters encoded: a line of `_redirects` may have 1,000."""
_KEPT_BY_HOSTS = "cdn-cgi"
OWN_ROOMS = frozenset(
    ["media", "static", "qr", "share", "schema", "pagefind", ".well-known", _KEPT_BY_HOSTS]
)
"""First segments of what is no page, in lower case; cdn-cgi is kept by a host."""
OWN_FILES = frozenset(
    [
        *("index.html", "404.html", "sw.js", "catalogue.json", "robots.txt", "sitemap.xml"),
        *("feed.xml", "thu-hoi.xml", "recalls.xml", "passport.json", "linkset.json"),
        *("share.jpg", "share.en.jpg", "manifest.json"),
        *("_headers", "_redirects", "_worker.js", "_routes.json"),
        *("cname", "favicon.ico", "web.config"),
    ]
)
"""Files of the site's folders, and those that hosts look for, in lower case."""

_MADE_FILE = re.compile(r"sitemap-[0-9]+\.xml|.*\.ics")
"""Files of the site whose names come from content: parts of the sitemap, calendars of fairs."""
_WHOLE = re.compile(r"(?:([a-z][a-z0-9+.-]*):)?//([^/?#\\]*)(.*)", re.IGNORECASE | re.DOTALL)
_HOST = re.compile(r"(?:[\w-]+\.)+([^\W\d]{2,})(?::\d+)?")
_ENDINGS = frozenset({"htm", "html", "php", "asp", "aspx", "jsp", "cgi", "xml", "pdf"})
"""After the last full stop of a first segment that is a page of old, not a host."""
_SIGNS = re.compile(r'[\\*:?#<>|"%]')
_LONE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


class AliasError(ValueError):
    """What is written is no address below this site; `part` is what is wrong in it."""

    def __init__(self, reason: str, part: str = "") -> None:
        super().__init__(f"{reason}: {part!r}")
        self.reason = reason
        self.part = part

    def values(self, found: str) -> dict[str, str]:
        """What the rule's text wants."""
        reason = REASONS[self.reason]
        texts = {"reason_vi": reason.vi[0], "remedy_vi": reason.vi[1]}
        texts |= {"reason_en": reason.en[0], "remedy_en": reason.en[1]}
        filled = {key: text.replace("{part}", self.part) for key, text in texts.items()}
        return {"found": found, **filled}


class _Place(NamedTuple):
    """Where a site is: its host in one spelling, and the path before its own addresses."""

    host: str
    prefix: str


def own_places(site: Site) -> tuple[str, ...]:
    """Where the site is and was: addresses below these are its own."""
    return (site.base_url, *site.former_base_urls)


def alias_findings(products: Iterable[Product], own: Sequence[str]) -> Iterator[Finding]:
    """Yield each alias that can't be read, at its own place in its file."""
    for product in products:
        for index, alias in enumerate(if_sound(product, "aliases") or ()):
            try:
                read_alias(alias, own)
            except AliasError as error:
                at = ("aliases", index)
                yield Finding(product.source, at, ALIAS_FORM, error.values(alias))


def with_paths(product: Product, own: Sequence[str]) -> Product:
    """The product with its aliases as paths; one that can't be read stays as it is written."""
    if not product.aliases:
        return product
    return product.model_copy(update={"aliases": tuple(_path(a, own) for a in product.aliases)})


def _path(alias: str, own: Sequence[str]) -> str:
    try:
        return read_alias(alias, own)
    except AliasError:
        return alias


def read_alias(text: str, own: Sequence[str]) -> str:
    """The path with a slash before and none behind: “/san-pham/khô-cá”, “/” for the home page.

    `own` are the site's base URL and its former ones. Raises AliasError.
    """
    path = _below(text.strip(), own)
    if found := re.search(r"[?#]", path):
        raise AliasError("query", found[0])
    path = unicodedata.normalize("NFC", _decoded(path)).removeprefix("/").removesuffix("/")
    if path:
        _check(path)
    return f"/{path}"


def _below(text: str, own: Sequence[str]) -> str:
    """What stands behind the site's own address, or the path as it was given."""
    known = [place for url in own if (place := _place(url))]
    first = text.removeprefix("/").partition("/")[0]
    whole = _WHOLE.fullmatch(text)
    if whole is None and first and any(_one_spelling(first) == each.host for each in known):
        whole = _WHOLE.fullmatch(f"//{text.removeprefix('/')}")
    if whole is None and not text.startswith("/") and _names_a_host(text, first):
        raise AliasError("host", first)
    if whole is None:
        prefix = known[0].prefix if known else ""
        return text.removeprefix(prefix) if prefix and text.startswith(f"{prefix}/") else text
    scheme, host, rest = whole.groups()
    if scheme is None and "." not in host and all(each.host != host for each in known):
        raise AliasError("empty")
    for place in sorted(known, key=lambda each: -len(each.prefix)):
        below = rest.removeprefix(place.prefix)
        starts = rest.startswith(place.prefix) and below[:1] in {"", "/", "?", "#"}
        if starts and _one_spelling(host) == place.host and _is_web(scheme):
            return below
    raise AliasError("host", host)


def _place(url: str) -> _Place | None:
    found = _WHOLE.fullmatch(url)
    return _Place(_one_spelling(found[2]), found[3].rstrip("/")) if found else None


def _is_web(scheme: str | None) -> bool:
    return scheme is None or scheme.lower() in {"http", "https"}


def _one_spelling(host: str) -> str:
    """A host in lower case, without a usual port or a last full stop, letters as DNS has them."""
    name = re.sub(r":(?:80|443)?$", "", host).removesuffix(".").lower()
    try:
        return name.encode("idna").decode()
    except UnicodeError:
        return name


def _names_a_host(text: str, first: str) -> bool:
    """Whether a text without a slash before it begins with a host: “www.cu.vn/san-pham/”."""
    found = _HOST.fullmatch(first)
    if found is None:
        return False
    return found[1].lower() not in _ENDINGS and ("/" in text or first.startswith("www."))


def _decoded(path: str) -> str:
    """The path with %XX as letters, once."""
    if "%" not in path:
        return path
    if _LONE_PERCENT.search(path):
        raise AliasError("percent")
    try:
        return unquote(path, errors="strict")
    except UnicodeDecodeError:
        raise AliasError("percent") from None


def _check(path: str) -> None:
    """Raise AliasError where a segment can't be a folder, or one that a host finds."""
    segments = path.split("/")
    for segment in segments:
        _check_signs(segment)
        _check_name(segment)
    if segments[0].casefold() in OWN_ROOMS:
        raise AliasError("room", segments[0])
    if (length := len(quote(path))) > LONGEST_PATH:
        raise AliasError("long", str(length))


def _check_signs(segment: str) -> None:
    for sign in segment:
        if sign.isspace():
            raise AliasError("space")
        if not sign.isprintable():
            raise AliasError("invisible", f"U+{ord(sign):04X}")
    if found := _SIGNS.search(segment):
        raise AliasError("sign", found[0])


def _check_name(segment: str) -> None:
    if not segment:
        raise AliasError("empty")
    if segment in {".", ".."}:
        raise AliasError("up", segment)
    if segment.casefold() not in OWN_ROOMS and segment != segment.strip("."):
        raise AliasError("dot", segment)
    if is_device(segment):
        raise AliasError("device", segment)
    if segment.casefold() in OWN_FILES or _MADE_FILE.fullmatch(segment.casefold()):
        raise AliasError("file", segment)
    if (length := len(segment.encode())) > LONGEST_NAME:
        raise AliasError("wide", str(length))
