"""Certificates of other schemes; as with OCOP's, the reader's own clock decides what has lapsed."""

from __future__ import annotations

from generator.catalogue import saying
from generator.catalogue.languages import Language
from generator.catalogue.model import Mark, Product
from generator.web.structured import tells_of_ocop
from generator.web.template_values.product import MarkValues


def marks(product: Product, language: Language) -> list[MarkValues]:
    """Values of each, in the order of the product's file."""
    first = int(tells_of_ocop(product))
    return [_mark(each, place, language) for place, each in enumerate(product.marks, first)]


def _mark(mark: Mark, place: int, language: Language) -> MarkValues:
    return {
        "scheme": mark.scheme_name(language),
        "number": mark.number,
        "issuer": mark.issuer,
        "from": mark.valid_from.isoformat() if mark.valid_from else None,
        "from_label": saying.period_or_none(mark.begins_on, language),
        "until": mark.valid_until.isoformat() if mark.valid_until else None,
        "until_label": saying.day_or_none(mark.valid_until),
        "place": place,
    }
