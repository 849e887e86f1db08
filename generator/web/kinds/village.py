"""Craft villages (làng nghề), each with its producers and their products."""

from __future__ import annotations

from collections.abc import Iterable

from generator.catalogue.languages import Language
from generator.catalogue.model import Catalogue, Product
from generator.web.kinds.kind import Asked, Kind, PageOf
from generator.web.paths import PageSubject, Subjects
from generator.web.template_values.pages import IndexPage, VillagePage
from generator.web.views.edition import Edition, Grouping
from generator.web.views.village import village_index, village_page


def _subjects(catalogue: Catalogue, language: Language) -> Subjects:
    own = language == catalogue.site.language
    villages = catalogue.villages.values()
    return [PageSubject(v.slug, v.source) for v in villages if own or language in v.translations]


def _claimed(catalogue: Catalogue, language: Language) -> Iterable[str]:  # noqa: ARG001
    return catalogue.villages


def _village(catalogue: Catalogue, product: Product) -> str | None:
    return catalogue.producers[product.producer].village


def _title(edition: Edition, slug: str) -> str:
    return edition.catalogue.villages[slug].wording(edition.language).name


def _list(edition: Edition, asked: Asked) -> IndexPage:  # noqa: ARG001 - there is one
    return village_index(edition)


def _one(edition: Edition, asked: Asked) -> VillagePage:
    return village_page(edition, edition.catalogue.villages[asked.slug])


VILLAGE = Kind(
    name="village",
    segments={"vi": "lang-nghe", "en": "craft-villages"},
    subjects=_subjects,
    claimed=_claimed,
    list=PageOf("index.html", _list),
    one=PageOf("village.html", _one),
    grouping=Grouping(_village, _title),
    in_menu=True,
    in_footer=True,
)
