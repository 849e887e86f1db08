"""Rules that depend on the day: certificates and marks that have lapsed, or soon will.

Stars may not be printed once a certificate has lapsed (148/QĐ-TTg, 26/2026/QĐ-TTg). A page decides
by its reader's clock; paper can't, so it is the day of printing that counts, and for a fair's
leaflet the fair's last day. A lapsed certificate is a warning, never an error: the site must go on
being built, for it is the site that tells people of the lapse. What is left out is print.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from generator.catalogue import saying
from generator.catalogue.judging.to_come import findings_to_come, told_as_past
from generator.catalogue.model import (
    Catalogue,
    Certificate,
    Fair,
    Mark,
    Product,
    Status,
)
from generator.catalogue.model.lots import AHEAD
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.place import KeyPath
from generator.catalogue.problems.rules_ocop import (
    CERTIFICATE_FUTURE,
    CERTIFICATE_LAPSED,
    CERTIFICATE_LAPSING,
    MARK_LAPSED,
    MARK_LAPSING,
)
from generator.catalogue.problems.rules_references import FAIR_CERTIFICATE

NOTICE = timedelta(days=90)
"""So long before the last day of validity a warning begins: an application takes its time."""

_DAY = timedelta(days=1)
_EXPIRES: KeyPath = ("certificate", "expires_on")
_DECIDED: KeyPath = ("certificate", "decided_on")


def not_held(catalogue: Catalogue, day: date) -> frozenset[str]:
    """Slugs of certified products whose stars may not be printed that day: lapsed, or to come."""
    return frozenset(product.slug for product, held in _held(catalogue) if not held.holds_on(day))


def stars_hold(product: Product, day: date) -> bool:
    """Whether the product's stars, if it has any, are valid on that day."""
    held = product.certificate
    return product.status is not Status.CERTIFIED or held is None or held.holds_on(day)


def lapse_findings(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """Yield a warning for what has lapsed, will within 90 days, or is told as past and to come."""
    for product, held in _held(catalogue):
        if held.valid_until and held.valid_until - today <= NOTICE:
            rule = CERTIFICATE_LAPSED if held.valid_until < today else CERTIFICATE_LAPSING
            until = saying.day(held.valid_until)
            yield Finding.of(product.source, _EXPIRES, rule, until=until)
        if held.decided_on and held.decided_on.first_day > today:
            dated = {
                "dated_vi": saying.period(held.decided_on, "vi"),
                "dated_en": saying.period(held.decided_on, "en"),
            }
            yield Finding(product.source, _DECIDED, CERTIFICATE_FUTURE, dated)
    for product in catalogue.products:
        for index, mark in enumerate(product.marks):
            yield from _of_mark(product, index, mark, today)
    yield from findings_to_come(catalogue, today)
    for fair in catalogue.fairs:
        if fair.ends_on >= today:
            yield from _of_fair(catalogue, fair, today)


def change_after(catalogue: Catalogue, today: date) -> date | None:
    """The first day after today on which a rule of this module says something else."""
    days = [fair.ends_on + _DAY for fair in catalogue.fairs]
    held = [each for _, each in _held(catalogue)]
    days += [each.valid_from for each in held if each.valid_from]
    days += [each.first_day for each in told_as_past(catalogue)]
    marks = (mark for product in catalogue.products for mark in product.marks)
    for last in (*(each.valid_until for each in held), *(each.valid_until for each in marks)):
        days += [last - NOTICE, last + _DAY] if last else []
    for lot in (lot for lots in catalogue.lots.values() for lot in lots):
        told = (lot.produced, *(event.when.first_day for event in lot.events))
        days += [day - AHEAD for day in told if day and day > today]
    return min((day for day in days if day > today), default=None)


def _of_mark(product: Product, index: int, mark: Mark, today: date) -> Iterator[Finding]:
    """Its page tells of the lapse by itself, and print, which shows no marks, is made as before."""
    until = mark.valid_until
    if until and until - today <= NOTICE:
        values = {
            "scheme_vi": mark.scheme_name("vi"),
            "scheme_en": mark.scheme_name("en"),
            "until": saying.day(until),
        }
        rule = MARK_LAPSED if until < today else MARK_LAPSING
        yield Finding(product.source, ("marks", index, "until"), rule, values)


def _of_fair(catalogue: Catalogue, fair: Fair, today: date) -> Iterator[Finding]:
    slugs = fair.products or tuple(catalogue.by_slug)
    for index, slug in enumerate(slugs):
        product = catalogue.by_slug[slug]
        if stars_hold(product, today) and not stars_hold(product, fair.ends_on):
            at: KeyPath = ("products", index) if fair.products else ("ends_on",)
            yield Finding.of(fair.source, at, FAIR_CERTIFICATE, found=product.name)


def _held(catalogue: Catalogue) -> Iterator[tuple[Product, Certificate]]:
    for product in catalogue.products:
        if product.status is Status.CERTIFIED and product.certificate:
            yield product, product.certificate
