"""The list of recalled lots, as a page and as a feed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.catalogue.model import Product
from generator.catalogue.model.lots import Lot
from generator.web.feed_values import FeedEntry, FeedValues
from generator.web.paths import RECALLS
from generator.web.template_values.pages import RecallsPage
from generator.web.views.edition import Edition
from generator.web.views.frame import Head, frame, recall_feed_path
from generator.web.views.lot import lot_path, recall_line, recalled, recalled_on

_LONG_AGO = date(2019, 1, 1)
"""A day for a recall without any; OCOP's first criteria are of 2019."""


def recalls_page(edition: Edition) -> RecallsPage:
    """Values of recalls.html."""
    head = Head(
        key=RECALLS,
        origin=edition.path(RECALLS) or "",
        title=edition.words.say("list.recall"),
        description=edition.words.say("list.recall_description"),
        trail=(("home", ""),),
    )
    return {
        **frame(edition, head),
        "recall_feed": edition.link(head.origin, recall_feed_path(edition)),
        "recalls": [
            {
                **recall_line(edition, head.origin, product, lot),
                "name": product.wording(edition.language).name,
                "product": edition.to(head.origin, ("product", product.slug)),
                "producer": edition.catalogue.producers[product.producer].name_in(edition.language),
                "sample": product.sample,
            }
            for product, lot in recalls(edition)
        ],
    }


def recall_entries(edition: Edition) -> FeedValues:
    """Values of `feeds.atom`: every recalled lot, the latest first, dated by its recall."""
    entries = [_entry(edition, product, lot) for product, lot in recalls(edition)]
    site = edition.site.wording(edition.language).name
    return {
        "language": edition.language,
        "title": edition.words.say("recall.feed", site=site),
        "id": edition.url(edition.path(RECALLS) or ""),
        "self": edition.url(recall_feed_path(edition)),
        "updated": entries[0]["updated"] if entries else f"{_LONG_AGO}T00:00:00+07:00",
        "entries": entries,
    }


def recalls(edition: Edition) -> list[tuple[Product, Lot]]:
    """Recalled lots of products that this edition describes, withdrawn ones too, latest first."""
    return sorted(_recalls(edition), key=lambda found: _day(found[1]), reverse=True)


def _recalls(edition: Edition) -> Iterator[tuple[Product, Lot]]:
    for product in edition.catalogue.products:
        if edition.language in edition.paths.of(("product", product.slug)):
            yield from ((product, lot) for lot in recalled(edition, product))


def _entry(edition: Edition, product: Product, lot: Lot) -> FeedEntry:
    say = edition.words.say
    name = product.wording(edition.language).name
    parts = [lot.note, say("recall.do")]
    return {
        "title": say("recall.entry", name=name, lot=lot.lot),
        "id": edition.url(lot_path(edition, product, lot.lot)),
        "updated": f"{_day(lot).isoformat()}T00:00:00+07:00",
        "summary": " · ".join(part for part in parts if part),
        "author": edition.catalogue.producers[product.producer].name_in(edition.language),
    }


def _day(lot: Lot) -> date:
    since = recalled_on(lot)
    known = [event.when.first_day for event in lot.events]
    return since.first_day if since else max([*known, lot.produced or _LONG_AGO])
