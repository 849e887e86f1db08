"""The home page."""

from __future__ import annotations

from generator.web.kinds.kind import Asked, Kind, PageOf
from generator.web.paths import always
from generator.web.template_values.pages import HomePage
from generator.web.views.edition import Edition
from generator.web.views.home import home_page


def _home(edition: Edition, asked: Asked) -> HomePage:  # noqa: ARG001 - there is one
    return home_page(edition)


HOME = Kind(
    name="home",
    segments={"vi": "", "en": ""},
    listed=always,
    list=PageOf("home.html", _home),
    title="nav.home",
)
