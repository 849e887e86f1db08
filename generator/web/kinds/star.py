"""Recognised products by their number of stars."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from generator.catalogue.languages import Language
from generator.catalogue.model import Catalogue, Product
from generator.catalogue.ocop.stars import MAXIMUM_STARS, MINIMUM_STARS
from generator.web.kinds.kind import Asked, Kind, PageOf
from generator.web.paths import PageSubject, Subjects, listed
from generator.web.template_values.pages import IndexPage, ListPage
from generator.web.views.edition import Edition, Grouping
from generator.web.views.lists import index_page, list_page, list_parts


def _subjects(catalogue: Catalogue, language: Language) -> Subjects:
    products = listed(catalogue, language)
    numbers = sorted({each.stars for each in products if each.stars}, reverse=True)
    return [PageSubject(str(number)) for number in numbers]


def _claimed(catalogue: Catalogue, language: Language) -> Iterable[str]:  # noqa: ARG001
    return map(str, range(MINIMUM_STARS, MAXIMUM_STARS + 1))


def _stars(catalogue: Catalogue, product: Product) -> str | None:  # noqa: ARG001
    return str(product.stars) if product.stars else None


def _title(edition: Edition, slug: str) -> str:
    return edition.words.say("star.title", n=slug)


def _list(edition: Edition, asked: Asked) -> IndexPage:  # noqa: ARG001 - there is one
    return index_page(edition, "star")


def _one(edition: Edition, asked: Asked) -> ListPage:
    return list_page(edition, "star", asked.slug, asked.part, stars=int(asked.slug))


STAR = Kind(
    name="star",
    segments={"vi": "sao", "en": "stars"},
    subjects=_subjects,
    claimed=_claimed,
    list=PageOf("index.html", _list),
    one=PageOf("list.html", _one, partial(list_parts, "star")),
    grouping=Grouping(_stars, _title, chip=1),
    in_footer=True,
)
