"""Leaflets (tờ bướm): one for each fair and one for the whole catalogue, A4 folded in three."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from generator import addresses, theme
from generator.catalogue import saying
from generator.catalogue.judging.lapsing import stars_hold
from generator.catalogue.languages import Language
from generator.catalogue.model import Catalogue, Fair, Photo, Place, Product, Status
from generator.catalogue.model.provenance import maker_of, origin_of
from generator.catalogue.prose.story import render
from generator.catalogue.reading.stories import story_of
from generator.engine import (
    Artifact,
    Folders,
    Values,
)
from generator.pictures.photos import Picture, cropped, jpeg_bytes
from generator.press import print_values as facts
from generator.press.typesetter import FLAVOURS, typeset
from generator.theme.signs import printed

MOST_PRODUCTS = 6
"""Two on each of the three inside panels."""

_DPI = 300
_QUALITY = 90
_COVER_MM = (100 + 3, 126 + 3)
"""The cover's picture: a panel and its bleed, which is cut off in the office flavour."""
_FLAP_MM = (97 + 3, 58 + 3)
_WIDE_MM, _TALL_MM = (82, 46), (82, 106)
"""A product's picture where two share a panel, and where it has one to itself."""
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+(?=[“\"(]?[^\W\d_a-z])")
_MOST_SENTENCES = 6
_MOST_OTHERS = 10
_BOOTH = re.compile(r"^gian(?: hàng)?\s+(?=\S*\d)", re.IGNORECASE)
"""What the row's own name says already."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A product with the photo to print and the address its code carries."""

    product: Product
    photo: Photo
    picture: Picture
    url: str


def plan(
    catalogue: Catalogue,
    photos: Mapping[str, Picture],
    folders: theme.Folders,
    lapsed: frozenset[str] = frozenset(),
) -> Iterator[Artifact]:
    """leaflet.pdf and leaflet.office.pdf of every fair and of the catalogue, where there is one.

    Products without photo or code don't fit a leaflet; without any that do, there is none. Nor do
    products whose stars are `lapsed`, or will be before the fair is over.
    """
    words = theme.press_words(folders)
    files = theme.typst_template_files(folders)
    for fair in (None, *catalogue.fairs):
        chosen = (
            each
            for each in _chosen(catalogue, fair)
            if each.slug not in lapsed and (fair is None or stars_hold(each, fair.ends_on))
        )
        shown = tuple(islice(_shown(catalogue, photos, chosen), MOST_PRODUCTS))
        if shown:
            values = leaflet(catalogue, fair, shown, words)
            base = f"brochures/{fair.slug if fair else 'catalogue'}/leaflet"
            paths = (f"{base}.pdf", f"{base}.office.pdf")
            source = fair.source if fair else catalogue.site.source
            yield Artifact(paths, make, values, source, files, cost=10)


def make(values: Values, folders: Folders) -> Sequence[bytes]:
    """The leaflet in both flavours. Raises PressError where words have no room, or PhotoError."""
    photos = {
        each["name"]: jpeg_bytes(
            cropped(
                folders.content / "media" / each["file"],
                each["width"],
                each["height"],
                each["focus"],
            ),
            _QUALITY,
            _DPI,
        )
        for each in values["photos"]
    }
    products = [{**each, "code": facts.drawn(each["code"])} for each in values["products"]]
    found = {**values, "products": products, "code": facts.drawn(values["code"])}
    templates = theme.typst_templates(folders.theme)
    source = str(values["source"])
    return [
        typeset(templates, "leaflet.typ", found, flavour, source, photos) for flavour in FLAVOURS
    ]


def leaflet(
    catalogue: Catalogue, fair: Fair | None, shown: Sequence[Shown], words: Mapping[str, str]
) -> dict[str, facts.Value]:
    """Values of leaflet.typ; `fair` is None for the leaflet of the whole catalogue."""
    site = catalogue.site
    size = _WIDE_MM if len(shown) > MOST_PRODUCTS // 2 else _TALL_MM
    title = fair.name if fair else site.tagline or site.name
    home = addresses.printed_url(site.base_url, "")
    sample = any(each.product.sample for each in shown) or bool(fair and fair.sample)
    certified = all(each.product.stars for each in shown)
    count = words["leaflet.count" if certified else "leaflet.count_mixed"]
    return {
        "source": fair.source if fair else site.source,
        "title": title,
        "document": words["leaflet.title"].format(name=fair.name if fair else site.name),
        "author": site.name,
        "kicker": words["leaflet.cover_fair" if fair else "leaflet.cover_catalogue"],
        "count": count.format(n=len(shown)),
        "place": _place(catalogue, fair),
        "fair": _fair(catalogue, fair, words) if fair else None,
        "description": site.description,
        "others": [] if fair else _others(catalogue, shown),
        "office": _office(catalogue),
        "site": site.name,
        "code": facts.code(home),
        "code_alt": words["leaflet.site_alt"].format(name=site.name),
        "sample": words["sample.note"] if sample else None,
        "trial": words["leaflet.trial"] if site.placeholder_host else None,
        "cover": "cover.jpg",
        "flap": "flap.jpg" if len(shown) > 1 else None,
        "photo_height": size[1],
        "products": [
            _product(catalogue, each, f"product-{number}.jpg", words)
            for number, each in enumerate(shown)
        ],
        "photos": _photos(shown, size),
        "words": dict(words),
    }


def sentences(story: str, language: Language) -> list[facts.Value]:
    """The first sentences of a story in Markdown, for as many as there is room."""
    blocks = render(story, "products").blocks if story else ()
    opening = next((block.text for block in blocks if block.kind == "paragraph"), "")
    said = printed(opening, language)
    return [each for each in _SENTENCE_END.split(said)[:_MOST_SENTENCES] if each]


def _chosen(catalogue: Catalogue, fair: Fair | None) -> Iterator[Product]:
    """What a leaflet is about: the fair's own list, else every certified product."""
    if fair and fair.products:
        listed = (catalogue.by_slug.get(slug) for slug in fair.products)
        yield from (each for each in listed if each and each.status is not Status.WITHDRAWN)
    else:
        yield from (each for each in catalogue.products if each.status is Status.CERTIFIED)


def _shown(
    catalogue: Catalogue, photos: Mapping[str, Picture], products: Iterable[Product]
) -> Iterator[Shown]:
    for product in products:
        photo = next((one for one in product.photos if one.file in photos), None)
        url = facts.scan_url(catalogue, product)
        if photo and url:
            yield Shown(product, photo, photos[photo.file], url)


def _product(
    catalogue: Catalogue, shown: Shown, photo: str, words: Mapping[str, str]
) -> dict[str, facts.Value]:
    product = shown.product
    stars = product.stars
    language = catalogue.site.language
    return {
        "name": product.name,
        "stars": stars,
        "rank": words["stars.rank"].format(n=stars) if stars else words["stars.potential"],
        "producer": maker_of(catalogue, product).producer.name,
        "place": facts.commune(origin_of(catalogue, product).commune),
        "summary": product.summary,
        "story": sentences(story_of(catalogue, product, language), language),
        "sample": words["sample.pill"] if product.sample else None,
        "photo": photo,
        "photo_alt": printed(shown.photo.alt, language) or product.name,
        "code": facts.code(shown.url),
        "code_alt": words["code.alt"].format(name=product.name),
    }


def _others(catalogue: Catalogue, shown: Sequence[Shown]) -> list[facts.Value]:
    """Name and commune of certified products that are not inside, as many as the back holds."""
    inside = {each.product.slug for each in shown}
    others = (each for each in _chosen(catalogue, None) if each.slug not in inside)
    return [
        [
            each.name,
            facts.kept_together(
                saying.capitalised(saying.place(origin_of(catalogue, each).commune, "vi"))
            ),
        ]
        for each in islice(others, _MOST_OTHERS)
    ]


def _photos(shown: Sequence[Shown], size: tuple[int, int]) -> list[facts.Value]:
    """Which photos to cut, in pixels; the digest makes a leaflet new when its photo is."""
    wanted = [("cover.jpg", shown[0], _COVER_MM)]
    wanted += [("flap.jpg", shown[-1], _FLAP_MM)] if len(shown) > 1 else []
    wanted += [(f"product-{number}.jpg", each, size) for number, each in enumerate(shown)]
    return [
        {
            "name": name,
            "file": each.photo.file,
            "digest": each.picture.digest,
            "focus": each.photo.focus,
            "width": round(width / 25.4 * _DPI),
            "height": round(height / 25.4 * _DPI),
        }
        for name, each, (width, height) in wanted
    ]


def _place(catalogue: Catalogue, fair: Fair | None) -> str | None:
    if fair and fair.place in catalogue.places:
        commune = catalogue.commune_of(catalogue.places[fair.place])
        return saying.capitalised(saying.place_in_full(commune, "vi"))
    return catalogue.site.area


def _fair(catalogue: Catalogue, fair: Fair, words: Mapping[str, str]) -> dict[str, facts.Value]:
    """Name, summary, and the rows of the invitation; what nobody has told has no row."""
    place = catalogue.places.get(fair.place) if fair.place else None
    rows = {
        "when": saying.span(fair.starts_on, fair.ends_on),
        "hours": fair.hours,
        "venue": _venue(fair, catalogue.commune_of(place) if place else None),
        "booth": _BOOTH.sub("", fair.booth) if fair.booth else None,
    }
    told: list[facts.Value] = [
        [words[f"leaflet.{key}"], text] for key, text in rows.items() if text
    ]
    return {"name": fair.name, "summary": fair.summary, "rows": told}


def _venue(fair: Fair, commune: Place | None) -> str | None:
    """The venue and its commune, which is not said twice where the venue's own words name it."""
    parts = [fair.venue] if fair.venue else []
    if commune:
        named = fair.venue and saying.place(commune, "vi") in fair.venue
        parts.append(
            saying.province(commune, "vi") if named else saying.place_in_full(commune, "vi")
        )
    return facts.kept_together(saying.capitalised(", ".join(parts))) or None


def _office(catalogue: Catalogue) -> list[facts.Value]:
    """The programme office's lines: name, address, telephone, e-mail, as far as they are known."""
    office = catalogue.site.office
    if office is None:
        return []
    return [line for line in (office.name, office.address, office.phone, office.email) if line]
