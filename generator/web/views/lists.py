"""Pages that list products, and pages that list those lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from generator import addresses
from generator.catalogue import saying
from generator.catalogue.lists.choice_words import tells_form
from generator.catalogue.model import Product, Status
from generator.catalogue.model.provenance import place_of
from generator.catalogue.ordering import name_key
from generator.web.paths import Key
from generator.web.structured import list_data, producer_data
from generator.web.template_values.common import (
    JsonLd,
    LinkValues,
    LinkWords,
    NamedLink,
    PagerValues,
    PictureValues,
)
from generator.web.template_values.pages import CataloguePage, IndexPage, ListPage, ProducerPage
from generator.web.views.card import cards
from generator.web.views.downloads import downloads_of
from generator.web.views.edition import Edition
from generator.web.views.frame import Head, dial, frame, mailto, title_of
from generator.web.views.picture import picture

PER_PAGE = 48
"""Products on one page of a long list."""
ALL_AT_ONCE = 60
"""So many products still stand on one page."""
MOST_SIBLINGS = 60
"""Where there are more lists of a kind, a list leaves it to their own page to name them."""
_CATALOGUE: Key = ("product", "")


def catalogue_parts(edition: Edition, slug: str) -> int:  # noqa: ARG001 - there is one
    """How many pages the catalogue has."""
    return _parts(len(edition.products))


def list_parts(kind: str, edition: Edition, slug: str) -> int:
    """How many pages the list of that kind has."""
    return _parts(_counts(edition, kind)[slug])


def _parts(count: int) -> int:
    return 1 if count <= ALL_AT_ONCE else -(-count // PER_PAGE)


def _counts(edition: Edition, kind: str) -> Counter[str | None]:
    """How many products each list of the kind has."""
    return edition.once(
        ("counts", kind),
        lambda: Counter(_slugs(edition, kind, edition.products)),
    )


def _slugs(edition: Edition, kind: str, products: Iterable[Product]) -> Iterator[str | None]:
    """The list of the kind that each product stands in."""
    slug_of = edition.kinds.groupings[kind].slug_of
    return (slug_of(edition.catalogue, product) for product in products)


def _part(products: Sequence[Product], number: int) -> Sequence[Product]:
    if _parts(len(products)) == 1:
        return products
    return products[(number - 1) * PER_PAGE : number * PER_PAGE]


def _origin(edition: Edition, key: Key, number: int) -> str:
    return addresses.part(edition.path(key) or "", number, edition.language)


def _pager(edition: Edition, key: Key, number: int, count: int) -> PagerValues | None:
    """Links to the parts before and after; None for a list on one page."""
    if count == 1:
        return None
    here = _origin(edition, key, number)

    def at(part: int) -> str | None:
        return edition.link(here, _origin(edition, key, part)) if 1 <= part <= count else None

    return {
        "number": number,
        "count": count,
        "previous": at(number - 1),
        "next": at(number + 1),
    }


def catalogue_page(edition: Edition, number: int = 1) -> CataloguePage:
    """Values of catalogue.html: all products, with ways into the shorter lists."""
    words, site = edition.words, edition.site.wording(edition.language)
    head = Head(
        key=_CATALOGUE,
        origin=_origin(edition, _CATALOGUE, number),
        part=number,
        title=words.say("list.product"),
        description=words.say("catalogue.description", site=site.name),
        trail=(("home", ""),),
    )
    products = _part(edition.ranked, number)
    return {
        **frame(edition, head, [_list_data(edition, head, products)]),
        "recognised": cards(edition, head.origin, _of(products, Status.CERTIFIED)),
        "potential": cards(edition, head.origin, _of(products, Status.POTENTIAL)),
        "chips": [
            {"title": words.say(f"list.{kind}"), "links": links(edition, head.origin, kind)}
            for kind in _chips(edition)
            if edition.path((kind, "")) is not None and len(members(edition, kind)) <= MOST_SIBLINGS
        ],
        "total": len(edition.ranked),
        "pager": _pager(edition, _CATALOGUE, number, _parts(len(edition.ranked))),
        "downloads": downloads_of(edition, head.origin, None),
    }


def _of(products: Sequence[Product], status: Status) -> list[Product]:
    return [each for each in products if each.status is status]


def _chips(edition: Edition) -> list[str]:
    """The kinds whose lists the catalogue leads to."""
    ranks = {name: each.chip for name, each in edition.kinds.groupings.items() if each.chip}
    return sorted(ranks, key=lambda name: ranks[name])


def list_page(
    edition: Edition, kind: str, slug: str, number: int = 1, *, stars: int | None = None
) -> ListPage:
    """Values of list.html: the products of one commune, group, or number of `stars`."""
    key = (kind, slug)
    every = members(edition, kind)
    whole = every[slug]
    products = _part(whole, number)
    name = edition.kinds.groupings[kind].title(edition, slug)
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
        "stars": stars,
        "cards": cards(edition, head.origin, products),
        "siblings": (
            links(edition, head.origin, kind, only=every.keys() - {slug})
            if len(every) <= MOST_SIBLINGS
            else []
        ),
        "pager": _pager(edition, key, number, _parts(len(whole))),
    }


def producer_page(edition: Edition, slug: str) -> ProducerPage:
    """Values of producer.html."""
    producer = edition.catalogue.producers[slug]
    name = producer.name_in(edition.language)
    place = place_of(edition.catalogue, producer)
    commune = edition.catalogue.commune_of(place) if place else None
    former = place if place and place.now else None
    products = members(edition, "producer").get(slug, ())
    head = Head(
        key=("producer", slug),
        origin=edition.path(("producer", slug)) or "",
        title=name,
        description=edition.words.say("producer.description", name=name),
        trail=(("home", ""), ("producer", "")),
        sample=producer.sample,
        draft=producer.draft,
    )
    data = [producer_data(edition, producer), _list_data(edition, head, products)]
    return {
        **frame(edition, head, data),
        "name": name,
        "legal_form": producer.kind.value,
        "form_in_name": tells_form(name, producer.kind),
        "address": saying.address(producer.address, commune, edition.language),
        "former_address": saying.in_full_or_none(former, edition.language),
        "commune_href": edition.to(head.origin, ("commune", commune.slug)) if commune else None,
        "village": _village(edition, head.origin, producer.village),
        "phone": producer.phone,
        "dial": dial(producer.phone),
        "email": producer.email,
        "mail": mailto(producer.email) if producer.email else None,
        "website": producer.website,
        "tax_code": producer.tax_code,
        "founded": producer.founded,
        "story": edition.story(head.origin, producer.bodies.get(edition.language, ""), "producers"),
        "cards": cards(edition, head.origin, products),
    }


def _village(edition: Edition, origin: str, slug: str | None) -> NamedLink | None:
    if slug is None:
        return None
    name = edition.kinds.groupings["village"].title(edition, slug)
    return {"name": name, "href": edition.to(origin, ("village", slug))}


def index_page(edition: Edition, kind: str) -> IndexPage:
    """Values of index.html: the lists of a kind that gathers products."""
    head = index_head(edition, kind)
    return {**frame(edition, head), "links": links(edition, head.origin, kind, pictured=True)}


def index_head(edition: Edition, kind: str) -> Head:
    """The frame's part of the page that lists all pages of a kind."""
    return Head(
        key=(kind, ""),
        origin=edition.path((kind, "")) or "",
        title=title_of(edition, (kind, "")),
        description=edition.words.say(f"list.{kind}_description"),
        trail=(("home", ""),),
    )


