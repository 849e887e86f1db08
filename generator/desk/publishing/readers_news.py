"""What readers will find new, in their own words: products and recalls, not files."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from generator.catalogue.languages import Language, other_language
from generator.desk.publishing.site_version import SiteVersion
from generator.desk.reporting import Reporter
from generator.web.kinds import KINDS
from generator.web.paths import RECALLS

CATALOGUE = "catalogue.json"
_ENTRY = re.compile(r"<entry>(.*?)</entry>", re.DOTALL)
_PART = re.compile(r"<(title|id|summary)>(.*?)</\1>", re.DOTALL)
_FEW = 8
Read = Callable[[str], bytes | None]


@dataclass(frozen=True, slots=True)
class ReadersNews:
    """Names of products, and recalled lots with their reasons."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    recalled: tuple[str, ...] = ()
    recalled_no_more: tuple[str, ...] = ()


def news(
    before: SiteVersion, read_before: Read, after: SiteVersion, read_after: Read, own: Language
) -> ReadersNews:
    """What differs between two versions, of which each gives what its files hold."""
    old, new = _products(before, read_before), _products(after, read_after)
    both = [slug for slug in new if slug in old]
    was, now = _recalls(before, read_before, own), _recalls(after, read_after, own)
    return ReadersNews(
        new=tuple(new[slug][0] for slug in new if slug not in old),
        changed=tuple(new[slug][0] for slug in both if new[slug] != old[slug]),
        gone=tuple(old[slug][0] for slug in old if slug not in new),
        recalled=tuple(now[id_] for id_ in now if id_ not in was),
        recalled_no_more=tuple(was[id_] for id_ in was if id_ not in now),
    )


def tell(found: ReadersNews, reporter: Reporter) -> None:
    """Say it; the recalls first, for they can't wait."""
    lines = (
        ("Thu hồi mới", "New recalls", found.recalled),
        ("KHÔNG CÒN báo thu hồi", "NO LONGER told as recalled", found.recalled_no_more),
        ("Sản phẩm mới", "New products", found.new),
        ("Sản phẩm có trang thay đổi", "Products whose page changes", found.changed),
        ("Sản phẩm không còn trang", "Products without a page", found.gone),
    )
    for vi, en, names in lines:
        if names:
            shown = "; ".join(names[:_FEW]) + (" …" if len(names) > _FEW else "")
            reporter.say(f"  {vi} ({len(names)}): {shown}", f"  {en} ({len(names)}): {shown}")


def _products(version: SiteVersion, read: Read) -> Mapping[str, tuple[str, str]]:
    """By slug the name, and the hash of the page."""
    try:
        found = json.loads(read(CATALOGUE) or b"")
        root = str(found["url"])
        return {
            str(each["slug"]): (str(each["name"]), _hash(version, root, str(each["url"])))
            for each in found["products"]
        }
    except (KeyError, TypeError, ValueError, RecursionError):
        return {}


def _hash(version: SiteVersion, root: str, url: str) -> str:
    file = version.files.get(f"{unquote(url.removeprefix(root))}index.html")
    return file.digest if file else ""


def _recalls(version: SiteVersion, read: Read, own: Language) -> Mapping[str, str]:
    """By address the recalled lot and why, as the site's own feed has it."""
    for path in _feeds(own):
        if path in version.files:
            text = (read(path) or b"").decode(errors="replace")
            parts = (dict(_PART.findall(each)) for each in _ENTRY.findall(text))
            return {each.get("id", ""): _said(each) for each in parts}
    return {}


def _feeds(own: Language) -> Iterator[str]:
    kind = next(each for each in KINDS if each.name == RECALLS[0])
    for language in (own, other_language(own)):
        yield f"{kind.folder(language).rstrip('/')}.xml"


def _said(entry: Mapping[str, str]) -> str:
    parts = (entry.get("title", ""), entry.get("summary", ""))
    return html.unescape(": ".join(each for each in parts if each))
