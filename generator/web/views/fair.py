"""A fair's page."""

from __future__ import annotations

from collections.abc import Sequence

from generator.catalogue import saying
from generator.catalogue.model import (
    Fair,
    Place,
    Product,
)
from generator.web.paths import Key
from generator.web.structured import fair_data
from generator.web.template_values.common import LinkValues
from generator.web.template_values.pages import FairLine, FairPage, IndexPage
from generator.web.views.card import cards
from generator.web.views.downloads import downloads_of
from generator.web.views.edition import Edition
from generator.web.views.frame import Head, frame
from generator.web.views.lists import index_head


def fair_index(edition: Edition) -> IndexPage:
    """Values of index.html: all fairs, the latest first."""
    head = index_head(edition, "fair")
    return {**frame(edition, head), "links": _fairs(edition, head.origin)}


def fair_page(edition: Edition, fair: Fair) -> FairPage:
    """Values of fair.html."""
    wording = fair.wording(edition.language)
    place = edition.catalogue.places.get(fair.place) if fair.place else None
    head = Head(
        key=("fair", fair.slug),
        origin=edition.path(("fair", fair.slug)) or "",
        title=wording.name,
        description=wording.summary,
        trail=(("home", ""), ("fair", "")),
        sample=fair.sample,
        draft=fair.draft,
    )
    return {
        **frame(edition, head, [fair_data(edition, fair, place)]),
        **fair_line(edition, head.origin, fair),
        "booth": fair.booth,
        "address": _address(edition, place, wording.venue or "") if place else None,
        "story": edition.story(head.origin, wording.body, "fairs"),
        "cards": cards(edition, head.origin, fair_products(edition, fair)),
        "downloads": downloads_of(edition, head.origin, fair.slug),
    }


def fair_line(edition: Edition, origin: str, fair: Fair) -> FairLine:
    """What the home page and the fair's own page both say of it."""
    wording = fair.wording(edition.language)
    return {
        "name": wording.name,
        "summary": wording.summary,
        "href": edition.to(origin, ("fair", fair.slug)),
        "dates": saying.span(fair.starts_on, fair.ends_on),
        "until": fair.ends_on.isoformat(),
        "hours": wording.hours,
        "venue": wording.venue,
    }


def shown(edition: Edition, fair: Fair) -> Sequence[Product]:
    """The fair's products that this edition lists, in the order of the leaflet."""
    listed = {product.slug: product for product in edition.products}
    return [listed[slug] for slug in fair.products if slug in listed]


def _address(edition: Edition, place: Place, venue: str) -> str | None:
    """Commune and province; the province alone where the venue's own words name the commune."""
    commune = edition.catalogue.commune_of(place)
    if saying.place(commune, edition.language) in venue:
        return saying.province(commune, edition.language)
    return saying.place_in_full(commune, edition.language)


def fair_products(edition: Edition, fair: Fair) -> Sequence[Product]:
    """What is at the fair: its choice, or all where it has none."""
    return shown(edition, fair) if fair.products else edition.ranked


def _fairs(edition: Edition, origin: str) -> list[LinkValues]:
    found: list[LinkValues] = []
    for fair in sorted(edition.catalogue.fairs, key=lambda each: each.starts_on, reverse=True):
        key: Key = ("fair", fair.slug)
        if edition.language in edition.paths.of(key):
            wording = fair.wording(edition.language)
            note = " · ".join(
                each for each in (saying.span(fair.starts_on, fair.ends_on), wording.venue) if each
            )
            href = edition.to(origin, key)
            found.append(
                {"title": wording.name, "href": href, "note": note, "names": [], "picture": None}
            )
    return found
