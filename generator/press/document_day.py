"""The day that a printed file bears as its own: the content's, so that it is the same tomorrow."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator.catalogue.model import Product


def newest_day(products: Iterable[Product], otherwise: date | None) -> date | None:
    """The newest day on which stars were given or, where only that is known, end; else the other.

    The stars of whatever is printed hold, so that it knows such a day, but for what has none.
    """
    held = [each.certificate for each in products if each.certificate]
    given = [each.valid_from for each in held if each.valid_from]
    until = [each.valid_until for each in held if each.valid_until]
    return max(given, default=None) or max(until, default=None) or otherwise
