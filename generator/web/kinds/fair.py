"""Trade fairs."""

from __future__ import annotations

from collections.abc import Iterable

from generator.catalogue.languages import Language
from generator.catalogue.model import Catalogue
from generator.web.kinds.kind import Asked, Kind, PageOf
from generator.web.paths import PageSubject, Subjects
from generator.web.template_values.pages import FairPage, FairsPage
from generator.web.views.edition import Edition
from generator.web.views.fair import fair_index, fair_page


def _subjects(catalogue: Catalogue, language: Language) -> Subjects:
    own = language == catalogue.site.language
    fairs = (each for each in catalogue.fairs if own or language in each.translations)
    return [PageSubject(each.slug, each.source) for each in fairs]


def _claimed(catalogue: Catalogue, language: Language) -> Iterable[str]:  # noqa: ARG001
    return (each.slug for each in catalogue.fairs)


def _list(edition: Edition, asked: Asked) -> FairsPage:  # noqa: ARG001 - there is one
    return fair_index(edition)


def _one(edition: Edition, asked: Asked) -> FairPage:
    return fair_page(edition, next(e for e in edition.catalogue.fairs if e.slug == asked.slug))


FAIR = Kind(
    name="fair",
    segments={"vi": "hoi-cho", "en": "fairs"},
    subjects=_subjects,
    claimed=_claimed,
    list=PageOf("fairs.html", _list),
    one=PageOf("fair.html", _one),
    in_menu=True,
    in_footer=True,
)
