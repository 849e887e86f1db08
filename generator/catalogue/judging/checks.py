"""Rules that look at more than one key: those of one file by itself, and those across files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import TypeVar, cast

from generator.catalogue.judging.certificates import certificate_problems, mark_problems
from generator.catalogue.judging.copied import copied
from generator.catalogue.judging.doubted import doubted
from generator.catalogue.judging.gtins import (
    gln_problems,
    gtin_problems,
    published_first,
)
from generator.catalogue.model import (
    Fair,
    FairWording,
    Model,
    Place,
    Producer,
    Product,
    Status,
    Translation,
)
from generator.catalogue.model.folders import FOLDERS, KEPT, Folder, Thing
from generator.catalogue.ocop.groups import GROUPS
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.nearest import Nearest
from generator.catalogue.problems.place import START, KeyPath, Position
from generator.catalogue.problems.rule import Rule
from generator.catalogue.problems.rules_addresses import CODE_DUPLICATE, SCAN_ADDRESS_MISSING
from generator.catalogue.problems.rules_keys import (
    AWARD_NAMES_COUNT,
    DATES_REVERSED,
    PACK_NETS_COUNT,
    PHOTO_ALTS_COUNT,
    SUMMARY_LONG,
)
from generator.catalogue.problems.rules_ocop import UNKNOWN_GROUP
from generator.catalogue.problems.rules_pages import UNKNOWN_VILLAGE
from generator.catalogue.problems.rules_photos import PHOTO_PATH
from generator.catalogue.problems.rules_references import (
    BOOTH_PRODUCT,
    UNKNOWN_PLACE,
    UNKNOWN_PRODUCER,
    UNKNOWN_PRODUCT,
)
from generator.catalogue.problems.rules_texts import (
    MARK_UNUSED,
    SCRIPT_REMOVED,
    STORY_IMAGE,
    STORY_SHORT,
)
from generator.catalogue.problems.unsound import as_far, if_sound
from generator.catalogue.prose.foreign_marks import foreign_marks
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

M = TypeVar("M", bound=Model)
Known = Mapping[str, Set[str]]
_UNKNOWN: Mapping[str, Rule] = {
    "producer": UNKNOWN_PRODUCER,
    "place": UNKNOWN_PLACE,
    "product": UNKNOWN_PRODUCT,
    "village": UNKNOWN_VILLAGE,
}
"""What is told of a slug that nothing of its kind has."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """All that could be read, before the rules across files.

    `things` are by folder, and so are `loose`, of which a part could not be read; `place_rows`
    tells the row of each place in content/places.yaml, from 0.
    """

    things: Mapping[str, Sequence[Thing]]
    places: Mapping[str, Place]
    place_rows: Mapping[str, int]
    loose: Mapping[str, Sequence[Thing]] = field(default_factory=dict)

    def judged(self, folder: Folder) -> tuple[Thing, ...]:
        """All things of a folder about which something may be found."""
        return (*self.things[folder.name], *self.loose.get(folder.name, ()))

    def judged_of(self, model: type[M]) -> tuple[M, ...]:
        """The same by their model."""
        return cast(tuple[M, ...], self.judged(_folder(model)))

    def of(self, model: type[M]) -> tuple[M, ...]:
        """All things of that model."""
        return cast(tuple[M, ...], tuple(self.things[_folder(model).name]))


def _folder(model: type[Model]) -> Folder:
    return next(each for each in FOLDERS if each.model is model)


def own_findings(thing: Model, *, errors_only: bool = False) -> Iterator[Finding]:
    """Yield what is wrong with a thing, or with its words in another language, by itself.

    With `errors_only` not all warnings are looked for.
    """
    if isinstance(thing, (Product, Translation)):
        yield from as_far(_summary(thing))
    if isinstance(thing, Product):
        for rule in (_group, _scan_address, certificate_problems, mark_problems):
            yield from as_far(rule(thing))
    if not errors_only:
        yield from doubted(thing)
    if isinstance(thing, Fair):
        yield from as_far(_days(thing))
        yield from as_far(_booths(thing))
    if isinstance(thing, Producer):
        yield from as_far(gln_problems(thing))


def _summary(thing: Product | Translation) -> Iterator[Finding]:
    length = len(thing.summary or "")
    if length > LONGEST_SUMMARY:
        values = {"length": str(length), "most": str(LONGEST_SUMMARY)}
        yield Finding(thing.source, ("summary",), SUMMARY_LONG, values)


def _group(product: Product) -> Iterator[Finding]:
    if product.group not in GROUPS:
        yield Finding.of(product.source, ("group",), UNKNOWN_GROUP, found=str(product.group))


def _scan_address(product: Product) -> Iterator[Finding]:
    if product.status is Status.CERTIFIED and not (product.code or product.gtin):
        yield Finding(product.source, ("status",), SCAN_ADDRESS_MISSING)


def body_findings(markdown: str, *, is_story: bool) -> Iterator[Finding]:
    """Yield what is wrong with a text, by its own lines; links are judged elsewhere.

    `is_story` marks a product's story in the site's own language.
    """
    if markdown.strip():
        yield from _text_findings(markdown)
    words = word_count(markdown, SHORTEST_STORY) if is_story else SHORTEST_STORY
    if words < SHORTEST_STORY:
        values = {"words": str(words), "least": str(SHORTEST_STORY)}
        yield Finding("", START, STORY_SHORT, values)


def _text_findings(markdown: str) -> Iterator[Finding]:
    yield from faults(markdown)
    for found, line in unsafe(markdown):
        yield Finding.of("", Position(line, 1), SCRIPT_REMOVED, found=found)
    for found, line in pictures(markdown):
        yield Finding.of("", Position(line, 1), STORY_IMAGE, found=found)
    for found, at in foreign_marks(markdown):
        yield Finding.of("", at, MARK_UNUSED, found=found)


def leads_somewhere(target: str, folder: str, known: Known) -> bool:
    """Whether a link in a text of that folder leads to a page that there is."""
    key = content_key(target, folder)
    if key is None:
        return resolve(target, folder) is not None
    there, slug = key.split("/")
    return slug in known[there]


def findings(gathered: Gathered, known: Known, usable: Callable[[str], bool]) -> Iterator[Finding]:
    """Yield every problem that only shows when all files are there.

    `usable` tells whether the file of a photo is one inside content/media.
    """
    nearest = {kind: Nearest(known[KEPT[kind]]) for kind in _UNKNOWN}
    for folder in FOLDERS:
        for thing in gathered.judged(folder):
            for key in folder.references:
                yield from as_far(_references(thing, folder, key, known, nearest))
    for product in gathered.judged_of(Product):
        yield from as_far(_pictures(product, usable))
        yield from as_far(_counts(product))
    yield from gtin_problems(gathered.judged_of(Product))
    yield from _codes(gathered.judged_of(Product))
    yield from copied(gathered.judged_of(Product))
    for fair in gathered.judged_of(Fair):
        yield from as_far(_pictures(fair, usable))
    yield from _places(gathered, known)


def _days(fair: Fair) -> Iterator[Finding]:
    if fair.ends_on < fair.starts_on:
        yield Finding(fair.source, ("ends_on",), DATES_REVERSED)


def _booths(fair: Fair) -> Iterator[Finding]:
    """Products are looked for at a booth by those who found them among the fair's."""
    shown = Nearest(fair.products)
    for number, booth in enumerate(fair.booths):
        for index, slug in enumerate(booth.products):
            if slug not in fair.products:
                at: KeyPath = ("booths", number, "products", index)
                values = {"found": slug, "closest": shown.to(slug)}
                yield Finding(fair.source, at, BOOTH_PRODUCT, values)


