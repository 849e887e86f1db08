"""Reads content/ in one pass: the catalogue, every problem, and where each key stands."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from generator.catalogue.checks import Drafts, check
from generator.catalogue.frontmatter import Positions
from generator.catalogue.lot_files import LotReading, read_lots
from generator.catalogue.models import (
    Catalogue,
    Fair,
    FairWording,
    Model,
    Page,
    PageWording,
    Place,
    Producer,
    ProducerWording,
    Product,
    Site,
    Translation,
)
from generator.catalogue.problems import Problem, Severity
from generator.catalogue.shelf import Entry, Shelf

__all__ = ["Positions", "Reading", "read"]

M = TypeVar("M", bound=Model)


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading gave; `catalogue` is None only when site.yaml can't be read.

    Things with errors, and things that need them, are not in the catalogue, so that one problem
    is told once.
    """

    catalogue: Catalogue | None
    problems: tuple[Problem, ...]
    positions: Positions


def read(root: Path) -> Reading:
    """Read the project in that folder. Problems come sorted by file and line; nothing is raised."""
    shelf = Shelf(root / "content")
    site = _site(shelf)
    places = _places(shelf)
    drafts = Drafts(
        products=_worded(shelf, "products", Product, Translation, "story"),
        producers=_producers(shelf),
        places={place.slug: place for place in places.values()},
        place_rows={place.slug: row for row, place in places.items()},
        fairs=_worded(shelf, "fairs", Fair, FairWording, "body"),
        pages=_worded(shelf, "pages", Page, PageWording, "body"),
    )
    found = check(drafts, shelf.bodies, shelf.known, shelf.positions, shelf.content)
    lots = read_lots(shelf.content, drafts.products, shelf.known["products"])
    problems = tuple(sorted({*shelf.problems, *found, *lots.problems}))
    catalogue = _sound(site, drafts, lots, problems) if site else None
    return Reading(catalogue, problems, shelf.positions)


def _site(shelf: Shelf) -> Site | None:
    entry = shelf.mapping("site.yaml")
    site = shelf.validated(Site, entry, {}, None) if entry else None
    if site:
        shelf.language = site.language
    return site


def _places(shelf: Shelf) -> dict[int, Place]:
    """Places by their row, from 0; a project without the file has none."""
    places: dict[int, Place] = {}
    known = shelf.known.setdefault("places", set())
    if not (shelf.content / "places.yaml").exists():
        return places
    for row, entry in shelf.sequence("places.yaml"):
        slug = str(entry.value.get("slug", ""))
        place = shelf.validated(Place, entry, {}, None)
        if slug in known:
            at = (*entry.prefix, "slug")
            shelf.report(entry.name, at, "slug-duplicate", slug=slug, other=entry.name)
        elif place:
            places[row] = place
        known.add(slug)
    return places


def _worded(
    shelf: Shelf, room: str, model: type[M], wording: type[Model], text: str
) -> tuple[M, ...]:
    """The room's things with their translations; `text` names the field that holds the Markdown."""
    words: dict[str, dict[str, Model]] = {}
    for entry in shelf.translations(room):
        made = _body(entry, text)
        if "source" in wording.model_fields:
            made["source"] = entry.name
        if found := shelf.validated(wording, entry, made, model):
            words.setdefault(entry.slug, {})[entry.language] = found
    things = (
        shelf.validated(model, entry, _made(entry, words) | _body(entry, text), None)
        for entry in shelf.originals(room)
    )
    return tuple(thing for thing in things if thing)


def _made(entry: Entry, words: dict[str, dict[str, Model]]) -> dict[str, Any]:
    return {
        "slug": entry.slug,
        "source": entry.name,
        "translations": words.get(entry.slug, {}),
    }


def _body(entry: Entry, text: str) -> dict[str, Any]:
    return {text: entry.body, f"{text}_line": entry.body_line}


def _producers(shelf: Shelf) -> tuple[Producer, ...]:
    bodies: dict[str, dict[str, str]] = {}
    names: dict[str, dict[str, str]] = {}
    for entry in shelf.translations("producers"):
        bodies.setdefault(entry.slug, {})[entry.language] = entry.body
        wording = shelf.validated(ProducerWording, entry, {}, Producer)
        if wording and wording.name:
            names.setdefault(entry.slug, {})[entry.language] = wording.name
    things = (
        shelf.validated(Producer, entry, _producer(entry, names, bodies), None)
        for entry in shelf.originals("producers")
    )
    return tuple(thing for thing in things if thing)


def _producer(
    entry: Entry, names: dict[str, dict[str, str]], bodies: dict[str, dict[str, str]]
) -> dict[str, Any]:
    texts = {entry.language: entry.body} | bodies.get(entry.slug, {})
    return {
        "slug": entry.slug,
        "source": entry.name,
        "names": names.get(entry.slug, {}),
        "bodies": {language: body for language, body in texts.items() if body.strip()},
        "body_line": entry.body_line,
    }


def _sound(
    site: Site, drafts: Drafts, lots: LotReading, problems: tuple[Problem, ...]
) -> Catalogue:
    """The catalogue of what has no error and needs nothing that has one."""
    wrong = {p.path for p in problems if p.severity is Severity.ERROR}
    today = {slug for slug, place in drafts.places.items() if not place.now}
    places = {s: p for s, p in drafts.places.items() if s in today or p.now in today}
    producers = {p.slug: p for p in drafts.producers if p.source not in wrong and p.place in places}
    products = tuple(
        p
        for p in drafts.products
        if p.source not in wrong
        and p.producer in producers
        and (p.made_in is None or p.made_in in places)
    )
    slugs = {product.slug for product in products}
    return Catalogue(
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
    )


def _with_sound_products(fair: Fair, slugs: set[str]) -> Fair:
    return fair.model_copy(update={"products": tuple(s for s in fair.products if s in slugs)})
