"""The list of recalled lots, which a site with lots has."""

from __future__ import annotations

from generator.catalogue.model import Catalogue
from generator.web.kinds.kind import Asked, Kind, PageOf
from generator.web.paths import RECALLS, Subjects
from generator.web.template_values.pages import RecallsPage
from generator.web.views.edition import Edition
from generator.web.views.recalls import recalls_page


def _listed(catalogue: Catalogue, subjects: Subjects) -> bool:  # noqa: ARG001
    return any(catalogue.lots.values())


def _list(edition: Edition, asked: Asked) -> RecallsPage:  # noqa: ARG001 - there is one
    return recalls_page(edition)


RECALL = Kind(
    name=RECALLS[0],
    segments={"vi": "thu-hoi", "en": "recalls"},
    listed=_listed,
    list=PageOf("recalls.html", _list),
    in_footer=True,
    shows_recalls=True,
)
