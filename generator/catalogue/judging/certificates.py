"""Rules about a product's certificate, judged by OCOP's own tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.catalogue import saying
from generator.catalogue.model import (
    Certificate,
    Product,
    Status,
)
from generator.catalogue.ocop.codes import parse_code
from generator.catalogue.ocop.rulebooks import cited, issuer_level, recogniser
from generator.catalogue.ocop.stars import stars_for
from generator.catalogue.reading.frontmatter import KeyPath

Complaint = tuple[KeyPath, str, Mapping[str, str]]


def certificate_problems(
    product: Product,
) -> Iterator[tuple[str, KeyPath, str, Mapping[str, str]]]:
    """Yield file, key path, rule and values for each doubt about the certificate."""
    certificate = product.certificate
    if certificate is None:
        if product.status is Status.CERTIFIED:
            yield product.source, ("status",), "certificate-missing", {}
        return
    if certificate.revoked_on and product.status is Status.CERTIFIED:
        found = saying.day(certificate.revoked_on)
        yield product.source, ("certificate", "revoked_on"), "certificate-revoked", {"found": found}
    for key_path, rule, values in _complaints(certificate):
        yield product.source, ("certificate", *key_path), rule, values


def _complaints(certificate: Certificate) -> Iterator[Complaint]:
    if certificate.decision is None:
        yield (), "certificate-decision-missing", {}
    for key, day in (
        ("expires_on", certificate.valid_until),
        ("revoked_on", certificate.revoked_on),
    ):
        if day and day < certificate.valid_from:
            yield (key,), "certificate-dates", {"key": key}
    yield from _points(certificate)
    yield from _authority(certificate)
    yield from _legal_basis(certificate)
    code = certificate.ocop_code
    if code and parse_code(code) is None:
        yield ("ocop_code",), "ocop-code-form", {"found": code}


def _points(certificate: Certificate) -> Iterator[Complaint]:
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
        yield ("score",), "points-stars", values


def _authority(certificate: Certificate) -> Iterator[Complaint]:
    """Doubt an issuer only where both its level and the level in charge are clear."""
    level = issuer_level(certificate.issued_by)
    expected = recogniser(certificate.stars, certificate.decided_on)
    if level and expected and level is not expected:
        values = {
            "found": certificate.issued_by,
            "stars": str(certificate.stars),
            "expected_vi": expected.name_in("vi"),
            "expected_en": expected.name_in("en"),
        }
        yield ("issued_by",), "authority", values


def _legal_basis(certificate: Certificate) -> Iterator[Complaint]:
    book = cited(certificate.legal_basis)
    if book and certificate.decided_on.last_day < book.dated.first_day:
        values = {
            "found": book.basis,
            "dated_vi": saying.period(book.dated, "vi"),
            "dated_en": saying.period(book.dated, "en"),
        }
        yield ("legal_basis",), "legal-basis-date", values
