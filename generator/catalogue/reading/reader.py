"""Reads content/ in one pass: the catalogue, every problem, and where each key stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar, cast

from generator.catalogue.judging.aliases import alias_findings, own_places, with_paths
from generator.catalogue.judging.checks import (
    PLACES as PLACES_SOURCE,
)
from generator.catalogue.judging.checks import (
    Gathered,
    NamedPhoto,
    findings,
    named_photos,
)
from generator.catalogue.judging.doubted import doubted
from generator.catalogue.judging.drafts import mentions, needed, unheard
from generator.catalogue.judging.sign_checks import key_findings
from generator.catalogue.model import (
    Catalogue,
    Fair,
    Product,
    Site,
)
from generator.catalogue.model.folders import FOLDERS, KEPT, PLACE, Folder, Thing, folder_of
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.place import KeyPath
from generator.catalogue.problems.problem import (
    Problem,
    Severity,
)
from generator.catalogue.problems.rules_drafts import DRAFT_NEEDED
from generator.catalogue.problems.rules_references import UNKNOWN_PLACE
from generator.catalogue.problems.rules_site import SITE_LANGUAGE_TWICE, SITE_LANGUAGE_UNLISTED
from generator.catalogue.reading.intake import (
    Intake,
)
from generator.catalogue.reading.lot_files import (
    LotReading,
    read_lots,
)
from generator.catalogue.reading.markdown_files import (
    NO_CACHE,
    MarkdownCache,
    MarkdownFiles,
    Spread,
    at_once,
)
from generator.catalogue.reading.media_folder import MediaFolder
from generator.catalogue.reading.place_list import places_of
from generator.catalogue.reading.positions import Positions
from generator.catalogue.reading.stand_ins import NOBODY, UNSHOWN, nobody, with_stand_ins
from generator.catalogue.settings_files import SITE

__all__ = [
    "NO_CACHE",
    "MarkdownCache",
    "Positions",
    "Reading",
    "Spread",
    "errors_in",
    "read",
    "trimmed",
]

Told = TypeVar("Told", Finding, Problem)


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading gave; `catalogue` is None only when site.yaml can't be read.

    Things with errors, and things that need them, are not in the catalogue, so that one problem
    is told once. `digests` are hashes of the Markdown files' bytes by name, and of the bytes of a
    product's two tables of lots by `content/lots/<slug>`. `photos` are those that any thing
    names, also one with errors; `product_files` counts all products, also those that can't be read,
    but for drafts.

    `drafts` are the names of all files in work: the catalogue has none of them, `preview` is the
    same catalogue with them, as far as they are whole. `seen` has those too that lack facts, if
    `read` was asked for them: it is for looking at, and no fact is judged that stands in there.
    """

    catalogue: Catalogue | None
    problems: tuple[Problem, ...]
    positions: Positions
    digests: Mapping[str, str]
    photos: tuple[NamedPhoto, ...] = ()
    product_files: int = 0
    drafts: frozenset[str] = frozenset()
    preview: Catalogue | None = None
    seen: Catalogue | None = None


def read(
    root: Path,
    known_files: MarkdownCache = NO_CACHE,
    spread: Spread = at_once,
    today: date | None = None,
    proposed: Mapping[str, bytes] = MappingProxyType({}),
    *,
    errors_only: bool = False,
    stand_ins: bool = False,
) -> Reading:
    """Read the project in that folder. Problems come sorted by file and line; nothing is raised.

    Days of lots are held against `today`, if it is given. `proposed` are bytes by name
    (content/products/x.md) that stand in for Markdown files. With `errors_only` no warning is
    told: to find its line each file would be read once more. With `stand_ins` what is seen has
    drafts that lack facts, too (reading/stand_ins.py).
    """
    intake = Intake(root / "content")
    intake.positions = Positions(intake.content, proposed)
    media = MediaFolder(intake.content)
    site = _site(intake, media)
    places, slugs = places_of(intake, known_files)
    files = MarkdownFiles.read(intake, known_files, spread, proposed, errors_only=errors_only)
    gathered = Gathered(
        things={folder.name: (*map(media.on_disk, files.things(folder)),) for folder in FOLDERS},
        places={place.slug: place for place in places.values()},
        place_rows={place.slug: row for row, place in places.items()},
        loose={folder.name: (*files.loose_things(folder),) for folder in FOLDERS},
    )
    known = {**files.known, "places": slugs}
    lots = read_lots(intake.content, gathered.judged_of(Product), known["products"], today)
    usable = cache(lambda file: not media.leaves(file))
    in_work = files.drafts()
    found: Sequence[Finding] = [
        *findings(gathered, known, usable),
        *needed(chain(mentions(gathered), files.mentions()), in_work, intake.positions.line),
        *(alias_findings(gathered.judged_of(Product), own_places(site)) if site else ()),
        *unheard(lots.lots, in_work),
        *lots.findings,
        *files.findings(places.values()),
    ]
    if not slugs and any(each.path == PLACES_SOURCE for each in intake.problems):
        # Where the list can't be read, nobody can say what is not in it.
        found = [each for each in found if each.rule is not UNKNOWN_PLACE]
    placed = map(intake.positions.placed, errors_in(found) if errors_only else found)
    told = chain(intake.problems, files.problems())
    problems = tuple(sorted({*(errors_in(told) if errors_only else told), *placed}))
    errors = [*errors_in(problems)]
    seen = preview = catalogue = None
    if site:
        # With its drafts, a project lacks nothing that is needed.
        wrong = {each.path for each in errors if each.rule is not DRAFT_NEEDED}
        seen = preview = catalogue = _sound(site, gathered, lots, wrong, intake.content)
        if in_work and stand_ins:
            shown, lacking = _with_stand_ins(gathered, files, found, media, site)
            unshown = {each.path for each in errors if each.rule in UNSHOWN}
            seen = _sound(site, shown, lots, (wrong - in_work) | unshown, intake.content)
            seen = seen.with_parts({"lacking": lacking})
        if in_work:
            wrong = {each.path for each in errors} | in_work
            catalogue = _sound(site, gathered, lots, wrong, intake.content)
    photos = tuple(
        photo
        for thing in (*gathered.judged_of(Product), *gathered.judged_of(Fair))
        for photo in named_photos(thing)
        if usable(photo.file)
    )
    digests = {**files.digests(), **lots.digests}
    return Reading(
        catalogue,
        problems,
        intake.positions,
        digests,
        photos,
        len(known["products"]) - sum(folder_of(each) == "products" for each in in_work),
        in_work,
        preview,
        seen,
    )


