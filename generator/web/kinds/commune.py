"""Products by today's communes."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from generator.catalogue import saying
from generator.catalogue.languages import Language
from generator.catalogue.model import Catalogue, Product
from generator.catalogue.model.provenance import origin_of
from generator.web.kinds.kind import Asked, Kind, PageOf
from generator.web.paths import PageSubject, Subjects, listed
from generator.web.template_values.pages import IndexPage, ListPage
from generator.web.views.edition import Edition, Grouping
from generator.web.views.lists import index_page, list_page, list_parts


def _subjects(catalogue: Catalogue, language: Language) -> Subjects:
    products = listed(catalogue, language)
    communes = {_commune(catalogue, each) for each in products}
    return [PageSubject(each) for each in sorted(filter(None, communes))]


def _claimed(catalogue: Catalogue, language: Language) -> Iterable[str]:  # noqa: ARG001
    return catalogue.places


def _commune(catalogue: Catalogue, product: Product) -> str | None:
    commune = origin_of(catalogue, product).commune
    return commune.slug if commune else None


def _title(edition: Edition, slug: str) -> str:
    label = saying.place(edition.catalogue.places[slug], edition.language)
    return label[:1].upper() + label[1:]


def _list(edition: Edition, asked: Asked) -> IndexPage:  # noqa: ARG001 - there is one
    return index_page(edition, "commune")


def _one(edition: Edition, asked: Asked) -> ListPage:
    return list_page(edition, "commune", asked.slug, asked.part)


COMMUNE = Kind(
    name="commune",
    segments={"vi": "xa", "en": "communes"},
    subjects=_subjects,
    claimed=_claimed,
    list=PageOf("index.html", _list),
    one=PageOf("list.html", _one, partial(list_parts, "commune")),
    grouping=Grouping(_commune, _title, by_name=True, chip=3),
    in_footer=True,
)
