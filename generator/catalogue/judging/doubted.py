"""Facts that are read well and yet hard to believe: today nobody sees it, tomorrow a buyer does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.catalogue.model import Model, Producer, Product, Status
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.nearest import key_name
from generator.catalogue.problems.place import KeyPath
from generator.catalogue.problems.rules_doubted import (
    PHONE_DIGITS,
    SAMPLE_TEXT,
    SELLER_CONTACT,
    WITHDRAWN_DAY,
)
from generator.catalogue.problems.unsound import as_far, if_sound

STARTER_TEXTS = frozenset(
    ["Sản phẩm mẫu", "Số 01/QĐ-MẪU", "UBND tỉnh Mẫu", "Cơ sở mẫu", "Ấp mẫu", "0000 000 000"]
)
"""What the files that `ocop new site` writes say; a test holds the two together."""


def doubted(thing: Model) -> Iterator[Finding]:
    """Yield what is doubted of a product or a producer by itself."""
    if isinstance(thing, Product):
        for rule in (_phones, _sellers, _withdrawn, _starter_texts):
            yield from as_far(rule(thing))
    if isinstance(thing, Producer):
        yield from as_far(_phone(thing.source, ("phone",), if_sound(thing, "phone")))
        yield from as_far(_starter_texts(thing))


def _phone(source: str, at: KeyPath, phone: str | None) -> Iterator[Finding]:
    digits = re.sub(r"\D", "", phone or "")
    home = f"0{digits[2:]}" if (phone or "").startswith("+84") else digits
    if phone and home.startswith("0") and len(home) not in (10, 11):
        yield Finding.of(source, at, PHONE_DIGITS, found=phone, count=str(len(home)))


def _phones(product: Product) -> Iterator[Finding]:
    for index, seller in enumerate(product.buy):
        yield from _phone(product.source, ("buy", index, "phone"), if_sound(seller, "phone"))


def _sellers(product: Product) -> Iterator[Finding]:
    for index, seller in enumerate(() if product.sample else product.buy):
        if not (seller.url or seller.phone):
            at = ("buy", index, "name")
            yield Finding.of(product.source, at, SELLER_CONTACT, found=seller.name)


def _withdrawn(product: Product) -> Iterator[Finding]:
    certificate = product.certificate
    if product.status is Status.WITHDRAWN and certificate and not certificate.revoked_on:
        yield Finding(product.source, ("status",), WITHDRAWN_DAY)


def _starter_texts(thing: Product | Producer) -> Iterator[Finding]:
    if thing.sample:
        return
    for path in (
        *(("name",), ("address",), ("phone",)),
        *(("certificate", "decision"), ("certificate", "issued_by")),
    ):
        found = _at(thing, path)
        if found in STARTER_TEXTS:
            values = {"key": key_name(path), "found": str(found)}
            yield Finding(thing.source, path, SAMPLE_TEXT, values)


def _at(thing: object, path: tuple[str, ...]) -> object:
    for key in path:
        fields = type(thing).model_fields if isinstance(thing, Model) else ()
        thing = if_sound(thing, key) if key in fields else None
        if thing is None:
            return None
    return thing
