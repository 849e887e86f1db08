"""The addresses at which people browse, and the links between them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from generator.catalogue.languages import Language

Segments = Mapping[Language, str]
"""The name of a folder in each language, empty for a language's own root."""
_PART: Mapping[Language, str] = {"vi": "trang", "en": "page"}


@lru_cache(maxsize=4096)
def slugify(text: str) -> str:
    """Fold to a-z, 0-9 and hyphens; đ becomes d, marks are dropped: “Khô cá chốt” → kho-ca-chot."""
    folded = unicodedata.normalize("NFKD", text.replace("đ", "d").replace("Đ", "D"))
    return re.sub(r"[^a-z0-9]+", "-", folded.encode("ascii", "ignore").decode().lower()).strip("-")


def home(language: Language) -> str:
    """The home page in that language."""
    return "" if language == "vi" else f"{language}/"


def folder(segments: Segments, language: Language) -> str:
    """The folder of that name: the list of a kind of pages."""
    segment = segments[language]
    return f"{home(language)}{segment}/" if segment else home(language)


def page(segments: Segments, key: str, language: Language) -> str:
    """The page of one thing in that folder; `key` is its slug, or the number of stars."""
    return f"{folder(segments, language)}{key}/"


def group_key(number: int, name: str) -> str:
    """The last segment of a product group's address: “8-che-bien-tu-thit”."""
    return f"{number}-{slugify(name)[:60].rstrip('-')}"


def lot_page(page: str, lot: str) -> str:
    """A lot's page in a language other than the site's own, which is not scanned but linked to.

    `page` is its product's page in that language.
    """
    return f"{page}{lot}/"


def part(path: str, number: int, language: Language) -> str:
    """The page of a long list's further part: “nhom/4-…/trang-2/”; part 1 is the list's own."""
    return path if number == 1 else f"{path}{_PART[language]}-{number}/"


def is_part(segment: str) -> bool:
    """Whether a further part of a long list may have that last segment, in any language."""
    return any(re.fullmatch(rf"{word}-[0-9]+", segment) for word in _PART.values())


def public_url(base_url: str, path: str) -> str:
    """The address people and search engines see: `https://HOST/san-pham/gao-thom/`."""
    return f"{base_url}/{path}"


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
