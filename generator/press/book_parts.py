"""A book of thousands of products: set in parts, so that neither time nor memory grows faster.

First come the pages before the products, to be counted; then the products, some hundreds at once;
then, with their pages known, the first pages again and the indexes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from generator.pictures.typst_compiler import let_go
from generator.press.drawn_codes import Told
from generator.press.finishing.joined import joined, places

MOST_AT_ONCE = 200
"""A book of so many products is set at once, in less than a gigabyte."""
PART = 100
"""Of a larger one so many are set at once, in half of that."""
_WIDE = 8888
"""Stands for the number of a page that isn't known yet."""

SetPart = Callable[[Told, Mapping[str, bytes]], bytes]
"""Sets a book or a part of one with these photos."""


def in_parts(told: Told, photos: Mapping[str, bytes], set_part: SetPart) -> bytes:
    """The book's pages; of one with few products, set at once."""
    count = len(told["products"])
    if count <= MOST_AT_ONCE:
        return set_part(told, photos)
    front = _part(told, ["front"], 0, 1, [_WIDE] * count)
    first_page = places(_set(front, photos, set_part))[0] + 1
    pages: list[int] = []
    body: list[bytes] = []
    for first in range(0, count, PART):
        last = min(first + PART, count)
        part = _part(told, ["body"], first, last - first, [], first_page)
        made = _set(part, photos, set_part)
        number, found = places(made)
        pages += [first_page + found[f"p{place}"] for place in range(first, last)]
        first_page += number
        body.append(made)
    back = _set(_part(told, ["back"], 0, 0, pages, first_page), photos, set_part)
    later = {name: first_page + at for name, at in places(back)[1].items()}
    front = _part(told, ["front"], 0, 1, pages, later=later)
    return joined([_set(front, photos, set_part), *body, back])


def _part(
    told: Told,
    parts: list[str],
    first: int,
    count: int,
    pages: list[int],
    first_page: int = 1,
    later: Mapping[str, int] | None = None,
) -> dict[str, Any]:
    """The values of a part, with `count` products from the place `first` on."""
    whole, chosen = len(told["products"]), slice(first, first + count)
    book = {"parts": parts, "first_page": first_page, "first_product": first, "pages": pages}
    return {
        **told,
        "book": {**book, "later": dict(later or {})},
        "products": told["products"][chosen],
        "slots": {name: _cut(slot, chosen, whole) for name, slot in told["slots"].items()},
        "indexes": told["indexes"] if "back" in parts else [],
    }


def _cut(slot: Mapping[str, Any], chosen: slice, whole: int) -> Mapping[str, Any]:
    """The slot's photos of those products; one that shows only some has them in every part."""
    if len(slot["files"]) != whole:
        return slot
    each_has = ("products", "files", "alts", "ratios")
    return {**slot, **{key: slot[key][chosen] for key in each_has}}


def _set(part: Told, photos: Mapping[str, bytes], set_part: SetPart) -> bytes:
    made = set_part(part, {name: photos[name] for name in _named(part)})
    let_go()
    return made


def _named(part: Told) -> Iterator[str]:
    for slot in part["slots"].values():
        for files in slot["files"]:
            yield from files
