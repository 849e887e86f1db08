"""What a page says of a lot: its dates, the way it went, and that it has been recalled."""

from __future__ import annotations

from collections.abc import Iterator

from generator import addresses
from generator.catalogue import saying
from generator.catalogue.dates import PartialDate
from generator.catalogue.model import Product
from generator.catalogue.model.lots import (
    Event,
    Lot,
)
from generator.catalogue.ocop.steps import (
    RECALLED,
    STEPS,
    TESTED,
    step_name,
    step_side,
)
from generator.web.structured import lot_data
from generator.web.template_values.product import (
    EventValues,
    LotLink,
    LotLinks,
    LotValues,
    RecallLine,
)
from generator.web.views.edition import Edition
from generator.web.views.passport import passport_view
from generator.web.views.report import report

MOST_LOTS = 5
"""So many of the newest lots are named on the product's page."""


def lot_view(edition: Edition, origin: str, product: Product, lot: Lot) -> LotValues:
    """Values of one lot for lot.html; the page stands at `origin`."""
    since = recalled_on(lot)
    letter = report(edition, product, edition.url(origin), lot.lot)
    return {
        "lot": lot.lot,
        "recalled": lot.recalled,
        "since": saying.period(since, edition.language) if since else None,
        "note": lot.note,
        "language": edition.own_words,
        "produced": saying.day_or_none(lot.produced),
        "best_before": saying.day_or_none(lot.best_before),
        "until": lot.best_before.isoformat() if lot.best_before else None,
        "quantity": lot.quantity,
        "tests": [_event(edition, each) for each in lot.events if each.step == TESTED],
        "events": [_event(edition, each) for each in lot.events],
        "passport": passport_view(edition, origin, product, lot),
        "json_ld": lot_data(edition, product, lot, origin),
        "mail": letter["mail"] if letter else None,
    }


def lot_path(edition: Edition, product: Product, lot: str) -> str:
    """The page of a lot in this edition's language: its scan address, or the translation's own."""
    if edition.language == edition.site.language:
        return f"{addresses.lot_paths(product, lot)[0]}/"
    page = edition.paths.of(("product", product.slug))[edition.language]
    return addresses.lot_page(page, lot)


def lots_of(edition: Edition, product: Product) -> tuple[Lot, ...]:
    """The product's lots, newest first; none of them where the product has no scan address."""
    found = edition.catalogue.lots.get(product.slug, ())
    return found if addresses.scan_paths(product) else ()


def recalled(edition: Edition, product: Product) -> Iterator[Lot]:
    """The product's recalled lots."""
    return (lot for lot in lots_of(edition, product) if lot.recalled)


def recalled_on(lot: Lot) -> PartialDate | None:
    """Since when a lot is recalled, as far as an event tells."""
    return next((each.when for each in lot.events if each.step == RECALLED), None)


def recall_line(edition: Edition, origin: str, product: Product, lot: Lot) -> RecallLine:
    """What the product's page and the list of recalls say of a recalled lot."""
    since = recalled_on(lot)
    return {
        "lot": lot.lot,
        "href": edition.rooted(origin, lot_path(edition, product, lot.lot)),
        "since": saying.period(since, edition.language) if since else None,
        "note": lot.note,
        "language": edition.own_words,
    }


def lot_links(edition: Edition, origin: str, product: Product) -> LotLinks | None:
    """`links` to the newest lots and the `count` of all; None for a product without lots."""
    lots = lots_of(edition, product)
    if not lots:
        return None
    links: list[LotLink] = [
        {
            "lot": lot.lot,
            "href": edition.rooted(origin, lot_path(edition, product, lot.lot)),
            "produced": saying.day_or_none(lot.produced),
            "recalled": lot.recalled,
        }
        for lot in lots[:MOST_LOTS]
    ]
    return {"links": links, "count": len(lots)}


def _event(edition: Edition, event: Event) -> EventValues:
    return {
        "when": saying.period(event.when, edition.language),
        "step": event.step,
        "name": step_name(event.step, edition.language),
        "free": event.step not in STEPS,
        "side": step_side(event.step).value,
        "place": event.place,
        "actor": event.actor,
        "gln": event.gln,
        "note": event.note,
    }
