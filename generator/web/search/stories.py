"""Which products' stories have a word, for who finds nothing elsewhere.

Products are dealt out to files by a sum over their slugs, so that an edited story makes one file
anew. A word that most stories have says nothing: it is only named.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from generator.catalogue.model import Product
from generator.catalogue.reading.stories import story_of
from generator.web.search.packing import rising
from generator.web.views.edition import Edition

PER_FILE = 1000
"""About so many products' words stand in a file."""
_MANY = 20
"""Of so many stories, a word may stand in half."""
_WORD = re.compile(r"[^\W_]+")
_TARGET = re.compile(r"\]\([^)]*\)|<[^>]*>")
"""Where links lead, and tags."""


def shelves(edition: Edition) -> Sequence[Sequence[Product]]:
    """The products of each file, in the order of their slugs."""
    return edition.once(("shelves",), lambda: dealt(edition.products, PER_FILE))


def dealt(products: Sequence[Product], per_file: int) -> Sequence[Sequence[Product]]:
    """About so many products a file, by a sum over their slugs, in the order of these."""
    count = -(-len(products) // per_file)
    found: list[list[Product]] = [[] for _ in range(count)]
    for product in sorted(products, key=lambda each: each.slug):
        found[_sum(product.slug) % count].append(product)
    return found


def _sum(slug: str) -> int:
    total = 0
    for sign in slug:
        total = (total * 31 + ord(sign)) % 65_521
    return total


def words_of(edition: Edition, products: Sequence[Product]) -> Mapping[str, Any]:
    """The words in rising order, which products' stories have each, and the words of most."""
    found: dict[str, list[int]] = {}
    for number, product in enumerate(products):
        text = _TARGET.sub(" ", story_of(edition.catalogue, product, edition.language))
        for word in set(_WORD.findall(unicodedata.normalize("NFC", text.lower()))):
            found.setdefault(word, []).append(number)
    most = len(products) // 2 if len(products) > _MANY else len(products)
    words = sorted(word for word, of in found.items() if word and len(of) <= most)
    return {
        "words": " ".join(words),
        "of": " ".join(rising(found[word]) for word in words),
        "common": " ".join(sorted(word for word, of in found.items() if word and len(of) > most)),
    }
