"""Rules about a product's certificate, judged by OCOP's own tables, and about its other marks."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import saying
from generator.catalogue.dates import PartialDate
from generator.catalogue.model import (
    Certificate,
    Product,
    Status,
)
from generator.catalogue.ocop.codes import parse_code
from generator.catalogue.ocop.rulebooks import cited, in_force, issuer_level, recogniser
from generator.catalogue.ocop.stars import stars_for
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.nearest import key_name
from generator.catalogue.problems.place import KeyPath
from generator.catalogue.problems.rules_doubted import UNTIL_PARTIAL
from generator.catalogue.problems.rules_ocop import (
    AUTHORITY,
    CERTIFICATE_BASIS_MISSING,
    CERTIFICATE_DATE_MISSING,
    CERTIFICATE_DATES,
    CERTIFICATE_DECISION_MISSING,
    CERTIFICATE_MISSING,
    CERTIFICATE_POTENTIAL,
    CERTIFICATE_REVOKED,
    CERTIFICATE_VALIDITY_UNKNOWN,
    LEGAL_BASIS_DATE,
    MARK_DATES,
    MARK_OCOP,
    OCOP_CODE_FORM,
    POINTS_STARS,
)
from generator.catalogue.problems.unsound import as_far


def certificate_problems(
    product: Product,
) -> Iterator[Finding]:
    """Yield a finding for each doubt about the certificate."""
    certificate = product.certificate
    if certificate is None:
        if product.status is Status.CERTIFIED:
            yield Finding(product.source, ("status",), CERTIFICATE_MISSING)
        return
    yield from as_far(_potential(product, certificate))
    yield from as_far(_revoked(product, certificate))
    yield from as_far(_expires(product, certificate))
    for rule in (_decision, _day, _basis, _dates, _points, _authority, _legal_basis, _ocop_code):
        for finding in as_far(rule(certificate)):
            yield finding.in_file(product.source, below=("certificate",))


def _potential(product: Product, certificate: Certificate) -> Iterator[Finding]:
    if product.status is Status.POTENTIAL and not certificate.revoked_on:
        stars = str(certificate.stars)
        yield Finding.of(product.source, ("status",), CERTIFICATE_POTENTIAL, stars=stars)


def _revoked(product: Product, certificate: Certificate) -> Iterator[Finding]:
    if certificate.revoked_on and product.status is Status.CERTIFIED:
        found = saying.day(certificate.revoked_on)
        at = ("certificate", "revoked_on")
        yield Finding.of(product.source, at, CERTIFICATE_REVOKED, found=found)


def _expires(product: Product, certificate: Certificate) -> Iterator[Finding]:
    yield from _until(product, ("certificate", "expires_on"), certificate.expires_on)


def mark_problems(product: Product) -> Iterator[Finding]:
    """Yield a finding for each certificate of another scheme that can't be one."""
    for index, mark in enumerate(product.marks):
        if mark.is_ocop:
            at = ("marks", index, "scheme")
            yield Finding.of(product.source, at, MARK_OCOP, found=mark.scheme)
        begins, ends = mark.valid_from, mark.valid_until
        if begins and ends and ends < begins:
            yield Finding(product.source, ("marks", index, "until"), MARK_DATES)
        yield from _until(product, ("marks", index, "until"), mark.until)


def _until(product: Product, at: KeyPath, end: PartialDate | None) -> Iterator[Finding]:
    if end and end.day is None:
        values = {
            "found": str(end),
            "key": key_name(at),
            "until": saying.day(end.first_day),
            "last": end.last_day.isoformat(),
        }
        yield Finding(product.source, at, UNTIL_PARTIAL, values)


def _decision(certificate: Certificate) -> Iterator[Finding]:
    """Yield what is doubted, as each rule below does, by the certificate's own keys."""
    if certificate.decision is None:
        yield Finding("", (), CERTIFICATE_DECISION_MISSING)


def _day(certificate: Certificate) -> Iterator[Finding]:
    if certificate.decided_on is None:
        rule = CERTIFICATE_DATE_MISSING if certificate.expires_on else CERTIFICATE_VALIDITY_UNKNOWN
        yield Finding("", (), rule)


def _basis(certificate: Certificate) -> Iterator[Finding]:
    if certificate.legal_basis is None:
        basis = in_force(certificate.decided_on).basis
        yield Finding.of("", (), CERTIFICATE_BASIS_MISSING, basis=basis)


def _dates(certificate: Certificate) -> Iterator[Finding]:
    for key, day in (
        ("expires_on", certificate.valid_until),
        ("revoked_on", certificate.revoked_on),
    ):
        if day and certificate.valid_from and day < certificate.valid_from:
            yield Finding.of("", (key,), CERTIFICATE_DATES, key=key)


def _ocop_code(certificate: Certificate) -> Iterator[Finding]:
    code = certificate.ocop_code
    if code and parse_code(code) is None:
        yield Finding.of("", ("ocop_code",), OCOP_CODE_FORM, found=code)


def _points(certificate: Certificate) -> Iterator[Finding]:
    if certificate.score is None:
        return
    score = certificate.score
    expected = stars_for(score)
    if expected != certificate.stars:
        values = {
            "score": f"{score:g}",
            "expected": str(expected),
            "stars": str(certificate.stars),
        }
        yield Finding("", ("score",), POINTS_STARS, values)


def _authority(certificate: Certificate) -> Iterator[Finding]:
    """Doubt an issuer only where both its level and the level in charge are clear."""
    level = issuer_level(certificate.issued_by)
    decided = certificate.decided_on
    expected = recogniser(certificate.stars, decided) if decided else None
    if level and expected and level is not expected:
        values = {
            "found": certificate.issued_by,
            "stars": str(certificate.stars),
            "expected_vi": expected.name_in("vi"),
            "expected_en": expected.name_in("en"),
        }
        yield Finding("", ("issued_by",), AUTHORITY, values)


def _legal_basis(certificate: Certificate) -> Iterator[Finding]:
    book = cited(certificate.legal_basis) if certificate.legal_basis else None
    decided = certificate.decided_on
    if book and decided and decided.last_day < book.dated.first_day:
        values = {
            "found": book.basis,
            "dated_vi": saying.period(book.dated, "vi"),
            "dated_en": saying.period(book.dated, "en"),
        }
        yield Finding("", ("legal_basis",), LEGAL_BASIS_DATE, values)
