"""Which pages the site has, in which languages, and at which addresses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator import addresses
from generator.catalogue.languages import Language
from generator.catalogue.model import Catalogue, Product, Status
from generator.catalogue.model.provenance import origin_of
from generator.catalogue.ocop.groups import GROUPS

Key = tuple[str, str]
"""What a page is about: its kind and its slug or number; an empty slug for the kind's list."""
RECALLS: Key = ("recall", "")
"""The list of recalled lots, which a site with lots has."""


@dataclass(frozen=True, slots=True)
class Paths:
    """Addresses of all pages, by what they are about and then by language."""

    table: Mapping[Key, Mapping[Language, str]]

    def of(self, key: Key) -> Mapping[Language, str]:
        """The page's address in each language that it exists in; empty for no such page."""
        return self.table.get(key, {})

    def __iter__(self) -> Iterator[tuple[Key, Mapping[Language, str]]]:
        return iter(self.table.items())


def listed(catalogue: Catalogue, language: Language) -> tuple[Product, ...]:
    """Products that lists in that language show: not withdrawn, and written in the language."""
    return tuple(
        product
        for product in catalogue.products
        if product.status is not Status.WITHDRAWN and written(catalogue, product, language)
    )


def written(catalogue: Catalogue, product: Product, language: Language) -> bool:
    """Whether the product has words in that language."""
    return language == catalogue.site.language or language in product.translations


def paths_of(catalogue: Catalogue) -> Paths:
    """Every page of the site, the home page first."""
    table: dict[Key, dict[Language, str]] = {}
    for language in catalogue.site.languages:
        for key, path in _pages(catalogue, language):
            table.setdefault(key, {})[language] = path
    return Paths(table)


def _pages(catalogue: Catalogue, language: Language) -> Iterator[tuple[Key, str]]:
    yield ("home", ""), addresses.home(language)
    products = listed(catalogue, language)
    yield ("product", ""), addresses.folder("product", language)
    for product in catalogue.products:
        if written(catalogue, product, language):
            yield ("product", product.slug), addresses.page("product", product.slug, language)
    yield from _kind("producer", sorted({each.producer for each in products}), language)
    communes = sorted({origin_of(catalogue, each).commune.slug for each in products})
    yield from _kind("commune", communes, language)
    numbers = sorted({each.group for each in products if each.group in GROUPS})
    if numbers:
        yield ("group", ""), addresses.folder("group", language)
    for number in numbers:
        segment = addresses.group_key(number, GROUPS[number].name(language))
        yield ("group", str(number)), addresses.page("group", segment, language)
    stars = sorted({each.stars for each in products if each.stars}, reverse=True)
    yield from _kind("star", [str(number) for number in stars], language)
    own = language == catalogue.site.language
    fairs = [each.slug for each in catalogue.fairs if own or language in each.translations]
    yield from _kind("fair", fairs, language)
    if any(catalogue.lots.values()):
        yield RECALLS, addresses.folder("recall", language)
    for page in catalogue.pages:
        if own or language in page.translations:
            yield ("page", page.slug), addresses.content_page(page.slug, language)


def _kind(kind: str, slugs: list[str], language: Language) -> Iterator[tuple[Key, str]]:
    if slugs:
        yield (kind, ""), addresses.folder(kind, language)
    for slug in slugs:
        yield (kind, slug), addresses.page(kind, slug, language)
