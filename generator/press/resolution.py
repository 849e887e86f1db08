"""Photos too small for the formats that they are printed in: told before anything is made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from math import ceil
from types import MappingProxyType

from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.place import KeyPath
from generator.catalogue.problems.rules_prepress import PHOTO_COARSE, PHOTO_TOO_COARSE
from generator.press.finishing.flavoured_photos import COARSEST_SHARE, dots_an_inch
from generator.press.formats import Format, Slot
from generator.press.pieces import Piece
from generator.press.selection import Selection
from generator.press.slot_photos import Filled, photos_in

_SOFT_SHARE = 2 / 3
"""Of the resolution that a format asks for: 200 of 300 dots an inch, where eyes begin to see."""
_LONGEST = 4
"""Times its other side: of what is longer a place cuts off the ends."""


def findings(
    chosen: Iterable[tuple[Piece, Selection]], told: Mapping[str, int] = MappingProxyType({})
) -> Iterator[Finding]:
    """Yield each photo whose own pixels are too few for a format, once, for the worst of them.

    `told` are photos of which a warning says already how long they must be, in pixels.
    """
    worst: dict[tuple[str, KeyPath], tuple[float, Format, Slot, Filled]] = {}
    for piece, selection in chosen:
        named = {**_of_fair(piece, selection), **_of_products(selection)}
        for share, slot, each in _shares(piece.format, selection):
            place = named[each.photo.file]
            if share < worst.get(place, (_SOFT_SHARE,))[0]:
                worst[place] = share, piece.format, slot, each
    for (source, at), (share, wanted, slot, each) in worst.items():
        size = each.picture.facts.size
        needed = [ceil(side * _SOFT_SHARE / share) for side in size]
        needed = needed if slot.keeps else [min(side, min(needed) * _LONGEST) for side in needed]
        rule = PHOTO_TOO_COARSE if share < COARSEST_SHARE else PHOTO_COARSE
        if rule is PHOTO_TOO_COARSE or max(needed) > told.get(each.photo.file, 0):
            yield Finding.of(
                source,
                at,
                rule,
                found=each.photo.file,
                size=_size(size),
                dots=f"{share * wanted.dpi:.0f}",
                wanted_size=_size(needed),
                called_vi=wanted.title.vi,
                called_en=wanted.title.en,
            )


def _size(sides: Iterable[int]) -> str:
    return " × ".join(map(str, sides))


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


def _shares(wanted: Format, selection: Selection) -> Iterator[tuple[float, Slot, Filled]]:
    """Yield each photo's own pixels an inch, as a share of what the format asks for; and both."""
    for slot in wanted.slots_for(len(selection.shown)).values():
        for each in chain.from_iterable(photos_in(slot, selection)):
            size = slot.cut(wanted.bleed, each.picture.facts)
            yield dots_an_inch(each.picture.facts.size, size) / wanted.dpi, slot, each
