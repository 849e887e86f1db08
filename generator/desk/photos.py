"""Looks at every photo that the content names: its facts for pages, and what is wrong with it."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.catalogue.judging.checks import NamedPhoto, named_photos
from generator.catalogue.model import Catalogue
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.nearest import key_name
from generator.catalogue.problems.rule import Rule
from generator.catalogue.problems.rules import RULES
from generator.catalogue.problems.rules_photos import (
    PHOTO_MISSING,
    PHOTO_NO_AVIF,
    PHOTO_TOO_LARGE,
    PHOTO_TOO_SMALL,
    PHOTO_TWICE,
    PHOTO_UNREADABLE,
)
from generator.catalogue.reading.media_folder import NearestPhoto, is_picture
from generator.catalogue.reading.positions import Positions
from generator.catalogue.reading.reader import Reading
from generator.engine.fingerprint import digest
from generator.engine.store import Stamps, Store
from generator.engine.tree import Stamp
from generator.pictures.picture import PhotoFacts, Picture
from generator.plain_files import TooLargeError, read_plain

if TYPE_CHECKING:
    from generator.engine.workers import Made

SMALLEST_FOR_PRINT = 1600
"""Pixels of the longer side: 135 mm at 300 dpi, a leaflet's cover."""
LARGEST_PHOTO = 150_000_000
"""Bytes of a photo; a camera's largest JPEG has a third of that."""
_BATCH = 8
"""Photos that a process gets at once."""

Seen = tuple[str, PhotoFacts | Rule]
"""A photo's hash (empty where it can't be read), and its facts or the rule that it breaks."""
Spread = Callable[[Callable[[Sequence[str]], list[Seen]], Sequence[Sequence[str]]], Iterable[Any]]


@dataclass(frozen=True, slots=True)
class PhotoCache:
    """What is known of photos, kept in the cache: a photo is decoded once, and read once a change.

    `stamps` are those of the files below content/, by path there; `version` is the program's.
    One that doesn't keep what it finds is for a look at some of the photos.
    """

    file: Path
    version: str
    stamps: Mapping[str, Stamp]
    keeps: bool = True

    @property
    def photos(self) -> Iterator[str]:
        """The names of all photos below content/media."""
        known = (path.removeprefix("media/") for path in self.stamps if path.startswith("media/"))
        return (path for path in known if is_picture(path))

    def look(
        self, files: Sequence[str], content: Path, spread: Spread
    ) -> dict[str, Picture | Rule]:
        """Every photo by its name in content/media; for one that can't be used, the rule."""
        stamps = Stamps(self.stamps)
        names, facts = self._known()
        found: dict[str, Picture | Rule] = {**_agreeing(files, stamps, names, facts)}
        misspelt: dict[str, Picture | Rule] = dict.fromkeys(self._misspelt(files), PHOTO_MISSING)
        found |= misspelt
        unknown = [file for file in files if file not in found]
        batches = [unknown[start : start + _BATCH] for start in range(0, len(unknown), _BATCH)]
        look = partial(_look, content / "media", facts)
        seen = (each for batch in spread(look, batches) for each in batch)
        for file, (hashed, fact) in zip(unknown, seen, strict=True):
            found[file] = fact if isinstance(fact, Rule) else Picture(fact, hashed)
        if unknown and self.keeps:
            self._keep(found, stamps)
        return found

    def remembered(self, files: Sequence[str]) -> dict[str, Picture]:
        """Those of the photos that are as they were when they were last looked at."""
        return _agreeing(files, Stamps(self.stamps), *self._known())

    def _misspelt(self, files: Sequence[str]) -> Iterator[str]:
        """Yield names that only a disk without regard for capital letters takes for a photo's."""
        paths = {path.casefold() for path in self.stamps}
        for file in files:
            path = f"media/{file}"
            if path not in self.stamps and path.casefold() in paths:
                yield file

    def _known(self) -> tuple[Mapping[str, tuple[object, str]], Mapping[str, PhotoFacts]]:
        stored = self._store.read_json()
        if stored is None:
            return {}, {}
        try:
            facts = {key: PhotoFacts(**fact) for key, fact in stored["facts"].items()}
            names = {file: (stamp, str(hash_)) for file, (stamp, hash_) in stored["names"].items()}
        except (ValueError, KeyError, TypeError, AttributeError):
            return {}, {}
        return names, facts

    def _keep(self, found: Mapping[str, Picture | Rule], stamps: Stamps) -> None:
        pictures = {file: each for file, each in found.items() if isinstance(each, Picture)}
        self._store.keep_json(
            {
                "facts": {each.digest: asdict(each.facts) for each in pictures.values()},
                "names": {
                    file: (stamp, each.digest)
                    for file, each in pictures.items()
                    if (stamp := stamps.settled(f"media/{file}"))
                },
            }
        )

    @property
    def _store(self) -> Store:
        return Store(self.file, self.version)


