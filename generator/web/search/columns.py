"""The catalogue in columns: everything that a search finds products by, and what cards show.

Products stand in the order of their names, so that their place is their rank in it: no browser
need know how Vietnamese is sorted.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from generator.catalogue import saying
from generator.catalogue.languages import Language
from generator.catalogue.model import Certificate, Place, Producer, Product, Status
from generator.catalogue.ocop.groups import GROUPS
from generator.catalogue.ordering import name_key
from generator.pictures.picture import FALLBACK_WIDTHS, rendition_paths
from generator.web.search.packing import (
    first_seen,
    named,
    numbers,
    rising,
    sorted_texts,
    sparse,
    tails,
    texts,
    worded,
)
from generator.web.views.card import lowest_price, only_net
from generator.web.views.edition import Edition
from generator.web.views.fair import fair_products

Columns = Mapping[str, Any]
"""A value of JSON by the name of its column, packed as `packing` tells."""
POTENTIAL = "0"
"""The choice of potential products among numbers of stars."""


def by_name(edition: Edition) -> Sequence[Product]:
    """The edition's products in the order of their names."""

    def key(product: Product) -> tuple[object, str]:
        return name_key(product.wording(edition.language).name), product.slug

    return edition.once(("by name",), lambda: sorted(edition.products, key=key))


def stamp(edition: Edition) -> str:
    """Tells which product each number is: files that have another don't belong together."""
    slugs = "\n".join(each.slug for each in by_name(edition))
    return hashlib.blake2b(slugs.encode(), digest_size=6).hexdigest()


def catalogue_columns(edition: Edition) -> Columns:
    """All that a search looks at at once."""
    products = by_name(edition)
    names = [each.wording(edition.language).name for each in products]
    held = [each.certificate if each.stars else None for each in products]
    producer, makers = first_seen(each.producer for each in products)
    star, stars = first_seen(map(_star, products))
    group, groups = first_seen(str(each.group) for each in products)
    price, prices = first_seen(str(lowest_price(each) or "") for each in products)
    days, spans = first_seen(map(_days, held))
    ingredient, ingredients = first_seen(
        each.wording(edition.language).ingredients or "" for each in products
    )
    return {
        "product": {
            **named(names, [each.slug for each in products]),
            "names": sorted_texts(names),
        },
        "other": sparse([_other_names(edition, each) for each in products]),
        **_makers(edition, [edition.catalogue.producers[slug] for slug in makers], products),
        "producer": producer,
        "stars": {"names": texts([_stars_said(edition, each) for each in stars]), "keys": stars},
        "star": star,
        "groups": {"names": texts([_group(edition, each) for each in groups]), "keys": groups},
        "group": group,
        "prices": prices,
        "price": price,
        "several": rising(at for at, each in enumerate(products) if len(each.packs) > 1),
        "spans": spans,
        "days": days,
        "codes": texts([each.code or "" for each in products]),
        "gtins": sparse([_gtins(each) for each in products]),
        "ingredients": texts(ingredients),
        "ingredient": ingredient,
        "samples": _few(products, lambda each: each.sample),
        "fairs": _fairs(edition, products),
    }


def card_columns(edition: Edition) -> Columns:
    """What only cards show: photos, and what the pack holds."""
    products = by_name(edition)
    net, nets = first_seen(only_net(edition, each) or "" for each in products)
    pictures = [_picture(edition, each) for each in products]
    pictured = [(each, found) for each, found in zip(products, pictures, strict=True) if found]
    look, looks = first_seen(found[2] for _, found in pictured)
    return {
        "nets": texts(nets),
        "net": net,
        "pictured": rising(at for at, found in enumerate(pictures) if found),
        "stems": tails([each.slug for each, _ in pictured], [found[0] for _, found in pictured]),
        "hashes": texts([found[1] for _, found in pictured]),
        "looks": looks,
        "look": look,
    }


def _other_names(edition: Edition, product: Product) -> str:
    """What else it is called, in whatever language."""
    shown_as = product.wording(edition.language).name
    words = [product.name, *(each.name for each in product.translations.values())]
    names = [*words, *product.also_known_as, product.brand or ""]
    return " · ".join(dict.fromkeys(each for each in names if each and each != shown_as))


def _star(product: Product) -> str:
    if product.status is Status.POTENTIAL:
        return POTENTIAL
    return str(product.stars or "")


def _stars_said(edition: Edition, key: str) -> str:
    if key == POTENTIAL:
        return edition.words.say("status.potential")
    return edition.words.say("search.stars", n=key) if key else ""


def _group(edition: Edition, number: str) -> str:
    group = GROUPS.get(int(number))
    return group.name(edition.language) if group else ""


def _days(held: Certificate | None) -> str:
    """The first and the last day of validity, where there are stars to show."""
    if held is None or held.valid_until is None:
        return ""
    begun = f"{held.valid_from:%Y-%m-%d}" if held.valid_from else ""
    return f"{begun} {held.valid_until:%Y-%m-%d}"


