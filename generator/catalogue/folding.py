"""Words as they are compared, whatever their case, marks, spaces and signs."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_NO_WORD = re.compile(r"[\W_]+")
_SLUG = 80
"""Characters of a name that go into a file's name."""


def folded(text: str) -> str:
    """Small letters and single spaces, with every mark of Vietnamese and no signs."""
    return _NO_WORD.sub(" ", unicodedata.normalize("NFC", text).casefold()).strip()


@lru_cache(1 << 16)  # names of producers and places come again in row after row
def bare(text: str) -> str:
    """The same without marks: “Khô cá lóc” and “KHO CA LOC” are one."""
    apart = unicodedata.normalize("NFD", folded(text).replace("đ", "d"))
    return "".join(each for each in apart if not unicodedata.combining(each))


@lru_cache(1 << 16)
def slugged(text: str) -> str:
    """A name for a file and an address, such as kho-ca-loc; empty where no letter is left."""
    words = "".join(each if each.isascii() and each.isalnum() else "-" for each in bare(text))
    slug = re.sub("-+", "-", words).strip("-")
    return slug if len(slug) <= _SLUG else slug[:_SLUG].rpartition("-")[0] or slug[:_SLUG]