def members(edition: Edition, kind: str) -> Mapping[str, Sequence[Product]]:
    """The edition's products by the lists of that kind, in the order of lists."""
    return edition.once(("members", kind), lambda: _members(edition, kind))


def _members(edition: Edition, kind: str) -> Mapping[str, Sequence[Product]]:
    found: dict[str, list[Product]] = {}
    slugs = _slugs(edition, kind, edition.ranked)
    for product, slug in zip(edition.ranked, slugs, strict=True):
        if slug:
            found.setdefault(slug, []).append(product)
    return found


def links(
    edition: Edition,
    origin: str,
    kind: str,
    *,
    pictured: bool = False,
    only: Container[str] | None = None,
) -> list[LinkValues]:
    """Links to all lists of a kind: title, how many products, a few of their names, a picture.

    `only` names the lists that are wanted, where those aren't all.
    """
    groups = members(edition, kind)
    return [
        {
            **entry,
            "href": edition.to(origin, (kind, slug)),
            "picture": first_picture(edition, origin, groups[slug]) if pictured else None,
        }
        for slug, entry in edition.once(("links", kind), lambda: [*_entries(edition, kind)])
        if only is None or slug in only
    ]


def _entries(edition: Edition, kind: str) -> Iterator[tuple[str, LinkWords]]:
    """What links to the lists of a kind say, wherever they stand."""
    groups, grouping = members(edition, kind), edition.kinds.groupings[kind]
    slugs = [slug for (each, slug), _ in edition.paths if each == kind and slug in groups]
    if grouping.by_name:
        slugs.sort(key=lambda slug: name_key(grouping.title(edition, slug)))
    for slug in slugs:
        yield (
            slug,
            {
                "title": grouping.title(edition, slug),
                "note": edition.words.count("count.products", len(groups[slug])),
                "names": [each.wording(edition.language).name for each in groups[slug][:3]],
            },
        )


def first_picture(
    edition: Edition, origin: str, products: Sequence[Product]
) -> PictureValues | None:
    """The first photo that any of the products has."""
    found = (picture(edition, origin, each, 0) for each in products if each.photos)
    return next((each for each in found if each), None)


def _list_data(edition: Edition, head: Head, products: Sequence[Product]) -> JsonLd:
    return list_data(edition, head.title, head.origin, products)
