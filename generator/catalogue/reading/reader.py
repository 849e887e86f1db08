"""Reads content/ in one pass: the catalogue, every problem, and where each key stands."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from generator.catalogue.folder_names import is_device
from generator.catalogue.judging.aliases import alias_findings, own_places, with_paths
from generator.catalogue.judging.checks import (
    Drafts,
    findings,
)
from generator.catalogue.judging.sign_checks import key_findings
from generator.catalogue.model import (
    Catalogue,
    Model,
    Place,
    Product,
    Site,
)
from generator.catalogue.model.folders import FOLDERS, KEPT, PLACE, Folder, Thing
from generator.catalogue.problems.problem import (
    Problem,
    Severity,
)
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
        things={folder.name: (*sheets.things(folder),) for folder in FOLDERS},
        places={place.slug: place for place in places.values()},
        place_rows={place.slug: row for row, place in places.items()},
    )
    known = {**sheets.known, "places": slugs}
    found = (
        Problem.of(path, *shelf.positions.of(path, key_path), rule, **values)
        for path, key_path, rule, values in chain(
            findings(drafts, known, shelf.content),
            alias_findings(drafts.of(Product), own_places(site)) if site else (),
        )
    )
    lots = read_lots(shelf.content, drafts.of(Product), known["products"])
    problems = tuple(sorted({*shelf.problems, *sheets.problems(), *found, *lots.problems}))
    catalogue = _sound(site, drafts, lots, problems, shelf.content) if site else None
    return Reading(catalogue, problems, shelf.positions, {**sheets.digests(), **lots.digests})


def _site(shelf: Shelf) -> Site | None:
    entry = shelf.mapping("site.yaml")
    site = shelf.validated(Site, entry, {}, None) if entry else None
    if site is None or entry is None:
        return None
    shelf.language = site.language
    _judge_signs(shelf, site, entry)
    return _in_its_languages(shelf, site)


def _in_its_languages(shelf: Shelf, site: Site) -> Site:
    """The site with each of its languages once and its own among them; what isn't so is told."""
    at = ("languages",)
    listed = tuple(dict.fromkeys(site.languages))
    if site.language not in listed:
        shelf.report(site.source, at, "site-language-unlisted", language=site.language)
        listed = (site.language, *listed)
    for index, language in enumerate(site.languages):
        if language in site.languages[:index]:
            shelf.report(site.source, (*at, index), "site-language-twice", language=language)
    return site.model_copy(update={"languages": listed})


def _judge_signs(shelf: Shelf, thing: Model, entry: Entry) -> None:
    for path, rule, values in key_findings(thing, shelf.language):
        shelf.report(entry.name, entry.prefix + path, rule, **values)


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
            shelf.report(entry.name, at, "slug-duplicate", slug=slug, other=entry.name)
        elif is_device(slug):
            shelf.report(entry.name, (*entry.prefix, "slug"), "slug-reserved", found=slug)
        elif place:
            places[row] = place
        known.add(slug)
    return places, known


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
    sound: dict[str, Mapping[str, Thing]] = {}
    known: dict[str, Collection[str]] = {KEPT[PLACE]: places.keys()}
    for folder in FOLDERS:
        usable = (each for each in drafts.things[folder.name] if each.source not in wrong)
        trimmed = (_trimmed(each, folder, known) for each in usable)
        sound[folder.name] = {each.slug: each for each in trimmed if each}
        known[folder.name] = sound[folder.name].keys()
    own = own_places(site)
    parts = {folder.name: folder.gathered(sound[folder.name].values()) for folder in FOLDERS}
    parts["products"] = tuple(with_paths(each, own) for each in parts["products"])
    # Every part has been validated; a national catalogue need not be so once more.
    return Catalogue.model_construct(
        site=site,
        places=places,
        lots={slug: found for slug, found in lots.lots.items() if slug in known["products"]},
        content=content.resolve(),
        **parts,
    )


def _trimmed(thing: Thing, folder: Folder, known: Mapping[str, Collection[str]]) -> Thing | None:
    """The thing without what it lists and there is not; None where it needs what there is not."""
    for key, kind in folder.references.items():
        named, there = getattr(thing, key), known[KEPT[kind]]
        if isinstance(named, tuple):
            left = tuple(slug for slug in named if slug in there)
            thing = thing if left == named else folder.changed(thing, {key: left})
        elif named is not None and named not in there:
            return None
    return thing
