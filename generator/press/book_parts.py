"""A large book in parts, which are set side by side: neither time nor memory grows faster than it.

No part but the first and the last knows the numbers of its pages, so that a story which grows
by a page leaves the parts behind it as they are. Feet and tabs are set by themselves, and laid over
the pages when all are counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from generator.press.book_values import chapters, indexes
from generator.press.drawn_codes import Told
from generator.press.template_values import FootValues

MOST_AT_ONCE = 120
"""A book of so many products is set at once."""
PART = 100
"""Of a larger one at most so many are, in a quarter of a gigabyte."""
_OF_EACH = ("products", "files", "alts", "ratios")
"""What a slot tells of each product."""
_WIDE = 8888
"""Stands for the number of a page that isn't known yet."""


def is_large(told: Told) -> bool:
    """Whether it is a book that is set in parts."""
    return bool(told["chapters"]) and len(told["products"]) > MOST_AT_ONCE


def bodies(told: Told) -> Iterator[dict[str, Any]]:
    """Yield the parts with the products, about as many in each."""
    count = len(told["products"])
    parts = max(2, -(-count // PART))
    edges = [count * number // parts for number in range(parts + 1)]
    for first, last in pairwise(edges):
        yield _part(told, ["body"], first, last - first)


def front(
    told: Told, pages: Sequence[int] | None = None, later: Mapping[str, int] | None = None
) -> dict[str, Any]:
    """The pages before the products; to be counted, before it is known where these stand."""
    known = [_WIDE] * len(told["products"]) if pages is None else [*pages]
    return _part(told, ["front"], 0, 1, pages=known, later=dict(later or {}))


def back(told: Told, pages: Sequence[int], first_page: int) -> dict[str, Any]:
    """The pages behind the products."""
    part = _part(told, ["back"], 0, 0, pages=[*pages], first_page=first_page)
    return {**part, "indexes": told["indexes"]}


def feet(part: Told, pages: Sequence[FootValues]) -> dict[str, Any]:
    """What is laid over the pages of a part: their numbers, and the tabs of their chapters."""
    return _part(part, ["feet"], 0, 0, feet=[*pages])


def with_only(told: Told, places: Sequence[int]) -> dict[str, Any]:
    """A book of the products at these places alone, for whoever asks whether they have room."""
    products = [told["products"][place] for place in places]
    whole = len(told["products"])
    slots = {
        name: {**slot, **{key: [slot[key][place] for place in places] for key in _OF_EACH}}
        if len(slot["files"]) == whole
        else slot
        for name, slot in told["slots"].items()
    }
    found = {**told, "products": products, "slots": slots}
    names = photos_of(found)
    return {
        **found,
        "photos": [each for each in told["photos"] if each["name"] in names],
        "chapters": chapters(products),
        "indexes": indexes(products),
    }


def feet_of(
    part: Told, pages: int, found: Mapping[str, int], first_page: int
) -> Iterator[FootValues]:
    """Yield which number and which chapters each page of a part has.

    `found` says on which of its pages, from 0, each product begins.
    """
    starts: list[list[int]] = [[] for _ in range(pages)]
    first = part["book"]["first_product"]
    for place in range(first, first + len(part["products"])):
        starts[found[f"p{place}"]].append(place)
    last = first
    for number, places in enumerate(starts):
        shown = places or [last]
        last = shown[-1]
        chapters = [
            index
            for index, each in enumerate(part["chapters"])
            if any(each["first"] <= place < each["first"] + each["count"] for place in shown)
        ]
        yield {"number": first_page + number, "chapters": chapters}


def photos_of(part: Told) -> frozenset[str]:
    """The names of the photos that stand in a part."""
    slots = part["slots"].values()
    return frozenset(name for slot in slots for files in slot["files"] for name in files)


def _part(told: Told, parts: list[str], first: int, count: int, **book: Any) -> dict[str, Any]:  # noqa: ANN401
    """The values of a part, with `count` products from the place `first` on."""
    whole, chosen = len(told["products"]), slice(first, first + count)
    usual = {"first_page": 1, "first_product": first, "pages": [], "later": {}, "feet": []}
    return {
        **told,
        "book": {"parts": parts, **usual, **book},
        "products": told["products"][chosen],
        "slots": {name: _cut(slot, chosen, whole) for name, slot in told["slots"].items()},
        "indexes": [],
    }


def _cut(slot: Mapping[str, Any], chosen: slice, whole: int) -> Mapping[str, Any]:
    """The slot's photos of those products; one that shows only some has them in every part."""
    if len(slot["files"]) != whole:
        return slot
    return {**slot, **{key: slot[key][chosen] for key in _OF_EACH}}
