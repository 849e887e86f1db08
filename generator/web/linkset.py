"""What machines find behind a scan address: a linkset per GTIN, and what the host offers.

A linkset (RFC 9264, in JSON) lists the links of one item by their types of GS1's Web Vocabulary.
The site is no GS1-conformant resolver, for a static host negotiates nothing: these are the same
facts as files. A product without a GTIN has no GS1 address and so no linkset. A product's lots
stand in its linkset, each with an anchor of its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from generator import addresses, theme
from generator.catalogue.languages import Language
from generator.catalogue.model import Product, Status
from generator.catalogue.model.lots import Lot
from generator.catalogue.reading.stories import story_of
from generator.compact_json import compact_json
from generator.engine.artifact import (
    Artifact,
    Folders,
    Values,
)
from generator.web.dependencies import Dependencies
from generator.web.views.edition import Edition
from generator.web.views.lot import lot_path, lots_of, recalled
from generator.web.views.passport import passport_path

VOCABULARY = "https://ref.gs1.org/voc/"
CONTEXT = "https://ref.gs1.org/standards/resolver/linkset-context"
MEDIA_TYPE = "application/linkset+json"
DESCRIPTION = ".well-known/gs1resolver"
"""Where GS1's standard has a host describe itself, at the host's root."""

Link = dict[str, str | list[str]]


def linkset_path(product: Product) -> str | None:
    """The product's linkset below the site's root; None without a GTIN."""
    return f"01/{product.gtin14}/linkset.json" if product.gtin14 else None


def linksets(
    editions: Sequence[Edition], folders: theme.Folders, dependencies: Dependencies | None
) -> Iterator[Artifact]:
    """A linkset for each product with a GTIN, and the description if there is any.

    `editions` come with the site's own language first.
    """
    main = editions[0]
    words = tuple(file for each in editions for file in theme.string_files(folders, each.language))
    products = [each for each in main.catalogue.products if each.gtin14]
    for product in products:
        yield Artifact(
            (f"site/{linkset_path(product)}",),
            write_linkset,
            {"about": product.slug},
            product.source,
            words,
            derive=linkset_values,
            dependencies=dependencies.of(product.source) if dependencies else None,
        )
    if products:
        values = {"description": description(main)}
        yield Artifact((f"site/{DESCRIPTION}",), as_json, values, main.site.source)


def write_linkset(values: Values, folders: Folders) -> tuple[bytes]:  # noqa: ARG001 (a maker)
    """The linkset, without white space: there is one for each product with a GTIN."""
    return (f"{compact_json(values['linkset'])}\n".encode(),)


def as_json(values: Values, folders: Folders) -> tuple[bytes]:  # noqa: ARG001 (a maker)
    """The only value as JSON, for people to read too."""
    (content,) = values.values()
    return (f"{json.dumps(content, ensure_ascii=False, indent=1)}\n".encode(),)


def linkset_values(editions: Mapping[Language, Edition], values: Values) -> Values:
    """The linkset of the product `about`."""
    found = [*editions.values()]
    product = found[0].catalogue.by_slug[values["about"]]
    return {"linkset": linkset(found, product)}


def linkset(editions: Sequence[Edition], product: Product) -> dict[str, object]:
    """The links from the GS1 addresses of the product and its lots, in all their languages."""
    written = [each for each in editions if _written(each, product)]
    lots = [_lot(written, product, lot) for lot in lots_of(editions[0], product)]
    return {"linkset": [_product(written, product), *lots]}


def _product(editions: Sequence[Edition], product: Product) -> dict[str, object]:
    main = editions[0]
    pages = [_page(each, product) for each in editions]
    item: dict[str, object] = {
        "anchor": main.url(f"01/{product.gtin14}"),
        "itemDescription": product.name,
        f"{VOCABULARY}defaultLink": [{key: pages[0][key] for key in ("href", "title")}],
        f"{VOCABULARY}pip": pages,
    }
    if product.certificate and product.status is not Status.POTENTIAL:
        item[f"{VOCABULARY}certificationInfo"] = [
            _part(page, "cert", each.words.say("certificate.title"))
            for each, page in zip(editions, pages, strict=True)
        ]
    item[f"{VOCABULARY}productPassport"] = [_passport(main, product)]
    if story_of(main.catalogue, product, main.language).strip():
        item[f"{VOCABULARY}backgroundInfo"] = pages
    if product.directions:
        item[f"{VOCABULARY}instructions"] = pages
    if shops := [_shop(name, url) for name, url in _shops(product)]:
        item[f"{VOCABULARY}hasRetailers"] = shops
    alarms = (_alarms(editions, product, lot) for lot in recalled(main, product))
    if found := [*chain.from_iterable(alarms)]:
        item[f"{VOCABULARY}recallStatus"] = found
    return item


def _lot(editions: Sequence[Edition], product: Product, lot: Lot) -> dict[str, object]:
    main = editions[0]
    pages = [_lot_page(each, product, lot, "lot.title") for each in editions]
    item: dict[str, object] = {
        "anchor": main.url(addresses.lot_path(f"01/{product.gtin14}", lot.lot)),
        "itemDescription": pages[0]["title"],
        f"{VOCABULARY}defaultLink": [{key: pages[0][key] for key in ("href", "title")}],
        f"{VOCABULARY}pip": pages,
    }
    if lot.events:
        item[f"{VOCABULARY}traceability"] = pages
    if lot.recalled:
        item[f"{VOCABULARY}recallStatus"] = _alarms(editions, product, lot)
    return item


def _alarms(editions: Sequence[Edition], product: Product, lot: Lot) -> list[Link]:
    """Where a recall is told, in each language."""
    return [_lot_page(each, product, lot, "recall.entry") for each in editions]


def _lot_page(edition: Edition, product: Product, lot: Lot, words: str) -> Link:
    """A link to the page of a lot; `words` is the string that gives its title."""
    name = product.wording(edition.language).name
    return {
        "href": edition.url(lot_path(edition, product, lot.lot)),
        "title": edition.words.say(words, name=name, lot=lot.lot),
        "hreflang": [edition.language],
        "type": "text/html",
    }


def description(edition: Edition) -> dict[str, object]:
    """What the host says of itself: whose addresses it has, and which kinds of link."""
    office = edition.site.office
    contact = {"fn": office.name if office else edition.site.name}
    if office and office.phone:
        contact["hasTelephone"] = office.phone
    return {
        "name": edition.site.name,
        "resolverRoot": edition.site.base_url,
        "supportedPrimaryKeys": ["01"],
        "supportedLinkType": [{"namespace": VOCABULARY, "prefix": "gs1:"}],
        "linkTypeDefaultCanBeLinkset": False,
        "jsonLdContextLocation": CONTEXT,
        "contact": contact,
    }


def _written(edition: Edition, product: Product) -> bool:
    return edition.language in edition.paths.of(("product", product.slug))


def _page(edition: Edition, product: Product) -> Link:
    path = edition.paths.of(("product", product.slug))[edition.language]
    return {
        "href": edition.url(path),
        "title": product.wording(edition.language).name,
        "hreflang": [edition.language],
        "type": "text/html",
    }


def _part(page: Link, anchor: str, title: str) -> Link:
    return {**page, "href": f"{page['href']}#{anchor}", "title": f"{page['title']}: {title}"}


def _passport(edition: Edition, product: Product) -> Link:
    """The product's passport for machines, in the site's own language."""
    return {
        "href": edition.url(passport_path(edition, product)),
        "title": f"{product.name}: {edition.words.say('passport.title')}",
        "hreflang": [edition.language],
        "type": "application/json",
    }


def _shops(product: Product) -> Iterator[tuple[str, str]]:
    return ((each.name, each.url) for each in product.buy if each.url)


def _shop(name: str, url: str) -> Link:
    return {"href": url, "title": name}