def _agreeing(
    files: Sequence[str],
    stamps: Stamps,
    names: Mapping[str, tuple[object, str]],
    facts: Mapping[str, PhotoFacts],
) -> dict[str, Picture]:
    found: dict[str, Picture] = {}
    for file in files:
        stamp, hashed = names.get(file, (None, ""))
        if stamps.agree(f"media/{file}", stamp) and hashed in facts:
            found[file] = Picture(facts[hashed], hashed)
    return found


def _writes_avif() -> bool:
    """Whether Pillow was built with libavif, as its wheels are: told once, not for every photo.

    Its files tell, so that it need not be loaded.
    """
    spec = find_spec("PIL")
    folders = (spec and spec.submodule_search_locations) or ()
    return any(each.startswith("_avif.") for folder in folders for each in os.listdir(folder))  # noqa: PTH208


def _look(media: Path, facts: Mapping[str, PhotoFacts], files: Sequence[str]) -> list[Seen]:
    return [_look_at(media / file, facts) for file in files]


def _look_at(path: Path, facts: Mapping[str, PhotoFacts]) -> Seen:
    # The decoders, which a project whose photos are known can spare.
    from generator.pictures.photos import PhotoError, inspect

    try:
        hashed = digest(read_plain(path, LARGEST_PHOTO))
    except TooLargeError:
        return "", PHOTO_TOO_LARGE
    except OSError as error:
        missing = error.errno in {errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG}
        return "", PHOTO_MISSING if missing else PHOTO_UNREADABLE
    try:
        return hashed, facts.get(hashed) or inspect(path)
    except PhotoError as error:
        return hashed, error.broken


def look_at_all(
    reading: Reading, content: Path, cache: PhotoCache, spread: Spread
) -> tuple[dict[str, Picture], tuple[Finding, ...]]:
    """Every usable photo by its file name, and a finding for each that is not, or shows twice.

    Photos of products with errors are looked at too; only those of the catalogue are handed out.
    """
    named, catalogue = reading.photos, reading.catalogue
    seen = cache.look([*dict.fromkeys(place.file for place in named)], content, spread)
    findings = [_finding(named[0], PHOTO_NO_AVIF)] if named and not _writes_avif() else []
    near: NearestPhoto | None = None
    for place in named:
        found = seen[place.file]
        if found == PHOTO_MISSING:
            near = near or NearestPhoto(cache.photos)
            findings.append(_finding(place, PHOTO_MISSING, near.to(place.file)))
        elif isinstance(found, Rule):
            findings.append(_finding(place, found))
        elif max(found.facts.width, found.facts.height) < SMALLEST_FOR_PRINT:
            findings.append(_finding(place, PHOTO_TOO_SMALL))
    if catalogue is None:
        return {}, tuple(findings)
    findings += _doubled(reading.preview or catalogue, seen, reading.positions)
    of_catalogue = dict.fromkeys(place.file for place in _named(catalogue))
    found_of = ((file, seen[file]) for file in of_catalogue)
    usable = {file: each for file, each in found_of if isinstance(each, Picture)}
    return usable, tuple(findings)


def _doubled(
    catalogue: Catalogue, seen: Mapping[str, Picture | Rule], positions: Positions
) -> Iterator[Finding]:
    """Yield a finding for each photo that a product has shown before, under whatever name."""
    for product in catalogue.products:
        first: dict[str, int] = {}
        for index, photo in enumerate(product.photos):
            found = seen[photo.file]
            if isinstance(found, Rule):
                continue
            before = first.setdefault(found.digest, index)
            if before != index:
                values = {"found": photo.file, "other": product.photos[before].file}
                values["key"] = key_name(("photos", before))
                line = positions.of(product.source, ("photos", before, "file")).line
                values["line"] = str(line)
                yield Finding(product.source, ("photos", index, "file"), PHOTO_TWICE, values)


def findings_of_failed(failed: Iterable[Made], catalogue: Catalogue) -> tuple[Finding, ...]:
    """A finding wherever a photo is named that kept an artifact from being made.

    A photo may fail a build that a check found sound: it was changed in between, or a library
    has a fault.
    """
    rules = {one.blamed: RULES[one.rule] for one in failed if one.blamed and catalogue.content}
    return findings_of_broken(rules, catalogue)


def findings_of_broken(broken: Mapping[Path, Rule], catalogue: Catalogue) -> tuple[Finding, ...]:
    """A finding wherever a photo is named that breaks a rule; `broken` are files."""
    rules = {path.resolve(): rule for path, rule in broken.items()}
    media = catalogue.content / "media" if catalogue.content else Path()
    return tuple(
        _finding(place, rules[file])
        for place in _named(catalogue)
        if (file := (media / place.file).resolve()) in rules
    )


def _finding(place: NamedPhoto, rule: Rule, nearest: str = "") -> Finding:
    return Finding.of(place.source, place.at, rule, found=place.file, closest=nearest)


def _named(catalogue: Catalogue) -> Iterator[NamedPhoto]:
    for thing in (*catalogue.products, *catalogue.fairs):
        yield from named_photos(thing)
