"""Builds what doesn't depend on a broken file, and leaves what does as it was last published."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Set
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from generator.addresses import handed_out
from generator.catalogue.judging.checks import named_photos
from generator.catalogue.model import Catalogue, Fair, FairWording, Product, Translation
from generator.catalogue.problems.problem import Problem, Severity
from generator.catalogue.problems.rules_photos import (
    PHOTO_MISSING,
    PHOTO_PATH,
    PHOTO_TOO_LARGE,
    PHOTO_UNREADABLE,
)
from generator.desk.building.last_published import LARGEST, LastPublished, Mended
from generator.desk.building.lot_rows import sound_rows
from generator.desk.content import Content, read_content
from generator.desk.options import Order
from generator.desk.version import program_version
from generator.engine import write
from generator.engine.tree import Stamp
from generator.plain_files import NotPlainError, TooLargeError, read_plain

_ROUNDS = 8
"""A file put back may break what needs its newer form, and so on; no project goes this deep."""
W = TypeVar("W", bound=FairWording)
OF_PHOTOS = frozenset({PHOTO_MISSING, PHOTO_PATH, PHOTO_TOO_LARGE, PHOTO_UNREADABLE})
"""A thing can do without the photo against which one of these stands."""


@dataclass(frozen=True, slots=True)
class Rest:
    """Content without errors: `texts` tells which files it has in their last published form.

    `photos` are pictures that products and fairs do without.
    """

    content: Content
    texts: Mended
    photos: tuple[str, ...] = ()


def last_published(order: Order) -> LastPublished:
    """What was last published into the order's output folder."""
    return LastPublished(order.output_cache / "published", program_version())


def rest_of(order: Order, broken: Content, stamps: Mapping[str, Stamp]) -> Rest | None:
    """The content with each broken file as it was last published, or without it if it never was.

    None where that is no way out: a printed address would be lost, or too much is broken. What is
    laid out for it is to be removed by `forget_rest`. Raises OSError.
    """
    published = last_published(order)
    names = {problem.path for problem in _errors(_without_doubts(broken))}
    hopeless = set[str]()
    for _ in range(_ROUNDS):
        texts = published.mended(order.content, names, _root(order))
        tables = _with_sound_rows(order, broken, texts, hopeless)
        found = _without_doubts(read_content(order, stamps, texts.root))
        errors = _errors(found)
        if not errors:
            return Rest(found, texts)
        wrong = {problem.path for problem in errors}
        hopeless |= (still := wrong & tables)
        more = wrong - names
        if not more and not still:
            return _without_photos(found, texts, errors)
        names |= more
    return None


def _with_sound_rows(
    order: Order, broken: Content, texts: Mended, hopeless: Set[str]
) -> frozenset[str]:
    """Lay out each broken table of lots with its sound rows; the names of those laid out so."""
    found = set[str]()
    published = last_published(order)
    for name in texts.behind - hopeless:
        path = name.removeprefix("content/")
        before = published.text(path) if name in texts.kept else b""
        try:
            now = read_plain(order.content / path, LARGEST)
        except (NotPlainError, TooLargeError, FileNotFoundError, PermissionError):
            continue
        rows = sound_rows(name, now, before or b"", broken.problems)
        if rows is not None:
            write(texts.root / name, rows)
            found.add(name)
    return frozenset(found)


def forget_rest(order: Order) -> None:
    """Remove what was laid out, when all has been made of it."""
    shutil.rmtree(_root(order), ignore_errors=True)


def _root(order: Order) -> Path:
    return order.output_cache / "going-on"


def _errors(content: Content) -> list[Problem]:
    return [each for each in content.problems if each.severity is Severity.ERROR]


def _without_doubts(content: Content) -> Content:
    """The same without errors of the list of codes: no more than warnings follow from its rows."""
    kept = (
        each
        for each in content.problems
        if each.path != handed_out.SOURCE or each.severity is not Severity.ERROR
    )
    return replace(content, problems=tuple(kept))


def _without_photos(content: Content, texts: Mended, errors: list[Problem]) -> Rest | None:
    """The same without photos that can't be used, if nothing else is wrong."""
    if content.catalogue is None or any(each.rule not in OF_PHOTOS for each in errors):
        return None
    catalogue = content.catalogue
    things = (*catalogue.products, *catalogue.fairs)
    photos = {photo.file for each in things for photo in named_photos(each)}
    sound = with_good_photos(catalogue, content.pictures)
    warnings = tuple(each for each in content.problems if each.severity is not Severity.ERROR)
    left_out = tuple(sorted(photos - content.pictures.keys()))
    return Rest(replace(content, catalogue=sound, problems=warnings), texts, left_out)


def with_good_photos(catalogue: Catalogue, pictures: Mapping[str, object]) -> Catalogue:
    """The catalogue without photos of which there is no picture."""
    products = tuple(_with_good_photos(each, pictures) for each in catalogue.products)
    fairs = tuple(_with_good_pictures(each, pictures) for each in catalogue.fairs)
    whole = (*catalogue.products, *catalogue.fairs)
    if all(a is b for a, b in zip((*products, *fairs), whole, strict=True)):
        return catalogue
    return catalogue.with_parts({"products": products, "fairs": fairs})


def _with_good_pictures(fair: Fair, pictures: Mapping[str, object]) -> Fair:
    if all(each.file in pictures for each in named_photos(fair)):
        return fair
    words = {key: _with_good_ones(said, pictures) for key, said in fair.translations.items()}
    return _with_good_ones(fair, pictures).model_copy(update={"translations": words})


def _with_good_ones(said: W, pictures: Mapping[str, object]) -> W:
    lost = {key: None for key, photo in said.pictures if photo.file not in pictures}
    return said.model_copy(update=lost)


def _with_good_photos(product: Product, pictures: Mapping[str, object]) -> Product:
    good = [index for index, photo in enumerate(product.photos) if photo.file in pictures]
    if len(good) == len(product.photos):
        return product
    translations = {
        language: _with_alts(words, good) for language, words in product.translations.items()
    }
    photos = tuple(product.photos[index] for index in good)
    return product.model_copy(update={"photos": photos, "translations": translations})


def _with_alts(words: Translation, good: list[int]) -> Translation:
    alts = tuple(words.photo_alts[index] for index in good if index < len(words.photo_alts))
    return words.model_copy(update={"photo_alts": alts})
