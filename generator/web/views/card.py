"""A product's card in lists."""

from __future__ import annotations

from collections.abc import Iterable

from generator.catalogue import saying
from generator.catalogue.model import (
    Product,
    Status,
)
from generator.catalogue.model.provenance import origin_of
from generator.web.template_values.common import CardValues
from generator.web.views.edition import Edition
from generator.web.views.picture import picture


def card(edition: Edition, origin: str, product: Product) -> CardValues:
    """What a list shows of a product."""
    wording = product.wording(edition.language)
    held = product.certificate if product.stars else None
    return {
        "name": wording.name,
        "keep": product.code or product.slug,
        "summary": wording.summary,
        "href": edition.to(origin, ("product", product.slug)),
        "picture": picture(edition, origin, product, 0) if product.photos else None,
        "producer": edition.catalogue.producers[product.producer].name_in(edition.language),
        "commune": saying.place_or_none(
            origin_of(edition.catalogue, product).commune, edition.language
        ),
        "price": _price(edition, product),
        "net": only_net(edition, product),
        "stars": product.stars,
        "from": held.valid_from.isoformat() if held and held.valid_from else None,
        "until": held.valid_until.isoformat() if held and held.valid_until else None,
        "potential": product.status is Status.POTENTIAL,
        "sample": product.sample,
    }


def lowest_price(product: Product) -> int | None:
    """What the cheapest of its packs costs, in đồng; None where no price is told."""
    return min((pack.price for pack in product.packs if pack.price), default=None)


def only_net(edition: Edition, product: Product) -> str | None:
    """What its pack holds, in the edition's words; None of several."""
    packs = product.packs_in(edition.language)
    return packs[0].net if len(packs) == 1 else None


def _price(edition: Edition, product: Product) -> str | None:
    """“185.000 đ” of the only pack, “từ 45.000 đ” where there are several."""
    lowest = lowest_price(product)
    if lowest is None:
        return None
    said = saying.dong(lowest, edition.language)
    return said if len(product.packs) == 1 else edition.words.say("card.from", price=said)


def cards(edition: Edition, origin: str, products: Iterable[Product]) -> list[CardValues]:
    """Cards in the products' order."""
    return [card(edition, origin, each) for each in products]


def newest(products: Iterable[Product], most: int) -> list[Product]:
    """The certified products that were decided on last, at most so many.

    Not those of which nobody knows when, or whether their stars hold.
    """
    certified = [each for each in products if each.stars and _decided(each)]
    certified.sort(key=lambda each: each.slug)
    certified.sort(key=_decided, reverse=True)
    return certified[:most]


def _decided(product: Product) -> str:
    held = product.certificate
    return held.valid_from.isoformat() if held and held.valid_from else ""
