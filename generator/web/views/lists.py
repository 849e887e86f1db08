"""Pages that list products, and pages that list those lists."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from generator import addresses
from generator.addresses import slugify
from generator.catalogue import saying
from generator.catalogue.model import Product
from generator.catalogue.model.provenance import origin_of
from generator.catalogue.ocop.groups import GROUPS
from generator.web.paths import Key
from generator.web.structured import list_data, producer_data
from generator.web.views.card import cards
from generator.web.views.edition import Edition, View
from generator.web.views.frame import Head, dial, frame, title_of
from generator.web.views.picture import picture

PER_PAGE = 48
"""Products on one page of a long list."""
ALL_AT_ONCE = 60
"""So many products still stand on one page."""
MOST_SIBLINGS = 60
"""Where there are more lists of a kind, a list leaves it to their own page to name them."""
KINDS = ("producer", "commune", "group", "star")
"""Kinds of lists that every listed product may stand in."""
_PAGED = ("commune", "group", "star")
"""Those that may be long; a producer's products stand on the producer's one page."""


def parts(edition: Edition, key: Key) -> int:
    """How many pages the list has: one for anything that is no list of products."""
    kind, slug = key
    if slug and kind in _PAGED:
        count = _counts(edition, kind)[slug]
    else:
        count = len(edition.products) if key == ("product", "") else 0
    return 1 if count <= ALL_AT_ONCE else -(-count // PER_PAGE)


def _counts(edition: Edition, kind: str) -> Counter[str | None]:
    """How many products each list of the kind has."""
    return edition.once(
        ("counts", kind),
        lambda: Counter(_slug(edition, kind, product) for product in edition.products),
    )


def _products(edition: Edition, key: Key) -> Sequence[Product]:
    kind, slug = key
    if key == ("product", ""):
        return edition.ranked
    return members(edition, kind).get(slug, ()) if slug and kind in KINDS else ()


def _part(edition: Edition, key: Key, number: int) -> Sequence[Product]:
    products = _products(edition, key)
    if parts(edition, key) == 1:
        return products
    return products[(number - 1) * PER_PAGE : number * PER_PAGE]


def _origin(edition: Edition, key: Key, number: int) -> str:
    return addresses.part(edition.path(key) or "", number, edition.language)


def _pager(edition: Edition, key: Key, number: int) -> View | None:
    """Links to the parts before and after; None for a list on one page."""
    count = parts(edition, key)
    if count == 1:
        return None
    here = _origin(edition, key, number)
    beside = {"previous": number - 1, "next": number + 1}
    return {
        "number": number,
        "count": count,
        **{
            name: edition.link(here, _origin(edition, key, at)) if 1 <= at <= count else None
            for name, at in beside.items()
        },
    }


def catalogue_page(edition: Edition, number: int = 1) -> View:
    """Values of catalogue.html: all products, with ways into the shorter lists."""
    words, site = edition.words, edition.site.wording(edition.language)
    key: Key = ("product", "")
    head = Head(
        key=key,
        origin=_origin(edition, key, number),
        part=number,
        title=words.say("list.product"),
        description=words.say("catalogue.description", site=site.name),
        trail=(("home", ""),),
    )
    products = _part(edition, key, number)
    return {
        **frame(edition, head, [_list_data(edition, head, products)]),
        "recognised": cards(edition, head.origin, [each for each in products if each.stars]),
        "potential": cards(edition, head.origin, [each for each in products if not each.stars]),
        "chips": [
            {"title": words.say(f"list.{kind}"), "links": links(edition, head.origin, kind)}
            for kind in ("star", "group", "commune")
            if edition.path((kind, "")) is not None and len(members(edition, kind)) <= MOST_SIBLINGS
        ],
        "pager": _pager(edition, key, number),
    }


def list_page(edition: Edition, kind: str, slug: str, number: int = 1) -> View:
    """Values of list.html: the products of one commune, group, or number of stars."""
    key = (kind, slug)
    products = _part(edition, key, number)
    name = name_of(edition, kind, slug)
    head = Head(
        key=key,
        origin=_origin(edition, key, number),
        part=number,
        title=name,
        description=edition.words.say(f"{kind}.description", name=name),
        trail=(("home", ""), (kind, "")),
    )
    return {
        **frame(edition, head, [_list_data(edition, head, products)]),
        "label": edition.words.say(f"{kind}.label"),
        "stars": int(slug) if kind == "star" else None,
        "cards": cards(edition, head.origin, products),
        "siblings": (
            links(edition, head.origin, kind)
            if len(members(edition, kind)) <= MOST_SIBLINGS
            else []
        ),
        "pager": _pager(edition, key, number),
    }


def producer_page(edition: Edition, slug: str) -> View:
    """Values of producer.html."""
    producer = edition.catalogue.producers[slug]
    name = producer.name_in(edition.language)
    place = edition.catalogue.places[producer.place]
    commune = edition.catalogue.commune_of(place)
    products = members(edition, "producer")[slug]
    head = Head(
        key=("producer", slug),
        origin=edition.path(("producer", slug)) or "",
        title=name,
        description=edition.words.say("producer.description", name=name),
        trail=(("home", ""), ("producer", "")),
        sample=producer.sample,
    )
    data = [producer_data(edition, producer), _list_data(edition, head, products)]
    return {
        **frame(edition, head, data),
        "name": name,
        "legal_form": producer.kind.value,
        "address": saying.address(producer.address, commune, edition.language),
        "former_address": (saying.place_in_full(place, edition.language) if place.now else None),
        "commune_href": edition.to(head.origin, ("commune", commune.slug)),
        "phone": producer.phone,
        "dial": dial(producer.phone),
        "email": producer.email,
        "website": producer.website,
        "tax_code": producer.tax_code,
        "founded": producer.founded,
        "story": edition.story(head.origin, producer.bodies.get(edition.language, "")),
        "cards": cards(edition, head.origin, products),
    }


def index_page(edition: Edition, kind: str) -> View:
    """Values of index.html: all producers, communes, groups, stars or fairs."""
    head = Head(
        key=(kind, ""),
        origin=edition.path((kind, "")) or "",
        title=title_of(edition, (kind, "")),
        description=edition.words.say(f"list.{kind}_description"),
        trail=(("home", ""),),
    )
    if kind == "fair":
        return {**frame(edition, head), "links": _fairs(edition, head.origin)}
    found = links(edition, head.origin, kind, pictured=True)
    return {**frame(edition, head), "links": found}


def members(edition: Edition, kind: str) -> Mapping[str, Sequence[Product]]:
    """The edition's products by producer, commune, group or stars, in the order of lists."""
    return edition.once(("members", kind), lambda: _members(edition, kind))


