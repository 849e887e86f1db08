"""A few pages of a catalogue made on trial, to see whether a theme's templates can make all.

A template fails where a value is missing or is of another kind than it takes it to be. So whatever
things of one kind have or lack has a page: a product without a price, one with, a recalled lot.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import chain, product
from pathlib import Path
from typing import Any

from generator.catalogue.languages import Language
from generator.catalogue.model import Catalogue, Product
from generator.catalogue.model.folders import FOLDERS
from generator.catalogue.model.lots import Lot
from generator.catalogue.model.types import Model
from generator.catalogue.reading.stories import story_of
from generator.engine.artifact import Folders
from generator.engine.within import within
from generator.web.kinds import BY_NAME as KINDS
from generator.web.kinds import TABLE
from generator.web.lots import lot_pages
from generator.web.paths import Key, languages_of
from generator.web.plan import lost_values, page_values, redirect_values, root_values
from generator.web.render import render_page
from generator.web.template_failure import TemplateFailure, told_at_its_line
from generator.web.views.edition import Edition

Editions = Mapping[Language, Edition]
_FEW = 20
"""So many lots, or entries of a list, tell what the others have."""
_STORIES_READ = 1000
"""Of so many products the stories are asked for: each is a file to be read."""
_MOST_FAILURES = 10
_LONGEST = 30.0
"""Seconds for the pages of one thing: a template that takes longer is taken for one without end."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What a page is about, and what there is to be seen of its templates by making it."""

    about: Key
    traits: frozenset[str]


def trials(catalogue: Catalogue, known: frozenset[str]) -> list[Trial]:
    """The pages to make where all that is `known` has been seen before."""
    seen = set(known)
    found = []
    for each in chain(_lists(catalogue), _things(catalogue)):
        if not each.traits <= seen:
            found.append(each)
            seen |= each.traits
    return found


def failures(
    wanted: Sequence[Trial], editions: Editions, folders: Folders
) -> Iterator[tuple[Trial, TemplateFailure]]:
    """Make them in each language, and yield those that fail, the first of each.

    What has no end is waited for once.
    """
    told, made = set[tuple[Path, int]](), set[Key]()
    catalogue = next(iter(editions.values())).catalogue
    for each in wanted:
        for about in (each.about, *_showing(each.about, catalogue)):
            if about in made or len(told) == _MOST_FAILURES:
                continue
            made.add(about)
            try:
                with told_at_its_line(), within(_LONGEST):
                    _make(about, editions, folders)
            except TimeoutError:
                continue  # of a busy machine: it was in no template's line
            except TemplateFailure as failure:
                told.add((failure.file, failure.line))
                yield each, failure
                if isinstance(failure.__cause__, TimeoutError):
                    return


def _showing(about: Key, catalogue: Catalogue) -> Iterator[Key]:
    """Yield the lists that have a card of the product, and the fairs that it is at."""
    shown = catalogue.by_slug.get(about[1]) if about[0] == "product" else None
    if shown is None:
        return
    yield from ((kind.name, "") for kind in KINDS.values() if kind.list)
    for name, grouping in TABLE.groupings.items():
        if slug := grouping.slug_of(catalogue, shown):
            yield name, slug
    yield from (("fair", fair.slug) for fair in catalogue.fairs if shown.slug in fair.products)


def _make(about: Key, editions: Editions, folders: Folders) -> None:
    kind, slug = about
    for language, edition in editions.items():
        values: dict[str, Any] = {"language": language, "uses": ("whole",)}
        if kind == _NOWHERE:
            render_page(lost_values(editions, {**values, "template": "not_found.html"}), folders)
            render_page(root_values(editions, {**values, "template": "redirect.html"}), folders)
        elif path := edition.paths.of(about).get(language):
            page = KINDS[kind].page_of(slug)
            values |= {"template": page.template, "about": about, "origin": path}
            for part in range(1, min(page.parts(edition, slug), 2) + 1):
                render_page(page_values(editions, {**values, "part": part}), folders)
        if kind == "product" and slug:
            _make_more(edition, slug, editions, folders)


def _make_more(edition: Edition, slug: str, editions: Editions, folders: Folders) -> None:
    """What else is made of a product: the pages of its lots, and redirects."""
    about = edition.catalogue.by_slug[slug]
    own = edition.catalogue.site.language
    alone = edition.catalogue.with_parts({"products": (about,)})
    for each in lot_pages(edition.anew(alone), own, (), None):
        each.make(each.values_from(editions), folders)
    if edition.language == own and about.aliases:
        values = {"language": own, "slug": slug, "from": about.aliases[0].lstrip("/")}
        render_page(redirect_values(editions, {**values, "template": "redirect.html"}), folders)


_NOWHERE = "lost"


def _lists(catalogue: Catalogue) -> Iterator[Trial]:
    """Every list, and of each kind of group the first and the last."""
    yield Trial((_NOWHERE, ""), frozenset([_NOWHERE]))
    for language, kind in product(languages_of(catalogue.site), KINDS.values()):
        subjects = kind.subjects(catalogue, language)
        if kind.list and kind.listed(catalogue, subjects):
            # A list that is twice as long may have come to stand on several pages.
            trait = f"{language} {kind.name} {len(subjects).bit_length()}"
            yield Trial((kind.name, ""), frozenset([trait]))
    with_file = {folder.kind for folder in FOLDERS}
    for name, grouping in TABLE.groupings.items():
        slugs = [*dict.fromkeys(grouping.slug_of(catalogue, each) for each in catalogue.products)]
        for slug in filter(None, (*slugs[:1], *slugs[-1:]) if name not in with_file else ()):
            yield Trial((name, slug), frozenset([f"{name} {slug}"]))


def _things(catalogue: Catalogue) -> Iterator[Trial]:
    makers = {slug: frozenset(_traits(each, "")) for slug, each in catalogue.producers.items()}
    read = 0
    for folder in FOLDERS:
        for thing in folder.things(catalogue):
            traits = {f"{folder.kind}{each}" for each in _traits(thing, "")}
            if isinstance(thing, Product):
                read += 1
                told = read > _STORIES_READ or story_of(catalogue, thing, catalogue.site.language)
                traits |= {f".story:{bool(told)}", *(f" by{x}" for x in makers[thing.producer])}
                traits |= {f" {each}" for each in _lot_traits(catalogue.lots.get(thing.slug, ()))}
                traits = {f"{thing.status}{each}" for each in traits}
            yield Trial((folder.kind, thing.slug), frozenset(traits))


def _lot_traits(lots: Sequence[Lot]) -> Iterator[str]:
    yield f"lots:{bool(lots)}"
    for each in (*lots[:_FEW], *(lot for lot in lots[_FEW:] if lot.recalled)):
        yield from (f"lot {each.recalled}{trait}" for trait in _traits(each, ""))


def _traits(value: object, at: str) -> Iterator[str]:
    """What the thing has and lacks, key by key."""
    match value:
        case Model():
            for name in type(value).model_fields:
                yield from _traits(getattr(value, name), f"{at}.{name}")
        case Enum():
            yield f"{at}={value.value}"
        case tuple() | list():
            yield f"{at}:{bool(value)}"
            for each in value[:_FEW]:
                yield from _traits(each, f"{at}[]")
        case Mapping():
            yield f"{at}:{bool(value)}"
            for key, each in value.items():
                yield from _traits(each, f"{at}[{key}]")
        case _:
            yield f"{at}:{bool(value)}"
