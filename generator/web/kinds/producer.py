"""The producers (chủ thể) of listed products; in a preview also those that are in work."""

from __future__ import annotations

from collections.abc import Iterable

from generator.catalogue.languages import Language
from generator.catalogue.model import Catalogue, Product
from generator.web.kinds.kind import Asked, Kind, PageOf
from generator.web.paths import PageSubject, Subjects, listed
from generator.web.template_values.pages import IndexPage, ProducerPage
from generator.web.views.edition import Edition, Grouping
from generator.web.views.lists import index_page, producer_page


def _subjects(catalogue: Catalogue, language: Language) -> Subjects:
    slugs = {each.producer for each in listed(catalogue, language)}
    if language == catalogue.site.language:
        slugs |= {slug for slug, each in catalogue.producers.items() if each.draft}
    return [PageSubject(slug, catalogue.producers[slug].source) for slug in sorted(slugs)]


def _claimed(catalogue: Catalogue, language: Language) -> Iterable[str]:  # noqa: ARG001
    return catalogue.producers


def _producer(catalogue: Catalogue, product: Product) -> str:  # noqa: ARG001
    return product.producer


def _title(edition: Edition, slug: str) -> str:
    return edition.catalogue.producers[slug].name_in(edition.language)


def _list(edition: Edition, asked: Asked) -> IndexPage:  # noqa: ARG001 - there is one
    return index_page(edition, "producer")


def _one(edition: Edition, asked: Asked) -> ProducerPage:
    return producer_page(edition, asked.slug)


PRODUCER = Kind(
    name="producer",
    segments={"vi": "chu-the", "en": "producers"},
    subjects=_subjects,
    claimed=_claimed,
    list=PageOf("index.html", _list),
    one=PageOf("producer.html", _one),
    grouping=Grouping(_producer, _title, by_name=True),
    in_menu=True,
    in_footer=True,
)
