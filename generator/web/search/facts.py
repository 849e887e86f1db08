"""What a comparison shows of each product: the facts of its own page, with their names.

Like the words of stories they are dealt out to files, so that a comparison fetches a few of them
and an edit makes one anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.catalogue import saying
from generator.catalogue.model import Product
from generator.catalogue.model.provenance import maker_of, origin_of
from generator.catalogue.ocop.groups import GROUPS
from generator.web.search.stories import dealt
from generator.web.views.certificate import certificate
from generator.web.views.edition import Edition

PER_FILE = 250
"""About so many products' facts stand in a file."""
_TOLD = ("ingredients", "allergens", "shelf_life", "storage", "directions", "warnings")
_NAMES: Mapping[str, str] = {
    "packs": "product.packs",
    "producer": "compare.producer",
    "place": "compare.place",
    "group": "product.group",
    **{key: f"fact.{key}" for key in _TOLD},
    "awards": "product.awards",
    "until": "compare.until",
    "decision": "certificate.decision",
    "issuer": "certificate.issuer",
}
"""The facts in the order of the table, each with the string that names it."""


def names(edition: Edition) -> list[list[str]]:
    """Every fact's key and name."""
    return [[key, edition.words.say(string)] for key, string in _NAMES.items()]


def fact_shelves(edition: Edition) -> Sequence[Sequence[Product]]:
    """The products of each file."""
    return edition.once(("facts",), lambda: dealt(edition.products, PER_FILE))


def facts_of(edition: Edition, product: Product) -> Mapping[str, str]:
    """What is known of it, by key."""
    return dict(_facts(edition, product))


def _facts(edition: Edition, product: Product) -> Iterator[tuple[str, str]]:
    language, wording = edition.language, product.wording(edition.language)
    maker, origin = maker_of(edition.catalogue, product), origin_of(edition.catalogue, product)
    panel = certificate(product, language)
    group = GROUPS.get(product.group)
    found = {
        "packs": " · ".join(_packs(edition, product)),
        "producer": maker.producer.name_in(language),
        "place": saying.in_full_or_none(origin.commune, language),
        "group": group.name(language) if group else None,
        **{key: getattr(wording, key) for key in _TOLD},
        "awards": " · ".join(
            f"{product.award_name(index, language)}, {each.year}"
            for index, each in enumerate(product.awards)
        ),
        "until": panel["until_label"] if panel else None,
        "decision": panel["decision"] if panel else None,
        "issuer": panel["issued_by"] if panel else None,
    }
    for key in _NAMES:
        if value := found[key]:
            yield key, value


def _packs(edition: Edition, product: Product) -> Iterator[str]:
    for pack in product.packs_in(edition.language):
        price = f": {saying.dong(pack.price, edition.language)}" if pack.price else ""
        yield f"{pack.net}{price}"
