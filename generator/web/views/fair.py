"""A fair's page, and the list of all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.catalogue import saying
from generator.catalogue.model import Fair, Product
from generator.web.calendars import address_beside, calendar_path, web_calendar
from generator.web.paths import Key
from generator.web.structured import fair_data
from generator.web.template_values.common import CardValues, PictureValues
from generator.web.template_values.pages import BoothValues, FairLine, FairPage, FairsPage
from generator.web.views.card import card, cards
from generator.web.views.downloads import downloads_of
from generator.web.views.edition import Edition
from generator.web.views.frame import Head, frame
from generator.web.views.lists import index_head
from generator.web.views.maps import map_of
from generator.web.views.picture import picture_of


def fair_index(edition: Edition) -> FairsPage:
    """Values of fairs.html: all fairs, the latest first."""
    head = index_head(edition, "fair")
    latest = sorted(edition.catalogue.fairs, key=lambda each: each.starts_on, reverse=True)
    written = (each for each in latest if edition.language in edition.paths.of(_key(each)))
    return {
        **frame(edition, head),
        "fairs": [fair_line(edition, head.origin, each) for each in written],
    }


def fair_page(edition: Edition, fair: Fair) -> FairPage:
    """Values of fair.html."""
    wording = fair.wording(edition.language)
    place = edition.catalogue.places.get(fair.place) if fair.place else None
    head = Head(
        key=_key(fair),
        origin=edition.path(_key(fair)) or "",
        title=wording.name,
        description=wording.summary,
        trail=(("home", ""), ("fair", "")),
        sample=fair.sample,
        draft=fair.draft,
    )
    booths = [*_booths(edition, head.origin, fair)]
    return {
        **frame(edition, head, [fair_data(edition, fair, place, map_of(fair))]),
        **fair_line(edition, head.origin, fair),
        "address": address_beside(edition, place, wording.venue or ""),
        "map": map_of(fair),
        "calendar": edition.link(head.origin, calendar_path(edition, fair)),
        "web_calendar": web_calendar(edition, fair),
        "plan": _plan(edition, head.origin, fair),
        "story": edition.story(head.origin, wording.body, "fairs"),
        "booths": booths,
        "cards": _cards(edition, head.origin, fair, booths),
        "downloads": downloads_of(edition, head.origin, fair.slug),
    }


def fair_line(edition: Edition, origin: str, fair: Fair) -> FairLine:
    """What the home page, the list of fairs and the fair's own page say of it."""
    wording = fair.wording(edition.language)
    return {
        "name": wording.name,
        "summary": wording.summary,
        "href": edition.to(origin, _key(fair)),
        "dates": saying.span(fair.starts_on, fair.ends_on),
        "from": fair.starts_on.isoformat(),
        "until": fair.ends_on.isoformat(),
        "hours": wording.hours,
        "venue": wording.venue,
        "booth": fair.where,
        "of_sample": fair.sample,
    }


def shown(edition: Edition, fair: Fair) -> Sequence[Product]:
    """The fair's products that this edition lists, in the order of the leaflet."""
    return _listed(edition, fair.products)


def fair_products(edition: Edition, fair: Fair) -> Sequence[Product]:
    """What is at the fair: its choice, or all where it has none."""
    return shown(edition, fair) if fair.products else edition.ranked


def _listed(edition: Edition, slugs: Sequence[str]) -> Sequence[Product]:
    listed = {product.slug: product for product in edition.products}
    return [listed[slug] for slug in slugs if slug in listed]


def _key(fair: Fair) -> Key:
    return ("fair", fair.slug)


def _plan(edition: Edition, origin: str, fair: Fair) -> PictureValues | None:
    plan = fair.wording(edition.language).plan or fair.plan
    return picture_of(edition, origin, plan, plan.alt) if plan else None


def _booths(edition: Edition, origin: str, fair: Fair) -> Iterator[BoothValues]:
    """Yield the booths with what this edition lists of them; none that would be empty."""
    for booth in fair.booths:
        if products := _listed(edition, booth.products):
            yield {"name": booth.name, "cards": cards(edition, origin, products)}


def _cards(
    edition: Edition, origin: str, fair: Fair, booths: Sequence[BoothValues]
) -> list[CardValues]:
    """The products that no booth has."""
    if not fair.products:
        return cards(edition, origin, edition.ranked)
    placed = {slug for booth in fair.booths for slug in booth.products} if booths else set[str]()
    return [
        card(edition, origin, product)
        for product in shown(edition, fair)
        if product.slug not in placed
    ]
