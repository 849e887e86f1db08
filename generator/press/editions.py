"""Editions of printed formats: which facts a piece of print states, and how they differ.

A fact counts where it can be read in the finished PDF. It is kept as a short text; of a long one,
of a story and of photos a hash stands for it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.engine import Values
from generator.press.printed_text import InOrder

_LONGEST = 160
"""Letters of a fact that are kept as they are."""
_SHOWN = 60
"""Letters of a longer one that stand before its hash."""
_DIGITS = 12


class FactOf(NamedTuple):
    """What a fact is of: a product's slug, or an empty text for the piece itself; and its name."""

    product: str
    fact: str


class Fact(NamedTuple):
    """What is stated: how it is kept, and the words that stand on the page, none of a picture."""

    kept: str
    words: tuple[str, ...] = ()


Facts = Mapping[FactOf, str]
"""What an edition states, each fact as it is kept."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A fact that two editions state otherwise; empty where one of them doesn't state it."""

    stated: FactOf
    before: str
    now: str


def facts_of(values: Values, squeezed: str) -> Mapping[FactOf, Fact]:
    """What a piece of print states: the values of its template that its PDF has.

    `squeezed` are the words of the PDF without blanks. In a large book a product's facts are those
    that stand about its name.
    """
    text = InOrder(squeezed)
    return {
        stated: fact for stated, fact in _all(values) if fact.kept and _stands(stated, fact, text)
    }


def _stands(stated: FactOf, fact: Fact, text: InOrder) -> bool:
    look = text.has_near if stated.product and stated.fact != "name" else text.has
    return all(look("".join(each.split())) for each in fact.words)


def differences(before: Facts, now: Facts) -> Sequence[Difference]:
    """What is stated otherwise, in the order in which it is printed; what is gone comes last."""
    order = dict.fromkeys((*now, *before))
    found = (Difference(each, before.get(each, ""), now.get(each, "")) for each in order)
    return [each for each in found if each.before != each.now]


def _all(values: Values) -> Iterator[tuple[FactOf, Fact]]:
    fair = values["fair"]
    own = {
        "title": _said(values["title"]),
        "site": _said(values["site"]),
        "address": _said(values["code"]["letters"]),
        "office": Fact("; ".join(values["office"]), (*values["office"],)),
        "description": _said(values["description"]),
        **({name: _said(text) for name, text in fair["rows"]} if fair else {}),
        "summary": _said(fair["summary"] if fair else None),
    }
    yield from ((FactOf("", name), fact) for name, fact in own.items())
    photos = _photos(values)
    for number, product in enumerate(values["products"]):
        slug = str(product["slug"])
        yield from ((FactOf(slug, name), fact) for name, fact in _of_product(product))
        yield FactOf(slug, "photos"), Fact(photos.get(number, ""))


def _photos(values: Values) -> Mapping[int, str]:
    """A hash of each product's photos, by its number."""
    digests = {each["name"]: str(each["digest"]) for each in values["photos"]}
    found: dict[int, list[str]] = {}
    for slot in values["slots"].values():
        for number, files in zip(slot["products"], slot["files"], strict=True):
            found.setdefault(number, []).extend(digests[name] for name in files)
    return {number: _hashed(" ".join(sorted({*names}))) for number, names in found.items()}


def _of_product(product: Values) -> Iterator[tuple[str, Fact]]:
    """Yield a product's facts by name."""
    for name in ("name", "rank", "producer", "address", "place", "phone", "group", "summary"):
        yield name, _said(product[name])
    yield "prices", _pairs(product["prices"])
    yield "packs", Fact("; ".join(product["packs"]), (*product["packs"],))
    yield "buy", _pairs(product["buy"])
    for rows in (product["certificate"], product["facts"]):
        yield from ((name, _said(text)) for name, text in rows)
    story = product["blocks"] or product["story"]
    yield "story", Fact(_hashed(repr(story)) if story else "")
    yield "code", Fact(str(product["code"]["letters"]) if product["code"] else "")
    if other := product["other"]:
        yield "other name", _said(other["name"])
        yield "other summary", _said(other["summary"])


def _said(text: str | None) -> Fact:
    """A fact of words: on one line; a long one as its beginning and its hash."""
    line = " ".join((text or "").split())
    kept = line if len(line) <= _LONGEST else f"{line[:_SHOWN]}… {_hashed(line)}"
    return Fact(kept, (line,))


def _pairs(rows: Sequence[Sequence[str]]) -> Fact:
    """A fact of several, each of which may stand in two places."""
    kept = "; ".join(" ".join(filter(None, pair)) for pair in rows)
    return Fact(kept, tuple(word for pair in rows for word in pair if word))


def _hashed(text: str) -> str:
    """A few digits that are another's for another text; nothing for no text."""
    return f"#{hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]}" if text else ""
