"""What machines find behind a scan address: a linkset per GTIN, and what the host offers.

A linkset (RFC 9264, in JSON) lists the links of one item by their types of GS1's Web Vocabulary.
The site is no GS1-conformant resolver, for a static host negotiates nothing: these are the same
facts as files. A product without a GTIN has no GS1 address and so no linkset.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from generator.build.artifact import Artifact, Folders, Values
from generator.catalogue.models import Product, Status
from generator.web.views.edition import Edition, View

VOCABULARY = "https://ref.gs1.org/voc/"
CONTEXT = "https://ref.gs1.org/standards/resolver/linkset-context"
MEDIA_TYPE = "application/linkset+json"
DESCRIPTION = ".well-known/gs1resolver"
"""Where GS1's standard has a host describe itself, at the host's root."""

Link = dict[str, str | list[str]]


def linkset_path(product: Product) -> str | None:
    """The product's linkset below the site's root; None without a GTIN."""
    return f"01/{product.gtin14}/linkset.json" if product.gtin14 else None


def linksets(editions: list[Edition]) -> Iterator[Artifact]:
    """A linkset for each product with a GTIN, and the description if there is any.

    `editions` come with the site's own language first.
    """
    main = editions[0]
    products = [each for each in main.catalogue.products if each.gtin14]
    for product in products:
        values = {"linkset": linkset(editions, product)}
        path = f"site/{linkset_path(product)}"
        yield Artifact((path,), as_json, values, product.source)
    if products:
        values = {"description": description(main)}
        yield Artifact((f"site/{DESCRIPTION}",), as_json, values, main.site.source)


def as_json(values: Values, folders: Folders) -> tuple[bytes]:  # noqa: ARG001 (a maker)
    """The only value as JSON, for people to read too."""
    (content,) = values.values()
    return (f"{json.dumps(content, ensure_ascii=False, indent=1)}\n".encode(),)


def linkset(editions: list[Edition], product: Product) -> View:
    """The links from the product's GS1 address, in all languages that it is written in."""
    main = editions[0]
    pages = [_page(each, product) for each in editions if _written(each, product)]
    item: View = {
        "anchor": main.url(f"01/{product.gtin14}"),
        "itemDescription": product.name,
        f"{VOCABULARY}defaultLink": [{key: pages[0][key] for key in ("href", "title")}],
        f"{VOCABULARY}pip": pages,
    }
    if product.certificate and product.status is not Status.POTENTIAL:
        item[f"{VOCABULARY}certificationInfo"] = [_part(page, "cert") for page in pages]
    if product.story.strip():
        item[f"{VOCABULARY}backgroundInfo"] = pages
    if product.directions:
        item[f"{VOCABULARY}instructions"] = pages
    if shops := [_shop(name, url) for name, url in _shops(product)]:
        item[f"{VOCABULARY}hasRetailers"] = shops
    return {"linkset": [item]}


def description(edition: Edition) -> View:
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


def _part(page: Link, anchor: str) -> Link:
    return {**page, "href": f"{page['href']}#{anchor}"}


def _shops(product: Product) -> Iterator[tuple[str, str]]:
    return ((each.name, each.url) for each in product.buy if each.url)


def _shop(name: str, url: str) -> Link:
    return {"href": url, "title": name}
