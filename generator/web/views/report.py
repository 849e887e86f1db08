"""How a reader reports a doubt: a letter to the programme office, begun for them."""

from __future__ import annotations

from urllib.parse import quote

from generator.catalogue.model import Product
from generator.web.template_values.product import ReportValues
from generator.web.views.edition import Edition
from generator.web.views.frame import dial, mailto


def report(
    edition: Edition, product: Product, url: str, lot: str | None = None
) -> ReportValues | None:
    """`mail` (a mailto: address, subject and text filled in), `phone` and `dial`.

    `url` is the page that the reader sees. None where there is no programme office, or no way to
    reach it.
    """
    office = edition.site.office
    if office is None or not (office.email or office.phone):
        return None
    mail = _mail(edition, office.email, product, url, lot) if office.email else None
    return {"mail": mail, "phone": office.phone, "dial": dial(office.phone)}


def _mail(edition: Edition, email: str, product: Product, url: str, lot: str | None) -> str:
    say = edition.words.say
    values = {
        "name": product.wording(edition.language).name,
        "url": url,
        "lot": lot or say("report.no_lot"),
    }
    # RFC 6068: lines end with CR LF, and a space is %20, never a plus sign.
    text = say("report.text", **values).strip().replace("\n", "\r\n")
    subject = say("report.subject", **values)
    return f"{mailto(email)}?subject={quote(subject, safe='')}&body={quote(text, safe='')}"
