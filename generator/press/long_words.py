"""Which words a lack of room is about: those of a product, or the title, that are longest.

A template gives up at a product and names the keys it has tried to make room with; what is really
long may be another, such as its maker's name or the fair's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.engine import Values
from generator.press.template_values import BrochureProduct

USUAL: Mapping[str, int] = {
    "name": 50,
    "producer": 50,
    "place": 40,
    "address": 80,
    "summary": 140,
    "packs": 40,
    "title": 60,
}
"""So many letters are nothing special."""


@dataclass(frozen=True, slots=True)
class TooLong:
    """A key and what is said there; `of_title` where it is the whole print's, not a product's.

    `share` is how long it is by what is usual.
    """

    key: str
    said: str
    share: float
    of_title: bool = False

    def before(self, keys: str) -> str:
        """The keys to shorten, this one first; empty where nothing is longer than usual."""
        others = [each for each in keys.split(", ") if each not in ("", self.key)]
        others = [] if self.of_title else others
        first = f"{self.key} ({len(self.said)})"
        return ", ".join([first, *others]) if self.share > 1 else ""


def longest_of(values: Values, product: BrochureProduct) -> TooLong:
    """What is longest of all that print says of the product, by what is usual."""
    return max(_said(values, product), key=lambda each: each.share)


def _said(values: Values, product: BrochureProduct) -> Iterator[TooLong]:
    for key in ("name", "producer", "place", "address", "summary"):
        said = str(product[key] or "")
        yield TooLong(key, said, len(said) / USUAL[key])
    packs = max((" ".join(filter(None, each)) for each in product["offers"]), key=len, default="")
    yield TooLong("packs", packs, len(packs) / USUAL["packs"])
    title = str(values["title"])
    key = str(values["title_key"])
    yield TooLong(key, title, len(title) / USUAL["title"], of_title=True)
