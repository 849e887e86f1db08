"""A visitor's own list, and two to four products side by side: both are filled by the browser."""

from __future__ import annotations

from generator.web.kinds.kind import Asked, Kind, PageOf
from generator.web.paths import always
from generator.web.template_values.pages import MinePage
from generator.web.views.edition import Edition
from generator.web.views.mine import COMPARISON, MINE, mine_page


def _mine(edition: Edition, asked: Asked) -> MinePage:  # noqa: ARG001 - there is one
    return mine_page(edition, MINE)


def _comparison(edition: Edition, asked: Asked) -> MinePage:  # noqa: ARG001 - there is one
    return mine_page(edition, COMPARISON)


OWN_LIST = Kind(
    name=MINE[0],
    segments={"vi": "danh-sach", "en": "my-list"},
    listed=always,
    list=PageOf("mine.html", _mine),
    in_footer=True,
)
COMPARE = Kind(
    name=COMPARISON[0],
    segments={"vi": "so-sanh", "en": "compare"},
    listed=always,
    list=PageOf("compare.html", _comparison),
)