def errors_in(found: Iterable[Told]) -> Iterator[Told]:
    """Those of the findings or problems that stop a build."""
    return (each for each in found if each.rule.severity is Severity.ERROR)


def _site(intake: Intake, media: MediaFolder) -> Site | None:
    entry = intake.mapping(SITE)
    site = intake.validated(Site, entry, {}, None) if entry else None
    if site is None or entry is None:
        return None
    intake.language = site.language
    for finding in key_findings(site, intake.language):
        intake.note(finding.in_file(entry.name, below=entry.prefix))
    for finding in doubted(site):
        intake.note(finding)
    return _in_its_languages(intake, media.site_on_disk(site))


def _in_its_languages(intake: Intake, site: Site) -> Site:
    """The site with each of its languages once and its own among them; what isn't so is told."""
    at = ("languages",)
    listed = tuple(dict.fromkeys(site.languages))
    if site.language not in listed:
        intake.report(site.source, at, SITE_LANGUAGE_UNLISTED, language=site.language)
        listed = (site.language, *listed)
    for index, language in enumerate(site.languages):
        if language in site.languages[:index]:
            intake.report(site.source, (*at, index), SITE_LANGUAGE_TWICE, language=language)
    return site.model_copy(update={"languages": listed})


def _with_stand_ins(
    gathered: Gathered,
    files: MarkdownFiles,
    found: Iterable[Finding],
    media: MediaFolder,
    site: Site,
) -> tuple[Gathered, Mapping[str, tuple[KeyPath, ...]]]:
    """All that there is with drafts as a preview has them, and what these lack, by file."""
    shown, lacking = with_stand_ins(files, found, site.language)
    things = {folder.name: (*map(media.on_disk, shown.things(folder)),) for folder in FOLDERS}
    if any(each.producer == NOBODY for each in cast(Iterable[Product], things["products"])):
        stand_in = nobody(site.language)
        things["producers"] = (stand_in, *things["producers"])
        lacking = {**lacking, stand_in.source: (("name",), ("kind",))}
    return replace(gathered, things=things), lacking


def _sound(
    site: Site,
    gathered: Gathered,
    lots: LotReading,
    left_out: Set[str],
    content: Path,
) -> Catalogue:
    """The catalogue of all files but for some, and for what needs those."""
    today = {slug for slug, place in gathered.places.items() if not place.now}
    places = {s: p for s, p in gathered.places.items() if s in today or p.now in today}
    sound: dict[str, Mapping[str, Thing]] = {}
    known: dict[str, Collection[str]] = {KEPT[PLACE]: places.keys()}
    for folder in FOLDERS:
        usable = (each for each in gathered.things[folder.name] if each.source not in left_out)
        left = (trimmed(each, folder, known) for each in usable)
        sound[folder.name] = {each.slug: each for each in left if each}
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


def trimmed(thing: Thing, folder: Folder, known: Mapping[str, Collection[str]]) -> Thing | None:
    """The thing without what it lists and there is not; None where it needs what there is not."""
    for key, kind in folder.references.items():
        named, there = getattr(thing, key), known[KEPT[kind]]
        if isinstance(named, tuple):
            left = tuple(slug for slug in named if slug in there)
            thing = thing if left == named else folder.changed(thing, {key: left})
        elif named is not None and named not in there:
            return None
    return thing
