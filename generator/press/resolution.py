"""Photos too small for the formats that they are printed in: told before anything is made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.catalogue.model import Photo, Product
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.rules_prepress import PHOTO_COARSE, PHOTO_TOO_COARSE
from generator.press.brochure_values import photos_in
from generator.press.finishing.flavoured_photos import COARSEST_SHARE, dots_an_inch
from generator.press.formats import Format
from generator.press.pieces import Piece
from generator.press.selection import Selection

_SOFT_SHARE = 2 / 3
"""Of the resolution that a format asks for: 200 of 300 dots an inch, where eyes begin to see."""


def findings(chosen: Iterable[tuple[Piece, Selection]], small: frozenset[str]) -> Iterator[Finding]:
    """Yield each photo whose own pixels are too few for a format, once, for the worst of them.

    `small` are photos of which a warning says already that they are small for any print.
    """
    worst: dict[tuple[str, str], tuple[float, Format, Product, Photo]] = {}
    for piece, selection in chosen:
        wanted = piece.format
        for share, product, photo in _shares(wanted, selection):
            key = product.source, photo.file
            if share < worst.get(key, (_SOFT_SHARE,))[0]:
                worst[key] = share, wanted, product, photo
    for share, wanted, product, photo in worst.values():
        rule = PHOTO_TOO_COARSE if share < COARSEST_SHARE else PHOTO_COARSE
        if rule is PHOTO_TOO_COARSE or photo.file not in small:
            yield Finding.of(
                product.source,
                ("photos", product.photos.index(photo), "file"),
                rule,
                found=photo.file,
                dots=f"{share * wanted.dpi:.0f}",
                wanted_dots=f"{_SOFT_SHARE * wanted.dpi:.0f}",
                called_vi=wanted.title.vi,
                called_en=wanted.title.en,
            )


def _shares(wanted: Format, selection: Selection) -> Iterator[tuple[float, Product, Photo]]:
    """Yield each photo's own pixels an inch as a share of what the format asks for."""
    for slot in wanted.slots_for(len(selection.shown)).values():
        places = {photo.file: each.product for each in selection.shown for photo, _ in each.photos}
        for photos in photos_in(slot, selection.shown):
            for _, photo, picture in photos:
                size = slot.cut(wanted.bleed, picture.facts)
                dots = dots_an_inch(picture.facts.size, size)
                yield dots / wanted.dpi, places[photo.file], photo
