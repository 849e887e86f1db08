"""Rules about GTINs and GLNs: the check digit, whose they are, and the prefix kept for examples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.catalogue.model import (
    Producer,
    Product,
)
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.place import KeyPath
from generator.catalogue.problems.rule import Rule
from generator.catalogue.problems.rules_addresses import (
    GTIN_CHECK_DIGIT,
    GTIN_DEMONSTRATION,
    GTIN_DUPLICATE,
    GTIN_IN_STORE,
    GTIN_OF_ZEROS,
    GTIN_SAMPLE,
)
from generator.catalogue.problems.rules_lots import GLN_DEMONSTRATION, GLN_SAMPLE, GLN_WRONG
from generator.catalogue.problems.unsound import as_far, if_sound

EXAMPLE_PREFIX = "952"
"""GS1 keeps this prefix for demonstrations; it belongs to no company."""


def gtin_problems(
    products: Sequence[Product],
) -> Iterator[Finding]:
    """Yield a finding for each doubtful GTIN of a product or a pack.

    A product may give its own GTIN to one of its packs, but no two products or packs share one.
    """
    owners: dict[str, str] = {}
    for product in published_first(products):
        mine: set[str] = set()
        for key_path, gtin in _gtins(product):
            for rule in as_far(_rules(gtin, product)):
                yield Finding.of(product.source, key_path, rule, found=gtin)
            gtin14 = gtin.zfill(14)
            owner = owners.setdefault(gtin14, product.source)
            if owner != product.source or (gtin14 in mine and key_path[0] == "packs"):
                values = {"found": gtin, "other": owner}
                yield Finding(product.source, key_path, GTIN_DUPLICATE, values)
            if key_path[0] == "packs":
                mine.add(gtin14)


def published_first(products: Iterable[Product]) -> list[Product]:
    """In their order, but for drafts: of two that share a number, the one in work is wrong."""
    return sorted(products, key=lambda each: if_sound(each, "draft") is True)


def gln_problems(
    producer: Producer,
) -> Iterator[Finding]:
    """Yield a finding for each doubt about the producer's location code."""
    for rule in gln_rules(producer.gln, sample=producer.sample) if producer.gln else ():
        yield Finding.of(producer.source, ("gln",), rule, found=producer.gln or "")


def gln_rules(gln: str, *, sample: bool | None) -> Iterator[Rule]:
    """Yield the rules that a location code breaks.

    `sample` marks an invented place; it is None where nobody knows.
    """
    if len(gln) != 13 or not _is_checked(gln):
        yield GLN_WRONG
    elif sample and not gln.startswith(EXAMPLE_PREFIX):
        yield GLN_SAMPLE
    elif sample is False and gln.startswith(EXAMPLE_PREFIX):
        yield GLN_DEMONSTRATION


def _gtins(product: Product) -> Iterator[tuple[KeyPath, str]]:
    if gtin := if_sound(product, "gtin"):
        yield ("gtin",), gtin
    for index, pack in enumerate(if_sound(product, "packs") or ()):
        if gtin := if_sound(pack, "gtin"):
            yield ("packs", index, "gtin"), gtin


def _rules(gtin: str, product: Product) -> Iterator[Rule]:
    if not gtin.strip("0"):
        yield GTIN_OF_ZEROS
        return
    if not _is_checked(gtin):
        yield GTIN_CHECK_DIGIT
    elif _is_in_store(gtin):
        yield GTIN_IN_STORE
    sample = product.sample
    example = gtin.zfill(14)[1:].startswith(EXAMPLE_PREFIX)
    if sample and not example:
        yield GTIN_SAMPLE
    if example and not sample:
        yield GTIN_DEMONSTRATION


def _is_checked(digits: str) -> bool:
    from stdnum import ean  # brings the network's protocols along: loaded where there are codes

    return ean.is_valid(digits)


def _is_in_store(gtin: str) -> bool:
    """Whether the prefix is for use within a company or a region (GS1 General Specifications).

    In a GTIN-8 these are 0 and 2, in any longer one 02, 04 and 20–29 of its 13 digits.
    """
    if len(gtin) == 8:
        return gtin[0] in "02"
    return gtin.zfill(14)[1:].startswith(("02", "04", "2"))
