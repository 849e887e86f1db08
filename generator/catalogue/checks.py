"""Rules that look at more than one key, file by file and across files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

from generator.catalogue.certificates import certificate_problems
from generator.catalogue.complaints import closest
from generator.catalogue.files import leaves_media
from generator.catalogue.frontmatter import KeyPath, Positions
from generator.catalogue.gtins import gln_problems, gtin_problems
from generator.catalogue.links import content_key, links, pictures, resolve, unsafe
from generator.catalogue.models import Fair, Page, Place, Producer, Product, Status, Wording
from generator.catalogue.ocop.groups import GROUPS
from generator.catalogue.problems import Problem
from generator.catalogue.shelf import Body
from generator.catalogue.story import word_count

SHORTEST_STORY = 120
"""Words; a story is judged on what it tells (148/QĐ-TTg, part B)."""
LONGEST_SUMMARY = 180
"""Characters that cards and leaflets hold."""
PLACES = "content/places.yaml"

Known = Mapping[str, Set[str]]
Finding = tuple[str, KeyPath, str, Mapping[str, str]]
"""File, key path, rule and the values of its text."""


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


def check(
    drafts: Drafts, bodies: Sequence[Body], known: Known, where: Positions, content: Path
) -> Iterator[Problem]:
    """Yield every problem that the models alone can't see."""
    for path, key_path, rule, values in _findings(drafts, known, content):
        yield Problem.of(path, *where.of(path, key_path), rule, **values)
    for body in bodies:
        yield from _body_problems(body, known)


def _findings(drafts: Drafts, known: Known, content: Path) -> Iterator[Finding]:
    for product in drafts.products:
        yield from _product(product, known, content)
        yield from certificate_problems(product)
    yield from gtin_problems(drafts.products)
    yield from _codes(drafts.products)
    for producer in drafts.producers:
        yield from _reference(producer.source, ("place",), "place", producer.place, known)
        yield from gln_problems(producer)
    for fair in drafts.fairs:
        yield from _fair(fair, known)
    yield from _places(drafts, known)


def _product(product: Product, known: Known, content: Path) -> Iterator[Finding]:
    yield from _reference(product.source, ("producer",), "producer", product.producer, known)
    if product.made_in:
        yield from _reference(product.source, ("made_in",), "place", product.made_in, known)
    if product.group not in GROUPS:
        yield product.source, ("group",), "unknown-group", {"found": str(product.group)}
    if product.status is Status.CERTIFIED and not (product.code or product.gtin):
        yield product.source, ("status",), "scan-address-missing", {}
    for index, photo in enumerate(product.photos):
        if leaves_media(photo.file, content):
            at = ("photos", index, "file")
            yield product.source, at, "photo-path", {"found": photo.file}
    yield from _wording(product.source, product)
    yield from _translations(product)


def _translations(product: Product) -> Iterator[Finding]:
    for translation in product.translations.values():
        yield from _wording(translation.source, translation)
        alts, photos = len(translation.photo_alts), len(product.photos)
        if alts and alts != photos:
            values = {"found": str(alts), "wanted_count": str(photos)}
            yield translation.source, ("photo_alts",), "photo-alts-count", values


def _wording(source: str, wording: Wording) -> Iterator[Finding]:
    length = len(wording.summary or "")
    if length > LONGEST_SUMMARY:
        values = {"length": str(length), "most": str(LONGEST_SUMMARY)}
        yield source, ("summary",), "summary-long", values


def _fair(fair: Fair, known: Known) -> Iterator[Finding]:
    if fair.ends_on < fair.starts_on:
        yield fair.source, ("ends_on",), "dates-reversed", {}
    if fair.place:
        yield from _reference(fair.source, ("place",), "place", fair.place, known)
    for index, slug in enumerate(fair.products):
        yield from _reference(fair.source, ("products", index), "product", slug, known)


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
            yield PLACES, (drafts.place_rows[slug], "now"), "unknown-place", values


def _reference(
    path: str, key_path: KeyPath, kind: str, slug: str, known: Known
) -> Iterator[Finding]:
    slugs = known[f"{kind}s"]
    if slug not in slugs:
        values = {"found": slug, "closest": closest(slug, sorted(slugs))}
        yield path, key_path, f"unknown-{kind}", values


def _codes(products: Sequence[Product]) -> Iterator[Finding]:
    owners: dict[str, str] = {}
    for product in products:
        if product.code and owners.setdefault(product.code, product.source) != product.source:
            values = {"found": product.code, "other": owners[product.code]}
            yield product.source, ("code",), "code-duplicate", values


def _body_problems(body: Body, known: Known) -> Iterator[Problem]:
    first = body.line - 1
    for target, line in links(body.markdown):
        if not _leads_somewhere(target, body.room, known):
            yield Problem.of(body.name, first + line, 1, "link-broken", found=target)
    for found, line in unsafe(body.markdown):
        yield Problem.of(body.name, first + line, 1, "script-removed", found=found)
    for found, line in pictures(body.markdown):
        yield Problem.of(body.name, first + line, 1, "story-image", found=found)
    words = word_count(body.markdown)
    if body.is_story and words < SHORTEST_STORY:
        values = {"words": str(words), "least": str(SHORTEST_STORY)}
        yield Problem.of(body.name, body.line, 1, "story-short", **values)


def _leads_somewhere(target: str, room: str, known: Known) -> bool:
    key = content_key(target, room)
    if key is None:
        return resolve(target, room) is not None
    folder, slug = key.split("/")
    return slug in known[folder]
