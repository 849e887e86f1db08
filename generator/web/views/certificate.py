"""The certificate panel: who decided, when, and how long it holds.

Nothing here asks for today's date: `from` and `until` go into the page, and the reader's own clock
decides.
"""

from __future__ import annotations

from generator.catalogue.model import (
    Language,
    Product,
    Status,
)
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
        "from": found.valid_from.isoformat(),
        "from_label": f"{found.valid_from:%d/%m/%Y}",
        "until": found.valid_until.isoformat(),
        "until_label": f"{found.valid_until:%d/%m/%Y}",
    }


def revoked(product: Product) -> View | None:
    """When (`on`) and by what decision (`by`) the recognition was withdrawn, as far as known."""
    found = product.certificate
    if product.status is not Status.WITHDRAWN or not (found and found.revoked_on):
        return None
    return {"on": f"{found.revoked_on:%d/%m/%Y}", "by": found.revoked_by}