def _gtins(product: Product) -> str:
    """Every number on its packs: barcodes, and the code of the certificate."""
    code = product.certificate.ocop_code if product.certificate else None
    found = (product.gtin, *(each.gtin for each in product.packs), code)
    return " ".join(dict.fromkeys(each for each in found if each))


def _makers(edition: Edition, makers: Sequence[Producer], products: Sequence[Product]) -> Columns:
    """Producers, where they are, and the products that are made elsewhere."""
    catalogue = edition.catalogue
    homes = {each.slug: each.place or "" for each in makers}
    own = [each.made_in or homes[each.producer] for each in products]
    moved = [at for at, each in enumerate(products) if own[at] != homes[each.producer]]
    places = [catalogue.places.get(each) for each in (*homes.values(), *(own[at] for at in moved))]
    today = [catalogue.commune_of(each).slug if each else "" for each in places]
    commune, (_, *communes) = first_seen(["", *today])
    formers = _formers(edition)
    former = [
        [*formers[at]].index(saying.place(each, edition.language)) + 1 if each and each.now else 0
        for each, at in zip(places, today, strict=True)
    ]
    homelands = [catalogue.villages.get(each.village or "") for each in makers]
    villages = [each.wording(edition.language).name if each else "" for each in homelands]
    return {
        "producers": named(
            [each.name_in(edition.language) for each in makers], [each.slug for each in makers]
        ),
        "villages": sparse(villages),
        "moved": rising(moved),
        "commune": commune,
        "former": numbers(former),
        "communes": _communes(edition, communes),
    }


def _communes(edition: Edition, slugs: Sequence[str]) -> Columns:
    """Communes of today as cards name them, with their provinces and all that they were before."""
    catalogue, language = edition.catalogue, edition.language
    formers = _formers(edition)
    found = [catalogue.places[slug] for slug in slugs]
    old = [[*formers.get(slug, {}).values()] for slug in slugs]
    whole = [each for some in old for each in some]
    provinces = [
        dict.fromkeys(saying.province(each, language) or "" for each in some) for some in old
    ]
    former_form, former_forms = first_seen(_form(each, language) for each in whole)
    around, arounds = first_seen(saying.province(each, language) or "" for each in found)
    form, forms = first_seen(_form(each, language) for each in found)
    return {
        **named([each.name for each in found], [each.slug for each in found]),
        "names": worded([each.name for each in found]),
        "forms": forms,
        "form": form,
        "arounds": texts(arounds),
        "around": around,
        "before": {
            "many": numbers([len(some) for some in old]),
            **worded([each.name for each in whole]),
            "forms": former_forms,
            "form": former_form,
            "arounds": sparse([" · ".join(filter(None, some)) for some in provinces]),
        },
    }


def _formers(edition: Edition) -> Mapping[str, Mapping[str, Place]]:
    """By today's commune the units that it was made of, by what they were called."""
    found: dict[str, dict[str, Place]] = {}
    for each in edition.catalogue.places.values():
        if each.now:
            found.setdefault(each.now, {}).setdefault(saying.place(each, edition.language), each)
    return found


def _form(place: Place, language: Language) -> str:
    """What stands around the name: “xã {}”, “{} commune”."""
    return saying.place(place, language).replace(place.name, "{}", 1)


def _picture(edition: Edition, product: Product) -> tuple[str, str, str] | None:
    """The name, the hash and the look of its first photo: its widths, and where its subject is."""
    photo = product.photos[0] if product.photos else None
    found = edition.photos.get(photo.file) if photo else None
    if photo is None or found is None:
        return None
    stem, digest, *_ = (
        rendition_paths(photo.file, found.digest)
        .jpeg[FALLBACK_WIDTHS[-1]]
        .rpartition("/")[2]
        .rsplit(".", 3)
    )
    sizes = found.facts.fallback_widths.items()
    widths = " ".join(f"{nominal}:{real}" for nominal, real in sizes)
    return stem, digest, f"{widths}|{photo.focus}"


def _few(products: Sequence[Product], has: Callable[[Product], bool]) -> str:
    return rising(at for at, each in enumerate(products) if has(each))


def _fairs(edition: Edition, products: Sequence[Product]) -> list[Columns]:
    """The edition's fairs that have products, the latest first."""
    at = {each.slug: index for index, each in enumerate(products)}
    fairs = sorted(edition.catalogue.fairs, key=lambda each: each.starts_on, reverse=True)
    known = (each for each in fairs if edition.language in edition.paths.of(("fair", each.slug)))
    return [
        {
            "name": fair.wording(edition.language).name,
            "key": fair.slug,
            "until": fair.ends_on.isoformat(),
            "of": rising(sorted(at[each.slug] for each in fair_products(edition, fair))),
            "booths": [
                {"name": booth.name, "of": rising(sorted(at[s] for s in booth.products if s in at))}
                for booth in fair.booths
            ],
        }
        for fair in known
    ]
