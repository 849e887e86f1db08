"""Rules that look at more than one key: those of one file by itself, and those across files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from generator.catalogue.judging.certificates import certificate_problems
from generator.catalogue.judging.gtins import (
    gln_problems,
    gtin_problems,
)
from generator.catalogue.model import (
    Fair,
    Model,
    Page,
    Place,
    Producer,
    Product,
    Status,
    Translation,
)
from generator.catalogue.ocop.groups import GROUPS
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.nearest import closest
from generator.catalogue.problems.place import START, KeyPath, Position
from generator.catalogue.problems.rules_addresses import CODE_DUPLICATE, SCAN_ADDRESS_MISSING
from generator.catalogue.problems.rules_keys import DATES_REVERSED, PHOTO_ALTS_COUNT, SUMMARY_LONG
from generator.catalogue.problems.rules_ocop import UNKNOWN_GROUP
from generator.catalogue.problems.rules_photos import PHOTO_PATH
from generator.catalogue.problems.rules_references import (
    UNKNOWN_PLACE,
    UNKNOWN_PRODUCER,
    UNKNOWN_PRODUCT,
)
from generator.catalogue.problems.rules_texts import SCRIPT_REMOVED, STORY_IMAGE, STORY_SHORT
from generator.catalogue.prose.links import (
    content_key,
    pictures,
    resolve,
    unsafe,
)
from generator.catalogue.prose.story import (
    faults,
    word_count,
)

SHORTEST_STORY = 120
"""Words; a story is judged on what it tells (148/QĐ-TTg, part B)."""
LONGEST_SUMMARY = 180
"""Characters that cards and leaflets hold."""
PLACES = "content/places.yaml"

Known = Mapping[str, Set[str]]
_UNKNOWN = {"producers": UNKNOWN_PRODUCER, "places": UNKNOWN_PLACE, "products": UNKNOWN_PRODUCT}
"""The rule that a slug breaks which that room lacks."""


@dataclass(frozen=True, slots=True)
class Drafts:
    """All that could be read, before the rules across files.

    `place_rows` tells the row of each place in content/places.yaml, from 0.
    """

    products: tuple[Product, ...]
    producers: tuple[Producer, ...]
    places: Mapping[str, Place]
    place_rows: Mapping[str, int]
    fairs: tuple[Fair, ...]
    pages: tuple[Page, ...]


def own_findings(thing: Model) -> Iterator[Finding]:
    """Yield what is wrong with a product, its words in another language or a producer by itself."""
    if isinstance(thing, (Product, Translation)):
        length = len(thing.summary or "")
        if length > LONGEST_SUMMARY:
            values = {"length": str(length), "most": str(LONGEST_SUMMARY)}
            yield Finding(thing.source, ("summary",), SUMMARY_LONG, values)
    if isinstance(thing, Product):
        if thing.group not in GROUPS:
            yield Finding.of(thing.source, ("group",), UNKNOWN_GROUP, found=str(thing.group))
        if thing.status is Status.CERTIFIED and not (thing.code or thing.gtin):
            yield Finding(thing.source, ("status",), SCAN_ADDRESS_MISSING)
        yield from certificate_problems(thing)
    if isinstance(thing, Producer):
        yield from gln_problems(thing)


def body_findings(markdown: str, *, is_story: bool) -> Iterator[Finding]:
    """Yield what is wrong with a text, by its own lines; links are judged elsewhere.

    `is_story` marks a product's story in the site's own language.
    """
    yield from faults(markdown)
    for found, line in unsafe(markdown):
        yield Finding.of("", Position(line, 1), SCRIPT_REMOVED, found=found)
    for found, line in pictures(markdown):
        yield Finding.of("", Position(line, 1), STORY_IMAGE, found=found)
    words = word_count(markdown) if is_story else SHORTEST_STORY
    if words < SHORTEST_STORY:
        values = {"words": str(words), "least": str(SHORTEST_STORY)}
        yield Finding("", START, STORY_SHORT, values)


def leads_somewhere(target: str, room: str, known: Known) -> bool:
    """Whether a link in a text of that room leads to a page that there is."""
    key = content_key(target, room)
    if key is None:
        return resolve(target, room) is not None
    folder, slug = key.split("/")
    return slug in known[folder]


def findings(drafts: Drafts, known: Known, usable: Callable[[str], bool]) -> Iterator[Finding]:
    """Yield every problem that only shows when all files are there.

    `usable` tells whether the file of a photo is one inside content/media.
    """
    for product in drafts.products:
        yield from _product(product, known, usable)
    yield from gtin_problems(drafts.products)
    yield from _codes(drafts.products)
    for producer in drafts.producers:
        yield from _reference(producer.source, ("place",), "places", producer.place, known)
    for fair in drafts.fairs:
        yield from _fair(fair, known)
    yield from _places(drafts, known)


def _product(product: Product, known: Known, usable: Callable[[str], bool]) -> Iterator[Finding]:
    yield from _reference(product.source, ("producer",), "producers", product.producer, known)
    if product.made_in:
        yield from _reference(product.source, ("made_in",), "places", product.made_in, known)
    for index, photo in enumerate(product.photos):
        if not usable(photo.file):
            at = ("photos", index, "file")
            yield Finding.of(product.source, at, PHOTO_PATH, found=photo.file)
    for translation in product.translations.values():
        alts, photos = len(translation.photo_alts), len(product.photos)
        if alts and alts != photos:
            values = {"found": str(alts), "wanted_count": str(photos)}
            yield Finding(translation.source, ("photo_alts",), PHOTO_ALTS_COUNT, values)


def _fair(fair: Fair, known: Known) -> Iterator[Finding]:
    if fair.ends_on < fair.starts_on:
        yield Finding(fair.source, ("ends_on",), DATES_REVERSED)
    if fair.place:
        yield from _reference(fair.source, ("place",), "places", fair.place, known)
    for index, slug in enumerate(fair.products):
        yield from _reference(fair.source, ("products", index), "products", slug, known)


def _places(drafts: Drafts, known: Known) -> Iterator[Finding]:
    """A former unit's `now` must be a commune of today, which has no `now` of its own."""
    places = drafts.places
    for slug, place in places.items():
        if place.now is None:
            continue
        now = places.get(place.now)
        if place.now not in known["places"] or (now is not None and now.now is not None):
            today = [s for s, p in places.items() if p.now is None]
            values = {"found": place.now, "closest": closest(place.now, today)}
            yield Finding(PLACES, (drafts.place_rows[slug], "now"), UNKNOWN_PLACE, values)


def _reference(
    path: str, key_path: KeyPath, room: str, slug: str, known: Known
) -> Iterator[Finding]:
    slugs = known[room]
    if slug not in slugs:
        values = {"found": slug, "closest": closest(slug, sorted(slugs))}
        yield Finding(path, key_path, _UNKNOWN[room], values)


def _codes(products: Sequence[Product]) -> Iterator[Finding]:
    owners: dict[str, str] = {}
    for product in products:
        if product.code and owners.setdefault(product.code, product.source) != product.source:
            values = {"found": product.code, "other": owners[product.code]}
            yield Finding(product.source, ("code",), CODE_DUPLICATE, values)
