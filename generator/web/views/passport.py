"""A product's digital passport on its page: rows of what is known, names of what is not."""

from __future__ import annotations

from generator.catalogue import saying
from generator.catalogue.judging.passport import (
    PassportEntry,
    passport,
    typical_lot,
)
from generator.catalogue.model import Product
from generator.catalogue.model.lots import Lot
from generator.catalogue.model.provenance import origin_of
from generator.web.template_values.product import PassportRow, PassportValues
from generator.web.views.edition import Edition

_ELSEWHERE = frozenset(
    {"name", "picture", "producer", "address", "certificates", "shelf_life", "warnings"}
)
"""Facts that the page shows already, so that their rows would only repeat them."""
_OF_A_LOT = frozenset({"stages", "times", "produced"})
"""What a lot's page tells in its head and its timeline."""
FILE = "passport.json"


def passport_view(
    edition: Edition, origin: str, product: Product, lot: Lot | None = None
) -> PassportValues:
    """`rows` (name, value, href), names `missing`, counts `circular` and `decree`, link `json`.

    `lot` is the newest lot, where that is the one that speaks for the product.
    """
    found = passport(edition.catalogue, product, edition.language, lot)
    hidden = _ELSEWHERE | _OF_A_LOT if lot else _ELSEWHERE
    typical = None if lot else typical_lot(edition.catalogue, product)
    known = (each for each in found.entries if each.value is not None)
    return {
        "rows": [
            _row(edition, origin, product, each) for each in known if each.item.key not in hidden
        ],
        "missing": [
            each.item.wanted(edition.language) for each in found.entries if each.value is None
        ],
        "lot": typical.lot if typical else None,
        "circular": {"known": found.circular.known, "of": found.circular.of},
        "decree": {"known": found.decree.known, "of": found.decree.of},
        "json": edition.rooted(origin, passport_path(edition, product)),
    }


def passport_path(edition: Edition, product: Product) -> str:
    """The passport for machines, beside the product's page in the site's own language."""
    return edition.paths.of(("product", product.slug))[edition.site.language] + FILE


def _row(edition: Edition, origin: str, product: Product, entry: PassportEntry) -> PassportRow:
    called, value, href = entry.item.called(edition.language), entry.value, None
    if entry.item.key == "origin":
        commune = origin_of(edition.catalogue, product).commune
        value = saying.in_full_or_none(commune, edition.language)
        href = edition.to(origin, ("commune", commune.slug)) if commune else None
    return {"name": f"{called[:1].upper()}{called[1:]}", "value": value, "href": href}
