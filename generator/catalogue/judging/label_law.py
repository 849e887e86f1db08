"""What a label must say, by product group, each item with the rule that asks for it.

The table is for checking, no legal advice. Decree 37/2026/NĐ-CP took over the list of decree
43/2017/NĐ-CP (annex I, as amended by 111/2021); where the newer text was seen only second-hand the
older one is cited. Of crafts, essential oils and living things (groups 20, 21, 23–25) no source was
at hand, so only what every label bears is asked of them. A correction is a change of one row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.catalogue import saying
from generator.catalogue.model import (
    Catalogue,
    Product,
    Status,
    Wording,
)
from generator.catalogue.ocop.groups import TOURISM_GROUP
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.rules_press import (
    LABEL_CLAIM,
    LABEL_DATE_FORM,
    LABEL_FACT_MISSING,
    LABEL_LANGUAGE,
    LABEL_STARS_EARLY,
    LABEL_STARS_LAPSED,
    LABEL_STARS_UNKNOWN,
)


@dataclass(frozen=True, slots=True)
class Source:
    """An instrument, the place in it in both languages, and the day it was signed."""

    name: str
    place: str
    place_en: str
    dated: date

    @property
    def said(self) -> dict[str, str]:
        """How a problem cites it, in both languages."""
        return {"law_vi": f"{self.name}, {self.place}", "law_en": f"{self.name}, {self.place_en}"}


@dataclass(frozen=True, slots=True)
class Requirement:
    """An item that the labels of some product groups must bear; `key` is its front-matter key."""

    key: str
    vi: str
    en: str
    groups: frozenset[int]
    source: Source


_DECREE = Source("43/2017/NĐ-CP", "điều 10, phụ lục I", "article 10, annex I", date(2017, 4, 14))
_ADVERTISING = Source("16/2012/QH13", "điều 8", "article 8", date(2012, 6, 21))
_FOOD_ADVERTISING = Source("15/2018/NĐ-CP", "điều 27", "article 27", date(2018, 2, 2))

FRESH = frozenset({1, 2})
GRAIN = frozenset({3})
FOOD = frozenset({*range(4, 14), 16, 17})
ALCOHOL = frozenset({14, 15})
HEALTH = frozenset({18})
COSMETICS = frozenset({19})
TEXTILES = frozenset({22})
GOODS = frozenset(range(1, TOURISM_GROUP))
EDIBLE = FRESH | GRAIN | FOOD | ALCOHOL | HEALTH

REQUIREMENTS = (
    Requirement("address", "địa chỉ chủ thể", "the producer's address", GOODS, _DECREE),
    Requirement("packs", "định lượng", "the quantity", EDIBLE | COSMETICS, _DECREE),
    Requirement(
        "ingredients",
        "thành phần",
        "the ingredients",
        FOOD | HEALTH | COSMETICS | TEXTILES,
        _DECREE,
    ),
    Requirement(
        "shelf_life",
        "hạn sử dụng",
        "the shelf life",
        FRESH | GRAIN | FOOD | HEALTH | COSMETICS,
        _DECREE,
    ),
    Requirement(
        "directions",
        "hướng dẫn sử dụng",
        "the directions",
        FOOD | HEALTH | COSMETICS | TEXTILES,
        _DECREE,
    ),
    Requirement("storage", "hướng dẫn bảo quản", "how to store it", FOOD | HEALTH, _DECREE),
    Requirement("warnings", "thông tin cảnh báo", "the warnings", ALCOHOL | HEALTH, _DECREE),
    Requirement("ethanol", "hàm lượng etanol (% vol)", "the ethanol content", ALCOHOL, _DECREE),
)
"""Name, responsible party and origin are on every label, for every product has them."""

_ETHANOL = re.compile(r"\d\s*%\s*(?:vol|v/v|thể tích)|độ cồn\s*:?\s*\d", re.IGNORECASE)
_CLAIMS = {
    _FOOD_ADVERTISING: (
        *("chữa bệnh", "chữa khỏi", "chữa lành", "trị bệnh", "đặc trị", "trị dứt điểm"),
        *("điều trị", "phòng bệnh", "ngừa bệnh", "ngăn ngừa ung thư", "chống ung thư"),
        *("thay thế thuốc", "thần dược", "hạ huyết áp", "hạ đường huyết", "khỏi bệnh"),
        *("tăng cường sinh lý", "giải độc gan", "bổ thận"),
    ),
    _ADVERTISING: ("tốt nhất", "ngon nhất", "duy nhất", "số một", "hàng đầu"),
}
_FORM = re.compile(r"\b\d{4}-\d{1,2}-\d{1,2}\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{2}\b")
_NOT = re.compile(r"(?:không|chẳng|chưa)\s+(?:\w+\s+){0,4}$", re.IGNORECASE)
_PRINTED = ("name", "ingredients", "allergens", "directions", "storage", "shelf_life")


def missing(catalogue: Catalogue, product: Product) -> tuple[Requirement, ...]:
    """What the law asks of this product's label and nobody has written."""
    return tuple(
        one
        for one in REQUIREMENTS
        if product.group in one.groups and not _said(one.key, catalogue, product)
    )


