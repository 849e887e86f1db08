"""Pages of content/pages, which stand at the root of each language and in the menu by rank."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.catalogue.languages import Language
from generator.catalogue.model import Catalogue
from generator.web.kinds.kind import Asked, Kind, PageOf
from generator.web.paths import Key, PageSubject, Subjects, never
from generator.web.template_values.pages import ContentPage
from generator.web.views.content import content_page
from generator.web.views.edition import Edition


def _subjects(catalogue: Catalogue, language: Language) -> Subjects:
    own = language == catalogue.site.language
    pages = (each for each in catalogue.pages if own or language in each.translations)
    return [PageSubject(each.slug, each.source) for each in pages]


def _claimed(catalogue: Catalogue, language: Language) -> Iterable[str]:  # noqa: ARG001
    return (each.slug for each in catalogue.pages)


def _menu(edition: Edition) -> Iterator[tuple[Key, str]]:
    ranked = (page for page in edition.catalogue.pages if page.menu)
    for page in sorted(ranked, key=lambda each: each.menu or 0):
        yield ("page", page.slug), page.wording(edition.language).title


def _one(edition: Edition, asked: Asked) -> ContentPage:
    return content_page(edition, next(e for e in edition.catalogue.pages if e.slug == asked.slug))


PAGE = Kind(
    name="page",
    segments={"vi": "", "en": ""},
    subjects=_subjects,
    listed=never,
    claimed=_claimed,
    one=PageOf("page.html", _one),
    menu=_menu,
)
