"""The addresses of the site as it was last published: what a later build must not lose unsaid.

They are known only where the site was built: a fresh clone says nothing. Every publishing build
writes them, and one with `--clean` begins without.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Any, Self

from generator import addresses
from generator.catalogue.model import Catalogue, Product
from generator.catalogue.model.folders import FOLDERS
from generator.catalogue.settings_files import PLACES
from generator.desk.options import FIRST, Order
from generator.engine.store import Store
from generator.web.kinds import KINDS
from generator.web.paths import Key, Paths, paths_of

_VERSION = "1"
PLACES_FILE = f"content/{PLACES}"
"""The file that the pages of all communes are of."""


@dataclass(frozen=True, slots=True)
class PublishedThing:
    """What was published of one file (of a place, with its slug).

    `pages` are its addresses by language, `others` what answered for it besides: codes on packs and
    aliases. `codes` tell a product from all others, whatever its file is called.
    """

    pages: Mapping[str, str]
    others: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    sample: bool = False


@dataclass(frozen=True, slots=True)
class PublishedPages:
    """What was published, by the name of the file; `base_url` is the content's own.

    `coming` are addresses of a build that may have been killed before it published them.
    """

    base_url: str = ""
    language: str = ""
    languages: tuple[str, ...] = ()
    things: Mapping[str, PublishedThing] = field(default_factory=dict)
    coming: frozenset[str] = frozenset()

    @classmethod
    def of(cls, catalogue: Catalogue, base_url: str) -> Self:
        """The addresses that a build of the catalogue publishes."""
        site = catalogue.site
        paths = paths_of(catalogue, KINDS)
        home = PublishedThing(_by_language(paths, ("home", "")))
        things = dict(chain(_files(catalogue, paths), _communes(catalogue, paths)))
        things[site.source] = home
        return cls(base_url, site.language, site.languages, things)

    @classmethod
    def last(cls, order: Order) -> Self:
        """What was last published into the order's output; nothing where that is not known."""
        try:
            return cls._of_json(_store(order).read_json())._arrived(order)
        except (AttributeError, KeyError, TypeError, ValueError):
            return cls()

    def remember(self, order: Order) -> None:
        """Write it, in place of what was published before. Raises OSError."""
        things = {
            source: {
                "pages": thing.pages,
                "others": thing.others,
                "codes": thing.codes,
                "sample": thing.sample,
            }
            for source, thing in self.things.items()
        }
        site = {"base_url": self.base_url, "language": self.language, "languages": self.languages}
        _store(order).write_json({**site, "things": things, "coming": sorted(self.coming)})

    def _arrived(self, order: Order) -> Self:
        """The same without what was to come and isn't there."""
        site = order.output / FIRST
        lacking = {each for each in self.coming if not (site / each / "index.html").is_file()}
        if not lacking:
            return replace(self, coming=frozenset())
        things = {}
        for source, thing in self.things.items():
            pages = {lang: page for lang, page in thing.pages.items() if page not in lacking}
            others = tuple(each for each in thing.others if each not in lacking)
            if pages or others:
                things[source] = replace(thing, pages=pages, others=others)
        return replace(self, things=things, coming=frozenset())

    def with_gone(self, before: Self) -> Self:
        """The same with what was published before and now isn't: nobody was told of that yet."""
        return type(self)(
            self.base_url, self.language, self.languages, {**before.things, **self.things}
        )

    def on_the_way(self, before: Self) -> Self:
        """All that answers before these are published and all that does then.

        Whoever is interrupted meanwhile is told of the loss of either. Of a file that has both,
        what is new stands beside what there was.
        """
        coming = self.answered - before.answered
        if not before.things:
            return replace(self, coming=coming)
        things = {**self.things}
        for source, old in before.things.items():
            new = things.get(source, old)
            told = {*old.pages.values(), *old.others}
            more = (each for each in (*new.pages.values(), *new.others) if each not in told)
            codes = tuple(dict.fromkeys((*old.codes, *new.codes)))
            things[source] = replace(old, others=(*old.others, *more), codes=codes)
        return replace(before, things=things, coming=coming)

    @property
    def answered(self) -> frozenset[str]:
        """Every address that opens something."""
        found = self.things.values()
        return frozenset(each for one in found for each in (*one.pages.values(), *one.others))

    @classmethod
    def _of_json(cls, stored: Any) -> Self:  # noqa: ANN401 - JSON, which is judged here
        things = {
            str(source): PublishedThing(
                {str(language): str(page) for language, page in thing["pages"].items()},
                tuple(map(str, thing["others"])),
                tuple(map(str, thing["codes"])),
                thing["sample"] is True,
            )
            for source, thing in stored["things"].items()
        }
        languages = tuple(map(str, stored["languages"]))
        site = str(stored["base_url"]), str(stored["language"])
        return cls(*site, languages, things, frozenset(map(str, stored.get("coming", ()))))


def place_slug(source: str) -> str:
    """The slug of the place that was published; empty for what has a file of its own."""
    file, _, slug = source.partition("#")
    return slug if file == PLACES_FILE else ""


def _files(catalogue: Catalogue, paths: Paths) -> Iterable[tuple[str, PublishedThing]]:
    for folder in FOLDERS:
        for thing in folder.things(catalogue):
            pages = _by_language(paths, (folder.kind, thing.slug))
            sample = bool(getattr(thing, "sample", False))
            if isinstance(thing, Product):
                yield thing.source, PublishedThing(pages, _others(thing), _codes(thing), sample)
            else:
                yield thing.source, PublishedThing(pages, sample=sample)


def _communes(catalogue: Catalogue, paths: Paths) -> Iterable[tuple[str, PublishedThing]]:
    for slug in catalogue.places:
        if pages := _by_language(paths, ("commune", slug)):
            yield f"{PLACES_FILE}#{slug}", PublishedThing(pages)


def _by_language(paths: Paths, key: Key) -> dict[str, str]:
    return {str(language): page for language, page in paths.of(key).items()}


def _others(product: Product) -> tuple[str, ...]:
    scans = addresses.all_scan_paths(product)
    aliases = (addresses.alias_path(each) for each in product.aliases)
    return tuple(dict.fromkeys((*(f"{each}/" for each in scans), *aliases)))


def _codes(product: Product) -> tuple[str, ...]:
    named = (("code", product.code), ("gtin", product.gtin14))
    return tuple(f"{kind} {each}" for kind, each in named if each)


def _store(order: Order) -> Store:
    return Store(order.output_cache / "addresses.json", _VERSION)
