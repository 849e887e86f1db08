"""Reads content/ in one pass: the catalogue, every problem, and where each key stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from typing import TypeVar

from generator.catalogue.judging.aliases import alias_findings, own_places, with_paths
from generator.catalogue.judging.checks import (
    Drafts,
    findings,
)
from generator.catalogue.judging.sign_checks import key_findings
from generator.catalogue.model import (
    Catalogue,
    Fair,
    Model,
    Page,
    Place,
    Producer,
    Product,
    Site,
)
from generator.catalogue.problems.problem import (
    Problem,
    Severity,
)
from generator.catalogue.problems.rules_files import SLUG_DUPLICATE
from generator.catalogue.reading.files import leaves_media
from generator.catalogue.reading.intake import (
    Entry,
    Shelf,
)
from generator.catalogue.reading.lot_files import (
    LotReading,
    read_lots,
)
from generator.catalogue.reading.markdown_files import (
    NOTHING,
    Memory,
    Spread,
    Stack,
    at_once,
)
from generator.catalogue.reading.positions import Positions

__all__ = ["NOTHING", "Memory", "Positions", "Reading", "Spread", "read"]

M = TypeVar("M", bound=Model)


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading gave; `catalogue` is None only when site.yaml can't be read.

    Things with errors, and things that need them, are not in the catalogue, so that one problem
    is told once. `digests` are hashes of the Markdown files' bytes by name, and of the bytes of a
    product's two tables of lots by `content/lots/<slug>`.
    """

    catalogue: Catalogue | None
    problems: tuple[Problem, ...]
    positions: Positions
    digests: Mapping[str, str]


def read(root: Path, memory: Memory = NOTHING, spread: Spread = at_once) -> Reading:
    """Read the project in that folder. Problems come sorted by file and line; nothing is raised."""
    shelf = Shelf(root / "content")
    site = _site(shelf)
    places, slugs = _places(shelf)
    sheets = Stack.read(shelf, memory, spread)
    drafts = Drafts(
        products=_with_translations(sheets, Product),
        producers=tuple(_producers(sheets)),
        places={place.slug: place for place in places.values()},
        place_rows={place.slug: row for row, place in places.items()},
        fairs=_with_translations(sheets, Fair),
        pages=_with_translations(sheets, Page),
    )
    known = {**sheets.known, "places": slugs}
    lots = read_lots(shelf.content, drafts.products, known["products"])
    usable = cache(lambda file: not leaves_media(file, shelf.content))
    found = chain(
        findings(drafts, known, usable),
        alias_findings(drafts.products, own_places(site)) if site else (),
        lots.findings,
    )
    placed = map(shelf.positions.placed, found)
    problems = tuple(sorted({*shelf.problems, *sheets.problems(), *placed}))
    catalogue = _sound(site, drafts, lots, problems, shelf.content) if site else None
    return Reading(catalogue, problems, shelf.positions, {**sheets.digests(), **lots.digests})


def _site(shelf: Shelf) -> Site | None:
    entry = shelf.mapping("site.yaml")
    site = shelf.validated(Site, entry, {}, None) if entry else None
    if site and entry:
        shelf.language = site.language
        _judge_signs(shelf, site, entry)
    return site


def _judge_signs(shelf: Shelf, thing: Model, entry: Entry) -> None:
    for finding in key_findings(thing, shelf.language):
        shelf.note(finding.in_file(entry.name, below=entry.prefix))


def _places(shelf: Shelf) -> tuple[dict[int, Place], set[str]]:
    """Places by their row, from 0, and all slugs; a project without the file has none."""
    places: dict[int, Place] = {}
    known: set[str] = set()
    if not (shelf.content / "places.yaml").exists():
        return places, known
    for row, entry in shelf.sequence("places.yaml"):
        slug = str(entry.value.get("slug", ""))
        place = shelf.validated(Place, entry, {}, None)
        if place:
            _judge_signs(shelf, place, entry)
        if slug in known:
            at = (*entry.prefix, "slug")
            shelf.report(entry.name, at, SLUG_DUPLICATE, slug=slug, other=entry.name)
        elif place:
            places[row] = place
        known.add(slug)
    return places, known


def _with_translations(sheets: Stack, model: type[M]) -> tuple[M, ...]:
    """A room's things with their words in other languages."""
    words = sheets.words(model)
    things: Iterator[M] = sheets.things(model)
    return tuple(
        thing.model_copy(update={"translations": words[slug]})
        if (slug := str(getattr(thing, "slug", ""))) in words
        else thing
        for thing in things
    )


def _producers(sheets: Stack) -> Iterator[Producer]:
    words = sheets.words(Producer)
    for producer in sheets.things(Producer):
        names, bodies = {}, dict(producer.bodies)
        for language, wording in words.get(producer.slug, {}).items():
            if wording.name:
                names[language] = wording.name
            if wording.body.strip():
                bodies[language] = wording.body
        changed = names or bodies != producer.bodies
        yield (
            producer.model_copy(update={"names": names, "bodies": bodies}) if changed else producer
        )


def _sound(
    site: Site,
    drafts: Drafts,
    lots: LotReading,
    problems: tuple[Problem, ...],
    content: Path,
) -> Catalogue:
    """The catalogue of what has no error and needs nothing that has one."""
    wrong = {p.path for p in problems if p.severity is Severity.ERROR}
    today = {slug for slug, place in drafts.places.items() if not place.now}
    places = {s: p for s, p in drafts.places.items() if s in today or p.now in today}
    producers = {p.slug: p for p in drafts.producers if p.source not in wrong and p.place in places}
    own = own_places(site)
    products = tuple(
        with_paths(p, own)
        for p in drafts.products
        if p.source not in wrong
        and p.producer in producers
        and (p.made_in is None or p.made_in in places)
    )
    slugs = {product.slug for product in products}
    # Every part has been validated; a national catalogue need not be so once more.
    return Catalogue.model_construct(
        site=site,
        products=products,
        producers=producers,
        places=places,
        fairs=tuple(
            _with_sound_products(fair, slugs)
            for fair in drafts.fairs
            if fair.source not in wrong and (fair.place is None or fair.place in places)
        ),
        pages=tuple(page for page in drafts.pages if page.source not in wrong),
        lots={slug: found for slug, found in lots.lots.items() if slug in slugs},
        content=content.resolve(),
    )


def _with_sound_products(fair: Fair, slugs: set[str]) -> Fair:
    return fair.model_copy(update={"products": tuple(s for s in fair.products if s in slugs)})
