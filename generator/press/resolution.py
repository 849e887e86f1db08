"""Photos too small for the formats that they are printed in: told before anything is made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.place import KeyPath
from generator.catalogue.problems.rules_prepress import PHOTO_COARSE, PHOTO_TOO_COARSE
from generator.press.finishing.flavoured_photos import COARSEST_SHARE, dots_an_inch
from generator.press.formats import Format
from generator.press.pieces import Piece
from generator.press.selection import Selection
from generator.press.slot_photos import photos_in

_SOFT_SHARE = 2 / 3
"""Of the resolution that a format asks for: 200 of 300 dots an inch, where eyes begin to see."""


def findings(chosen: Iterable[tuple[Piece, Selection]], small: frozenset[str]) -> Iterator[Finding]:
    """Yield each photo whose own pixels are too few for a format, once, for the worst of them.

    `small` are photos of which a warning says already that they are small for any print.
    """
    worst: dict[tuple[str, KeyPath], tuple[float, Format, str]] = {}
    for piece, selection in chosen:
        named = {**_of_fair(piece, selection), **_of_products(selection)}
        for share, file in _shares(piece.format, selection):
            if share < worst.get(named[file], (_SOFT_SHARE,))[0]:
                worst[named[file]] = share, piece.format, file
    for (source, at), (share, wanted, file) in worst.items():
        rule = PHOTO_TOO_COARSE if share < COARSEST_SHARE else PHOTO_COARSE
        if rule is PHOTO_TOO_COARSE or file not in small:
            yield Finding.of(
                source,
                at,
                rule,
                found=file,
                dots=f"{share * wanted.dpi:.0f}",
                wanted_dots=f"{_SOFT_SHARE * wanted.dpi:.0f}",
                called_vi=wanted.title.vi,
                called_en=wanted.title.en,
            )


def _of_products(selection: Selection) -> Mapping[str, tuple[str, KeyPath]]:
    """Where each of their photos is named: the file, and the keys that lead there."""
    return {
        photo.file: (each.product.source, ("photos", each.product.photos.index(photo), "file"))
        for each in selection.shown
        for photo, _ in each.photos
    }


def _of_fair(piece: Piece, selection: Selection) -> Mapping[str, tuple[str, KeyPath]]:
    fair = piece.subject.fair
    if fair is None:
        return {}
    own = dict(fair.pictures)
    translated = f"{fair.source.removesuffix('.md')}.{selection.language}.md"
    return {
        photo.file: (fair.source if own.get(key) is photo else translated, (key, "file"))
        for key, (photo, _) in selection.pictures.items()
    }


def _shares(wanted: Format, selection: Selection) -> Iterator[tuple[float, str]]:
    """Yield each photo's own pixels an inch, as a share of what the format asks for; its file."""
    for slot in wanted.slots_for(len(selection.shown)).values():
        for each in chain.from_iterable(photos_in(slot, selection)):
            size = slot.cut(wanted.bleed, each.picture.facts)
            yield dots_an_inch(each.picture.facts.size, size) / wanted.dpi, each.photo.file
