"""The certificate panel: who decided, when, and how long it holds.

Nothing here asks for today's date: `from` and `until` go into the page, and the reader's own clock
decides.
"""

from __future__ import annotations

from datetime import date

from generator.catalogue import saying
from generator.catalogue.languages import Language
from generator.catalogue.model import Product, Status
from generator.web.template_values.product import CertificateValues, RevokedValues


def certificate(product: Product, language: Language) -> CertificateValues | None:
    """Values of a certified product's certificate, None for a product of any other status."""
    found = product.certificate
    if product.status is not Status.CERTIFIED or found is None:
        return None
    return {
        "stars": product.stars,
        "decision": found.decision,
        "decided_on": saying.period_or_none(found.decided_on, language),
        "issued_by": found.issued_by,
        "legal_basis": found.legal_basis,
        "ocop_code": found.ocop_code,
        "from": _iso(found.valid_from),
        "from_label": saying.day_or_none(found.valid_from),
        "until": _iso(found.valid_until),
        "until_label": saying.until(found),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def revoked(product: Product) -> RevokedValues | None:
    """When (`on`) and by what decision (`by`) the recognition was withdrawn, as far as known."""
    found = product.certificate
    if product.status is not Status.WITHDRAWN or not (found and found.revoked_on):
        return None
    return {"on": saying.day(found.revoked_on), "by": found.revoked_by}