def label_problems(
    catalogue: Catalogue, product: Product, on: date, *, dated: bool = False
) -> Iterator[Finding]:
    """Yield what a full label printed on that day would lack, or say wrongly.

    `on` decides whether the certificate still holds; one that is `dated` says the last day of use,
    so that it needs no shelf life.
    """
    for one in missing(catalogue, product):
        if dated and one.key == "shelf_life":
            continue
        values = {
            "item_vi": one.vi,
            "item_en": one.en,
            "key": (key := _key(catalogue, product, one.key)),
            **one.source.said,
        }
        file = _file(catalogue, product, one.key)
        yield Finding(file, (key,), LABEL_FACT_MISSING, values)
    yield from stars_problems(product, on)
    yield from language_problems(catalogue, product)
    words = product.wording("vi")
    yield from _claims(product, words)
    yield from _dates(product, words)


def stars_problems(product: Product, on: date) -> Iterator[Finding]:
    """Yield a certificate whose stars may not be printed: lapsed (148/QĐ-TTg), or yet to come."""
    certificate = product.certificate
    certified = product.status is Status.CERTIFIED
    if not certified or certificate is None or certificate.holds_on(on):
        return
    begins, until = certificate.valid_from, certificate.valid_until
    if until is None:
        yield Finding(product.source, ("certificate",), LABEL_STARS_UNKNOWN)
    elif begins and on < begins:
        values = {"found": saying.day(begins)}
        yield Finding(product.source, ("certificate", "decided_on"), LABEL_STARS_EARLY, values)
    else:
        values = {"until": saying.day(until)}
        yield Finding(product.source, ("certificate",), LABEL_STARS_LAPSED, values)


def language_problems(catalogue: Catalogue, product: Product) -> Iterator[Finding]:
    """Yield a product without Vietnamese words; they are compulsory (43/2017/NĐ-CP, article 7)."""
    if catalogue.site.language != "vi" and "vi" not in product.translations:
        yield Finding(product.source, ("name",), LABEL_LANGUAGE)


def claims(product: Product) -> Iterator[tuple[str, str, Source]]:
    """Words of the label that a food may not claim: the key, the words, and the rule."""
    words = product.wording("vi")
    for key in _PRINTED:
        text = getattr(words, key) or ""
        for source, phrases in _CLAIMS.items():
            for phrase in phrases:
                found = re.search(rf"(?<!\w){phrase}(?!\w)", text, re.IGNORECASE)
                if found and not _NOT.search(text[: found.start()]):
                    yield key, found.group(), source


def _claims(product: Product, words: Wording) -> Iterator[Finding]:
    if product.group not in EDIBLE:
        return
    source = getattr(words, "source", product.source)
    for key, found, law in claims(product):
        values = {"found": found, **law.said}
        yield Finding(source, (key,), LABEL_CLAIM, values)


def _dates(product: Product, words: Wording) -> Iterator[Finding]:
    source = getattr(words, "source", product.source)
    for key in _PRINTED:
        if found := _FORM.search(getattr(words, key) or ""):
            yield Finding.of(source, (key,), LABEL_DATE_FORM, found=found.group())


def _said(key: str, catalogue: Catalogue, product: Product) -> bool:
    words = product.wording("vi")
    if key == "address":
        producer = catalogue.producers[product.producer]
        return producer.address is not None and producer.place is not None
    if key == "packs":
        return bool(product.packs)
    if key == "ethanol":
        texts = (words.ingredients, words.directions, words.name, *product.standards)
        return any(_ETHANOL.search(text) for text in texts if text)
    return bool(getattr(words, key))


def _key(catalogue: Catalogue, product: Product, wanted: str) -> str:
    """The key to add for what a label wants."""
    if wanted == "address" and catalogue.producers[product.producer].address:
        return "place"
    return "ingredients" if wanted == "ethanol" else wanted


def _file(catalogue: Catalogue, product: Product, key: str) -> str:
    return catalogue.producers[product.producer].source if key == "address" else product.source
