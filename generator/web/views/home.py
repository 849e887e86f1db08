"""The home page."""

from __future__ import annotations

from generator.catalogue.model import Status
from generator.catalogue.ocop.groups import GROUPS
from generator.web.structured import site_data
from generator.web.template_values.common import LinkValues
from generator.web.template_values.pages import HomePage, NumberValues, SectorValues
from generator.web.views.card import card, newest
from generator.web.views.edition import Edition
from generator.web.views.fair import fair_line
from generator.web.views.frame import Head, frame, share_card
from generator.web.views.lists import links, members

_NEWEST = 5


def home_page(edition: Edition) -> HomePage:
    """Values of home.html."""
    site = edition.site.wording(edition.language)
    origin = edition.path(("home", "")) or ""
    latest = newest(edition.products, _NEWEST + 1)
    lead = next((each for each in latest if each.photos), None)
    others = [each for each in latest if each is not lead][:_NEWEST]
    # The first is shown largest: an empty frame is no sight.
    others.sort(key=lambda each: not each.photos)
    head = Head(
        key=("home", ""),
        origin=origin,
        title=site.name,
        description=site.description,
        image=share_card(edition, None),
    )
    fairs = [
        fair
        for fair in sorted(edition.catalogue.fairs, key=lambda each: each.starts_on)
        if edition.language in edition.paths.of(("fair", fair.slug))
    ]
    return {
        **frame(edition, head, [site_data(edition)]),
        "lead": card(edition, origin, lead) if lead else None,
        "numbers": _numbers(edition),
        "newest": [card(edition, origin, product) for product in others],
        "sectors": _sectors(edition, origin),
        "communes": links(edition, origin, "commune"),
        "fair": fair_line(edition, origin, fairs[-1]) if fairs else None,
    }


def _numbers(edition: Edition) -> list[NumberValues]:
    products = edition.products
    found = [
        ("recognised", sum(1 for each in products if each.status is Status.CERTIFIED)),
        ("potential", sum(1 for each in products if each.status is Status.POTENTIAL)),
        ("producers", len(members(edition, "producer"))),
        ("communes", len(members(edition, "commune"))),
    ]
    return [{"name": name, "value": value} for name, value in found if value]


def _sectors(edition: Edition, origin: str) -> list[SectorValues]:
    """The groups that have products, gathered under their sectors in OCOP's order."""
    found: dict[str, list[LinkValues]] = {}
    numbers = sorted(int(slug) for slug in members(edition, "group"))
    for number, link in zip(numbers, links(edition, origin, "group"), strict=True):
        found.setdefault(GROUPS[number].sector.name(edition.language), []).append(link)
    return [{"name": name, "groups": groups} for name, groups in found.items()]
