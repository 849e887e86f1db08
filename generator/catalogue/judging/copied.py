"""What two products can't both have: a name, a text or a number that was copied along.

Each rule keeps one entry for each text that it has met, so that a national catalogue is judged in
one pass. Samples may be alike; nothing real may have a sample's texts.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.catalogue.dates import PartialDate
from generator.catalogue.model import Product
from generator.catalogue.ocop.codes import parse_code
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.place import START, KeyPath
from generator.catalogue.problems.rules_doubted import (
    DECISION_DAYS,
    DECISION_ISSUERS,
    NAME_COPIED,
    OCOP_CODE_COPIED,
    STORY_COPIED,
    SUMMARY_COPIED,
)
from generator.catalogue.problems.unsound import if_sound


def fingerprint(text: str) -> str:
    """A hash of the text's words, whatever stands between them and in whichever case they are.

    Empty for a text without words.
    """
    words = " ".join(text.casefold().split())
    return hashlib.blake2b(words.encode(), digest_size=16).hexdigest() if words else ""


@dataclass(frozen=True, slots=True)
class StoryPrint:
    """The fingerprint of a story, empty for none, in the file `source`; `real` where no sample."""

    source: str
    story: str
    real: bool


def copied(products: Iterable[Product]) -> Iterator[Finding]:
    """Yield what a product has that another one has already."""
    products = [*products]
    real = [each for each in products if _real(each)]
    for product, other in _again(real, _name):
        values = {"found": product.name, "other": other.source}
        yield Finding(product.source, ("name",), NAME_COPIED, values)
    for product, other in _again(products, _summary):
        yield Finding.of(product.source, ("summary",), SUMMARY_COPIED, other=other.source)
    for product, other in _again(real, _ocop_code):
        found = str(_fact(product, "ocop_code"))
        at = ("certificate", "ocop_code")
        yield Finding.of(product.source, at, OCOP_CODE_COPIED, found=found, other=other.source)
    yield from _decisions(real)


def copied_stories(stories: Iterable[StoryPrint]) -> Iterator[Finding]:
    """Yield each real product's file whose story is another's too: a sample's, or an earlier's."""
    first: dict[str, str] = {}
    for each in sorted(stories, key=lambda each: each.real):
        other = first.setdefault(each.story, each.source) if each.story else each.source
        if other != each.source and each.real:
            yield Finding.of(each.source, START, STORY_COPIED, other=other)


def _real(product: Product) -> bool:
    return if_sound(product, "sample") is False


def _again(
    products: Sequence[Product], told_apart: Callable[[Product], Hashable]
) -> Iterator[tuple[Product, Product]]:
    """Each real product that is like a sample or an earlier one, and that one.

    A product of which `told_apart` says None is like no other.
    """
    first: dict[Hashable, Product] = {}
    for product in sorted(products, key=_real):
        key = told_apart(product)
        other = product if key is None else first.setdefault(key, product)
        if other is not product and _real(product):
            yield product, other


def _name(product: Product) -> Hashable:
    name, producer = if_sound(product, "name"), if_sound(product, "producer")
    return (producer, name.casefold()) if name and producer else None


def _summary(product: Product) -> Hashable:
    return fingerprint(if_sound(product, "summary") or "") or None


def _ocop_code(product: Product) -> Hashable:
    code = _fact(product, "ocop_code")
    return (parse_code(str(code)) or fingerprint(str(code))) if code else None


def _fact(product: Product, key: str) -> object:
    certificate = if_sound(product, "certificate")
    return if_sound(certificate, key) if certificate else None


def _decisions(products: Iterable[Product]) -> Iterator[Finding]:
    """Yield each product that tells otherwise of a decision than another one.

    One decision names many products. Its number is another decision's too: of another authority,
    or of the same one in another year, for numbers begin again with each.
    """
    by_issuer: dict[Hashable, tuple[Product, PartialDate]] = {}
    by_day: dict[Hashable, tuple[Product, str]] = {}
    for product in products:
        decision, day = _fact(product, "decision"), _fact(product, "decided_on")
        issuer = str(_fact(product, "issued_by") or "")
        if not decision or not isinstance(day, PartialDate) or not issuer:
            continue
        number, by = fingerprint(str(decision)), fingerprint(issuer)
        other, then = by_issuer.setdefault((number, by, day.year), (product, day))
        if not _may_be_one(day, then):
            at: KeyPath = ("certificate", "decided_on")
            values = {"found": str(decision), "day": str(day), "then": str(then)}
            yield Finding(product.source, at, DECISION_DAYS, {**values, "other": other.source})
        elif day.day and not then.day:
            by_issuer[number, by, day.year] = product, day
        if day.day:
            same, authority = by_day.setdefault((number, day), (product, issuer))
            if fingerprint(authority) != by:
                values = {"found": str(decision), "issuer": issuer, "authority": authority}
                at = ("certificate", "issued_by")
                yield Finding(
                    product.source, at, DECISION_ISSUERS, {**values, "other": same.source}
                )


def _may_be_one(day: PartialDate, other: PartialDate) -> bool:
    """Whether two days, of which one may be known in part only, can be the same."""
    return day.first_day <= other.last_day and other.first_day <= day.last_day