def _members(edition: Edition, kind: str) -> Mapping[str, Sequence[Product]]:
    found: dict[str, list[Product]] = {}
    for product in edition.ranked:
        if slug := _slug(edition, kind, product):
            found.setdefault(slug, []).append(product)
    return found


def links(edition: Edition, origin: str, kind: str, *, pictured: bool = False) -> list[View]:
    """Links to all lists of a kind: title, how many products, a few of their names, a picture."""
    groups = members(edition, kind)
    return [
        {
            **entry,
            "href": edition.to(origin, (kind, slug)),
            "picture": _first_picture(edition, origin, groups[slug]) if pictured else None,
        }
        for slug, entry in edition.once(("links", kind), lambda: [*_entries(edition, kind)])
    ]


def _entries(edition: Edition, kind: str) -> Iterator[tuple[str, View]]:
    """What links to the lists of a kind say, wherever they stand."""
    groups = members(edition, kind)
    slugs = [slug for (each, slug), _ in edition.paths if each == kind and slug in groups]
    if kind == "producer":
        slugs.sort(key=lambda slug: _by_number(name_of(edition, kind, slug)))
    for slug in slugs:
        yield (
            slug,
            {
                "title": name_of(edition, kind, slug),
                "note": edition.words.count("count.products", len(groups[slug])),
                "names": [each.wording(edition.language).name for each in groups[slug][:3]],
            },
        )


def name_of(edition: Edition, kind: str, slug: str) -> str:
    """What a list of products is called."""
    if kind == "producer":
        return edition.catalogue.producers[slug].name_in(edition.language)
    if kind == "commune":
        place = edition.catalogue.places[slug]
        return saying.capitalised(saying.place(place, edition.language))
    if kind == "group":
        return GROUPS[int(slug)].name(edition.language)
    return edition.words.say("star.title", n=slug)


def _slug(edition: Edition, kind: str, product: Product) -> str | None:
    if kind == "producer":
        return product.producer
    if kind == "commune":
        return origin_of(edition.catalogue, product).commune.slug
    if kind == "group":
        return str(product.group) if product.group in GROUPS else None
    return str(product.stars) if product.stars else None


def _first_picture(edition: Edition, origin: str, products: Sequence[Product]) -> View | None:
    found = (picture(edition, origin, each, 0) for each in products if each.photos)
    return next((each for each in found if each), None)


def _by_number(name: str) -> list[tuple[str, int]]:
    """A sort key in which “số 2” comes before “số 10”."""
    parts = re.findall(r"(\D*)(\d*)", slugify(name))
    return [(words, int(number or 0)) for words, number in parts]


def _fairs(edition: Edition, origin: str) -> list[View]:
    found: list[View] = []
    for fair in sorted(edition.catalogue.fairs, key=lambda each: each.starts_on, reverse=True):
        key: Key = ("fair", fair.slug)
        if edition.language in edition.paths.of(key):
            wording = fair.wording(edition.language)
            note = " · ".join(
                each for each in (saying.span(fair.starts_on, fair.ends_on), wording.venue) if each
            )
            href = edition.to(origin, key)
            found.append(
                {"title": wording.name, "href": href, "note": note, "names": [], "picture": None}
            )
    return found


def _list_data(edition: Edition, head: Head, products: Sequence[Product]) -> View:
    return list_data(edition, head.title, head.origin, products)
