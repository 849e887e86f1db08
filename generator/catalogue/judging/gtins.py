"""Rules about GTINs and GLNs: the check digit, whose they are, and the prefix kept for examples."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from stdnum import ean

from generator.catalogue.model import (
    Producer,
    Product,
)
from generator.catalogue.reading.frontmatter import KeyPath

EXAMPLE_PREFIX = "952"
"""GS1 keeps this prefix for demonstrations; it belongs to no company."""


def gtin_problems(
    products: Sequence[Product],
) -> Iterator[tuple[str, KeyPath, str, Mapping[str, str]]]:
    """Yield file, key path, rule and values for each doubtful GTIN of a product or a pack.

    A product may give its own GTIN to one of its packs, but no two products or packs share one.
    """
    owners: dict[str, str] = {}
    for product in products:
        mine: set[str] = set()
        for key_path, gtin in _gtins(product):
            for rule in _rules(gtin, sample=product.sample):
                yield product.source, key_path, rule, {"found": gtin}
            gtin14 = gtin.zfill(14)
            owner = owners.setdefault(gtin14, product.source)
            if owner != product.source or (gtin14 in mine and key_path[0] == "packs"):
                yield product.source, key_path, "gtin-duplicate", {"found": gtin, "other": owner}
            if key_path[0] == "packs":
                mine.add(gtin14)


def gln_problems(
    producer: Producer,
) -> Iterator[tuple[str, KeyPath, str, Mapping[str, str]]]:
    """Yield a fault for each doubt about the producer's location code."""
    for rule in gln_rules(producer.gln, sample=producer.sample) if producer.gln else ():
        yield producer.source, ("gln",), rule, {"found": producer.gln or ""}


def gln_rules(gln: str, *, sample: bool) -> Iterator[str]:
    """Yield the rules that a location code breaks; `sample` marks an invented place."""
    if len(gln) != 13 or not ean.is_valid(gln):
        yield "gln-wrong"
    elif sample and not gln.startswith(EXAMPLE_PREFIX):
        yield "gln-sample"
    elif not sample and gln.startswith(EXAMPLE_PREFIX):
        yield "gln-demonstration"


def _gtins(product: Product) -> Iterator[tuple[KeyPath, str]]:
    if product.gtin:
        yield ("gtin",), product.gtin
    for index, pack in enumerate(product.packs):
        if pack.gtin:
            yield ("packs", index, "gtin"), pack.gtin


def _rules(gtin: str, *, sample: bool) -> Iterator[str]:
    if not ean.is_valid(gtin):
        yield "gtin-check-digit"
    example = gtin.zfill(14)[1:].startswith(EXAMPLE_PREFIX)
    if sample and not example:
        yield "gtin-sample"
    if example and not sample:
        yield "gtin-demonstration"
