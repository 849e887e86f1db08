"""Products by the groups of the OCOP programme."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from generator import addresses
from generator.catalogue.languages import Language
from generator.catalogue.model import Catalogue, Product
from generator.catalogue.ocop.groups import GROUPS
from generator.web.kinds.kind import Asked, Kind, PageOf
from generator.web.paths import PageSubject, Subjects, listed
from generator.web.template_values.pages import IndexPage, ListPage
from generator.web.views.edition import Edition, Grouping
from generator.web.views.lists import index_page, list_page, list_parts


def _subjects(catalogue: Catalogue, language: Language) -> Subjects:
    products = listed(catalogue, language)
    numbers = sorted({each.group for each in products if each.group in GROUPS})
    return [PageSubject(str(number), segment=_segment(number, language)) for number in numbers]


def _claimed(catalogue: Catalogue, language: Language) -> Iterable[str]:  # noqa: ARG001
    return (_segment(number, language) for number in GROUPS)


def _segment(number: int, language: Language) -> str:
    return addresses.group_key(number, GROUPS[number].name(language))


def _group(catalogue: Catalogue, product: Product) -> str | None:  # noqa: ARG001
    return str(product.group) if product.group in GROUPS else None


def _title(edition: Edition, slug: str) -> str:
    return GROUPS[int(slug)].name(edition.language)


def _list(edition: Edition, asked: Asked) -> IndexPage:  # noqa: ARG001 - there is one
    return index_page(edition, "group")


def _one(edition: Edition, asked: Asked) -> ListPage:
    return list_page(edition, "group", asked.slug, asked.part)


GROUP = Kind(
    name="group",
    segments={"vi": "nhom", "en": "groups"},
    subjects=_subjects,
    claimed=_claimed,
    list=PageOf("index.html", _list),
    one=PageOf("list.html", _one, partial(list_parts, "group")),
    grouping=Grouping(_group, _title, chip=2),
    in_footer=True,
)