def _references(
    thing: Thing, folder: Folder, key: str, known: Known, nearest: Mapping[str, Nearest]
) -> Iterator[Finding]:
    """Yield what the thing names under that key and there is not."""
    kind, named = folder.references[key], getattr(thing, key)
    listed = isinstance(named, tuple)
    for index, slug in enumerate(named if listed else (named,)):
        if slug and slug not in known[KEPT[kind]]:
            at: KeyPath = (key, index) if listed else (key,)
            values = {"found": slug, "closest": nearest[kind].to(slug)}
            yield Finding(thing.source, at, _UNKNOWN[kind], values)


@dataclass(frozen=True, slots=True)
class NamedPhoto:
    """A photo where a content file names it, and the keys that lead there."""

    source: str
    at: KeyPath
    file: str


def named_photos(thing: object) -> Iterator[NamedPhoto]:
    """Each photo that a product names, or a fair in any of its files."""
    if isinstance(thing, Product):
        for index, photo in enumerate(if_sound(thing, "photos") or ()):
            if file := if_sound(photo, "file"):
                yield NamedPhoto(thing.source, ("photos", index, "file"), file)
    elif isinstance(thing, Fair):
        yield from _of_fair(thing)


def _of_fair(fair: Fair) -> Iterator[NamedPhoto]:
    words: dict[str, FairWording] = {fair.source: fair}
    for language, translation in (if_sound(fair, "translations") or {}).items():
        words[f"{fair.source.removesuffix('.md')}.{language}.md"] = translation
    for source, said in words.items():
        for key in ("cover", "plan"):
            photo = if_sound(said, key)
            if photo and (file := if_sound(photo, "file")):
                yield NamedPhoto(source, (key, "file"), file)


def _pictures(thing: Product | Fair, usable: Callable[[str], bool]) -> Iterator[Finding]:
    for each in named_photos(thing):
        if not usable(each.file):
            yield Finding.of(each.source, each.at, PHOTO_PATH, found=each.file)


_AS_MANY = (
    ("pack_nets", "packs", PACK_NETS_COUNT),
    ("photo_alts", "photos", PHOTO_ALTS_COUNT),
    ("award_names", "awards", AWARD_NAMES_COUNT),
)
"""What a translation says of each of several: its key, the original's, the rule."""


def _counts(product: Product) -> Iterator[Finding]:
    for translation in product.translations.values():
        for key, originals, rule in _AS_MANY:
            found, wanted = len(getattr(translation, key)), len(getattr(product, originals))
            if found and found != wanted:
                values = {"found": str(found), "wanted_count": str(wanted)}
                yield Finding(translation.source, (key,), rule, values)


def _places(gathered: Gathered, known: Known) -> Iterator[Finding]:
    """A former unit's `now` must be a commune of today, which has no `now` of its own."""
    places = gathered.places
    today = Nearest(s for s, p in places.items() if p.now is None)
    for slug, place in places.items():
        if place.now is None:
            continue
        now = places.get(place.now)
        if place.now not in known["places"] or (now is not None and now.now is not None):
            values = {"found": place.now, "closest": today.to(place.now)}
            yield Finding(PLACES, (gathered.place_rows[slug], "now"), UNKNOWN_PLACE, values)


def _codes(products: Sequence[Product]) -> Iterator[Finding]:
    owners: dict[str, str] = {}
    for product in published_first(products):
        code = if_sound(product, "code")
        if code and owners.setdefault(code, product.source) != product.source:
            values = {"found": code, "other": owners[code]}
            yield Finding(product.source, ("code",), CODE_DUPLICATE, values)
