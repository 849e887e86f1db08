"""The page that keeps the catalogue on a phone, and stands in for pages that a phone lacks."""

from __future__ import annotations

from generator.web.kinds.kind import Asked, Kind, PageOf
from generator.web.offline import HELP
from generator.web.paths import always
from generator.web.template_values.pages import OfflinePage
from generator.web.views.edition import Edition
from generator.web.views.offline import offline_page


def _list(edition: Edition, asked: Asked) -> OfflinePage:  # noqa: ARG001 - there is one
    return offline_page(edition)


OFFLINE = Kind(
    name=HELP[0],
    segments={"vi": "xem-khong-mang", "en": "offline"},
    listed=always,
    list=PageOf("offline.html", _list),
    in_footer=True,
)
