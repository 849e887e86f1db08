"""A product's page, which is also what opens when its code is scanned."""

from __future__ import annotations

from itertools import islice

from generator import addresses
from generator.catalogue import saying
from generator.catalogue.model import (
    Product,
    Status,
)
from generator.catalogue.model.provenance import maker_of, origin_of
from generator.catalogue.ocop.groups import GROUPS
from generator.catalogue.reading.stories import story_of
from generator.web.linkset import linkset_path
from generator.web.structured import TOURISM_GROUP, product_data
from generator.web.template_values.common import CardValues, NamedLink
from generator.web.template_values.product import FactValues, PrintedCode, ProducerLine, ProductPage
from generator.web.views.card import cards
from generator.web.views.certificate import certificate, revoked
from generator.web.views.edition import Edition
from generator.web.views.frame import Head, dial, frame, share_card
from generator.web.views.lists import members
from generator.web.views.lot import lot_links, recall_line, recalled
from generator.web.views.marks import marks
from generator.web.views.passport import passport_view
from generator.web.views.picture import pictures
from generator.web.views.report import report

_MOST_OTHERS = 4
_GOODS = ("ingredients", "allergens", "directions", "storage", "shelf_life", "warnings")
_TOURISM = ("directions", "warnings")


def product_page(edition: Edition, product: Product, origin: str) -> ProductPage:
    """Values of product.html; `origin` is one of its addresses, all of which are as deep."""
    photos = pictures(edition, origin, product)
    share = share_card(edition, product)
    head = Head(
        key=("product", product.slug),
        origin=origin,
        title=product.wording(edition.language).name,
        description=product.wording(edition.language).summary,
        trail=(("home", ""), ("product", "")),
        image=share,
        sample=product.sample,
        draft=product.draft,
    )
    images = [share, *(each["jpeg_path"] for each in photos)]
    return {
        **frame(edition, head, [product_data(edition, product, images)]),
        "status": product.status.value,
        "keep": product.code or product.slug if product.status is not Status.WITHDRAWN else None,
        "name": product.wording(edition.language).name,
        "also_known_as": [*product.also_known_as],
        "summary": product.wording(edition.language).summary,
        "pictures": photos,
        "producer": producer_line(edition, origin, product),
        "certificate": certificate(product, edition.language),
        "revoked": revoked(product),
        "tourism": product.group == TOURISM_GROUP,
        "group": _group(edition, origin, product),
        "facts": _facts(edition, product),
        "passport": passport_view(edition, origin, product),
        "packs": [
            {
                "net": pack.net,
                "price": saying.dong(pack.price, edition.language) if pack.price else None,
            }
            for pack in product.packs_in(edition.language)
        ],
        "awards": [
            {"name": product.award_name(index, edition.language), "year": each.year, "by": each.by}
            for index, each in enumerate(product.awards)
        ],
        "marks": marks(product, edition.language),
        "story": edition.story(
            origin, story_of(edition.catalogue, product, edition.language), "products"
        ),
        "video": product.video,
        "buy": [
            {"name": each.name, "url": each.url, "phone": each.phone, "dial": dial(each.phone)}
            for each in product.buy
        ],
        "lot": None,
        "lots": lot_links(edition, origin, product),
        "recalls": [
            recall_line(edition, origin, product, lot) for lot in recalled(edition, product)
        ],
        "report": report(edition, product, edition.url(origin)),
        "code": _code(edition, product),
        "linkset": _linkset(edition, origin, product),
        "others": _others(edition, origin, product),
    }


def producer_line(edition: Edition, origin: str, product: Product) -> ProducerLine:
    """Who answers for it and where: today's address, and the old unit where packs may name one.

    `origin` is said only where the product is made in another commune than its producer's.
    """
    maker = maker_of(edition.catalogue, product)
    made_in = origin_of(edition.catalogue, product)
    producer, commune = maker.producer, made_in.commune
    elsewhere = saying.in_full_or_none(commune, edition.language) if made_in.elsewhere else None
    return {
        "name": producer.name_in(edition.language),
        "href": edition.to(origin, ("producer", producer.slug)),
        "phone": producer.phone,
        "dial": dial(producer.phone),
        "address": saying.maker_address(maker, edition.language),
        "former_address": saying.former_address(maker, edition.language),
        "origin": elsewhere,
        "commune_href": edition.to(origin, ("commune", commune.slug)) if commune else None,
    }


def _group(edition: Edition, origin: str, product: Product) -> NamedLink | None:
    group = GROUPS.get(product.group)
    if group is None:
        return None
    return {
        "name": group.name(edition.language),
        "href": edition.to(origin, ("group", str(product.group))),
    }


def _facts(edition: Edition, product: Product) -> list[FactValues]:
    """Named facts in the order of a label; a value of None is a fact that nobody has told."""
    wording = product.wording(edition.language)
    names = _TOURISM if product.group == TOURISM_GROUP else _GOODS
    facts = [(name, getattr(wording, name)) for name in names]
    facts = [(name, value) for name, value in facts if value or name in ("ingredients", "storage")]
    return [{"name": name, "value": value} for name, value in facts]


def _code(edition: Edition, product: Product) -> PrintedCode | None:
    """The printed address of a product that has one, and how it reads in letters."""
    scans = addresses.scan_paths(product)
    if not scans:
        return None
    printed = addresses.printed_url(edition.site.base_url, scans[0])
    return {"printed": printed, "readable": addresses.readable_url(printed)}


def _linkset(edition: Edition, origin: str, product: Product) -> str | None:
    path = linkset_path(product)
    return edition.rooted(origin, path) if path else None


def _others(edition: Edition, origin: str, product: Product) -> list[CardValues]:
    if product.status is Status.WITHDRAWN:
        return []
    same = members(edition, "producer").get(product.producer, ())
    others = (each for each in same if each.slug != product.slug)
    return cards(edition, origin, islice(others, _MOST_OTHERS))
