"""The catalogue, and the page of each product, which also opens when its code is scanned."""

from __future__ import annotations

from collections.abc import Iterator

from generator import addresses
from generator.catalogue.languages import Language
from generator.catalogue.model import Catalogue, Status
from generator.web.kinds.kind import Asked, Kind, PageOf
from generator.web.paths import PageSubject, Subjects, always, written
from generator.web.template_values.pages import CataloguePage
from generator.web.template_values.product import ProductPage
from generator.web.views.edition import Edition
from generator.web.views.lists import catalogue_page, catalogue_parts
from generator.web.views.product import product_page


def _subjects(catalogue: Catalogue, language: Language) -> Subjects:
    return [
        PageSubject(each.slug, each.source, hidden=each.status is Status.WITHDRAWN)
        for each in catalogue.products
        if written(catalogue, each, language)
    ]


def _claimed(catalogue: Catalogue, language: Language) -> Iterator[str]:
    """Pages of products, and of lots in a language whose pages are not scanned."""
    own = language == catalogue.site.language
    for each in catalogue.products:
        if written(catalogue, each, language):
            yield each.slug
            lots = () if own else catalogue.lots.get(each.slug, ())
            yield from (f"{each.slug}/{lot.lot}" for lot in lots)


def _scans(catalogue: Catalogue, slug: str) -> tuple[str, ...]:
    paths = addresses.all_scan_paths(catalogue.by_slug[slug])
    return tuple(f"{path}/" for path in reversed(paths))


def _list(edition: Edition, asked: Asked) -> CataloguePage:
    return catalogue_page(edition, asked.part)


def _one(edition: Edition, asked: Asked) -> ProductPage:
    return product_page(edition, edition.catalogue.by_slug[asked.slug], asked.origin)


PRODUCT = Kind(
    name="product",
    segments={"vi": "san-pham", "en": "products"},
    subjects=_subjects,
    listed=always,
    claimed=_claimed,
    list=PageOf("catalogue.html", _list, catalogue_parts),
    one=PageOf("product.html", _one),
    also_at=_scans,
    in_menu=True,
    in_footer=True,
)
