"""The certificate panel: who decided, when, and how long it holds.

Nothing here asks for today's date: `until` goes into the page, and the reader's own clock decides.
"""

from __future__ import annotations

from datetime import date

from generator.catalogue.dates import PartialDate
from generator.catalogue.models import Certificate, Language, Product, Status
from generator.catalogue.ocop.validity import MONTHS_OF_VALIDITY
from generator.web.views.edition import View


def certificate(product: Product, language: Language) -> View | None:
    """Values of a certified product's certificate, None for a product of any other status."""
    found = product.certificate
    if product.status is not Status.CERTIFIED or found is None:
        return None
    return {
        "stars": found.stars,
        "decision": found.decision,
        "decided_on": found.decided_on.label(language),
        "issued_by": found.issued_by,
        "legal_basis": found.legal_basis,
        "ocop_code": found.ocop_code,
        "until": found.valid_until.isoformat(),
        "until_label": ends_on(found).label(language),
        "exact": bool(ends_on(found).day),
    }


def ends_on(found: Certificate) -> PartialDate:
    """The end of validity, known as well as the decision's date: a quarter ends in a quarter."""
    if found.expires_on:
        return found.expires_on
    decided = found.decided_on
    if decided.day:
        return day_of(found.valid_until)
    years = MONTHS_OF_VALIDITY // 12
    return PartialDate(decided.year + years, decided.quarter, decided.month)


def day_of(day: date) -> PartialDate:
    """A whole day, to be labelled like any other date."""
    return PartialDate(day.year, month=day.month, day=day.day)
