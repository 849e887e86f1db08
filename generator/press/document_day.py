"""The day that a printed file bears as its own: the content's, so that it is the same tomorrow."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator.catalogue.model import Product
from generator.catalogue.ocop.rulebooks import RULE_BOOKS


def day_of(products: Iterable[Product]) -> date:
    """The newest day on which any of them got its stars.

    Where no decision says its day: that of the newest rule book that the program knows.
    """
    held = [each.certificate for each in products if each.certificate]
    return max(
        (each.valid_from for each in held if each.valid_from),
        default=max(book.dated.first_day for book in RULE_BOOKS),
    )
