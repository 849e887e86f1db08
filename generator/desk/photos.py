"""Looks at every photo that the content names: its facts for pages, and what is wrong with it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from generator import __version__
from generator.build import write
from generator.build.fingerprint import digest
from generator.catalogue.models import Catalogue, Product
from generator.catalogue.problems import Problem
from generator.catalogue.reader import Positions
from generator.pictures.photos import PhotoError, PhotoFacts, Picture, inspect

SMALLEST_FOR_PRINT = 1600
"""Pixels of the longer side: 135 mm at 300 dpi, a leaflet's cover."""


class PhotoBook:
    """Photo facts by content hash, kept in the cache so that a photo is decoded once."""

    def __init__(self, store: Path) -> None:
        self._store = store
        self._known = self._load()
        self._grown = False

    def look(self, path: Path) -> Picture:
        """The photo's facts; PhotoError where it is missing or can't be used."""
        try:
            key = digest(path.read_bytes())
        except OSError as error:
            raise PhotoError("photo-missing", path) from error
        if key not in self._known:
            self._known[key] = inspect(path)
            self._grown = True
        return Picture(self._known[key], key)

    def save(self) -> None:
        """Keep what was learnt."""
        if self._grown:
            facts = {key: asdict(one) for key, one in sorted(self._known.items())}
            write(self._store, json.dumps({"version": __version__, "facts": facts}).encode())

    def _load(self) -> dict[str, PhotoFacts]:
        try:
            stored = json.loads(self._store.read_bytes())
            if stored["version"] != __version__:
                return {}
            return {key: PhotoFacts(**facts) for key, facts in stored["facts"].items()}
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return {}


def look_at_all(
    catalogue: Catalogue, positions: Positions, content: Path, book: PhotoBook
) -> tuple[dict[str, Picture], tuple[Problem, ...]]:
    """Every usable photo by its file name, and a problem for each that is not."""
    pictures: dict[str, Picture] = {}
    problems = []
    for product, index, file in _named(catalogue):
        where = ("photos", index, "file")
        try:
            picture = pictures.get(file) or book.look(content / "media" / file)
        except PhotoError as error:
            at = (product.source, *positions.of(product.source, where))
            problems.append(Problem.of(*at, error.rule, found=file))
            continue
        pictures[file] = picture
        if max(picture.facts.width, picture.facts.height) < SMALLEST_FOR_PRINT:
            at = (product.source, *positions.of(product.source, where))
            problems.append(Problem.of(*at, "photo-too-small", found=file))
    book.save()
    return pictures, tuple(problems)


def _named(catalogue: Catalogue) -> Iterator[tuple[Product, int, str]]:
    for product in catalogue.products:
        for index, photo in enumerate(product.photos):
            yield product, index, photo.file
